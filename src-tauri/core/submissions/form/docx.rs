//! The tables of a Word file as rows of texts. Only word/document.xml is read: what it looks like is of no concern.

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::error::{Error, Result};
use crate::texts;

/// The most word/document.xml may unpack to, bytes; a form has some dozens of kilobytes.
const MOST: u64 = 64 << 20;
/// The most rows and cells read of a file.
const MOST_CELLS: usize = 100_000;

fn damaged(cause: impl std::fmt::Display) -> Error {
    Error::invalid(texts::form_damaged()).because(cause.to_string())
}

/// Rows of cells of all tables, in the order of the paper. The text of a table within a cell is also the cell's.
pub fn rows(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Vec<Vec<String>>> {
    let part = archive.by_name("word/document.xml").map_err(damaged)?;
    if part.encrypted() {
        return Err(Error::invalid(texts::form_locked()));
    }
    let mut xml = Reader::from_reader(BufReader::new(part.take(MOST)));
    let (mut finished, mut open): (Vec<Vec<String>>, Vec<Vec<String>>) = (Vec::new(), Vec::new());
    let (mut buffer, mut in_text, mut cells) = (Vec::new(), false, 0usize);
    // Cells that are open, the innermost last.
    let mut texts_open: Vec<String> = Vec::new();
    let mut whole = false;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(tag) => match tag.name().as_ref() {
                "w:tr" => open.push(Vec::new()),
                "w:tc" => texts_open.push(String::new()),
                "w:t" => in_text = true,
                _ => {}
            },
            Event::Empty(tag) => {
                let text = match tag.name().as_ref() {
                    "w:br" | "w:cr" | "w:p" => "\n",
                    "w:tab" => " ",
                    _ => "",
                };
                push(&mut texts_open, text);
            }
            Event::Text(text) if in_text => push(&mut texts_open, &text),
            Event::CData(text) if in_text => push(&mut texts_open, &text),
            Event::GeneralRef(reference) if in_text => match reference.resolve_char_ref() {
                Ok(Some(character)) => push(&mut texts_open, &character.to_string()),
                _ => push(&mut texts_open, resolve_predefined_entity(&reference).unwrap_or_default()),
            },
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => in_text = false,
                "w:p" => push(&mut texts_open, "\n"),
                "w:tc" => {
                    let text = texts_open.pop().unwrap_or_default();
                    cells += 1;
                    if let Some(row) = open.last_mut() {
                        row.push(text.trim().to_string());
                    }
                }
                "w:tr" => finished.extend(open.pop()),
                "w:document" => whole = true,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
        if cells > MOST_CELLS {
            return Err(Error::invalid(texts::not_a_form()));
        }
    }
    if whole { Ok(finished) } else { Err(damaged("document.xml ends early")) }
}

/// To every open cell: a nested table's text is also that of the cell around it.
fn push(open: &mut [String], text: &str) {
    for cell in open {
        cell.push_str(text);
    }
}
