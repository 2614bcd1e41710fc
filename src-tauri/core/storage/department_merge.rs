//! What a unit leaves to its successor, and what units were called on a day.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension};

use crate::error::Result;
use crate::ids::DepartmentId;
use crate::storage::enterprises::ended_demands;
use crate::storage::rows::{Demand, Department, Person, Project, SessionGuest, Task, TaskDepartment, WorkGroupMember};
use crate::storage::table::{all, find, insert, update};

/// Units that went on as this one.
pub fn merged_into(connection: &Connection, id: DepartmentId) -> Result<Vec<Department>> {
    all(connection, "WHERE t.merged_into_id=? AND t.deleted=0 ORDER BY t.valid_to, t.id", &[&id])
}

/// The next place in 机构序列.
pub fn position_behind(connection: &Connection, position: &str) -> Result<Option<String>> {
    let sql = "SELECT min(position) FROM department WHERE position>?";
    Ok(connection.prepare_cached(sql)?.query_row([position], |row| row.get(0)).optional()?.flatten())
}

/// Lets people and everything that is still open go from one unit to another.
pub fn move_what_is_open(connection: &Connection, from: DepartmentId, to: DepartmentId) -> Result<()> {
    for person in all::<Person>(connection, "WHERE t.department_id=? AND t.deleted=0", &[&from])? {
        update(connection, &person, &Person { department_id: Some(to), ..person.clone() })?;
    }
    const OPEN: &str = "(SELECT n.task_id FROM task_now n WHERE n.status NOT IN ('closed','cancelled'))";
    let led = format!("WHERE t.lead_department_id=? AND t.deleted=0 AND t.id IN {OPEN}");
    for task in all::<Task>(connection, &led, &[&from])? {
        update(connection, &task, &Task { lead_department_id: Some(to), ..task.clone() })?;
        // Nobody assists himself.
        if let Some(link) = find::<TaskDepartment>(connection, &[&task.id, &to])?.filter(|link| !link.deleted) {
            update(connection, &link, &TaskDepartment { deleted: true, ..link.clone() })?;
        }
    }
    let assisted = format!("WHERE t.department_id=? AND t.deleted=0 AND t.task_id IN {OPEN}");
    for link in all::<TaskDepartment>(connection, &assisted, &[&from])? {
        update(connection, &link, &TaskDepartment { deleted: true, ..link.clone() })?;
        let task: Option<Task> = find(connection, &[&link.task_id])?;
        if task.is_some_and(|task| task.lead_department_id == Some(to)) {
            continue;
        }
        match find::<TaskDepartment>(connection, &[&link.task_id, &to])? {
            Some(other) => drop(update(connection, &other, &TaskDepartment { deleted: false, ..other.clone() })?),
            None => insert(connection, &TaskDepartment { department_id: to, ..link })?,
        }
    }
    let open = format!("WHERE t.lead_department_id=? AND t.deleted=0 AND t.status NOT IN ({})", ended_demands());
    for demand in all::<Demand>(connection, &open, &[&from])? {
        update(connection, &demand, &Demand { lead_department_id: Some(to), ..demand.clone() })?;
    }
    let going_on = "WHERE t.lead_department_id=? AND t.deleted=0 AND t.stage NOT IN ('stopped','archived')";
    for project in all::<Project>(connection, going_on, &[&from])? {
        update(connection, &project, &Project { lead_department_id: Some(to), ..project.clone() })?;
    }
    for member in all::<WorkGroupMember>(connection, "WHERE t.department_id=? AND t.deleted=0", &[&from])? {
        let twin = "WHERE t.work_group_id=? AND t.department_id=? AND t.person_id IS ? AND t.deleted=0";
        let there =
            !all::<WorkGroupMember>(connection, twin, &[&member.work_group_id, &to, &member.person_id])?.is_empty();
        let after = match there {
            true => WorkGroupMember { deleted: true, ..member.clone() },
            false => WorkGroupMember { department_id: Some(to), ..member.clone() },
        };
        update(connection, &member, &after)?;
    }
    let ahead = "WHERE t.department_id=? AND t.deleted=0 AND t.session_id IN
      (SELECT s.id FROM session s WHERE s.status='preparing' AND s.deleted=0)";
    for guest in all::<SessionGuest>(connection, ahead, &[&from])? {
        update(connection, &guest, &SessionGuest { department_id: Some(to), ..guest.clone() })?;
    }
    Ok(())
}

/// What units that began after a day were called on it, by the name they have now.
pub fn names_on(connection: &Connection, day: NaiveDate) -> Result<HashMap<String, String>> {
    let sql = "SELECT d.short, f.short FROM department d JOIN department f ON f.merged_into_id=d.id AND f.deleted=0
      WHERE d.deleted=0 AND d.valid_from>?1 AND (f.valid_from IS NULL OR f.valid_from<=?1) AND f.valid_to>?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([day], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
