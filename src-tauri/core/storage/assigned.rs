//! Tasks as the 责任分工表 says them, in SQL.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, named_params};

use crate::error::Result;
use crate::ids::{DepartmentId, SentSheetId, TaskId};
use crate::sheets::assigned::Assigned;
use crate::storage::rows::SentSheet;
use crate::storage::table::all;
use crate::storage::{derived, task_list};
use crate::tasks::list::{TaskFilter, TaskGrouping, TaskQuery, TaskSort};

const ROW: &str = "SELECT COALESCE(p.name, e.name_full, ''), t.title, t.measure, d.id, COALESCE(d.short, ''),
  (SELECT group_concat(name, '、') FROM (SELECT x.short AS name FROM task_department l JOIN department x ON x.id=l.department_id
    WHERE l.task_id=t.id AND l.deleted=0 ORDER BY l.position, x.id)),
  (SELECT group_concat(name, '、') FROM (SELECT x.name AS name FROM task_person l JOIN person x ON x.id=l.person_id
    WHERE l.task_id=t.id AND l.deleted=0 AND x.deleted=0 ORDER BY l.position, x.id)),
  n.due, n.percent,
  (SELECT done_text FROM progress x WHERE x.task_id=t.id AND x.deleted=0 AND x.as_of<=:as_of AND x.done_text<>''
    ORDER BY x.as_of DESC, x.id DESC LIMIT 1),
  (SELECT problem FROM progress x WHERE x.task_id=t.id AND x.deleted=0 AND x.as_of<=:as_of AND (x.done_text<>'' OR x.problem<>'')
    ORDER BY x.as_of DESC, x.id DESC LIMIT 1),
  n.coordination, t.note, n.status, t.sample FROM ";
const JOINS: &str = " n JOIN task t ON t.id=n.task_id
  LEFT JOIN project p ON p.id=n.project_id LEFT JOIN enterprise e ON e.id=n.enterprise_id
  LEFT JOIN department d ON d.id=n.lead_department_id WHERE n.task_id=:id";

/// These tasks as of a day, in this order; those in the recycle bin are left out.
pub fn of(connection: &Connection, ids: &[TaskId], as_of: NaiveDate) -> Result<Vec<Assigned>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let mut statement = connection.prepare_cached(&[ROW, &source, JOINS].concat())?;
    let mut tasks = Vec::with_capacity(ids.len());
    for id in ids {
        let mut found = statement.query(named_params! {":id": id, ":as_of": as_of})?;
        if let Some(row) = found.next()? {
            tasks.push(assigned(row, *id)?);
        }
    }
    Ok(tasks)
}

fn assigned(row: &Row<'_>, id: TaskId) -> rusqlite::Result<Assigned> {
    let text = |at: usize| row.get::<_, Option<String>>(at).map(Option::unwrap_or_default);
    Ok(Assigned {
        id,
        owner: text(0)?,
        title: text(1)?,
        measure: text(2)?,
        lead: row.get(3)?,
        lead_name: text(4)?,
        assisting: text(5)?,
        persons: text(6)?,
        due: row.get(7)?,
        percent: row.get(8)?,
        done: text(9)?,
        problem: text(10)?,
        coordination: row.get(11)?,
        note: text(12)?,
        status: row.get(13)?,
        sample: row.get(14)?,
    })
}

/// The tasks of a filter (or these) by lead unit in 机构序列, within a unit by project and deadline.
pub fn to_send(
    connection: &Connection,
    filter: &TaskFilter,
    chosen: Option<&[TaskId]>,
    as_of: NaiveDate,
) -> Result<Vec<Assigned>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let filter = if chosen.is_some() { TaskFilter::default() } else { filter.clone() };
    let query =
        TaskQuery { filter, sort: Some(TaskSort::Project), group: Some(TaskGrouping::Lead), ..TaskQuery::default() };
    let mut ids = task_list::ids_in_order(connection, &query, &source, as_of)?;
    if let Some(chosen) = chosen {
        let chosen: std::collections::HashSet<&TaskId> = chosen.iter().collect();
        ids.retain(|id| chosen.contains(id));
    }
    of(connection, &ids, as_of)
}

/// Every task led by a unit, for a row that lost its identity.
pub fn led_by(connection: &Connection, unit: Option<DepartmentId>, as_of: NaiveDate) -> Result<Vec<Assigned>> {
    let sql = "SELECT id FROM task WHERE lead_department_id IS ? AND deleted=0 ORDER BY id";
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map([unit], |row| row.get(0))?.collect::<rusqlite::Result<Vec<TaskId>>>()?;
    of(connection, &ids, as_of)
}

/// What went to a unit and is not back, the latest first.
pub fn out_to(connection: &Connection, unit: DepartmentId) -> Result<Vec<SentSheet>> {
    let tail = "WHERE t.department_id=? AND t.deleted=0 AND t.returned_on IS NULL ORDER BY t.sent_on DESC, t.id DESC";
    all(connection, tail, &[&unit])
}

/// Of these 报送, those that are there and not back.
pub fn still_out(connection: &Connection, ids: &[SentSheetId]) -> Result<Vec<SentSheet>> {
    let mut sheets = Vec::new();
    for id in ids {
        sheets.extend(all::<SentSheet>(connection, "WHERE t.id=? AND t.deleted=0 AND t.returned_on IS NULL", &[id])?);
    }
    Ok(sheets)
}
