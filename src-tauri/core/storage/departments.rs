//! Queries about units.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params, params};

use crate::api::list::Page;
use crate::departments::list::{DepartmentQuery, DepartmentRow};
use crate::departments::resolve::Resolver;
use crate::error::Result;
use crate::ids::{DepartmentId, Id};
use crate::storage::derived;
use crate::storage::rows::DepartmentAlias;
use crate::storage::table::all;

/// The last place in 机构序列.
pub fn last_position(connection: &Connection) -> Result<Option<String>> {
    let sql = "SELECT max(position) FROM department";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?.flatten())
}

/// Every name of every live unit: (unit, the name, the unit's short name).
pub fn all_names(connection: &Connection) -> Result<Vec<(DepartmentId, String, String)>> {
    // A unit that went on as another answers as that one.
    let sql = "WITH unit AS (SELECT d.id AS own, d.short AS own_short, d.full, COALESCE(k.id, d.id) AS id, COALESCE(k.short, d.short) AS short
        FROM department d LEFT JOIN department k ON k.id=d.merged_into_id AND k.deleted=0 WHERE d.deleted=0)
      SELECT id, own_short, short FROM unit
      UNION ALL SELECT id, full, short FROM unit WHERE full<>''
      UNION ALL SELECT u.id, a.name, u.short FROM department_alias a JOIN unit u ON u.own=a.department_id WHERE a.deleted=0";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Finds units by any of their names.
pub fn resolver(connection: &Connection) -> Result<Resolver> {
    let names = all_names(connection)?;
    Ok(Resolver::new(names.iter().map(|(id, name, _)| (*id, [name.as_str()]))))
}

/// The other names of a unit.
pub fn aliases(connection: &Connection, id: DepartmentId) -> Result<Vec<DepartmentAlias>> {
    all(connection, "WHERE t.department_id=? AND t.deleted=0 ORDER BY t.id", &[&id])
}

/// How many live tasks and people rest on a unit.
pub fn use_of(connection: &Connection, id: DepartmentId) -> Result<(i64, i64)> {
    let sql = "SELECT
      (SELECT count(*) FROM task WHERE lead_department_id=?1 AND deleted=0)
      + (SELECT count(*) FROM task_department l JOIN task t ON t.id=l.task_id WHERE l.department_id=?1 AND l.deleted=0 AND t.deleted=0),
      (SELECT count(*) FROM person WHERE department_id=?1 AND deleted=0)";
    Ok(connection.prepare_cached(sql)?.query_row(params![id], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// A page of units in 机构序列, with their people and open tasks as of a day.
pub fn list(connection: &Connection, query: &DepartmentQuery, as_of: NaiveDate) -> Result<Page<DepartmentRow>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let condition = "d.deleted=0 AND (:id IS NULL OR d.id=:id)
      AND (:id IS NOT NULL OR (d.merged_into_id IS NOT NULL)=:former)
      AND (:kind IS NULL OR d.kind=:kind)
      AND (:text='' OR instr(lower(d.short),lower(:text))>0 OR instr(lower(d.full),lower(:text))>0
           OR EXISTS (SELECT 1 FROM department_alias a WHERE a.department_id=d.id AND a.deleted=0 AND instr(lower(a.name),lower(:text))>0))
      AND (NOT :busy OR EXISTS (SELECT 1 FROM task t WHERE t.lead_department_id=d.id AND t.deleted=0))";
    let total: i64 =
        connection.prepare_cached(&format!("SELECT count(*) FROM department d WHERE {condition}"))?.query_row(
            named_params! {":id": query.id, ":kind": query.kind, ":text": query.text.trim(), ":busy": query.busy, ":former": query.former},
            |row| row.get(0),
        )?;
    let sql = format!(
        "SELECT d.id, d.short, d.full, d.kind,
           COALESCE((SELECT group_concat(a.name, char(10)) FROM department_alias a WHERE a.department_id=d.id AND a.deleted=0), ''),
           d.valid_from, d.valid_to, d.tel, d.note,
           (SELECT count(*) FROM person p WHERE p.department_id=d.id AND p.deleted=0),
           (SELECT count(*) FROM {tasks} n WHERE n.lead_department_id=d.id AND n.open=1),
           (SELECT count(*) FROM {tasks} n WHERE n.lead_department_id=d.id AND n.open=1 AND n.due<:as_of),
           d.merged_into_id, COALESCE((SELECT k.short FROM department k WHERE k.id=d.merged_into_id), '')
         FROM department d WHERE {condition} ORDER BY d.position, d.id LIMIT :limit OFFSET :offset"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(
        named_params! {":as_of": as_of, ":id": query.id, ":kind": query.kind, ":text": query.text.trim(), ":busy": query.busy,
        ":former": query.former, ":limit": query.paging.limit() as i64, ":offset": query.paging.offset as i64},
        |row| {
            let aliases: String = row.get(4)?;
            Ok(DepartmentRow {
                id: row.get(0)?,
                short: row.get(1)?,
                full: row.get(2)?,
                kind: row.get(3)?,
                aliases: aliases.lines().map(str::to_string).collect(),
                valid_from: row.get(5)?,
                valid_to: row.get(6)?,
                tel: row.get(7)?,
                note: row.get(8)?,
                people: row.get(9)?,
                open_tasks: row.get(10)?,
                overdue_tasks: row.get(11)?,
                merged_into_id: row.get(12)?,
                merged_into: row.get(13)?,
                former: Vec::new(),
            })
        },
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// The place of each unit in 机构序列.
pub fn places(connection: &Connection) -> Result<HashMap<Id, usize>> {
    let mut statement = connection.prepare_cached("SELECT id FROM department ORDER BY position, id")?;
    let ids = statement.query_map([], |row| row.get::<_, Id>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(ids.into_iter().enumerate().map(|(place, id)| (id, place)).collect())
}
