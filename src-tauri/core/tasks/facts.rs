//! The dated facts of a task: its status and its due date (domain.md §1.5, §1.7).

use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::ids::{Id, TaskId};
use crate::partial_date::PartialDate;
use crate::storage::rows::{Task, TaskDueFact, TaskStatusFact};
use crate::storage::table::{insert, update};
use crate::storage::tasks as stored;
use crate::tasks::status::TaskStatus;
use crate::texts::tasks as texts;
use crate::workbook::Tx;

/// A task's status by its latest fact, and the day of it.
pub fn status(tx: &Tx<'_>, id: TaskId) -> Result<(TaskStatus, Option<NaiveDate>)> {
    let last = stored::last_status(tx, id)?;
    Ok(last.map_or((TaskStatus::NotStarted, None), |fact| (fact.to_status, Some(fact.on_day))))
}

/// A step from one status to another, checked (domain.md §1.6). `task` gets its 申请销号 and 销号 days.
pub fn change_status(tx: &Tx<'_>, task: &mut Task, to: TaskStatus, reason: &str, on: NaiveDate) -> Result<()> {
    let (from, last) = status(tx, task.id)?;
    if from == to {
        return Ok(());
    }
    if !from.allowed_next().contains(&to) {
        return Err(Error::invalid(texts::status_not_allowed(from, to)));
    }
    if from.needs_reason(to) && reason.is_empty() {
        return Err(Error::invalid(texts::status_needs_reason(to)));
    }
    if on > tx.today {
        return Err(Error::invalid(texts::not_yet("状态", on, tx.today)));
    }
    if let Some(last) = last.filter(|last| on < *last) {
        return Err(Error::invalid(texts::before_last_fact("状态", on, last)));
    }
    record_status(tx, task, Some(from), to, reason, on)
}

/// Writes a status fact as it is stated, without asking whether the step is allowed: for a task that comes in with a
/// status of its own. `task` gets its 申请销号 and 销号 days; the caller writes it.
pub fn record_status(
    tx: &Tx<'_>,
    task: &mut Task,
    from: Option<TaskStatus>,
    to: TaskStatus,
    reason: &str,
    on: NaiveDate,
) -> Result<()> {
    match to {
        TaskStatus::Submitted => task.submitted_on = Some(on),
        TaskStatus::Closed => task.closed_on = Some(on),
        TaskStatus::NotStarted | TaskStatus::InProgress => (task.submitted_on, task.closed_on) = (None, None),
        TaskStatus::Paused | TaskStatus::Cancelled => {}
    }
    let (id, reason) = (Id::new(), reason.to_owned());
    insert(
        tx,
        &TaskStatusFact {
            id,
            task_id: task.id,
            on_day: on,
            from_status: from,
            to_status: to,
            reason,
            deleted: false,
            evidence: String::new(),
        },
    )
}

/// A new due date from `on` on. A second one on the same day corrects the first, so that a slip of the keyboard is
/// not counted as 延期.
pub fn change_due(tx: &Tx<'_>, id: TaskId, due: Option<PartialDate>, reason: &str, on: NaiveDate) -> Result<()> {
    let last = stored::last_due(tx, id)?;
    if last.as_ref().and_then(|fact| fact.new_due) == due {
        return Ok(());
    }
    let reason = reason.to_owned();
    match last {
        Some(last) if on < last.on_day => Err(Error::invalid(texts::before_last_fact("完成时限", on, last.on_day))),
        Some(last) if on == last.on_day => {
            let reason = if reason.is_empty() { last.reason.clone() } else { reason };
            update(tx, &last, &TaskDueFact { new_due: due, reason, ..last.clone() }).map(drop)
        }
        last => {
            let old_due = last.and_then(|fact| fact.new_due);
            insert(
                tx,
                &TaskDueFact { id: Id::new(), task_id: id, on_day: on, old_due, new_due: due, reason, deleted: false },
            )
        }
    }
}
