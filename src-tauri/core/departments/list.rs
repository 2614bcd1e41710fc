//! Units in 机构序列, with what rests on them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::departments::kind::DepartmentKind;
use crate::ids::DepartmentId;

/// Which units.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct DepartmentQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Only this one.
    #[ts(optional)]
    pub id: Option<DepartmentId>,
    /// Part of any of their names.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub kind: Option<DepartmentKind>,
    /// Only units with open tasks.
    #[ts(optional, as = "Option<_>")]
    pub busy: bool,
    /// Those that went on as another, instead of those in use.
    #[ts(optional, as = "Option<_>")]
    pub former: bool,
}

/// A line of the list of units.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DepartmentRow {
    pub id: DepartmentId,
    pub short: String,
    pub full: String,
    pub kind: DepartmentKind,
    pub aliases: Vec<String>,
    pub valid_from: Option<chrono::NaiveDate>,
    pub valid_to: Option<chrono::NaiveDate>,
    pub tel: String,
    pub note: String,
    #[ts(type = "number")]
    pub people: i64,
    #[ts(type = "number")]
    pub open_tasks: i64,
    #[ts(type = "number")]
    pub overdue_tasks: i64,
    /// The unit it goes on as.
    pub merged_into_id: Option<DepartmentId>,
    pub merged_into: String,
    /// Units that go on as this one; told for one unit only.
    pub former: Vec<FormerUnit>,
}

/// A unit that went on as another.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormerUnit {
    pub id: DepartmentId,
    pub short: String,
    /// The first day it was no more.
    pub until: Option<chrono::NaiveDate>,
}
