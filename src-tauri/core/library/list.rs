//! 重点项目库 as a list, and the entries of one project.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::ids::{EnterpriseId, LibraryEntryId, ProjectId};
use crate::outcomes::kind::LandingBasis;
use crate::projects::stage::Stage;

codes! {
    /// Where a project stands towards the library on a day.
    pub enum LibraryState {
        Inside => "inside", "在库";
        Left => "left", "已出库";
        Never => "never", "未入库";
    }
}

codes! {
    /// What the library is sorted by.
    pub enum LibrarySort {
        Name => "name", "项目名称";
        District => "district", "区市";
        Investment => "investment", "总投资";
        InOn => "in_on", "入库日期";
        OutOn => "out_on", "出库日期";
        Batch => "batch", "批次";
        LandedOn => "landed_on", "落地日期";
    }
}

/// Which projects.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(default)]
pub struct LibraryQuery {
    #[serde(flatten)]
    pub paging: Paging,
    pub state: LibraryState,
    /// Part of the project's name or code, or of its enterprise's name.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    /// GB/T 2260 code.
    #[ts(optional)]
    pub district: Option<String>,
    #[ts(optional)]
    pub batch: Option<String>,
    /// Only those that have landed, or only the others.
    #[ts(optional)]
    pub landed: Option<bool>,
    #[ts(optional)]
    pub sort: Option<LibrarySort>,
    #[ts(optional, as = "Option<_>")]
    pub descending: bool,
}

impl Default for LibraryQuery {
    fn default() -> Self {
        Self {
            paging: Paging::default(),
            state: LibraryState::Inside,
            text: String::new(),
            district: None,
            batch: None,
            landed: None,
            sort: None,
            descending: false,
        }
    }
}

/// A project with its latest time in the library.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryRow {
    pub id: ProjectId,
    pub name: String,
    pub enterprise_id: Option<EnterpriseId>,
    /// The lead enterprise.
    pub enterprise: String,
    /// As typed.
    pub district: String,
    /// As stated, with 超 and 约.
    pub investment: String,
    /// As of the day; none when the project was not there yet.
    pub stage: Option<Stage>,
    pub in_on: Option<NaiveDate>,
    pub out_on: Option<NaiveDate>,
    pub batch: String,
    pub in_reason: String,
    pub out_reason: String,
    pub landed_on: Option<NaiveDate>,
    pub basis: Option<LandingBasis>,
    pub sample: bool,
}

/// How many projects are in each state for the rest of a query, and the batches there are.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryCounts {
    pub inside: i64,
    pub left: i64,
    pub never: i64,
    pub batches: Vec<String>,
}

/// One time in the library, on the page of its project.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LibraryEntryRow {
    pub id: LibraryEntryId,
    pub in_on: NaiveDate,
    pub out_on: Option<NaiveDate>,
    pub in_reason: String,
    pub out_reason: String,
    pub batch: String,
}
