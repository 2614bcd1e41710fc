//! Queries about 推进小组.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::api::list::{Page, Paging};
use crate::error::{Error, Result};
use crate::ids::WorkGroupId;
use crate::meetings::groups::{DispatchGroup, DispatchGroups, DispatchProject};
use crate::storage::rows::{Project, WorkGroup, WorkGroupMember};
use crate::storage::table::{Record, all, one, update};
use crate::storage::{derived, meetings, projects};
use crate::work_groups::list::{GroupProject, MemberRow, WorkGroupPage, WorkGroupQuery, WorkGroupRow};

/// The last place in the list.
pub fn last_position(connection: &Connection) -> Result<Option<String>> {
    let sql = "SELECT max(position) FROM work_group";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?.flatten())
}

/// The group of this name.
pub fn by_name(connection: &Connection, name: &str) -> Result<Option<WorkGroup>> {
    one(connection, "WHERE t.name=? AND t.deleted=0 ORDER BY t.id LIMIT 1", &[&name])
}

/// The members of a group, in order.
pub fn members(connection: &Connection, id: WorkGroupId) -> Result<Vec<WorkGroupMember>> {
    all(connection, "WHERE t.work_group_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])
}

/// Projects of a group go on without one.
pub fn let_projects_go(connection: &Connection, id: WorkGroupId) -> Result<()> {
    for project in all::<Project>(connection, "WHERE t.work_group_id=? AND t.deleted=0", &[&id])? {
        update(connection, &project, &Project { work_group_id: None, ..project.clone() })?;
    }
    Ok(())
}

/// A page of groups, with their projects and open tasks as of a day.
pub fn list(connection: &Connection, query: &WorkGroupQuery, as_of: NaiveDate) -> Result<Page<WorkGroupRow>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let condition = "g.deleted=0 AND (:id IS NULL OR g.id=:id) AND (:text='' OR instr(lower(g.name),lower(:text))>0 OR instr(lower(g.domain),lower(:text))>0
      OR instr(lower(l.name),lower(:text))>0 OR EXISTS (SELECT 1 FROM work_group_member m LEFT JOIN department d ON d.id=m.department_id
        LEFT JOIN person p ON p.id=m.person_id WHERE m.work_group_id=g.id AND m.deleted=0
        AND (instr(lower(d.short),lower(:text))>0 OR instr(lower(p.name),lower(:text))>0)))";
    let from = "work_group g LEFT JOIN person l ON l.id=g.leader_id";
    let text = query.text.trim();
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM {from} WHERE {condition}"))?
        .query_row(named_params! {":id": query.id, ":text": text}, |row| row.get(0))?;
    let of = |open: &str| {
        format!(
            "(SELECT count(*) FROM {tasks} n JOIN project p ON p.id=n.project_id WHERE p.work_group_id=g.id AND p.deleted=0 AND n.open=1{open} AND :as_of=:as_of)"
        )
    };
    let sql = format!(
        "SELECT g.id, g.name, g.domain, g.leader_id, COALESCE(l.name,''), COALESCE((SELECT d.short FROM department d WHERE d.id=l.department_id),''),
           g.note, (SELECT count(*) FROM work_group_member m WHERE m.work_group_id=g.id AND m.deleted=0),
           (SELECT count(*) FROM project p WHERE p.work_group_id=g.id AND p.deleted=0), {}, {}, g.sample
         FROM {from} WHERE {condition} ORDER BY g.position, g.id LIMIT :limit OFFSET :offset",
        of(""),
        of(" AND n.due<:as_of")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(
        named_params! {":as_of": as_of, ":id": query.id, ":text": text, ":limit": query.paging.limit() as i64, ":offset": query.paging.offset as i64},
        |row| {
            Ok(WorkGroupRow {
                id: row.get(0)?,
                name: row.get(1)?,
                domain: row.get(2)?,
                leader_id: row.get(3)?,
                leader: row.get(4)?,
                leader_unit: row.get(5)?,
                note: row.get(6)?,
                members: row.get(7)?,
                projects: row.get(8)?,
                open_tasks: row.get(9)?,
                overdue_tasks: row.get(10)?,
                sample: row.get(11)?,
            })
        },
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// One group with its members and projects.
pub fn page(connection: &Connection, id: WorkGroupId, as_of: NaiveDate) -> Result<WorkGroupPage> {
    let query = WorkGroupQuery { id: Some(id), ..WorkGroupQuery::default() };
    let row = list(connection, &query, as_of)?.rows.into_iter().next();
    let sql =
        "SELECT m.id, m.department_id, COALESCE(d.short,''), m.person_id, COALESCE(p.name,''), COALESCE(p.post,''),
        COALESCE(p.mobile,''), m.role
      FROM work_group_member m LEFT JOIN department d ON d.id=m.department_id LEFT JOIN person p ON p.id=m.person_id
      WHERE m.work_group_id=? AND m.deleted=0 ORDER BY m.position, m.id";
    let mut statement = connection.prepare_cached(sql)?;
    let members = statement.query_map([id], |row| {
        Ok(MemberRow {
            id: row.get(0)?,
            department_id: row.get(1)?,
            department: row.get(2)?,
            person_id: row.get(3)?,
            person: row.get(4)?,
            post: row.get(5)?,
            mobile: row.get(6)?,
            role: row.get(7)?,
        })
    })?;
    let members = members.collect::<rusqlite::Result<_>>()?;
    let sql = "SELECT p.id, p.name, COALESCE((SELECT e.name_full FROM project_enterprise l JOIN enterprise e ON e.id=l.enterprise_id
        WHERE l.project_id=p.id AND l.deleted=0 ORDER BY l.is_lead DESC LIMIT 1),''), p.stage
      FROM project p WHERE p.work_group_id=? AND p.deleted=0 ORDER BY p.id";
    let mut statement = connection.prepare_cached(sql)?;
    let projects = statement.query_map([id], |row| {
        Ok(GroupProject { id: row.get(0)?, name: row.get(1)?, enterprise: row.get(2)?, stage: row.get(3)? })
    })?;
    let projects = projects.collect::<rusqlite::Result<_>>()?;
    Ok(WorkGroupPage { row: row.ok_or_else(|| Error::not_found(WorkGroup::NOUN))?, members, projects })
}

