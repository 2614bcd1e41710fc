//! What a record is called.

use rusqlite::{Connection, OptionalExtension};

use crate::action::Kind;
use crate::error::Result;
use crate::ids::Id;
use crate::storage::rows;
use crate::storage::shown::Names;
use crate::storage::table::TableInfo;

/// Names looked up in a workbook.
pub struct StoredNames<'c>(pub &'c Connection);

impl Names for StoredNames<'_> {
    fn name(&self, table: &str, id: Id) -> Option<String> {
        let column = match table {
            "enterprise" => "name_full",
            "department" => "short",
            "task" | "plan" => "title",
            "demand" | "plan_section" => "text",
            "progress" => "done_text",
            "project" | "contact" | "person" | "milestone" => "name",
            _ => return None,
        };
        let sql = format!("SELECT {column} FROM {table} WHERE id=?");
        let name = self.0.prepare_cached(&sql).and_then(|mut statement| statement.query_row([id], |row| row.get(0)).optional());
        name.ok().flatten()
    }
}

/// Tables whose rows a person can open, and their kind.
const OPENABLE: &[&str] = &[
    "enterprise", "project", "task", "demand", "department", "person", "contact", "milestone", "plan", "progress", "plan_section",
];

/// Which table a record lies in.
pub fn table_of(connection: &Connection, id: Id) -> Result<Option<&'static TableInfo>> {
    for name in OPENABLE {
        let sql = format!("SELECT 1 FROM {name} WHERE id=?");
        if connection.prepare_cached(&sql)?.exists([id])? {
            return rows::by_name(name).map(Some);
        }
    }
    Ok(None)
}

/// What kind of thing a record is.
pub fn kind_of(connection: &Connection, id: Id) -> Result<Option<Kind>> {
    Ok(table_of(connection, id)?.map(|table| rows::kind_of(table.name)))
}

/// Rows that belong to a record and share its history: (table, journal key), the newest first.
pub fn parts_of(connection: &Connection, table: &TableInfo, id: Id, limit: usize) -> Result<Vec<(&'static TableInfo, Vec<u8>)>> {
    let parts: &[(&str, &str)] = match table.name {
        "enterprise" => &[("enterprise_alias", "enterprise_id"), ("contact", "enterprise_id")],
        "project" => &[("project_enterprise", "project_id"), ("milestone", "project_id")],
        "department" => &[("department_alias", "department_id")],
        "task" => &[
            ("task_status", "task_id"),
            ("task_due", "task_id"),
            ("progress", "task_id"),
            ("task_department", "task_id"),
            ("task_person", "task_id"),
        ],
        "plan" => &[("plan_section", "plan_id")],
        _ => &[],
    };
    let mut found = Vec::new();
    for (part, column) in parts {
        let info = rows::by_name(part)?;
        let sql = format!("SELECT {} FROM {part} WHERE {column}=? LIMIT ?", info.columns[..info.keys].join(","));
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params![id, limit as i64])?;
        while let Some(row) = rows.next()? {
            let mut pk = Vec::with_capacity(32);
            for key in 0..info.keys {
                pk.extend(row.get::<_, Vec<u8>>(key)?);
            }
            found.push((info, pk));
        }
    }
    Ok(found)
}
