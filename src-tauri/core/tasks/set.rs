//! 修改任务: one field at a time as it is left, the same text for many tasks, or a block of cells.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::departments::set::find_unit;
use crate::error::{Error, Result};
use crate::ids::{DemandId, EnterpriseId, Id, MilestoneId, ProjectId, TaskId};
use crate::storage::rows::{Demand, Enterprise, Milestone, Project, Task};
use crate::storage::table::{live, update};
use crate::storage::tasks as stored;
use crate::tasks::due::TypedDue;
use crate::tasks::facts::{self, Step};
use crate::tasks::links;
use crate::tasks::note::{self, NewNote};
use crate::tasks::status::TaskStatus;
use crate::texts::tasks as texts;
use crate::workbook::Tx;
use crate::{input, texts as common};

codes! {
    /// A field of a task that can be typed into, in the order in which a block of cells is written: a person is
    /// looked for in the lead unit, so the lead unit comes first.
    pub enum TaskField {
        Title => "title", "重点任务";
        Measure => "measure", "具体措施";
        Deliverable => "deliverable", "成果";
        Project => "project", "项目";
        Enterprise => "enterprise", "企业";
        Demand => "demand", "需求";
        Milestone => "milestone", "路线图节点";
        Lead => "lead", "牵头单位";
        Assisting => "assisting", "配合单位";
        Persons => "persons", "责任人";
        AssignedOn => "assigned_on", "交办日期";
        StartOn => "start_on", "开始日期";
        Due => "due", "完成时限";
        Percent => "percent", "进度";
        Progress => "progress", "进展情况";
        Status => "status", "状态";
        Weight => "weight", "权重";
        Note => "note", "备注";
    }
}

/// What was typed into a field.
#[derive(Debug, Default, Clone, Copy)]
pub struct Typed<'t> {
    pub text: &'t str,
    /// Why, for a due date or a status.
    pub reason: &'t str,
    /// What shows that the work is done, for 申请销号.
    pub evidence: &'t str,
    /// The day a dated fact (status, due date, percent) holds from; today if `None`.
    pub on: Option<NaiveDate>,
}

/// A cell of a block.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TaskCell {
    pub id: TaskId,
    pub field: TaskField,
    pub text: String,
}

