//! What a sent workbook remembers of itself, on a sheet nobody sees: the day it was sent, which 报送 each sheet is, and what
//! each row said. So what a unit changed is told from what was changed here since, even if columns moved or names changed.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::ids::{DepartmentId, Id, SentSheetId, TaskId};
use crate::ledgers::read::Sheet;
use crate::sheets::assigned::Assigned;
use crate::sheets::columns::SheetColumn;

pub use crate::ledgers::read::KEPT as NAME;

/// The version of this form. A newer one is read as far as it is understood.
const VERSION: &str = "1";
const HEAD: &str = "changwu";
const SHEET: &str = "sheet";
const TASK: &str = "task";

/// A sheet of the workbook and the 报送 it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedSheet {
    pub name: String,
    pub sent: SentSheetId,
    pub department: DepartmentId,
}

/// What was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub sent_on: NaiveDate,
    pub sheets: Vec<MarkedSheet>,
    /// What each row said, in the form of [`Assigned::said`].
    pub tasks: HashMap<TaskId, HashMap<SheetColumn, String>>,
}

/// The rows of the hidden sheet.
pub fn lines(sent_on: NaiveDate, sheets: &[MarkedSheet], tasks: &[&Assigned]) -> Vec<Vec<String>> {
    let mut lines = vec![vec![HEAD.to_owned(), VERSION.to_owned(), sent_on.to_string()]];
    lines.extend(
        sheets
            .iter()
            .map(|one| vec![SHEET.to_owned(), one.name.clone(), one.sent.to_string(), one.department.to_string()]),
    );
    let mut head = vec![TASK.to_owned(), SheetColumn::Id.code().to_owned()];
    head.extend(SheetColumn::of_task().map(|column| column.code().to_owned()));
    lines.push(head);
    lines.extend(tasks.iter().map(|task| {
        let mut line = vec![TASK.to_owned(), task.id.to_string()];
        line.extend(SheetColumn::of_task().map(|column| task.said(column)));
        line
    }));
    lines
}

impl Mark {
    /// Reads the hidden sheet back; None when it is not (or no longer) what was written.
    pub fn read(sheet: &Sheet) -> Option<Self> {
        let text = |row: usize, column: usize| sheet.cell(row, column).text().into_owned();
        let mut mark = None;
        let mut columns: Vec<Option<SheetColumn>> = Vec::new();
        for row in 0..sheet.rows.len() {
            let kind = text(row, 0);
            match (&mut mark, kind.as_str()) {
                (None, HEAD) => {
                    let sent_on = text(row, 2).parse().ok()?;
                    mark = Some(Self { sent_on, sheets: Vec::new(), tasks: HashMap::new() });
                }
                (Some(mark), SHEET) => {
                    if let (Some(sent), Some(department)) = (Id::parse(&text(row, 2)), Id::parse(&text(row, 3))) {
                        let (sent, department) = (sent.into(), department.into());
                        mark.sheets.push(MarkedSheet { name: text(row, 1), sent, department });
                    }
                }
                (Some(_), TASK) if columns.is_empty() => {
                    columns = (0..sheet.width()).map(|column| SheetColumn::from_code(&text(row, column))).collect();
                }
                (Some(mark), TASK) => {
                    let Some(id) = Id::parse(&text(row, 1)) else { continue };
                    let said = columns.iter().enumerate().skip(2);
                    let said = said.filter_map(|(at, column)| Some(((*column)?, text(row, at)))).collect();
                    mark.tasks.insert(id.into(), said);
                }
                _ => {}
            }
        }
        mark
    }
}
