//! 删除调度会: into the recycle bin with its items; the tasks that came of it stay.

use crate::error::Result;
use crate::ids::MeetingId;
use crate::storage::rows::Meeting;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves a meeting to the recycle bin; returns its number.
pub fn trash(tx: &Tx<'_>, id: MeetingId) -> Result<String> {
    let before: Meeting = live(tx, id)?;
    update(tx, &before, &Meeting { deleted: true, ..before.clone() })?;
    Ok(before.number)
}
