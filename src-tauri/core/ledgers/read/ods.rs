//! .ods of LibreOffice and others, read here because calamine does not tell its merged cells.

use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::xlsx::iso_date;
use super::{Area, Cell, Grid, Reading, Sheet, damaged};
use crate::texts::ledgers as texts;
use crate::{Error, Result};

pub(super) fn read(bytes: &[u8], reading: &mut Reading) -> Result<Vec<Sheet>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let part = archive.by_name("content.xml").map_err(damaged)?;
    let mut xml = Reader::from_reader(BufReader::new(part));
    let mut sheets = Vec::new();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(damaged)? {
            Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                let name = attribute(&tag, "table:name").unwrap_or_default();
                sheets.push(sheet(&mut xml, &name, reading)?);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if sheets.is_empty() { Err(Error::invalid(texts::no_sheets())) } else { Ok(sheets) }
}

/// A cell being read: what its attributes say, and the text shown in it.
#[derive(Default)]
struct Open {
    kind: String,
    value: String,
    text: String,
    repeated: usize,
    columns: usize,
    rows: usize,
}

impl Open {
    fn new(tag: &BytesStart) -> Self {
        let count = |name| attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1);
        let value = ["office:value", "office:date-value"].into_iter().find_map(|name| attribute(tag, name));
        Self {
            kind: attribute(tag, "office:value-type").unwrap_or_default(),
            value: value.unwrap_or_default(),
            text: String::new(),
            repeated: count("table:number-columns-repeated"),
            columns: count("table:number-columns-spanned"),
            rows: count("table:number-rows-spanned"),
        }
    }

    fn cell(&self) -> Cell {
        match self.kind.as_str() {
            "float" | "percentage" | "currency" => {
                self.value.parse().map_or_else(|_| Cell::from_text(&self.text), Cell::Number)
            }
            "date" => iso_date(&self.value),
            _ => Cell::from_text(&self.text),
        }
    }
}

fn sheet(xml: &mut Reader<impl std::io::BufRead>, name: &str, reading: &mut Reading) -> Result<Sheet> {
    let mut grid = Grid::new(name);
    let mut merged = Vec::new();
    let (mut row, mut column, mut row_repeated) = (0_usize, 0_usize, 1_usize);
    let mut cells: Vec<(usize, Cell)> = Vec::new();
    let mut open: Option<Open> = None;
    // Inside a comment of a cell, whose text is not the cell's.
    let mut in_note = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = xml.read_event_into(&mut buffer).map_err(damaged)?;
        match event {
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "table:table-row" => {
                row_repeated = attribute(&tag, "table:number-rows-repeated")
                    .and_then(|text| text.parse().ok())
                    .unwrap_or(1)
                    .max(1);
                column = 0;
                cells.clear();
            }
            Event::End(tag) if tag.name().as_ref() == "table:table-row" => {
                for repeat in 0..if cells.is_empty() { 0 } else { row_repeated } {
                    for (column, cell) in &cells {
                        grid.put(row + repeat, *column, cell.clone(), reading)?;
                    }
                }
                row = row.saturating_add(row_repeated);
            }
            Event::Start(tag) if is_cell(&tag) => open = Some(Open::new(&tag)),
            Event::Empty(tag) if is_cell(&tag) => column = column.saturating_add(Open::new(&tag).repeated),
            Event::End(tag) if tag.name().as_ref().ends_with("table-cell") => {
                let Some(cell) = open.take() else { continue };
                if cell.columns > 1 || cell.rows > 1 {
                    merged.push(Area {
                        top: row,
                        left: column,
                        bottom: row.saturating_add(cell.rows - 1),
                        right: column.saturating_add(cell.columns - 1),
                    });
                }
                let value = cell.cell();
                if !value.is_blank() {
                    reading.spend(cell.repeated)?;
                    cells.extend((0..cell.repeated).map(|repeat| (column.saturating_add(repeat), value.clone())));
                }
                column = column.saturating_add(cell.repeated);
            }
            Event::Start(tag) if tag.name().as_ref() == "office:annotation" => in_note = true,
            Event::End(tag) if tag.name().as_ref() == "office:annotation" => in_note = false,
            Event::End(tag) if tag.name().as_ref() == "table:table" => break,
            Event::Eof => return Err(damaged("content.xml ends early")),
            other => {
                if let Some(cell) = open.as_mut().filter(|_| !in_note) {
                    add_text(&mut cell.text, other);
                }
            }
        }
    }
    grid.unmerge(&merged, reading)?;
    Ok(grid.sheet)
}

fn is_cell(tag: &BytesStart) -> bool {
    matches!(tag.name().as_ref(), "table:table-cell" | "table:covered-table-cell")
}

/// Adds what an event says to the text of a cell; paragraphs are lines.
fn add_text(text: &mut String, event: Event) {
    match event {
        Event::Text(part) => text.push_str(&part),
        Event::CData(part) => text.push_str(&part),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(character)) => text.push(character),
            _ => text.push_str(resolve_predefined_entity(&reference).unwrap_or_default()),
        },
        Event::Start(tag) if tag.name().as_ref() == "text:p" && !text.is_empty() => text.push('\n'),
        Event::Empty(tag) => match tag.name().as_ref() {
            "text:s" | "text:tab" => text.push(' '),
            "text:line-break" => text.push('\n'),
            _ => {}
        },
        _ => {}
    }
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    unescape(&attribute.value).ok().map(|value| value.into_owned())
}
