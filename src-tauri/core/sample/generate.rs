//! Synthetic workbooks of a chosen size, the same for the same seed: for trying speed, never shown as facts. Every name
//! says 示例, and every record is marked so.

mod results;

use chrono::{Days, NaiveDate};
use fastrand::Rng;
use fractional_index::FractionalIndex;
use uuid::Builder;

use super::names;
use super::texts::{NEXT_STEPS, PROBLEMS, TASK_TEMPLATES, done};
use crate::amount::Amount;
use crate::departments::districts::DISTRICTS;
use crate::departments::reference::shipped_units;
use crate::enterprises::create::blank as blank_enterprise;
use crate::error::Result;
use crate::ids::{DepartmentId, EnterpriseId, Id, PersonId, PlanId, ProjectId, TaskId};
use crate::partial_date::PartialDate;
use crate::plans::outline::PlanSection;
use crate::plans::status::{PlanKind, PlanStatus};
use crate::progress::Watch;
use crate::projects::create::blank as blank_project;
use crate::projects::stage::Stage;
use crate::storage::rows::{
    Enterprise, Person, Plan, PlanText, Progress, Project, ProjectEnterprise, Task, TaskDepartment, TaskDueFact,
    TaskPerson, TaskStatusFact,
};
use crate::storage::table::insert;
use crate::tasks::status::TaskStatus;
use crate::texts;
use crate::workbook::Tx;

codes! {
    /// How large a synthetic workbook is (goals.md).
    pub enum Scale {
        /// A handful, for tests.
        Tiny => "tiny", "几条";
        Bureau => "bureau", "一个局";
        City => "city", "全市";
        Province => "province", "全省";
    }
}

impl Scale {
    /// Enterprises, projects, tasks, progress notes.
    pub fn counts(self) -> [usize; 4] {
        match self {
            Self::Tiny => [6, 10, 40, 120],
            Self::Bureau => [300, 500, 10_000, 50_000],
            Self::City => [3_000, 5_000, 100_000, 1_000_000],
            Self::Province => [60_000, 100_000, 2_000_000, 10_000_000],
        }
    }
}

/// A generator under way. [`Self::step`] writes a part, small enough for one transaction, until all is written.
pub struct Generator {
    rng: Rng,
    counts: [usize; 4],
    /// The day synthetic facts lie around.
    today: NaiveDate,
    people: Vec<(PersonId, DepartmentId)>,
    enterprises: Vec<EnterpriseId>,
    projects: Vec<ProjectId>,
    tasks: usize,
    notes: usize,
    place: FractionalIndex,
}

/// Projects, or tasks with all their facts, in one transaction.
const PART: usize = 2_000;

impl Generator {
    /// A generator for a scale and a seed.
    pub fn new(scale: Scale, seed: u64, today: NaiveDate) -> Self {
        Self {
            rng: Rng::with_seed(seed),
            counts: scale.counts(),
            today,
            people: Vec::new(),
            enterprises: Vec::new(),
            projects: Vec::new(),
            tasks: 0,
            notes: 0,
            place: FractionalIndex::default(),
        }
    }

    /// Is everything written?
    pub fn is_done(&self) -> bool {
        let [enterprises, projects, tasks, _] = self.counts;
        self.enterprises.len() == enterprises && self.projects.len() == projects && self.tasks == tasks
    }

    /// Writes the next part.
    pub fn step(&mut self, tx: &Tx<'_>, watch: &dyn Watch) -> Result<()> {
        let [enterprises, projects, tasks, _] = self.counts;
        let total = (enterprises + projects + tasks) as u64;
        watch.progress((self.enterprises.len() + self.projects.len() + self.tasks) as u64, total, texts::generating());
        watch.check()?;
        if self.people.is_empty() {
            self.people(tx)?;
        }
        for _ in 0..PART {
            if self.enterprises.len() < enterprises {
                self.enterprise(tx)?;
            } else if self.projects.len() < projects {
                self.project(tx)?;
            } else if self.tasks < tasks {
                self.task(tx)?;
            }
        }
        Ok(())
    }

