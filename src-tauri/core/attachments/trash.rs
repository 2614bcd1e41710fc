//! 删除附件: into the recycle bin; its bytes stay.

use crate::error::Result;
use crate::ids::AttachmentId;
use crate::storage::rows::Attachment;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves an attachment to the recycle bin; returns what it is called.
pub fn trash(tx: &Tx<'_>, id: AttachmentId) -> Result<String> {
    let before: Attachment = live(tx, id)?;
    update(tx, &before, &Attachment { deleted: true, ..before.clone() })?;
    crate::landings::evidence::file_taken_away(tx, before.owner)?;
    Ok(before.name)
}
