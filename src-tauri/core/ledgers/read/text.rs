//! .csv and tab-separated text: UTF-8 with or without BOM, GB18030 (what Excel in Chinese Windows saves), UTF-16.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8};

use super::{Cell, Grid, Reading, Sheet, damaged};
use crate::texts::ledgers as texts;
use crate::{Error, Result};

/// First bytes of what people rename to .xlsx or .csv by mistake: pictures, PDF, archives.
const NOT_TEXT: [&[u8]; 8] =
    [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"BM", b"%PDF", b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B"];
/// Separators tried, the likelier first.
const SEPARATORS: [u8; 4] = [b',', b'\t', b';', b'|'];

/// Refuses what cannot be text in rows.
pub(super) fn check(bytes: &[u8]) -> Result<()> {
    let not_a_workbook = || Error::invalid(texts::not_a_workbook());
    if NOT_TEXT.iter().any(|start| bytes.starts_with(start) && (start.len() > 2 || bytes.contains(&0))) {
        return Err(not_a_workbook());
    }
    let text = decode(bytes).ok_or_else(not_a_workbook)?;
    if text.chars().any(|c| c.is_control() && !matches!(c, '\t' | '\r' | '\n' | '\u{b}' | '\u{c}' | '\u{85}')) {
        return Err(not_a_workbook());
    }
    let start = text.trim_start().get(..5).unwrap_or_default().to_ascii_lowercase();
    if matches!(start.as_str(), "<html" | "<?xml" | "<!doc" | "<tabl" | "<meta" | "{\\rtf") {
        return Err(Error::invalid(texts::web_page()));
    }
    Ok(())
}

/// The text, its encoding told by a byte order mark or by trying; nothing if it is in none of them.
fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let encodings: &[&'static Encoding] = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => &[encoding],
        None => &[UTF_8, GB18030],
    };
    encodings.iter().find_map(|encoding| {
        let (text, _, malformed) = encoding.decode(bytes);
        (!malformed).then_some(text)
    })
}

pub(super) fn read(name: &str, bytes: &[u8], reading: &mut Reading) -> Result<Vec<Sheet>> {
    let text = decode(bytes).ok_or_else(|| Error::invalid(texts::not_a_workbook()))?;
    let mut records = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let sheet_name = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let mut grid = Grid::new(sheet_name);
    let mut record = csv::StringRecord::new();
    let (mut row, mut line) = (0, records.position().line());
    while records.read_record(&mut record).map_err(damaged)? {
        // The csv reader passes over blank lines; Excel counts them.
        let lines = (records.position().line() - line) as usize;
        let inside: usize = record.iter().map(|field| field.matches('\n').count()).sum();
        row += lines.saturating_sub(inside + 1);
        line = records.position().line();
        for (column, field) in record.iter().enumerate() {
            grid.put(row, column, Cell::from_text(field), reading)?;
        }
        row += 1;
    }
    Ok(vec![grid.sheet])
}

/// The separator that occurs most in the first lines.
fn separator(text: &str) -> u8 {
    let count = |separator: u8| text.lines().take(30).flat_map(str::bytes).filter(|byte| *byte == separator).count();
    // max_by_key takes the last of equals, so the likelier are tried last.
    SEPARATORS.into_iter().rev().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}
