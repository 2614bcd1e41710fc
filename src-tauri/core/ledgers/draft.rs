//! The draft of an import: what each row would do, what must be decided first, what would happen. It changes
//! nothing; applying it is another step.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::assemble::Assembly;
use super::cells::NamedPerson;
use super::columns::{Column, ColumnGuess, Mapping, guess_all, signature};
use super::header::{self, Head};
use super::known::Known;
use super::questions::{Answers, Question};
use super::read::{Book, Sheet};
use super::rows::{SkipReason, Skipped};
use crate::amount::Amount;
use crate::demands::category::DemandCategory;
use crate::ids::{DepartmentId, EnterpriseId, ProjectId, TaskId};
use crate::partial_date::PartialDate;
use crate::tasks::status::TaskStatus;
use crate::texts::ledgers as texts;
use crate::{Error, Result};

crate::codes! {
    /// What a row would do.
    pub enum Verdict {
        New => "new", "新增";
        Update => "update", "更新";
        /// The workbook, or a row above, says the same already.
        Same => "same", "重复";
        /// A person should look first; the proposed answers hold if nobody does.
        Doubtful => "doubtful", "有疑问";
        Skip => "skip", "跳过";
    }
}

/// A ledger as it would be imported.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct LedgerDraft {
    /// The sheet's name.
    pub sheet: String,
    /// The last row of the head, as Excel numbers it.
    pub header_row: u32,
    /// The headings above the columns.
    pub labels: Vec<String>,
    pub mapping: Mapping,
    /// 截至 of the ledger: the date of its progress notes.
    #[ts(type = "string | null")]
    pub as_of: Option<NaiveDate>,
    pub rows: Vec<DraftRow>,
    pub questions: Vec<Question>,
    pub enterprises: Vec<DraftEnterprise>,
    pub projects: Vec<DraftProject>,
    pub demands: Vec<DraftDemand>,
    pub summary: DraftSummary,
}

/// One row below the head.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DraftRow {
    /// As Excel numbers it.
    pub row: u32,
    pub verdict: Verdict,
    /// Why it is passed over, if it is.
    pub skip: Option<SkipReason>,
    /// The cells as text, blanks and 同上 filled from above.
    pub cells: Vec<String>,
    /// Zero-based columns of the cells that are in doubt.
    pub doubts: Vec<u32>,
    /// What was done without asking.
    pub remarks: Vec<String>,
    /// The task it holds; None for a row that is passed over, only names a project, or repeats a row above.
    pub task: Option<DraftTask>,
    /// The task of the workbook it is, if it is one.
    pub existing: Option<TaskId>,
    /// What would change in that task.
    pub changes: Vec<DraftChange>,
}

/// A value that differs from the workbook's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftChange {
    pub column: Column,
    pub from: String,
    pub to: String,
}

/// A unit: one of the workbook, or a new one of this name.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, TS)]
pub struct DraftUnit {
    pub id: Option<DepartmentId>,
    pub name: String,
}

/// A task as the ledger states it. Positions are those of the draft's lists.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DraftTask {
    pub enterprise: Option<usize>,
    pub project: Option<usize>,
    pub demand: Option<usize>,
    /// Without its number.
    pub title: String,
    pub measure: String,
    pub lead: Option<DraftUnit>,
    pub assisting: Vec<DraftUnit>,
    pub persons: Vec<NamedPerson>,
    pub phone: String,
    pub start: Option<PartialDate>,
    pub due: Option<PartialDate>,
    /// Where a new task stands.
    pub status: TaskStatus,
    /// Whether the ledger says so in words; only then an existing task's status changes.
    pub status_stated: bool,
    /// Oldest first.
    pub notes: Vec<DraftNote>,
    pub remark: String,
}

/// A progress note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftNote {
    #[ts(type = "string")]
    pub as_of: NaiveDate,
    /// 0–100.
    pub percent: Option<u8>,
    pub text: String,
    pub problem: String,
    pub next_step: String,
}

