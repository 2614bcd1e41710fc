//! 检查工作簿: what is wrong with the file or its rows, and what was made anew.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::error::Result;
use crate::ids::Id;
use crate::storage::rows::{REFERENCES, Reference, by_name};
use crate::storage::{attachments, derived, names::StoredNames, shown::Names};

/// A row that names another which is not there, or lies in the recycle bin while this one does not.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Orphan {
    /// What the row is (任务) and what it is called.
    pub noun: String,
    pub name: String,
    pub id: Option<Id>,
    /// Which of its fields leads nowhere.
    pub field: String,
}

/// What 检查工作簿 found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckReport {
    /// SQLite's own complaints about the file; empty if it is whole.
    pub file: Vec<String>,
    pub orphans: Vec<Orphan>,
    /// Derived task rows that stood wrong and were made anew.
    pub derived_mended: usize,
    /// Was the search index in order before it was made anew?
    pub search_ok: bool,
    /// Live rows by kind: (任务, 300).
    pub counts: Vec<(String, i64)>,
}

/// Looks at everything; to be called in a write transaction, since derived rows are made anew.
pub fn run(connection: &Connection) -> Result<CheckReport> {
    let mut statement = connection.prepare("PRAGMA quick_check(20)")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let search_ok = connection.execute("INSERT INTO search_index(search_index) VALUES('integrity-check')", []).is_ok();
    attachments::drop_unused(connection)?;
    Ok(CheckReport {
        file: lines.into_iter().filter(|line| line != "ok").collect(),
        orphans: orphans(connection)?,
        derived_mended: derived::rebuild(connection)?,
        search_ok,
        counts: counts(connection)?,
    })
}

/// Makes derived rows anew, after an upgrade.
pub fn rebuild_derived(connection: &Connection) -> Result<()> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    match derived::rebuild(connection) {
        Ok(_) => Ok(connection.execute_batch("COMMIT")?),
        Err(error) => {
            connection.execute_batch("ROLLBACK")?;
            Err(error)
        }
    }
}

fn orphans(connection: &Connection) -> Result<Vec<Orphan>> {
    let mut found = Vec::new();
    for reference in REFERENCES {
        let table = by_name(reference.from)?;
        let sql = format!(
            "SELECT f.{} FROM {} f WHERE f.deleted=0 AND f.{col} IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM {} t WHERE t.id=f.{col}{live}){whole} LIMIT 200",
            table.columns[0],
            reference.from,
            reference.to,
            whole = whole_is_there(reference),
            live = if reference.part || reference.record { "" } else { " AND t.deleted=0" },
            col = reference.column
        );
        let mut statement = connection.prepare(&sql)?;
        let ids = statement.query_map([], |row| row.get::<_, Id>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let field = table.column(reference.column).map(|i| table.labels[i]).unwrap_or_default();
        for id in ids {
            let name = StoredNames(connection).name(reference.from, id).unwrap_or_default();
            found.push(Orphan { noun: table.noun.into(), name, id: Some(id), field: field.into() });
        }
    }
    let attachment = by_name("attachment")?;
    let bytes = attachment.column("bytes").map(|i| attachment.labels[i]).unwrap_or_default();
    for (id, name) in attachments::without_bytes(connection)? {
        found.push(Orphan { noun: attachment.noun.into(), name, id: Some(id.into()), field: bytes.into() });
    }
    let paper = by_name("plan_paper")?;
    for (plan, name) in attachments::papers_without_bytes(connection)? {
        found.push(Orphan { noun: paper.noun.into(), name, id: Some(plan.into()), field: bytes.into() });
    }
    Ok(found)
}

/// A part of a record in the recycle bin is out of use with it, and so is what it names.
fn whole_is_there(reference: &Reference) -> String {
    let wholes: Vec<String> = REFERENCES
        .iter()
        .filter(|other| other.from == reference.from && other.part && !reference.part)
        .map(|whole| format!("EXISTS (SELECT 1 FROM {} w WHERE w.id=f.{} AND w.deleted=0)", whole.to, whole.column))
        .collect();
    if wholes.is_empty() { String::new() } else { format!(" AND ({})", wholes.join(" OR ")) }
}

fn counts(connection: &Connection) -> Result<Vec<(String, i64)>> {
    let mut counts = Vec::new();
    for table in [
        "enterprise",
        "project",
        "department",
        "person",
        "demand",
        "task",
        "progress",
        "milestone",
        "plan",
        "attachment",
    ] {
        let sql = format!("SELECT count(*) FROM {table} WHERE deleted=0");
        counts.push((by_name(table)?.noun.to_string(), connection.query_row(&sql, [], |row| row.get(0))?));
    }
    Ok(counts)
}
