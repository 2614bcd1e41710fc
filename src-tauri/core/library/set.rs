//! 修改入库记录: one field at a time.

use chrono::NaiveDate;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::LibraryEntryId;
use crate::storage::library as stored;
use crate::storage::rows::{LibraryEntry, Project};
use crate::storage::table::{live, update};
use crate::texts::results as texts;
use crate::workbook::Tx;
use crate::{input, texts as said};

codes! {
    /// A field of an entry that can be typed into.
    pub enum LibraryField {
        InOn => "in_on", "入库日期";
        OutOn => "out_on", "出库日期";
        InReason => "in_reason", "入库理由";
        OutReason => "out_reason", "出库理由";
        Batch => "batch", "批次";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: LibraryEntryId, field: LibraryField, typed: &str) -> Result<Action> {
    let before: LibraryEntry = live(tx, id)?;
    let project: Project = live(tx, before.project_id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        LibraryField::InOn => {
            let day = input::day(typed, word, tx.today)?;
            after.in_on = day.ok_or_else(|| Error::invalid(said::must_not_be_empty(word)))?;
        }
        LibraryField::OutOn => after.out_on = input::day(typed, word, tx.today)?,
        LibraryField::InReason => after.in_reason = input::line(typed, word)?,
        LibraryField::OutReason => after.out_reason = input::line(typed, word)?,
        LibraryField::Batch => after.batch = input::line(typed, word)?,
    }
    if after.in_on > tx.today {
        return Err(Error::invalid(said::not_in_future(word, after.in_on)));
    }
    refuse_out(&after, tx.today, &project.name)?;
    refuse_overlap(tx, &after, &project.name)?;
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Library, word, project.name))
}

/// Who left has a day not before the first and not in the future, and a reason.
pub(super) fn refuse_out(entry: &LibraryEntry, today: NaiveDate, name: &str) -> Result<()> {
    let Some(out_on) = entry.out_on else { return Ok(()) };
    if out_on > today {
        return Err(Error::invalid(said::not_in_future("出库日期", out_on)));
    }
    if out_on < entry.in_on {
        return Err(Error::invalid(texts::out_before_in(name, out_on, entry.in_on)));
    }
    match entry.out_reason.is_empty() {
        true => Err(Error::invalid(texts::leaving_needs_reason())),
        false => Ok(()),
    }
}

/// A project is in the library once at a time; the day it leaves it may come in again.
pub(super) fn refuse_overlap(tx: &Tx<'_>, entry: &LibraryEntry, name: &str) -> Result<()> {
    let ends_before = |one: &LibraryEntry, other: &LibraryEntry| one.out_on.is_some_and(|out_on| out_on <= other.in_on);
    let others = stored::of(tx, entry.project_id)?;
    let clash =
        others.iter().find(|other| other.id != entry.id && !ends_before(other, entry) && !ends_before(entry, other));
    match clash {
        Some(other) => Err(Error::invalid(texts::in_library_already(name, other.in_on, other.out_on))),
        None => Ok(()),
    }
}
