//! How the 推进小组 stand, by domain: their projects with lights, open and overdue tasks, and what the next meeting has
//! of them.

use serde::Serialize;
use ts_rs::TS;

use crate::ids::{MeetingId, ProjectId, WorkGroupId};
use crate::projects::stage::Stage;
use crate::tasks::light::Light;

/// The groups, and the meeting that is being held or comes next.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DispatchGroups {
    pub meeting: Option<MeetingId>,
    pub meeting_number: String,
    pub groups: Vec<DispatchGroup>,
    /// Projects that are pushed and belong to no group.
    pub without: i64,
}

/// A group.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DispatchGroup {
    pub id: WorkGroupId,
    pub name: String,
    pub domain: String,
    pub leader: String,
    pub open: i64,
    pub overdue: i64,
    /// Items of that meeting about its projects.
    pub items: i64,
    pub projects: Vec<DispatchProject>,
}

/// A project of a group.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DispatchProject {
    pub id: ProjectId,
    pub name: String,
    pub stage: Stage,
    /// The worst light among its open tasks, and the task it is of.
    pub light: Option<Light>,
    pub task: String,
    pub open: i64,
    pub overdue: i64,
    pub items: i64,
}