/// Sets a field from what was typed; returns the title the task had. What was done besides is added to `notices`.
pub fn set(tx: &Tx<'_>, id: TaskId, field: TaskField, typed: &Typed<'_>, notices: &mut Vec<String>) -> Result<String> {
    let before: Task = live(tx, id)?;
    let mut after = before.clone();
    let (word, text) = (field.label(), typed.text);
    let on = typed.on.unwrap_or(tx.today);
    match field {
        TaskField::Title => after.title = input::required(text, word)?,
        TaskField::Measure => after.measure = input::text(text, word, input::LONG)?,
        TaskField::Deliverable => after.deliverable = input::text(text, word, input::LONG)?,
        TaskField::Note => after.note = input::text(text, word, input::LONG)?,
        TaskField::Project => {
            after.project_id = chosen::<ProjectId>(tx, "project", word, text)?;
            if after.project_id.is_some() {
                after.enterprise_id = None;
            }
        }
        TaskField::Enterprise => after.enterprise_id = chosen::<EnterpriseId>(tx, "enterprise", word, text)?,
        TaskField::Demand => after.demand_id = chosen::<DemandId>(tx, "demand", word, text)?,
        TaskField::Milestone => after.milestone_id = milestone(tx, &before, text)?,
        TaskField::Lead => {
            after.lead_department_id = find_unit(tx, text)?;
            if let Some(lead) = after.lead_department_id {
                links::drop_assisting(tx, id, lead)?;
            }
        }
        TaskField::Assisting => links::set_assisting(tx, &before, text, notices)?,
        TaskField::Persons => links::set_persons(tx, &before, text, notices)?,
        TaskField::AssignedOn => {
            after.assigned_on = input::day(text, word, tx.today)?;
            // A deadline that came from a rule is counted anew.
            if let (Some(assigned_on), false) = (after.assigned_on, before.due_rule.is_empty()) {
                let due = TypedDue::read(&before.due_rule, tx.today)?.date(assigned_on);
                let recounted = texts::recounted(assigned_on, &before.due_rule);
                let reason = if typed.reason.is_empty() { &recounted } else { typed.reason };
                facts::change_due(tx, id, due, &input::line(reason, "理由")?, tx.today)?;
            }
        }
        TaskField::StartOn => {
            after.start_on = input::day(text, word, tx.today)?;
            let due = stored::last_due(tx, id)?.and_then(|fact| fact.new_due).and_then(|due| due.date);
            refuse_due_before_start(due, after.start_on)?;
        }
        TaskField::Due => {
            let (text, reason) = with_words(text, typed.reason);
            let read = TypedDue::read(text, tx.today)?;
            let due = read.date(before.assigned_on.unwrap_or(tx.today));
            refuse_due_before_start(due.and_then(|due| due.date), before.start_on)?;
            if let TypedDue::WorkingDays(_) = read {
                after.assigned_on = before.assigned_on.or(Some(tx.today));
            }
            after.due_rule = read.rule();
            facts::change_due(tx, id, due, &input::line(reason, "理由")?, on)?;
        }
        TaskField::Percent => set_percent(tx, id, text, on)?,
        TaskField::Progress => {
            if !text.trim().is_empty() {
                note::add(tx, &NewNote { done_text: text.into(), ..NewNote::on(id, on) })?;
            }
        }
        TaskField::Status => {
            let (text, reason) = with_words(text, typed.reason);
            let to = input::choice(text, word, TaskStatus::from_label, TaskStatus::labels())?;
            let to = to.ok_or_else(|| Error::invalid(common::must_not_be_empty(word)))?;
            // What is said of 待销号 is what shows that the work is done.
            let (reason, evidence) = match to {
                TaskStatus::Submitted if typed.evidence.trim().is_empty() => ("", reason),
                _ => (reason, typed.evidence),
            };
            let (reason, evidence) = (input::line(reason, "理由")?, input::text(evidence, "佐证", input::LONG)?);
            facts::change_status(tx, &mut after, &Step { to, reason: &reason, evidence: &evidence, on })?;
        }
        TaskField::Weight => {
            let weight = input::number(text, word, 0, 1000)?;
            after.weight = weight.ok_or_else(|| Error::invalid(common::must_not_be_empty(word)))?;
        }
    }
    // Only what the task belongs to is looked up, and only when it changed.
    if (after.project_id, after.enterprise_id, after.demand_id)
        != (before.project_id, before.enterprise_id, before.demand_id)
    {
        check_belongs(tx, &after)?;
    }
    // A note may have started the task meanwhile; columns it wrote are not in `before` and stay as they are.
    update(tx, &before, &after)?;
    Ok(before.title)
}

/// The same text into a field of many tasks; returns the action by name. Refused whole, naming the task.
pub fn set_many(
    tx: &Tx<'_>,
    ids: &[TaskId],
    field: TaskField,
    typed: &Typed<'_>,
    notices: &mut Vec<String>,
) -> Result<Action> {
    let mut first = None;
    for id in ids {
        let task: Task = live(tx, *id)?;
        set(tx, *id, field, typed, notices)
            .map_err(|error| reworded(error, |why| texts::one_of_many_refused(&task.title, why)))?;
        first.get_or_insert(task.title);
    }
    let first = first.ok_or_else(|| Error::invalid(texts::no_task_chosen()))?;
    notices.dedup();
    Ok(Action::set(Kind::Task, field.label(), texts::and_others(&first, ids.len())))
}

/// A block of cells; returns the action by name. `reason` is that of deadlines and states without one of their own.
/// Refused whole, naming row and column.
pub fn set_cells(tx: &Tx<'_>, cells: &[TaskCell], reason: &str, notices: &mut Vec<String>) -> Result<Action> {
    let mut rows: Vec<(TaskId, Vec<&TaskCell>)> = Vec::new();
    for cell in cells {
        match rows.iter_mut().rev().find(|(id, _)| *id == cell.id) {
            Some((_, row)) => row.push(cell),
            None => rows.push((cell.id, vec![cell])),
        }
    }
    let mut first = None;
    for (number, (id, row)) in rows.iter_mut().enumerate() {
        let title = live::<Task>(tx, *id)?.title;
        row.sort_by_key(|cell| cell.field);
        for cell in row {
            let typed = Typed { text: &cell.text, reason, ..Typed::default() };
            set(tx, *id, cell.field, &typed, notices).map_err(|error| {
                reworded(error, |why| texts::cell_refused(number + 1, &title, cell.field.label(), why))
            })?;
        }
        first.get_or_insert(title);
    }
    let first = first.ok_or_else(|| Error::invalid(texts::no_task_chosen()))?;
    let one_field = cells.iter().all(|cell| cell.field == cells[0].field).then(|| cells[0].field.label());
    Ok(Action::set(Kind::Task, one_field.unwrap_or_default(), texts::and_others(&first, rows.len())))
}

