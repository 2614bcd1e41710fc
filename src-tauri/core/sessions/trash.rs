//! 删除创意会: into the recycle bin; its agenda, preparation and guests come back with it.

use crate::error::Result;
use crate::ids::SessionId;
use crate::storage::rows::Session;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves a session to the recycle bin; returns its theme.
pub fn trash(tx: &Tx<'_>, id: SessionId) -> Result<String> {
    let before: Session = live(tx, id)?;
    update(tx, &before, &Session { deleted: true, ..before.clone() })?;
    Ok(before.theme)
}
