//! 散会, and opening again what was closed too early.

use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::ids::MeetingId;
use crate::meetings::items::open_meeting;
use crate::meetings::set::{MeetingField, set};
use crate::meetings::settle::{SettleItem, settle};
use crate::meetings::status::MeetingStatus;
use crate::storage::rows::Meeting;
use crate::storage::table::{live, update};
use crate::texts::dispatch as texts;
use crate::workbook::Tx;

/// How a meeting ends: what is still typed is settled with it, and what the 纪要 needs is filled in.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CloseMeeting {
    pub id: MeetingId,
    /// Items whose lines were typed and not settled yet.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub settle: Vec<SettleItem>,
    #[serde(default)]
    #[ts(optional)]
    pub place: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub chair: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub recorder: Option<String>,
    #[serde(default)]
    #[ts(optional)]
    pub attendees: Option<String>,
}

/// Closes a meeting; what was not gone through stays 待议 on it. Returns its number.
pub fn close(tx: &Tx<'_>, request: &CloseMeeting) -> Result<String> {
    let meeting = open_meeting(tx, request.id)?;
    if meeting.held_on > tx.today {
        return Err(Error::invalid(texts::meeting_still_to_come(meeting.held_on, tx.today)));
    }
    for item in &request.settle {
        settle(tx, item)?;
    }
    for (field, typed) in [
        (MeetingField::Place, &request.place),
        (MeetingField::Chair, &request.chair),
        (MeetingField::Recorder, &request.recorder),
        (MeetingField::Attendees, &request.attendees),
    ] {
        if let Some(typed) = typed {
            set(tx, request.id, field, typed)?;
        }
    }
    let before: Meeting = live(tx, request.id)?;
    update(tx, &before, &Meeting { status: MeetingStatus::Closed, ..before.clone() })?;
    Ok(before.number)
}

/// Takes a closed meeting up again. Returns its number.
pub fn reopen(tx: &Tx<'_>, id: MeetingId) -> Result<String> {
    let before: Meeting = live(tx, id)?;
    update(tx, &before, &Meeting { status: MeetingStatus::Open, ..before.clone() })?;
    Ok(before.number)
}
