//! Queries about people.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::api::list::Page;
use crate::departments::people::{PersonQuery, PersonRow};
use crate::error::Result;
use crate::ids::{DepartmentId, PersonId};
use crate::storage::derived;
use crate::storage::rows::Person;
use crate::storage::table::one;

/// The person of this name in a unit; without a unit, one who has none.
pub fn by_name(connection: &Connection, department: Option<DepartmentId>, name: &str) -> Result<Option<Person>> {
    one(
        connection,
        "WHERE t.name=? AND t.department_id IS ? AND t.deleted=0 ORDER BY t.id LIMIT 1",
        &[&name, &department],
    )
}

/// How many open tasks a person is responsible for.
pub fn open_tasks(connection: &Connection, id: PersonId) -> Result<i64> {
    let sql = "SELECT count(*) FROM task_person l JOIN task_now n ON n.task_id=l.task_id WHERE l.person_id=? AND l.deleted=0 AND n.open=1";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// A page of people in the order of their units.
pub fn list(connection: &Connection, query: &PersonQuery, as_of: NaiveDate) -> Result<Page<PersonRow>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let condition = "p.deleted=0 AND (:department IS NULL OR p.department_id=:department) AND (:text='' OR instr(lower(p.name),lower(:text))>0)";
    let text = query.text.trim();
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM person p WHERE {condition}"))?
        .query_row(named_params! {":department": query.department, ":text": text}, |row| row.get(0))?;
    let sql = format!(
        "SELECT p.id, p.name, p.department_id, COALESCE(d.short,''), p.post, p.mobile, p.tel, p.role, p.note,
           (SELECT count(*) FROM task_person l JOIN {tasks} n ON n.task_id=l.task_id
             WHERE l.person_id=p.id AND l.deleted=0 AND n.open=1 AND :as_of=:as_of), p.sample
         FROM person p LEFT JOIN department d ON d.id=p.department_id WHERE {condition}
         ORDER BY d.position, d.id, p.id LIMIT :limit OFFSET :offset"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(
        named_params! {":as_of": as_of, ":department": query.department, ":text": text,
        ":limit": query.paging.limit() as i64, ":offset": query.paging.offset as i64},
        |row| {
            Ok(PersonRow {
                id: row.get(0)?,
                name: row.get(1)?,
                department_id: row.get(2)?,
                department: row.get(3)?,
                post: row.get(4)?,
                mobile: row.get(5)?,
                tel: row.get(6)?,
                role: row.get(7)?,
                note: row.get(8)?,
                open_tasks: row.get(9)?,
                sample: row.get(10)?,
            })
        },
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}
