//! 议题: adding, dropping, arranging and skipping what a meeting goes through.

use fractional_index::FractionalIndex;

use crate::error::{Error, Result};
use crate::ids::{MeetingId, MeetingItemId, ProjectId, TaskId};
use crate::input;
use crate::meetings::status::{ItemState, MeetingStatus};
use crate::place;
use crate::storage::rows::{Meeting, MeetingItem, Project, Task};
use crate::storage::table::{insert, live, update};
use crate::storage::{derived, meetings as stored, task_rows};
use crate::texts::dispatch as texts;
use crate::workbook::Tx;

/// A meeting that was not closed; otherwise the refusal that says what to do.
pub fn open_meeting(tx: &Tx<'_>, id: MeetingId) -> Result<Meeting> {
    let meeting: Meeting = live(tx, id)?;
    match meeting.status {
        MeetingStatus::Open => Ok(meeting),
        MeetingStatus::Closed => Err(Error::invalid(texts::meeting_is_closed(&meeting.number))),
    }
}

/// Puts tasks at the end, each once; those that are there already are passed over.
pub fn add_tasks(tx: &Tx<'_>, meeting: &Meeting, tasks: &[TaskId]) -> Result<Vec<MeetingItemId>> {
    let mut made = Vec::new();
    for id in tasks {
        let task: Task = live(tx, *id)?;
        let items = stored::items(tx, meeting.id)?;
        if items.iter().any(|item| item.task_id == Some(task.id)) {
            continue;
        }
        let standing = standing(tx, task.id)?;
        let item = MeetingItem {
            task_id: Some(task.id),
            project_id: task.project_id,
            standing,
            ..blank(meeting.id, last_place(&items))
        };
        insert(tx, &item)?;
        made.push(item.id);
    }
    Ok(made)
}

/// Puts a project as a whole at the end.
pub fn add_project(tx: &Tx<'_>, meeting: &Meeting, project: ProjectId) -> Result<MeetingItemId> {
    let project: Project = live(tx, project)?;
    let items = stored::items(tx, meeting.id)?;
    let same = |item: &&MeetingItem| item.task_id.is_none() && item.project_id == Some(project.id);
    if let Some(there) = items.iter().find(same) {
        return Ok(there.id);
    }
    let item = MeetingItem { project_id: Some(project.id), ..blank(meeting.id, last_place(&items)) };
    insert(tx, &item)?;
    Ok(item.id)
}

/// Puts something that has no record of its own at the end.
pub fn add_title(tx: &Tx<'_>, meeting: &Meeting, typed: &str) -> Result<MeetingItemId> {
    let title = input::required(typed, "议题")?;
    let items = stored::items(tx, meeting.id)?;
    let item = MeetingItem { title, ..blank(meeting.id, last_place(&items)) };
    insert(tx, &item)?;
    Ok(item.id)
}

/// Takes an item off the meeting; one on which something was decided stays. Returns what it is called.
pub fn drop(tx: &Tx<'_>, id: MeetingItemId) -> Result<String> {
    let before: MeetingItem = live(tx, id)?;
    open_meeting(tx, before.meeting_id)?;
    let name = stored::name_of_item(tx, &before)?;
    if stored::has_decisions(tx, id)? {
        return Err(Error::invalid(texts::item_has_decisions(&name)));
    }
    update(tx, &before, &MeetingItem { deleted: true, ..before.clone() })?;
    Ok(name)
}

/// 跳过, or back to be gone through. Returns what it is called.
pub fn set_state(tx: &Tx<'_>, id: MeetingItemId, state: ItemState) -> Result<String> {
    let before: MeetingItem = live(tx, id)?;
    open_meeting(tx, before.meeting_id)?;
    update(tx, &before, &MeetingItem { state, ..before.clone() })?;
    stored::name_of_item(tx, &before)
}

/// Puts an item behind another of the same meeting, or first. Returns what it is called.
pub fn place_after(tx: &Tx<'_>, id: MeetingItemId, after: Option<MeetingItemId>) -> Result<String> {
    let moved: MeetingItem = live(tx, id)?;
    open_meeting(tx, moved.meeting_id)?;
    let name = stored::name_of_item(tx, &moved)?;
    let mut rows: Vec<MeetingItem> =
        stored::items(tx, moved.meeting_id)?.into_iter().filter(|row| row.id != id).collect();
    let at = after.and_then(|after| rows.iter().position(|row| row.id == after)).map_or(0, |at| at + 1);
    let places = place::arrange(&rows.iter().map(|row| row.position.as_str()).collect::<Vec<_>>(), at);
    rows.insert(at, moved);
    for (row, position) in rows.iter().zip(places) {
        update(tx, row, &MeetingItem { position, ..row.clone() })?;
    }
    Ok(name)
}

/// How a task stands today, in words.
pub fn standing(tx: &Tx<'_>, id: TaskId) -> Result<String> {
    let source = derived::tasks_as_of(tx, tx.today)?;
    let row = task_rows::row(tx, &source, id, tx.today)?;
    Ok(row.map(|row| texts::standing(&row.light.word, row.status, row.percent)).unwrap_or_default())
}

/// An item that says nothing yet.
pub fn blank(meeting_id: MeetingId, position: String) -> MeetingItem {
    MeetingItem {
        id: MeetingItemId::new(),
        meeting_id,
        task_id: None,
        project_id: None,
        title: String::new(),
        standing: String::new(),
        said: String::new(),
        state: ItemState::Waiting,
        position,
        deleted: false,
    }
}

fn last_place(items: &[MeetingItem]) -> String {
    let last = items.last().and_then(|last| FractionalIndex::from_string(&last.position).ok());
    last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default().to_string()
}