/// The refusal with more words around it.
fn reworded(error: Error, words: impl FnOnce(&str) -> String) -> Error {
    Error::new(error.code(), words(error.message())).because(error)
}

/// Refuses a task whose project, enterprise or demand is gone, or whose demand is another project's.
pub(super) fn check_belongs(tx: &Tx<'_>, task: &Task) -> Result<()> {
    if let Some(id) = task.project_id {
        live::<Project>(tx, id)?;
    }
    if let Some(id) = task.enterprise_id {
        live::<Enterprise>(tx, id)?;
    }
    if let Some(id) = task.demand_id {
        let demand: Demand = live(tx, id)?;
        if demand.project_id.is_some() && task.project_id.is_some() && demand.project_id != task.project_id {
            return Err(Error::invalid(texts::of_another(TaskField::Demand.label(), &demand.text)));
        }
    }
    Ok(())
}

/// A milestone of the task's project, by id or name.
fn milestone(tx: &Tx<'_>, task: &Task, typed: &str) -> Result<Option<MilestoneId>> {
    let word = TaskField::Milestone.label();
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let found = match Id::parse(typed) {
        Some(id) => Some(live::<Milestone>(tx, id)?),
        None => stored::milestone_named(tx, task.project_id, typed)?,
    };
    let milestone = found.ok_or_else(|| Error::invalid(texts::no_such(word, typed)))?;
    match Some(milestone.project_id) == task.project_id {
        true => Ok(Some(milestone.id)),
        false => Err(Error::invalid(texts::of_another(word, &milestone.name))),
    }
}

/// A record by id or by its whole name; nothing for an empty text.
fn chosen<T: From<Id>>(tx: &Tx<'_>, table: &'static str, word: &str, typed: &str) -> Result<Option<T>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(id) = Id::parse(typed) {
        return Ok(Some(id.into()));
    }
    match stored::records_named(tx, table, typed)?.as_slice() {
        [] => Err(Error::invalid(texts::no_such(word, typed))),
        [only] => Ok(Some((*only).into())),
        _ => Err(Error::invalid(texts::several_such(word, typed))),
    }
}

fn refuse_due_before_start(due: Option<NaiveDate>, start: Option<NaiveDate>) -> Result<()> {
    match (due, start) {
        (Some(due), Some(start)) if due < start => Err(Error::invalid(texts::due_before_start(due, start))),
        _ => Ok(()),
    }
}

/// A percent as typed (45, 45%) becomes a note of that day, unless it is what stood there.
fn set_percent(tx: &Tx<'_>, id: TaskId, typed: &str, on: NaiveDate) -> Result<()> {
    let plain = crate::typed::compact(typed);
    let word = TaskField::Percent.label();
    let percent = input::number(plain.trim_end_matches('%'), word, 0, 100)?;
    let percent = percent.ok_or_else(|| Error::invalid(common::must_not_be_empty(word)))?;
    match stored::percent(tx, id, on)? {
        Some(now) if now == percent => Ok(()),
        _ => note::add(tx, &NewNote { percent: Some(percent), ..NewNote::on(id, on) }).map(drop),
    }
}

/// 暂缓：等土地指标 and 4月10日：等土地指标 say what and why; without words of its own the `reason` beside it counts.
fn with_words<'t>(typed: &'t str, reason: &'t str) -> (&'t str, &'t str) {
    match typed.split_once(['：', ':']) {
        Some((text, words)) if !words.trim().is_empty() => (text, words),
        Some((text, _)) => (text, reason),
        None => (typed, reason),
    }
}
