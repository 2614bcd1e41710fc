//! What was sent, what came back, and putting it right.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::departments::resolve::split_units;
use crate::departments::set::find_unit;
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, SentSheetId};
use crate::storage::rows::{Department, SentSheet};
use crate::storage::table::{insert, live, update};
use crate::tasks::due::TypedDue;
use crate::texts::sent_sheets as texts;
use crate::texts::tasks::and_others;
use crate::workbook::Tx;
use crate::{input, texts as common};

codes! {
    /// A field of a sheet that can be typed into.
    pub enum SheetField {
        Department => "department", "单位";
        Title => "title", "报送内容";
        SentOn => "sent_on", "发出日期";
        Due => "due", "反馈时限";
        ReturnedOn => "returned_on", "反馈日期";
        Note => "note", "备注";
    }
}

/// Sheets as typed: the same one to each unit named.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct NewSheets {
    /// Names of units, separated as people separate them.
    pub departments: String,
    pub title: String,
    /// Today if left out.
    #[ts(optional, as = "Option<_>")]
    pub sent_on: String,
    /// A day, or so many working days from the day it was sent; none if left out.
    #[ts(optional, as = "Option<_>")]
    pub due: String,
    #[ts(optional, as = "Option<_>")]
    pub note: String,
}

/// Notes what was sent, a line for each unit; returns the action by name.
pub fn create(tx: &Tx<'_>, new: &NewSheets) -> Result<(Action, Vec<SentSheetId>)> {
    let mut units: Vec<DepartmentId> = Vec::new();
    for name in split_units(&new.departments) {
        if let Some(unit) = find_unit(tx, name)?.filter(|unit| !units.contains(unit)) {
            units.push(unit);
        }
    }
    if units.is_empty() {
        return Err(Error::invalid(common::must_not_be_empty(SheetField::Department.label())));
    }
    note_sent(tx, &units, new)
}

/// As [`create`], for units that are known; those named in `new` are passed over.
pub fn note_sent(tx: &Tx<'_>, units: &[DepartmentId], new: &NewSheets) -> Result<(Action, Vec<SentSheetId>)> {
    let title = input::required(&new.title, SheetField::Title.label())?;
    let sent_on = input::day(&new.sent_on, SheetField::SentOn.label(), tx.today)?.unwrap_or(tx.today);
    let mut made = Vec::new();
    for department_id in units {
        let sheet = SentSheet {
            id: SentSheetId::new(),
            department_id: *department_id,
            title: title.clone(),
            sent_on,
            due: due(tx, &new.due, sent_on)?,
            returned_on: None,
            note: input::text(&new.note, SheetField::Note.label(), input::LONG)?,
            sample: false,
            deleted: false,
        };
        check(tx, &sheet)?;
        insert(tx, &sheet)?;
        made.push(sheet.id);
    }
    let subject = texts::to_units(&title, made.len());
    Ok((Action::new(Verb::Create, Kind::SentSheet, subject), made))
}

/// A cell as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SheetCell {
    pub id: SentSheetId,
    pub field: SheetField,
    pub text: String,
}

/// Sets cells from what was typed, all or none; returns the action by name. A refused cell of several is named.
pub fn set(tx: &Tx<'_>, cells: &[SheetCell]) -> Result<Action> {
    let mut first = None;
    for cell in cells {
        let before: SentSheet = live(tx, cell.id)?;
        let name = named(tx, &before)?;
        let word = cell.field.label();
        let after = changed(tx, &before, cell.field, &cell.text).map_err(|error| match cells.len() {
            1 => error,
            _ => Error::new(error.code(), texts::cell_refused(&name, word, error.message())),
        })?;
        update(tx, &before, &after)?;
        first.get_or_insert(name);
    }
    let first = first.ok_or_else(|| Error::invalid(texts::none_chosen()))?;
    let mut rows: Vec<SentSheetId> = cells.iter().map(|cell| cell.id).collect();
    rows.dedup();
    let one_field = cells.iter().all(|cell| cell.field == cells[0].field).then(|| cells[0].field.label());
    Ok(Action::set(Kind::SentSheet, one_field.unwrap_or_default(), and_others(&first, rows.len())))
}

