//! Requests about ledgers: look at a file, preview what importing would do, import it.

use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::Context;
use crate::error::{Error, Result};
use crate::ledgers::columns::ColumnGuess;
use crate::ledgers::draft::{DraftRow, DraftSummary, Verdict};
use crate::ledgers::questions::Question;
use crate::ledgers::read::{Cell, Sheet};
use crate::ledgers::{Answers, Book, LedgerDraft, Mapping, apply, draft, likely_sheet, propose, read_file};
use crate::storage::ledgers::StoredKnowledge;
use crate::storage::meta;
use crate::texts::ledgers as texts;

/// Rows of a preview sent at most.
const PREVIEW_ROWS: usize = 500;
/// How much of a sheet is shown to find its head in.
const START_ROWS: usize = 30;
const START_COLUMNS: usize = 40;

/// A ledger file and how to read it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LedgerRequest {
    pub path: String,
    /// The sheet's name; the likely one without it.
    #[serde(default)]
    #[ts(optional)]
    pub sheet: Option<String>,
    /// The last row of the head, as Excel numbers it, when there is no mapping; found by itself without it.
    #[serde(default)]
    #[ts(optional)]
    pub header_row: Option<u32>,
    /// How to read its columns; the remembered or guessed way without it.
    #[serde(default)]
    #[ts(optional)]
    pub mapping: Option<Mapping>,
    /// Answers to its questions: question → choice.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub answers: Answers,
    /// Only rows of this verdict.
    #[serde(default)]
    #[ts(optional)]
    pub verdict: Option<Verdict>,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub offset: usize,
}

/// What importing would do.
#[derive(Debug, Serialize, TS)]
pub struct LedgerPreview {
    pub sheets: Vec<String>,
    pub sheet: String,
    pub header_row: u32,
    pub labels: Vec<String>,
    pub guesses: Vec<ColumnGuess>,
    pub mapping: Mapping,
    /// Was the mapping remembered from an earlier import?
    pub remembered: bool,
    pub as_of: Option<chrono::NaiveDate>,
    /// Rows of the asked verdict, at most 500 from `offset` on.
    pub rows: Vec<DraftRow>,
    pub rows_total: usize,
    /// How many rows of each verdict there are in all.
    pub verdicts: Vec<VerdictCount>,
    pub questions: Vec<Question>,
    pub summary: DraftSummary,
}

/// Rows of one verdict.
#[derive(Debug, Serialize, TS)]
pub struct VerdictCount {
    pub verdict: Verdict,
    pub rows: usize,
}

/// A ledger file.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct LedgerFile {
    pub path: String,
}

/// A sheet and how it begins, for a person to point out its head.
#[derive(Debug, Serialize, TS)]
pub struct SheetStart {
    pub name: String,
    /// The cells of its first rows as text, from row 1 and column A on.
    pub rows: Vec<Vec<String>>,
}

/// What importing did.
#[derive(Debug, Serialize, TS)]
pub struct LedgerApplied {
    pub summary: DraftSummary,
    pub sheet: String,
}

/// A file read once: previews follow each answer, and reading is most of the work.
pub(super) type ReadBook = (PathBuf, Option<std::time::SystemTime>, u64, Arc<Book>);

struct Prepared {
    book: Arc<Book>,
    sheet: usize,
    labels: Vec<String>,
    guesses: Vec<ColumnGuess>,
    mapping: Mapping,
    signature: String,
    remembered: bool,
}

pub(super) fn sheets(context: &Context<'_>, request: LedgerFile) -> Result<Vec<SheetStart>> {
    let texts = |cells: &Vec<Cell>| cells.iter().take(START_COLUMNS).map(|cell| cell.text().into_owned()).collect();
    let book = read(context, &request.path)?;
    let start = |sheet: &Sheet| SheetStart {
        name: sheet.name.clone(),
        rows: sheet.rows.iter().take(START_ROWS).map(texts).collect(),
    };
    Ok(book.sheets.iter().map(start).collect())
}

