//! Queries about 调度会; what is shown of each item is in [`super::meeting_items`].

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use crate::api::list::{Page, Paging};
use crate::error::{Error, Result};
use crate::ids::{MeetingId, MeetingItemId};
use crate::meetings::list::{MeetingPage, MeetingQuery, MeetingRow};
use crate::storage::rows::{Meeting, MeetingItem};
use crate::storage::table::{all, live, one};
use crate::storage::{coordinations, meeting_items, supervisions};
use crate::supervisions::list::SupervisionQuery;

/// A meeting with what came of it; `:as_of` is the day its tasks are looked at.
const ROW: &str = "SELECT m.id, m.held_on, m.number, m.title, m.place, m.chair, m.status,
  (SELECT count(*) FROM meeting_item i WHERE i.meeting_id=m.id AND i.deleted=0),
  (SELECT count(*) FROM meeting_item i WHERE i.meeting_id=m.id AND i.deleted=0 AND i.state='decided'),
  (SELECT count(*) FROM meeting_item i WHERE i.meeting_id=m.id AND i.deleted=0 AND i.state='skipped'),
  (SELECT count(*) FROM decision d JOIN meeting_item i ON i.id=d.meeting_item_id WHERE i.meeting_id=m.id AND i.deleted=0 AND d.deleted=0),
  (SELECT count(*) FROM decision d JOIN meeting_item i ON i.id=d.meeting_item_id JOIN task t ON t.id=d.task_id
     WHERE i.meeting_id=m.id AND i.deleted=0 AND d.deleted=0 AND t.deleted=0),
  (SELECT count(*) FROM decision d JOIN meeting_item i ON i.id=d.meeting_item_id JOIN task t ON t.id=d.task_id
     WHERE i.meeting_id=m.id AND i.deleted=0 AND d.deleted=0 AND t.deleted=0 AND t.closed_on<=:as_of),
  (SELECT count(*) FROM supervision s WHERE s.meeting_id=m.id AND s.deleted=0 AND s.status<>'voided'),
  m.sample FROM meeting m";

fn row(found: &Row<'_>) -> rusqlite::Result<MeetingRow> {
    Ok(MeetingRow {
        id: found.get(0)?,
        held_on: found.get(1)?,
        number: found.get(2)?,
        title: found.get(3)?,
        place: found.get(4)?,
        chair: found.get(5)?,
        status: found.get(6)?,
        items: found.get(7)?,
        decided: found.get(8)?,
        skipped: found.get(9)?,
        decisions: found.get(10)?,
        tasks: found.get(11)?,
        tasks_done: found.get(12)?,
        supervisions: found.get(13)?,
        sample: found.get(14)?,
    })
}

/// A page of meetings held by the day (with `planned` also those still to come), the latest first.
pub fn list(
    connection: &Connection,
    query: &MeetingQuery,
    as_of: NaiveDate,
    planned: bool,
) -> Result<Page<MeetingRow>> {
    let text = query.text.trim();
    let mut condition = String::from("m.deleted=0 AND (:planned OR m.held_on<=:as_of)");
    if !text.is_empty() {
        condition.push_str(
            " AND (instr(lower(m.number),lower(:text))>0 OR instr(lower(m.title),lower(:text))>0 OR instr(lower(m.chair),lower(:text))>0
               OR EXISTS (SELECT 1 FROM meeting_item i LEFT JOIN task t ON t.id=i.task_id LEFT JOIN project p ON p.id=i.project_id
                 WHERE i.meeting_id=m.id AND i.deleted=0 AND (instr(lower(i.title),lower(:text))>0
                   OR instr(lower(t.title),lower(:text))>0 OR instr(lower(p.name),lower(:text))>0)))",
        );
    }
    let named: &[(&str, &dyn rusqlite::ToSql)] = &[(":as_of", &as_of), (":planned", &planned), (":text", &text)];
    let named = if text.is_empty() { &named[..2] } else { named };
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM meeting m WHERE {condition}"))?
        .query_row(named, |found| found.get(0))?;
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    let sql = format!("{ROW} WHERE {condition} ORDER BY m.held_on DESC, m.id DESC LIMIT {limit} OFFSET {offset}");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(named, row)?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// One meeting with its items and what came of them.
pub fn page(connection: &Connection, id: MeetingId, as_of: NaiveDate) -> Result<MeetingPage> {
    let meeting: Meeting = live(connection, id)?;
    let sql = format!("{ROW} WHERE m.id=:id");
    let mut statement = connection.prepare_cached(&sql)?;
    let row = statement.query_row(named_params! {":as_of": as_of, ":id": id}, row).optional()?;
    let paging = Paging { offset: 0, limit: Paging::MOST };
    let papers = SupervisionQuery { meeting: Some(id), paging, ..SupervisionQuery::default() };
    Ok(MeetingPage {
        row: row.ok_or_else(|| Error::not_found("调度会"))?,
        items: meeting_items::rows(connection, &meeting, as_of)?,
        recorder: meeting.recorder,
        attendees: meeting.attendees,
        note: meeting.note,
        supervisions: supervisions::list(connection, &papers, as_of)?.rows,
        coordinations: coordinations::of_meeting(connection, id, as_of)?,
    })
}

