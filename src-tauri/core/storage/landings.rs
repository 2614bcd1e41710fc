//! Queries about landings and their evidence.

use rusqlite::{Connection, params};

use crate::error::Result;
use crate::ids::{LandingId, ProjectId};
use crate::landings::list::{EvidenceRow, LandingRow};
use crate::storage::rows::{Demand, Evidence, Landing};
use crate::storage::table::all;

/// The landings of a project that are not revoked.
pub fn active(connection: &Connection, project: ProjectId) -> Result<Vec<Landing>> {
    let condition = "WHERE t.project_id=? AND t.deleted=0 AND t.revoked_on IS NULL ORDER BY t.landed_on, t.id";
    all(connection, condition, &[&project])
}

/// Has the project a landing that is not revoked, with evidence?
pub fn active_with_evidence(connection: &Connection, project: ProjectId) -> Result<bool> {
    for landing in active(connection, project)? {
        if has_evidence(connection, landing.id)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Has a landing at least one piece of evidence that says or shows something?
pub fn has_evidence(connection: &Connection, id: LandingId) -> Result<bool> {
    let sql = "SELECT 1 FROM evidence e WHERE e.landing_id=? AND e.deleted=0
      AND (e.text<>'' OR EXISTS(SELECT 1 FROM attachment a WHERE a.owner=e.id AND a.deleted=0))";
    Ok(connection.prepare_cached(sql)?.exists([id])?)
}

/// The evidence of a landing, in order.
pub fn evidence(connection: &Connection, id: LandingId) -> Result<Vec<Evidence>> {
    all(connection, "WHERE t.landing_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// The demands of a project.
pub fn demands(connection: &Connection, project: ProjectId) -> Result<Vec<Demand>> {
    all(connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&project])
}

/// The landings of a project with their evidence, the latest first.
pub fn list(connection: &Connection, project: ProjectId) -> Result<Vec<LandingRow>> {
    let condition = "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.landed_on DESC, t.id DESC";
    let landings: Vec<Landing> = all(connection, condition, &[&project])?;
    landings
        .into_iter()
        .map(|landing| {
            Ok(LandingRow {
                id: landing.id,
                basis: landing.basis,
                landed_on: landing.landed_on,
                decided_by: landing.decided_by,
                note: landing.note,
                revoked_on: landing.revoked_on,
                revoke_reason: landing.revoke_reason,
                evidence: evidence_rows(connection, landing.id)?,
            })
        })
        .collect()
}

fn evidence_rows(connection: &Connection, id: LandingId) -> Result<Vec<EvidenceRow>> {
    let sql = "SELECT e.id, e.text, (SELECT count(*) FROM attachment a WHERE a.owner=e.id AND a.deleted=0)
      FROM evidence e WHERE e.landing_id=? AND e.deleted=0 ORDER BY e.position, e.id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement
        .query_map(params![id], |row| Ok(EvidenceRow { id: row.get(0)?, text: row.get(1)?, files: row.get(2)? }))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
