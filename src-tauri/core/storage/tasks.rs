//! Queries about single tasks and what belongs to them. Lists: [`super::task_list`].

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::ids::*;
use crate::storage::rows::{
    Milestone, Person, Progress, Task, TaskDepartment, TaskDueFact, TaskPerson, TaskStatusFact,
};
use crate::storage::table::{all, live, one};
use crate::storage::{derived, task_rows};
use crate::tasks::record::{DueChange, NextStatus, ProgressNote, StatusChange, TaskRecord};
use crate::tasks::status::TaskStatus;

/// The status fact that holds now.
pub fn last_status(connection: &Connection, id: TaskId) -> Result<Option<TaskStatusFact>> {
    one(connection, "WHERE t.task_id=? AND t.deleted=0 ORDER BY t.on_day DESC, t.id DESC LIMIT 1", &[&id])
}

/// The due-date fact that holds now.
pub fn last_due(connection: &Connection, id: TaskId) -> Result<Option<TaskDueFact>> {
    one(connection, "WHERE t.task_id=? AND t.deleted=0 ORDER BY t.on_day DESC, t.id DESC LIMIT 1", &[&id])
}

/// The latest note up to a day.
pub fn last_note(connection: &Connection, id: TaskId, as_of: NaiveDate) -> Result<Option<Progress>> {
    let tail = "WHERE t.task_id=? AND t.deleted=0 AND t.as_of<=? ORDER BY t.as_of DESC, t.id DESC LIMIT 1";
    one(connection, tail, &[&id, &as_of])
}

/// The percent at a day.
pub fn percent(connection: &Connection, id: TaskId, as_of: NaiveDate) -> Result<Option<i64>> {
    let sql = "SELECT percent FROM progress WHERE task_id=? AND deleted=0 AND as_of<=? AND percent IS NOT NULL
      ORDER BY as_of DESC, id DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row(params![id, as_of], |row| row.get(0)).optional()?)
}

/// The links to assisting units that hold, in order.
pub fn assisting_links(connection: &Connection, id: TaskId) -> Result<Vec<TaskDepartment>> {
    all(connection, "WHERE t.task_id=? AND t.deleted=0 ORDER BY t.position, t.department_id", &[&id])
}

/// The links to persons responsible that hold, in order.
pub fn person_links(connection: &Connection, id: TaskId) -> Result<Vec<TaskPerson>> {
    all(connection, "WHERE t.task_id=? AND t.deleted=0 ORDER BY t.position, t.person_id", &[&id])
}

/// Is a file attached to the task?
pub fn has_attachment(connection: &Connection, id: TaskId) -> Result<bool> {
    let sql = "SELECT 1 FROM attachment WHERE owner=? AND deleted=0";
    Ok(connection.prepare_cached(sql)?.exists([id])?)
}

/// Everybody of this name.
pub fn persons_named(connection: &Connection, name: &str) -> Result<Vec<Person>> {
    all(connection, "WHERE t.name=? AND t.deleted=0 ORDER BY t.id", &[&name])
}

/// The milestone of a project with this name.
pub fn milestone_named(connection: &Connection, project: Option<ProjectId>, name: &str) -> Result<Option<Milestone>> {
    one(connection, "WHERE t.project_id=? AND t.name=? AND t.deleted=0 ORDER BY t.id LIMIT 1", &[&project, &name])
}

