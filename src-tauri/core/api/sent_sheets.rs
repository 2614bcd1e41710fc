//! Requests about 报送.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::SentSheetId;
use crate::sent_sheets::edit::{self, NewSheets, SheetCell};
use crate::sent_sheets::list::{SheetPage, SheetQuery};
use crate::storage::sent_sheets as stored;

/// Cells of sheets, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetSheets {
    pub cells: Vec<SheetCell>,
}

/// Which sheets came back.
#[derive(Debug, Deserialize, TS)]
pub struct ReturnSheets {
    pub ids: Vec<SentSheetId>,
    /// Today if left out.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
}

/// Which sheets.
#[derive(Debug, Deserialize, TS)]
pub struct WhichSheets {
    pub ids: Vec<SentSheetId>,
}

/// What to remind of: these sheets, or all that are overdue.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct RemindOfSheets {
    #[ts(optional)]
    pub ids: Option<Vec<SentSheetId>>,
}

/// The message, empty when everything is back.
#[derive(Debug, Serialize, TS)]
pub struct SheetReminder {
    pub text: String,
    pub count: usize,
}

pub(super) fn list(context: &Context<'_>, query: SheetQuery) -> Result<SheetPage> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn create(context: &Context<'_>, request: NewSheets) -> Result<Vec<SentSheetId>> {
    context.transact_named(|tx| edit::create(tx, &request))
}

pub(super) fn set(context: &Context<'_>, request: SetSheets) -> Result<Nothing> {
    context.transact_named(|tx| Ok((edit::set(tx, &request.cells)?, Nothing {})))
}

pub(super) fn returned(context: &Context<'_>, request: ReturnSheets) -> Result<Nothing> {
    context.transact_named(|tx| Ok((edit::returned(tx, &request.ids, &request.on)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichSheets) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = edit::trash(tx, &request.ids)?;
        Ok((Action::new(Verb::Trash, Kind::SentSheet, name), Nothing {}))
    })
}

pub(super) fn remind(context: &Context<'_>, request: RemindOfSheets) -> Result<SheetReminder> {
    let as_of = context.as_of();
    let (text, count) = context.read(|connection| stored::reminder(connection, request.ids.as_deref(), as_of))?;
    Ok(SheetReminder { text, count })
}
