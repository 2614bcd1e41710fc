//! The columns of 任务台账 as the window has them.

use super::list::{Column, Value};
use super::list_columns::encoded;
use crate::tasks::list::{Named, TaskRow};
use crate::texts::sheets::{self as texts, head};

/// In the order of the window.
pub const COLUMNS: &[Column<TaskRow>] = &[
    Column::text("title", head::TASK, 28.0, |row| (&row.title).into()),
    Column::text("measure", head::MEASURE, 28.0, |row| (&row.measure).into()),
    Column::text("deliverable", head::DELIVERABLE, 18.0, |row| (&row.deliverable).into()),
    Column::text("project", head::PROJECT, 20.0, |row| one(row.project.as_ref())),
    Column::text("enterprise", head::ENTERPRISE, 26.0, |row| one(row.enterprise.as_ref())),
    Column::text("lead", head::LEAD, 16.0, |row| one(row.lead.as_ref())),
    Column::text("assisting", head::ASSISTING, 20.0, |row| many(&row.assisting)),
    Column::text("persons", head::PERSONS, 12.0, |row| many(&row.persons)),
    Column::day("start_on", head::START_ON, |row| row.start_on.into()),
    Column::day("due", head::DUE, |row| row.due.as_ref().map_or(Value::Nothing, |due| encoded(&due.encoded))),
    Column::text("baseline", head::BASELINE, 14.0, against_plan),
    Column::percent("percent", head::PERCENT, |row| row.percent.map_or(Value::Nothing, Value::Percent)),
    Column::text("status", head::STATUS, 10.0, |row| Value::Text(row.status.label())),
    Column::text("light", head::LIGHT, 20.0, |row| (&row.light.word).into()),
    Column::text("progress", head::PROGRESS, 34.0, |row| (&row.done_text).into()),
    Column::text("demand", head::DEMAND, 20.0, |row| one(row.demand.as_ref())),
    Column::text("milestone", head::MILESTONE, 14.0, |row| one(row.milestone.as_ref())),
    Column::text("note", head::NOTE, 18.0, |row| (&row.note).into()),
];

fn one(named: Option<&Named>) -> Value<'_> {
    named.map_or(Value::Nothing, |one| (&one.name).into())
}

fn many(named: &[Named]) -> Value<'_> {
    match named {
        [] => Value::Nothing,
        [only] => (&only.name).into(),
        several => Value::Made(several.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join("、")),
    }
}

/// How the deadline stands to the one of the issued plan.
fn against_plan(row: &TaskRow) -> Value<'_> {
    match row.baseline.as_ref().and_then(|baseline| baseline.late_days) {
        Some(days) => Value::Made(texts::against_plan(days)),
        None => Value::Nothing,
    }
}
