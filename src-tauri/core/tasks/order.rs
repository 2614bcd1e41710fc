//! 调整顺序: the place of a task among those of its project.

use fractional_index::FractionalIndex;

use crate::error::{Error, Result};
use crate::ids::TaskId;
use crate::storage::rows::Task;
use crate::storage::table::{live, update};
use crate::storage::tasks as stored;
use crate::texts::tasks as texts;
use crate::workbook::Tx;

/// Puts a task behind another of the same project (or enterprise), or first; returns its title.
pub fn place_after(tx: &Tx<'_>, id: TaskId, after: Option<TaskId>) -> Result<String> {
    let task: Task = live(tx, id)?;
    let mut others: Vec<Task> = stored::siblings(tx, &task)?.into_iter().filter(|other| other.id != id).collect();
    let at = match after {
        None => 0,
        Some(after) => match others.iter().position(|other| other.id == after) {
            Some(found) => found + 1,
            None => return Err(Error::invalid(texts::order_of_one_project())),
        },
    };
    let place = |task: Option<&Task>| task.map(|task| FractionalIndex::from_string(&task.position).ok());
    let (left, right) = (at.checked_sub(1).and_then(|left| others.get(left)), others.get(at));
    let between = match (place(left), place(right)) {
        (None, None) => Some(FractionalIndex::default()),
        (Some(Some(left)), None) => Some(FractionalIndex::new_after(&left)),
        (None, Some(Some(right))) => Some(FractionalIndex::new_before(&right)),
        (Some(Some(left)), Some(Some(right))) => FractionalIndex::new_between(&left, &right),
        _ => None,
    };
    if let Some(between) = between {
        update(tx, &task, &Task { position: between.to_string(), ..task.clone() })?;
        return Ok(task.title);
    }
    // Two laptops gave out the same place, or none was given: all get a new one.
    let title = task.title.clone();
    others.insert(at, task);
    let mut place = FractionalIndex::default();
    for other in others {
        update(tx, &other, &Task { position: place.to_string(), ..other.clone() })?;
        place = FractionalIndex::new_after(&place);
    }
    Ok(title)
}

/// The place behind the last of the tasks that belong to the same project (or enterprise) as `task`.
pub fn last_place(tx: &Tx<'_>, task: &Task) -> Result<String> {
    let last = stored::last_position(tx, task)?.and_then(|text| FractionalIndex::from_string(&text).ok());
    Ok(last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default().to_string())
}
