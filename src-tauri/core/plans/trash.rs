//! 删除方案: into the recycle bin with its sections.

use crate::error::Result;
use crate::ids::PlanId;
use crate::storage::rows::Plan;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves a plan to the recycle bin; returns its title.
pub fn trash(tx: &Tx<'_>, id: PlanId) -> Result<String> {
    let before: Plan = live(tx, id)?;
    update(tx, &before, &Plan { deleted: true, ..before.clone() })?;
    Ok(before.title)
}
