//! Queries about 协调.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::api::list::{Page, Paging};
use crate::coordinations::list::{CoordinationCount, CoordinationPage, CoordinationQuery, CoordinationRow};
use crate::coordinations::status::{CoordinationLevel, CoordinationStatus};
use crate::decisions::record::At;
use crate::error::{Error, Result};
use crate::ids::{CoordinationId, Id, MeetingId};
use crate::storage::rows::Coordination;
use crate::storage::table::live;
use crate::storage::{decisions, derived};
use crate::tasks::list::Named;

/// Every 协调 raised by the day. Before it was held it waits, whatever came later.
const ALL: &str = "(SELECT x.*, CASE WHEN x.held_on>:as_of THEN 'raised' ELSE x.status END AS state
    FROM coordination x WHERE x.deleted=0 AND x.raised_on<=:as_of) c
  LEFT JOIN project p ON p.id=c.project_id LEFT JOIN task t ON t.id=c.task_id LEFT JOIN demand d ON d.id=c.demand_id
  LEFT JOIN meeting m ON m.id=c.meeting_id";

const COLUMNS: &str = "c.id, c.level, c.state, c.issue, p.id, p.name, t.id, t.title, d.id, d.text, m.id, m.number, c.raised_on, c.held_on,
  c.convener, (SELECT count(*) FROM decision x WHERE x.coordination_id=c.id AND x.deleted=0),
  (SELECT count(*) FROM decision x JOIN task y ON y.id=x.task_id WHERE x.coordination_id=c.id AND x.deleted=0 AND y.deleted=0
     AND (y.closed_on IS NULL OR y.closed_on>:as_of)), c.sample";

fn row(found: &Row<'_>) -> rusqlite::Result<CoordinationRow> {
    let named = |at: usize| -> rusqlite::Result<Option<Named>> {
        let id: Option<Id> = found.get(at)?;
        id.map(|id| Ok(Named { id, name: found.get(at + 1)? })).transpose()
    };
    Ok(CoordinationRow {
        id: found.get(0)?,
        level: found.get(1)?,
        status: found.get(2)?,
        issue: found.get(3)?,
        project: named(4)?,
        task: named(6)?,
        demand: named(8)?,
        meeting: named(10)?,
        raised_on: found.get(12)?,
        held_on: found.get(13)?,
        convener: found.get(14)?,
        decisions: found.get(15)?,
        open_tasks: found.get(16)?,
        sample: found.get(17)?,
    })
}

type Values = Vec<(&'static str, Box<dyn rusqlite::ToSql>)>;

/// The filter without level and state, with the values it names.
fn filter(query: &CoordinationQuery) -> (String, Values) {
    let mut sql = String::from("1=1");
    let mut values: Values = Vec::new();
    let mut and = |condition: &str, name: &'static str, value: Box<dyn rusqlite::ToSql>| {
        sql.push_str(" AND ");
        sql.push_str(condition);
        values.push((name, value));
    };
    let text = query.text.trim().to_string();
    if !text.is_empty() {
        let words = "(instr(lower(c.issue),lower(:text))>0 OR instr(lower(c.convener),lower(:text))>0
          OR instr(lower(p.name),lower(:text))>0 OR instr(lower(t.title),lower(:text))>0)";
        and(words, ":text", Box::new(text));
    }
    if let Some(project) = query.project {
        and("c.project_id=:project", ":project", Box::new(project));
    }
    if let Some(task) = query.task {
        and("c.task_id=:task", ":task", Box::new(task));
    }
    if let Some(demand) = query.demand {
        and("c.demand_id=:demand", ":demand", Box::new(demand));
    }
    if let Some(meeting) = query.meeting {
        and("c.meeting_id=:meeting", ":meeting", Box::new(meeting));
    }
    (sql, values)
}