    /// An identity of this generator's own: the same for the same seed.
    fn id(&mut self) -> Id {
        let bytes: [u8; 10] = std::array::from_fn(|_| self.rng.u8(..));
        let made = (self.enterprises.len() + self.projects.len() + self.tasks) as u64;
        Id(Builder::from_unix_timestamp_millis(1_600_000_000_000 + made, &bytes).into_uuid())
    }

    fn people(&mut self, tx: &Tx<'_>) -> Result<()> {
        for unit in shipped_units().iter().take(40) {
            for post in ["处长", "副处长", "科长", "联络员"] {
                let id = PersonId(self.id());
                let row = Person {
                    id,
                    department_id: Some(unit.id()),
                    name: format!("示例{}", names::person(&mut self.rng)),
                    post: post.into(),
                    mobile: String::new(),
                    tel: String::new(),
                    role: None,
                    note: String::new(),
                    sample: true,
                    deleted: false,
                };
                insert(tx, &row)?;
                self.people.push((id, unit.id()));
            }
        }
        Ok(())
    }

    fn enterprise(&mut self, tx: &Tx<'_>) -> Result<()> {
        let id = EnterpriseId(self.id());
        let district = &DISTRICTS[self.rng.usize(..DISTRICTS.len())];
        let row = Enterprise {
            id,
            district: Some(district.code.into()),
            district_as_stated: district.name.into(),
            employees: Some(self.rng.i64(20..2_000)),
            sample: true,
            ..blank_enterprise(names::enterprise(&mut self.rng, self.enterprises.len() + 1))
        };
        insert(tx, &row)?;
        self.enterprises.push(id);
        Ok(())
    }

    fn project(&mut self, tx: &Tx<'_>) -> Result<()> {
        let id = ProjectId(self.id());
        let number = self.projects.len() + 1;
        let district = &DISTRICTS[self.rng.usize(..DISTRICTS.len())];
        let stage =
            [Stage::Advancing, Stage::Advancing, Stage::Advancing, Stage::Landed, Stage::Review, Stage::Published];
        let row = Project {
            id,
            code: format!("CY-2020-示例{number:05}"),
            summary: "示例项目，数据为生成。".into(),
            district: Some(district.code.into()),
            district_as_stated: district.name.into(),
            investment: Some(Amount::exact(self.rng.i64(1_000..100_000) * 10_000)),
            stage: stage[self.rng.usize(..stage.len())],
            lead_department_id: Some(shipped_units()[self.rng.usize(..30)].id()),
            sample: true,
            ..blank_project(names::project(&mut self.rng, number))
        };
        insert(tx, &row)?;
        let enterprise_id = self.enterprises[(number - 1) % self.enterprises.len()];
        insert(tx, &ProjectEnterprise { project_id: id, enterprise_id, is_lead: true, deleted: false })?;
        self.plan(tx, id, &row.name)?;
        self.results(tx, &row)?;
        self.projects.push(id);
        Ok(())
    }

    fn plan(&mut self, tx: &Tx<'_>, project: ProjectId, name: &str) -> Result<()> {
        let id = PlanId(self.id());
        let plan = Plan {
            id,
            project_id: Some(project),
            enterprise_id: None,
            kind: PlanKind::Project,
            version: 1,
            status: PlanStatus::Draft,
            title: texts::plans::project_title("", name),
            document_number: String::new(),
            signer: String::new(),
            dated: Some(self.today),
            issued_on: None,
            sample: true,
            deleted: false,
            repealed_on: None,
            repeal_reason: String::new(),
        };
        insert(tx, &plan)?;
        for part in PlanSection::ALL {
            if let Some(text) = part.draft() {
                let text = PlanText {
                    id: self.id(),
                    plan_id: id,
                    part: *part,
                    heading: String::new(),
                    text: text.into(),
                    position: String::new(),
                    deleted: false,
                };
                insert(tx, &text)?;
            }
        }
        Ok(())
    }

