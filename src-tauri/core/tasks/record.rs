//! One task with everything on its page.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::ids::Id;
use crate::tasks::list::TaskRow;
use crate::tasks::status::TaskStatus;

/// A task, its histories and its notes as of a day; later facts are left out.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskRecord {
    pub row: TaskRow,
    #[ts(type = "number")]
    pub weight: i64,
    pub assigned_on: Option<NaiveDate>,
    pub submitted_on: Option<NaiveDate>,
    pub closed_on: Option<NaiveDate>,
    /// 15个工作日自交办, or empty.
    pub due_rule: String,
    /// What is to be known of the calendar year the deadline falls in, or empty.
    pub due_notice: String,
    /// What the status may become, the usual step first.
    pub next: Vec<NextStatus>,
    /// How often 申请销号 was sent back.
    pub returned_times: usize,
    /// The newest first.
    pub statuses: Vec<StatusChange>,
    /// The newest first.
    pub dues: Vec<DueChange>,
    /// The newest first.
    pub notes: Vec<ProgressNote>,
}

/// A status a task may get.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NextStatus {
    pub status: TaskStatus,
    /// What the step is called: 申请销号, 退回.
    pub word: String,
    pub needs_reason: bool,
    /// Words that show the work is done are needed, since no file is attached.
    pub needs_evidence: bool,
}

/// From this day on the task had this status.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StatusChange {
    pub on: NaiveDate,
    pub from: Option<TaskStatus>,
    pub to: TaskStatus,
    /// What the step is called.
    pub word: String,
    pub reason: String,
    pub evidence: String,
}

/// From this day on the task was due then. Dates in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DueChange {
    pub on: NaiveDate,
    pub old: String,
    pub new: String,
    pub reason: String,
    /// A later deadline than before: it counts as 延期.
    pub extended: bool,
}

/// A progress note.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProgressNote {
    pub id: Id,
    pub as_of: NaiveDate,
    #[ts(type = "number | null")]
    pub percent: Option<i64>,
    pub done_text: String,
    pub problem: String,
    pub next_step: String,
    pub need_coordination: bool,
    pub reporter: String,
}
