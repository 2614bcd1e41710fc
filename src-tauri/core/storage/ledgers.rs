//! The workbook as an import compares itself with it.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use crate::departments::resolve::{Resolution, Resolver};
use crate::error::Result;
use crate::ids::{DepartmentId, EnterpriseId, ProjectId};
use crate::ledgers::known::{Known, KnownEnterprise, KnownNote, KnownTask, Owner};
use crate::search::similar::similar;
use crate::storage::rows::{Demand, Progress, Task};
use crate::storage::table::{all, one};
use crate::storage::{departments, enterprises};
use crate::typed::compact;

/// What is read once for a whole import; tasks are read owner by owner.
pub struct StoredKnowledge<'c> {
    connection: &'c Connection,
    today: NaiveDate,
    resolver: Resolver,
    unit_names: HashMap<DepartmentId, String>,
    enterprises: HashMap<String, EnterpriseId>,
    enterprise_names: Vec<(EnterpriseId, String, String)>,
    projects: ProjectsByName,
}

impl<'c> StoredKnowledge<'c> {
    /// Reads the names of units, enterprises and projects.
    pub fn load(connection: &'c Connection, today: NaiveDate) -> Result<Self> {
        let mut unit_names = HashMap::new();
        for (id, _, short) in departments::all_names(connection)? {
            unit_names.insert(id, short);
        }
        let enterprise_names = enterprises::all_names(connection)?;
        let known = enterprise_names.iter().map(|(id, name, _)| (compact(name), *id));
        Ok(Self {
            connection,
            today,
            resolver: departments::resolver(connection)?,
            unit_names,
            enterprises: known.collect(),
            projects: projects_by_name(connection)?,
            enterprise_names,
        })
    }

    fn tasks(&self, owner: Owner) -> Result<Vec<KnownTask>> {
        let tasks: Vec<Task> = match owner {
            Owner::Project(id) => all(self.connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.id", &[&id])?,
            Owner::Enterprise(id) => all(
                self.connection,
                "WHERE t.enterprise_id=? AND t.project_id IS NULL AND t.deleted=0 ORDER BY t.id",
                &[&id],
            )?,
        };
        tasks.into_iter().map(|task| self.task(task)).collect()
    }

    fn task(&self, task: Task) -> Result<KnownTask> {
        let now = "SELECT status, due FROM task_now WHERE task_id=?";
        let (status, due) =
            self.connection.prepare_cached(now)?.query_row([task.id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let assisting = "SELECT department_id FROM task_department WHERE task_id=? AND deleted=0 ORDER BY position";
        let mut statement = self.connection.prepare_cached(assisting)?;
        let assisting = statement.query_map([task.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let persons = "SELECT p.name FROM task_person l JOIN person p ON p.id=l.person_id WHERE l.task_id=? AND l.deleted=0 ORDER BY l.position";
        let mut statement = self.connection.prepare_cached(persons)?;
        let persons = statement.query_map([task.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let notes: Vec<Progress> =
            all(self.connection, "WHERE t.task_id=? AND t.deleted=0 ORDER BY t.as_of, t.id", &[&task.id])?;
        Ok(KnownTask {
            id: task.id,
            title: task.title,
            measure: task.measure,
            lead: task.lead_department_id,
            assisting,
            persons,
            start: task.start_on.map(crate::partial_date::PartialDate::day),
            due,
            status,
            notes: notes.into_iter().map(known_note).collect(),
        })
    }
}

fn known_note(note: Progress) -> KnownNote {
    KnownNote {
        as_of: note.as_of,
        percent: note.percent.and_then(|percent| u8::try_from(percent).ok()),
        text: note.done_text,
        problem: note.problem,
        next_step: note.next_step,
    }
}

/// Projects of a name, each with its enterprises.
type ProjectsByName = HashMap<String, Vec<(ProjectId, Vec<EnterpriseId>)>>;

fn projects_by_name(connection: &Connection) -> Result<ProjectsByName> {
    let mut owners: HashMap<ProjectId, Vec<EnterpriseId>> = HashMap::new();
    let mut statement =
        connection.prepare("SELECT project_id, enterprise_id FROM project_enterprise WHERE deleted=0")?;
    for link in statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))? {
        let (project, enterprise) = link?;
        owners.entry(project).or_default().push(enterprise);
    }
    let mut projects: HashMap<String, Vec<_>> = HashMap::new();
    let mut statement = connection.prepare("SELECT id, name FROM project WHERE deleted=0 ORDER BY id")?;
    for project in statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))? {
        let (id, name) = project?;
        projects.entry(compact(&name)).or_default().push((id, owners.remove(&id).unwrap_or_default()));
    }
    Ok(projects)
}

impl Known for StoredKnowledge<'_> {
    fn resolve_unit(&self, name: &str) -> Resolution {
        self.resolver.resolve(name)
    }

    fn unit_name(&self, id: DepartmentId) -> String {
        self.unit_names.get(&id).cloned().unwrap_or_default()
    }

    fn find_enterprise(&self, name: &str) -> KnownEnterprise {
        if let Some(id) = self.enterprises.get(&compact(name)) {
            return KnownEnterprise::Same(*id);
        }
        let names: Vec<&str> = self.enterprise_names.iter().map(|(_, name, _)| name.as_str()).collect();
        match similar(name, &names).first() {
            Some((at, _)) => {
                let (id, _, full) = &self.enterprise_names[*at];
                KnownEnterprise::Like(*id, full.clone())
            }
            None => KnownEnterprise::Unknown,
        }
    }

    fn find_project(&self, name: &str, enterprise: Option<EnterpriseId>) -> Option<ProjectId> {
        let found = self.projects.get(&compact(name))?;
        let mut of_it = found.iter().filter(|(_, owners)| enterprise.is_none_or(|id| owners.contains(&id)));
        of_it.next().map(|(id, _)| *id)
    }

    fn tasks_of(&self, owner: Owner) -> Vec<KnownTask> {
        self.tasks(owner).unwrap_or_else(|error| {
            log::error!("tasks for an import: {}", error.log_line());
            Vec::new()
        })
    }

    fn today(&self) -> NaiveDate {
        self.today
    }
}

/// A live demand of this category of a project (or, without one, of an enterprise).
pub fn demand_of(
    connection: &Connection,
    project: Option<ProjectId>,
    enterprise: Option<EnterpriseId>,
    category: crate::demands::category::DemandCategory,
    text: &str,
) -> Result<Option<Demand>> {
    // Each by its own index: with a null on one side SQLite may take the wrong one and read every demand.
    let rest = "AND t.category=? AND t.text=? AND t.deleted=0 ORDER BY t.id LIMIT 1";
    match (project, enterprise) {
        (Some(id), _) => one(connection, &format!("WHERE t.project_id=? {rest}"), &[&id, &category, &text]),
        (None, Some(id)) => one(connection, &format!("WHERE t.enterprise_id=? {rest}"), &[&id, &category, &text]),
        (None, None) => Ok(None),
    }
}

/// The last place among the tasks of an owner.
pub fn last_task_position(connection: &Connection, project: Option<ProjectId>) -> Result<Option<String>> {
    let sql = "SELECT max(position) FROM task WHERE project_id=? AND deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row(params![project], |row| row.get(0))?)
}