/// Live records of a table called exactly so; two at most, which is enough to see that it is not one.
pub fn records_named(connection: &Connection, table: &'static str, name: &str) -> Result<Vec<Id>> {
    let condition = match table {
        "project" => "name=?1 OR code=?1",
        "enterprise" => "name_full=?1 OR name_short=?1",
        "demand" => "text=?1",
        _ => return Err(Error::internal(format!("no names for {table}"))),
    };
    let sql = format!("SELECT id FROM {table} WHERE deleted=0 AND ({condition}) LIMIT 2");
    let mut statement = connection.prepare_cached(&sql)?;
    let ids = statement.query_map([name], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

const SIBLINGS: &str = "t.deleted=0 AND t.project_id IS ?1 AND (?1 IS NOT NULL OR t.enterprise_id IS ?2)";

/// The tasks of the same project (or, without one, of the same enterprise), in order.
pub fn siblings(connection: &Connection, task: &Task) -> Result<Vec<Task>> {
    let tail = format!("WHERE {SIBLINGS} ORDER BY t.position, t.id");
    all(connection, &tail, &[&task.project_id, &task.enterprise_id])
}

/// The last place among them.
pub fn last_position(connection: &Connection, task: &Task) -> Result<Option<String>> {
    let sql = format!("SELECT max(t.position) FROM task t WHERE {SIBLINGS}");
    let keys = params![task.project_id, task.enterprise_id];
    Ok(connection.prepare_cached(&sql)?.query_row(keys, |row| row.get(0))?)
}

/// A task with its histories and notes as of a day.
pub fn record(connection: &Connection, id: TaskId, as_of: NaiveDate) -> Result<TaskRecord> {
    let task: Task = live(connection, id)?;
    let source = derived::tasks_as_of(connection, as_of)?;
    let row = task_rows::row(connection, &source, id, as_of)?.ok_or_else(|| Error::not_found("任务"))?;
    let dated =
        |day: &str| format!("WHERE t.task_id=? AND t.deleted=0 AND t.{day}<=? ORDER BY t.{day} DESC, t.id DESC");
    let statuses: Vec<TaskStatusFact> = all(connection, &dated("on_day"), &[&id, &as_of])?;
    let dues: Vec<TaskDueFact> = all(connection, &dated("on_day"), &[&id, &as_of])?;
    let notes: Vec<Progress> = all(connection, &dated("as_of"), &[&id, &as_of])?;
    let due_day = row.due.as_ref().and_then(|due| due.day);
    let bare = !has_attachment(connection, id)?;
    let next = |next: &TaskStatus| NextStatus {
        status: *next,
        word: row.status.step_word(*next).to_owned(),
        needs_reason: row.status.needs_reason(*next),
        needs_evidence: *next == TaskStatus::Submitted && bare,
    };
    let returned = |fact: &&TaskStatusFact| fact.from_status == Some(TaskStatus::Submitted) && fact.to_status.is_open();
    Ok(TaskRecord {
        next: row.status.allowed_next().iter().map(next).collect(),
        returned_times: statuses.iter().filter(returned).count(),
        due_notice: due_day.and_then(|day| Calendar::current().notice(day)).unwrap_or_default(),
        row,
        weight: task.weight,
        assigned_on: task.assigned_on,
        submitted_on: task.submitted_on,
        closed_on: task.closed_on,
        due_rule: task.due_rule,
        statuses: statuses.into_iter().map(status_change).collect(),
        dues: dues.into_iter().map(due_change).collect(),
        notes: notes.into_iter().map(progress_note).collect(),
    })
}

fn status_change(fact: TaskStatusFact) -> StatusChange {
    StatusChange {
        on: fact.on_day,
        word: fact.from_status.map_or(fact.to_status.label(), |from| from.step_word(fact.to_status)).to_owned(),
        from: fact.from_status,
        to: fact.to_status,
        reason: fact.reason,
        evidence: fact.evidence,
    }
}

fn due_change(fact: TaskDueFact) -> DueChange {
    let words = |due: Option<crate::partial_date::PartialDate>| due.map(|due| due.prose()).unwrap_or_default();
    DueChange {
        on: fact.on_day,
        old: words(fact.old_due),
        new: words(fact.new_due),
        extended: matches!((fact.old_due, fact.new_due), (Some(old), Some(new)) if new.ends_after(&old)),
        reason: fact.reason,
    }
}

fn progress_note(note: Progress) -> ProgressNote {
    ProgressNote {
        id: note.id,
        as_of: note.as_of,
        percent: note.percent,
        done_text: note.done_text,
        problem: note.problem,
        next_step: note.next_step,
        need_coordination: note.need_coordination,
        reporter: note.reporter,
    }
}
