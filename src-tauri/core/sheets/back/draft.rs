//! What a filled sheet would do: every difference with where it stands, what was sent, what stands here and what came back,
//! and what is chosen. It changes nothing.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::compare::{Compared, Side, compare};
use super::find::{Finder, Found};
use super::read::{self, BackSheet};
use super::value::Reader;
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, SentSheetId, TaskId};
use crate::ledgers::read::{Book, column_letter};
use crate::ledgers::rows::Line;
use crate::sheets::assigned::{Assigned, shown};
use crate::sheets::columns::SheetColumn;
use crate::sheets::mark::Mark;
use crate::storage::{assigned as stored, departments};
use crate::tasks::status::TaskStatus;
use crate::texts::sheets as texts;

codes! {
    /// What is to be said about a cell or a row.
    pub enum ReturnKind {
        /// The unit filled it in.
        Changed => "changed", "有改动";
        /// … and it was changed here since it was sent, or the work was ended here.
        Conflict => "conflict", "两边都改过";
        /// It most likely means this.
        Asked => "asked", "请确认";
        /// A column that was not to be changed.
        Locked => "locked", "改了锁定列";
        UnknownRow => "unknown_row", "认不出的行";
        UnreadValue => "unread_value", "认不出的值";
        /// A row that was sent and did not come back.
        Missing => "missing", "没有回来的行";
    }
}

codes! {
    /// What is done about it.
    pub enum ReturnChoice {
        /// As it came back.
        Theirs => "theirs", "用表里的";
        /// As it stands here.
        Ours => "ours", "保留本机的";
        /// A new task.
        Add => "add", "新增为任务";
        /// Nothing.
        Skip => "skip", "不处理";
    }
}

/// A difference, with where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnItem {
    /// By which its choice is told: the same whenever the file is read again.
    pub key: String,
    pub kind: ReturnKind,
    pub sheet: String,
    /// As Excel numbers it; none for a row that did not come back.
    pub row: Option<u32>,
    /// As Excel letters it; none for a whole row.
    pub letter: Option<String>,
    pub column: Option<SheetColumn>,
    pub task: Option<TaskId>,
    pub title: String,
    /// The project or enterprise.
    pub owner: String,
    /// What was sent; none when that is not known.
    pub sent: Option<String>,
    /// What stands here.
    pub ours: String,
    /// What came back.
    pub theirs: String,
    /// Why it is shown, when that needs words.
    pub why: String,
    pub choices: Vec<ReturnChoice>,
    pub chosen: ReturnChoice,
}

/// A sheet of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnedSheet {
    pub name: String,
    /// The unit it went to.
    pub unit: String,
    pub rows: usize,
    /// When it was sent, if that is known.
    pub sent_on: Option<NaiveDate>,
    /// Is what was sent known, so that changes here since then can be told?
    pub compared_with_sent: bool,
    /// 报送 that are marked as returned with it: those of sheets that were filled in, or of the only one.
    #[serde(skip)]
    #[ts(skip)]
    pub returns: Vec<SentSheetId>,
    pub returned_now: bool,
}

/// How much there is of what.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnCounts {
    pub changed: usize,
    pub conflict: usize,
    pub asked: usize,
    pub locked: usize,
    pub unknown_row: usize,
    pub unread_value: usize,
    pub missing: usize,
    /// Cells that say what was sent, or what stands here.
    pub unchanged: usize,
    /// Cells that would be written as things are chosen.
    pub to_write: usize,
    /// Tasks they belong to.
    pub tasks: usize,
    /// Tasks that would be added.
    pub to_add: usize,
}

/// The preview of a filled sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReturnDraft {
    pub file: String,
    pub sheets: Vec<ReturnedSheet>,
    /// Sheets without a head of ours, which are passed over.
    pub passed_over: Vec<String>,
    pub items: Vec<ReturnItem>,
    pub counts: ReturnCounts,
    #[serde(skip)]
    #[ts(skip)]
    pub(super) edits: Vec<Edit>,
    #[serde(skip)]
    #[ts(skip)]
    pub(super) additions: Vec<Addition>,
}

/// What is written to a task: each column with the value it gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    pub now: Assigned,
    pub cells: Vec<(SheetColumn, String)>,
}

/// A row that becomes a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Addition {
    pub unit: Option<DepartmentId>,
    pub place: String,
    pub cells: HashMap<SheetColumn, String>,
}

/// Choices by the key of their item; what is not chosen keeps its default.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(transparent)]
pub struct Choices(pub HashMap<String, ReturnChoice>);

impl Choices {
    pub(super) fn of(&self, key: &str, choices: &[ReturnChoice], default: ReturnChoice) -> ReturnChoice {
        self.0.get(key).copied().filter(|choice| choices.contains(choice)).unwrap_or(default)
    }
}

