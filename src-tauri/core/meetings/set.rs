//! 修改调度会 and its items: one field at a time, as it is left.

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::{MeetingId, MeetingItemId};
use crate::meetings::items::open_meeting;
use crate::storage::meetings as stored;
use crate::storage::rows::{Meeting, MeetingItem};
use crate::storage::table::{live, update};
use crate::texts::dispatch as texts;
use crate::workbook::Tx;
use crate::{input, texts as common};

codes! {
    /// A field of a meeting that can be typed into.
    pub enum MeetingField {
        HeldOn => "held_on", "日期";
        Number => "number", "次数";
        Title => "title", "名称";
        Place => "place", "地点";
        Chair => "chair", "主持人";
        Recorder => "recorder", "记录人";
        Attendees => "attendees", "参会人员";
        Note => "note", "备注";
    }
}

codes! {
    /// A field of an item that can be typed into.
    pub enum MeetingItemField {
        Title => "title", "议题";
        Said => "said", "会上说明";
    }
}

/// Sets a field from what was typed; returns the action by name. Also of a closed meeting, whose 纪要 may have to be
/// put right.
pub fn set(tx: &Tx<'_>, id: MeetingId, field: MeetingField, typed: &str) -> Result<Action> {
    let before: Meeting = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        MeetingField::HeldOn => {
            let day = input::day(typed, word, tx.today)?;
            after.held_on = day.ok_or_else(|| Error::invalid(common::must_not_be_empty(word)))?;
        }
        MeetingField::Number => after.number = input::required(typed, word)?,
        MeetingField::Title => after.title = input::line(typed, word)?,
        MeetingField::Place => after.place = input::line(typed, word)?,
        MeetingField::Chair => after.chair = input::line(typed, word)?,
        MeetingField::Recorder => after.recorder = input::line(typed, word)?,
        MeetingField::Attendees => after.attendees = input::text(typed, word, input::LONG)?,
        MeetingField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    refuse_number_taken(tx, &after)?;
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Meeting, word, before.number))
}

/// Sets a field of an item.
pub fn set_item(tx: &Tx<'_>, id: MeetingItemId, field: MeetingItemField, typed: &str) -> Result<Action> {
    let before: MeetingItem = live(tx, id)?;
    open_meeting(tx, before.meeting_id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        MeetingItemField::Title => after.title = input::line(typed, word)?,
        MeetingItemField::Said => after.said = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Meeting, word, stored::name_of_item(tx, &before)?))
}

/// Two meetings with one number would be taken for the same.
pub(super) fn refuse_number_taken(tx: &Tx<'_>, meeting: &Meeting) -> Result<()> {
    match stored::with_number(tx, &meeting.number)?.filter(|other| other.id != meeting.id) {
        Some(other) => Err(Error::invalid(texts::meeting_number_taken(&other.number, other.held_on))),
        None => Ok(()),
    }
}
