//! 删除协调: into the recycle bin; the tasks that came of it stay.

use crate::error::Result;
use crate::ids::CoordinationId;
use crate::storage::rows::Coordination;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves a 协调 to the recycle bin; returns its issue.
pub fn trash(tx: &Tx<'_>, id: CoordinationId) -> Result<String> {
    let before: Coordination = live(tx, id)?;
    update(tx, &before, &Coordination { deleted: true, ..before.clone() })?;
    Ok(before.issue)
}
