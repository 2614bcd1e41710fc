//! 协调 as lists and pages show it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::coordinations::status::{CoordinationLevel, CoordinationStatus};
use crate::decisions::list::DecisionRow;
use crate::ids::{CoordinationId, DemandId, MeetingId, ProjectId, TaskId};
use crate::tasks::list::Named;

/// Which 协调.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct CoordinationQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of the issue, the convener, the project or the task.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub level: Option<CoordinationLevel>,
    #[ts(optional)]
    pub status: Option<CoordinationStatus>,
    /// Of the project and of its tasks and needs.
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[ts(optional)]
    pub task: Option<TaskId>,
    #[ts(optional)]
    pub demand: Option<DemandId>,
    #[ts(optional)]
    pub meeting: Option<MeetingId>,
}

/// A line of the list: what waits first, the highest level first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoordinationRow {
    pub id: CoordinationId,
    pub level: CoordinationLevel,
    pub status: CoordinationStatus,
    pub issue: String,
    pub project: Option<Named>,
    pub task: Option<Named>,
    pub demand: Option<Named>,
    pub meeting: Option<Named>,
    pub raised_on: NaiveDate,
    pub held_on: Option<NaiveDate>,
    pub convener: String,
    pub decisions: i64,
    /// Tasks that came of it and are not 已销号.
    pub open_tasks: i64,
    pub sample: bool,
}

/// How many there are of a level and a state.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoordinationCount {
    pub level: CoordinationLevel,
    pub status: CoordinationStatus,
    pub count: i64,
}

/// One 协调.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoordinationPage {
    pub row: CoordinationRow,
    pub attendees: String,
    pub decision: String,
    pub note: String,
    pub decisions: Vec<DecisionRow>,
}
