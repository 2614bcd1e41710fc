//! The days a project changed its stage: read, and put right when one was typed wrong.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::{Id, ProjectId};
use crate::projects::stage::Stage;
use crate::storage::rows::{Project, ProjectStageFact};
use crate::storage::stage_facts as stored;
use crate::storage::table::{live, update};
use crate::workbook::Tx;
use crate::{input, texts};

/// A change of stage as the page shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StageFactRow {
    pub id: Id,
    pub on_day: NaiveDate,
    pub from: Option<Stage>,
    pub to: Stage,
    pub reason: String,
    pub resume_on: Option<NaiveDate>,
}

/// Puts the day of a change right: between the changes before and after it, not later than today. Returns the action.
pub fn set_day(tx: &Tx<'_>, id: Id, typed: &str) -> Result<Action> {
    let fact: ProjectStageFact = live(tx, id)?;
    let project: Project = live(tx, fact.project_id)?;
    let day = input::day(typed, "日期", tx.today)?.ok_or_else(|| Error::invalid(texts::must_not_be_empty("日期")))?;
    if day > tx.today {
        return Err(Error::invalid(texts::not_in_future("日期", day)));
    }
    let (from, to) = bounds(&stored::of(tx, project.id)?, id);
    if from.is_some_and(|from| day < from) || to.is_some_and(|to| day > to) {
        return Err(Error::invalid(texts::stage_day_between(from, to)));
    }
    update(tx, &fact, &ProjectStageFact { on_day: day, ..fact.clone() })?;
    Ok(Action::set(Kind::Project, format!("到“{}”的日期", fact.to_stage.label()), project.name))
}

/// A landing was dated anew: the change of stage that came with it follows, as far as its neighbours let it.
pub(crate) fn follow(tx: &Tx<'_>, project: ProjectId, to: Stage, old: NaiveDate, new: NaiveDate) -> Result<()> {
    let facts = stored::of(tx, project)?;
    let Some(fact) = facts.iter().rev().find(|fact| fact.to_stage == to && fact.on_day == old) else { return Ok(()) };
    let (from, until) = bounds(&facts, fact.id);
    let day = until.map_or(new, |until| new.min(until));
    let day = from.map_or(day, |from| day.max(from));
    update(tx, fact, &ProjectStageFact { on_day: day, ..fact.clone() })?;
    Ok(())
}

/// The days before and after a change, in the order the changes happened.
fn bounds(facts: &[ProjectStageFact], id: Id) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let at = facts.iter().position(|fact| fact.id == id);
    let day = |at: Option<usize>| at.and_then(|at| facts.get(at)).map(|fact| fact.on_day);
    (day(at.and_then(|at| at.checked_sub(1))), day(at.map(|at| at + 1)))
}
