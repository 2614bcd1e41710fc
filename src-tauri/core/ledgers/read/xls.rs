//! .xls of Excel 97–2003 and WPS .et: a compound file with a stream of records.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, SheetType, SheetVisible, Xls, XlsError};

use super::xlsx::{date, iso_date};
use super::{Cell, Grid, MAX_CELLS, Reading, Sheet, damaged, locked};
use crate::texts::ledgers as texts;
use crate::{Error, Result};

/// All a sheet of this format can hold, 65 536 rows of 256 columns.
const MAX_AREA: usize = 1 << 24;

/// Refuses what is no .xls, is encrypted, or would make the reader allocate a huge, nearly empty table.
pub(super) fn check(bytes: &[u8]) -> Result<()> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if file.exists("/EncryptedPackage") {
        return Err(locked());
    }
    if file.exists("/WordDocument") {
        return Err(Error::invalid(texts::word_document()));
    }
    let Some(path) = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|path| file.exists(path)) else {
        return Err(Error::invalid(texts::not_a_workbook()));
    };
    let mut stream = Vec::new();
    file.open_stream(path).and_then(|mut stream_file| stream_file.read_to_end(&mut stream)).map_err(damaged)?;
    check_areas(&stream)
}

/// Adds up the area each sheet spans; the stream is a row of records (kind u16, length u16, data).
fn check_areas(stream: &[u8]) -> Result<()> {
    const BEGIN: u16 = 0x0809;
    const DIMENSIONS: u16 = 0x0200;
    const MULTIPLE: u16 = 0x00BD;
    const CELLS: [u16; 8] = [0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, MULTIPLE];
    let too_many = || Error::invalid(texts::too_many_cells());
    let (mut rows, mut columns, mut total) = (0, 0, 0_usize);
    let mut rest = stream;
    while rest.len() >= 4 {
        let (kind, length) = (word(rest, 0) as u16, word(rest, 2));
        let data = rest.get(4..4 + length).unwrap_or_default();
        match kind {
            BEGIN => {
                total += rows * columns;
                (rows, columns) = (0, 0);
            }
            DIMENSIONS if declared_area(data) > MAX_AREA => return Err(too_many()),
            kind if CELLS.contains(&kind) => {
                let last = if kind == MULTIPLE { word(data, data.len().saturating_sub(2)) } else { word(data, 2) };
                rows = rows.max(word(data, 0) + 1);
                columns = columns.max(last + 1);
            }
            _ => {}
        }
        if total + rows * columns > 2 * MAX_CELLS {
            return Err(too_many());
        }
        rest = rest.get(4 + length..).unwrap_or_default();
    }
    Ok(())
}

/// The area a DIMENSIONS record declares: the reader makes room for it. Row numbers are 16 bits wide in old files.
fn declared_area(data: &[u8]) -> usize {
    let (rows, columns) = if data.len() < 14 {
        (word(data, 2), word(data, 6))
    } else {
        (word(data, 4) | word(data, 6) << 16, word(data, 10))
    };
    rows.saturating_mul(columns)
}

/// Two bytes as a number; 0 beyond the end.
fn word(data: &[u8], at: usize) -> usize {
    data.get(at..at + 2).map_or(0, |bytes| usize::from(u16::from_le_bytes([bytes[0], bytes[1]])))
}

pub(super) fn read(bytes: &[u8], reading: &mut Reading) -> Result<Vec<Sheet>> {
    reading.watch.progress(0, 0, texts::reading());
    let mut book = Xls::new(Cursor::new(bytes)).map_err(refusal)?;
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .filter(|sheet| sheet.visible == SheetVisible::Visible || sheet.name == super::KEPT)
        .map(|sheet| sheet.name.clone())
        .collect();
    if names.is_empty() {
        return Err(Error::invalid(texts::no_sheets()));
    }
    names.iter().map(|name| sheet(&mut book, name, reading)).collect()
}

fn sheet(book: &mut Xls<Cursor<&[u8]>>, name: &str, reading: &mut Reading) -> Result<Sheet> {
    let mut grid = Grid::new(name);
    let range = book.worksheet_range(name).map_err(refusal)?;
    let (top, left) = range.start().unwrap_or_default();
    for (row, column, data) in range.used_cells() {
        grid.put(row + top as usize, column + left as usize, value(data), reading)?;
    }
    let merged = book.merge_cells_by_sheet_name(name).map_err(refusal)?;
    grid.unmerge(&merged.into_iter().map(Into::into).collect::<Vec<_>>(), reading)?;
    Ok(grid.sheet)
}

fn value(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Blank,
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::from_text(text),
        Data::Bool(truth) => Cell::from_text(if *truth { "TRUE" } else { "FALSE" }),
        Data::DateTime(when) => date(when),
        Data::DateTimeIso(text) => iso_date(text),
        Data::Error(error) => Cell::from_text(&error.to_string()),
    }
}

fn refusal(error: XlsError) -> Error {
    match error {
        XlsError::Password => locked(),
        other => damaged(other),
    }
}
