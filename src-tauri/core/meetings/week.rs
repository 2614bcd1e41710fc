//! 本周变化: what changed between two days, by unit, told from dated facts (domain.md §1.7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::ids::DepartmentId;
use crate::tasks::list::Named;

codes! {
    /// A kind of change.
    pub enum ChangeKind {
        /// 交办 in these days.
        Created => "created", "新增任务";
        Closed => "closed", "销号";
        Extended => "extended", "延期";
        /// Not overdue on the first day, overdue on the last.
        Overdue => "overdue", "新逾期";
        Noted => "noted", "进展";
    }
}

/// Which days: after the first, up to the last.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct WeekQuery {
    /// As typed; the last meeting before the end, or seven days before it, when empty.
    #[ts(optional, as = "Option<_>")]
    pub since: String,
    /// As typed; the day asked for when empty.
    #[ts(optional, as = "Option<_>")]
    pub until: String,
}

/// What changed, by unit in 机构序列.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Week {
    pub since: NaiveDate,
    pub until: NaiveDate,
    /// The first day is that of this meeting.
    pub since_meeting: String,
    pub units: Vec<WeekUnit>,
    pub totals: WeekCounts,
}

/// How much changed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct WeekCounts {
    pub created: usize,
    pub closed: usize,
    pub extended: usize,
    pub overdue: usize,
    pub noted: usize,
}

impl WeekCounts {
    /// The count of a kind.
    pub fn of(&mut self, kind: ChangeKind) -> &mut usize {
        match kind {
            ChangeKind::Created => &mut self.created,
            ChangeKind::Closed => &mut self.closed,
            ChangeKind::Extended => &mut self.extended,
            ChangeKind::Overdue => &mut self.overdue,
            ChangeKind::Noted => &mut self.noted,
        }
    }
}

/// What changed at a unit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WeekUnit {
    /// None: tasks without a lead unit.
    pub id: Option<DepartmentId>,
    pub name: String,
    pub counts: WeekCounts,
}

/// The changes behind a number.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct WeekRowsQuery {
    #[serde(flatten)]
    pub paging: Paging,
    pub since: NaiveDate,
    pub until: NaiveDate,
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<ChangeKind>,
    /// Of this unit; of all when left out.
    #[serde(default)]
    #[ts(optional)]
    pub department: Option<DepartmentId>,
}

/// A change.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WeekRow {
    /// Tells one row of the list from another; not the id of a record.
    pub id: String,
    pub kind: ChangeKind,
    pub on: NaiveDate,
    pub task: Named,
    pub project: Option<Named>,
    pub lead: Option<Named>,
    /// What of it: old and new deadline with the reason, the note's words.
    pub words: String,
}
