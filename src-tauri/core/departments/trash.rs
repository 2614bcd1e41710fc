//! 删除单位: into the recycle bin, if nothing rests on it any more.

use crate::error::{Error, Result};
use crate::ids::DepartmentId;
use crate::storage::departments as stored;
use crate::storage::rows::Department;
use crate::storage::table::{live, update};
use crate::texts;
use crate::workbook::Tx;

/// Moves a unit without tasks and people to the recycle bin; returns its name.
pub fn trash(tx: &Tx<'_>, id: DepartmentId) -> Result<String> {
    let before: Department = live(tx, id)?;
    let (tasks, people) = stored::use_of(tx, id)?;
    if tasks + people > 0 {
        return Err(Error::invalid(texts::unit_in_use(&before.short, tasks, people)));
    }
    crate::sessions::guests::let_go(tx, id.into())?;
    crate::storage::sessions::let_unit_go(tx, id)?;
    update(tx, &before, &Department { deleted: true, ..before.clone() })?;
    Ok(before.short)
}
