//! An item of a meeting with everything said about it: how it stands, last time, what was noted since.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use crate::decisions::record::At;
use crate::error::Result;
use crate::ids::{Id, MeetingItemId, TaskId};
use crate::meetings::list::{LastTime, MeetingItemRow, MeetingMention, NamedSupervision};
use crate::storage::rows::{Enterprise, Meeting, MeetingItem, Progress, Project};
use crate::storage::table::{all, find};
use crate::storage::{decisions, derived, meetings, projects, task_rows};
use crate::supervisions::issue::level_of;
use crate::tasks::list::Named;
use crate::tasks::record::ProgressNote;

/// The items of a meeting in order, as of a day.
pub fn rows(connection: &Connection, meeting: &Meeting, as_of: NaiveDate) -> Result<Vec<MeetingItemRow>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let items = meetings::items(connection, meeting.id)?;
    items.into_iter().map(|item| row(connection, meeting, item, &source, as_of)).collect()
}

fn row(
    connection: &Connection,
    meeting: &Meeting,
    item: MeetingItem,
    source: &str,
    as_of: NaiveDate,
) -> Result<MeetingItemRow> {
    let task = match item.task_id {
        Some(id) => task_rows::row(connection, source, id, as_of)?,
        None => None,
    };
    let (project, enterprise) = match &task {
        Some(task) => (task.project.clone(), task.enterprise.clone()),
        None => of_project(connection, &item)?,
    };
    let last = last_time(connection, meeting, &item, source, as_of)?;
    let since = last.as_ref().map(|last| last.held_on).or_else(|| meeting.held_on.checked_sub_days(Days::new(8)));
    let notes = match (item.task_id, since) {
        (Some(id), Some(since)) => notes(connection, id, since, as_of)?,
        _ => Vec::new(),
    };
    Ok(MeetingItemRow {
        id: item.id,
        state: item.state,
        title: meetings::name_of_item(connection, &item)?,
        plan_version: item.task_id.map(|id| plan_version(connection, id)).transpose()?.flatten(),
        last,
        notes,
        decisions: decisions::rows_at(connection, At::Item(item.id), source, as_of)?,
        supervisions: supervisions(connection, meeting, &item)?,
        level: task.as_ref().map(|task| level_of(task.light.kind)),
        coordinations: coordinations(connection, &item)?,
        attachments: attachments(connection, item.id, item.task_id)?,
        standing: item.standing,
        said: item.said,
        task,
        project,
        enterprise,
    })
}

fn of_project(connection: &Connection, item: &MeetingItem) -> Result<(Option<Named>, Option<Named>)> {
    let Some(project) = item.project_id.map(|id| find::<Project>(connection, &[&id])).transpose()?.flatten() else {
        return Ok((None, None));
    };
    let lead = projects::links(connection, project.id)?.into_iter().next();
    let enterprise = lead.map(|link| find::<Enterprise>(connection, &[&link.enterprise_id])).transpose()?.flatten();
    Ok((
        Some(Named { id: project.id.into(), name: project.name }),
        enterprise.map(|one| Named { id: one.id.into(), name: one.name_full }),
    ))
}

/// What was said about the same task (or project, or title) at the last meeting before this one; or, for a task that
/// was decided at a meeting, that decision.
fn last_time(
    connection: &Connection,
    meeting: &Meeting,
    item: &MeetingItem,
    source: &str,
    as_of: NaiveDate,
) -> Result<Option<LastTime>> {
    let condition = match (item.task_id, item.project_id) {
        (Some(_), _) => "i.task_id=?4",
        (None, Some(_)) => "i.task_id IS NULL AND i.project_id=?4",
        (None, None) => "i.task_id IS NULL AND i.project_id IS NULL AND i.title=?4",
    };
    let about: &dyn rusqlite::ToSql = match (&item.task_id, &item.project_id) {
        (Some(id), _) => id,
        (None, Some(id)) => id,
        (None, None) => &item.title,
    };
    let before =
        "m.deleted=0 AND i.deleted=0 AND (m.held_on<?2 OR m.held_on=?2 AND m.id<?1) AND m.id<>?1 AND m.held_on<=?3";
    let order = "ORDER BY m.held_on DESC, m.id DESC LIMIT 1";
    let sql = format!(
        "SELECT i.id, m.id, m.held_on, i.said, 0 FROM meeting_item i JOIN meeting m ON m.id=i.meeting_id
           WHERE {before} AND {condition} AND i.state='decided' {order}"
    );
    let read = |row: &rusqlite::Row<'_>| {
        Ok((row.get::<_, MeetingItemId>(0)?, row.get(1)?, row.get(2)?, row.get::<_, String>(3)?, row.get(4)?))
    };
    let keys = params![meeting.id, meeting.held_on, as_of, about];
    let mut found = connection.prepare_cached(&sql)?.query_row(keys, read).optional()?;
    if found.is_none() && item.task_id.is_some() {
        let sql = format!(
            "SELECT i.id, m.id, m.held_on, i.said, 1 FROM decision d JOIN meeting_item i ON i.id=d.meeting_item_id
               JOIN meeting m ON m.id=i.meeting_id WHERE {before} AND d.deleted=0 AND d.task_id=?4 {order}"
        );
        let keys = params![meeting.id, meeting.held_on, as_of, item.task_id];
        found = connection.prepare_cached(&sql)?.query_row(keys, read).optional()?;
    }
    let Some((former, meeting, held_on, said, born)) = found else { return Ok(None) };
    let mut decisions = decisions::rows_at(connection, At::Item(former), source, as_of)?;
    if born {
        decisions.retain(|one| one.task.as_ref().map(|task| task.id) == item.task_id);
    }
    Ok(Some(LastTime { meeting, held_on, said, decisions, born }))
}