/// How the groups stand as of a day, by domain.
pub fn dispatch(connection: &Connection, as_of: NaiveDate) -> Result<DispatchGroups> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let meeting = meetings::still_open(connection)?;
    let sql = format!(
        "SELECT p.work_group_id, p.id, p.name, p.stage,
           (SELECT count(*) FROM {tasks} n WHERE n.project_id=p.id AND n.open=1 AND :as_of=:as_of),
           (SELECT count(*) FROM {tasks} n WHERE n.project_id=p.id AND n.open=1 AND n.due<:as_of),
           (SELECT count(*) FROM meeting_item i WHERE i.meeting_id=:meeting AND i.project_id=p.id AND i.deleted=0)
         FROM project p WHERE p.deleted=0 AND p.work_group_id IS NOT NULL ORDER BY p.id"
    );
    let id = meeting.as_ref().map(|meeting| meeting.id);
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! {":as_of": as_of, ":meeting": id}, |row| {
        let project = DispatchProject {
            id: row.get(1)?,
            name: row.get(2)?,
            stage: row.get(3)?,
            light: None,
            task: String::new(),
            open: row.get(4)?,
            overdue: row.get(5)?,
            items: row.get(6)?,
        };
        Ok((row.get::<_, WorkGroupId>(0)?, project))
    })?;
    let projects = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let ids: Vec<_> = projects.iter().filter(|(_, one)| one.open > 0).map(|(_, one)| one.id).collect();
    let mut lights = projects::lights(connection, &ids, as_of)?;
    let query = WorkGroupQuery { paging: Paging { offset: 0, limit: Paging::MOST }, ..WorkGroupQuery::default() };
    let mut groups: Vec<DispatchGroup> = list(connection, &query, as_of)?
        .rows
        .into_iter()
        .map(|group| DispatchGroup {
            id: group.id,
            name: group.name,
            domain: group.domain,
            leader: group.leader,
            open: group.open_tasks,
            overdue: group.overdue_tasks,
            items: 0,
            projects: Vec::new(),
        })
        .collect();
    for (group, mut project) in projects {
        let Some(group) = groups.iter_mut().find(|one| one.id == group) else { continue };
        if let Some(worst) = lights.remove(&project.id) {
            (project.light, project.task) = (Some(worst.light), worst.title);
        }
        group.items += project.items;
        group.projects.push(project);
    }
    for group in &mut groups {
        // The worst first; projects without open work last.
        group.projects.sort_by_key(|one| (one.light.as_ref().map_or(usize::MAX, |light| light.kind as usize), one.id));
    }
    let sql = "SELECT count(*) FROM project WHERE deleted=0 AND work_group_id IS NULL AND stage='advancing'";
    let without = connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    let meeting_number = meeting.map(|meeting| meeting.number).unwrap_or_default();
    Ok(DispatchGroups { meeting: id, meeting_number, groups, without })
}
