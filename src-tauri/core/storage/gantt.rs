//! 时间表 in SQL: the same filters, order and groups as 任务台账, with only what a bar shows.

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, named_params};

use crate::api::list::Page;
use crate::calendar::Calendar;
use crate::error::Result;
use crate::ids::TaskId;
use crate::partial_date::PartialDate;
use crate::storage::task_list::{self, Condition};
use crate::storage::{dependencies, derived, plan_versions};
use crate::tasks::gantt::{GanttFrame, GanttFrameQuery, GanttGroup, GanttRow};
use crate::tasks::light::{LightInput, light};
use crate::tasks::list::{DueText, Named, TaskQuery};

/// A page of bars as of a day.
pub fn rows(connection: &Connection, query: &TaskQuery, as_of: NaiveDate) -> Result<Page<GanttRow>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let (total, ids) = task_list::page_ids(connection, query, &source, as_of)?;
    let mut rows = Vec::with_capacity(ids.len());
    for id in ids {
        rows.extend(row(connection, &source, id, as_of)?);
    }
    Ok(Page { total, rows })
}

const ROW: &str = "SELECT t.title, p.id, p.name, d.id, d.short,
  (SELECT group_concat(name, '、') FROM (SELECT x.name FROM task_person l JOIN person x ON x.id=l.person_id
    WHERE l.task_id=t.id AND l.deleted=0 AND x.deleted=0 ORDER BY l.position, x.id)),
  n.start_on, n.due, n.percent, n.status FROM ";
const ROW_JOINS: &str = " n JOIN task t ON t.id=n.task_id LEFT JOIN project p ON p.id=n.project_id
  LEFT JOIN department d ON d.id=n.lead_department_id WHERE n.task_id=:id AND :as_of=:as_of";

fn row(connection: &Connection, source: &str, id: TaskId, as_of: NaiveDate) -> Result<Option<GanttRow>> {
    let mut statement = connection.prepare_cached(&[ROW, source, ROW_JOINS].concat())?;
    let mut found = statement.query(named_params! {":id": id, ":as_of": as_of})?;
    let Some(row) = found.next()? else { return Ok(None) };
    let named = |at: usize| -> rusqlite::Result<Option<Named>> {
        let id: Option<crate::ids::Id> = row.get(at)?;
        id.map(|id| Ok(Named { id, name: row.get(at + 1)? })).transpose()
    };
    let due: Option<PartialDate> = row.get(7)?;
    let percent: Option<i64> = row.get(8)?;
    let input =
        LightInput { status: row.get(9)?, start_on: row.get(6)?, due, percent: percent.map(|percent| percent as f64) };
    Ok(Some(GanttRow {
        id,
        title: row.get(0)?,
        project: named(1)?,
        lead: named(3)?,
        persons: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        start_on: input.start_on,
        due: due.map(|due| DueText { text: due.grid(as_of.year()), encoded: due.encode(), day: due.date }),
        percent,
        status: input.status,
        light: light(&input, as_of, &Calendar::current()),
        before: dependencies::waited_for(connection, id)?,
        baseline: plan_versions::baseline(connection, id, due, as_of)?,
    }))
}

/// From when to when, and how many.
const EXTENT: &str = "count(*), COALESCE(sum(n.open=1 AND n.due<:as_of),0),
  min(COALESCE(n.start_on, CASE WHEN n.due<'9999' THEN substr(n.due,1,10) END)),
  max(CASE WHEN n.due<'9999' THEN substr(n.due,1,10) ELSE n.start_on END)";

/// How many tasks, from when to when, in which groups.
pub fn frame(connection: &Connection, query: &GanttFrameQuery, as_of: NaiveDate) -> Result<GanttFrame> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let condition = Condition::of(&query.filter, as_of);
    let Condition { with, sql: wanted, .. } = &condition;
    let (count, from, to) = {
        let mut statement =
            connection.prepare_cached(&format!("{with}SELECT {EXTENT} FROM {source} n WHERE {wanted}"))?;
        let bound = condition.bound(&statement)?;
        statement.query_row(bound.as_slice(), |row| Ok((row.get::<_, i64>(0)?, row.get(2)?, row.get(3)?)))?
    };
    let mut frame = GanttFrame { count: count as usize, from, to, groups: Vec::new() };
    let Some(group) = query.group else { return Ok(frame) };
    let (key, label) = task_list::group_key(group);
    let sql = format!(
        "{with}SELECT n.key, {label}, n.* FROM (
           SELECT {key} AS key, n.lead_department_id, n.project_id, n.due, {EXTENT}
           FROM {source} n WHERE {wanted} GROUP BY 1) n{} ORDER BY {}",
        task_list::group_join(group),
        task_list::group_terms(group, "n.key")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let bound = condition.bound(&statement)?;
    let groups = statement.query_map(bound.as_slice(), |row| {
        let (key, label) = task_list::group_name(group, row)?;
        let number = |at| row.get::<_, i64>(at).map(|number| number as usize);
        Ok(GanttGroup { key, label, count: number(6)?, overdue: number(7)?, from: row.get(8)?, to: row.get(9)? })
    })?;
    frame.groups = groups.collect::<rusqlite::Result<_>>()?;
    Ok(frame)
}
