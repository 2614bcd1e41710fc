//! What a workbook keeps about its sample records.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::error::Result;
use crate::storage::meta;

/// The day sample records are told for: `jmeta`, so it never travels.
const SAMPLE_DAY: &str = "sample_day";

/// Keeps the day the sample is told for.
pub fn keep_sample_day(connection: &Connection, day: NaiveDate) -> Result<()> {
    meta::set(connection, SAMPLE_DAY, day)
}

/// The day the workbook is told for while it holds its sample records; `None` for an ordinary workbook.
pub fn sample_day(connection: &Connection) -> Result<Option<NaiveDate>> {
    match meta::get(connection, SAMPLE_DAY)? {
        Some(day) if meta::has_sample(connection)? => Ok(Some(day)),
        _ => Ok(None),
    }
}

/// Marks every sample record, and what belongs to one, as deleted; returns how many projects it was.
pub fn trash_samples(connection: &Connection) -> Result<usize> {
    let projects = connection.execute("UPDATE project SET deleted=1 WHERE sample=1 AND deleted=0", [])?;
    for table in ["enterprise", "person", "demand", "task", "plan", "department"] {
        connection.execute(&format!("UPDATE {table} SET deleted=1 WHERE sample=1 AND deleted=0"), [])?;
    }
    // What has no mark of its own follows what it belongs to.
    for (table, column, owner) in [
        ("enterprise_alias", "enterprise_id", "enterprise"),
        ("contact", "enterprise_id", "enterprise"),
        ("project_enterprise", "project_id", "project"),
        ("milestone", "project_id", "project"),
        ("task", "project_id", "project"),
        ("demand", "project_id", "project"),
        ("plan", "project_id", "project"),
        ("task", "enterprise_id", "enterprise"),
        ("demand", "enterprise_id", "enterprise"),
        ("plan", "enterprise_id", "enterprise"),
        ("task_department", "task_id", "task"),
        ("task_person", "task_id", "task"),
        ("task_status", "task_id", "task"),
        ("task_due", "task_id", "task"),
        ("progress", "task_id", "task"),
        ("plan_section", "plan_id", "plan"),
    ] {
        let sql = format!(
            "UPDATE {table} SET deleted=1 WHERE deleted=0 AND {column} IN (SELECT id FROM {owner} WHERE sample=1 AND deleted=1)"
        );
        connection.execute(&sql, params![])?;
    }
    Ok(projects)
}
