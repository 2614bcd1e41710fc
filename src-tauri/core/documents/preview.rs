//! A document as pages of SVG for the window: typst lays it out with the measures of [`super::layout`], in the
//! fonts of this computer or the nearest there are ([`super::fonts`] says which).
//!
//! The pages are pictures: glyphs as paths, no script, nothing from outside, so a strict content policy can show
//! them. A page is laid out anew only where the text changed: typst remembers the rest between calls.

mod source;

use std::sync::OnceLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_svg::SvgOptions;

use super::model::Document;
use crate::texts::documents as texts;
use crate::{Code, Error, Result};

/// How many calls typst remembers a piece that was not used again.
const REMEMBERED: usize = 5;

/// The pages of the paper, each an SVG file.
pub fn pages(paper: &Document) -> Result<Vec<String>> {
    let laid_out = lay_out(paper)?;
    let pages = laid_out.pages().iter().map(|page| typst_svg::svg(page, &SvgOptions::default())).collect();
    typst::comemo::evict(REMEMBERED);
    Ok(pages)
}

fn lay_out(paper: &Document) -> Result<PagedDocument> {
    let paper = Paper { source: Source::detached(source::typst(paper, &families())) };
    typst::compile::<PagedDocument>(&paper).output.map_err(|errors| {
        // What typst objects to in our own generated source, never what the paper says.
        let first = errors.first().map(|error| error.message.to_string()).unwrap_or_default();
        Error::new(Code::Internal, texts::preview_failed()).because(first)
    })
}

/// The font families of this computer, read once.
pub fn families() -> Vec<String> {
    fonts().book().families().map(|(name, _)| name.to_owned()).collect()
}

fn fonts() -> &'static FontStore {
    static FONTS: OnceLock<FontStore> = OnceLock::new();
    FONTS.get_or_init(|| {
        let mut fonts = FontStore::new();
        fonts.extend(typst_kit::fonts::system());
        fonts
    })
}

/// What typst may see: this one source and the fonts. No files, no packages, no clock.
struct Paper {
    source: Source,
}

impl World for Paper {
    fn library(&self) -> &LazyHash<Library> {
        static LIBRARY: OnceLock<LazyHash<Library>> = OnceLock::new();
        LIBRARY.get_or_init(|| LazyHash::new(Library::default()))
    }

    fn book(&self) -> &LazyHash<FontBook> {
        fonts().book()
    }

    fn main(&self) -> FileId {
        self.source.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.source.id() { Ok(self.source.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, _: FileId) -> FileResult<Bytes> {
        Err(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        fonts().font(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests;
