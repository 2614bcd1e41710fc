//! Queries about 通报快照.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::api::list::Page;
use crate::error::Result;
use crate::figures::snapshot::{SnapshotQuery, SnapshotRow};
use crate::storage::rows::Snapshot;
use crate::storage::table::one;

/// A page of snapshots, the latest day first.
pub fn list(connection: &Connection, query: &SnapshotQuery) -> Result<Page<SnapshotRow>> {
    let total: i64 =
        connection.prepare_cached("SELECT count(*) FROM snapshot WHERE deleted=0")?.query_row([], |row| row.get(0))?;
    let sql =
        "SELECT id, title, as_of, definition_version, note, COALESCE(json_extract(figures,'$.prose'),'') FROM snapshot
               WHERE deleted=0 ORDER BY as_of DESC, id DESC LIMIT ? OFFSET ?";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![query.paging.limit() as i64, query.paging.offset as i64], |row| {
        Ok(SnapshotRow {
            id: row.get(0)?,
            title: row.get(1)?,
            as_of: row.get(2)?,
            definition_version: row.get(3)?,
            note: row.get(4)?,
            prose: row.get(5)?,
        })
    })?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// The latest snapshot of a day before this one.
pub fn before(connection: &Connection, as_of: NaiveDate) -> Result<Option<Snapshot>> {
    one(connection, "WHERE t.as_of<? AND t.deleted=0 ORDER BY t.as_of DESC, t.id DESC LIMIT 1", &[&as_of])
}
