//! The rows of a filled sheet: where its head is, what its columns are, which rows are passed over.

use crate::ledgers::columns::Column;
use crate::ledgers::header::Head;
use crate::ledgers::read::{Cell, Sheet};
use crate::ledgers::rows::{Line, lines};
use crate::sheets::columns::SheetColumn;

/// The head is looked for in so many rows.
const SEARCHED_ROWS: usize = 30;
/// Fewer columns than this are no head.
const LEAST_KNOWN: usize = 3;

/// A sheet that came back.
pub(super) struct BackSheet<'b> {
    pub name: &'b str,
    /// What stands above the head: the title names the sheet when its mark is lost.
    pub above: String,
    /// Each column we know, where it stands now.
    pub columns: Vec<(usize, SheetColumn)>,
    /// Rows that are work.
    pub lines: Vec<Line>,
}

impl BackSheet<'_> {
    /// Where a column stands.
    pub fn place(&self, column: SheetColumn) -> Option<usize> {
        self.columns.iter().find(|(_, known)| *known == column).map(|(at, _)| *at)
    }

    /// A cell of a row; blank when the column is gone.
    pub fn cell<'l>(&self, line: &'l Line, column: SheetColumn) -> &'l Cell {
        self.place(column).and_then(|at| line.cells.get(at)).unwrap_or(&Cell::Blank)
    }

    /// Its text.
    pub fn text(&self, line: &Line, column: SheetColumn) -> String {
        self.cell(line, column).text().into_owned()
    }
}

/// Reads a sheet; None when no row of it looks like the head of a 责任分工表.
pub(super) fn read(sheet: &Sheet) -> Option<BackSheet<'_>> {
    let mut best: Option<(usize, usize)> = None;
    for row in 0..sheet.rows.len().min(SEARCHED_ROWS) {
        let known = columns(&headings(sheet, row));
        let has = |wanted: &[SheetColumn]| known.iter().any(|(_, column)| wanted.contains(column));
        let tells = has(&[SheetColumn::Title, SheetColumn::Id])
            && has(&[
                SheetColumn::Percent,
                SheetColumn::Done,
                SheetColumn::Problem,
                SheetColumn::Note,
                SheetColumn::Persons,
            ]);
        if tells && known.len() >= LEAST_KNOWN && best.is_none_or(|(most, _)| known.len() > most) {
            best = Some((known.len(), row));
        }
    }
    let (_, row) = best?;
    let headings = headings(sheet, row);
    let columns = columns(&headings);
    let mut meanings = vec![Column::Ignore; sheet.width()];
    for (at, column) in &columns {
        meanings[*at] = ledger_column(*column);
    }
    let head = Head { first: row, last: row, labels: headings, ..Head::default() };
    let lines = lines(sheet, &head, &meanings).into_iter().filter(|line| line.skip.is_none()).collect();
    let above = (0..row).flat_map(|row| &sheet.rows[row]).map(|cell| cell.text().into_owned()).collect::<Vec<_>>();
    Some(BackSheet { name: &sheet.name, above: above.join("\n"), columns, lines })
}

fn headings(sheet: &Sheet, row: usize) -> Vec<String> {
    (0..sheet.width()).map(|column| sheet.cell(row, column).text().into_owned()).collect()
}

/// What the headings mean, each meaning once: the one that says it in our own words before one that only resembles it.
fn columns(headings: &[String]) -> Vec<(usize, SheetColumn)> {
    let told: Vec<(usize, SheetColumn)> = headings
        .iter()
        .enumerate()
        .filter_map(|(at, heading)| SheetColumn::of_heading(heading).map(|column| (at, column)))
        .collect();
    let mut columns: Vec<(usize, SheetColumn)> = Vec::new();
    for (at, column) in &told {
        let of_same = || told.iter().filter(|(_, other)| other == column);
        let best = of_same().find(|(at, column)| headings[*at] == column.label()).or_else(|| of_same().next());
        if best == Some(&(*at, *column)) {
            columns.push((*at, *column));
        }
    }
    columns
}

/// As the reader of ledgers calls it, which knows what rows are no work.
fn ledger_column(column: SheetColumn) -> Column {
    match column {
        SheetColumn::Number => Column::Number,
        SheetColumn::Title => Column::Task,
        SheetColumn::Measure => Column::Measure,
        SheetColumn::Lead => Column::Lead,
        SheetColumn::Assisting => Column::Assisting,
        SheetColumn::Persons => Column::Person,
        SheetColumn::Due => Column::Due,
        SheetColumn::Percent | SheetColumn::Done => Column::Progress,
        SheetColumn::Problem => Column::Problem,
        SheetColumn::Note => Column::Note,
        // A blank here does not stand for what is above.
        SheetColumn::Owner | SheetColumn::Coordination | SheetColumn::Id => Column::Ignore,
    }
}
