//! 议定 and 办结: what was decided becomes tasks; when all is done the task that asked for it asks no more.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::coordinations::set::CoordinationField;
use crate::coordinations::status::CoordinationStatus;
use crate::decisions::record::{About, At, Recorded, Remembered, record};
use crate::error::{Error, Result};
use crate::ids::CoordinationId;
use crate::input;
use crate::meetings::settle::Settled;
use crate::storage::coordinations as stored;
use crate::storage::rows::{Coordination, Task};
use crate::storage::table::{live, update};
use crate::storage::tasks;
use crate::tasks::note::{self, NewNote};
use crate::texts::dispatch as texts;
use crate::workbook::Tx;

/// What was decided.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DecideCoordination {
    pub id: CoordinationId,
    /// 协调日期 as typed; today when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub held_on: String,
    /// Decisions, one a line: 单位 + 事 + 时限.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub lines: String,
    /// 议定情况, when it is more than the lines say.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub decision: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub remember: Vec<Remembered>,
}

/// Keeps what was decided. Returns the issue and what came of it.
pub fn decide(tx: &Tx<'_>, request: &DecideCoordination) -> Result<(String, Settled)> {
    let before: Coordination = live(tx, request.id)?;
    let decision = input::text(&request.decision, CoordinationField::Decision.label(), input::LONG)?;
    if decision.is_empty() && request.lines.trim().is_empty() {
        return Err(Error::invalid(texts::coordination_needs_decision()));
    }
    let held_on = input::day(&request.held_on, CoordinationField::HeldOn.label(), tx.today)?.unwrap_or(tx.today);
    if held_on > tx.today {
        return Err(Error::invalid(crate::texts::tasks::not_yet("协调", held_on, tx.today)));
    }
    if held_on < before.raised_on {
        return Err(Error::invalid(texts::held_before_raised(held_on, before.raised_on)));
    }
    let after = Coordination {
        held_on: Some(held_on),
        decision: if decision.is_empty() { before.decision.clone() } else { decision },
        status: CoordinationStatus::Decided,
        ..before.clone()
    };
    update(tx, &before, &after)?;
    let (about, _) = about_of(tx, before.id)?;
    let Recorded { decisions, tasks, notices } =
        record(tx, At::Coordination(before.id), &about, held_on, &request.lines, &request.remember)?;
    Ok((before.issue, Settled { decisions, tasks, notices }))
}

/// What a 协调 is about, and the day its decisions are dated.
pub fn about_of(tx: &Tx<'_>, id: CoordinationId) -> Result<(About, NaiveDate)> {
    let row: Coordination = live(tx, id)?;
    let task = row.task_id.map(|id| live::<Task>(tx, id)).transpose()?;
    let about = match &task {
        Some(task) => About::task(task),
        None => About { project: row.project_id, demand: row.demand_id, enterprise: None },
    };
    Ok((about, row.held_on.unwrap_or(tx.today).min(tx.today)))
}

/// 办结: its task, when it was marked 需协调, says so no more, with a note of what was decided. Returns the issue.
pub fn finish(tx: &Tx<'_>, id: CoordinationId) -> Result<String> {
    let before: Coordination = live(tx, id)?;
    if before.status == CoordinationStatus::Raised {
        return Err(Error::invalid(texts::coordination_not_decided()));
    }
    update(tx, &before, &Coordination { status: CoordinationStatus::Done, ..before.clone() })?;
    if let Some(task) = before.task_id {
        let asks = tasks::last_note(tx, task, tx.today)?.is_some_and(|note| note.need_coordination);
        if asks {
            let said = stored::what_was_decided(tx, &before)?;
            let done_text = texts::coordinated(&said);
            let need_coordination = Some(false);
            note::add(tx, &NewNote { done_text, need_coordination, ..NewNote::on(task, tx.today) })?;
        }
    }
    Ok(before.issue)
}
