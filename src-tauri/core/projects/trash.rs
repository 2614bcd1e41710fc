//! 删除项目: into the recycle bin with everything that belongs to it alone.

use crate::error::Result;
use crate::ids::ProjectId;
use crate::storage::projects as stored;
use crate::storage::rows::Project;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves a project, its tasks, demands, 路线图 and plans to the recycle bin; returns its name.
pub fn trash(tx: &Tx<'_>, id: ProjectId) -> Result<String> {
    let before: Project = live(tx, id)?;
    stored::trash_what_belongs(tx, id)?;
    update(tx, &before, &Project { deleted: true, ..before.clone() })?;
    Ok(before.name)
}
