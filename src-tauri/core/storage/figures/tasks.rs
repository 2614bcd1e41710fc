//! Tasks counted in one pass: every figure, light and pile of 今日要办 from each task looked at once. The rules are those
//! of the lists (`task_list`), on plain values; `tests/figures.rs` and `tests/overview.rs` hold them together.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, named_params};

use crate::calendar::Calendar;
use crate::error::Result;
use crate::light_rules::bounds::LightRules;
use crate::storage::derived;
use crate::storage::figures::sets;
use crate::storage::task_list::soon;
use crate::tasks::list::TaskCounts;

/// What a day is compared with, as stored text.
pub struct Days3 {
    pub as_of: String,
    pub after: String,
    /// 临期 before this day.
    pub soon: String,
    /// 滞后 above this 进度差, in tenths.
    pub behind: i64,
}

impl Days3 {
    /// The thresholds of a day.
    pub fn of(as_of: NaiveDate) -> Self {
        let after = as_of.checked_add_days(Days::new(1)).unwrap_or(as_of);
        let (soon, behind) = (soon(as_of).to_string(), LightRules::now(as_of).behind_tenths());
        Self { as_of: as_of.to_string(), after: after.to_string(), soon, behind }
    }
}

/// A lead unit's tasks. The colours are those of open ones.
#[derive(Debug, Default, Clone, Copy)]
pub struct UnitCounts {
    /// All but 取消.
    pub total: usize,
    pub closed: usize,
    pub open: usize,
    pub overdue: usize,
    pub late: usize,
    pub soon: usize,
    pub normal: usize,
    pub hold: usize,
}

/// What one pass tells.
#[derive(Debug, Default)]
pub struct TaskPass {
    pub counts: TaskCounts,
    /// 滞后, not overdue.
    pub behind: usize,
    pub due_today: usize,
    /// 临期 from tomorrow on, whatever its progress.
    pub due_later: usize,
    /// 需协调, neither overdue nor near its deadline.
    pub coordination_alone: usize,
    pub units: HashMap<Vec<u8>, UnitCounts>,
}

/// Every live task as of a day, once.
pub fn pass(connection: &Connection, as_of: NaiveDate) -> Result<TaskPass> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let days = Days3::of(as_of);
    let slow_from = LightRules::now(as_of).slow_tenths();
    let (today, after, soon) = (days.as_of.as_bytes(), days.after.as_bytes(), days.soon.as_bytes());
    let now = i64::from(as_of.num_days_from_ce());
    let sql =
        format!("SELECT n.status, n.due, n.start_on, n.percent, n.coordination, n.lead_department_id FROM {source} n");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = match statement.parameter_index(":as_of")? {
        Some(_) => statement.query(named_params! {":as_of": days.as_of})?,
        None => statement.query([])?,
    };
    let mut pass = TaskPass::default();
    while let Some(row) = rows.next()? {
        let status = bytes(row, 0)?.unwrap_or_default();
        let due = bytes(row, 1)?;
        let counts = &mut pass.counts;
        let mut unit = match bytes(row, 5)? {
            Some(lead) => match pass.units.get_mut(lead) {
                Some(unit) => Some(unit),
                None => Some(pass.units.entry(lead.to_vec()).or_default()),
            },
            None => None,
        };
        let (open, closed, cancelled) =
            (matches!(status, b"not_started" | b"in_progress"), status == b"closed", status == b"cancelled");
        counts.total += 1;
        counts.closed += usize::from(closed);
        counts.cancelled += usize::from(cancelled);
        counts.submitted += usize::from(status == b"submitted");
        if due.is_some_and(|due| due < after) && !cancelled && status != b"paused" {
            counts.due_count += 1;
            counts.due_done += usize::from(closed);
        }
        if let Some(unit) = unit.as_deref_mut() {
            unit.total += usize::from(!cancelled);
            unit.closed += usize::from(closed);
        }
        if !open {
            continue;
        }
        counts.open += 1;
        let coordination: bool = row.get(4)?;
        counts.coordination += usize::from(coordination);
        let overdue = due.is_some_and(|due| due < today);
        let near = due.is_some_and(|due| due < soon);
        let gap = match due {
            Some(due) if !overdue && due < b"9999".as_slice() => gap(bytes(row, 2)?, due, row.get(3)?, now),
            _ => 0,
        };
        let behind = !overdue && gap > days.behind;
        counts.overdue += usize::from(overdue);
        counts.due_soon += usize::from(near && !overdue && !behind);
        pass.behind += usize::from(behind);
        pass.due_today += usize::from(!overdue && due.is_some_and(|due| due < after));
        pass.due_later += usize::from(near && due.is_some_and(|due| due >= after));
        pass.coordination_alone += usize::from(coordination && !near);
        if let Some(unit) = unit {
            unit.open += 1;
            unit.overdue += usize::from(overdue);
            let colour = match due {
                _ if overdue || behind => &mut unit.late,
                Some(due) if due >= b"9999".as_slice() => &mut unit.hold,
                Some(_) if near || gap >= slow_from => &mut unit.soon,
                _ => &mut unit.normal,
            };
            *colour += 1;
        }
    }
    Ok(pass)
}

