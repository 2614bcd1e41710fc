//! 总览: how things stand, and what to do first. Only what the records can say; rates come with numerator and
//! denominator (domain.md §1.7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::Kind;
use crate::api::list::Paging;
use crate::figures::value::{FigureValue, Stated};
use crate::ids::Id;
use crate::projects::stage::Stage;
use crate::tasks::light::Light;
use crate::tasks::list::{DueText, Named, TaskCounts};
use crate::tasks::status::TaskStatus;

codes! {
    /// Why something is to be done today, in the order of urgency (screens.md §2). A task stands under the first that
    /// fits.
    pub enum TodoKind {
        Overdue => "overdue", "逾期";
        /// A 督办单 was to be answered by a day that has passed.
        ReplyLate => "reply_late", "督办未反馈";
        DueToday => "due_today", "今日到期";
        /// At most five working days left.
        DueSoon => "due_soon", "临期";
        Submitted => "submitted", "待销号";
        /// 报送 that did not come back in time.
        SheetLate => "sheet_late", "报送未回";
        Coordination => "coordination", "需协调";
        /// Something about an enterprise, a project or a demand is not certain.
        Verify => "verify", "待核实";
    }
}

/// How things stand on a day.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Overview {
    pub as_of: NaiveDate,
    pub enterprises: usize,
    pub projects: usize,
    /// The headline: 重点项目库, 落地, 创意会, 需求解决率.
    pub figures: Vec<FigureValue>,
    /// 汇报用语.
    pub prose: String,
    /// 引述数, each with its own 口径; apart from the library.
    pub stated: Vec<Stated>,
    /// What changed since the latest snapshot, in words.
    pub since: Option<String>,
    /// The session being prepared, in words.
    pub preparing: Option<String>,
    pub tasks: TaskCounts,
    /// Projects by stage, in the order of the stages; stages without projects are left out.
    pub stages: Vec<StageCount>,
    /// Units with open tasks, in 机构序列.
    pub departments: Vec<DepartmentLights>,
    /// How much there is to do of each kind, in order.
    pub todo: Vec<TodoCount>,
}

/// How many projects stand in a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StageCount {
    pub stage: Stage,
    pub count: usize,
}

/// A unit's open tasks by the colour of their lights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DepartmentLights {
    pub id: Id,
    pub name: String,
    pub open: usize,
    /// 逾期, part of `late`.
    pub overdue: usize,
    /// Red: 逾期 and 滞后.
    pub late: usize,
    /// Yellow: 临期 and 偏慢.
    pub soon: usize,
    /// Green.
    pub normal: usize,
    /// Grey: 长期.
    pub hold: usize,
}

/// How much there is to do of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TodoCount {
    pub kind: TodoKind,
    pub count: usize,
}

/// 今日要办 in its groups.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TodayQuery {
    /// So many of each group …
    pub few: usize,
    /// … but of these all that fit on a page.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub whole: Vec<TodoKind>,
}

/// What is to be done of a kind; the most urgent first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TodoGroup {
    pub kind: TodoKind,
    pub total: usize,
    pub rows: Vec<TodoItem>,
}

/// A page of 今日要办.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct TodoQuery {
    /// Only of this kind.
    #[ts(optional)]
    pub kind: Option<TodoKind>,
    #[serde(flatten)]
    pub paging: Paging,
}

/// One thing to do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TodoItem {
    pub id: Id,
    pub kind: TodoKind,
    /// What kind of record it is.
    pub record: Kind,
    pub title: String,
    /// The project, or else the enterprise, it belongs to …
    pub about: Option<Named>,
    /// … and which of the two that is.
    pub about_kind: Option<Kind>,
    pub lead: Option<Named>,
    pub due: Option<DueText>,
    /// The light of a task.
    pub light: Option<Light>,
    /// What is to be verified.
    pub note: String,
    /// The usual next status of a task.
    pub next: Option<TodoStep>,
}

/// A step that may be taken at once.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct TodoStep {
    pub status: TaskStatus,
    /// What it is called: 申请销号.
    #[ts(type = "string")]
    pub word: &'static str,
}
