//! What importing a calendar would do: its days against those known, and the deadlines that move.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::action::Kind;
use crate::calendar::{Calendar, DayKind};
use crate::dictionaries::calendar::file::{CalendarFile, StatedDay};
use crate::error::Result;
use crate::ids::Id;
use crate::partial_date::PartialDate;
use crate::storage::calendar as stored;
use crate::tasks::due::TypedDue;

codes! {
    /// A stated day against what was known.
    pub enum DayChange {
        New => "new", "新增";
        Changed => "changed", "改变";
        Same => "same", "不变";
    }
}

/// A day of the file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PreviewDay {
    pub date: NaiveDate,
    pub kind: DayKind,
    pub name: String,
    pub change: DayChange,
}

/// A year of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewYear {
    pub year: i32,
    pub off: usize,
    pub work: usize,
    /// The file states the whole year: its notice counts as published from now on.
    pub whole: bool,
}

/// A deadline counted in working days that moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeadlineChange {
    /// A task or a demand.
    pub kind: Kind,
    pub id: Id,
    pub name: String,
    /// 15个工作日自交办.
    pub rule: String,
    pub assigned_on: NaiveDate,
    pub old: NaiveDate,
    pub new: NaiveDate,
}

/// What importing would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarPreview {
    /// What must be mended first, in sentences that name the row. While there is one, nothing can be imported.
    pub errors: Vec<String>,
    /// Entries of the file that state neither a day off nor a working day.
    pub passed_over: usize,
    pub years: Vec<PreviewYear>,
    pub days: Vec<PreviewDay>,
    pub deadlines: Vec<DeadlineChange>,
}

/// Looks at a file that was read. Changes nothing.
pub fn preview(connection: &Connection, file: CalendarFile) -> Result<CalendarPreview> {
    let known = Calendar::current();
    let after = after(connection, &file.days)?;
    let change = |day: &StatedDay| {
        let worked = day.kind == DayKind::Work;
        match (known.published(day.date.year()), known.is_workday(day.date) == worked) {
            (false, _) => DayChange::New,
            (true, true) => DayChange::Same,
            (true, false) => DayChange::Changed,
        }
    };
    let days = file.days.iter().map(|day| PreviewDay {
        date: day.date,
        kind: day.kind,
        name: day.name.clone(),
        change: change(day),
    });
    Ok(CalendarPreview {
        days: days.collect(),
        years: years(&file.days),
        deadlines: if file.errors.is_empty() { deadlines(connection, &known, &after)? } else { Vec::new() },
        errors: file.errors,
        passed_over: file.passed_over,
    })
}

/// The years of the days, in order.
pub(super) fn years(days: &[StatedDay]) -> Vec<PreviewYear> {
    let mut years: Vec<PreviewYear> = Vec::new();
    for day in stored::overrides(days.iter().map(|day| (day.date, day.kind))) {
        let year = day.date.year();
        if years.last().is_none_or(|last| last.year != year) {
            years.push(PreviewYear { year, off: 0, work: 0, whole: day.published });
        }
        let last = years.len() - 1;
        match day.kind {
            DayKind::Off => years[last].off += 1,
            DayKind::Work => years[last].work += 1,
        }
    }
    years
}

/// The calendar once the days are imported.
pub(super) fn after(connection: &Connection, days: &[StatedDay]) -> Result<Arc<Calendar>> {
    let whole: Vec<i32> = years(days).into_iter().filter(|year| year.whole).map(|year| year.year).collect();
    let kept = stored::days(connection)?.into_iter().filter(|row| !whole.contains(&row.on_day.year()));
    let mut all: Vec<(NaiveDate, DayKind)> = kept.map(|row| (row.on_day, row.kind)).collect();
    for day in days {
        all.retain(|(date, _)| *date != day.date);
        all.push((day.date, day.kind));
    }
    Ok(Arc::new(Calendar::builtin().with_overrides(stored::overrides(all))))
}

/// Deadlines of open work that come from a rule and move, the earliest first.
pub(super) fn deadlines(connection: &Connection, before: &Calendar, after: &Calendar) -> Result<Vec<DeadlineChange>> {
    let mut moved = Vec::new();
    for one in stored::counted_deadlines(connection)? {
        let Ok(TypedDue::WorkingDays(days)) = TypedDue::read(&one.rule, one.assigned_on) else { continue };
        let new = after.add_working_days(one.assigned_on, days);
        let was = before.add_working_days(one.assigned_on, days);
        let Some(old) = one.due.and_then(|due: PartialDate| due.date) else { continue };
        if was != new && old != new {
            let (kind, id, name, rule, assigned_on) = (one.kind, one.id, one.name, one.rule, one.assigned_on);
            moved.push(DeadlineChange { kind, id, name, rule, assigned_on, old, new });
        }
    }
    moved.sort_by_key(|one| (one.old, one.new));
    Ok(moved)
}
