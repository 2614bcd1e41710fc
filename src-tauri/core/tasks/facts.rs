//! The dated facts of a task: its status and its due date (domain.md §1.5, §1.7).

use chrono::NaiveDate;

use crate::error::{Code, Error, Result};
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

/// A step of a task's status as it is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Step<'s> {
    pub to: TaskStatus,
    /// Why; wanted for 暂缓, 取消, 退回 and 重新启动.
    pub reason: &'s str,
    /// What shows that the work is done; wanted for 申请销号 unless a file is attached to the task.
    pub evidence: &'s str,
    pub on: NaiveDate,
}

impl<'s> Step<'s> {
    /// A step that need not be explained.
    pub fn plain(to: TaskStatus, on: NaiveDate) -> Self {
        Self { to, reason: "", evidence: "", on }
    }
}

/// A step from one status to another, checked (domain.md §1.6). `task` gets its 申请销号 and 销号 days.
pub fn change_status(tx: &Tx<'_>, task: &mut Task, step: &Step<'_>) -> Result<()> {
    let Step { to, reason, evidence, on } = *step;
    let (from, last) = status(tx, task.id)?;
    if from == to {
        return Ok(());
    }
    if !from.allowed_next().contains(&to) {
        return Err(Error::invalid(texts::status_not_allowed(from, to)));
    }
    if from.needs_reason(to) && reason.is_empty() {
        return Err(Error::new(Code::ReasonNeeded, texts::status_needs_reason(from, to)));
    }
    if to == TaskStatus::Submitted && evidence.is_empty() && !stored::has_attachment(tx, task.id)? {
        return Err(Error::new(Code::EvidenceNeeded, texts::evidence_needed()));
    }
    if on > tx.today {
        return Err(Error::invalid(texts::not_yet("状态", on, tx.today)));
    }
    if let Some(last) = last.filter(|last| on < *last) {
        return Err(Error::invalid(texts::before_last_fact("状态", on, last)));
    }
    record_status(tx, task, Some(from), step)
}

/// Writes a status fact as it is stated, without asking whether the step is allowed: for a task that comes in with a
/// status of its own. `task` gets its 申请销号 and 销号 days; the caller writes it.
pub fn record_status(tx: &Tx<'_>, task: &mut Task, from: Option<TaskStatus>, step: &Step<'_>) -> Result<()> {
    let on = step.on;
    match step.to {
        TaskStatus::Submitted => task.submitted_on = Some(on),
        TaskStatus::Closed => task.closed_on = Some(on),
        TaskStatus::NotStarted | TaskStatus::InProgress => (task.submitted_on, task.closed_on) = (None, None),
        TaskStatus::Paused | TaskStatus::Cancelled => {}
    }
    insert(
        tx,
        &TaskStatusFact {
            id: Id::new(),
            task_id: task.id,
            on_day: on,
            from_status: from,
            to_status: step.to,
            reason: step.reason.to_owned(),
            deleted: false,
            evidence: step.evidence.to_owned(),
        },
    )
}

/// Would this deadline, set today, be an 延期 that must still say why? By the same rule as [`change_due`].
pub fn needs_reason(
    connection: &rusqlite::Connection,
    id: TaskId,
    due: Option<NaiveDate>,
    today: NaiveDate,
) -> Result<bool> {
    let (Some(last), Some(due)) = (stored::last_due(connection, id)?, due) else { return Ok(false) };
    if last.new_due.and_then(|due| due.date) == Some(due) {
        return Ok(false);
    }
    let (stood, said) = match last.on_day == today {
        true => (last.old_due, !last.reason.is_empty()),
        false => (last.new_due, false),
    };
    Ok(!said && stood.is_some_and(|old| is_put_off(old, Some(PartialDate::day(due)))))
}

/// A new due date from `on` on. A second one on the same day corrects the first, so that a slip of the keyboard is
/// not counted as 延期. 延期 (and doing without a deadline that stood) must say why.
pub fn change_due(tx: &Tx<'_>, id: TaskId, due: Option<PartialDate>, reason: &str, on: NaiveDate) -> Result<()> {
    let last = stored::last_due(tx, id)?;
    if last.as_ref().and_then(|fact| fact.new_due) == due {
        return Ok(());
    }
    if on > tx.today {
        return Err(Error::invalid(texts::not_yet("完成时限", on, tx.today)));
    }
    let corrected = last.clone().filter(|last| last.on_day == on);
    // What stood before the day of the change.
    let stood = match &corrected {
        Some(corrected) => corrected.old_due,
        None => last.as_ref().and_then(|fact| fact.new_due),
    };
    let kept = corrected.as_ref().map_or("", |fact| fact.reason.as_str());
    let reason = if reason.is_empty() { kept } else { reason }.to_owned();
    if let Some(old) = stood.filter(|old| is_put_off(*old, due)).filter(|_| reason.is_empty()) {
        return Err(Error::new(Code::ReasonNeeded, texts::extension_needs_reason(old, due)));
    }
    match (corrected, last) {
        (_, Some(last)) if on < last.on_day => {
            Err(Error::invalid(texts::before_last_fact("完成时限", on, last.on_day)))
        }
        (Some(before), _) => update(tx, &before, &TaskDueFact { new_due: due, reason, ..before.clone() }).map(drop),
        (None, _) => insert(
            tx,
            &TaskDueFact {
                id: Id::new(),
                task_id: id,
                on_day: on,
                old_due: stood,
                new_due: due,
                reason,
                deleted: false,
            },
        ),
    }
}

/// 延期: the new deadline ends later, or there is none any more.
pub fn is_put_off(old: PartialDate, new: Option<PartialDate>) -> bool {
    new.is_none_or(|new| new.ends_after(&old))
}
