//! 删除需求: into the recycle bin; its tasks stay, without a demand.

use crate::demands::set::name_of;
use crate::error::Result;
use crate::ids::DemandId;
use crate::storage::demands as stored;
use crate::storage::rows::Demand;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves a demand to the recycle bin; returns what it is called.
pub fn trash(tx: &Tx<'_>, id: DemandId) -> Result<String> {
    let before: Demand = live(tx, id)?;
    stored::let_tasks_go(tx, id)?;
    crate::storage::sessions::let_demand_go(tx, id)?;
    crate::storage::outcomes::let_demand_go(tx, id)?;
    update(tx, &before, &Demand { deleted: true, ..before.clone() })?;
    Ok(name_of(&before))
}
