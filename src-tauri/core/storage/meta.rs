//! Facts about this copy of the workbook (`jmeta`) and what is kept on this laptop only (`local_setting`).

use rusqlite::types::{FromSql, ToSql};
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::Result;

/// A fact, if it is there.
pub fn get<T: FromSql>(connection: &Connection, key: &str) -> Result<Option<T>> {
    Ok(connection.prepare_cached("SELECT v FROM jmeta WHERE k=?")?.query_row([key], |row| row.get(0)).optional()?)
}

/// Writes a fact.
pub fn set(connection: &Connection, key: &str, value: impl ToSql) -> Result<()> {
    connection
        .prepare_cached("INSERT INTO jmeta(k,v) VALUES(?1,?2) ON CONFLICT(k) DO UPDATE SET v=?2")?
        .execute(params![key, value])?;
    Ok(())
}

/// A setting of this laptop.
pub fn setting(connection: &Connection, key: &str) -> Result<Option<String>> {
    let sql = "SELECT v FROM local_setting WHERE k=?";
    Ok(connection.prepare_cached(sql)?.query_row([key], |row| row.get(0)).optional()?)
}

/// Keeps a setting of this laptop; `None` forgets it.
pub fn keep_setting(connection: &Connection, key: &str, value: Option<&str>) -> Result<()> {
    match value {
        Some(value) => connection
            .prepare_cached("INSERT INTO local_setting(k,v) VALUES(?1,?2) ON CONFLICT(k) DO UPDATE SET v=?2")?
            .execute(params![key, value])?,
        None => connection.prepare_cached("DELETE FROM local_setting WHERE k=?")?.execute([key])?,
    };
    Ok(())
}

/// Are there 示例 records in the workbook?
pub fn has_sample(connection: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS(SELECT 1 FROM project WHERE sample=1 AND deleted=0) OR EXISTS(SELECT 1 FROM enterprise WHERE sample=1 AND deleted=0)";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}