/// The items of a meeting in order.
pub fn items(connection: &Connection, meeting: MeetingId) -> Result<Vec<MeetingItem>> {
    all(connection, "WHERE t.meeting_id=? AND t.deleted=0 ORDER BY t.position, t.id", &[&meeting])
}

/// What an item is called: its title, or its task's, or its project's.
pub fn name_of_item(connection: &Connection, item: &MeetingItem) -> Result<String> {
    if !item.title.is_empty() {
        return Ok(item.title.clone());
    }
    let sql = "SELECT COALESCE((SELECT title FROM task WHERE id=?1), (SELECT name FROM project WHERE id=?2), '')";
    Ok(connection.prepare_cached(sql)?.query_row(params![item.task_id, item.project_id], |row| row.get(0))?)
}

/// Was something decided on an item?
pub fn has_decisions(connection: &Connection, item: MeetingItemId) -> Result<bool> {
    let sql = "SELECT EXISTS(SELECT 1 FROM decision WHERE meeting_item_id=? AND deleted=0)";
    Ok(connection.prepare_cached(sql)?.query_row([item], |row| row.get(0))?)
}

/// The meeting of this number.
pub fn with_number(connection: &Connection, number: &str) -> Result<Option<Meeting>> {
    one(connection, "WHERE t.number=? AND t.deleted=0 ORDER BY t.id LIMIT 1", &[&number])
}

/// The highest number given in a year (2021年第8次 is 8), at least as many as there were meetings in it.
pub fn last_number(connection: &Connection, year: i32) -> Result<i64> {
    let (start, from, to) =
        (crate::texts::dispatch::meeting_number_start(year), format!("{year}-01-01"), format!("{year}-12-31"));
    let sql = "SELECT max(
        COALESCE((SELECT max(CAST(substr(number, length(?1)+1) AS INTEGER)) FROM meeting WHERE deleted=0 AND substr(number,1,length(?1))=?1), 0),
        (SELECT count(*) FROM meeting WHERE deleted=0 AND held_on BETWEEN ?2 AND ?3))";
    Ok(connection.prepare_cached(sql)?.query_row(params![start, from, to], |row| row.get(0))?)
}

/// The last meeting of a day or before.
pub fn last(connection: &Connection, until: NaiveDate) -> Result<Option<Meeting>> {
    one(connection, "WHERE t.deleted=0 AND t.held_on<=? ORDER BY t.held_on DESC, t.id DESC LIMIT 1", &[&until])
}

/// The last meeting before a day.
pub fn last_before(connection: &Connection, day: NaiveDate) -> Result<Option<Meeting>> {
    one(connection, "WHERE t.deleted=0 AND t.held_on<? ORDER BY t.held_on DESC, t.id DESC LIMIT 1", &[&day])
}

/// The latest meeting that is not closed.
pub fn still_open(connection: &Connection) -> Result<Option<Meeting>> {
    one(
        connection,
        "WHERE t.deleted=0 AND t.status='open' AND t.sample=0 ORDER BY t.held_on DESC, t.id DESC LIMIT 1",
        &[],
    )
}
