//! What a workbook keeps about its sample records.

use chrono::NaiveDate;
use rusqlite::Connection;

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
    for table in [
        "enterprise",
        "person",
        "demand",
        "task",
        "plan",
        "department",
        "session",
        "expert",
        "work_group",
        "snapshot",
        "sent_sheet",
        "meeting",
        "supervision",
        "coordination",
    ] {
        connection.execute(&format!("UPDATE {table} SET deleted=1 WHERE sample=1 AND deleted=0"), [])?;
    }
    // 督办单 and 协调 about something made up go with it, whoever wrote them.
    for table in ["supervision", "coordination"] {
        for (column, owner) in [("task_id", "task"), ("demand_id", "demand")] {
            let of_sample = format!("{column} IN (SELECT id FROM {owner} WHERE sample=1 AND deleted=1)");
            connection.execute(&format!("UPDATE {table} SET deleted=1 WHERE deleted=0 AND {of_sample}"), [])?;
        }
    }
    // Work on a sample project or enterprise that somebody added goes with it.
    for table in ["demand", "task", "plan"] {
        for (column, owner) in [("project_id", "project"), ("enterprise_id", "enterprise")] {
            let of_sample = format!("{column} IN (SELECT id FROM {owner} WHERE sample=1 AND deleted=1)");
            connection.execute(&format!("UPDATE {table} SET deleted=1 WHERE deleted=0 AND {of_sample}"), [])?;
        }
    }
    // Agendas and guest lists of real sessions, and rounds of real projects, lose what was made up.
    for (table, column, owner) in [
        ("presentation", "project_id", "project"),
        ("session_guest", "enterprise_id", "enterprise"),
        ("session_guest", "expert_id", "expert"),
        ("review_opinion", "expert_id", "expert"),
        ("meeting_item", "project_id", "project"),
        ("coordination", "project_id", "project"),
    ] {
        let of_sample = format!("{column} IN (SELECT id FROM {owner} WHERE sample=1 AND deleted=1)");
        connection.execute(&format!("UPDATE {table} SET deleted=1 WHERE deleted=0 AND {of_sample}"), [])?;
    }
    let links = "UPDATE project_enterprise SET deleted=1 WHERE deleted=0 AND enterprise_id IN (SELECT id FROM enterprise WHERE sample=1 AND deleted=1)";
    connection.execute(links, [])?;
    Ok(projects)
}
