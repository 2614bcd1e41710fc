//! The list of enterprises, and one enterprise with what belongs to it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::Amount;
use crate::api::list::Paging;
use crate::enterprises::classification::{EnterpriseLabel, Ownership, SizeClass};
use crate::enterprises::duplicates::LikelySame;
use crate::ids::{ContactId, EnterpriseId, ProjectId};
use crate::projects::stage::Stage;

codes! {
    /// What the list of enterprises is sorted by.
    pub enum EnterpriseSort {
        Name => "name", "企业名称";
        District => "district", "区市";
        Projects => "projects", "项目数";
        OpenDemands => "open_demands", "未办结需求";
        OverdueTasks => "overdue_tasks", "逾期任务";
    }
}

/// Which enterprises.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct EnterpriseQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of any of their names, or of the 统一社会信用代码.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    /// GB/T 2260 code.
    #[ts(optional)]
    pub district: Option<String>,
    /// Only those with open demands.
    #[ts(optional, as = "Option<_>")]
    pub open_demands: bool,
    /// Only those with something 待核实.
    #[ts(optional, as = "Option<_>")]
    pub verify: bool,
    #[ts(optional)]
    pub sort: Option<EnterpriseSort>,
    #[ts(optional, as = "Option<_>")]
    pub descending: bool,
}

/// A line of the list of enterprises.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EnterpriseRow {
    pub id: EnterpriseId,
    pub name: String,
    pub name_short: String,
    /// As typed.
    pub district: String,
    pub projects: i64,
    pub open_demands: i64,
    pub open_tasks: i64,
    pub overdue_tasks: i64,
    pub verify: String,
    pub sample: bool,
}

/// A contact.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ContactRow {
    pub id: ContactId,
    pub name: String,
    pub post: String,
    pub mobile: String,
    pub tel: String,
    pub is_primary: bool,
    pub note: String,
}

/// A project an enterprise takes part in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EnterpriseProject {
    pub id: ProjectId,
    pub name: String,
    pub stage: Stage,
    /// As stated.
    pub investment: String,
    pub is_lead: bool,
    pub open_tasks: i64,
    pub overdue_tasks: i64,
}

/// One enterprise with everything on its page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EnterprisePage {
    pub id: EnterpriseId,
    pub name_full: String,
    pub name_short: String,
    pub aliases: Vec<String>,
    pub uscc: String,
    pub district: String,
    pub district_code: Option<String>,
    pub address: String,
    pub size_class: Option<SizeClass>,
    pub ownership: Option<Ownership>,
    pub labels: Vec<EnterpriseLabel>,
    pub employees: Option<i64>,
    pub revenue: Option<Amount>,
    pub verify: String,
    pub note: String,
    pub sample: bool,
    pub contacts: Vec<ContactRow>,
    pub projects: Vec<EnterpriseProject>,
    pub open_demands: i64,
    pub likely_same: Vec<LikelySame>,
}
