//! 删除方案: into the recycle bin with its sections.

use crate::error::{Error, Result};
use crate::ids::PlanId;
use crate::plans::status::PlanStatus;
use crate::storage::plan_versions as versions;
use crate::storage::rows::Plan;
use crate::storage::table::{live, update};
use crate::texts::plans as texts;
use crate::workbook::Tx;

/// Moves a version that was never issued to the recycle bin, and the one it was to replace holds again; returns its
/// title.
pub fn trash(tx: &Tx<'_>, id: PlanId) -> Result<String> {
    let before: Plan = live(tx, id)?;
    if !before.status.is_editable() {
        return Err(Error::invalid(texts::issued_is_not_deleted(before.status.label())));
    }
    update(tx, &before, &Plan { deleted: true, ..before.clone() })?;
    if let Some(former) = versions::before(tx, &before)?
        && former.status == PlanStatus::Revised
    {
        update(tx, &former, &Plan { status: PlanStatus::Issued, ..former.clone() })?;
    }
    Ok(before.title)
}
