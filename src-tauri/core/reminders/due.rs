//! What there is to be reminded of.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::Kind;
use crate::ids::Id;
use crate::texts::reminders as texts;

codes! {
    /// Why.
    pub enum ReminderKind {
        /// An open task's day has passed.
        TaskLate => "task_late", "新逾期";
        TaskDue => "task_due", "今日到期";
        /// A 督办单 was to be answered by a day that has passed.
        ReplyLate => "reply_late", "督办逾期未反馈";
        ReplyDue => "reply_due", "督办今日反馈";
        /// 筹备事项 of a session.
        PreparationLate => "preparation_late", "筹备逾期";
        PreparationDue => "preparation_due", "今日筹备";
    }
}

/// One thing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReminderItem {
    pub kind: ReminderKind,
    /// The record whose page shows it.
    pub record: Kind,
    pub id: Id,
    pub title: String,
    /// The project, the unit or the session it belongs to.
    pub about: String,
    pub due: NaiveDate,
}

/// How many of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderCount {
    pub kind: ReminderKind,
    pub count: usize,
}

/// What is due on a day, and what has become late since another.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReminderDigest {
    /// Whatever was late before this day was told before.
    pub since: NaiveDate,
    pub today: NaiveDate,
    /// Of each kind there is, in order.
    pub counts: Vec<ReminderCount>,
    /// The first of each kind.
    pub items: Vec<ReminderItem>,
}

/// One notification: a title and a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ReminderNotice {
    pub title: String,
    pub body: String,
}

/// When something was said last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Local time.
    pub at: chrono::NaiveDateTime,
    /// The day it was said for.
    pub day: NaiveDate,
}

impl ReminderDigest {
    /// Is there nothing to say?
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// All of it in one notification.
    pub fn notice(&self) -> ReminderNotice {
        let lines = self.counts.iter().map(|one| {
            let titles: Vec<&str> =
                self.items.iter().filter(|item| item.kind == one.kind).map(|item| item.title.as_str()).collect();
            texts::counted(one.kind.label(), one.count, &titles)
        });
        ReminderNotice { title: texts::title().into(), body: lines.collect::<Vec<_>>().join("\n") }
    }
}
