//! 推进小组 with what they have.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::ids::{DepartmentId, Id, PersonId, ProjectId, WorkGroupId};
use crate::projects::stage::Stage;

/// Which groups.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct WorkGroupQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Only this one.
    #[ts(optional)]
    pub id: Option<WorkGroupId>,
    /// Part of the name, the domain, or a member's name.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkGroupRow {
    pub id: WorkGroupId,
    pub name: String,
    /// The field of ideas it pushes.
    pub domain: String,
    pub leader_id: Option<PersonId>,
    pub leader: String,
    /// The leader's unit.
    pub leader_unit: String,
    pub note: String,
    pub members: i64,
    pub projects: i64,
    pub open_tasks: i64,
    pub overdue_tasks: i64,
    pub sample: bool,
}

/// A member: a unit, a person, or a person of a unit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MemberRow {
    pub id: Id,
    pub department_id: Option<DepartmentId>,
    pub department: String,
    pub person_id: Option<PersonId>,
    pub person: String,
    pub post: String,
    pub mobile: String,
    pub role: String,
}

/// A project it pushes.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GroupProject {
    pub id: ProjectId,
    pub name: String,
    pub enterprise: String,
    pub stage: Stage,
}

/// One group.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WorkGroupPage {
    pub row: WorkGroupRow,
    pub members: Vec<MemberRow>,
    pub projects: Vec<GroupProject>,
}
