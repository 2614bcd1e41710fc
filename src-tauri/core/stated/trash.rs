//! 删除引述数: into the recycle bin.

use crate::error::Result;
use crate::ids::StatedFigureId;
use crate::storage::rows::StatedFigure;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves a stated figure to the recycle bin; returns what it is called.
pub fn trash(tx: &Tx<'_>, id: StatedFigureId) -> Result<String> {
    let before: StatedFigure = live(tx, id)?;
    update(tx, &before, &StatedFigure { deleted: true, ..before.clone() })?;
    Ok(before.name)
}
