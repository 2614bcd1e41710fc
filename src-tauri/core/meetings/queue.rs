//! The queue of a meeting in order of urgency (screens.md §2): what is overdue longest comes first.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::error::Result;
use crate::ids::{DepartmentId, MeetingId, ProjectId, TaskId, WorkGroupId};
use crate::storage::task_list;
use crate::tasks::light::LightKind;
use crate::tasks::list::{TaskFilter, TaskQuery, TaskRow};
use crate::tasks::status::TaskStatus;

codes! {
    /// Why an item stands where it does, the most urgent first.
    pub enum Urgency {
        Overdue => "overdue", "逾期";
        Behind => "behind", "滞后";
        DueToday => "due_today", "今日到期";
        DueSoon => "due_soon", "临期";
        Coordination => "coordination", "需协调";
        Submitted => "submitted", "待销号";
        Other => "other", "其他在办";
    }
}

/// Of what a meeting goes through the tasks; nothing given: of all.
#[derive(Debug, Default, Clone, Copy, Deserialize, TS)]
#[serde(default)]
pub struct MeetingScope {
    #[ts(optional)]
    pub group: Option<WorkGroupId>,
    #[ts(optional)]
    pub project: Option<ProjectId>,
    /// Led or assisted by this unit.
    #[ts(optional)]
    pub department: Option<DepartmentId>,
}

/// What is proposed for a new meeting.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct ProposeMeeting {
    #[ts(optional, as = "Option<_>")]
    pub scope: MeetingScope,
    /// Items at most; 12 when left out.
    #[ts(optional)]
    pub count: Option<usize>,
}

/// A meeting as proposed: its number, who was there last time, and its items.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingProposal {
    /// 2021年第8次.
    pub number: String,
    pub held_on: NaiveDate,
    /// As at the last meeting.
    pub place: String,
    pub chair: String,
    pub recorder: String,
    /// One that was not closed yet.
    pub open: Option<MeetingId>,
    pub items: Vec<ProposedItem>,
}

/// A task that might be gone through.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProposedItem {
    pub urgency: Urgency,
    pub task: TaskRow,
}

/// Items of a meeting when nothing else is said.
pub const USUAL: usize = 12;
/// More items than this no meeting goes through.
pub const MOST: usize = 100;

/// The tasks of a scope, the most urgent first, `count` at most. A task stands under the first reason that fits.
pub fn propose(
    connection: &Connection,
    scope: MeetingScope,
    count: usize,
    as_of: NaiveDate,
) -> Result<Vec<ProposedItem>> {
    let filter =
        TaskFilter { group: scope.group, project: scope.project, unit: scope.department, ..TaskFilter::default() };
    let lights = |lights: &[LightKind]| TaskFilter { lights: lights.to_vec(), ..filter.clone() };
    let count = count.min(MOST);
    let kinds = [
        (Urgency::Overdue, lights(&[LightKind::Overdue])),
        (Urgency::Behind, lights(&[LightKind::Behind])),
        (Urgency::DueToday, TaskFilter { open: true, due_from: Some(as_of), due_to: Some(as_of), ..filter.clone() }),
        (Urgency::DueSoon, lights(&[LightKind::DueSoon])),
        (Urgency::Coordination, TaskFilter { coordination: true, ..filter.clone() }),
        (Urgency::Submitted, TaskFilter { statuses: vec![TaskStatus::Submitted], ..filter.clone() }),
        (Urgency::Other, lights(&[LightKind::Slow])),
        (Urgency::Other, TaskFilter { open: true, ..filter.clone() }),
    ];
    let mut items: Vec<ProposedItem> = Vec::new();
    for (urgency, filter) in kinds {
        if items.len() >= count {
            break;
        }
        let known: Vec<TaskId> = items.iter().map(|item| item.task.id).collect();
        // Those that stand under an earlier reason may come again here.
        let paging = Paging { offset: 0, limit: count + known.len() };
        let page = task_list::list(connection, &TaskQuery { filter, paging, ..TaskQuery::default() }, as_of)?;
        let fresh = page.rows.into_iter().filter(|task| !known.contains(&task.id));
        items.extend(fresh.take(count - known.len()).map(|task| ProposedItem { urgency, task }));
    }
    Ok(items)
}
