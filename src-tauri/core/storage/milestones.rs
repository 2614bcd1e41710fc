//! Queries about 路线图 nodes.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::error::Result;
use crate::ids::{MilestoneId, ProjectId};
use crate::projects::milestones::MilestoneRow;
use crate::storage::rows::{Milestone, Task};
use crate::storage::table::{all, update};

/// The nodes of a project in their order.
pub fn of(connection: &Connection, project: ProjectId) -> Result<Vec<Milestone>> {
    all(connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&project])
}

/// The nodes of a project as the page shows them.
pub fn list(connection: &Connection, project: ProjectId, as_of: NaiveDate) -> Result<Vec<MilestoneRow>> {
    let mut rows = Vec::new();
    for node in of(connection, project)? {
        let sql = "SELECT count(*) FROM task WHERE milestone_id=? AND deleted=0";
        let tasks = connection.prepare_cached(sql)?.query_row(params![node.id], |row| row.get(0))?;
        let over = node.plan_on.and_then(|plan| plan.date).is_some_and(|date| date < as_of);
        rows.push(MilestoneRow {
            id: node.id,
            phase: node.phase,
            name: node.name,
            plan_text: node.plan_on.map(|plan| plan.prose()).unwrap_or_default(),
            plan_on: node.plan_on,
            late: over && node.actual_on.is_none(),
            actual_on: node.actual_on,
            note: node.note,
            tasks,
        });
    }
    Ok(rows)
}

/// Tasks of a node go on without one.
pub fn let_tasks_go(connection: &Connection, id: MilestoneId) -> Result<()> {
    for task in all::<Task>(connection, "WHERE t.milestone_id=? AND t.deleted=0", &[&id])? {
        update(connection, &task, &Task { milestone_id: None, ..task.clone() })?;
    }
    Ok(())
}
