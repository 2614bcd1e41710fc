//! 开一次调度会.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::ids::{MeetingId, TaskId};
use crate::input;
use crate::meetings::items;
use crate::meetings::set::{MeetingField, refuse_number_taken};
use crate::meetings::status::MeetingStatus;
use crate::storage::meetings as stored;
use crate::storage::rows::Meeting;
use crate::storage::table::insert;
use crate::texts::dispatch as texts;
use crate::workbook::Tx;

/// A meeting as filled in, and the tasks it goes through, in their order.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct NewMeeting {
    /// As typed; today when empty.
    #[ts(optional, as = "Option<_>")]
    pub held_on: String,
    /// The next of its year when empty.
    #[ts(optional, as = "Option<_>")]
    pub number: String,
    #[ts(optional, as = "Option<_>")]
    pub title: String,
    #[ts(optional, as = "Option<_>")]
    pub place: String,
    #[ts(optional, as = "Option<_>")]
    pub chair: String,
    #[ts(optional, as = "Option<_>")]
    pub recorder: String,
    #[ts(optional, as = "Option<_>")]
    pub attendees: String,
    #[ts(optional, as = "Option<_>")]
    pub tasks: Vec<TaskId>,
}

/// Opens a meeting with its items.
pub fn create(tx: &Tx<'_>, new: &NewMeeting) -> Result<Meeting> {
    let held_on = input::day(&new.held_on, MeetingField::HeldOn.label(), tx.today)?.unwrap_or(tx.today);
    let number = match input::line(&new.number, MeetingField::Number.label())? {
        typed if typed.is_empty() => next_number(tx, held_on)?,
        typed => typed,
    };
    let meeting = Meeting {
        held_on,
        number,
        title: input::line(&new.title, MeetingField::Title.label())?,
        place: input::line(&new.place, MeetingField::Place.label())?,
        chair: input::line(&new.chair, MeetingField::Chair.label())?,
        recorder: input::line(&new.recorder, MeetingField::Recorder.label())?,
        attendees: input::text(&new.attendees, MeetingField::Attendees.label(), input::LONG)?,
        ..blank(held_on)
    };
    if new.tasks.len() > crate::meetings::queue::MOST {
        return Err(Error::invalid(texts::too_many_items(new.tasks.len(), crate::meetings::queue::MOST)));
    }
    refuse_number_taken(tx, &meeting)?;
    insert(tx, &meeting)?;
    items::add_tasks(tx, &meeting, &new.tasks)?;
    Ok(meeting)
}

/// 2021年第8次: the next of its year.
pub fn next_number(connection: &rusqlite::Connection, held_on: NaiveDate) -> Result<String> {
    Ok(texts::meeting_number(held_on.year(), stored::last_number(connection, held_on.year())? + 1))
}

/// A meeting of which only the day is known.
pub fn blank(held_on: NaiveDate) -> Meeting {
    Meeting {
        id: MeetingId::new(),
        held_on,
        number: String::new(),
        title: String::new(),
        place: String::new(),
        chair: String::new(),
        recorder: String::new(),
        attendees: String::new(),
        status: MeetingStatus::Open,
        note: String::new(),
        sample: false,
        deleted: false,
    }
}
