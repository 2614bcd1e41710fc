//! 任务台账: which tasks, in which order, in which groups; and a line of the list.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::demands::category::DemandCategory;
use crate::ids::*;
use crate::plans::versions::TaskBaseline;
use crate::tasks::light::{Light, LightKind};
use crate::tasks::status::TaskStatus;

/// Which tasks. What is left out does not matter; what is given must all hold.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct TaskFilter {
    /// Text of the task, or the name (also by pinyin) of its project, enterprise or lead unit.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    /// 未办结: 未启动 or 进行中.
    #[ts(optional, as = "Option<_>")]
    pub open: bool,
    /// Any of these.
    #[ts(optional, as = "Option<_>")]
    pub statuses: Vec<TaskStatus>,
    /// Any of these.
    #[ts(optional, as = "Option<_>")]
    pub lights: Vec<LightKind>,
    /// Led by this unit.
    #[ts(optional)]
    pub lead: Option<DepartmentId>,
    /// Led or assisted by this unit.
    #[ts(optional)]
    pub unit: Option<DepartmentId>,
    #[ts(optional)]
    pub person: Option<PersonId>,
    #[ts(optional)]
    pub project: Option<ProjectId>,
    /// Of the projects this 推进小组 pushes.
    #[ts(optional)]
    pub group: Option<WorkGroupId>,
    /// The enterprise's own tasks and those of its projects.
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
    /// GB/T 2260 code of the project's (or enterprise's) district.
    #[ts(optional)]
    pub district: Option<String>,
    #[ts(optional)]
    pub demand: Option<DemandId>,
    #[ts(optional)]
    pub milestone: Option<MilestoneId>,
    /// Due on this day or later.
    #[ts(optional)]
    pub due_from: Option<NaiveDate>,
    /// Due on this day or earlier.
    #[ts(optional)]
    pub due_to: Option<NaiveDate>,
    /// 需协调, among open tasks.
    #[ts(optional, as = "Option<_>")]
    pub coordination: bool,
    /// Without a lead unit.
    #[ts(optional, as = "Option<_>")]
    pub unassigned: bool,
}

codes! {
    /// What the list is sorted by.
    pub enum TaskSort {
        Due => "due", "完成时限";
        Title => "title", "重点任务";
        Project => "project", "项目";
        Enterprise => "enterprise", "企业";
        Lead => "lead", "牵头单位";
        StartOn => "start_on", "开始日期";
        Percent => "percent", "进度";
        Status => "status", "状态";
        /// As arranged within the project.
        Position => "position", "顺序";
        /// As entered.
        Created => "created", "录入顺序";
    }
}

codes! {
    /// What the list is grouped by.
    pub enum TaskGrouping {
        Lead => "lead", "牵头单位";
        Project => "project", "项目";
        Month => "month", "月份";
        /// The phase of its 路线图 node.
        Phase => "phase", "阶段";
        /// That of the project.
        WorkGroup => "work_group", "推进小组";
    }
}

/// A page of the list.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct TaskQuery {
    #[ts(optional, as = "Option<_>")]
    pub filter: TaskFilter,
    /// 完成时限 if left out.
    #[ts(optional)]
    pub sort: Option<TaskSort>,
    #[ts(optional, as = "Option<_>")]
    pub descending: bool,
    /// Rows of one group stand together, groups in their own order.
    #[ts(optional)]
    pub group: Option<TaskGrouping>,
    #[serde(flatten)]
    pub paging: Paging,
}

/// A record named in a line, to link to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Named {
    pub id: Id,
    pub name: String,
}

/// A deadline in the forms a window needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DueText {
    /// As a grid shows it: 2021-02-19, 3月底前, 长期.
    pub text: String,
    /// Sortable, with its precision: 2021-03-31~month.
    pub encoded: String,
    /// The last day; none for 长期.
    pub day: Option<NaiveDate>,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskRow {
    pub id: TaskId,
    pub title: String,
    pub measure: String,
    pub deliverable: String,
    pub project: Option<Named>,
    pub enterprise: Option<Named>,
    pub lead: Option<Named>,
    pub assisting: Vec<Named>,
    pub persons: Vec<Named>,
    pub start_on: Option<NaiveDate>,
    pub due: Option<DueText>,
    /// 0–100 of the latest note; none when nothing was noted.
    #[ts(type = "number | null")]
    pub percent: Option<i64>,
    pub status: TaskStatus,
    pub light: Light,
    /// 已延 n 次.
    #[ts(type = "number")]
    pub extended_times: i64,
    pub note: String,
    pub demand: Option<Named>,
    pub demand_category: Option<DemandCategory>,
    pub milestone: Option<Named>,
    pub need_coordination: bool,
    /// The latest 进展情况.
    pub done_text: String,
    /// What the latest issued plan says about it.
    pub baseline: Option<TaskBaseline>,
    pub sample: bool,
}

/// Tasks to be counted in groups.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TaskGroupQuery {
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub filter: TaskFilter,
    pub group: TaskGrouping,
}

/// A group of the list, in the order in which a grouped list has them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskGroupRow {
    /// The id of the unit, project or group, or the month as 2021-03; empty for tasks that have none.
    pub key: String,
    pub label: String,
    pub count: usize,
    pub overdue: usize,
    /// 应完成完成率 (domain.md §1.7): tasks due by the day, 暂缓, 取消 and 长期 left out …
    pub due_count: usize,
    /// … and how many of them are 已销号.
    pub due_done: usize,
}

/// How many there are of what.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TaskCounts {
    pub total: usize,
    pub open: usize,
    pub overdue: usize,
    pub due_soon: usize,
    pub submitted: usize,
    pub coordination: usize,
    pub closed: usize,
    pub cancelled: usize,
    /// As in [`TaskGroupRow`].
    pub due_count: usize,
    pub due_done: usize,
}
