//! The fixture becomes the records of a workbook: 示例工作簿, and 移除示例.

use chrono::NaiveDate;
use fractional_index::FractionalIndex;

use super::fixture::{self, Fixture};
use crate::enterprises::create::blank;
use crate::error::{Error, Result};
use crate::ids::{DemandId, EnterpriseId, Id, MilestoneId, PersonId, PlanId, ProjectId, TaskId};
use crate::sample::texts;
use crate::storage::rows::{
    Demand, Enterprise, Milestone, Person, Plan, PlanText, Progress, Project, ProjectEnterprise, Task, TaskDepartment,
    TaskDependency, TaskDueFact, TaskPerson, TaskStatusFact,
};
use crate::storage::sample as stored;
use crate::storage::shown::Many;
use crate::storage::table::insert;
use crate::tasks::status::TaskStatus;
use crate::workbook::Tx;

/// The day the sample is told for: the day of the article.
pub fn sample_day() -> Result<NaiveDate> {
    fixture::AS_OF.parse().map_err(|error| Error::internal("the sample's day").because(error))
}

/// Writes fixture F (domain.md §7) as far as these nouns reach.
pub fn write(tx: &Tx<'_>) -> Result<()> {
    let fixture = fixture::fixture()?;
    let enterprises = fixture.enterprises.iter().map(|one| enterprise(tx, one)).collect::<Result<Vec<_>>>()?;
    let projects = fixture.projects.iter().map(|one| project(tx, one, &enterprises)).collect::<Result<Vec<_>>>()?;
    let people = fixture.people.iter().map(|one| person(tx, one)).collect::<Result<Vec<_>>>()?;
    let mut places = Places::default();
    let demands =
        fixture.demands.iter().map(|one| demand(tx, one, &projects, places.next())).collect::<Result<Vec<_>>>()?;
    let milestones = fixture
        .milestones
        .iter()
        .map(|one| milestone(tx, one, &projects, places.next()))
        .collect::<Result<Vec<_>>>()?;
    let written = Written { fixture: &fixture, projects, people, demands, milestones };
    let tasks = fixture.tasks.iter().map(|one| task(tx, one, &written, places.next())).collect::<Result<Vec<_>>>()?;
    for (before, after) in fixture::links(&fixture) {
        insert(tx, &TaskDependency { task_id: tasks[after], depends_on_id: tasks[before], deleted: false })?;
    }
    for one in &fixture.plans {
        plan(tx, one, &written.projects)?;
    }
    super::results::write(tx, &fixture, &written.projects, &written.demands)?;
    super::sheets::write(tx)?;
    super::reviews::write(tx, |number| written.projects[fixture::sample_project(number)])?;
    super::sessions::write(tx, |number| written.projects[fixture::sample_project(number)])?;
    let of_project = |number: usize| written.projects[fixture::sample_project(number)];
    let task_of = |(number, title): fixture::dispatch::TaskOf| {
        let place = fixture::sample_project(number);
        let at = fixture.tasks.iter().position(|one| one.project == place && one.title == title);
        at.map(|at| tasks[at])
    };
    super::dispatch::write(tx, of_project, task_of)?;
    stored::keep_sample_day(tx, sample_day()?)
}

/// 移除示例: every record marked 示例 and what belongs to it goes to the recycle bin's fate in one action. Returns how
/// many projects went.
pub fn remove(tx: &Tx<'_>) -> Result<usize> {
    stored::trash_samples(tx)
}

struct Written<'f> {
    fixture: &'f Fixture,
    projects: Vec<ProjectId>,
    people: Vec<PersonId>,
    demands: Vec<DemandId>,
    milestones: Vec<MilestoneId>,
}

/// Places one after another.
#[derive(Default)]
pub(super) struct Places(Option<FractionalIndex>);

impl Places {
    pub(super) fn next(&mut self) -> String {
        let next = self.0.as_ref().map(FractionalIndex::new_after).unwrap_or_default();
        let text = next.to_string();
        self.0 = Some(next);
        text
    }
}

fn enterprise(tx: &Tx<'_>, one: &fixture::Enterprise) -> Result<EnterpriseId> {
    let district = one.district.and_then(crate::departments::districts::resolve_district);
    let row = Enterprise {
        name_short: one.name_short.clone(),
        district: district.map(|district| district.code.to_string()),
        district_as_stated: district.map(|district| district.name.to_string()).unwrap_or_default(),
        size_class: one.size_class,
        ownership: one.ownership,
        labels: Many(one.labels.clone()),
        employees: one.employees,
        verify: one.verify.into(),
        note: one.note.into(),
        sample: one.sample,
        ..blank(one.name_full.clone())
    };
    insert(tx, &row)?;
    Ok(row.id)
}

fn project(tx: &Tx<'_>, one: &fixture::Project, enterprises: &[EnterpriseId]) -> Result<ProjectId> {
    let stated = match (one.district_as_stated, one.district.and_then(crate::departments::districts::district)) {
        ("", Some(district)) => district.name,
        (stated, _) => stated,
    };
    let id = ProjectId::new();
    let row = Project {
        id,
        code: one.code.clone(),
        name: one.name.clone(),
        kind: one.kind,
        summary: one.summary.into(),
        four_new: Many(one.four_new.clone()),
        industry: one.industry.map(Into::into),
        format: one.format.map(Into::into),
        chain: String::new(),
        district: one.district.map(str::to_string),
        district_as_stated: stated.into(),
        investment: one.investment.clone(),
        stage: one.stage,
        lead_department_id: one.lead,
        problems: Many(one.problems.clone()),
        verify: one.verify.into(),
        note: one.note.into(),
        sample: one.sample,
        deleted: false,
        work_group_id: None,
        chain_version: String::new(),
    };
    insert(tx, &row)?;
    let enterprise_id = enterprises[one.enterprise];
    insert(tx, &ProjectEnterprise { project_id: id, enterprise_id, is_lead: true, deleted: false })?;
    Ok(id)
}