/// A page of 协调 as of a day: what waits first, the highest level first, then the latest.
pub fn list(connection: &Connection, query: &CoordinationQuery, as_of: NaiveDate) -> Result<Page<CoordinationRow>> {
    let (mut condition, mut values) = filter(query);
    if let Some(level) = query.level {
        condition.push_str(" AND c.level=:level");
        values.push((":level", Box::new(level)));
    }
    if let Some(status) = query.status {
        condition.push_str(" AND c.state=:status");
        values.push((":status", Box::new(status)));
    }
    let mut bound: Vec<(&str, &dyn rusqlite::ToSql)> = vec![(":as_of", &as_of)];
    bound.extend(values.iter().map(|(name, value)| (*name, value.as_ref())));
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM {ALL} WHERE {condition}"))?
        .query_row(bound.as_slice(), |row| row.get(0))?;
    let rank = |cases: Vec<&'static str>, column: &str| {
        let cases: Vec<String> =
            cases.iter().enumerate().map(|(at, code)| format!("WHEN '{code}' THEN {at}")).collect();
        format!("CASE {column} {} END", cases.join(" "))
    };
    let sql = format!(
        "SELECT {COLUMNS} FROM {ALL} WHERE {condition} ORDER BY {}, {} DESC, c.raised_on DESC, c.id DESC LIMIT {} OFFSET {}",
        rank(CoordinationStatus::ALL.iter().map(|one| one.code()).collect(), "c.state"),
        rank(CoordinationLevel::ALL.iter().map(|one| one.code()).collect(), "c.level"),
        query.paging.limit(),
        query.paging.offset
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(bound.as_slice(), row)?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// How many there are of each level and state, for the filter without them; none is left out.
pub fn counts(connection: &Connection, query: &CoordinationQuery, as_of: NaiveDate) -> Result<Vec<CoordinationCount>> {
    let (condition, values) = filter(query);
    let mut bound: Vec<(&str, &dyn rusqlite::ToSql)> = vec![(":as_of", &as_of)];
    bound.extend(values.iter().map(|(name, value)| (*name, value.as_ref())));
    let sql = format!("SELECT c.level, c.state, count(*) FROM {ALL} WHERE {condition} GROUP BY 1, 2");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(bound.as_slice(), |row| {
        Ok(CoordinationCount { level: row.get(0)?, status: row.get(1)?, count: row.get(2)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One 协调 with its decisions.
pub fn page(connection: &Connection, id: CoordinationId, as_of: NaiveDate) -> Result<CoordinationPage> {
    let coordination: Coordination = live(connection, id)?;
    let sql = format!("SELECT {COLUMNS} FROM {ALL} WHERE c.id=:id");
    let row = connection
        .prepare_cached(&sql)?
        .query_row(rusqlite::named_params! {":as_of": as_of, ":id": id}, row)
        .optional()?;
    let source = derived::tasks_as_of(connection, as_of)?;
    Ok(CoordinationPage {
        row: row.ok_or_else(|| Error::not_found("协调"))?,
        attendees: coordination.attendees,
        decision: coordination.decision,
        note: coordination.note,
        decisions: decisions::rows_at(connection, At::Coordination(id), &source, as_of)?,
    })
}

/// The 协调 raised at a meeting.
pub fn of_meeting(connection: &Connection, meeting: MeetingId, as_of: NaiveDate) -> Result<Vec<CoordinationRow>> {
    let paging = Paging { offset: 0, limit: Paging::MOST };
    let query = CoordinationQuery { meeting: Some(meeting), paging, ..CoordinationQuery::default() };
    Ok(list(connection, &query, as_of)?.rows)
}

/// What was decided, in one text: what was typed of it, else its lines.
pub fn what_was_decided(connection: &Connection, coordination: &Coordination) -> Result<String> {
    if !coordination.decision.is_empty() {
        return Ok(coordination.decision.clone());
    }
    let lines = decisions::decisions_at(connection, At::Coordination(coordination.id))?;
    Ok(lines.into_iter().map(|one| one.typed).collect::<Vec<_>>().join("；"))
}