/// Reads a file into a draft. A sheet of a unit, the whole workbook, or any part of either.
pub fn draft(connection: &Connection, book: &Book, choices: &Choices, today: NaiveDate) -> Result<ReturnDraft> {
    let mark = book.kept.as_ref().and_then(Mark::read);
    let (mut sheets, mut passed_over): (Vec<BackSheet<'_>>, Vec<String>) = (Vec::new(), Vec::new());
    for sheet in &book.sheets {
        match read::read(sheet) {
            Some(read) => sheets.push(read),
            None if sheet.rows.is_empty() => {}
            None => passed_over.push(sheet.name.clone()),
        }
    }
    if sheets.is_empty() {
        return Err(Error::invalid(texts::no_sheet_of_ours()));
    }
    let knowledge = Knowledge::load(connection, mark.as_ref())?;
    let whose: Vec<Whose> = sheets.iter().map(|sheet| knowledge.whose(sheet)).collect::<Result<_>>()?;
    let units: Vec<Option<DepartmentId>> = whose.iter().map(|whose| whose.unit).collect();
    let mut finder = Finder::new(connection, today, mark.as_ref());
    let found = finder.find(&sheets, &units)?;
    let tasks = finder.tasks;
    let mut assembly = Assembly {
        choices,
        reader: Reader { year: today.year(), resolver: &knowledge.resolver, unit_name: &|id| knowledge.name(id) },
        draft: ReturnDraft {
            file: book.name.clone(),
            sheets: Vec::new(),
            passed_over,
            items: Vec::new(),
            counts: ReturnCounts::default(),
            edits: Vec::new(),
            additions: Vec::new(),
        },
    };
    for (((sheet, whose), rows), at) in sheets.iter().zip(&whose).zip(&found).zip(0..) {
        if let Some(sent_on) = whose.sent_on {
            assembly.reader.year = sent_on.year();
        }
        let as_sent = match (&mark, whose.sent_on) {
            // The mark is lost: the dated facts tell how things stood on the day the sheet was sent.
            (None, Some(sent_on)) => then(connection, rows, sent_on)?,
            _ => HashMap::new(),
        };
        let said = |id: TaskId, column: SheetColumn| match &mark {
            Some(mark) => mark.tasks.get(&id)?.get(&column).cloned(),
            None => Some(as_sent.get(&id).filter(|_| column.is_dated())?.said(column)),
        };
        for (line, found) in sheet.lines.iter().zip(rows) {
            match found {
                Found::Task(id) => match tasks.get(id) {
                    Some(task) => assembly.row(at, sheet, line, task, &said),
                    None => continue,
                },
                Found::Unknown { why, new } => assembly.unknown(at, sheet, line, whose.unit, why, *new),
            }
        }
        assembly.draft.sheets.push(ReturnedSheet {
            name: sheet.name.to_owned(),
            unit: whose.unit.map(|unit| knowledge.name(unit)).unwrap_or_default(),
            rows: sheet.lines.len(),
            sent_on: whose.sent_on,
            compared_with_sent: whose.sent_on.is_some(),
            returned_now: !whose.returns.is_empty(),
            returns: whose.returns.clone(),
        });
    }
    assembly.leave_untouched();
    assembly.missing(mark.as_ref(), &found, &whose, &tasks);
    Ok(assembly.finished())
}

/// 已销号, 暂缓 and 取消: the unit reports on work that is over or at rest here.
fn ended(status: TaskStatus) -> Option<TaskStatus> {
    (!status.is_open() && status != TaskStatus::Submitted).then_some(status)
}

fn then(connection: &Connection, rows: &[Found], sent_on: NaiveDate) -> Result<HashMap<TaskId, Assigned>> {
    let ids: Vec<TaskId> = rows
        .iter()
        .filter_map(|found| match found {
            Found::Task(id) => Some(*id),
            Found::Unknown { .. } => None,
        })
        .collect();
    Ok(stored::of(connection, &ids, sent_on)?.into_iter().map(|task| (task.id, task)).collect())
}

/// Whose sheet it is, and which 报送.
struct Whose {
    unit: Option<DepartmentId>,
    sent_on: Option<NaiveDate>,
    returns: Vec<SentSheetId>,
}

struct Knowledge<'k> {
    connection: &'k Connection,
    mark: Option<&'k Mark>,
    resolver: crate::departments::resolve::Resolver,
    names: HashMap<DepartmentId, String>,
}

impl<'k> Knowledge<'k> {
    fn load(connection: &'k Connection, mark: Option<&'k Mark>) -> Result<Self> {
        let names = departments::all_names(connection)?.into_iter().map(|(id, _, short)| (id, short)).collect();
        Ok(Self { connection, mark, resolver: departments::resolver(connection)?, names })
    }

