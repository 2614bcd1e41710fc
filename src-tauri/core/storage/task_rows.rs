//! A line of 任务台账 with everything it shows. Read for the rows of a page only, by their ids.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, Row, named_params};

use crate::calendar::Calendar;
use crate::error::Result;
use crate::ids::{Id, TaskId};
use crate::partial_date::PartialDate;
use crate::storage::plan_versions;
use crate::tasks::light::{LightInput, light};
use crate::tasks::list::{DueText, Named, TaskRow};

/// Parts of a line that are looked up apart, and so only where they are shown.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub units: bool,
    pub persons: bool,
    pub progress: bool,
    pub baseline: bool,
}

impl Wanted {
    /// All of them.
    pub const ALL: Self = Self { units: true, persons: true, progress: true, baseline: true };

    /// The statement that reads one task of `source`.
    fn sql(&self, source: &str) -> String {
        let part = |wanted: bool, sql: &'static str| if wanted { sql } else { "NULL" };
        let (units, persons) = (part(self.units, ASSISTING), part(self.persons, PERSONS));
        let progress = part(self.progress, DONE_TEXT);
        format!("SELECT {HEAD}, {units}, {persons}, {FACTS}, {progress}, t.sample FROM {source}{JOINS}")
    }
}

/// These tasks with everything a line shows, in this order.
pub fn rows(connection: &Connection, source: &str, ids: &[TaskId], as_of: NaiveDate) -> Result<Vec<TaskRow>> {
    let mut found = Vec::with_capacity(ids.len());
    each(connection, source, ids, as_of, &Wanted::ALL, |row| {
        found.push(row);
        Ok(())
    })?;
    Ok(found)
}

/// One task with everything a line shows; none when it is not (or no longer) there.
pub fn row(connection: &Connection, source: &str, id: TaskId, as_of: NaiveDate) -> Result<Option<TaskRow>> {
    Ok(rows(connection, source, &[id], as_of)?.pop())
}

/// Hands out these tasks one by one, with what is wanted of a line.
pub fn each(
    connection: &Connection,
    source: &str,
    ids: &[TaskId],
    as_of: NaiveDate,
    wanted: &Wanted,
    mut f: impl FnMut(TaskRow) -> Result<()>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(&wanted.sql(source))?;
    for id in ids {
        let mut found = statement.query(named_params! {":id": id, ":as_of": as_of})?;
        let Some(found) = found.next()? else { continue };
        let mut row = task_row(found, *id, as_of)?;
        if wanted.baseline {
            let due = row.due.as_ref().and_then(|due| PartialDate::decode(&due.encoded));
            row.baseline = plan_versions::baseline(connection, *id, due, as_of)?;
        }
        f(row)?;
    }
    Ok(())
}

/// Ids and names joined into one text: `hex id`, a tab, the name; one a line.
macro_rules! named_lines {
    ($name:literal, $from:literal) => {
        concat!(
            "(SELECT group_concat(line, char(10)) FROM (SELECT hex(x.id)||char(9)||x.",
            $name,
            " AS line FROM ",
            $from,
            "))"
        )
    };
}

const HEAD: &str = "t.title, t.measure, t.deliverable, p.id, p.name, e.id, e.name_full, d.id, d.short";
const ASSISTING: &str = named_lines!(
    "short",
    "task_department l JOIN department x ON x.id=l.department_id WHERE l.task_id=t.id AND l.deleted=0 ORDER BY l.position, x.id"
);
const PERSONS: &str = named_lines!(
    "name",
    "task_person l JOIN person x ON x.id=l.person_id WHERE l.task_id=t.id AND l.deleted=0 AND x.deleted=0 ORDER BY l.position, x.id"
);
const FACTS: &str = "n.start_on, n.due, n.percent, n.status,
  (SELECT count(*) FROM task_due x WHERE x.task_id=t.id AND x.deleted=0 AND x.on_day<=:as_of AND substr(x.new_due,1,10)>substr(x.old_due,1,10)),
  t.note, q.id, q.text, q.category, m.id, m.name, n.coordination";
const DONE_TEXT: &str = "(SELECT done_text FROM progress x WHERE x.task_id=t.id AND x.deleted=0 AND x.as_of<=:as_of
  AND x.done_text<>'' ORDER BY x.as_of DESC, x.id DESC LIMIT 1)";
const JOINS: &str = " n JOIN task t ON t.id=n.task_id
  LEFT JOIN project p ON p.id=n.project_id LEFT JOIN enterprise e ON e.id=n.enterprise_id
  LEFT JOIN department d ON d.id=n.lead_department_id LEFT JOIN demand q ON q.id=t.demand_id
  LEFT JOIN milestone m ON m.id=t.milestone_id WHERE n.task_id=:id";

fn task_row(row: &Row<'_>, id: TaskId, as_of: NaiveDate) -> rusqlite::Result<TaskRow> {
    let named = |at: usize| -> rusqlite::Result<Option<Named>> {
        let id: Option<Id> = row.get(at)?;
        id.map(|id| Ok(Named { id, name: row.get(at + 1)? })).transpose()
    };
    let lines = |at: usize| -> rusqlite::Result<Vec<Named>> {
        let text: Option<String> = row.get(at)?;
        let named = |line: &str| {
            let (id, name) = line.split_once('\t')?;
            Some(Named { id: Id::parse(id)?, name: name.into() })
        };
        Ok(text.unwrap_or_default().lines().filter_map(named).collect())
    };
    let (start_on, due, percent) =
        (row.get(11)?, row.get::<_, Option<PartialDate>>(12)?, row.get::<_, Option<i64>>(13)?);
    let status = row.get(14)?;
    let input = LightInput { status, start_on, due, percent: percent.map(|percent| percent as f64) };
    Ok(TaskRow {
        id,
        title: row.get(0)?,
        measure: row.get(1)?,
        deliverable: row.get(2)?,
        project: named(3)?,
        enterprise: named(5)?,
        lead: named(7)?,
        assisting: lines(9)?,
        persons: lines(10)?,
        start_on,
        due: due.map(|due| DueText { text: due.grid(as_of.year()), encoded: due.encode(), day: due.date }),
        percent,
        status,
        light: light(&input, as_of, &Calendar::current()),
        extended_times: row.get(15)?,
        note: row.get(16)?,
        demand: named(17)?,
        demand_category: row.get(19)?,
        milestone: named(20)?,
        need_coordination: row.get(22)?,
        done_text: row.get::<_, Option<String>>(23)?.unwrap_or_default(),
        baseline: None,
        sample: row.get(24)?,
    })
}
