//! The order of demands within their project or enterprise.

use crate::demands::set::name_of;
use crate::error::Result;
use crate::ids::DemandId;
use crate::place;
use crate::storage::demands as stored;
use crate::storage::rows::Demand;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Puts a demand behind another of the same project or enterprise, or first; returns what it is called.
pub fn place_after(tx: &Tx<'_>, id: DemandId, after: Option<DemandId>) -> Result<String> {
    let moved: Demand = live(tx, id)?;
    let mut rows = stored::beside(tx, &moved)?;
    let at = after.and_then(|after| rows.iter().position(|row| row.id == after)).map_or(0, |at| at + 1);
    let places = place::arrange(&rows.iter().map(|row| row.position.as_str()).collect::<Vec<_>>(), at);
    let name = name_of(&moved);
    rows.insert(at, moved);
    for (row, position) in rows.iter().zip(places) {
        update(tx, row, &Demand { position, ..row.clone() })?;
    }
    Ok(name)
}