    fn name(&self, id: DepartmentId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }

    /// By its mark; without one by what leads its rows, or by its own name, and then the 报送 whose title stands above.
    fn whose(&self, sheet: &BackSheet<'_>) -> Result<Whose> {
        if let Some(mark) = self.mark {
            let marked = mark.sheets.iter().find(|one| one.name == sheet.name);
            // A renamed sheet of a file for one unit is that unit's.
            let marked = marked.or(match mark.sheets.as_slice() {
                [only] => Some(only),
                _ => None,
            });
            let unit = marked.map(|one| one.department).or_else(|| self.unit_of(sheet));
            let sent = marked.or_else(|| mark.sheets.iter().find(|one| Some(one.department) == unit));
            let ids: Vec<SentSheetId> = sent.iter().map(|one| one.sent).collect();
            let returns = stored::still_out(self.connection, &ids)?.into_iter().map(|sheet| sheet.id).collect();
            return Ok(Whose { unit, sent_on: Some(mark.sent_on), returns });
        }
        let unit = self.unit_of(sheet);
        let Some(known) = unit else { return Ok(Whose { unit, sent_on: None, returns: Vec::new() }) };
        let out = stored::out_to(self.connection, known)?;
        let titled = out.iter().find(|sent| sheet.above.contains(&sent.title));
        let sent = titled.or(match out.as_slice() {
            [only] => Some(only),
            _ => None,
        });
        Ok(Whose { unit, sent_on: sent.map(|sent| sent.sent_on), returns: sent.iter().map(|sent| sent.id).collect() })
    }

    fn unit_of(&self, sheet: &BackSheet<'_>) -> Option<DepartmentId> {
        let mut counts: HashMap<DepartmentId, usize> = HashMap::new();
        for line in &sheet.lines {
            let unit = self.resolver.exactly(&sheet.text(line, SheetColumn::Lead));
            if let Some(unit) = unit {
                *counts.entry(unit).or_default() += 1;
            }
        }
        let most = counts.into_iter().max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id))).map(|(id, _)| id);
        most.or_else(|| self.resolver.exactly(sheet.name))
    }
}

/// A draft being put together.
struct Assembly<'a> {
    choices: &'a Choices,
    reader: Reader<'a>,
    draft: ReturnDraft,
}

