//! .xlsx and .xlsm, cell by cell: a far-away cell or a wide merged area cannot make the reader allocate.

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use chrono::NaiveDate;

use super::{Cell, Grid, Reading, Sheet, damaged, locked};
use crate::texts::ledgers as texts;
use crate::{Error, Result};

pub(super) fn read(bytes: &[u8], reading: &mut Reading) -> Result<Vec<Sheet>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(refusal)?;
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

fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, reading: &mut Reading) -> Result<Sheet> {
    let mut grid = Grid::new(name);
    let mut cells = book.worksheet_cells_reader(name).map_err(refusal)?;
    while let Some(cell) = cells.next_cell().map_err(refusal)? {
        let (row, column) = cell.get_position();
        grid.put(row as usize, column as usize, value(cell.get_value()), reading)?;
    }
    drop(cells);
    let merged = book.merge_cells_by_sheet_name(name).map_err(refusal)?;
    grid.unmerge(&merged.into_iter().map(Into::into).collect::<Vec<_>>(), reading)?;
    Ok(grid.sheet)
}

fn value(data: &DataRef) -> Cell {
    match data {
        DataRef::Empty => Cell::Blank,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) => Cell::from_text(text),
        DataRef::SharedString(text) => Cell::from_text(text),
        DataRef::Bool(truth) => Cell::from_text(if *truth { "TRUE" } else { "FALSE" }),
        DataRef::DateTime(when) => date(when),
        DataRef::DateTimeIso(text) => iso_date(text),
        DataRef::DurationIso(text) => Cell::from_text(text),
        DataRef::Error(error) => Cell::from_text(&error.to_string()),
    }
}

/// A number with a date format. A time of day alone (less than one day) stays a number.
pub(super) fn date(when: &ExcelDateTime) -> Cell {
    let (year, month, day, ..) = when.to_ymd_hms_milli();
    match NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day)) {
        Some(date) if when.is_datetime() && when.as_f64() >= 1.0 => Cell::Date(date),
        _ => Cell::Number(when.as_f64()),
    }
}

/// A date written as ISO 8601 text, `2021-03-31` or `2021-03-31T00:00:00`.
pub(super) fn iso_date(text: &str) -> Cell {
    let day = text.get(..10).unwrap_or(text);
    NaiveDate::parse_from_str(day, "%Y-%m-%d").map_or_else(|_| Cell::from_text(text), Cell::Date)
}

fn refusal(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => locked(),
        other => damaged(other),
    }
}