fn person(tx: &Tx<'_>, one: &fixture::Person) -> Result<PersonId> {
    let row = Person {
        id: PersonId::new(),
        department_id: Some(one.department),
        name: one.name.clone(),
        post: one.post.into(),
        mobile: String::new(),
        tel: String::new(),
        role: Some(one.role),
        note: String::new(),
        sample: true,
        deleted: false,
    };
    insert(tx, &row)?;
    Ok(row.id)
}

fn demand(tx: &Tx<'_>, one: &fixture::Demand, projects: &[ProjectId], position: String) -> Result<DemandId> {
    let row = Demand {
        id: DemandId::new(),
        project_id: Some(projects[one.project]),
        enterprise_id: None,
        category: one.category,
        text: one.text.into(),
        quantity: one.quantity.into(),
        raised_on: one.raised_on,
        source: one.source,
        source_date: None,
        source_number: String::new(),
        lead_department_id: one.lead,
        due: one.due,
        status: one.status,
        result: one.result.into(),
        resolved_on: one.resolved_on,
        satisfaction: one.satisfaction,
        verify: one.verify.into(),
        note: String::new(),
        position,
        sample: one.sample,
        deleted: false,
        presentation_id: None,
        due_rule: String::new(),
    };
    insert(tx, &row)?;
    Ok(row.id)
}

fn milestone(tx: &Tx<'_>, one: &fixture::Milestone, projects: &[ProjectId], position: String) -> Result<MilestoneId> {
    let row = Milestone {
        id: MilestoneId::new(),
        project_id: projects[one.project],
        phase: one.phase,
        name: one.name.into(),
        plan_on: Some(one.plan_on),
        actual_on: one.actual_on,
        note: String::new(),
        position,
        deleted: false,
    };
    insert(tx, &row)?;
    Ok(row.id)
}

fn task(tx: &Tx<'_>, one: &fixture::Task, written: &Written<'_>, position: String) -> Result<TaskId> {
    let id = TaskId::new();
    let row = Task {
        id,
        project_id: Some(written.projects[one.project]),
        enterprise_id: None,
        demand_id: one.demand.map(|at| written.demands[at]),
        milestone_id: one.milestone.map(|at| written.milestones[at]),
        title: one.title.into(),
        measure: one.measure.into(),
        deliverable: one.deliverable.into(),
        lead_department_id: Some(one.lead),
        start_on: Some(one.start_on),
        due_rule: String::new(),
        weight: 1,
        assigned_on: Some(one.assigned_on),
        submitted_on: one.submitted_on,
        closed_on: one.closed_on,
        note: String::new(),
        position,
        sample: written.fixture.projects[one.project].sample,
        deleted: false,
        source: None,
    };
    insert(tx, &row)?;
    let mut places = Places::default();
    for department_id in &one.assisting {
        let position = places.next();
        insert(tx, &TaskDepartment { task_id: id, department_id: *department_id, position, deleted: false })?;
    }
    for (person, role) in &one.people {
        let (person_id, position) = (written.people[*person], places.next());
        insert(tx, &TaskPerson { task_id: id, person_id, role: Some(*role), position, deleted: false })?;
    }
    facts(tx, id, one)?;
    Ok(id)
}

fn facts(tx: &Tx<'_>, task_id: TaskId, one: &fixture::Task) -> Result<()> {
    let mut old_due = None;
    for change in &one.dues {
        let (on_day, new_due, reason) = (change.on, Some(change.due), change.reason.to_string());
        insert(tx, &TaskDueFact { id: Id::new(), task_id, on_day, old_due, new_due, reason, deleted: false })?;
        old_due = new_due;
    }
    let mut from_status = None;
    for change in &one.statuses {
        let (on_day, to_status, reason) = (change.on, change.to, change.reason.to_string());
        let evidence = match to_status {
            TaskStatus::Submitted => texts::evidence(one.deliverable),
            _ => String::new(),
        };
        insert(
            tx,
            &TaskStatusFact {
                id: Id::new(),
                task_id,
                on_day,
                from_status,
                to_status,
                reason,
                deleted: false,
                evidence,
            },
        )?;
        from_status = Some(to_status);
    }
    for note in &one.notes {
        insert(
            tx,
            &Progress {
                id: Id::new(),
                task_id,
                as_of: note.as_of,
                percent: Some(note.percent.into()),
                done_text: note.done.into(),
                problem: note.problem.into(),
                next_step: note.next_step.into(),
                need_coordination: note.need_coordination,
                reporter: note.reporter.clone(),
                deleted: false,
            },
        )?;
    }
    Ok(())
}

fn plan(tx: &Tx<'_>, one: &fixture::Plan, projects: &[ProjectId]) -> Result<()> {
    let id = PlanId::new();
    let row = Plan {
        id,
        project_id: Some(projects[one.project]),
        enterprise_id: None,
        kind: one.kind,
        version: 1,
        status: one.status,
        title: one.title.clone(),
        document_number: String::new(),
        signer: String::new(),
        dated: Some(one.dated),
        issued_on: None,
        sample: true,
        deleted: false,
        repealed_on: None,
        repeal_reason: String::new(),
    };
    insert(tx, &row)?;
    let mut places = Places::default();
    for (part, text) in &one.sections {
        let (part, text, position) = (*part, text.to_string(), places.next());
        insert(
            tx,
            &PlanText { id: Id::new(), plan_id: id, part, heading: String::new(), text, position, deleted: false },
        )?;
    }
    Ok(())
}
