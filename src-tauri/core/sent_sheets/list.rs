//! 报送情况: the list and its lines.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::ids::{DepartmentId, SentSheetId};

codes! {
    /// Where a sheet is, as of a day. Derived, never stored.
    pub enum SheetState {
        /// Due back before the day, and not back.
        Overdue => "overdue", "超期未报";
        /// Sent, not back yet.
        Out => "out", "待反馈";
        Returned => "returned", "已反馈";
    }
}

/// Which sheets.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct SheetQuery {
    #[serde(flatten)]
    pub paging: Paging,
    #[ts(optional)]
    pub state: Option<SheetState>,
    #[ts(optional)]
    pub department: Option<DepartmentId>,
    /// Part of the title, the unit or the note.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
}

/// A line: those not back first, the longest overdue before the others.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetRow {
    pub id: SentSheetId,
    pub department_id: DepartmentId,
    pub department: String,
    pub title: String,
    pub sent_on: NaiveDate,
    pub due: Option<NaiveDate>,
    pub returned_on: Option<NaiveDate>,
    pub note: String,
    pub state: SheetState,
    /// 超期 3 天（2 个工作日）, 还剩 2 个工作日, 今天到期, 按时反馈, 晚 2 天反馈.
    pub word: String,
    pub sample: bool,
}

/// How many there are of what, for everything of a query but its state.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetCounts {
    pub total: usize,
    pub overdue: usize,
    pub out: usize,
    pub returned: usize,
}

/// A page of sheets with the counts beside it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetPage {
    pub total: usize,
    pub rows: Vec<SheetRow>,
    pub counts: SheetCounts,
}
