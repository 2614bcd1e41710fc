//! Queries about 前置任务.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, named_params, params};

use crate::calendar::Calendar;
use crate::error::Result;
use crate::ids::TaskId;
use crate::partial_date::PartialDate;
use crate::storage::derived;
use crate::tasks::dependencies::{LinkedTask, TaskLinks};
use crate::tasks::light::{LightInput, light};
use crate::tasks::list::{DueText, Named};
use crate::tasks::reschedule::{Span, Standing};
use crate::texts::gantt as texts;

/// The tasks that wait for this one, also those in the recycle bin.
pub fn waiting_for(connection: &Connection, id: TaskId) -> Result<Vec<TaskId>> {
    ids(connection, "SELECT task_id FROM task_dependency WHERE depends_on_id=? AND deleted=0 ORDER BY task_id", id)
}

/// The tasks that this one waits for and that are in use.
pub fn waited_for(connection: &Connection, id: TaskId) -> Result<Vec<TaskId>> {
    let sql = "SELECT l.depends_on_id FROM task_dependency l JOIN task t ON t.id=l.depends_on_id
      WHERE l.task_id=? AND l.deleted=0 AND t.deleted=0 ORDER BY l.depends_on_id";
    ids(connection, sql, id)
}

fn ids(connection: &Connection, sql: &str, id: TaskId) -> Result<Vec<TaskId>> {
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map([id], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// What these tasks are called; of one in the recycle bin that is said.
pub fn titles(connection: &Connection, ids: &[TaskId]) -> Result<Vec<String>> {
    let mut titles = Vec::new();
    for id in ids {
        let read = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?));
        let sql = "SELECT title, deleted FROM task WHERE id=?";
        let found = connection.prepare_cached(sql)?.query_row(params![id], read).optional()?;
        let (title, deleted) = found.unwrap_or_default();
        titles.push(if deleted { texts::in_recycle_bin(&title) } else { title });
    }
    Ok(titles)
}

const STANDING: &str = "SELECT t.id, t.title, p.id, p.name, n.start_on, n.due, n.open OR n.status='paused'
  FROM {} n JOIN task t ON t.id=n.task_id LEFT JOIN project p ON p.id=n.project_id WHERE :as_of=:as_of AND ";

/// A task with its dates as they stand.
pub fn standing(connection: &Connection, id: TaskId, as_of: NaiveDate) -> Result<Option<Standing>> {
    Ok(standings(connection, "n.task_id=:id", id, as_of)?.pop())
}

/// What waits for a task, with its dates as they stand.
pub fn standing_behind(connection: &Connection, id: TaskId, as_of: NaiveDate) -> Result<Vec<Standing>> {
    let waiting = "n.task_id IN (SELECT task_id FROM task_dependency WHERE depends_on_id=:id AND deleted=0)
      ORDER BY COALESCE(n.start_on, n.due) NULLS LAST, t.id";
    standings(connection, waiting, id, as_of)
}

fn standings(connection: &Connection, which: &str, id: TaskId, as_of: NaiveDate) -> Result<Vec<Standing>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let sql = [&STANDING.replace("{}", &source), which].concat();
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! {":id": id, ":as_of": as_of}, |row| {
        let due: Option<PartialDate> = row.get(5)?;
        Ok(Standing {
            id: row.get(0)?,
            title: row.get(1)?,
            project: match row.get(2)? {
                Some(id) => Some(Named { id, name: row.get(3)? }),
                None => None,
            },
            span: Span { start_on: row.get(4)?, due: due.and_then(|due| due.date) },
            open: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What stands before and behind a task, as of a day.
pub fn of(connection: &Connection, id: TaskId, as_of: NaiveDate) -> Result<TaskLinks> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let side = |here: &str, there: &str| -> Result<Vec<LinkedTask>> {
        let sql = format!(
            "SELECT t.id, t.title, p.id, p.name, n.start_on, n.due, n.status, n.percent FROM task_dependency l
             JOIN {source} n ON n.task_id=l.{there} JOIN task t ON t.id=n.task_id LEFT JOIN project p ON p.id=n.project_id
             WHERE l.{here}=:id AND l.deleted=0 AND :as_of=:as_of
             ORDER BY COALESCE(n.start_on, n.due) NULLS LAST, t.id"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let rows = statement.query_map(named_params! {":id": id, ":as_of": as_of}, |row| {
            let due: Option<PartialDate> = row.get(5)?;
            let percent: Option<i64> = row.get(7)?;
            let input = LightInput {
                status: row.get(6)?,
                start_on: row.get(4)?,
                due,
                percent: percent.map(|percent| percent as f64),
            };
            Ok(LinkedTask {
                id: row.get(0)?,
                title: row.get(1)?,
                project: match row.get(2)? {
                    Some(id) => Some(Named { id, name: row.get(3)? }),
                    None => None,
                },
                start_on: input.start_on,
                due: due.map(|due| DueText { text: due.grid(as_of.year()), encoded: due.encode(), day: due.date }),
                status: input.status,
                light: light(&input, as_of, &Calendar::current()),
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    Ok(TaskLinks { before: side("task_id", "depends_on_id")?, after: side("depends_on_id", "task_id")? })
}
