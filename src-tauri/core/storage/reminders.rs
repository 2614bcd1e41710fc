//! What is due or late, for reminders.

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::action::Kind;
use crate::calendar::Calendar;
use crate::error::Result;
use crate::ids::{Id, SessionId};
use crate::reminders::due::{ReminderCount, ReminderDigest, ReminderItem, ReminderKind};
use crate::sessions::preparation;
use crate::storage::rows::Session;
use crate::storage::table::all;
use crate::storage::{derived, session_parts};

/// Items of a kind that are listed; the rest is counted.
const LISTED: usize = 50;

/// What is due on `today`, and what has become late since `since` (a thing due on day d is late from d+1 on, so it was
/// told by `since` when it was due before that day).
pub fn digest(connection: &Connection, since: NaiveDate, today: NaiveDate) -> Result<ReminderDigest> {
    let mut digest = ReminderDigest { since, today, counts: Vec::new(), items: Vec::new() };
    let tasks = derived::tasks_as_of(connection, today)?;
    let task = |kind: &str| {
        format!(
            "SELECT '{kind}', 'task', t.id, t.title, COALESCE(p.name, e.name_full, ''), substr(n.due,1,10) FROM {tasks} n
             JOIN task t ON t.id=n.task_id LEFT JOIN project p ON p.id=n.project_id LEFT JOIN enterprise e ON e.id=n.enterprise_id
             WHERE n.open=1 AND n.due>=:from AND n.due<:before AND :as_of=:as_of ORDER BY n.due, t.id"
        )
    };
    let reply = |kind: &str| {
        format!(
            "SELECT '{kind}', 'supervision', s.id, s.matter, COALESCE(d.short,''), s.reply_due FROM supervision s
             LEFT JOIN department d ON d.id=s.department_id
             WHERE s.deleted=0 AND s.status IN ('issued','received','returned') AND s.reply_due>=:from AND s.reply_due<:before
               AND s.issued_on<=:as_of ORDER BY s.reply_due, s.id"
        )
    };
    let tomorrow = today.succ_opt().unwrap_or(today);
    add(connection, &mut digest, ReminderKind::TaskLate, &task("task_late"), since, today)?;
    add(connection, &mut digest, ReminderKind::TaskDue, &task("task_due"), today, tomorrow)?;
    add(connection, &mut digest, ReminderKind::ReplyLate, &reply("reply_late"), since, today)?;
    add(connection, &mut digest, ReminderKind::ReplyDue, &reply("reply_due"), today, tomorrow)?;
    preparations(connection, &mut digest)?;
    Ok(digest)
}

fn add(
    connection: &Connection,
    digest: &mut ReminderDigest,
    kind: ReminderKind,
    sql: &str,
    from: NaiveDate,
    before: NaiveDate,
) -> Result<()> {
    if from >= before {
        return Ok(());
    }
    let params = named_params! {":from": from.to_string(), ":before": before.to_string(), ":as_of": digest.today};
    let count: i64 =
        connection.prepare_cached(&format!("SELECT count(*) FROM ({sql})"))?.query_row(params, |row| row.get(0))?;
    if count == 0 {
        return Ok(());
    }
    digest.counts.push(ReminderCount { kind, count: count as usize });
    let mut statement = connection.prepare_cached(&format!("{sql} LIMIT {LISTED}"))?;
    let rows = statement.query_map(params, |row| {
        Ok(ReminderItem {
            kind: row.get(0)?,
            record: row.get(1)?,
            id: row.get::<_, Id>(2)?,
            title: row.get(3)?,
            about: row.get(4)?,
            due: row.get(5)?,
        })
    })?;
    digest.items.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
    Ok(())
}

/// 筹备事项 are counted back from the day of their session, so their days are told by the calendar, not by SQL.
fn preparations(connection: &Connection, digest: &mut ReminderDigest) -> Result<()> {
    let sessions: Vec<Session> =
        all(connection, "WHERE t.deleted=0 AND t.status='preparing' ORDER BY t.position", &[])?;
    let mut found = Vec::new();
    for session in sessions {
        let id: SessionId = session.id;
        let (theme, items) = (session.theme.clone(), session_parts::items(connection, id)?);
        let told = preparation::told(&session, items, digest.today, &Calendar::current());
        let open = told.items.into_iter().filter(|item| item.done_on.is_none_or(|done| done > digest.today));
        for (item, due) in open.filter_map(|item| item.due.map(|due| (item, due))) {
            let kind = match due {
                due if due == digest.today => ReminderKind::PreparationDue,
                due if due >= digest.since && due < digest.today => ReminderKind::PreparationLate,
                _ => continue,
            };
            let (title, about) = (item.title, theme.clone());
            found.push(ReminderItem { kind, record: Kind::Session, id: id.into(), title, about, due });
        }
    }
    for kind in [ReminderKind::PreparationLate, ReminderKind::PreparationDue] {
        let of_kind: Vec<ReminderItem> = found.iter().filter(|item| item.kind == kind).cloned().collect();
        if !of_kind.is_empty() {
            digest.counts.push(ReminderCount { kind, count: of_kind.len() });
            digest.items.extend(of_kind.into_iter().take(LISTED));
        }
    }
    Ok(())
}
