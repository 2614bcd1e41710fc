//! 时间表: light lines of tasks for bars, and the frame they stand in.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::TaskId;
use crate::plans::versions::TaskBaseline;
use crate::tasks::light::Light;
use crate::tasks::list::{DueText, Named, TaskFilter, TaskGrouping};
use crate::tasks::status::TaskStatus;

/// A task as a bar.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GanttRow {
    pub id: TaskId,
    pub title: String,
    pub project: Option<Named>,
    pub lead: Option<Named>,
    /// The names of the persons responsible.
    pub persons: String,
    pub start_on: Option<NaiveDate>,
    pub due: Option<DueText>,
    #[ts(type = "number | null")]
    pub percent: Option<i64>,
    pub status: TaskStatus,
    pub light: Light,
    /// 前置任务 that are in use.
    pub before: Vec<TaskId>,
    /// As it stood in the plan issued last.
    pub baseline: Option<TaskBaseline>,
}

/// Tasks whose frame is asked for.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct GanttFrameQuery {
    #[ts(optional, as = "Option<_>")]
    pub filter: TaskFilter,
    #[ts(optional)]
    pub group: Option<TaskGrouping>,
}

/// How many tasks, from when to when, in which groups.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GanttFrame {
    pub count: usize,
    /// The first start or deadline.
    pub from: Option<NaiveDate>,
    /// The last deadline; 长期 left out.
    pub to: Option<NaiveDate>,
    /// In the order of the rows; empty when they are not grouped.
    pub groups: Vec<GanttGroup>,
}

/// A group of rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GanttGroup {
    /// The id of the unit or project, the month as 2021-03, the code of the phase; empty for tasks that have none.
    pub key: String,
    pub label: String,
    pub count: usize,
    pub overdue: usize,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}
