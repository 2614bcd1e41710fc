//! 督办单 as lists and pages show them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::ids::{DemandId, DepartmentId, MeetingId, ProjectId, SupervisionId, TaskId};
use crate::sessions::said::NamedUnit;
use crate::supervisions::status::{SupervisionLevel, SupervisionStatus};
use crate::tasks::list::Named;

codes! {
    /// What the list is asked for.
    pub enum SupervisionState {
        /// A reply is awaited.
        Out => "out", "待反馈";
        /// … and its time is over.
        Late => "late", "逾期未反馈";
        Replied => "replied", "待复核";
        Closed => "closed", "已销号";
        Voided => "voided", "已作废";
    }
}

/// Which 督办单.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct SupervisionQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of number, matter, unit or project.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub state: Option<SupervisionState>,
    #[ts(optional)]
    pub level: Option<SupervisionLevel>,
    #[ts(optional)]
    pub department: Option<DepartmentId>,
    #[ts(optional)]
    pub task: Option<TaskId>,
    #[ts(optional)]
    pub demand: Option<DemandId>,
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[ts(optional)]
    pub meeting: Option<MeetingId>,
}

/// A line of the list: what waits longest first, then the latest.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SupervisionRow {
    pub id: SupervisionId,
    pub number: String,
    pub level: SupervisionLevel,
    /// As of the day.
    pub status: SupervisionStatus,
    pub matter: String,
    pub department: Option<NamedUnit>,
    pub task: Option<Named>,
    pub demand: Option<Named>,
    pub project: Option<Named>,
    pub meeting: Option<Named>,
    /// The deadline that is near or was missed, as a page says it.
    pub task_due: String,
    pub issued_on: Option<NaiveDate>,
    pub reply_due: Option<NaiveDate>,
    /// How late the reply is, or how long it still may take, in words; empty when none is awaited.
    pub reply_word: String,
    /// The reply is late.
    pub late: bool,
    pub replied_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    pub exported_on: Option<NaiveDate>,
    pub sample: bool,
}

/// How many 督办单 there are of what.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SupervisionCount {
    pub state: SupervisionState,
    pub count: i64,
}

/// One 督办单.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SupervisionPage {
    pub row: SupervisionRow,
    pub assisting: String,
    pub basis: String,
    pub requirement: String,
    pub received_on: Option<NaiveDate>,
    pub reply: String,
    pub verdict: String,
    pub note: String,
    /// 逾期 6 天（4 个工作日） when it was issued, in words; empty when nothing was overdue then.
    pub overdue: String,
    /// Its paper left the room: what stands on it is not changed any more.
    pub locked: bool,
    /// The task waits for 销号, so that both can be closed at once.
    pub task_submitted: bool,
    /// Steps up to the day, the latest first.
    pub steps: Vec<SupervisionStepRow>,
    /// What may follow, the usual step first.
    pub next: Vec<SupervisionStatus>,
}

/// A step.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SupervisionStepRow {
    pub on: NaiveDate,
    pub to: SupervisionStatus,
    pub text: String,
}
