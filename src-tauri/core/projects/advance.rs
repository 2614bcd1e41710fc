//! 推进到: the stage of a project, by the table of domain.md §1.6. Only allowed stages are offered; what else a stage
//! needs (a session held, a landing with evidence) is said when it is missing.

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::ProjectId;
use crate::projects::stage::Stage;
use crate::storage::projects as stored;
use crate::storage::rows::Project;
use crate::storage::sessions;
use crate::storage::table::{live, update};
use crate::workbook::Tx;
use crate::{input, texts};

/// Moves a project to a stage, for a reason where one is needed; returns the action by name.
pub fn advance(tx: &Tx<'_>, id: ProjectId, to: Stage, reason: &str) -> Result<Action> {
    let before: Project = live(tx, id)?;
    if !before.stage.allowed_next().contains(&to) {
        let allowed: Vec<&str> = before.stage.allowed_next().iter().map(|stage| stage.label()).collect();
        return Err(Error::invalid(texts::stage_not_allowed(before.stage.label(), to.label(), &allowed.join("、"))));
    }
    let reason = input::line(reason, "理由")?;
    if before.stage.needs_reason(to) && reason.is_empty() {
        return Err(Error::invalid(texts::stage_needs_reason(to.label())));
    }
    if let Some(missing) = missing(tx, &before, to)? {
        return Err(Error::invalid(missing));
    }
    update(tx, &before, &Project { stage: to, ..before.clone() })?;
    let part = if reason.is_empty() {
        format!("阶段为{}", to.label())
    } else {
        format!("阶段为{}（{reason}）", to.label())
    };
    Ok(Action::set(Kind::Project, part, before.name))
}

/// The stages that may follow and lack nothing, the usual one first.
pub fn offered(connection: &rusqlite::Connection, project: &Project) -> Result<Vec<Stage>> {
    let mut offered = Vec::new();
    for stage in project.stage.allowed_next() {
        if missing(connection, project, *stage)?.is_none() {
            offered.push(*stage);
        }
    }
    Ok(offered)
}

/// What a project lacks for a stage, in words.
fn missing(connection: &rusqlite::Connection, project: &Project, to: Stage) -> Result<Option<String>> {
    Ok(match to {
        Stage::Published if !sessions::was_presented(connection, project.id)? => {
            Some(texts::needs_session().to_string())
        }
        Stage::Landed => Some(texts::needs_landing().to_string()),
        Stage::Advancing if project.stage == Stage::Published && !stored::has_work(connection, project.id)? => {
            Some(texts::needs_work().to_string())
        }
        _ => None,
    })
}