    fn task(&mut self, tx: &Tx<'_>) -> Result<()> {
        let id = TaskId(self.id());
        let template = &TASK_TEMPLATES[self.rng.usize(..TASK_TEMPLATES.len())];
        let project = self.projects[self.tasks % self.projects.len()];
        let (person, lead) = self.people[self.rng.usize(..self.people.len())];
        let start = self.today - Days::new(self.rng.u64(20..300));
        let due = start + Days::new(self.rng.u64(20..360));
        let closed = self.rng.u8(..10) < 5 && due < self.today;
        self.place = if self.tasks.is_multiple_of(self.projects.len()) {
            FractionalIndex::new_after(&self.place)
        } else {
            self.place.clone()
        };
        let row = Task {
            id,
            project_id: Some(project),
            enterprise_id: None,
            demand_id: None,
            milestone_id: None,
            title: template.title.into(),
            measure: template.measure.into(),
            deliverable: template.deliverable.into(),
            lead_department_id: Some(lead),
            start_on: Some(start),
            due_rule: String::new(),
            weight: 1,
            assigned_on: Some(start),
            submitted_on: None,
            closed_on: closed.then_some(due),
            note: String::new(),
            position: self.place.to_string(),
            sample: true,
            deleted: false,
            source: None,
        };
        insert(tx, &row)?;
        let assisting = shipped_units()[self.rng.usize(..30)].id();
        if assisting != lead {
            insert(
                tx,
                &TaskDepartment { task_id: id, department_id: assisting, position: String::new(), deleted: false },
            )?;
        }
        insert(
            tx,
            &TaskPerson { task_id: id, person_id: person, role: None, position: String::new(), deleted: false },
        )?;
        self.facts(tx, id, start, due, closed)?;
        self.tasks += 1;
        Ok(())
    }

    fn facts(&mut self, tx: &Tx<'_>, task_id: TaskId, start: NaiveDate, due: NaiveDate, closed: bool) -> Result<()> {
        let fact = TaskDueFact {
            id: self.id(),
            task_id,
            on_day: start,
            old_due: None,
            new_due: Some(PartialDate::day(due)),
            reason: String::new(),
            deleted: false,
        };
        insert(tx, &fact)?;
        let mut from = None;
        let steps = [(start, TaskStatus::InProgress), (due, TaskStatus::Closed)];
        for (on_day, to_status) in steps.into_iter().take(if closed { 2 } else { 1 }) {
            let fact = TaskStatusFact {
                id: self.id(),
                task_id,
                on_day,
                from_status: from,
                to_status,
                reason: String::new(),
                deleted: false,
                evidence: String::new(),
            };
            insert(tx, &fact)?;
            from = Some(to_status);
        }
        let [.., tasks, notes] = self.counts;
        let wanted = notes * (self.tasks + 1) / tasks - self.notes;
        for turn in 0..wanted {
            let percent = ((turn + 1) * 90 / wanted.max(1)) as u8;
            let passed = (self.today - start).num_days().max(1) as u64;
            let row = Progress {
                id: self.id(),
                task_id,
                as_of: start + Days::new(passed * turn as u64 / wanted.max(1) as u64),
                percent: Some(percent.into()),
                done_text: done(percent, turn + self.tasks).into(),
                problem: if self.rng.u8(..6) == 0 {
                    names::pick(&mut self.rng, PROBLEMS).into()
                } else {
                    String::new()
                },
                next_step: names::pick(&mut self.rng, NEXT_STEPS).into(),
                need_coordination: self.rng.u8(..20) == 0,
                reporter: String::new(),
                deleted: false,
            };
            insert(tx, &row)?;
        }
        self.notes += wanted;
        Ok(())
    }
}
