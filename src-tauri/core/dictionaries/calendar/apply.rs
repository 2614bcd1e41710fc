//! 导入日历: the days are written and the deadlines of open work that were counted in working days are counted anew, all
//! in one action.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

use crate::action::{Action, Kind, Verb};
use crate::calendar::Calendar;
use crate::dictionaries::calendar::file::CalendarFile;
use crate::dictionaries::calendar::preview::{DeadlineChange, after, deadlines, years};
use crate::error::{Error, Result};
use crate::ids::{DemandId, Id, TaskId};
use crate::partial_date::PartialDate;
use crate::storage::calendar as stored;
use crate::storage::rows::{CalendarDay, Demand};
use crate::storage::table::{find, insert, live, update};
use crate::tasks::facts;
use crate::texts;
use crate::workbook::Tx;

/// What was imported.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CalendarApplied {
    /// Days that were written.
    pub days: usize,
    /// The deadlines that moved.
    pub deadlines: Vec<DeadlineChange>,
}

/// The first identity of calendar days: a day's own is this plus its number, so that two laptops that import the same
/// calendar hold the same rows. A UUID of version 8, as in [`crate::departments::reference`].
const FIRST_ID: u128 = 0x63687775_6463_8000_8000_000000000000;

fn id_of(date: NaiveDate) -> Id {
    Id(Uuid::from_u128(FIRST_ID + u128::from(date.num_days_from_ce().unsigned_abs())))
}

/// Writes what a file says; `source` is its name. Refused while a row of it cannot be read.
pub fn apply(tx: &Tx<'_>, file: &CalendarFile, source: &str) -> Result<(Action, CalendarApplied)> {
    if let Some(first) = file.errors.first() {
        return Err(Error::invalid(texts::calendar_has_errors(file.errors.len(), first)));
    }
    let calendar = after(tx, &file.days)?;
    let moved = deadlines(tx, &Calendar::current(), &calendar)?;
    let stated = years(&file.days);
    for row in stored::days(tx)? {
        let whole = stated.iter().any(|year| year.whole && year.year == row.on_day.year());
        if whole && !file.days.iter().any(|day| day.date == row.on_day) {
            update(tx, &row, &CalendarDay { deleted: true, ..row.clone() })?;
        }
    }
    for day in &file.days {
        let id = id_of(day.date);
        let (on_day, kind, name, source) = (day.date, day.kind, day.name.clone(), source.to_owned());
        let row = CalendarDay { id, on_day, kind, name, source, deleted: false };
        match find::<CalendarDay>(tx, &[&id])? {
            Some(before) => update(tx, &before, &row).map(drop)?,
            None => insert(tx, &row)?,
        }
    }
    for one in &moved {
        let due = PartialDate::day(one.new);
        match one.kind {
            Kind::Demand => {
                let before: Demand = live(tx, DemandId(one.id))?;
                update(tx, &before, &Demand { due: Some(due), ..before.clone() })?;
            }
            _ => facts::change_due(tx, TaskId(one.id), Some(due), texts::calendar_reason(), tx.today)?,
        }
    }
    let names: Vec<String> = stated.iter().map(|year| texts::calendar_year(year.year)).collect();
    let action = Action::new(Verb::Import, Kind::Calendar, names.join("、"));
    Ok((action, CalendarApplied { days: file.days.len(), deadlines: moved }))
}
