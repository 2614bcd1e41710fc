//! 单位 + 事 + 时限 in one line, read while it is typed. Writes nothing.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::demands::source::DemandSource;
use crate::dictionaries::limits;
use crate::error::Result;
use crate::sessions::line::read_reply;
use crate::sessions::said::{NamedUnit, recognised};
use crate::storage::departments as units;
use crate::tasks::due::TypedDue;

/// What a typed decision would be understood as.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecisionReading {
    /// The unit, when one is recognised; only then it becomes a task.
    pub unit: Option<NamedUnit>,
    /// The name typed that is no unit's; empty otherwise.
    pub unknown: String,
    /// Units like it, best first.
    pub near: Vec<NamedUnit>,
    pub text: String,
    /// As a page says it.
    pub due: String,
    /// The limit of 会议议定 stands in for one that was not named.
    pub due_by_default: bool,
    /// Working days until then; none for 长期.
    #[ts(type = "number | null")]
    pub working_days: Option<i64>,
}

/// Reads a decision taken on a day.
pub fn read(connection: &Connection, typed: &str, day: NaiveDate) -> Result<DecisionReading> {
    let line = read_reply(typed, &units::resolver(connection)?, day);
    let (unit, unknown, near) = recognised(connection, &line.unit)?;
    let due = match &line.due {
        Some(due) => due.clone(),
        None => default_due(connection)?,
    };
    let date = due.date(day);
    let working = date.and_then(|due| due.date).map(|due| Calendar::current().working_days_between(day, due));
    Ok(DecisionReading {
        unit,
        unknown,
        near,
        text: line.text,
        due: date.map(|due| due.prose()).unwrap_or_default(),
        due_by_default: line.due.is_none(),
        working_days: working,
    })
}

/// The time limit of what was decided without one.
pub fn default_due(connection: &Connection) -> Result<TypedDue> {
    Ok(TypedDue::WorkingDays(limits::working_days(connection, DemandSource::Meeting)?))
}
