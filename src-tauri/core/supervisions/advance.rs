//! 签收, 反馈, 复核 → 销号 or 退回, 作废: each a dated step.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::calendar::Calendar;
use crate::dictionaries::limits;
use crate::error::{Error, Result};
use crate::ids::SupervisionId;
use crate::input;
use crate::storage::rows::{Supervision, Task};
use crate::storage::supervisions as stored;
use crate::storage::table::{live, update};
use crate::supervisions::issue::{record_step, stored_reply_due};
use crate::supervisions::status::SupervisionStatus;
use crate::tasks::facts;
use crate::tasks::status::TaskStatus;
use crate::texts::supervisions as texts;
use crate::workbook::Tx;

/// The next step of a 督办单.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AdvanceSupervision {
    pub id: SupervisionId,
    pub to: SupervisionStatus,
    /// The reply, 审核意见, or the reason.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    /// The day as typed; today when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
    /// For 退回: when the next reply is due, as typed; the usual working days when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reply_due: String,
    /// For 销号: the task that is 待销号 is closed with it.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub close_task: bool,
}

/// Takes the step; returns the action by name.
pub fn advance(tx: &Tx<'_>, request: &AdvanceSupervision) -> Result<Action> {
    use SupervisionStatus as Status;
    let before: Supervision = live(tx, request.id)?;
    let (from, to) = (before.status, request.to);
    if !from.allowed_next().contains(&to) {
        let next: Vec<&str> = from.allowed_next().iter().map(|next| next.label()).collect();
        return Err(Error::invalid(texts::step_not_allowed(from.label(), to.label(), &next.join("、"))));
    }
    let text = input::text(&request.text, texts::step_text(to), input::LONG)?;
    if Status::needs_text(to) && text.is_empty() {
        return Err(Error::invalid(texts::step_needs_text(to)));
    }
    let on = input::day(&request.on, "日期", tx.today)?.unwrap_or(tx.today);
    if on > tx.today {
        return Err(Error::invalid(crate::texts::tasks::not_yet(to.label(), on, tx.today)));
    }
    if let Some(last) = stored::last_step(tx, before.id)?.filter(|last| on < last.on_day) {
        return Err(Error::invalid(crate::texts::tasks::before_last_fact(texts::word(), on, last.on_day)));
    }
    let mut after = Supervision { status: to, ..before.clone() };
    match to {
        Status::Received => after.received_on = Some(on),
        Status::Replied => {
            after.received_on = before.received_on.or(Some(on));
            after.replied_on = Some(on);
            after.reply.clone_from(&text);
        }
        Status::Closed => {
            after.closed_on = Some(on);
            after.verdict = if text.is_empty() { texts::verdict_closed().to_string() } else { text.clone() };
        }
        Status::Returned => {
            after.verdict.clone_from(&text);
            after.replied_on = None;
            after.reply_due = Some(match request.reply_due.trim() {
                "" => Calendar::current().add_working_days(on, limits::supervision_days(tx)?),
                typed => stored_reply_due(typed, on)?,
            });
        }
        Status::Draft | Status::Issued | Status::Voided => {}
    }
    update(tx, &before, &after)?;
    record_step(tx, before.id, Some(from), to, &text, on)?;
    if to == Status::Closed && request.close_task {
        close_task(tx, &before, on)?;
    }
    Ok(Action::set(Kind::Supervision, texts::step_name(to), before.number))
}

/// 销号 of the task with its paper: only one that waits for it, by the rules of tasks.
fn close_task(tx: &Tx<'_>, paper: &Supervision, on: chrono::NaiveDate) -> Result<()> {
    let Some(id) = paper.task_id else { return Err(Error::invalid(texts::no_task_to_close(&paper.number))) };
    let before: Task = live(tx, id)?;
    let (status, last) = facts::status(tx, id)?;
    if status != TaskStatus::Submitted {
        return Err(Error::invalid(texts::task_not_submitted(&before.title, status.label())));
    }
    let mut after = before.clone();
    let step = facts::Step::plain(TaskStatus::Closed, last.map_or(on, |last| on.max(last)));
    facts::change_status(tx, &mut after, &step)?;
    update(tx, &before, &after).map(drop)
}
