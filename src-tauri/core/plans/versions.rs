//! The versions of a plan: 送审 and back, 修订, 作废; and what was agreed about a task.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::error::{Error, Result};
use crate::ids::{Id, PlanId};
use crate::input;
use crate::plans::status::PlanStatus;
use crate::storage::plan_versions as stored;
use crate::storage::rows::{Plan, PlanText};
use crate::storage::table::{insert, live, update};
use crate::tasks::list::DueText;
use crate::texts::plans as texts;
use crate::workbook::Tx;

/// A version in the list of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanVersion {
    pub id: PlanId,
    #[ts(type = "number")]
    pub version: i64,
    pub status: PlanStatus,
    pub issued_on: Option<NaiveDate>,
    pub document_number: String,
}

/// What the latest issued version says about a task: the baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskBaseline {
    pub plan: PlanId,
    #[ts(type = "number")]
    pub version: i64,
    pub issued_on: NaiveDate,
    pub start_on: Option<NaiveDate>,
    pub due: Option<DueText>,
    /// 比印发方案晚 so many days; negative: earlier. None when either has no end.
    #[ts(type = "number | null")]
    pub late_days: Option<i64>,
}

/// Moves a version that is not issued yet to another state; asks nothing, the history tells it. Returns the action.
pub fn step(tx: &Tx<'_>, id: PlanId, to: PlanStatus) -> Result<Action> {
    let before: Plan = live(tx, id)?;
    if !to.is_editable() || !before.status.allowed_next().contains(&to) {
        return Err(Error::invalid(texts::cannot_step(before.status.label(), to.label())));
    }
    update(tx, &before, &Plan { status: to, ..before.clone() })?;
    Ok(Action::set(Kind::Plan, to.label(), before.title))
}

/// 修订: the next version begins with the sections of this one; this one stays readable.
pub fn revise(tx: &Tx<'_>, id: PlanId) -> Result<(Action, PlanId)> {
    let before: Plan = live(tx, id)?;
    let (Some(latest), false) = (stored::latest(tx, &before)?, before.status.is_editable()) else {
        return Err(Error::invalid(texts::cannot_revise(before.status.label())));
    };
    if latest.id != id {
        return Err(Error::invalid(texts::newer_version(latest.version, latest.status.label())));
    }
    if before.status == PlanStatus::Issued {
        update(tx, &before, &Plan { status: PlanStatus::Revised, ..before.clone() })?;
    }
    let next = Plan {
        id: PlanId::new(),
        version: before.version + 1,
        status: PlanStatus::Draft,
        document_number: String::new(),
        dated: None,
        issued_on: None,
        repealed_on: None,
        repeal_reason: String::new(),
        ..before.clone()
    };
    insert(tx, &next)?;
    for text in stored::texts(tx, id)? {
        insert(tx, &PlanText { id: Id::new(), plan_id: next.id, ..text })?;
    }
    let part = texts::nth_version(next.version);
    Ok((Action { verb: Verb::Create, kind: Kind::Plan, part, subject: next.title.clone() }, next.id))
}

/// 作废, for a reason, from a day on.
pub fn repeal(tx: &Tx<'_>, id: PlanId, reason: &str, on: &str) -> Result<Action> {
    let before: Plan = live(tx, id)?;
    if !before.status.allowed_next().contains(&PlanStatus::Repealed) {
        return Err(Error::invalid(texts::cannot_repeal(before.status.label())));
    }
    let reason = input::required(reason, texts::repeal_reason())?;
    let on = input::day(on, texts::repealed_on(), tx.today)?.unwrap_or(tx.today);
    if on > tx.today || before.issued_on.is_some_and(|issued| on < issued) {
        return Err(Error::invalid(texts::repealed_when(on)));
    }
    let after = Plan { status: PlanStatus::Repealed, repealed_on: Some(on), repeal_reason: reason, ..before.clone() };
    update(tx, &before, &after)?;
    Ok(Action::new(Verb::Void, Kind::Plan, before.title))
}
