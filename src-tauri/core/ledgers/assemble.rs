//! Puts a draft together, row by row: names become enterprises, projects and demands, each once; doubts become
//! questions; tasks are compared with the workbook's.

use std::collections::HashMap;

use chrono::Datelike;

use super::cells::{self, Reading};
use super::columns::{Column, Mapping};
use super::compare;
use super::draft::{DraftRow, DraftSummary, DraftTask, DraftUnit, LedgerDraft, Verdict};
use super::header::Head;
use super::known::{Known, KnownTask, Owner};
use super::nouns::Nouns;
use super::questions::{Answers, Asker, CellPlace, Doubt, Offer, QuestionKind};
use super::read::{Cell, Sheet};
use super::rows::{Line, SkipReason, Skipped, lines};
use crate::partial_date::PartialDate;
use crate::texts::ledgers as texts;
use crate::typed::compact;

/// A draft being put together.
pub(super) struct Assembly<'a> {
    sheet: &'a Sheet,
    pub head: Head,
    mapping: &'a Mapping,
    pub known: &'a dyn Known,
    asker: Asker<'a>,
    /// The year that dates without one most likely mean, and whether the ledger says so itself.
    year: (i32, bool),
    pub nouns: Nouns,
    known_tasks: HashMap<Owner, Vec<KnownTask>>,
    /// The tasks of rows above by what makes a row the same (domain.md §1.8).
    tasks_above: HashMap<SameRow, Vec<DraftTask>>,
}

/// Project (or enterprise), title and leading unit.
type SameRow = (Option<usize>, Option<usize>, String, Option<DraftUnit>);

/// What was noticed about the row being read.
#[derive(Default)]
pub(super) struct RowState {
    pub row: usize,
    pub doubts: Vec<u32>,
    pub remarks: Vec<String>,
}

impl<'a> Assembly<'a> {
    pub fn new(sheet: &'a Sheet, head: Head, mapping: &'a Mapping, answers: &'a Answers, known: &'a dyn Known) -> Self {
        let mut assembly = Self {
            sheet,
            head,
            mapping,
            known,
            asker: Asker::new(answers),
            year: (known.today().year(), false),
            nouns: Nouns::default(),
            known_tasks: HashMap::new(),
            tasks_above: HashMap::new(),
        };
        assembly.year = assembly.likely_year();
        assembly
    }

    /// The year of 截至…, else of the title, else the most usual of the other deadlines (domain.md §1.8).
    fn likely_year(&self) -> (i32, bool) {
        if let Some(year) = self.head.year {
            return (year, self.head.as_of.is_some());
        }
        let mut counts: HashMap<i32, usize> = HashMap::new();
        for (column, _) in self.columns().filter(|(_, column)| matches!(column, Column::Due | Column::Start)) {
            for row in &self.sheet.rows[self.head.last + 1..] {
                if let Reading::Value(PartialDate { date: Some(date), .. }) =
                    cells::date(row.get(column).unwrap_or(&Cell::Blank), None)
                {
                    *counts.entry(date.year()).or_default() += 1;
                }
            }
        }
        let usual = counts.into_iter().max_by_key(|(year, count)| (*count, -year));
        (usual.map_or(self.year.0, |(year, _)| year), false)
    }

