//! Requests about tasks.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::TaskId;
use crate::storage::{handover as handover_rows, task_list, tasks as stored};
use crate::tasks::chase::{ChaseQuery, ChaseText};
use crate::tasks::create::{CreatedTask, NewTask};
use crate::tasks::handover::{HandedOver, Handover, HandoverPreview, HandoverQuery};
use crate::tasks::list::{TaskCounts, TaskFilter, TaskGroupQuery, TaskGroupRow, TaskQuery, TaskRow};
use crate::tasks::note::NewNote;
use crate::tasks::record::TaskRecord;
use crate::tasks::set::{TaskCell, TaskField, Typed};
use crate::tasks::{chase, create, handover, note, order, set, trash};

/// Which task.
#[derive(Debug, Deserialize, TS)]
pub struct WhichTask {
    pub id: TaskId,
}

/// Which tasks.
#[derive(Debug, Deserialize, TS)]
pub struct WhichTasks {
    pub ids: Vec<TaskId>,
}

/// Tasks by filter.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct FilteredTasks {
    #[ts(optional, as = "Option<_>")]
    pub filter: TaskFilter,
}

/// A field of a task, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetTask {
    pub id: TaskId,
    pub field: TaskField,
    pub text: String,
    /// Why, for a due date or a status.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reason: String,
    /// What shows that the work is done, for 申请销号.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub evidence: String,
    /// The day a due date, status or percent holds from; today if left out.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// The same for many tasks.
#[derive(Debug, Deserialize, TS)]
pub struct SetTasks {
    pub ids: Vec<TaskId>,
    pub field: TaskField,
    pub text: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reason: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub evidence: String,
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<NaiveDate>,
}

/// A block of cells, row by row.
#[derive(Debug, Deserialize, TS)]
pub struct SetTaskCells {
    pub cells: Vec<TaskCell>,
    /// Why, for deadlines and states that do not say it themselves.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reason: String,
}

/// Where a task is to stand.
#[derive(Debug, Deserialize, TS)]
pub struct MoveTask {
    pub id: TaskId,
    /// Behind this one; first if left out.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<TaskId>,
}

/// What was done besides what was asked, in sentences.
#[derive(Debug, Default, Serialize, TS)]
pub struct TaskNotices {
    pub notices: Vec<String>,
}

pub(super) fn list(context: &Context<'_>, query: TaskQuery) -> Result<Page<TaskRow>> {
    context.read(|connection| task_list::list(connection, &query, context.as_of()))
}

pub(super) fn ids(context: &Context<'_>, request: FilteredTasks) -> Result<Vec<TaskId>> {
    context.read(|connection| task_list::ids(connection, &request.filter, context.as_of()))
}

pub(super) fn groups(context: &Context<'_>, query: TaskGroupQuery) -> Result<Vec<TaskGroupRow>> {
    context.read(|connection| task_list::groups(connection, &query, context.as_of()))
}

pub(super) fn counts(context: &Context<'_>, request: FilteredTasks) -> Result<TaskCounts> {
    context.read(|connection| task_list::counts(connection, &request.filter, context.as_of()))
}

pub(super) fn get(context: &Context<'_>, request: WhichTask) -> Result<TaskRecord> {
    context.read(|connection| stored::record(connection, request.id, context.as_of()))
}

pub(super) fn create(context: &Context<'_>, request: NewTask) -> Result<CreatedTask> {
    let action = Action::new(Verb::Create, Kind::Task, request.title.trim());
    context.transact(action, |tx| create::create(tx, &request))
}

pub(super) fn set(context: &Context<'_>, request: SetTask) -> Result<TaskNotices> {
    context.transact_named(|tx| {
        let mut notices = Vec::new();
        let typed = Typed { text: &request.text, reason: &request.reason, evidence: &request.evidence, on: request.on };
        let title = set::set(tx, request.id, request.field, &typed, &mut notices)?;
        Ok((Action::set(Kind::Task, request.field.label(), title), TaskNotices { notices }))
    })
}

pub(super) fn set_many(context: &Context<'_>, request: SetTasks) -> Result<TaskNotices> {
    context.transact_named(|tx| {
        let mut notices = Vec::new();
        let typed = Typed { text: &request.text, reason: &request.reason, evidence: &request.evidence, on: request.on };
        let action = set::set_many(tx, &request.ids, request.field, &typed, &mut notices)?;
        Ok((action, TaskNotices { notices }))
    })
}

pub(super) fn set_cells(context: &Context<'_>, request: SetTaskCells) -> Result<TaskNotices> {
    context.transact_named(|tx| {
        let mut notices = Vec::new();
        let action = set::set_cells(tx, &request.cells, &request.reason, &mut notices)?;
        Ok((action, TaskNotices { notices }))
    })
}

pub(super) fn note_add(context: &Context<'_>, request: NewNote) -> Result<Nothing> {
    context.transact_named(|tx| {
        let title = note::add(tx, &request)?;
        Ok((Action::new(Verb::Create, Kind::Progress, title), Nothing {}))
    })
}

pub(super) fn handover_preview(context: &Context<'_>, request: HandoverQuery) -> Result<HandoverPreview> {
    let (as_of, tasks) = (context.as_of(), request.tasks.as_deref());
    context.read(|connection| handover_rows::preview(connection, request.from, tasks, as_of))
}

pub(super) fn hand_over(context: &Context<'_>, request: Handover) -> Result<HandedOver> {
    context.transact_named(|tx| handover::hand_over(tx, &request))
}

pub(super) fn chase(context: &Context<'_>, request: ChaseQuery) -> Result<ChaseText> {
    let (as_of, sender) = (context.as_of(), context.workbook()?.identity().author.clone());
    context.read(|connection| {
        let (rows, addressee) = task_list::to_chase(connection, &request, as_of)?;
        Ok(chase::compose(&rows, &sender, addressee.as_deref(), as_of))
    })
}

pub(super) fn trash(context: &Context<'_>, request: WhichTasks) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = trash::trash(tx, &request.ids)?;
        Ok((Action::new(Verb::Trash, Kind::Task, name), Nothing {}))
    })
}

pub(super) fn place(context: &Context<'_>, request: MoveTask) -> Result<Nothing> {
    context.transact_named(|tx| {
        let title = order::place_after(tx, request.id, request.after)?;
        Ok((Action::new(Verb::Move, Kind::Task, title), Nothing {}))
    })
}
