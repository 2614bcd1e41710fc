//! Requests about Excel out and back.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::{Context, ledgers};
use crate::error::Result;
use crate::sheets::back::apply::{ReturnApplied, apply};
use crate::sheets::back::draft::{Choices, ReturnDraft, draft};
use crate::sheets::out::lists::{self, Export, ListExport};
use crate::sheets::out::send::{self, SendSheets, SheetsSent};

/// A list that was written.
#[derive(Debug, Serialize, TS)]
pub struct ListWritten {
    pub path: PathBuf,
    pub rows: u32,
}

/// A filled sheet, and what is chosen about it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReturnRequest {
    pub path: String,
    /// Choices by the key of their item; what is left out keeps its default.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub choices: Choices,
}

pub(super) fn export_list(context: &Context<'_>, request: ListExport) -> Result<ListWritten> {
    let (as_of, made_at) = (context.as_of(), context.now());
    let export = |connection: &rusqlite::Connection| {
        lists::export(&Export { connection, as_of, made_at, watch: context.watch() }, &request)
    };
    Ok(ListWritten { rows: context.read(export)?, path: request.path.trim().into() })
}

pub(super) fn send(context: &Context<'_>, request: SendSheets) -> Result<SheetsSent> {
    context.transact_named(|tx| send::send(tx, &request, context.now(), context.watch()))
}

pub(super) fn preview_return(context: &Context<'_>, request: ReturnRequest) -> Result<ReturnDraft> {
    let book = ledgers::read(context, &request.path)?;
    let today = context.workbook()?.today();
    context.read(|connection| draft(connection, &book, &request.choices, today))
}

pub(super) fn apply_return(context: &Context<'_>, request: ReturnRequest) -> Result<ReturnApplied> {
    let book = ledgers::read(context, &request.path)?;
    let part = crate::texts::sheets::RETURN.to_owned();
    let action = Action { verb: Verb::Import, kind: Kind::SentSheet, part, subject: book.name.clone() };
    context.transact(action, |tx| apply(tx, &draft(tx, &book, &request.choices, tx.today)?, context.watch()))
}