    /// Positions and meanings of the columns.
    pub fn columns(&self) -> impl Iterator<Item = (usize, Column)> + use<'a> {
        self.mapping.columns.iter().copied().enumerate()
    }

    pub fn run(mut self) -> LedgerDraft {
        let rows: Vec<DraftRow> =
            lines(self.sheet, &self.head, &self.mapping.columns).iter().map(|line| self.row(line)).collect();
        let summary = self.summary(&rows);
        LedgerDraft {
            sheet: self.sheet.name.clone(),
            header_row: self.head.last as u32 + 1,
            labels: self.head.labels,
            mapping: self.mapping.clone(),
            as_of: self.head.as_of,
            rows,
            questions: self.asker.into_questions(),
            enterprises: self.nouns.enterprises,
            projects: self.nouns.projects,
            demands: self.nouns.demands,
            summary,
        }
    }

    fn row(&mut self, line: &Line) -> DraftRow {
        let mut row = DraftRow {
            row: line.row as u32 + 1,
            verdict: Verdict::Skip,
            skip: line.skip,
            cells: line.cells.iter().map(|cell| cell.text().into_owned()).collect(),
            doubts: Vec::new(),
            remarks: Vec::new(),
            task: None,
            existing: None,
            changes: Vec::new(),
        };
        if line.skip.is_some() {
            return row;
        }
        let mut state = RowState { row: line.row, ..RowState::default() };
        let before = (self.nouns.enterprises.len(), self.nouns.projects.len());
        let enterprise = self.enterprise(line, &mut state);
        let project = self.project(line, enterprise, &mut state);
        let adds = (self.nouns.enterprises.len(), self.nouns.projects.len()) != before
            && project.map_or_else(
                || enterprise.is_some_and(|index| self.nouns.enterprises[index].existing.is_none()),
                |index| self.nouns.projects[index].existing.is_none(),
            );
        row.verdict = if adds { Verdict::New } else { Verdict::Same };
        if let Some(task) = self.task(line, enterprise, project, &mut state) {
            self.compare(&mut row, task);
        }
        if !state.doubts.is_empty() {
            row.verdict = Verdict::Doubtful;
        }
        row.doubts = state.doubts;
        row.remarks = state.remarks;
        row
    }

    /// Finds the task of the workbook the row is: the same owner, title without number and leading unit; of several
    /// such the one in the same place of their order.
    fn compare(&mut self, row: &mut DraftRow, task: DraftTask) {
        let key = (task.enterprise, task.project, compact(&task.title), task.lead.clone());
        let above = self.tasks_above.entry(key).or_default();
        if above.contains(&task) {
            row.verdict = Verdict::Same;
            return;
        }
        let place = above.len();
        above.push(task.clone());
        let owner = match task.project {
            Some(index) => self.nouns.projects[index].existing.map(Owner::Project),
            None => task.enterprise.and_then(|index| self.nouns.enterprises[index].existing).map(Owner::Enterprise),
        };
        let same = owner.and_then(|owner| {
            let tasks = self.known_tasks.entry(owner).or_insert_with(|| self.known.tasks_of(owner));
            tasks.iter().filter(|known| compare::is_same(known, &task)).nth(place)
        });
        match same {
            Some(known) => {
                row.existing = Some(known.id);
                row.changes = compare::changes(known, &task, self.known);
                row.verdict = if row.changes.is_empty() { Verdict::Same } else { Verdict::Update };
            }
            None => row.verdict = Verdict::New,
        }
        row.task = Some(task);
    }

    fn summary(&self, rows: &[DraftRow]) -> DraftSummary {
        let count = |is: &dyn Fn(&DraftRow) -> bool| rows.iter().filter(|row| is(row)).count() as u32;
        let skipped = SkipReason::ALL
            .iter()
            .map(|reason| Skipped { reason: *reason, rows: count(&|row| row.skip == Some(*reason)) });
        DraftSummary {
            enterprises_new: self.nouns.enterprises.iter().filter(|enterprise| enterprise.existing.is_none()).count()
                as u32,
            projects_new: self.nouns.projects.iter().filter(|project| project.existing.is_none()).count() as u32,
            tasks_new: count(&|row| row.task.is_some() && row.existing.is_none()),
            tasks_updated: count(&|row| !row.changes.is_empty()),
            unchanged: count(&|row| {
                row.skip.is_none() && row.changes.is_empty() && (row.task.is_none() || row.existing.is_some())
            }),
            skipped: skipped.filter(|skipped| skipped.rows > 0).collect(),
            doubtful: count(&|row| row.verdict == Verdict::Doubtful),
        }
    }

    /// The text of the first column of this kind; empty if there is none.
    pub fn text(&self, line: &Line, wanted: Column) -> String {
        self.texts(line, wanted).into_iter().next().unwrap_or_default()
    }

    /// The texts of all columns of this kind that are not blank.
    pub fn texts(&self, line: &Line, wanted: Column) -> Vec<String> {
        let cells = self.columns().filter(|(_, column)| *column == wanted).map(|(index, _)| line.cells[index].text());
        cells.filter(|text| !text.is_empty()).map(|text| text.into_owned()).collect()
    }

    /// Settles a doubt of a cell of this row.
    pub fn settle<T>(&mut self, column: usize, doubt: Doubt<T>, state: &mut RowState) -> T {
        let settled = self.asker.settle(CellPlace::new(state.row, column), doubt);
        if settled.open && !state.doubts.contains(&(column as u32)) {
            state.doubts.push(column as u32);
        }
        settled.value
    }

    /// The value of a reading, its doubt settled.
    pub fn value<T>(&mut self, column: usize, reading: Reading<T>, state: &mut RowState) -> Option<T> {
        match reading {
            Reading::Nothing => None,
            Reading::Value(value) => Some(value),
            Reading::Doubt(doubt) => self.settle(column, doubt, state),
        }
    }

    /// A deadline; one without a year joins the question of the year.
    pub fn date(&mut self, column: usize, cell: &Cell, state: &mut RowState) -> Option<PartialDate> {
        let year = if cells::lacks_year(cell) {
            let (year, sure) = self.year;
            let offer = |year: i32| Offer::new(year.to_string(), texts::in_year(year), Some(year));
            let blank = Offer::new("blank", texts::leave_blank(), None);
            let doubt = Doubt {
                kind: QuestionKind::Year,
                key: String::new(),
                value: cell.text().into_owned(),
                text: texts::no_year().to_owned(),
                offers: vec![offer(year), offer(year + 1), offer(year - 1), blank],
                proposed: 0,
                sure,
                input: None,
            };
            Some(self.settle(column, doubt, state)?)
        } else {
            // Only to tell the month of a day that does not exist.
            Some(self.year.0)
        };
        self.value(column, cells::date(cell, year), state)
    }

    /// The year months in headings are of.
    pub fn usual_year(&self) -> i32 {
        self.year.0
    }
}
