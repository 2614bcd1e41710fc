//! 撤销认定: a landing ends on a day, for a reason; the project is pushed again. The landing itself stays readable, and
//! figures of days before stay as they were.

use chrono::NaiveDate;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::{LandingId, ProjectId};
use crate::projects::advance::{not_before_last, record};
use crate::projects::stage::Stage;
use crate::storage::landings as stored;
use crate::storage::rows::{Landing, Project};
use crate::storage::table::{live, update};
use crate::texts::results as texts;
use crate::workbook::Tx;
use crate::{input, texts as said};

/// Revokes a landing; `on` as typed, today if empty. A project at 已落地 or 已归档 goes back to 推进中 with it. Returns
/// the action by name.
pub fn revoke(tx: &Tx<'_>, id: LandingId, on: &str, reason: &str) -> Result<Action> {
    let landing: Landing = live(tx, id)?;
    let project: Project = live(tx, landing.project_id)?;
    if let Some(day) = landing.revoked_on {
        return Err(Error::invalid(texts::revoked_already(day)));
    }
    let reason = input::line(reason, "撤销理由")?;
    if reason.is_empty() {
        return Err(Error::invalid(texts::revoking_needs_reason()));
    }
    let on = input::day(on, "撤销日期", tx.today)?.unwrap_or(tx.today);
    end(tx, &landing, on, &reason)?;
    if matches!(project.stage, Stage::Landed | Stage::Archived) {
        let day = not_before_last(tx, project.id, on)?;
        record(tx, &project, Stage::Advancing, day, &reason, None)?;
    }
    Ok(Action::set(Kind::Landing, texts::revoked_for(&reason), project.name))
}

/// Ends whatever landing a project has.
pub(crate) fn end_active(tx: &Tx<'_>, project: ProjectId, on: NaiveDate, reason: &str) -> Result<()> {
    for landing in stored::active(tx, project)? {
        end(tx, &landing, on, reason)?;
    }
    Ok(())
}

fn end(tx: &Tx<'_>, landing: &Landing, on: NaiveDate, reason: &str) -> Result<()> {
    refuse_day(on, landing.landed_on, tx.today)?;
    let after = Landing { revoked_on: Some(on), revoke_reason: reason.to_string(), ..landing.clone() };
    update(tx, landing, &after)?;
    Ok(())
}

/// A landing is not revoked before it was, nor in the future.
pub(super) fn refuse_day(on: NaiveDate, landed_on: NaiveDate, today: NaiveDate) -> Result<()> {
    if on > today {
        return Err(Error::invalid(said::not_in_future("撤销日期", on)));
    }
    match on < landed_on {
        true => Err(Error::invalid(texts::revoked_before_landed(on, landed_on))),
        false => Ok(()),
    }
}
