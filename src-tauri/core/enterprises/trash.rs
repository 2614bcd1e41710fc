//! 删除企业: into the recycle bin with its contacts and other names, if no project rests on it.

use crate::error::{Error, Result};
use crate::ids::EnterpriseId;
use crate::storage::enterprises as stored;
use crate::storage::rows::{Contact, Enterprise, EnterpriseAlias};
use crate::storage::table::{live, update};
use crate::texts;
use crate::workbook::Tx;

/// Moves an enterprise to the recycle bin; returns its name.
pub fn trash(tx: &Tx<'_>, id: EnterpriseId) -> Result<String> {
    let before: Enterprise = live(tx, id)?;
    let (projects, tasks, demands) = stored::use_of(tx, id)?;
    if projects + tasks + demands > 0 {
        return Err(Error::invalid(texts::enterprise_in_use(&before.name_full, projects, tasks, demands)));
    }
    for contact in stored::contacts(tx, id)? {
        update(tx, &contact, &Contact { deleted: true, ..contact.clone() })?;
    }
    for alias in stored::aliases(tx, id)? {
        update(tx, &alias, &EnterpriseAlias { deleted: true, ..alias.clone() })?;
    }
    crate::sessions::guests::let_go(tx, id.into())?;
    update(tx, &before, &Enterprise { deleted: true, ..before.clone() })?;
    Ok(before.name_full)
}
