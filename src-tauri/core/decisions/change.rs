//! Mending a decision: the unit nobody recognised, or taking it away again.

use chrono::NaiveDate;

use crate::decisions::record::{About, make_task};
use crate::departments::set::find_unit;
use crate::error::{Error, Result};
use crate::ids::{DecisionId, TaskId};
use crate::storage::decisions as stored;
use crate::storage::rows::{Decision, Task};
use crate::storage::table::{live, update};
use crate::texts::dispatch as texts;
use crate::workbook::Tx;

/// Gives a decision its unit as typed, and makes its task, which begins on `day`. Returns its text and the task.
pub fn give_unit(
    tx: &Tx<'_>,
    id: DecisionId,
    typed: &str,
    about: &About,
    day: NaiveDate,
) -> Result<(String, TaskId, Vec<String>)> {
    let before: Decision = live(tx, id)?;
    if before.task_id.is_some() {
        return Err(Error::invalid(texts::decision_has_task(&before.text)));
    }
    let unit = find_unit(tx, typed)?.ok_or_else(|| Error::invalid(crate::texts::must_not_be_empty("单位")))?;
    let mut after = Decision { department_id: Some(unit), ..before.clone() };
    let (task, notices) = make_task(tx, &after, about, day)?;
    after.task_id = Some(task);
    update(tx, &before, &after)?;
    Ok((before.text, task, notices))
}

/// Takes a decision away; its task goes with it as long as nobody worked on it. Returns its text and whether the task
/// went.
pub fn trash(tx: &Tx<'_>, id: DecisionId) -> Result<(String, bool)> {
    let before: Decision = live(tx, id)?;
    update(tx, &before, &Decision { deleted: true, ..before.clone() })?;
    let task = before.task_id.map(|id| live::<Task>(tx, id)).transpose().unwrap_or(None);
    let untouched = match &task {
        Some(task) => stored::is_untouched(tx, task.id)?,
        None => false,
    };
    if let Some(task) = task.filter(|_| untouched) {
        update(tx, &task, &Task { deleted: true, ..task.clone() })?;
    }
    Ok((before.text, untouched))
}
