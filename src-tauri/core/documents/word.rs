//! A document as a Word file.
//!
//! Written part by part as strings: the parts are few, their order is fixed by the format, and a paper costs
//! well under a millisecond of XML. The traps this avoids are listed in domain.md §3.6: no theme part and no
//! theme fonts (等线 would appear), fonts named for all four scripts, `docGrid` by lines only, single spacing
//! inside tables, the East Asian hint that keeps “ ” … — in the Chinese font.

mod body;
mod parts;
mod styles;
mod xml;

use std::io::{Cursor, Write};

use chrono::{DateTime, Datelike, Timelike, Utc};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub(crate) use self::xml::{DECLARATION, push_escaped};
use super::model::{Block, Document};
use crate::{Error, Result};

/// The paper as the bytes of a .docx. `written` goes into its properties and nothing else tells when or where it
/// was made, so the same paper at the same time gives the same bytes.
pub fn render(paper: &Document, written: DateTime<Utc>) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip_time(written));
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(32 * 1024)));
    for (name, text) in parts::all(paper, written) {
        zip.start_file(name, options).map_err(Error::internal)?;
        zip.write_all(text.as_bytes()).map_err(Error::internal)?;
    }
    for (name, bytes) in parts::pictures(paper) {
        zip.start_file(format!("word/{name}"), options).map_err(Error::internal)?;
        zip.write_all(bytes).map_err(Error::internal)?;
    }
    Ok(zip.finish().map_err(Error::internal)?.into_inner())
}

/// A time as packages write it.
pub(crate) fn zip_time(written: DateTime<Utc>) -> zip::DateTime {
    zip::DateTime::from_date_and_time(
        u16::try_from(written.year()).unwrap_or_default(),
        written.month() as u8,
        written.day() as u8,
        written.hour() as u8,
        written.minute() as u8,
        written.second() as u8,
    )
    .unwrap_or_default()
}

/// Blocks alone, for somebody else's paper; they name the styles of [`styles`].
pub(crate) fn push_blocks(out: &mut String, blocks: &[Block]) {
    blocks.iter().for_each(|block| body::push_block(out, block));
}

/// The styles our papers have, as the part that holds them.
pub(crate) fn styles() -> &'static str {
    styles::part()
}

#[cfg(test)]
mod tests;
