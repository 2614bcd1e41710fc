//! 删除任务: into the recycle bin.

use crate::error::{Error, Result};
use crate::ids::TaskId;
use crate::storage::rows::Task;
use crate::storage::table::{live, update};
use crate::texts::tasks as texts;
use crate::workbook::Tx;

/// Moves tasks to the recycle bin; returns what they are called together. Their notes and facts stay with them and
/// come back with them.
pub fn trash(tx: &Tx<'_>, ids: &[TaskId]) -> Result<String> {
    let mut first = None;
    for id in ids {
        let before: Task = live(tx, *id)?;
        crate::storage::sessions::let_task_go(tx, *id)?;
        crate::storage::outcomes::let_task_go(tx, *id)?;
        update(tx, &before, &Task { deleted: true, ..before.clone() })?;
        first.get_or_insert(before.title);
    }
    let first = first.ok_or_else(|| Error::invalid(texts::no_task_chosen()))?;
    Ok(texts::and_others(&first, ids.len()))
}