impl Assembly<'_> {
    fn row(
        &mut self,
        sheet_at: usize,
        sheet: &BackSheet<'_>,
        line: &Line,
        task: &Assigned,
        said: &dyn Fn(TaskId, SheetColumn) -> Option<String>,
    ) {
        let mut cells = Vec::new();
        for (at, column) in &sheet.columns {
            if matches!(column, SheetColumn::Number | SheetColumn::Id | SheetColumn::Owner) {
                continue;
            }
            let side = Side {
                column: *column,
                sent: said(task.id, *column),
                ours: task.said(*column),
                ended: ended(task.status),
                theirs: self.reader.read(*column, line.cells.get(*at).unwrap_or(&crate::ledgers::read::Cell::Blank)),
            };
            let (kind, theirs, why) = match compare(&side) {
                Compared::Same => {
                    self.draft.counts.unchanged += 1;
                    continue;
                }
                Compared::Different { kind, theirs, why } => (kind, theirs, why),
            };
            let key = format!("{sheet_at}:{}:{}", line.row + 1, column.code());
            let (choices, default) = match kind {
                ReturnKind::Changed | ReturnKind::Asked => {
                    (vec![ReturnChoice::Theirs, ReturnChoice::Ours], ReturnChoice::Theirs)
                }
                ReturnKind::UnreadValue => (vec![ReturnChoice::Skip], ReturnChoice::Skip),
                _ => (vec![ReturnChoice::Ours, ReturnChoice::Theirs], ReturnChoice::Ours),
            };
            let chosen = self.choices.of(&key, &choices, default);
            if chosen == ReturnChoice::Theirs {
                cells.push((*column, theirs.clone()));
            }
            let typed = line.cells.get(*at).map(|cell| cell.text().into_owned()).unwrap_or_default();
            self.draft.items.push(ReturnItem {
                key,
                kind,
                sheet: sheet.name.to_owned(),
                row: Some(line.row as u32 + 1),
                letter: Some(column_letter(*at)),
                column: Some(*column),
                task: Some(task.id),
                title: task.title.clone(),
                owner: task.owner.clone(),
                sent: side.sent.map(|sent| shown(*column, &sent)),
                ours: shown(*column, &side.ours),
                theirs: if kind == ReturnKind::UnreadValue { typed } else { shown(*column, &theirs) },
                why,
                choices,
                chosen,
            });
        }
        if !cells.is_empty() {
            self.draft.edits.push(Edit { now: task.clone(), cells });
        }
    }

    fn unknown(
        &mut self,
        sheet_at: usize,
        sheet: &BackSheet<'_>,
        line: &Line,
        unit: Option<DepartmentId>,
        why: &str,
        new: bool,
    ) {
        let key = format!("{sheet_at}:{}:row", line.row + 1);
        let choices = if new { vec![ReturnChoice::Skip, ReturnChoice::Add] } else { vec![ReturnChoice::Skip] };
        let chosen = self.choices.of(&key, &choices, ReturnChoice::Skip);
        if chosen == ReturnChoice::Add {
            let said = |(at, column): &(usize, SheetColumn)| match self.reader.read(*column, line.cells.get(*at)?) {
                super::value::Said::Value(text) | super::value::Said::Perhaps(text) => Some((*column, text)),
                _ => None,
            };
            let cells = sheet.columns.iter().filter_map(said).collect();
            let place = texts::place(sheet.name, line.row as u32 + 1);
            self.draft.additions.push(Addition { unit, place, cells });
        }
        let of_line: Vec<String> = line.cells.iter().map(|cell| cell.text().into_owned()).collect();
        let theirs: Vec<&str> = sheet
            .columns
            .iter()
            .filter(|(_, column)| !matches!(column, SheetColumn::Number | SheetColumn::Id))
            .filter_map(|(at, _)| of_line.get(*at).map(String::as_str))
            .filter(|text| !text.is_empty())
            .collect();
        self.draft.items.push(ReturnItem {
            key,
            kind: ReturnKind::UnknownRow,
            sheet: sheet.name.to_owned(),
            row: Some(line.row as u32 + 1),
            letter: None,
            column: None,
            task: None,
            title: sheet.text(line, SheetColumn::Title),
            owner: sheet.text(line, SheetColumn::Owner),
            sent: None,
            ours: String::new(),
            theirs: theirs.join(" · "),
            why: why.to_owned(),
            choices,
            chosen,
        });
    }

    /// A workbook that went to all units comes back from one of them: only the sheets that were filled in are back.
    fn leave_untouched(&mut self) {
        if self.draft.sheets.len() == 1 {
            return;
        }
        for sheet in &mut self.draft.sheets {
            if !self.draft.items.iter().any(|item| item.sheet == sheet.name) {
                sheet.returns.clear();
                sheet.returned_now = false;
            }
        }
    }

    /// Rows that were sent on the sheets that came back, and are on none of them.
    fn missing(
        &mut self,
        mark: Option<&Mark>,
        found: &[Vec<Found>],
        whose: &[Whose],
        tasks: &HashMap<TaskId, Assigned>,
    ) {
        let Some(mark) = mark else { return };
        let came = |id: &TaskId| found.iter().flatten().any(|found| matches!(found, Found::Task(came) if came == id));
        let mut missing: Vec<&TaskId> = mark.tasks.keys().filter(|id| !came(id)).collect();
        missing.sort();
        for id in missing {
            let sent = &mark.tasks[id];
            let said = |column| sent.get(&column).cloned().unwrap_or_default();
            // Another unit's sheet of the same workbook is not missed.
            let lead = self.reader.resolver.exactly(&said(SheetColumn::Lead));
            if !whose.iter().any(|whose| whose.unit.is_some() && whose.unit == lead) {
                continue;
            }
            self.draft.items.push(ReturnItem {
                key: format!("missing:{id}"),
                kind: ReturnKind::Missing,
                sheet: String::new(),
                row: None,
                letter: None,
                column: None,
                task: tasks.contains_key(id).then_some(*id),
                title: said(SheetColumn::Title),
                owner: said(SheetColumn::Owner),
                sent: None,
                ours: String::new(),
                theirs: String::new(),
                why: texts::row_missing(),
                choices: vec![ReturnChoice::Skip],
                chosen: ReturnChoice::Skip,
            });
        }
    }

    fn finished(mut self) -> ReturnDraft {
        let draft = &mut self.draft;
        let count = |kind: ReturnKind| draft.items.iter().filter(|item| item.kind == kind).count();
        draft.counts = ReturnCounts {
            changed: count(ReturnKind::Changed),
            conflict: count(ReturnKind::Conflict),
            asked: count(ReturnKind::Asked),
            locked: count(ReturnKind::Locked),
            unknown_row: count(ReturnKind::UnknownRow),
            unread_value: count(ReturnKind::UnreadValue),
            missing: count(ReturnKind::Missing),
            unchanged: draft.counts.unchanged,
            to_write: draft.edits.iter().map(|edit| edit.cells.len()).sum(),
            tasks: draft.edits.len(),
            to_add: draft.additions.len(),
        };
        self.draft
    }
}
