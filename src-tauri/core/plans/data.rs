//! What a plan is about, gathered from the workbook.

use chrono::NaiveDate;

use crate::demands::category::DemandCategory;
use crate::ids::{DemandId, DepartmentId, ProjectId, TaskId};
use crate::partial_date::PartialDate;
use crate::plans::outline::PlanSection;
use crate::projects::phase::MilestonePhase;
use crate::storage::rows::{Contact, Enterprise, Plan, Project};
use crate::tasks::status::TaskStatus;

/// Everything of a plan.
#[derive(Debug)]
pub struct PlanData {
    pub plan: Plan,
    /// Texts typed for sections.
    pub texts: Vec<(PlanSection, String)>,
    /// The lead enterprise of the project, or the enterprise itself; then the others.
    pub enterprises: Vec<Enterprise>,
    pub contacts: Vec<(String, Contact)>,
    /// Phones in full on the paper; masked otherwise.
    pub full_phones: bool,
    /// One for 一项目一策, all of the enterprise for 一企一策.
    pub projects: Vec<ProjectData>,
}

/// A project of a plan.
#[derive(Debug)]
pub struct ProjectData {
    pub project: Project,
    pub demands: Vec<DemandData>,
    /// In the order of the project; cancelled ones are left out.
    pub tasks: Vec<TaskData>,
    pub milestones: Vec<MilestoneData>,
}

/// A demand of a plan.
#[derive(Debug)]
pub struct DemandData {
    pub id: DemandId,
    pub category: DemandCategory,
    pub text: String,
    pub quantity: String,
    pub lead: Option<String>,
    pub due: Option<PartialDate>,
    pub verify: String,
}

/// A task of a plan.
#[derive(Debug, Clone)]
pub struct TaskData {
    pub id: TaskId,
    pub project: Option<ProjectId>,
    pub demand: Option<DemandId>,
    pub title: String,
    pub measure: String,
    pub lead: Option<Unit>,
    pub assisting: Vec<String>,
    pub persons: Vec<PersonData>,
    pub start_on: Option<NaiveDate>,
    pub due: Option<PartialDate>,
    pub status: TaskStatus,
    pub note: String,
}

/// A unit with its place in 机构序列.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub id: DepartmentId,
    pub short: String,
    pub position: String,
}

/// A person responsible.
#[derive(Debug, Clone)]
pub struct PersonData {
    pub name: String,
    pub post: String,
    pub unit: String,
    pub mobile: String,
    pub tel: String,
}

/// A node of the 路线图.
#[derive(Debug)]
pub struct MilestoneData {
    pub phase: MilestonePhase,
    pub name: String,
    pub plan_on: Option<PartialDate>,
    pub actual_on: Option<NaiveDate>,
}

impl PlanData {
    /// The text typed for a section; empty if none.
    pub fn text(&self, section: PlanSection) -> &str {
        self.texts.iter().find(|(part, _)| *part == section).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// All tasks, project after project.
    pub fn tasks(&self) -> impl Iterator<Item = &TaskData> {
        self.projects.iter().flat_map(|project| &project.tasks)
    }

    /// What the plan is about, for titles and file names.
    pub fn subject(&self) -> String {
        match (&self.plan.project_id, self.projects.first(), self.enterprises.first()) {
            (Some(_), Some(project), _) => project.project.name.clone(),
            (_, _, Some(enterprise)) => enterprise.name_full.clone(),
            _ => String::new(),
        }
    }
}

impl DemandData {
    /// The tasks that serve this demand.
    pub fn tasks<'d>(&self, project: &'d ProjectData) -> impl Iterator<Item = &'d TaskData> {
        let id = self.id;
        project.tasks.iter().filter(move |task| task.demand == Some(id))
    }
}
