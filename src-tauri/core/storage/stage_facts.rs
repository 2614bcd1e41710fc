//! Queries about the stages of projects and what they rest on.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use crate::ids::ProjectId;
use crate::reviews::conclusion::Conclusion;
use crate::storage::rows::ProjectStageFact;
use crate::storage::table::all;

/// The changes of stage of a project, the first one first.
pub fn of(connection: &Connection, project: ProjectId) -> Result<Vec<ProjectStageFact>> {
    all(connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.on_day, t.id", &[&project])
}

/// The day of the latest change.
pub fn last_day(connection: &Connection, project: ProjectId) -> Result<Option<NaiveDate>> {
    let sql = "SELECT max(on_day) FROM project_stage_fact WHERE project_id=? AND deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([project], |row| row.get(0))?)
}

/// What the latest round of review ended in; none while it is open, or without any.
pub fn latest_conclusion(connection: &Connection, project: ProjectId) -> Result<Option<Conclusion>> {
    let sql = "SELECT conclusion FROM review WHERE project_id=? AND deleted=0 ORDER BY round DESC, id DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([project], |row| row.get(0)).optional()?.flatten())
}