fn changed(tx: &Tx<'_>, before: &SentSheet, field: SheetField, typed: &str) -> Result<SentSheet> {
    let mut after = before.clone();
    let word = field.label();
    let missing = || Error::invalid(common::must_not_be_empty(word));
    match field {
        SheetField::Department => after.department_id = find_unit(tx, typed)?.ok_or_else(missing)?,
        SheetField::Title => after.title = input::required(typed, word)?,
        SheetField::SentOn => after.sent_on = input::day(typed, word, tx.today)?.ok_or_else(missing)?,
        SheetField::Due => after.due = due(tx, typed, before.sent_on)?,
        SheetField::ReturnedOn => after.returned_on = input::day(typed, word, tx.today)?,
        SheetField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    check(tx, &after)?;
    Ok(after)
}

/// They came back on a day (today if nothing is typed); returns the action by name.
pub fn returned(tx: &Tx<'_>, ids: &[SentSheetId], on: &str) -> Result<Action> {
    let word = SheetField::ReturnedOn.label();
    let on = input::day(on, word, tx.today)?.unwrap_or(tx.today);
    let mut first = None;
    for id in ids {
        let before: SentSheet = live(tx, *id)?;
        let after = SentSheet { returned_on: Some(on), ..before.clone() };
        check(tx, &after)?;
        update(tx, &before, &after)?;
        if first.is_none() {
            first = Some(named(tx, &before)?);
        }
    }
    let first = first.ok_or_else(|| Error::invalid(texts::none_chosen()))?;
    Ok(Action::set(Kind::SentSheet, word, and_others(&first, ids.len())))
}

/// Moves sheets to the recycle bin; returns what they are called.
pub fn trash(tx: &Tx<'_>, ids: &[SentSheetId]) -> Result<String> {
    let mut first = None;
    for id in ids {
        let before: SentSheet = live(tx, *id)?;
        update(tx, &before, &SentSheet { deleted: true, ..before.clone() })?;
        if first.is_none() {
            first = Some(named(tx, &before)?);
        }
    }
    let first = first.ok_or_else(|| Error::invalid(texts::none_chosen()))?;
    Ok(and_others(&first, ids.len()))
}

/// A day, or so many working days from the day the sheet was sent.
fn due(tx: &Tx<'_>, typed: &str, sent_on: chrono::NaiveDate) -> Result<Option<chrono::NaiveDate>> {
    match TypedDue::read(typed, tx.today)? {
        TypedDue::On(None) => Ok(None),
        // 3月底前 is its last day.
        read => match read.date(sent_on).and_then(|due| due.date) {
            Some(due) => Ok(Some(due)),
            None => Err(Error::invalid(texts::due_needs_a_day())),
        },
    }
}

fn check(tx: &Tx<'_>, sheet: &SentSheet) -> Result<()> {
    if sheet.sent_on > tx.today {
        return Err(Error::invalid(common::tasks::not_yet(SheetField::SentOn.label(), sheet.sent_on, tx.today)));
    }
    if let Some(due) = sheet.due.filter(|due| *due < sheet.sent_on) {
        return Err(Error::invalid(texts::before_it_was_sent(SheetField::Due.label(), due, sheet.sent_on)));
    }
    match sheet.returned_on {
        Some(on) if on > tx.today => {
            Err(Error::invalid(common::tasks::not_yet(SheetField::ReturnedOn.label(), on, tx.today)))
        }
        Some(on) if on < sheet.sent_on => {
            Err(Error::invalid(texts::before_it_was_sent(SheetField::ReturnedOn.label(), on, sheet.sent_on)))
        }
        _ => Ok(()),
    }
}

fn named(tx: &Tx<'_>, sheet: &SentSheet) -> Result<String> {
    let unit: Department = live(tx, sheet.department_id)?;
    Ok(texts::named(&sheet.title, &unit.short))
}
