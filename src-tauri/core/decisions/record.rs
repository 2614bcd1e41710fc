//! Decisions are kept as typed, one a line; each that names a unit becomes a task in the same action.

use chrono::NaiveDate;
use fractional_index::FractionalIndex;
use serde::Deserialize;
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::decisions::read::default_due;
use crate::demands::source::DemandSource;
use crate::departments::set::add_alias;
use crate::error::{Error, Result};
use crate::ids::*;
use crate::input;
use crate::sessions::afterwards::title_of;
use crate::sessions::line::{SaidUnit, read_reply};
use crate::storage::rows::{Decision, Department, Task};
use crate::storage::table::{insert, live, update};
use crate::storage::{decisions as stored, departments as units};
use crate::tasks::create::{NewTask, create};
use crate::texts::dispatch as texts;
use crate::workbook::Tx;

/// A name nobody knew, and the unit it was found to mean: remembered.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Remembered {
    pub said: String,
    pub unit: DepartmentId,
}

/// Where a decision is taken.
#[derive(Debug, Clone, Copy)]
pub enum At {
    Item(MeetingItemId),
    Coordination(CoordinationId),
}

/// What a decision is about; its task belongs there.
#[derive(Debug, Clone, Default)]
pub struct About {
    pub project: Option<ProjectId>,
    pub enterprise: Option<EnterpriseId>,
    pub demand: Option<DemandId>,
}

impl About {
    /// The same as a task is about.
    pub fn task(task: &Task) -> Self {
        Self { project: task.project_id, enterprise: task.enterprise_id, demand: task.demand_id }
    }
}

/// What was recorded.
#[derive(Debug, Default, Clone)]
pub struct Recorded {
    pub decisions: Vec<DecisionId>,
    pub tasks: Vec<TaskId>,
    /// What was done besides, in sentences.
    pub notices: Vec<String>,
}

/// Keeps the lines typed and makes their tasks. `day` is the day they were decided.
pub fn record(
    tx: &Tx<'_>,
    at: At,
    about: &About,
    day: NaiveDate,
    typed: &str,
    remember: &[Remembered],
) -> Result<Recorded> {
    for one in remember {
        live::<Department>(tx, one.unit)?;
        add_alias(tx, one.unit, &one.said)?;
    }
    let before = stored::decisions_at(tx, at)?;
    let mut place = before.last().and_then(|last| FractionalIndex::from_string(&last.position).ok());
    let mut recorded = Recorded::default();
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let read = read_reply(line, &units::resolver(tx)?, day);
        let department_id = match &read.unit {
            SaidUnit::Known { id, .. } => Some(*id),
            _ => None,
        };
        // A name that is no unit's stays in the words, so that nothing said is lost.
        let text = match &read.unit {
            SaidUnit::Doubt { said, .. } => format!("{said}：{}", read.text),
            _ => read.text.clone(),
        };
        let text = input::text(&text, texts::decision_word(), input::LONG)?;
        if text.is_empty() {
            return Err(Error::invalid(texts::decision_says_nothing(line)));
        }
        let next = place.as_ref().map(FractionalIndex::new_after).unwrap_or_default();
        let (meeting_item_id, coordination_id) = match at {
            At::Item(id) => (Some(id), None),
            At::Coordination(id) => (None, Some(id)),
        };
        let mut decision = Decision {
            id: DecisionId::new(),
            meeting_item_id,
            coordination_id,
            typed: input::text(line, texts::decision_word(), input::LONG)?,
            department_id,
            text,
            due: read.date(day),
            due_rule: read.rule(),
            task_id: None,
            supervision_id: None,
            position: next.to_string(),
            deleted: false,
        };
        if department_id.is_some() {
            let (task, notices) = make_task(tx, &decision, about, day)?;
            decision.task_id = Some(task);
            recorded.tasks.push(task);
            recorded.notices.extend(notices);
        }
        insert(tx, &decision)?;
        place = Some(next);
        recorded.decisions.push(decision.id);
    }
    Ok(recorded)
}

/// The task of a decision: its words, its unit as 牵头单位, its time limit (without one the limit of 会议议定).
pub(super) fn make_task(
    tx: &Tx<'_>,
    decision: &Decision,
    about: &About,
    day: NaiveDate,
) -> Result<(TaskId, Vec<String>)> {
    let unit = decision.department_id.ok_or_else(|| Error::invalid(texts::decision_without_unit(&decision.text)))?;
    let due = match (&decision.due, decision.due_rule.is_empty()) {
        (None, _) => default_due(tx)?.rule(),
        (Some(due), true) => due.prose(),
        (Some(_), false) => decision.due_rule.clone(),
    };
    let title = title_of(&decision.text);
    // The day after is the first (domain.md §4.5), so that nothing is behind its time in the hour it is decided.
    let start = Calendar::current().add_working_days(day, 1);
    let ahead = decision.due.and_then(|due| due.date).is_none_or(|due| due >= start);
    let new = NewTask {
        project: about.project,
        enterprise: about.enterprise,
        demand: about.demand,
        measure: if title == decision.text { String::new() } else { decision.text.clone() },
        title,
        lead: unit.to_string(),
        start_on: if ahead { start.to_string() } else { String::new() },
        due,
        assigned_on: Some(day),
        ..NewTask::default()
    };
    let made = create(tx, &new)?;
    let task: Task = live(tx, made.id)?;
    update(tx, &task, &Task { source: Some(DemandSource::Meeting), ..task.clone() })?;
    Ok((made.id, made.notices))
}
