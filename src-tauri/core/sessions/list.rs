//! 创意会 as lists and pages show them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::demands::category::DemandCategory;
use crate::demands::status::DemandStatus;
use crate::ids::{DemandId, EnterpriseId, PresentationId, ProjectId, ReplyId, SessionId, TaskId};
use crate::partial_date::PartialDate;
use crate::projects::classification::FourNew;
use crate::projects::stage::Stage;
use crate::sessions::said::NamedUnit;
use crate::sessions::status::SessionStatus;

/// Which sessions.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct SessionQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of the theme, the 专场 or the venue.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub status: Option<SessionStatus>,
    #[ts(optional)]
    pub year: Option<i64>,
}

/// A line of the list, in the order staff arranged.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionRow {
    pub id: SessionId,
    /// 第几场, told from the order; none for a cancelled one.
    pub number: Option<i64>,
    pub theme: String,
    pub year: Option<i64>,
    pub season: Option<i64>,
    pub special: String,
    pub held_on: Option<PartialDate>,
    /// As a page says it.
    pub held_text: String,
    /// HH:MM; empty while it is not fixed.
    pub starts_at: String,
    pub status: SessionStatus,
    pub venue: String,
    /// As stated, with its unit: 千余人次. Never summed or sorted.
    pub onsite: String,
    pub online: String,
    pub focus: Vec<FourNew>,
    pub projects: i64,
    pub demands: i64,
    pub replies: i64,
    /// Replies that have become tasks.
    pub converted: i64,
    pub verify: String,
    pub sample: bool,
}

/// One session: its head, and how much stands on its tabs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionPage {
    pub row: SessionRow,
    pub organiser: String,
    pub note: String,
    /// States it may go to.
    pub next: Vec<SessionStatus>,
    /// Presentations together, in minutes.
    pub minutes: i64,
    pub items: i64,
    pub items_done: i64,
    pub guests: i64,
    /// The rule a task gets when its reply named no time limit: 15个工作日自交办.
    pub default_due: String,
}

/// A need raised at a presentation.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RaisedDemand {
    pub id: DemandId,
    pub category: DemandCategory,
    pub text: String,
    pub quantity: String,
    pub status: DemandStatus,
}

/// A task by name.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NamedTask {
    pub id: TaskId,
    pub title: String,
}

/// What a unit answered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SaidReply {
    pub id: ReplyId,
    pub unit: Option<NamedUnit>,
    pub text: String,
    pub due: Option<PartialDate>,
    /// As a grid shows it; the rule, if it came from one.
    pub due_text: String,
    pub due_rule: String,
    /// The line as it was typed.
    pub typed: String,
    pub demand: Option<DemandId>,
    /// The task it became.
    pub task: Option<NamedTask>,
}

/// A project on the agenda, with what was said about it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AgendaRow {
    pub id: PresentationId,
    pub project_id: ProjectId,
    pub project: String,
    pub enterprise_id: Option<EnterpriseId>,
    pub enterprise: String,
    pub stage: Stage,
    pub investment: String,
    pub presenter: String,
    pub minutes: Option<i64>,
    pub expert_comments: String,
    pub note: String,
    pub sample: bool,
    pub demands: Vec<RaisedDemand>,
    pub replies: Vec<SaidReply>,
}

/// Where a project was presented.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PresentedAt {
    pub session: SessionRow,
    pub presentation: AgendaRow,
}
