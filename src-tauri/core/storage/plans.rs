//! Queries about plans, and what a plan is about.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::error::Result;
use crate::ids::{EnterpriseId, PlanId, ProjectId};
use crate::plans::data::{DemandData, MilestoneData, PersonData, PlanData, ProjectData, TaskData, Unit};
use crate::plans::outline::PlanSection;
use crate::storage::rows::{Contact, Demand, Department, Enterprise, Plan, PlanText, Project};
use crate::storage::table::{all, find, live, one};
use crate::storage::{department_merge, derived, enterprises, milestones, projects};

/// The plan that is worked on: the latest version.
pub fn current(
    connection: &Connection,
    project: Option<ProjectId>,
    enterprise: Option<EnterpriseId>,
) -> Result<Option<PlanId>> {
    let sql = match project {
        Some(_) => "SELECT id FROM plan WHERE project_id=?1 AND deleted=0 ORDER BY version DESC, id DESC LIMIT 1",
        None => "SELECT id FROM plan WHERE enterprise_id=?1 AND deleted=0 ORDER BY version DESC, id DESC LIMIT 1",
    };
    let mut statement = connection.prepare_cached(sql)?;
    Ok(match project {
        Some(id) => statement.query_row([id], |row| row.get(0)).optional()?,
        None => statement.query_row([enterprise], |row| row.get(0)).optional()?,
    })
}

/// The newest version of every plan that was not repealed.
pub fn all_plans(connection: &Connection) -> Result<Vec<PlanId>> {
    let sql = "SELECT p.id FROM plan p WHERE p.deleted=0 AND p.status<>'repealed' AND NOT EXISTS
               (SELECT 1 FROM plan x WHERE x.deleted=0 AND x.version>p.version
                AND (x.project_id=p.project_id OR x.enterprise_id=p.enterprise_id)) ORDER BY p.id";
    let mut statement = connection.prepare_cached(sql)?;
    let ids = statement.query_map([], |row| row.get(0))?;
    Ok(ids.collect::<rusqlite::Result<_>>()?)
}

/// The row of a section's text.
pub fn section(connection: &Connection, plan: PlanId, part: PlanSection) -> Result<Option<PlanText>> {
    one(connection, "WHERE t.plan_id=? AND t.part=? ORDER BY t.deleted, t.id LIMIT 1", &[&plan, &part])
}

