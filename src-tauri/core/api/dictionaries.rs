//! Requests about reference lists and the calendar.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::{Context, Nothing};
use crate::calendar::Calendar;
use crate::dictionaries::calendar::apply::{CalendarApplied, apply};
use crate::dictionaries::calendar::file;
use crate::dictionaries::calendar::preview::{CalendarPreview, preview};
use crate::dictionaries::edit::{self, DictionaryField};
use crate::dictionaries::list::DictionaryList;
use crate::dictionaries::read::{self, DictionaryChoice, DictionaryChoices, DictionaryPage};
use crate::error::Result;
use crate::ids::DictionaryEntryId;
use crate::storage::calendar as stored;

/// Which list.
#[derive(Debug, Deserialize, TS)]
pub struct WhichDictionary {
    pub list: DictionaryList,
}

/// New entries, one a line.
#[derive(Debug, Deserialize, TS)]
pub struct AddEntries {
    pub list: DictionaryList,
    /// An existing version, or the name of a new one.
    pub version: String,
    pub text: String,
}

/// A field of an entry, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetEntry {
    pub id: DictionaryEntryId,
    pub field: DictionaryField,
    pub text: String,
}

/// Which entry.
#[derive(Debug, Deserialize, TS)]
pub struct WhichEntry {
    pub id: DictionaryEntryId,
}

/// A calendar file.
#[derive(Debug, Deserialize, TS)]
pub struct CalendarPath {
    #[ts(type = "string")]
    pub path: PathBuf,
}

/// What is known of holidays.
#[derive(Debug, Serialize, TS)]
pub struct CalendarYears {
    /// The first and the last year the program ships.
    pub shipped_from: i32,
    pub shipped_to: i32,
    /// Imported days by year.
    pub imported: Vec<ImportedYear>,
    /// This year and the next, when their holidays are not published.
    pub unknown: Vec<i32>,
}

/// The imported days of a year.
#[derive(Debug, Serialize, TS)]
pub struct ImportedYear {
    pub year: i32,
    pub off: usize,
    pub work: usize,
    /// The file they came from last.
    pub source: String,
}

pub(super) fn get(context: &Context<'_>, request: WhichDictionary) -> Result<DictionaryPage> {
    context.read(|connection| read::page(connection, request.list, context.as_of()))
}

pub(super) fn choices(context: &Context<'_>, request: DictionaryChoices) -> Result<Vec<DictionaryChoice>> {
    context.read(|connection| read::choices(connection, &request, context.as_of()))
}

pub(super) fn add(context: &Context<'_>, request: AddEntries) -> Result<Vec<DictionaryEntryId>> {
    context.transact_named(|tx| edit::create(tx, request.list, &request.version, &request.text))
}

pub(super) fn set(context: &Context<'_>, request: SetEntry) -> Result<Nothing> {
    context.transact_named(|tx| Ok((edit::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichEntry) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = edit::trash(tx, request.id)?;
        Ok((Action::new(Verb::Trash, Kind::Dictionary, name), Nothing {}))
    })
}

pub(super) fn calendar(context: &Context<'_>, _: Nothing) -> Result<CalendarYears> {
    use chrono::Datelike;
    context.read(|connection| {
        let (shipped_from, shipped_to) = Calendar::shipped_years();
        let mut imported: Vec<ImportedYear> = Vec::new();
        for row in stored::days(connection)? {
            let year = row.on_day.year();
            if imported.last().is_none_or(|last| last.year != year) {
                imported.push(ImportedYear { year, off: 0, work: 0, source: row.source.clone() });
            }
            if let Some(last) = imported.last_mut() {
                match row.kind {
                    crate::calendar::DayKind::Off => last.off += 1,
                    crate::calendar::DayKind::Work => last.work += 1,
                }
            }
        }
        let (known, now) = (Calendar::current(), context.as_of().year());
        let unknown = (now..=now + 1).filter(|year| !known.published(*year)).collect();
        Ok(CalendarYears { shipped_from, shipped_to, imported, unknown })
    })
}

pub(super) fn preview_calendar(context: &Context<'_>, request: CalendarPath) -> Result<CalendarPreview> {
    let file = file::read_file(&request.path, context.watch())?;
    context.read(|connection| preview(connection, file))
}

pub(super) fn import_calendar(context: &Context<'_>, request: CalendarPath) -> Result<CalendarApplied> {
    let file = file::read_file(&request.path, context.watch())?;
    let name = request.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    context.transact_named(|tx| apply(tx, &file, &name))
}
