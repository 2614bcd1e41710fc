//! A document as pages: SVG for the window, PDF and pictures to send. Typst lays it out with the measures of [`super::layout`], in the
//! fonts of this computer or the nearest there are ([`super::fonts`] says which).
//!
//! The pages are pictures: glyphs as paths, no script, nothing from outside, so a strict content policy can show
//! them. A page is laid out anew only where the text changed: typst remembers the rest between calls.

mod source;

use std::sync::OnceLock;

use chrono::{DateTime, Datelike, Timelike, Utc};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, Scalar};
use typst::{Library, LibraryExt, World};
use typst_kit::fonts::FontStore;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

use super::model::{Block, Document};
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

/// The paper as a PDF file, in the fonts the preview shows; nothing in it tells who made it, or where.
pub fn pdf(paper: &Document, written: DateTime<Utc>) -> Result<Vec<u8>> {
    let laid_out = lay_out(paper)?;
    let time = Datetime::from_ymd_hms(
        written.year(),
        written.month() as u8,
        written.day() as u8,
        written.hour() as u8,
        written.minute() as u8,
        written.second() as u8,
    );
    let options =
        PdfOptions { creator: Smart::Custom(None), timestamp: time.map(Timestamp::new_utc), ..PdfOptions::default() };
    let bytes = typst_pdf::pdf(&laid_out, &options).map_err(failed);
    typst::comemo::evict(REMEMBERED);
    bytes
}

/// The first page as a PNG picture, about 1920 pixels wide.
pub fn picture(paper: &Document) -> Result<Vec<u8>> {
    const WIDTH: f64 = 1920.0;
    let laid_out = lay_out(paper)?;
    let page = laid_out.pages().first().ok_or_else(|| Error::internal("a paper without pages"))?;
    let scale = WIDTH / page.frame.width().to_pt();
    let options = RenderOptions { pixel_per_pt: Scalar::new(scale), ..RenderOptions::default() };
    let drawn = typst_render::render(page, &options);
    typst::comemo::evict(REMEMBERED);
    drawn.encode_png().map_err(|error| Error::internal("a picture of a page").because(error))
}

fn lay_out(paper: &Document) -> Result<PagedDocument> {
    let pictures = paper.blocks.iter().filter_map(|block| match block {
        Block::Picture(picture) => Some(Bytes::new(picture.bytes.clone())),
        _ => None,
    });
    let pictures = pictures.collect();
    let paper = Paper { source: Source::detached(source::typst(paper, &families())), pictures };
    typst::compile::<PagedDocument>(&paper).output.map_err(failed)
}

/// What typst objects to in our own generated source, never what the paper says.
fn failed(errors: EcoVec<SourceDiagnostic>) -> Error {
    let first = errors.first().map(|error| error.message.to_string()).unwrap_or_default();
    Error::new(Code::Internal, texts::preview_failed()).because(first)
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

/// What typst may see: this one source, its pictures and the fonts. No files, no packages, no clock.
struct Paper {
    source: Source,
    pictures: Vec<Bytes>,
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

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let asked = id.vpath().get_without_slash().to_owned();
        let of = |number: usize| source::picture_path(number).trim_start_matches('/') == asked;
        let found = (1..).zip(&self.pictures).find(|(number, _)| of(*number));
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
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
