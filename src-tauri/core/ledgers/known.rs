//! What a draft must know of the workbook it will be applied to. Asked through a trait, so that drafting is pure.

use chrono::NaiveDate;

use crate::departments::resolve::Resolution;
use crate::ids::{DepartmentId, EnterpriseId, ProjectId, TaskId};
use crate::partial_date::PartialDate;
use crate::tasks::status::TaskStatus;

/// The workbook, as far as a ledger is compared with it. Deleted records are not known.
pub trait Known {
    /// The unit of a name as typed, nicknames included.
    fn resolve_unit(&self, name: &str) -> Resolution;
    /// 简称 of a unit; empty if it is unknown.
    fn unit_name(&self, id: DepartmentId) -> String;
    /// The enterprise of a name as typed.
    fn find_enterprise(&self, name: &str) -> KnownEnterprise;
    /// The project of that name; of that enterprise, if one is given.
    fn find_project(&self, name: &str, enterprise: Option<EnterpriseId>) -> Option<ProjectId>;
    /// The tasks of a project or an enterprise in the order they were made.
    fn tasks_of(&self, owner: Owner) -> Vec<KnownTask>;
    /// The day a progress without a date of its own is of.
    fn today(&self) -> NaiveDate;
}

/// What an enterprise's name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KnownEnterprise {
    /// It is this one: full name, short name or alias agree.
    Same(EnterpriseId),
    /// It may be this one, whose full name follows.
    Like(EnterpriseId, String),
    /// None is like it.
    Unknown,
}

/// What tasks belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Owner {
    Project(ProjectId),
    Enterprise(EnterpriseId),
}

/// A task of the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTask {
    pub id: TaskId,
    pub title: String,
    pub measure: String,
    pub lead: Option<DepartmentId>,
    pub assisting: Vec<DepartmentId>,
    /// Names of the persons responsible.
    pub persons: Vec<String>,
    pub start: Option<PartialDate>,
    pub due: Option<PartialDate>,
    pub status: TaskStatus,
    /// Progress notes, oldest first.
    pub notes: Vec<KnownNote>,
}

/// A progress note of the workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownNote {
    pub as_of: NaiveDate,
    pub percent: Option<u8>,
    pub text: String,
    pub problem: String,
    pub next_step: String,
}
