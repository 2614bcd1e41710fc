//! 拆解需求: a demand becomes tasks, laid forwards from a start or backwards from a target (倒排工期), in working days.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::demands::advance::{DemandStep, advance};
use crate::demands::set::name_of;
use crate::demands::status::DemandStatus;
use crate::error::{Error, Result};
use crate::ids::{DemandId, TaskId};
use crate::storage::rows::{Demand, Task};
use crate::storage::table::{live, update};
use crate::tasks::create::{NewTask, create};
use crate::tasks::dependencies::{self, TaskLink};
use crate::texts;
use crate::workbook::Tx;

/// A step to become a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct SplitStep {
    pub title: String,
    /// 牵头单位 as typed; empty: the demand's.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub lead: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub assisting: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub persons: String,
    pub working_days: u16,
}

/// Where the chain of steps hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The first step starts the working day after this day.
    Start(NaiveDate),
    /// The last step is due on this day.
    Target(NaiveDate),
}

/// When a step starts and is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub start: NaiveDate,
    pub due: NaiveDate,
}

/// Lays steps one after another; each lasts its working days (the day after the one before is its day 1).
pub fn lay(days: &[u16], anchor: Anchor, calendar: &Calendar) -> Vec<Span> {
    let total: i32 = days.iter().map(|days| i32::from(*days)).sum();
    let mut at = match anchor {
        Anchor::Start(start) => start,
        Anchor::Target(target) => calendar.add_working_days(target, -total),
    };
    let mut spans = Vec::with_capacity(days.len());
    for days in days {
        let due = calendar.add_working_days(at, i32::from(*days));
        let start = calendar.add_working_days(at, 1).min(due);
        spans.push(Span { start, due });
        at = due;
    }
    spans
}

/// Makes a task of each step, each waiting for the one before; returns what the demand is called and the tasks.
pub fn split(tx: &Tx<'_>, id: DemandId, steps: &[SplitStep], anchor: Anchor) -> Result<(String, Vec<TaskId>)> {
    let demand: Demand = live(tx, id)?;
    if steps.is_empty() {
        return Err(Error::invalid(texts::no_steps()));
    }
    let days: Vec<u16> = steps.iter().map(|step| step.working_days).collect();
    let mut made = Vec::new();
    for (step, span) in steps.iter().zip(lay(&days, anchor, &Calendar::current())) {
        let task = NewTask {
            demand: Some(id),
            title: step.title.clone(),
            lead: step.lead.clone(),
            assisting: step.assisting.clone(),
            persons: step.persons.clone(),
            start_on: span.start.to_string(),
            due: span.due.to_string(),
            ..NewTask::default()
        };
        let id = create(tx, &task)?.id;
        // Laid one after another: each waits for the one before.
        if let Some(depends_on) = made.last().copied() {
            dependencies::add(tx, &[TaskLink { task: id, depends_on }])?;
        }
        made.push(id);
    }
    if demand.status == DemandStatus::Registered {
        // Somebody has it now: without a lead of its own, the lead of its first step.
        let first = live::<Task>(tx, made[0])?.lead_department_id;
        let lead_department_id = demand.lead_department_id.or(first);
        update(tx, &demand, &Demand { lead_department_id, ..demand.clone() })?;
        if lead_department_id.is_some() {
            advance(tx, id, DemandStep::to(DemandStatus::Assigned))?;
        }
    }
    Ok((name_of(&demand), made))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn scenario_20_fifteen_working_days_over_the_spring_festival() {
        let spans = lay(&[15], Anchor::Start(day("2021-02-08")), Calendar::builtin());
        assert_eq!(spans, [Span { start: day("2021-02-09"), due: day("2021-03-05") }]);
    }

    #[test]
    fn laid_backwards_the_last_step_is_due_on_the_target_and_forwards_again_is_the_same() {
        let days = [3, 10, 5];
        let target = day("2021-03-31");
        let backwards = lay(&days, Anchor::Target(target), Calendar::builtin());
        assert_eq!(backwards.last().unwrap().due, target);
        let start = Calendar::builtin().add_working_days(target, -18);
        assert_eq!(lay(&days, Anchor::Start(start), Calendar::builtin()), backwards);
    }
}
