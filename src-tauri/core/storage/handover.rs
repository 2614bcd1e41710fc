//! What a person still has to do.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, named_params};

use crate::calendar::Calendar;
use crate::error::Result;
use crate::ids::{PersonId, TaskId};
use crate::partial_date::PartialDate;
use crate::storage::derived;
use crate::storage::rows::{Department, Person, WorkGroup, WorkGroupMember};
use crate::storage::table::{all, live};
use crate::tasks::handover::{HandoverGroup, HandoverPreview, HandoverTask};
use crate::tasks::light::{LightInput, light};
use crate::tasks::list::{DueText, Named};

/// A person's tasks that are not ended, of these or of all; the first due first.
pub fn tasks(connection: &Connection, person: PersonId, of: Option<&[TaskId]>) -> Result<Vec<TaskId>> {
    let sql = "SELECT n.task_id FROM task_person l JOIN task_now n ON n.task_id=l.task_id
      WHERE l.person_id=? AND l.deleted=0 AND n.status NOT IN ('closed','cancelled') ORDER BY n.due NULLS LAST, n.task_id";
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map([person], |row| row.get(0))?.collect::<rusqlite::Result<Vec<TaskId>>>()?;
    Ok(match of {
        Some(of) => {
            let of: std::collections::HashSet<&TaskId> = of.iter().collect();
            ids.into_iter().filter(|id| of.contains(id)).collect()
        }
        None => ids,
    })
}

/// Groups a person leads.
pub fn led_by(connection: &Connection, person: PersonId) -> Result<Vec<WorkGroup>> {
    all(connection, "WHERE t.leader_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&person])
}

/// A person's places as a member, in groups in use.
pub fn memberships(connection: &Connection, person: PersonId) -> Result<Vec<WorkGroupMember>> {
    let tail = "JOIN work_group g ON g.id=t.work_group_id AND g.deleted=0 WHERE t.person_id=? AND t.deleted=0
      ORDER BY g.position, g.id, t.position, t.id";
    all(connection, tail, &[&person])
}

/// What would go over from a person, as of a day.
pub fn preview(
    connection: &Connection,
    person: PersonId,
    of: Option<&[TaskId]>,
    as_of: NaiveDate,
) -> Result<HandoverPreview> {
    let who: Person = live(connection, person)?;
    let unit = who.department_id.map(|id| live::<Department>(connection, id)).transpose()?;
    let source = derived::tasks_as_of(connection, as_of)?;
    let sql = format!(
        "SELECT t.title, p.id, p.name, n.status, n.start_on, n.due, n.percent FROM {source} n JOIN task t ON t.id=n.task_id
         LEFT JOIN project p ON p.id=n.project_id WHERE n.task_id=:id AND :as_of=:as_of"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut lines = Vec::new();
    for id in tasks(connection, person, of)? {
        let mut rows = statement.query(named_params! {":id": id, ":as_of": as_of})?;
        let Some(row) = rows.next()? else { continue };
        let (project, percent): (Option<_>, Option<i64>) = (row.get(1)?, row.get(6)?);
        let (status, due): (_, Option<PartialDate>) = (row.get(3)?, row.get(5)?);
        let input = LightInput { status, start_on: row.get(4)?, due, percent: percent.map(|percent| percent as f64) };
        lines.push(HandoverTask {
            id,
            title: row.get(0)?,
            project: project.map(|id| Ok::<_, rusqlite::Error>(Named { id, name: row.get(2)? })).transpose()?,
            due: due.map(|due| DueText { text: due.grid(as_of.year()), encoded: due.encode(), day: due.date }),
            status,
            light: light(&input, as_of, &Calendar::current()),
        });
    }
    Ok(HandoverPreview {
        name: who.name,
        department: unit.map(|unit| unit.short).unwrap_or_default(),
        tasks: lines,
        groups: groups(connection, person)?,
    })
}

fn groups(connection: &Connection, person: PersonId) -> Result<Vec<HandoverGroup>> {
    let mut groups: Vec<HandoverGroup> = led_by(connection, person)?
        .into_iter()
        .map(|group| HandoverGroup { id: group.id.into(), name: group.name, leads: true, member: false })
        .collect();
    for place in memberships(connection, person)? {
        match groups.iter_mut().find(|group| group.id == place.work_group_id.into()) {
            Some(group) => group.member = true,
            None => {
                let group: WorkGroup = live(connection, place.work_group_id)?;
                groups.push(HandoverGroup { id: group.id.into(), name: group.name, leads: false, member: true });
            }
        }
    }
    Ok(groups)
}