/// A text or a key as stored, without a copy; none for NULL.
fn bytes<'r>(row: &'r Row<'_>, column: usize) -> rusqlite::Result<Option<&'r [u8]>> {
    Ok(match row.get_ref(column)? {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(bytes),
        _ => None,
    })
}

/// 进度差 in tenths of a point: 序时进度, half-up, less the percent noted; 0 when it has none (domain.md §1.7).
fn gap(start: Option<&[u8]>, due: &[u8], percent: Option<i64>, now: i64) -> i64 {
    let Some((start, due)) = start.and_then(day_number).zip(day_number(due)).filter(|(start, due)| start <= due) else {
        return 0;
    };
    let whole = due - start + 1;
    let passed = (now - start + 1).clamp(0, whole);
    (2000 * passed + whole) / (2 * whole) - 10 * percent.unwrap_or(0).clamp(0, 100)
}

/// The day of `2021-03-31` or `2021-03-31~month`, counted as chrono counts from the common era.
fn day_number(text: &[u8]) -> Option<i64> {
    let number = |from: usize, to: usize| {
        text.get(from..to)?
            .iter()
            .try_fold(0i64, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i64::from(digit - b'0')))
    };
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    // Days before a month of a year that begins in March.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    Some(
        365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day
            - 306,
    )
}

/// Of closed tasks: how many were closed by their due among those due, working days from 交办 to 销号, and of how many.
pub fn closings(connection: &Connection, as_of: NaiveDate) -> Result<(i64, i64, i64)> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let days = Days3::of(as_of);
    let sql = format!(
        "SELECT t.assigned_on, n.due<:after, substr(n.due,1,10), {} FROM {source} n JOIN task t ON t.id=n.task_id WHERE n.status='closed'",
        sets::CLOSED_ON
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query(named_params! {":as_of": days.as_of, ":after": days.after})?;
    let (mut on_time, mut worked, mut count) = (0, 0, 0);
    while let Some(row) = rows.next()? {
        let closed: Option<NaiveDate> = row.get(3)?;
        let Some(closed) = closed else { continue };
        if row.get::<_, Option<bool>>(1)? == Some(true) {
            on_time += i64::from(row.get::<_, Option<NaiveDate>>(2)?.is_some_and(|due| closed <= due));
        }
        if let Some(assigned) = row.get::<_, Option<NaiveDate>>(0)? {
            worked += Calendar::current().working_days_between(assigned, closed);
            count += 1;
        }
    }
    Ok((on_time, worked, count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn days_are_numbered_as_chrono_does(offset in 0u64..200_000) {
            let day = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(offset);
            prop_assert_eq!(day_number(day.to_string().as_bytes()), Some(i64::from(day.num_days_from_ce())));
        }
    }
}
