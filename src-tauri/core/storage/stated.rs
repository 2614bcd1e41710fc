//! Queries about stated figures.

use rusqlite::{Connection, named_params};

use crate::api::list::Page;
use crate::error::Result;
use crate::stated::list::{StatedQuery, StatedRow};

/// The last place among them.
pub fn last_position(connection: &Connection) -> Result<Option<String>> {
    let sql = "SELECT max(position) FROM stated_figure WHERE deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// A page of stated figures, in the order they were given: never by a number.
pub fn list(connection: &Connection, query: &StatedQuery) -> Result<Page<StatedRow>> {
    let from = "stated_figure WHERE deleted=0 AND project_id IS :project";
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM {from}"))?
        .query_row(named_params! {":project": query.project}, |row| row.get(0))?;
    let sql = format!(
        "SELECT id, name, text, unit, scope, as_of, source, note FROM {from} ORDER BY position, id LIMIT :limit OFFSET :offset"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    let rows =
        statement.query_map(named_params! {":project": query.project, ":limit": limit, ":offset": offset}, |row| {
            Ok(StatedRow {
                id: row.get(0)?,
                name: row.get(1)?,
                text: row.get(2)?,
                unit: row.get(3)?,
                scope: row.get(4)?,
                as_of: row.get(5)?,
                source: row.get(6)?,
                note: row.get(7)?,
            })
        })?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}
