//! 删除成效: into the recycle bin.

use crate::action::{Action, Kind, Verb};
use crate::error::Result;
use crate::ids::OutcomeId;
use crate::storage::rows::{Outcome, Project};
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves an outcome to the recycle bin; returns the action by name.
pub fn trash(tx: &Tx<'_>, id: OutcomeId) -> Result<Action> {
    let before: Outcome = live(tx, id)?;
    let project: Project = live(tx, before.project_id)?;
    update(tx, &before, &Outcome { deleted: true, ..before.clone() })?;
    Ok(Action::new(Verb::Trash, Kind::Outcome, format!("{} · {}", before.kind.label(), project.name)))
}
