//! The list of 征集, and how many there are by 初筛, district and batch.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::ids::{EnterpriseId, ProjectId, SubmissionId};
use crate::projects::stage::Stage;
use crate::submissions::screening::{Channel, Screening};

codes! {
    /// What the list of 征集 is sorted by.
    pub enum SubmissionSort {
        Title => "title", "项目名称";
        Enterprise => "enterprise", "企业";
        District => "district", "推荐区市";
        ReceivedOn => "received_on", "收到日期";
        Screening => "screening", "初筛结果";
        Batch => "batch", "征集批次";
    }
}

/// Which entries.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct SubmissionQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of the title or the enterprise's name.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub screening: Option<Screening>,
    /// GB/T 2260 code; empty for those of no district.
    #[ts(optional)]
    pub district: Option<String>,
    /// 征集批次; empty for those of none.
    #[ts(optional)]
    pub batch: Option<String>,
    #[ts(optional)]
    pub sort: Option<SubmissionSort>,
    #[ts(optional, as = "Option<_>")]
    pub descending: bool,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SubmissionRow {
    pub id: SubmissionId,
    pub project_id: ProjectId,
    pub title: String,
    pub code: String,
    pub stage: Stage,
    pub summary: String,
    /// As stated.
    pub investment: String,
    pub enterprise_id: Option<EnterpriseId>,
    pub enterprise: String,
    /// GB/T 2260 code of the district that recommends it, else of the project's.
    pub district_code: Option<String>,
    pub district: String,
    pub received_on: NaiveDate,
    pub channel: Channel,
    pub batch: String,
    pub filled_by: String,
    pub file_name: String,
    pub screening: Screening,
    pub screened_on: Option<NaiveDate>,
    pub screening_note: String,
    /// Rounds of review so far.
    pub rounds: i64,
    pub sample: bool,
}

/// How many entries a filter would leave.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SubmissionCounts {
    pub total: i64,
    /// For everything of the query but its 初筛.
    pub screening: Vec<ScreeningCount>,
    /// For everything but its district, in the order of the code list; those of none last.
    pub districts: Vec<PlaceCount>,
    /// For everything but its batch, the latest first; those of none last.
    pub batches: Vec<PlaceCount>,
}

/// Entries of one state.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ScreeningCount {
    pub screening: Screening,
    pub count: i64,
}

/// Entries of one district or batch.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlaceCount {
    /// Code of the district, name of the batch; empty for those of none.
    pub key: String,
    pub label: String,
    pub count: i64,
}
