//! The days of imported calendars.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;
use rusqlite::types::Value;

use crate::action::Kind;
use crate::calendar::{self, Calendar, DayKind};
use crate::demands::category::DemandCategory;
use crate::error::Result;
use crate::ids::Id;
use crate::partial_date::PartialDate;
use crate::storage::enterprises::ended_demands;
use crate::storage::rows::CalendarDay;
use crate::storage::table::all;

/// A year with at least so many days off was stated whole: a notice names eleven at the least, while the days of
/// 元旦 that lie at the end of the year before are no notice of that year.
const DAYS_OF_A_NOTICE: usize = 7;

/// Imported days, the earliest first.
pub fn days(connection: &Connection) -> Result<Vec<CalendarDay>> {
    all(connection, "WHERE t.deleted=0 ORDER BY t.on_day", &[])
}

/// The shipped calendar with the imported days on top. A row that cannot be read is passed over: a single bad day is no
/// reason to keep a workbook shut.
pub fn load(connection: &Connection) -> Result<Arc<Calendar>> {
    let sql = "SELECT on_day, kind FROM calendar_day WHERE deleted=0";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, Value>(0)?, row.get::<_, Value>(1)?)))?;
    let mut stated = Vec::new();
    for row in rows {
        if let (Value::Text(day), Value::Text(kind)) = row?
            && let (Ok(day), Some(kind)) = (day.parse(), DayKind::from_code(&kind))
        {
            stated.push((day, kind));
        }
    }
    Ok(match stated.is_empty() {
        true => Calendar::shipped(),
        false => Arc::new(Calendar::builtin().with_overrides(overrides(stated))),
    })
}

/// Stated days as a calendar takes them: those of a year that was stated whole count as its notice.
pub fn overrides(days: impl IntoIterator<Item = (NaiveDate, DayKind)>) -> Vec<calendar::CalendarDay> {
    let days: Vec<_> = days.into_iter().collect();
    let mut off: BTreeMap<i32, usize> = BTreeMap::new();
    for (date, _) in days.iter().filter(|(_, kind)| *kind == DayKind::Off) {
        *off.entry(date.year()).or_default() += 1;
    }
    let whole = |year: i32| off.get(&year).is_some_and(|count| *count >= DAYS_OF_A_NOTICE);
    days.iter()
        .map(|(date, kind)| calendar::CalendarDay { date: *date, kind: *kind, published: whole(date.year()) })
        .collect()
}

/// A deadline of open work that was counted in working days from a day.
pub struct CountedDeadline {
    /// A task or a demand.
    pub kind: Kind,
    pub id: Id,
    pub name: String,
    /// 15个工作日自交办.
    pub rule: String,
    pub assigned_on: NaiveDate,
    pub due: Option<PartialDate>,
}

/// Deadlines of open tasks and demands that come from a rule.
pub fn counted_deadlines(connection: &Connection) -> Result<Vec<CountedDeadline>> {
    let sql = format!(
        "SELECT 'task', t.id, t.title, t.due_rule, t.assigned_on, n.due FROM task t JOIN task_now n ON n.task_id=t.id
         WHERE t.deleted=0 AND n.open=1 AND t.due_rule<>'' AND t.assigned_on IS NOT NULL
         UNION ALL
         SELECT 'demand', q.id, CASE WHEN q.text='' THEN q.category ELSE q.text END, q.due_rule, f.on_day, q.due
         FROM demand q JOIN demand_status f ON f.id=(SELECT x.id FROM demand_status x WHERE x.demand_id=q.id AND x.deleted=0
           AND x.to_status='assigned' ORDER BY x.on_day DESC, x.id DESC LIMIT 1)
         WHERE q.deleted=0 AND q.due_rule<>'' AND q.status NOT IN ({})",
        ended_demands()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        let (kind, name): (Kind, String) = (row.get(0)?, row.get(2)?);
        // A demand without words is called by its category.
        let name =
            DemandCategory::from_code(&name).filter(|_| kind == Kind::Demand).map_or(name, |one| one.label().into());
        Ok(CountedDeadline {
            kind,
            id: row.get(1)?,
            name,
            rule: row.get(3)?,
            assigned_on: row.get(4)?,
            due: row.get(5)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
