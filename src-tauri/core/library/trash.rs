//! 删除入库记录: for one that was typed by mistake; a project that leaves goes 出库.

use crate::action::{Action, Kind, Verb};
use crate::error::Result;
use crate::ids::LibraryEntryId;
use crate::storage::rows::{LibraryEntry, Project};
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves an entry to the recycle bin; returns the action by name.
pub fn trash(tx: &Tx<'_>, id: LibraryEntryId) -> Result<Action> {
    let before: LibraryEntry = live(tx, id)?;
    let project: Project = live(tx, before.project_id)?;
    update(tx, &before, &LibraryEntry { deleted: true, ..before.clone() })?;
    Ok(Action { verb: Verb::Trash, kind: Kind::Library, part: "入库记录".into(), subject: project.name })
}
