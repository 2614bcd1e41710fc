//! Requests about figures and their snapshots.

use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::error::{Code, Error, Result};
use crate::figures::compare::{Comparison, Side, compare as compared};
use crate::figures::export;
use crate::figures::name::{FigureDefinition, FigureName, definitions as all_definitions};
use crate::figures::rows::{FigureRow, FigureRowsQuery};
use crate::figures::snapshot::{self, SnapshotAnswer, SnapshotField, SnapshotQuery, SnapshotRow};
use crate::figures::value::FigureSet;
use crate::ids::SnapshotId;
use crate::storage::figures as stored;
use crate::storage::open::file_name;
use crate::storage::rows::Snapshot;
use crate::storage::table::live;
use crate::texts;

/// Which figures, of which day.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct GetFigures {
    /// All if left out.
    #[ts(optional, as = "Option<_>")]
    pub names: Vec<FigureName>,
    /// The day; that of the request if left out.
    #[ts(optional)]
    pub as_of: Option<NaiveDate>,
}

/// Figures to keep.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct CreateSnapshot {
    /// 2021年2月通报 if left empty.
    #[ts(optional, as = "Option<_>")]
    pub title: String,
    #[ts(optional, as = "Option<_>")]
    pub note: String,
    /// The day; that of the request if left out.
    #[ts(optional)]
    pub as_of: Option<NaiveDate>,
}

/// Which snapshot.
#[derive(Debug, Deserialize, TS)]
pub struct WhichSnapshot {
    pub id: SnapshotId,
}

/// A snapshot's name or note, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetSnapshot {
    pub id: SnapshotId,
    pub field: SnapshotField,
    pub text: String,
}

/// Two sets of figures: a snapshot, and another or the figures of a day.
#[derive(Debug, Deserialize, TS)]
pub struct CompareFigures {
    pub left: SnapshotId,
    /// The figures of `as_of` if left out.
    #[serde(default)]
    #[ts(optional)]
    pub right: Option<SnapshotId>,
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<NaiveDate>,
}

/// Figures to write to an Excel file: of a snapshot, or of a day.
#[derive(Debug, Deserialize, TS)]
pub struct ExportFigures {
    pub path: PathBuf,
    #[serde(default)]
    #[ts(optional)]
    pub snapshot: Option<SnapshotId>,
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<NaiveDate>,
}

/// A chart to write to a file, as the window drew it.
#[derive(Debug, Deserialize, TS)]
pub struct SaveChart {
    pub path: PathBuf,
    /// A PNG in base64.
    pub data: String,
}

/// A file that was written.
#[derive(Debug, Serialize, TS)]
pub struct ExportedFigures {
    pub path: PathBuf,
}

pub(super) fn get(context: &Context<'_>, request: GetFigures) -> Result<FigureSet> {
    let as_of = request.as_of.unwrap_or_else(|| context.as_of());
    let whole = request.names.is_empty();
    context.read(|connection| stored::figure_set(connection, as_of, &request.names, whole))
}

pub(super) fn rows(context: &Context<'_>, query: FigureRowsQuery) -> Result<Page<FigureRow>> {
    let as_of = query.as_of.unwrap_or_else(|| context.as_of());
    context.read(|connection| stored::rows::page(connection, &query, as_of))
}

pub(super) fn definitions(_: &Context<'_>, _: Nothing) -> Result<Vec<FigureDefinition>> {
    Ok(all_definitions())
}

pub(super) fn export(context: &Context<'_>, request: ExportFigures) -> Result<ExportedFigures> {
    let as_of = request.as_of.unwrap_or_else(|| context.as_of());
    let (title, figures) = context.read(|connection| match request.snapshot {
        Some(id) => {
            let row: Snapshot = live(connection, id)?;
            Ok((row.title.clone(), snapshot::read(&row)?))
        }
        None => Ok((texts::figures::snapshot_title(as_of), stored::figure_set(connection, as_of, &[], true)?)),
    })?;
    export::write(&request.path, &title, &figures)?;
    Ok(ExportedFigures { path: request.path })
}

/// Writes a chart as a picture; what is no PNG is refused.
pub(super) fn save_chart(_: &Context<'_>, request: SaveChart) -> Result<ExportedFigures> {
    let png = STANDARD.decode(&request.data).ok().filter(|bytes| bytes.starts_with(b"\x89PNG"));
    let png = png.ok_or_else(|| Error::new(Code::Invalid, texts::figures::NO_PICTURE))?;
    std::fs::write(&request.path, png)
        .map_err(|error| Error::new(Code::Disk, texts::cannot_write(&file_name(&request.path))).because(error))?;
    Ok(ExportedFigures { path: request.path })
}

pub(super) fn snapshot_list(context: &Context<'_>, query: SnapshotQuery) -> Result<Page<SnapshotRow>> {
    context.read(|connection| stored::snapshots::list(connection, &query))
}

pub(super) fn snapshot_get(context: &Context<'_>, request: WhichSnapshot) -> Result<SnapshotAnswer> {
    context.read(|connection| {
        let row: Snapshot = live(connection, request.id)?;
        let figures = snapshot::read(&row)?;
        Ok(SnapshotAnswer { id: row.id, title: row.title, note: row.note, figures })
    })
}

pub(super) fn snapshot_create(context: &Context<'_>, request: CreateSnapshot) -> Result<SnapshotId> {
    let as_of = request.as_of.unwrap_or_else(|| context.as_of());
    context.transact_named(|tx| {
        let (id, title) = snapshot::create(tx, &request.title, &request.note, as_of)?;
        Ok((Action::new(Verb::Create, Kind::Snapshot, title), id))
    })
}

pub(super) fn snapshot_set(context: &Context<'_>, request: SetSnapshot) -> Result<Nothing> {
    context.transact_named(|tx| {
        let title = snapshot::set(tx, request.id, request.field, &request.text)?;
        Ok((Action::set(Kind::Snapshot, request.field.label(), title), Nothing {}))
    })
}

pub(super) fn snapshot_trash(context: &Context<'_>, request: WhichSnapshot) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Snapshot, snapshot::trash(tx, request.id)?), Nothing {}))
    })
}

pub(super) fn snapshot_compare(context: &Context<'_>, request: CompareFigures) -> Result<Comparison> {
    let as_of = request.as_of.unwrap_or_else(|| context.as_of());
    context.read(|connection| {
        let kept = |id: SnapshotId| -> Result<(Side, FigureSet)> {
            let row: Snapshot = live(connection, id)?;
            let figures = snapshot::read(&row)?;
            let definition_version = figures.definition_version;
            Ok((Side { title: row.title, as_of: row.as_of, definition_version }, figures))
        };
        let left = kept(request.left)?;
        let right = match request.right {
            Some(id) => kept(id)?,
            None => {
                let figures = stored::figure_set(connection, as_of, &[], false)?;
                let definition_version = figures.definition_version;
                (Side { title: texts::figures::now(as_of), as_of, definition_version }, figures)
            }
        };
        Ok(compared((left.0, &left.1), (right.0, &right.1)))
    })
}