/// Gathers what a plan is about, as of a day.
pub fn gather(connection: &Connection, id: PlanId, as_of: NaiveDate) -> Result<PlanData> {
    let plan: Plan = live(connection, id)?;
    let texts: Vec<PlanText> = all(connection, "WHERE t.plan_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])?;
    gather_of(connection, plan, texts.into_iter().map(|row| (row.part, row.text)).collect(), as_of)
}

/// Gathers what a plan with these texts is about, whether it is stored or not.
pub fn gather_of(
    connection: &Connection,
    plan: Plan,
    texts: Vec<(PlanSection, String)>,
    as_of: NaiveDate,
) -> Result<PlanData> {
    let mut firms: Vec<Enterprise> = Vec::new();
    let ids: Vec<ProjectId> = match (plan.project_id, plan.enterprise_id) {
        (Some(project), _) => {
            for one in projects::participants(connection, project)? {
                firms.push(live(connection, one.id)?);
            }
            vec![project]
        }
        (None, Some(enterprise)) => {
            firms.push(live(connection, enterprise)?);
            enterprises::projects(connection, enterprise, as_of)?.into_iter().map(|project| project.id).collect()
        }
        (None, None) => Vec::new(),
    };
    let mut contacts: Vec<(String, Contact)> = Vec::new();
    for firm in &firms {
        contacts.extend(
            enterprises::contacts(connection, firm.id)?.into_iter().map(|contact| (firm.name_full.clone(), contact)),
        );
    }
    let mut projects = ids.into_iter().map(|id| project(connection, id, as_of)).collect::<Result<Vec<_>>>()?;
    let paper_day = plan.issued_on.unwrap_or(as_of).min(as_of);
    call_as_on(&mut projects, &department_merge::names_on(connection, paper_day)?);
    Ok(PlanData { plan, texts, enterprises: firms, contacts, projects, full_phones: false })
}

/// Units are called as on the day of the paper.
fn call_as_on(projects: &mut [ProjectData], names: &HashMap<String, String>) {
    if names.is_empty() {
        return;
    }
    let call = |unit: &mut String| {
        if let Some(name) = names.get(unit.as_str()) {
            unit.clone_from(name);
        }
    };
    for project in projects {
        project.demands.iter_mut().filter_map(|demand| demand.lead.as_mut()).for_each(call);
        for task in &mut project.tasks {
            task.lead.iter_mut().for_each(|unit| call(&mut unit.short));
            task.assisting.iter_mut().for_each(call);
            task.persons.iter_mut().for_each(|person| call(&mut person.unit));
        }
    }
}

fn project(connection: &Connection, id: ProjectId, as_of: NaiveDate) -> Result<ProjectData> {
    let demands: Vec<Demand> =
        all(connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&id])?;
    let mut gathered = Vec::new();
    for demand in demands {
        let lead: Option<Department> = match demand.lead_department_id {
            Some(lead) => find(connection, &[&lead])?,
            None => None,
        };
        gathered.push(DemandData {
            id: demand.id,
            category: demand.category,
            text: demand.text,
            quantity: demand.quantity,
            lead: lead.map(|unit| unit.short),
            due: demand.due,
            verify: demand.verify,
        });
    }
    let nodes = milestones::of(connection, id)?.into_iter().map(|node| MilestoneData {
        phase: node.phase,
        name: node.name,
        plan_on: node.plan_on,
        actual_on: node.actual_on,
    });
    Ok(ProjectData {
        project: live::<Project>(connection, id)?,
        demands: gathered,
        tasks: tasks(connection, id, as_of)?,
        milestones: nodes.collect(),
    })
}

fn tasks(connection: &Connection, id: ProjectId, as_of: NaiveDate) -> Result<Vec<TaskData>> {
    let now = derived::tasks_as_of(connection, as_of)?;
    let sql = format!(
        "SELECT t.id, t.demand_id, t.title, t.measure, d.id, d.short, d.position, t.start_on, n.due, n.status, t.note
         FROM {now} n JOIN task t ON t.id=n.task_id LEFT JOIN department d ON d.id=t.lead_department_id
         WHERE n.project_id=:project AND n.status<>'cancelled' AND :as_of=:as_of ORDER BY t.position, t.id"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! {":project": id, ":as_of": as_of}, |row| {
        let lead = match row.get(4)? {
            Some(id) => Some(Unit { id, short: row.get(5)?, position: row.get(6)? }),
            None => None,
        };
        Ok(TaskData {
            id: row.get(0)?,
            project: Some(id),
            demand: row.get(1)?,
            title: row.get(2)?,
            measure: row.get(3)?,
            lead,
            assisting: Vec::new(),
            persons: Vec::new(),
            start_on: row.get(7)?,
            due: row.get(8)?,
            status: row.get(9)?,
            note: row.get(10)?,
        })
    })?;
    let mut tasks = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    for task in &mut tasks {
        let sql = "SELECT d.short FROM task_department l JOIN department d ON d.id=l.department_id
                   WHERE l.task_id=? AND l.deleted=0 ORDER BY l.position, d.position";
        let mut statement = connection.prepare_cached(sql)?;
        task.assisting = statement.query_map([task.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let sql = "SELECT p.name, p.post, COALESCE(d.short,''), p.mobile, p.tel FROM task_person l JOIN person p ON p.id=l.person_id
                   LEFT JOIN department d ON d.id=p.department_id WHERE l.task_id=? AND l.deleted=0 AND p.deleted=0 ORDER BY l.position";
        let mut statement = connection.prepare_cached(sql)?;
        let persons = statement.query_map([task.id], |row| {
            Ok(PersonData {
                name: row.get(0)?,
                post: row.get(1)?,
                unit: row.get(2)?,
                mobile: row.get(3)?,
                tel: row.get(4)?,
            })
        })?;
        task.persons = persons.collect::<rusqlite::Result<_>>()?;
    }
    Ok(tasks)
}
