//! 删除督办单: only one whose paper never left the room; the others are voided.

use crate::error::{Error, Result};
use crate::ids::SupervisionId;
use crate::storage::rows::Supervision;
use crate::storage::table::{live, update};
use crate::texts::supervisions as texts;
use crate::workbook::Tx;

/// Moves a 督办单 to the recycle bin; returns its number.
pub fn trash(tx: &Tx<'_>, id: SupervisionId) -> Result<String> {
    let before: Supervision = live(tx, id)?;
    if before.exported_on.is_some() {
        return Err(Error::invalid(texts::exported_stays(&before.number)));
    }
    update(tx, &before, &Supervision { deleted: true, ..before.clone() })?;
    Ok(before.number)
}
