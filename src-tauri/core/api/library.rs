//! Requests about 重点项目库.

use serde::Deserialize;
use ts_rs::TS;

use crate::api::list::Page;
use crate::api::projects::WhichProject;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::{LibraryEntryId, ProjectId};
use crate::library::list::{LibraryCounts, LibraryEntryRow, LibraryQuery, LibraryRow};
use crate::library::set::LibraryField;
use crate::library::{enter, leave, set, trash};
use crate::storage::library as stored;

/// Projects that enter the library.
#[derive(Debug, Deserialize, TS)]
pub struct EnterLibrary {
    pub projects: Vec<ProjectId>,
    /// As typed; today if empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub batch: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reason: String,
}

/// Projects that leave the library.
#[derive(Debug, Deserialize, TS)]
pub struct LeaveLibrary {
    pub projects: Vec<ProjectId>,
    /// As typed; today if empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
    pub reason: String,
}

/// A field of an entry, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetLibraryEntry {
    pub id: LibraryEntryId,
    pub field: LibraryField,
    pub text: String,
}

/// Which entry.
#[derive(Debug, Deserialize, TS)]
pub struct WhichLibraryEntry {
    pub id: LibraryEntryId,
}

pub(super) fn list(context: &Context<'_>, query: LibraryQuery) -> Result<Page<LibraryRow>> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn counts(context: &Context<'_>, query: LibraryQuery) -> Result<LibraryCounts> {
    context.read(|connection| stored::counts(connection, &query, context.as_of()))
}

pub(super) fn of(context: &Context<'_>, request: WhichProject) -> Result<Vec<LibraryEntryRow>> {
    context.read(|connection| stored::entries(connection, request.id))
}

pub(super) fn enter(context: &Context<'_>, request: EnterLibrary) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((enter::enter(tx, &request.projects, &request.on, &request.batch, &request.reason)?, Nothing {}))
    })
}

pub(super) fn leave(context: &Context<'_>, request: LeaveLibrary) -> Result<Nothing> {
    context.transact_named(|tx| Ok((leave::leave(tx, &request.projects, &request.on, &request.reason)?, Nothing {})))
}

pub(super) fn set(context: &Context<'_>, request: SetLibraryEntry) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichLibraryEntry) -> Result<Nothing> {
    context.transact_named(|tx| Ok((trash::trash(tx, request.id)?, Nothing {})))
}
