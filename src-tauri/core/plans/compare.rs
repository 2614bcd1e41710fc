//! Two versions side by side: sections, tasks field by field, and who changed what in between.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::diff::{Piece, PieceKind, diff};
use super::frozen::FrozenSection;
use super::outline::PlanSection;
use super::status::PlanStatus;
use crate::history::HistoryEntry;
use crate::ids::{PlanId, TaskId};
use crate::partial_date::PartialDate;
use crate::storage::rows::{Plan, PlanTask};
use crate::texts::plans as texts;

codes! {
    /// What became of a task.
    pub enum TaskChange {
        Added => "added", "新增";
        Dropped => "dropped", "取消";
        Changed => "changed", "调整";
    }
}

/// One side: a version as it was frozen, or a draft as it stands.
#[derive(Debug)]
pub struct Side {
    pub plan: Plan,
    pub sections: Vec<FrozenSection>,
    pub tasks: Vec<PlanTask>,
}

/// A version, as a side is headed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedVersion {
    pub id: PlanId,
    #[ts(type = "number")]
    pub version: i64,
    pub status: PlanStatus,
    pub issued_on: Option<NaiveDate>,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    pub field: String,
    pub old: String,
    pub new: String,
}

/// A section with what was added to it and taken from it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SectionDiff {
    pub part: PlanSection,
    pub title: String,
    /// 1 for 一、 and 2 for （一）.
    pub level: u8,
    pub changed: bool,
    pub pieces: Vec<Piece>,
}

/// A task that was added, dropped or changed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TaskDiff {
    pub task: TaskId,
    pub title: String,
    pub change: TaskChange,
    /// What differs; for one that was added or dropped what it says.
    pub fields: Vec<FieldChange>,
}

/// Two versions side by side.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanComparison {
    pub old: ComparedVersion,
    pub new: ComparedVersion,
    pub head: Vec<FieldChange>,
    /// Sections that either has, in the order of the paper.
    pub sections: Vec<SectionDiff>,
    pub tasks: Vec<TaskDiff>,
    pub tasks_same: usize,
    /// Who changed what in between, newest first.
    pub history: Vec<HistoryEntry>,
}

/// Compares two sides; the history is looked up elsewhere.
pub fn compare(old: &Side, new: &Side, history: Vec<HistoryEntry>) -> PlanComparison {
    let (tasks, tasks_same) = tasks(&old.tasks, &new.tasks);
    PlanComparison {
        old: version(&old.plan),
        new: version(&new.plan),
        head: head(&old.plan, &new.plan),
        sections: sections(&old.sections, &new.sections),
        tasks,
        tasks_same,
        history,
    }
}

fn version(plan: &Plan) -> ComparedVersion {
    ComparedVersion { id: plan.id, version: plan.version, status: plan.status, issued_on: plan.issued_on }
}

fn head(old: &Plan, new: &Plan) -> Vec<FieldChange> {
    let [title, signer, dated, number] = texts::HEAD_FIELDS;
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let fields = [
        (title, old.title.clone(), new.title.clone()),
        (signer, old.signer.clone(), new.signer.clone()),
        (dated, day(old.dated), day(new.dated)),
        (number, old.document_number.clone(), new.document_number.clone()),
    ];
    differing(fields)
}

fn differing<const N: usize>(fields: [(&str, String, String); N]) -> Vec<FieldChange> {
    let differing = fields.into_iter().filter(|(_, old, new)| old != new);
    differing.map(|(field, old, new)| FieldChange { field: field.into(), old, new }).collect()
}

fn sections(old: &[FrozenSection], new: &[FrozenSection]) -> Vec<SectionDiff> {
    let text = |side: &[FrozenSection], part: PlanSection| {
        side.iter().find(|section| section.part == part).map(|section| section.text.clone()).unwrap_or_default()
    };
    let mut diffs = Vec::new();
    for part in PlanSection::ALL {
        let pieces = diff(&text(old, *part), &text(new, *part));
        if pieces.is_empty() {
            continue;
        }
        diffs.push(SectionDiff {
            part: *part,
            title: part.label().into(),
            level: part.level(),
            changed: pieces.iter().any(|piece| piece.kind != PieceKind::Same),
            pieces,
        });
    }
    diffs
}

fn tasks(old: &[PlanTask], new: &[PlanTask]) -> (Vec<TaskDiff>, usize) {
    let mut diffs = Vec::new();
    let mut same = 0;
    for task in new {
        let former = old.iter().find(|one| one.task_id == task.task_id);
        let (change, fields) = match former {
            None => (TaskChange::Added, fields(None, Some(task))),
            Some(former) => (TaskChange::Changed, fields(Some(former), Some(task))),
        };
        match fields.is_empty() {
            true => same += 1,
            false => diffs.push(TaskDiff { task: task.task_id, title: task.title.clone(), change, fields }),
        }
    }
    for task in old.iter().filter(|task| !new.iter().any(|one| one.task_id == task.task_id)) {
        let fields = fields(Some(task), None);
        diffs.push(TaskDiff { task: task.task_id, title: task.title.clone(), change: TaskChange::Dropped, fields });
    }
    (diffs, same)
}

fn fields(old: Option<&PlanTask>, new: Option<&PlanTask>) -> Vec<FieldChange> {
    let of = |task: Option<&PlanTask>| -> [String; 8] {
        let Some(task) = task else { return Default::default() };
        let day = task.start_on.map(|day| PartialDate::day(day).prose()).unwrap_or_default();
        let due = task.due.map(|due| due.prose()).unwrap_or_default();
        let (lead, assisting, persons) = (task.lead.clone(), task.assisting.clone(), task.persons.clone());
        [task.title.clone(), task.measure.clone(), lead, assisting, persons, day, due, task.phase.clone()]
    };
    let changes = texts::TASK_FIELDS.into_iter().zip(of(old)).zip(of(new)).filter(|((_, old), new)| old != new);
    changes.map(|((field, old), new)| FieldChange { field: field.into(), old, new }).collect()
}