/// An enterprise named in the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DraftEnterprise {
    pub name: String,
    /// None: it will be added.
    pub existing: Option<EnterpriseId>,
    pub district_code: Option<String>,
    pub uscc: Option<String>,
    pub contacts: Vec<NamedPerson>,
    pub phone: String,
}

/// A project named in the ledger.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DraftProject {
    pub name: String,
    pub enterprise: Option<usize>,
    /// None: it will be added.
    pub existing: Option<ProjectId>,
    pub district_code: Option<String>,
    /// The district as typed: 西海岸新区 for 370211.
    pub district_text: String,
    pub investment: Option<Amount>,
}

/// A demand: one for each project and category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DraftDemand {
    pub enterprise: Option<usize>,
    pub project: Option<usize>,
    pub category: DemandCategory,
    /// As typed.
    pub text: String,
}

/// What would happen.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct DraftSummary {
    pub enterprises_new: u32,
    pub projects_new: u32,
    pub tasks_new: u32,
    pub tasks_updated: u32,
    /// Tasks of which the workbook says the same already, and rows that repeat a row above.
    pub unchanged: u32,
    pub skipped: Vec<Skipped>,
    /// Rows a person should look at; they are also counted as new, updated or unchanged.
    pub doubtful: u32,
}

/// How a sheet would be read if nobody changed anything.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Proposal {
    pub labels: Vec<String>,
    pub guesses: Vec<ColumnGuess>,
    pub mapping: Mapping,
    /// By what the mapping is remembered.
    pub signature: String,
}

/// The sheet most likely meant: the first with the most tasks below a head; the first of all if none has one.
pub fn likely_sheet(book: &Book) -> usize {
    let rows = |sheet: &Sheet| header::find(sheet).map_or(0, |head| sheet.rows.len().saturating_sub(head.last));
    let best = book.sheets.iter().enumerate().rev().max_by_key(|(_, sheet)| rows(sheet));
    best.map_or(0, |(index, _)| index)
}

/// Finds the head of a sheet and guesses its columns. `header_row` (as Excel numbers it) says where the head ends;
/// without it the head is looked for, and not finding one is an error.
pub fn propose(sheet: &Sheet, header_row: Option<u32>) -> Result<Proposal> {
    let head = match header_row {
        Some(row) => head_at(sheet, row)?,
        None => header::find(sheet).ok_or_else(|| Error::invalid(texts::no_head(&sheet.name)))?,
    };
    let guesses = guess_all(&head);
    let mapping =
        Mapping { header_row: head.last as u32 + 1, columns: guesses.iter().map(|guess| guess.column).collect() };
    Ok(Proposal { signature: signature(&head), labels: head.labels, guesses, mapping })
}

fn head_at(sheet: &Sheet, row: u32) -> Result<Head> {
    let last = (row as usize).checked_sub(1).filter(|last| *last < sheet.rows.len());
    last.map(|last| header::at(sheet, last)).ok_or_else(|| Error::invalid(texts::no_head(&sheet.name)))
}

/// Reads the sheet at position `sheet` by `mapping`, settles doubts by `answers`, compares with what is `known`.
/// Fails if the sheet is not there or no column says what a row is about.
pub fn draft(
    book: &Book,
    sheet: usize,
    mapping: &Mapping,
    answers: &Answers,
    known: &dyn Known,
) -> Result<LedgerDraft> {
    let sheet = book.sheets.get(sheet).ok_or_else(|| Error::invalid(texts::no_such_sheet()))?;
    let head = head_at(sheet, mapping.header_row)?;
    let about = [Column::Task, Column::Measure, Column::Project, Column::Enterprise];
    if !mapping.columns.iter().any(|column| about.contains(column)) {
        return Err(Error::invalid(texts::no_task_column()));
    }
    Ok(Assembly::new(sheet, head, mapping, answers, known).run())
}

#[cfg(test)]
mod tests;
