//! 调度会 as lists and pages show them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::coordinations::list::CoordinationRow;
use crate::decisions::list::DecisionRow;
use crate::ids::{Id, MeetingId, MeetingItemId};
use crate::meetings::status::{ItemState, MeetingStatus};
use crate::supervisions::list::SupervisionRow;
use crate::supervisions::status::SupervisionLevel;
use crate::tasks::list::{Named, TaskRow};
use crate::tasks::record::ProgressNote;

/// Which meetings.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct MeetingQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of number, title, chair, or of an item.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
}

/// A line of the list, the latest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingRow {
    pub id: MeetingId,
    pub held_on: NaiveDate,
    pub number: String,
    pub title: String,
    pub place: String,
    pub chair: String,
    pub status: MeetingStatus,
    pub items: i64,
    pub decided: i64,
    pub skipped: i64,
    pub decisions: i64,
    /// Tasks that came of it, and how many of them are 已销号 by now.
    pub tasks: i64,
    pub tasks_done: i64,
    pub supervisions: i64,
    pub sample: bool,
}

/// One meeting.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingPage {
    pub row: MeetingRow,
    pub recorder: String,
    pub attendees: String,
    pub note: String,
    pub items: Vec<MeetingItemRow>,
    pub supervisions: Vec<SupervisionRow>,
    pub coordinations: Vec<CoordinationRow>,
}

/// An item as it stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingItemRow {
    pub id: MeetingItemId,
    pub state: ItemState,
    /// As typed, or what the task or project is called.
    pub title: String,
    /// How it stood that day, in words.
    pub standing: String,
    pub said: String,
    pub task: Option<TaskRow>,
    pub project: Option<Named>,
    pub enterprise: Option<Named>,
    /// 第n版方案: the version of the last issued plan the task stands in.
    #[ts(type = "number | null")]
    pub plan_version: Option<i64>,
    /// What was said about it at a meeting before.
    pub last: Option<LastTime>,
    /// What was noted since then (since seven days, when it is new here), the newest first.
    pub notes: Vec<ProgressNote>,
    pub decisions: Vec<DecisionRow>,
    /// 督办单 of the task that were not voided, the newest first.
    pub supervisions: Vec<NamedSupervision>,
    /// The level proposed for a new one, from the light.
    pub level: Option<SupervisionLevel>,
    /// 协调 of the task that are still open.
    pub coordinations: Vec<Named>,
    #[ts(type = "number")]
    pub attachments: i64,
}

/// A 督办单 named on an item.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NamedSupervision {
    pub id: Id,
    pub number: String,
    pub level: SupervisionLevel,
    /// Issued at this meeting.
    pub here: bool,
}

/// What was said about a task or project last time.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastTime {
    pub meeting: MeetingId,
    pub held_on: NaiveDate,
    pub said: String,
    pub decisions: Vec<DecisionRow>,
    /// The task itself was decided there.
    pub born: bool,
}

/// A meeting at which a task was gone through, or decided.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MeetingMention {
    pub meeting: MeetingId,
    pub number: String,
    pub held_on: NaiveDate,
    pub standing: String,
    pub said: String,
    pub decisions: Vec<DecisionRow>,
}