/// What was noted after a day, the newest first; five notes at most.
fn notes(connection: &Connection, id: TaskId, since: NaiveDate, as_of: NaiveDate) -> Result<Vec<ProgressNote>> {
    let tail =
        "WHERE t.task_id=? AND t.deleted=0 AND t.as_of>? AND t.as_of<=? ORDER BY t.as_of DESC, t.id DESC LIMIT 5";
    let notes: Vec<Progress> = all(connection, tail, &[&id, &since, &as_of])?;
    Ok(notes
        .into_iter()
        .map(|note| ProgressNote {
            id: note.id,
            as_of: note.as_of,
            percent: note.percent,
            done_text: note.done_text,
            problem: note.problem,
            next_step: note.next_step,
            need_coordination: note.need_coordination,
            reporter: note.reporter,
        })
        .collect())
}

fn plan_version(connection: &Connection, id: TaskId) -> Result<Option<i64>> {
    let sql = "SELECT max(p.version) FROM plan_task x JOIN plan p ON p.id=x.plan_id
      WHERE x.task_id=? AND x.deleted=0 AND p.deleted=0 AND p.status IN ('issued','revised')";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

fn supervisions(connection: &Connection, meeting: &Meeting, item: &MeetingItem) -> Result<Vec<NamedSupervision>> {
    let sql = "SELECT id, number, level, meeting_id IS ?2 FROM supervision
      WHERE task_id=?1 AND deleted=0 AND status<>'voided' ORDER BY issued_on DESC, id DESC LIMIT 5";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![item.task_id, meeting.id], |row| {
        Ok(NamedSupervision { id: row.get(0)?, number: row.get(1)?, level: row.get(2)?, here: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn coordinations(connection: &Connection, item: &MeetingItem) -> Result<Vec<Named>> {
    let sql = "SELECT id, issue FROM coordination WHERE deleted=0 AND status<>'done'
      AND (task_id=?1 OR ?1 IS NULL AND task_id IS NULL AND project_id=?2) ORDER BY raised_on DESC, id DESC LIMIT 5";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![item.task_id, item.project_id], |row| {
        Ok(Named { id: row.get::<_, Id>(0)?, name: row.get(1)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn attachments(connection: &Connection, item: MeetingItemId, task: Option<TaskId>) -> Result<i64> {
    let sql = "SELECT count(*) FROM attachment WHERE deleted=0 AND owner IN (?1, ?2)";
    Ok(connection.prepare_cached(sql)?.query_row(params![item, task], |row| row.get(0))?)
}

/// The meetings at which a task was gone through or decided, the latest first.
pub fn mentions(connection: &Connection, id: TaskId, as_of: NaiveDate) -> Result<Vec<MeetingMention>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    let sql = "SELECT i.id, m.id, m.number, m.held_on, i.standing, i.said, i.task_id IS ?1 FROM meeting_item i JOIN meeting m ON m.id=i.meeting_id
      WHERE m.deleted=0 AND i.deleted=0 AND m.held_on<=?2 AND (i.task_id=?1 AND i.state='decided'
        OR i.id IN (SELECT meeting_item_id FROM decision WHERE task_id=?1 AND deleted=0))
      ORDER BY m.held_on DESC, m.id DESC, i.position LIMIT 50";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![id, as_of], |row| {
        let mention = MeetingMention {
            meeting: row.get(1)?,
            number: row.get(2)?,
            held_on: row.get(3)?,
            standing: row.get(4)?,
            said: row.get(5)?,
            decisions: Vec::new(),
        };
        Ok((row.get::<_, MeetingItemId>(0)?, row.get::<_, bool>(6)?, mention))
    })?;
    let mut mentions = Vec::new();
    for row in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        let (item, own, mut mention) = row;
        mention.decisions = decisions::rows_at(connection, At::Item(item), &source, as_of)?;
        if !own {
            // Of the item it came from only what was decided about it.
            mention.decisions.retain(|one| one.task.as_ref().is_some_and(|task| task.id == id));
            mention.said.clear();
            mention.standing.clear();
        }
        mentions.push(mention);
    }
    Ok(mentions)
}
