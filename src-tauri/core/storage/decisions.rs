//! Queries about decisions.

use chrono::NaiveDate;
use rusqlite::{Connection, ToSql};

use crate::decisions::list::{DecidedTask, DecisionRow};
use crate::decisions::record::At;
use crate::error::Result;
use crate::ids::TaskId;
use crate::sessions::said::NamedUnit;
use crate::storage::rows::{Decision, Department};
use crate::storage::table::{all, find};
use crate::storage::task_rows;

/// The decisions taken there, in order.
pub fn decisions_at(connection: &Connection, at: At) -> Result<Vec<Decision>> {
    let (column, id): (&str, &dyn ToSql) = match &at {
        At::Item(id) => ("meeting_item_id", id),
        At::Coordination(id) => ("coordination_id", id),
    };
    let tail = format!("WHERE t.{column}=? AND t.deleted=0 ORDER BY t.position, t.id");
    all(connection, &tail, &[id])
}

/// The same with unit and task; `source` is the tasks as of the day.
pub fn rows_at(connection: &Connection, at: At, source: &str, as_of: NaiveDate) -> Result<Vec<DecisionRow>> {
    decisions_at(connection, at)?.into_iter().map(|one| row(connection, one, source, as_of)).collect()
}

fn row(connection: &Connection, decision: Decision, source: &str, as_of: NaiveDate) -> Result<DecisionRow> {
    let unit = match decision.department_id {
        Some(id) => find::<Department>(connection, &[&id])?.map(|unit| NamedUnit { id, name: unit.short }),
        None => None,
    };
    let task = match decision.task_id {
        Some(id) => task_rows::row(connection, source, id, as_of)?,
        None => None,
    };
    Ok(DecisionRow {
        id: decision.id,
        typed: decision.typed,
        unit,
        text: decision.text,
        due: decision.due.map(|due| due.prose()).unwrap_or_default(),
        task: task.map(|row| DecidedTask { id: row.id, title: row.title, status: row.status, light: row.light }),
    })
}

/// Nothing was done about the task since it was made: no note, no change of status, deadline or paper.
pub fn is_untouched(connection: &Connection, id: TaskId) -> Result<bool> {
    let sql = "SELECT NOT EXISTS(SELECT 1 FROM progress WHERE task_id=?1 AND deleted=0)
      AND NOT EXISTS(SELECT 1 FROM task_status WHERE task_id=?1 AND deleted=0)
      AND NOT EXISTS(SELECT 1 FROM supervision WHERE task_id=?1 AND deleted=0)
      AND (SELECT count(*) FROM task_due WHERE task_id=?1 AND deleted=0)<2";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}
