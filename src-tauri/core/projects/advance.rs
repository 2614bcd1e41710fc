//! 推进到: the stage of a project, by the table of [`super::transitions`]. The stage and the dated fact that tells it
//! for any day are written together; what a step lacks is said in a sentence.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::{Id, ProjectId};
use crate::projects::stage::Stage;
use crate::projects::transitions::{StageNeed, Standing, TRANSITIONS, transition};
use crate::storage::rows::{Project, ProjectStageFact};
use crate::storage::table::{insert, live, update};
use crate::storage::{landings, projects as stored, sessions, stage_facts};
use crate::workbook::Tx;
use crate::{input, texts};

/// A step to take.
pub struct Step<'a> {
    pub to: Stage,
    /// Why, where it must be explained.
    pub reason: &'a str,
    /// The day it happened; today if `None`.
    pub on: Option<NaiveDate>,
    /// When work is expected to go on, for 暂缓.
    pub resume_on: Option<NaiveDate>,
}

/// A step that may follow, for the window.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StageMove {
    pub stage: Stage,
    /// What staff call it: 撤销认定, 重启, or the stage.
    pub word: String,
    /// Must be explained.
    pub reason: bool,
    /// Asks when work will go on.
    pub resume: bool,
    /// What is missing, none if it may be taken now.
    pub needs: Option<StageNeed>,
    /// The same in a sentence.
    pub missing: String,
}

/// Moves a project to a stage today, for a reason where one is needed; returns the action by name.
pub fn advance(tx: &Tx<'_>, id: ProjectId, to: Stage, reason: &str) -> Result<Action> {
    take(tx, id, &Step { to, reason, on: None, resume_on: None })
}

/// Takes a step; returns the action by name.
pub fn take(tx: &Tx<'_>, id: ProjectId, step: &Step<'_>) -> Result<Action> {
    let before: Project = live(tx, id)?;
    let Some(known) = transition(before.stage, step.to) else {
        let allowed: Vec<&str> = before.stage.allowed_next().iter().map(|stage| stage.label()).collect();
        return Err(Error::invalid(texts::stage_not_allowed(
            before.stage.label(),
            step.to.label(),
            &allowed.join("、"),
        )));
    };
    let reason = input::line(step.reason, "理由")?;
    if let Some(need) = known.missing(&standing(tx, &before)?) {
        return Err(Error::invalid(texts::stage_lacks(step.to.label(), need)));
    }
    if known.reason && reason.is_empty() {
        return Err(Error::invalid(texts::stage_needs_reason(known.word())));
    }
    let on = day(tx, id, step.on)?;
    if known.resume {
        match step.resume_on {
            None => return Err(Error::invalid(texts::pause_needs_resume_day())),
            Some(resume) if resume <= on => return Err(Error::invalid(texts::resumes_too_early(resume, on))),
            Some(_) => {}
        }
    }
    if before.stage == Stage::Landed && step.to == Stage::Advancing {
        crate::landings::revoke::end_active(tx, id, on, &reason)?;
    }
    record(tx, &before, step.to, on, &reason, step.resume_on.filter(|_| known.resume))?;
    let part = match reason.is_empty() {
        true => format!("阶段为{}", step.to.label()),
        false => format!("阶段为{}（{reason}）", step.to.label()),
    };
    Ok(Action::set(Kind::Project, part, before.name))
}

/// The day of a step: not later than today, not before the step before it.
fn day(tx: &Tx<'_>, id: ProjectId, wanted: Option<NaiveDate>) -> Result<NaiveDate> {
    let last = stage_facts::last_day(tx, id)?;
    match (wanted, last) {
        (Some(day), _) if day > tx.today => Err(Error::invalid(texts::not_in_future("日期", day))),
        (Some(day), Some(last)) if day < last => Err(Error::invalid(texts::before_last_stage(day, last))),
        (Some(day), _) => Ok(day),
        (None, last) => Ok(last.map_or(tx.today, |last| last.max(tx.today))),
    }
}

/// A day for a change that comes with something else: that day, but not before the change before it.
pub(crate) fn not_before_last(tx: &Tx<'_>, id: ProjectId, day: NaiveDate) -> Result<NaiveDate> {
    Ok(stage_facts::last_day(tx, id)?.map_or(day, |last| last.max(day)))
}

/// Writes the stage and its dated fact. The caller has seen to the guards.
pub(crate) fn record(
    tx: &Tx<'_>,
    before: &Project,
    to: Stage,
    on_day: NaiveDate,
    reason: &str,
    resume_on: Option<NaiveDate>,
) -> Result<()> {
    let fact = ProjectStageFact {
        id: Id::new(),
        project_id: before.id,
        on_day,
        from_stage: Some(before.stage),
        to_stage: to,
        reason: reason.to_string(),
        resume_on,
        deleted: false,
    };
    insert(tx, &fact)?;
    update(tx, before, &Project { stage: to, ..before.clone() })?;
    Ok(())
}

/// The steps that may follow, the usual one first, with what each lacks.
pub fn moves(connection: &Connection, project: &Project) -> Result<Vec<StageMove>> {
    let standing = standing(connection, project)?;
    let steps = TRANSITIONS.iter().filter(|one| one.from == project.stage);
    Ok(steps
        .map(|step| {
            let needs = step.missing(&standing);
            StageMove {
                stage: step.to,
                word: step.word().into(),
                reason: step.reason,
                resume: step.resume,
                needs,
                missing: needs.map(|need| texts::stage_lacks(step.to.label(), need)).unwrap_or_default(),
            }
        })
        .collect())
}

/// What is known of a project for its next step.
pub fn standing(connection: &Connection, project: &Project) -> Result<Standing> {
    Ok(Standing {
        conclusion: stage_facts::latest_conclusion(connection, project.id)?,
        presented: sessions::was_presented(connection, project.id)?,
        work: stored::has_work(connection, project.id)?,
        landing: landings::active_with_evidence(connection, project.id)?,
    })
}
