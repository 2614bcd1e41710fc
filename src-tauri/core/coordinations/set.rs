//! 修改协调: one field at a time, as it is left.

use crate::action::{Action, Kind};
use crate::coordinations::status::{CoordinationLevel, CoordinationStatus};
use crate::error::{Error, Result};
use crate::ids::CoordinationId;
use crate::storage::rows::Coordination;
use crate::storage::table::{live, update};
use crate::texts::dispatch as texts;
use crate::workbook::Tx;
use crate::{input, texts as common};

codes! {
    /// A field of a 协调 that can be typed into.
    pub enum CoordinationField {
        Level => "level", "层级";
        RaisedOn => "raised_on", "提请日期";
        HeldOn => "held_on", "协调日期";
        Convener => "convener", "召集人";
        Attendees => "attendees", "参加人员";
        Issue => "issue", "协调事项";
        Decision => "decision", "议定情况";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: CoordinationId, field: CoordinationField, typed: &str) -> Result<Action> {
    use CoordinationField as Field;
    let before: Coordination = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        Field::Level => {
            let level = input::choice(typed, word, CoordinationLevel::from_label, CoordinationLevel::labels())?;
            after.level = level.ok_or_else(|| Error::invalid(common::must_not_be_empty(word)))?;
        }
        Field::RaisedOn => {
            let day = input::day(typed, word, tx.today)?;
            after.raised_on = day.ok_or_else(|| Error::invalid(common::must_not_be_empty(word)))?;
        }
        Field::HeldOn => after.held_on = input::day(typed, word, tx.today)?,
        Field::Convener => after.convener = input::line(typed, word)?,
        Field::Attendees => after.attendees = input::text(typed, word, input::LONG)?,
        Field::Issue => {
            after.issue = input::text(typed, word, input::LONG)?;
            if after.issue.is_empty() {
                return Err(Error::invalid(common::must_not_be_empty(word)));
            }
        }
        Field::Decision => after.decision = input::text(typed, word, input::LONG)?,
        Field::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    if after.raised_on > tx.today {
        return Err(Error::invalid(common::tasks::not_yet("协调", after.raised_on, tx.today)));
    }
    if let Some(held_on) = after.held_on.filter(|held_on| *held_on < after.raised_on) {
        return Err(Error::invalid(texts::held_before_raised(held_on, after.raised_on)));
    }
    if after.held_on.is_none() && after.status != CoordinationStatus::Raised {
        return Err(Error::invalid(common::must_not_be_empty(Field::HeldOn.label())));
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Coordination, word, before.issue))
}
