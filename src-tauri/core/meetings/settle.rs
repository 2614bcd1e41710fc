//! 定下: what was said and decided on an item, in one action.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::decisions::change;
use crate::decisions::record::{About, At, Recorded, Remembered, record};
use crate::error::Result;
use crate::ids::{DecisionId, MeetingItemId, TaskId};
use crate::input;
use crate::meetings::items::{open_meeting, standing};
use crate::meetings::set::MeetingItemField;
use crate::meetings::status::ItemState;
use crate::storage::meetings as stored;
use crate::storage::rows::{Decision, Meeting, MeetingItem, Task};
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// What is settled on an item.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SettleItem {
    pub id: MeetingItemId,
    /// Decisions, one a line; may be empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub lines: String,
    /// 会上说明; what stands when left out.
    #[serde(default)]
    #[ts(optional)]
    pub said: Option<String>,
    /// Names of units nobody knew, and what they mean.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub remember: Vec<Remembered>,
}

/// What came of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Settled {
    pub decisions: Vec<DecisionId>,
    pub tasks: Vec<TaskId>,
    pub notices: Vec<String>,
}

/// Keeps what was decided on an item and marks it 已议. Returns what the item is called.
pub fn settle(tx: &Tx<'_>, request: &SettleItem) -> Result<(String, Settled)> {
    let before: MeetingItem = live(tx, request.id)?;
    let meeting = open_meeting(tx, before.meeting_id)?;
    let said = match &request.said {
        Some(said) => input::text(said, MeetingItemField::Said.label(), input::LONG)?,
        None => before.said.clone(),
    };
    let standing = match before.task_id {
        Some(task) => standing(tx, task)?,
        None => before.standing.clone(),
    };
    let after = MeetingItem { state: ItemState::Decided, said, standing, ..before.clone() };
    update(tx, &before, &after)?;
    let about = about(tx, &before)?;
    let day = day_of(&meeting, tx.today);
    let Recorded { decisions, tasks, notices } =
        record(tx, At::Item(request.id), &about, day, &request.lines, &request.remember)?;
    Ok((stored::name_of_item(tx, &before)?, Settled { decisions, tasks, notices }))
}

/// Gives a decision of a meeting the unit nobody recognised; it becomes a task.
pub fn give_unit(tx: &Tx<'_>, id: DecisionId, typed: &str) -> Result<(String, Settled)> {
    let decision: Decision = live(tx, id)?;
    let (about, day) = match (decision.meeting_item_id, decision.coordination_id) {
        (Some(item), _) => {
            let item: MeetingItem = live(tx, item)?;
            let meeting: Meeting = live(tx, item.meeting_id)?;
            (about(tx, &item)?, day_of(&meeting, tx.today))
        }
        (None, Some(coordination)) => crate::coordinations::decide::about_of(tx, coordination)?,
        (None, None) => (About::default(), tx.today),
    };
    let (text, task, notices) = change::give_unit(tx, id, typed, &about, day)?;
    Ok((text, Settled { decisions: vec![id], tasks: vec![task], notices }))
}

/// What an item is about: its task's project and need, or its project.
fn about(tx: &Tx<'_>, item: &MeetingItem) -> Result<About> {
    Ok(match item.task_id.map(|id| live::<Task>(tx, id)).transpose()? {
        Some(task) => About::task(&task),
        None => About { project: item.project_id, ..About::default() },
    })
}

/// The day a decision of a meeting is dated: its own, unless that is still to come.
pub fn day_of(meeting: &Meeting, today: NaiveDate) -> NaiveDate {
    meeting.held_on.min(today)
}
