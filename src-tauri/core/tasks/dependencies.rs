//! 前置任务: which task cannot begin before which other is finished. Projects do not matter: one project's land may
//! wait for another's. A link says nothing about dates by itself; moving a task ([`super::reschedule`]) looks at it.

use std::collections::{HashMap, VecDeque};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::error::{Error, Result};
use crate::ids::TaskId;
use crate::storage::dependencies as stored;
use crate::storage::rows::{Task, TaskDependency};
use crate::storage::table::{find, insert, live, update};
use crate::tasks::light::Light;
use crate::tasks::list::{DueText, Named};
use crate::tasks::status::TaskStatus;
use crate::texts::{gantt as texts, tasks as common};
use crate::workbook::Tx;

/// `task` cannot begin before `depends_on` is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct TaskLink {
    pub task: TaskId,
    pub depends_on: TaskId,
}

/// What stands before and behind a task.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskLinks {
    /// 前置任务, the earliest first.
    pub before: Vec<LinkedTask>,
    /// 后续任务, the earliest first.
    pub after: Vec<LinkedTask>,
}

/// A task at the other end of a link.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LinkedTask {
    pub id: TaskId,
    pub title: String,
    pub project: Option<Named>,
    pub start_on: Option<NaiveDate>,
    pub due: Option<DueText>,
    pub status: TaskStatus,
    pub light: Light,
}

/// Adds links, all or none; one that is there already is left as it is. Refused when a task would wait for itself.
pub fn add(tx: &Tx<'_>, links: &[TaskLink]) -> Result<Action> {
    for link in links {
        let task: Task = live(tx, link.task)?;
        let before: Task = live(tx, link.depends_on)?;
        if task.id == before.id {
            return Err(Error::invalid(texts::waits_for_itself(&task.title)));
        }
        if let Some(circle) = circle(tx, *link)? {
            return Err(Error::invalid(texts::circle(&circle)));
        }
        let row = TaskDependency { task_id: link.task, depends_on_id: link.depends_on, deleted: false };
        match find::<TaskDependency>(tx, &[&link.task, &link.depends_on])? {
            Some(there) => drop(update(tx, &there, &row)?),
            None => insert(tx, &row)?,
        }
    }
    named(tx, Verb::Create, links)
}

/// Takes links away; one that is not there is passed over.
pub fn remove(tx: &Tx<'_>, links: &[TaskLink]) -> Result<Action> {
    for link in links {
        if let Some(there) = find::<TaskDependency>(tx, &[&link.task, &link.depends_on])? {
            update(tx, &there, &TaskDependency { deleted: true, ..there.clone() })?;
        }
    }
    named(tx, Verb::Remove, links)
}

fn named(tx: &Tx<'_>, verb: Verb, links: &[TaskLink]) -> Result<Action> {
    let first = links.first().ok_or_else(|| Error::invalid(common::no_task_chosen()))?;
    let title = |id: TaskId| Ok::<_, Error>(find::<Task>(tx, &[&id])?.map(|task| task.title).unwrap_or_default());
    let subject = texts::link_of(&title(first.depends_on)?, &title(first.task)?);
    Ok(Action {
        verb,
        kind: Kind::Task,
        part: texts::predecessor().to_owned(),
        subject: common::and_others(&subject, links.len()),
    })
}

/// The titles around the circle that a link would close, beginning and ending with its 前置任务; none if it closes
/// none. Links of tasks in the recycle bin count: they come back with them.
fn circle(tx: &Tx<'_>, link: TaskLink) -> Result<Option<Vec<String>>> {
    // From the task onwards through what waits for it; if that reaches its 前置任务 there is a way round.
    let mut came_from: HashMap<TaskId, TaskId> = HashMap::new();
    let mut next = VecDeque::from([link.task]);
    while let Some(id) = next.pop_front() {
        if id == link.depends_on {
            let back = std::iter::successors(Some(id), |id| came_from.get(id).copied());
            let mut ids: Vec<TaskId> = back.collect();
            ids.push(link.depends_on);
            ids.reverse();
            return stored::titles(tx, &ids).map(Some);
        }
        for successor in stored::waiting_for(tx, id)? {
            if successor != link.task && !came_from.contains_key(&successor) {
                came_from.insert(successor, id);
                next.push_back(successor);
            }
        }
    }
    Ok(None)
}
