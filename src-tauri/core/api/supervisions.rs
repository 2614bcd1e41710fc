//! Requests about 督办单 and 协调.

use std::path::{Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::plans::WrittenFile;
use crate::api::{Context, Nothing};
use crate::coordinations::create::RaiseCoordination;
use crate::coordinations::decide::{self, DecideCoordination};
use crate::coordinations::list::{CoordinationCount, CoordinationPage, CoordinationQuery, CoordinationRow};
use crate::coordinations::set::CoordinationField;
use crate::error::Result;
use crate::ids::{CoordinationId, SupervisionId};
use crate::meetings::settle::Settled;
use crate::storage::{coordinations as stored_coordinations, supervisions as stored};
use crate::supervisions::advance::{self, AdvanceSupervision};
use crate::supervisions::issue::{self, IssueSupervisions, ProposeSupervisions, ProposedSupervision};
use crate::supervisions::list::{SupervisionCount, SupervisionPage, SupervisionQuery, SupervisionRow};
use crate::supervisions::set::{self, SupervisionField};
use crate::supervisions::{export, trash};
use crate::texts::supervisions as texts;

/// Which 督办单.
#[derive(Debug, Deserialize, TS)]
pub struct WhichSupervision {
    pub id: SupervisionId,
}

/// A field of a 督办单, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetSupervision {
    pub id: SupervisionId,
    pub field: SupervisionField,
    pub text: String,
}

/// Where a paper goes.
#[derive(Debug, Deserialize, TS)]
pub struct ExportSupervision {
    pub id: SupervisionId,
    pub path: String,
}

/// Where papers go, one file each.
#[derive(Debug, Deserialize, TS)]
pub struct ExportSupervisions {
    pub ids: Vec<SupervisionId>,
    pub folder: String,
}

/// Which 协调.
#[derive(Debug, Deserialize, TS)]
pub struct WhichCoordination {
    pub id: CoordinationId,
}

/// A field of a 协调, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetCoordination {
    pub id: CoordinationId,
    pub field: CoordinationField,
    pub text: String,
}

pub(super) fn list(context: &Context<'_>, query: SupervisionQuery) -> Result<Page<SupervisionRow>> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn counts(context: &Context<'_>, query: SupervisionQuery) -> Result<Vec<SupervisionCount>> {
    context.read(|connection| stored::counts(connection, &query, context.as_of()))
}

pub(super) fn get(context: &Context<'_>, request: WhichSupervision) -> Result<SupervisionPage> {
    context.read(|connection| stored::page(connection, request.id, context.as_of()))
}

pub(super) fn propose(context: &Context<'_>, request: ProposeSupervisions) -> Result<Vec<ProposedSupervision>> {
    context.read(|connection| issue::propose(connection, &request, context.as_of()))
}

pub(super) fn issue(context: &Context<'_>, request: IssueSupervisions) -> Result<Vec<SupervisionId>> {
    context.transact_named(|tx| {
        let (subject, made) = issue::issue(tx, &request)?;
        Ok((Action::new(Verb::Create, Kind::Supervision, subject), made))
    })
}

pub(super) fn set(context: &Context<'_>, request: SetSupervision) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn advance(context: &Context<'_>, request: AdvanceSupervision) -> Result<Nothing> {
    context.transact_named(|tx| Ok((advance::advance(tx, &request)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichSupervision) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Supervision, trash::trash(tx, request.id)?), Nothing {}))
    })
}

pub(super) fn paper_name(context: &Context<'_>, request: WhichSupervision) -> Result<WrittenFile> {
    Ok(WrittenFile { path: export::file_name(&get(context, request)?) })
}

pub(super) fn export(context: &Context<'_>, request: ExportSupervision) -> Result<WrittenFile> {
    let written = context.now();
    context.transact_final(|tx| {
        let (number, path) = export::export(tx, request.id, Path::new(request.path.trim()), written)?;
        Ok((export::left(number), WrittenFile { path: path.to_string_lossy().into_owned() }))
    })
}

/// One file each into a folder, in one action.
pub(super) fn export_all(context: &Context<'_>, request: ExportSupervisions) -> Result<Vec<WrittenFile>> {
    let folder = PathBuf::from(request.folder.trim());
    std::fs::create_dir_all(&folder).map_err(|error| {
        crate::Error::new(crate::Code::Disk, crate::texts::cannot_create(&request.folder)).because(error)
    })?;
    let written = context.now();
    context.transact_final(|tx| {
        let mut files = Vec::new();
        let mut first = String::new();
        for id in &request.ids {
            let name = export::file_name(&stored::page(tx, *id, tx.today)?);
            let (number, path) = export::export(tx, *id, &folder.join(name), written)?;
            if first.is_empty() {
                first = number;
            }
            files.push(WrittenFile { path: path.to_string_lossy().into_owned() });
        }
        Ok((export::left(texts::and_others(&first, files.len())), files))
    })
}

pub(super) fn coordination_list(context: &Context<'_>, query: CoordinationQuery) -> Result<Page<CoordinationRow>> {
    context.read(|connection| stored_coordinations::list(connection, &query, context.as_of()))
}

pub(super) fn coordination_counts(context: &Context<'_>, query: CoordinationQuery) -> Result<Vec<CoordinationCount>> {
    context.read(|connection| stored_coordinations::counts(connection, &query, context.as_of()))
}

pub(super) fn coordination_get(context: &Context<'_>, request: WhichCoordination) -> Result<CoordinationPage> {
    context.read(|connection| stored_coordinations::page(connection, request.id, context.as_of()))
}

pub(super) fn coordination_create(context: &Context<'_>, request: RaiseCoordination) -> Result<CoordinationId> {
    context.transact_named(|tx| {
        let row = crate::coordinations::create::create(tx, &request)?;
        Ok((Action::new(Verb::Create, Kind::Coordination, row.issue), row.id))
    })
}

pub(super) fn coordination_set(context: &Context<'_>, request: SetCoordination) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((crate::coordinations::set::set(tx, request.id, request.field, &request.text)?, Nothing {}))
    })
}

pub(super) fn coordination_decide(context: &Context<'_>, request: DecideCoordination) -> Result<Settled> {
    context.transact_named(|tx| {
        let (issue, settled) = decide::decide(tx, &request)?;
        Ok((Action::set(Kind::Coordination, "议定情况", issue), settled))
    })
}

pub(super) fn coordination_finish(context: &Context<'_>, request: WhichCoordination) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::set(Kind::Coordination, "状态（办结）", decide::finish(tx, request.id)?), Nothing {}))
    })
}

pub(super) fn coordination_trash(context: &Context<'_>, request: WhichCoordination) -> Result<Nothing> {
    context.transact_named(|tx| {
        let issue = crate::coordinations::trash::trash(tx, request.id)?;
        Ok((Action::new(Verb::Trash, Kind::Coordination, issue), Nothing {}))
    })
}
