//! 通报快照: figures as they were reported. A snapshot keeps what it says; it is never counted again.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::error::{Error, Result};
use crate::figures::value::FigureSet;
use crate::ids::SnapshotId;
use crate::input;
use crate::storage::figures as stored;
use crate::storage::rows::Snapshot;
use crate::storage::table::{insert, live, update};
use crate::texts::figures as texts;
use crate::workbook::Tx;

/// Keeps the figures of a day; an empty title becomes “2021年2月通报”. Returns its id and title.
pub fn create(tx: &Tx<'_>, title: &str, note: &str, as_of: NaiveDate) -> Result<(SnapshotId, String)> {
    let figures = stored::figure_set(tx, as_of, &[], true)?;
    let title = match input::line(title, "快照名称")? {
        title if title.is_empty() => texts::snapshot_title(as_of),
        title => title,
    };
    let row = Snapshot {
        id: SnapshotId::new(),
        title: title.clone(),
        as_of,
        definition_version: figures.definition_version,
        figures: serde_json::to_string(&figures).map_err(Error::internal)?,
        note: input::text(note, "备注", input::LONG)?,
        sample: false,
        deleted: false,
    };
    insert(tx, &row)?;
    Ok((row.id, title))
}

codes! {
    /// What of a snapshot may be changed: what it is called, never what it says.
    pub enum SnapshotField {
        Title => "title", "快照名称";
        Note => "note", "备注";
    }
}

/// Renames a snapshot or writes a note to it; returns what it is called.
pub fn set(tx: &Tx<'_>, id: SnapshotId, field: SnapshotField, typed: &str) -> Result<String> {
    let before: Snapshot = live(tx, id)?;
    let mut after = before.clone();
    match field {
        SnapshotField::Title => after.title = input::required(typed, field.label())?,
        SnapshotField::Note => after.note = input::text(typed, field.label(), input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(after.title)
}

/// Into the recycle bin; returns what it is called.
pub fn trash(tx: &Tx<'_>, id: SnapshotId) -> Result<String> {
    let before: Snapshot = live(tx, id)?;
    update(tx, &before, &Snapshot { deleted: true, ..before.clone() })?;
    Ok(before.title)
}

/// What a stored snapshot says.
pub fn read(row: &Snapshot) -> Result<FigureSet> {
    serde_json::from_str(&row.figures)
        .map_err(|error| Error::invalid(texts::snapshot_unreadable(&row.title)).because(error))
}

/// A page of snapshots, the latest day first.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct SnapshotQuery {
    #[serde(flatten)]
    pub paging: Paging,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SnapshotRow {
    pub id: SnapshotId,
    pub title: String,
    pub as_of: NaiveDate,
    pub definition_version: i64,
    pub note: String,
    /// The headline it kept.
    pub prose: String,
}

/// A snapshot opened.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SnapshotAnswer {
    pub id: SnapshotId,
    pub title: String,
    pub note: String,
    pub figures: FigureSet,
}
