//! Puts a draft together, row by row: names become enterprises, projects and demands, each once; doubts become
//! questions; tasks are compared with the workbook's.

use std::collections::HashMap;

use chrono::Datelike;

use super::cells::{self, Reading};
use super::columns::{Column, Mapping};
use super::compare;
use super::draft::{
    DraftDemand, DraftEnterprise, DraftProject, DraftRow, DraftSummary, DraftTask, DraftUnit, LedgerDraft, Verdict,
};
use super::header::Head;
use super::known::{Known, KnownEnterprise, KnownTask, Owner};
use super::questions::{Answers, Asker, CellPlace, Doubt, Input, Offer, QuestionKind};
use super::read::{Cell, Sheet};
use super::rows::{Line, SkipReason, Skipped, lines};
use crate::amount::AmountUnit;
use crate::demands::category::DemandCategory;
use crate::departments::districts::resolve_district;
use crate::departments::resolve::Resolution;
use crate::ids::{DepartmentId, Id};
use crate::partial_date::PartialDate;
use crate::texts::ledgers as texts;
use crate::typed::compact;
use crate::uscc::Uscc;

/// A draft being put together.
pub(super) struct Assembly<'a> {
    sheet: &'a Sheet,
    pub head: Head,
    mapping: &'a Mapping,
    pub known: &'a dyn Known,
    asker: Asker<'a>,
    /// The year that dates without one most likely mean, and whether the ledger says so itself.
    year: (i32, bool),
    enterprises: Vec<DraftEnterprise>,
    projects: Vec<DraftProject>,
    /// For each project the text its investment was read from: a merged cell is read, and asked about, once.
    investments_read: Vec<String>,
    demands: Vec<DraftDemand>,
    enterprise_by_name: HashMap<String, usize>,
    project_by_name: HashMap<(Option<usize>, String), usize>,
    /// 其他 is kept apart by its words, which say what it is.
    demand_by_category: HashMap<(Option<usize>, Option<usize>, DemandCategory, String), usize>,
    units: HashMap<String, Resolution>,
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
            enterprises: Vec::new(),
            projects: Vec::new(),
            investments_read: Vec::new(),
            demands: Vec::new(),
            enterprise_by_name: HashMap::new(),
            project_by_name: HashMap::new(),
            demand_by_category: HashMap::new(),
            units: HashMap::new(),
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
            enterprises: self.enterprises,
            projects: self.projects,
            demands: self.demands,
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
        let before = (self.enterprises.len(), self.projects.len());
        let enterprise = self.enterprise(line, &mut state);
        let project = self.project(line, enterprise, &mut state);
        let adds = (self.enterprises.len(), self.projects.len()) != before
            && project.map_or_else(
                || enterprise.is_some_and(|index| self.enterprises[index].existing.is_none()),
                |index| self.projects[index].existing.is_none(),
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
            Some(index) => self.projects[index].existing.map(Owner::Project),
            None => task.enterprise.and_then(|index| self.enterprises[index].existing).map(Owner::Enterprise),
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
            enterprises_new: self.enterprises.iter().filter(|enterprise| enterprise.existing.is_none()).count() as u32,
            projects_new: self.projects.iter().filter(|project| project.existing.is_none()).count() as u32,
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

    fn enterprise(&mut self, line: &Line, state: &mut RowState) -> Option<usize> {
        let (column, _) = self.columns().find(|(_, column)| *column == Column::Enterprise)?;
        let name = line.cells[column].text().replace('\n', "");
        let key = compact(&name);
        if key.is_empty() {
            return None;
        }
        let index = match self.enterprise_by_name.get(&key) {
            Some(index) => *index,
            None => {
                let existing = match self.known.find_enterprise(&name) {
                    KnownEnterprise::Same(id) => Some(id),
                    KnownEnterprise::Unknown => None,
                    KnownEnterprise::Like(id, known) => {
                        let doubt = Doubt {
                            kind: QuestionKind::Enterprise,
                            key: key.clone(),
                            value: name.clone(),
                            text: texts::like_enterprise(&known),
                            offers: vec![
                                Offer::new("same", texts::same_enterprise(), Some(id)),
                                Offer::new("other", texts::another_enterprise(), None),
                            ],
                            proposed: 0,
                            sure: false,
                            input: None,
                        };
                        self.settle(column, doubt, state)
                    }
                };
                let contacts = Vec::new();
                self.enterprises.push(DraftEnterprise {
                    name,
                    existing,
                    district_code: None,
                    uscc: None,
                    contacts,
                    phone: String::new(),
                });
                self.enterprise_by_name.insert(key, self.enterprises.len() - 1);
                self.enterprises.len() - 1
            }
        };
        self.enterprise_details(line, index, state);
        Some(index)
    }

    fn enterprise_details(&mut self, line: &Line, index: usize, state: &mut RowState) {
        let (uscc, contact, phone) =
            (self.text(line, Column::Uscc), self.text(line, Column::Contact), self.phone(line, Column::Contact));
        let enterprise = &mut self.enterprises[index];
        if enterprise.uscc.is_none() && !uscc.is_empty() {
            match Uscc::parse(&uscc) {
                Ok(code) => enterprise.uscc = code.map(|code| code.as_str().to_owned()),
                Err(error) => state.remarks.push(texts::uscc_dropped(error.message())),
            }
        }
        if enterprise.contacts.is_empty() {
            enterprise.contacts = cells::persons(&contact);
            enterprise.phone = phone;
        }
    }

    /// The telephone in the column that follows the persons or contacts.
    pub fn phone(&self, line: &Line, of: Column) -> String {
        let mut last = None;
        for (index, column) in self.columns() {
            match column {
                Column::Person | Column::Contact => last = Some(column),
                Column::Phone if last == Some(of) => return line.cells[index].text().into_owned(),
                _ => {}
            }
        }
        String::new()
    }

    fn project(&mut self, line: &Line, enterprise: Option<usize>, state: &mut RowState) -> Option<usize> {
        let name = self.text(line, Column::Project).replace('\n', "");
        let district_text = self.text(line, Column::District);
        let district_code = resolve_district(&district_text).map(|district| district.code.to_owned());
        if district_code.is_none() && !district_text.is_empty() {
            state.remarks.push(texts::unknown_district(&district_text));
        }
        if let Some(index) = enterprise {
            let enterprise = &mut self.enterprises[index];
            enterprise.district_code = enterprise.district_code.take().or_else(|| district_code.clone());
        }
        if name.is_empty() {
            return None;
        }
        let key = (enterprise, compact(&name));
        let index = match self.project_by_name.get(&key) {
            Some(index) => *index,
            None => {
                let existing = match enterprise.map(|index| self.enterprises[index].existing) {
                    Some(None) => None,
                    Some(Some(id)) => self.known.find_project(&name, Some(id)),
                    None => self.known.find_project(&name, None),
                };
                let (district_code, district_text) = (None, String::new());
                let project =
                    DraftProject { name, enterprise, existing, district_code, district_text, investment: None };
                self.projects.push(project);
                self.investments_read.push(String::new());
                self.project_by_name.insert(key, self.projects.len() - 1);
                self.projects.len() - 1
            }
        };
        let stated = self.text(line, Column::Investment);
        if !stated.is_empty() && self.investments_read[index] != stated {
            let investment = self.investment(line, state);
            let project = &mut self.projects[index];
            project.investment = project.investment.take().or(investment);
            self.investments_read[index] = stated;
        }
        let project = &mut self.projects[index];
        if project.district_text.is_empty() {
            (project.district_code, project.district_text) = (district_code, district_text);
        }
        Some(index)
    }

    fn investment(&mut self, line: &Line, state: &mut RowState) -> Option<crate::amount::Amount> {
        let (column, _) = self.columns().find(|(_, column)| *column == Column::Investment)?;
        let cell = &line.cells[column];
        let mut unit = self.head.unit_of(column);
        if unit.is_none() && cells::is_bare_number(cell) {
            let offers = [AmountUnit::Wan, AmountUnit::Yi, AmountUnit::Yuan];
            let doubt = Doubt {
                kind: QuestionKind::AmountUnit,
                key: String::new(),
                value: cell.text().into_owned(),
                text: texts::amount_without_unit().to_owned(),
                offers: offers.into_iter().map(|unit| Offer::new(unit.code(), unit.label(), unit)).collect(),
                proposed: 0,
                sure: false,
                input: None,
            };
            unit = Some(self.settle(column, doubt, state));
        }
        self.value(column, cells::amount(cell, unit), state)
    }

    /// The demands a cell names, each once for a project and category; the first is the task's.
    pub fn demand(&mut self, text: &str, enterprise: Option<usize>, project: Option<usize>) -> Option<usize> {
        let names = text.split(['、', '，', ',', '；', ';', '/', '\n']).map(str::trim).filter(|name| !name.is_empty());
        let mut first = None;
        for name in names {
            let category = DemandCategory::from_text(name).unwrap_or(DemandCategory::Other);
            let words = if category == DemandCategory::Other { name } else { "" };
            let key = (enterprise, project, category, words.to_owned());
            let index = *self.demand_by_category.entry(key).or_insert_with(|| {
                self.demands.push(DraftDemand { enterprise, project, category, text: name.to_owned() });
                self.demands.len() - 1
            });
            first = first.or(Some(index));
        }
        first
    }

    /// The unit of a name; an unknown one is asked.
    pub fn unit(&mut self, column: usize, name: &str, state: &mut RowState) -> Option<DraftUnit> {
        let known = self.known;
        let resolution = self.units.entry(name.to_owned()).or_insert_with(|| known.resolve_unit(name)).clone();
        let named = |id: DepartmentId| DraftUnit { id: Some(id), name: known.unit_name(id) };
        let guesses = match resolution {
            Resolution::Exact(id) => return Some(named(id)),
            Resolution::Guess(guesses) => guesses,
            Resolution::Unknown => Vec::new(),
        };
        let guessed = guesses.into_iter().take(3).map(|(id, _)| {
            let unit = named(id);
            Offer::new(format!("unit={id}"), unit.name.clone(), Some(unit))
        });
        let new = DraftUnit { id: None, name: name.to_owned() };
        let others = [Offer::new("new", texts::new_unit(), Some(new)), Offer::new("blank", texts::leave_blank(), None)];
        let doubt = Doubt {
            kind: QuestionKind::Department,
            key: name.to_owned(),
            value: name.to_owned(),
            text: texts::which_unit().to_owned(),
            offers: guessed.chain(others).collect(),
            proposed: 0,
            sure: false,
            input: Some(Input {
                id: "unit=",
                label: texts::pick_unit(),
                read: |picked| Some(Some(DraftUnit { id: Some(Id::parse(picked)?.into()), name: String::new() })),
            }),
        };
        let unit = self.settle(column, doubt, state)?;
        Some(match unit.id {
            Some(id) => named(id),
            None => unit,
        })
    }
}
