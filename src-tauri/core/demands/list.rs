//! 需求清单: of a project, of an enterprise, or of all.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::demands::category::DemandCategory;
use crate::demands::source::DemandSource;
use crate::demands::status::{DemandStatus, Satisfaction};
use crate::ids::{DemandId, DepartmentId, EnterpriseId, ProjectId};
use crate::partial_date::PartialDate;

codes! {
    /// What the list of demands is sorted by.
    pub enum DemandSort {
        Category => "category", "需求类别";
        Status => "status", "办理状态";
        Due => "due", "办结时限";
        Lead => "lead", "牵头单位";
        RaisedOn => "raised_on", "提出日期";
    }
}

/// Which demands.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct DemandQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Only this one.
    #[ts(optional)]
    pub id: Option<DemandId>,
    /// Part of the text, or of the project's or enterprise's name.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub project: Option<ProjectId>,
    /// The enterprise's own demands and those of its projects.
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
    #[ts(optional)]
    pub category: Option<DemandCategory>,
    #[ts(optional)]
    pub status: Option<DemandStatus>,
    #[ts(optional)]
    pub lead: Option<DepartmentId>,
    /// Only those that have not ended.
    #[ts(optional, as = "Option<_>")]
    pub open: bool,
    #[ts(optional)]
    pub sort: Option<DemandSort>,
    #[ts(optional, as = "Option<_>")]
    pub descending: bool,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DemandRow {
    pub id: DemandId,
    pub category: DemandCategory,
    pub text: String,
    pub quantity: String,
    pub project_id: Option<ProjectId>,
    pub project: String,
    pub enterprise_id: Option<EnterpriseId>,
    pub enterprise: String,
    pub raised_on: Option<NaiveDate>,
    pub source: Option<DemandSource>,
    pub source_date: Option<NaiveDate>,
    pub source_number: String,
    pub lead_id: Option<DepartmentId>,
    pub lead: String,
    pub due: Option<PartialDate>,
    /// As a grid shows it.
    pub due_text: String,
    /// The rule it came from: 15个工作日自交办; empty for a date as typed.
    pub due_rule: String,
    pub status: DemandStatus,
    /// States it may go to.
    pub next: Vec<DemandStatus>,
    pub result: String,
    pub resolved_on: Option<NaiveDate>,
    pub satisfaction: Option<Satisfaction>,
    pub verify: String,
    pub note: String,
    pub tasks: i64,
    pub sample: bool,
}
