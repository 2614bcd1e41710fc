//! 进展: what was done up to a day. Notes are only ever added; a task's percent is that of its latest note.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::error::{Error, Result};
use crate::ids::{Id, TaskId};
use crate::input;
use crate::storage::rows::{Progress, Task};
use crate::storage::table::{insert, live, update};
use crate::storage::tasks as stored;
use crate::tasks::facts::{self, Step};
use crate::tasks::status::TaskStatus;
use crate::texts::tasks as texts;
use crate::workbook::Tx;

/// A progress note as filled in. What is left out stays as it was: the percent and 需协调 of the note before.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewNote {
    pub id: TaskId,
    /// Up to which day; today if left out.
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<NaiveDate>,
    /// 0–100.
    #[serde(default)]
    #[ts(optional)]
    pub percent: Option<i64>,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub done_text: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub problem: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub next_step: String,
    #[serde(default)]
    #[ts(optional)]
    pub need_coordination: Option<bool>,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reporter: String,
}

impl NewNote {
    /// An empty note of a task, of a day.
    pub fn on(id: TaskId, as_of: NaiveDate) -> Self {
        let empty = String::new;
        Self {
            id,
            as_of: Some(as_of),
            percent: None,
            done_text: empty(),
            problem: empty(),
            next_step: empty(),
            need_coordination: None,
            reporter: empty(),
        }
    }
}

/// Adds a note; returns the task's title. Work noted on a task that was 未启动 starts it.
pub fn add(tx: &Tx<'_>, note: &NewNote) -> Result<String> {
    let mut task: Task = live(tx, note.id)?;
    let before = task.clone();
    let as_of = note.as_of.unwrap_or(tx.today);
    if as_of > tx.today {
        return Err(Error::invalid(texts::not_yet("进展", as_of, tx.today)));
    }
    if let Some(percent) = note.percent.filter(|percent| !(0..=100).contains(percent)) {
        return Err(Error::invalid(crate::texts::a_number_please("进度", &percent.to_string(), 0, 100)));
    }
    let row = Progress {
        id: Id::new(),
        task_id: note.id,
        as_of,
        percent: note.percent,
        done_text: input::text(&note.done_text, "进展情况", input::LONG)?,
        problem: input::text(&note.problem, "存在问题", input::LONG)?,
        next_step: input::text(&note.next_step, "下一步", input::LONG)?,
        need_coordination: match note.need_coordination {
            Some(needed) => needed,
            None => stored::last_note(tx, note.id, as_of)?.is_some_and(|note| note.need_coordination),
        },
        reporter: input::line(&note.reporter, "填报人")?,
        deleted: false,
    };
    let silent = [&row.done_text, &row.problem, &row.next_step].iter().all(|text| text.is_empty());
    if silent && row.percent.is_none() && note.need_coordination.is_none() {
        return Err(Error::invalid(texts::empty_note()));
    }
    insert(tx, &row)?;
    let (status, last) = facts::status(tx, task.id)?;
    let started = row.percent.is_some_and(|percent| percent > 0) && last.is_none_or(|last| last <= as_of);
    if started && status == TaskStatus::NotStarted {
        facts::change_status(tx, &mut task, &Step::plain(TaskStatus::InProgress, as_of))?;
        update(tx, &before, &task)?;
    }
    Ok(before.title)
}