pub(super) fn preview(context: &Context<'_>, request: LedgerRequest) -> Result<LedgerPreview> {
    let prepared = prepare(context, &request)?;
    let today = context.workbook()?.today();
    let draft = context.read(|connection| drafted(&prepared, &request, &StoredKnowledge::load(connection, today)?))?;
    let count = |verdict: Verdict| draft.rows.iter().filter(|row| row.verdict == verdict).count();
    let verdicts = Verdict::ALL.iter().map(|&verdict| VerdictCount { verdict, rows: count(verdict) }).collect();
    let rows = draft.rows.into_iter().filter(|row| request.verdict.is_none_or(|verdict| row.verdict == verdict));
    let rows: Vec<DraftRow> = rows.collect();
    Ok(LedgerPreview {
        sheets: prepared.book.sheets.iter().map(|sheet| sheet.name.clone()).collect(),
        sheet: draft.sheet,
        header_row: draft.header_row,
        labels: prepared.labels,
        guesses: prepared.guesses,
        mapping: draft.mapping,
        remembered: prepared.remembered,
        as_of: draft.as_of,
        rows_total: rows.len(),
        verdicts,
        rows: rows.into_iter().skip(request.offset).take(PREVIEW_ROWS).collect(),
        questions: draft.questions,
        summary: draft.summary,
    })
}

pub(super) fn apply_ledger(context: &Context<'_>, request: LedgerRequest) -> Result<LedgerApplied> {
    let prepared = prepare(context, &request)?;
    let name = crate::storage::open::file_name(PathBuf::from(&request.path).as_path());
    let applied = context.transact(Action::new(Verb::Import, Kind::Ledger, name), |tx| {
        let draft = drafted(&prepared, &request, &StoredKnowledge::load(tx, tx.today)?)?;
        apply(tx, &draft, context.watch())?;
        Ok(LedgerApplied { summary: draft.summary, sheet: draft.sheet })
    })?;
    let mapping = serde_json::to_string(&prepared.mapping).map_err(Error::internal)?;
    context.workbook()?.keep_setting(&remembered_key(&prepared.signature), Some(&mapping))?;
    Ok(applied)
}

fn drafted(prepared: &Prepared, request: &LedgerRequest, known: &StoredKnowledge<'_>) -> Result<LedgerDraft> {
    draft(&prepared.book, prepared.sheet, &prepared.mapping, &request.answers, known)
}

/// Reads the file, chooses the sheet, and the mapping: the given one, else the remembered one, else the guess.
fn prepare(context: &Context<'_>, request: &LedgerRequest) -> Result<Prepared> {
    let book = read(context, &request.path)?;
    let sheet = match &request.sheet {
        Some(name) => book.sheets.iter().position(|sheet| sheet.name == *name),
        None => Some(likely_sheet(&book)),
    };
    let sheet = sheet.filter(|at| *at < book.sheets.len()).ok_or_else(|| Error::invalid(texts::no_such_sheet()))?;
    let header_row = request.mapping.as_ref().map(|mapping| mapping.header_row).or(request.header_row);
    let proposal = propose(&book.sheets[sheet], header_row)?;
    let kept = context.read(|connection| meta::setting(connection, &remembered_key(&proposal.signature)))?;
    let kept: Option<Mapping> = kept.and_then(|text| serde_json::from_str(&text).ok());
    let kept = kept.filter(|mapping| mapping.columns.len() == proposal.mapping.columns.len());
    let remembered = request.mapping.is_none() && kept.is_some();
    // The head may stand in another row this month: only the columns are remembered.
    let kept = kept.map(|mapping| Mapping { header_row: proposal.mapping.header_row, ..mapping });
    let mapping = request.mapping.clone().or(kept).unwrap_or(proposal.mapping);
    let (labels, guesses, signature) = (proposal.labels, proposal.guesses, proposal.signature);
    Ok(Prepared { book, sheet, labels, guesses, mapping, signature, remembered })
}

fn remembered_key(signature: &str) -> String {
    format!("ledger:{signature}")
}

/// Reads a file; one that was read last and has not changed is not read again.
pub(super) fn read(context: &Context<'_>, path: &str) -> Result<Arc<Book>> {
    let path = PathBuf::from(path);
    let state = std::fs::metadata(&path).ok();
    let (changed, length) =
        (state.as_ref().and_then(|state| state.modified().ok()), state.map_or(0, |state| state.len()));
    if let Some(book) = context.host.read_before(&path, changed, length) {
        return Ok(book);
    }
    let book = Arc::new(read_file(&path, context.watch())?);
    context.host.keep_read((path, changed, length, book.clone()));
    Ok(book)
}
