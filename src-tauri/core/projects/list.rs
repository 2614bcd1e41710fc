//! The list of projects, the funnel of their stages, and one project with what its page shows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::Amount;
use crate::api::list::Paging;
use crate::ids::{DepartmentId, EnterpriseId, ProjectId, WorkGroupId};
use crate::projects::classification::{FourNew, ListedFormat, ListedIndustry, ProblemKind, ProjectKind};
use crate::projects::stage::Stage;
use crate::tasks::light::Light;

codes! {
    /// What the list of projects is sorted by.
    pub enum ProjectSort {
        Name => "name", "项目名称";
        Code => "code", "项目编号";
        Stage => "stage", "阶段";
        Investment => "investment", "总投资";
        Lead => "lead", "牵头单位";
        OverdueTasks => "overdue_tasks", "逾期任务";
        NextDue => "next_due", "最近时限";
    }
}

/// Which projects.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct ProjectQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of the name or code, or of a participating enterprise's name.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub stage: Option<Stage>,
    /// Any of these, or `stage`.
    #[ts(optional, as = "Option<_>")]
    pub stages: Vec<Stage>,
    #[ts(optional)]
    pub kind: Option<ProjectKind>,
    #[ts(optional)]
    pub four_new: Option<FourNew>,
    #[ts(optional)]
    pub lead: Option<DepartmentId>,
    /// GB/T 2260 code.
    #[ts(optional)]
    pub district: Option<String>,
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
    /// Only those with overdue tasks.
    #[ts(optional, as = "Option<_>")]
    pub overdue: bool,
    /// Only those with something 待核实.
    #[ts(optional, as = "Option<_>")]
    pub verify: bool,
    /// Only those of the sample, or only the others.
    #[ts(optional)]
    pub sample: Option<bool>,
    #[ts(optional)]
    pub sort: Option<ProjectSort>,
    #[ts(optional, as = "Option<_>")]
    pub descending: bool,
}

/// A line of the list of projects.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectRow {
    pub id: ProjectId,
    pub code: String,
    pub name: String,
    pub enterprise_id: Option<EnterpriseId>,
    /// The lead enterprise.
    pub enterprise: String,
    /// Enterprises besides it.
    pub other_enterprises: i64,
    /// As typed.
    pub district: String,
    /// As stated, with 超 and 约.
    pub investment: String,
    pub stage: Stage,
    pub lead_id: Option<DepartmentId>,
    pub lead: String,
    pub open_tasks: i64,
    pub overdue_tasks: i64,
    /// The next open node of the 路线图 with its time.
    pub next_node: String,
    /// The earliest deadline of an open task, as a grid shows it.
    pub next_due: String,
    /// The worst light among its open tasks; none without open tasks.
    pub light: Option<Light>,
    pub verify: String,
    pub sample: bool,
}

/// How many projects stand at a stage.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StageCount {
    pub stage: Stage,
    pub count: i64,
}

/// An enterprise that takes part.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Participant {
    pub id: EnterpriseId,
    pub name: String,
    pub is_lead: bool,
}

/// One project: its head and 概况, and how much stands on its other tabs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectPage {
    pub id: ProjectId,
    pub code: String,
    pub name: String,
    pub kind: Option<ProjectKind>,
    pub summary: String,
    pub four_new: Vec<FourNew>,
    pub industry: Option<ListedIndustry>,
    pub format: Option<ListedFormat>,
    pub chain: String,
    /// The list of chains it was classified under; empty for a chain no list holds.
    pub chain_version: String,
    pub work_group_id: Option<WorkGroupId>,
    pub work_group: String,
    pub district: String,
    pub district_code: Option<String>,
    pub investment: Option<Amount>,
    /// As stated, with 超 and 约.
    pub investment_text: String,
    pub stage: Stage,
    /// Stages it may go to now.
    pub next_stages: Vec<Stage>,
    /// In 重点项目库 since this day.
    pub in_library: Option<NaiveDate>,
    /// The day of its active landing.
    pub landed_on: Option<NaiveDate>,
    pub outcomes: i64,
    pub lead_id: Option<DepartmentId>,
    pub lead: String,
    pub problems: Vec<ProblemKind>,
    pub verify: String,
    pub note: String,
    pub sample: bool,
    pub enterprises: Vec<Participant>,
    pub light: Option<Light>,
    /// The task the light is of.
    pub light_task: String,
    pub demands: i64,
    pub tasks: i64,
    pub milestones: i64,
}

/// An open task as the light of its project needs it.
pub struct LightTask {
    pub project: ProjectId,
    pub title: String,
    pub light: Light,
    pub due: Option<NaiveDate>,
}
