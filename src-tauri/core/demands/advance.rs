//! The status of a demand moves on: checked by [`super::transitions`], kept as a dated fact.

use chrono::NaiveDate;

use crate::action::{Action, Kind};
use crate::demands::set::name_of;
use crate::demands::status::DemandStatus;
use crate::demands::transitions::{Need, Standing, missing};
use crate::dictionaries::limits;
use crate::error::{Error, Result};
use crate::ids::{DemandId, Id};
use crate::storage::demands as stored;
use crate::storage::rows::{Demand, DemandStatusFact};
use crate::storage::table::{insert, live, update};
use crate::tasks::due::TypedDue;
use crate::workbook::Tx;
use crate::{input, texts};

/// A step a demand is to take.
#[derive(Debug, Clone, Copy)]
pub struct DemandStep<'t> {
    pub to: DemandStatus,
    /// The day it happened; today if `None`.
    pub on: Option<NaiveDate>,
    /// What was done, or why it cannot be done, or what the enterprise is not satisfied with.
    pub said: &'t str,
    /// 办结时限 as typed, with 交办; `None`: what the demand has, else the limit its source starts with.
    pub due: Option<&'t str>,
}

impl<'t> DemandStep<'t> {
    /// A step taken today without a word.
    pub fn to(to: DemandStatus) -> Self {
        Self { to, on: None, said: "", due: None }
    }

    /// The same step with what is said.
    pub fn said(self, said: &'t str) -> Self {
        Self { said, ..self }
    }

    /// The same step on a day.
    pub fn on(self, on: Option<NaiveDate>) -> Self {
        Self { on, ..self }
    }
}

/// Moves a demand to a status; returns the action by name.
pub fn advance(tx: &Tx<'_>, id: DemandId, step: DemandStep<'_>) -> Result<Action> {
    let before: Demand = live(tx, id)?;
    let to = step.to;
    let said = input::text(step.said, "办理结果", input::LONG)?;
    let standing = Standing { said: !said.is_empty(), ..standing(tx, &before)? };
    refuse_what_lacks(&before, to, &standing)?;
    let on = step.on.unwrap_or(tx.today);
    refuse_day(tx, &before, on)?;
    let mut after = Demand { status: to, ..before.clone() };
    // What the enterprise is not satisfied with is no result.
    if !said.is_empty() && to != DemandStatus::InProgress {
        after.result.clone_from(&said);
    }
    after.resolved_on = to.is_solved().then(|| before.resolved_on.filter(|_| before.status.is_solved()).unwrap_or(on));
    if to == DemandStatus::Assigned {
        limit(tx, &mut after, step.due, on)?;
    }
    update(tx, &before, &after)?;
    let (from_status, to_status) = (Some(before.status), to);
    let fact = DemandStatusFact {
        id: Id::new(),
        demand_id: id,
        on_day: on,
        from_status,
        to_status,
        reason: said,
        deleted: false,
    };
    insert(tx, &fact)?;
    Ok(Action::set(Kind::Demand, format!("状态为{}", to.label()), name_of(&before)))
}

/// How a demand stands for its next step.
pub fn standing(tx: &rusqlite::Connection, demand: &Demand) -> Result<Standing> {
    let visit = stored::visit_since_work_began(tx, demand.id)?.map(|visit| visit.satisfaction);
    Ok(Standing { lead: demand.lead_department_id.is_some(), result: !demand.result.is_empty(), visit, said: false })
}

fn refuse_what_lacks(demand: &Demand, to: DemandStatus, standing: &Standing) -> Result<()> {
    let from = demand.status;
    match missing(from, to, standing) {
        None => {
            let allowed: Vec<&str> = from.allowed_next().iter().map(|status| status.label()).collect();
            Err(Error::invalid(texts::demand_step_not_allowed(from.label(), to.label(), &allowed.join("、"))))
        }
        Some(needs) if needs.is_empty() => Ok(()),
        Some(needs) => {
            let words: Vec<&str> = needs.iter().map(|need| texts::demand_need(*need)).collect();
            Err(Error::invalid(texts::demand_step_lacks(to.label(), &words.join("；"))))
        }
    }
}

/// Refuses a day that has not come, or lies before the step taken last or before the demand was raised.
fn refuse_day(tx: &Tx<'_>, demand: &Demand, on: NaiveDate) -> Result<()> {
    if on > tx.today {
        return Err(Error::invalid(texts::tasks::not_yet("状态", on, tx.today)));
    }
    let last = stored::last_status(tx, demand.id)?.map(|fact| fact.on_day);
    match (last, demand.raised_on) {
        (Some(last), _) if on < last => Err(Error::invalid(texts::tasks::before_last_fact("状态", on, last))),
        (None, Some(raised_on)) if on < raised_on => Err(Error::invalid(texts::before_raised(on, raised_on))),
        _ => Ok(()),
    }
}

/// 办结时限 of a demand handed over on a day: as typed, or what it has, or what its source starts with.
fn limit(tx: &Tx<'_>, demand: &mut Demand, typed: Option<&str>, on: NaiveDate) -> Result<()> {
    let read = match (typed, demand.source) {
        (Some(typed), _) => TypedDue::read(typed, on)?,
        (None, Some(source)) if demand.due.is_none() => TypedDue::WorkingDays(limits::working_days(tx, source)?),
        (None, _) if !demand.due_rule.is_empty() => TypedDue::read(&demand.due_rule, on)?,
        (None, _) => return Ok(()),
    };
    (demand.due, demand.due_rule) = (read.date(on), read.rule());
    Ok(())
}

impl Need {
    /// Can it be met by saying something with the step?
    pub fn can_be_said(self) -> bool {
        matches!(self, Self::Result | Self::Basis | Self::Dissatisfied)
    }
}
