//! Queries about 督办单.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::api::list::Page;
use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::ids::{DemandId, DepartmentId, Id, SupervisionId, TaskId};
use crate::partial_date::PartialDate;
use crate::sessions::said::NamedUnit;
use crate::storage::rows::{Department, Supervision, SupervisionStep};
use crate::storage::table::{all, find, live, one, update};
use crate::storage::{derived, task_rows};
use crate::supervisions::issue::overdue_words;
use crate::supervisions::list::{
    SupervisionCount, SupervisionPage, SupervisionQuery, SupervisionRow, SupervisionState, SupervisionStepRow,
};
use crate::supervisions::status::SupervisionStatus;
use crate::tasks::list::{Named, TaskRow};
use crate::tasks::status::TaskStatus;
use crate::texts::supervisions as texts;
use crate::workbook::Tx;

/// Every 督办单 that was out by the day, as `q`, its status told from its steps.
const ALL: &str =
    "(SELECT s.*, COALESCE((SELECT x.to_status FROM supervision_step x WHERE x.supervision_id=s.id AND x.deleted=0
    AND x.on_day<=:as_of ORDER BY x.on_day DESC, x.id DESC LIMIT 1), s.status) AS state
  FROM supervision s WHERE s.deleted=0 AND (s.issued_on IS NULL OR s.issued_on<=:as_of)) q
  LEFT JOIN task t ON t.id=q.task_id LEFT JOIN demand d ON d.id=q.demand_id
  LEFT JOIN project p ON p.id=COALESCE(t.project_id, d.project_id)
  LEFT JOIN department u ON u.id=q.department_id LEFT JOIN meeting m ON m.id=q.meeting_id";

const COLUMNS: &str =
    "q.id, q.number, q.level, q.state, q.matter, u.id, u.short, t.id, t.title, d.id, d.text, p.id, p.name,
  m.id, m.number, q.task_due, q.issued_on, q.reply_due, q.replied_on, q.closed_on, q.exported_on, q.sample";

/// When a 督办单 is in a state.
fn condition_of(state: SupervisionState) -> &'static str {
    match state {
        SupervisionState::Out => "q.state IN ('issued','received','returned')",
        SupervisionState::Late => "q.state IN ('issued','received','returned') AND q.reply_due<:as_of",
        SupervisionState::Replied => "q.state='replied'",
        SupervisionState::Closed => "q.state='closed'",
        SupervisionState::Voided => "q.state='voided'",
    }
}

type Values = Vec<(&'static str, Box<dyn rusqlite::ToSql>)>;

/// The filter but its state, with the values it names.
fn filter(query: &SupervisionQuery) -> (String, Values) {
    let mut sql = String::from("1=1");
    let mut values: Values = Vec::new();
    let mut and = |condition: &str, name: &'static str, value: Option<Box<dyn rusqlite::ToSql>>| {
        if let Some(value) = value {
            sql.push_str(" AND ");
            sql.push_str(condition);
            values.push((name, value));
        }
    };
    fn boxed<T: rusqlite::ToSql + 'static>(value: Option<T>) -> Option<Box<dyn rusqlite::ToSql>> {
        value.map(|value| Box::new(value) as Box<dyn rusqlite::ToSql>)
    }
    let text = Some(query.text.trim().to_string()).filter(|text| !text.is_empty());
    let words = "(instr(lower(q.number),lower(:text))>0 OR instr(lower(q.matter),lower(:text))>0
      OR instr(lower(u.short),lower(:text))>0 OR instr(lower(p.name),lower(:text))>0)";
    and(words, ":text", boxed(text));
    and("q.level=:level", ":level", boxed(query.level));
    and("q.department_id=:department", ":department", boxed(query.department));
    and("q.task_id=:task", ":task", boxed(query.task));
    and("q.demand_id=:demand", ":demand", boxed(query.demand));
    and("p.id=:project", ":project", boxed(query.project));
    and("q.meeting_id=:meeting", ":meeting", boxed(query.meeting));
    (sql, values)
}

/// A page of 督办单 as of a day: what is late first, then what is out, then the latest.
pub fn list(connection: &Connection, query: &SupervisionQuery, as_of: NaiveDate) -> Result<Page<SupervisionRow>> {
    let (mut condition, values) = filter(query);
    if let Some(state) = query.state {
        condition = format!("{condition} AND {}", condition_of(state));
    }
    let mut bound: Vec<(&str, &dyn rusqlite::ToSql)> = vec![(":as_of", &as_of)];
    bound.extend(values.iter().map(|(name, value)| (*name, value.as_ref())));
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM {ALL} WHERE {condition}"))?
        .query_row(bound.as_slice(), |row| row.get(0))?;
    let sql = format!(
        "SELECT {COLUMNS} FROM {ALL} WHERE {condition}
         ORDER BY CASE q.state WHEN 'issued' THEN 0 WHEN 'received' THEN 0 WHEN 'returned' THEN 0 WHEN 'replied' THEN 1
           WHEN 'draft' THEN 2 WHEN 'closed' THEN 3 ELSE 4 END,
           CASE WHEN q.state IN ('issued','received','returned') THEN q.reply_due END, q.issued_on DESC, q.number DESC, q.id
         LIMIT {} OFFSET {}",
        query.paging.limit(),
        query.paging.offset
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(bound.as_slice(), |found| row(found, as_of))?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// How many there are in each state, for the filter but its state.
pub fn counts(connection: &Connection, query: &SupervisionQuery, as_of: NaiveDate) -> Result<Vec<SupervisionCount>> {
    let (condition, values) = filter(query);
    let mut bound: Vec<(&str, &dyn rusqlite::ToSql)> = vec![(":as_of", &as_of)];
    bound.extend(values.iter().map(|(name, value)| (*name, value.as_ref())));
    let mut counts = Vec::new();
    for state in SupervisionState::ALL {
        let sql = format!("SELECT count(*) FROM {ALL} WHERE {condition} AND {}", condition_of(*state));
        let count = connection.prepare_cached(&sql)?.query_row(bound.as_slice(), |row| row.get(0))?;
        counts.push(SupervisionCount { state: *state, count });
    }
    Ok(counts)
}

fn row(found: &Row<'_>, as_of: NaiveDate) -> rusqlite::Result<SupervisionRow> {
    let named = |at: usize| -> rusqlite::Result<Option<Named>> {
        let id: Option<Id> = found.get(at)?;
        id.map(|id| Ok(Named { id, name: found.get(at + 1)? })).transpose()
    };
    let unit: Option<DepartmentId> = found.get(5)?;
    let (status, task_due, reply_due): (SupervisionStatus, Option<PartialDate>, Option<NaiveDate>) =
        (found.get(3)?, found.get(15)?, found.get(17)?);
    let awaited = reply_due.filter(|_| status.awaits_reply());
    // What was answered later is not known on an earlier day.
    let until = |on: Option<NaiveDate>| on.filter(|on| *on <= as_of);
    Ok(SupervisionRow {
        id: found.get(0)?,
        number: found.get(1)?,
        level: found.get(2)?,
        status,
        matter: found.get(4)?,
        department: unit.map(|id| Ok::<_, rusqlite::Error>(NamedUnit { id, name: found.get(6)? })).transpose()?,
        task: named(7)?,
        demand: named(9)?,
        project: named(11)?,
        meeting: named(13)?,
        task_due: task_due.map(|due| due.prose()).unwrap_or_default(),
        issued_on: found.get(16)?,
        reply_due,
        reply_word: awaited.map(|due| reply_word(due, as_of)).unwrap_or_default(),
        late: awaited.is_some_and(|due| due < as_of),
        replied_on: until(found.get(18)?),
        closed_on: until(found.get(19)?),
        exported_on: until(found.get(20)?),
        sample: found.get(21)?,
    })
}

fn reply_word(due: NaiveDate, as_of: NaiveDate) -> String {
    let calendar = Calendar::current();
    match crate::tasks::light::overdue(due, as_of, &calendar) {
        Some((days, working)) => crate::texts::values::overdue_word(days, working),
        None => {
            let days = due.signed_duration_since(as_of).num_days();
            crate::texts::values::due_soon_word(days, calendar.working_days_between(as_of, due))
        }
    }
}

/// One 督办单 as of a day.
pub fn page(connection: &Connection, id: SupervisionId, as_of: NaiveDate) -> Result<SupervisionPage> {
    let paper: Supervision = live(connection, id)?;
    let sql = format!("SELECT {COLUMNS} FROM {ALL} WHERE q.id=:id");
    let found = connection
        .prepare_cached(&sql)?
        .query_row(rusqlite::named_params! {":as_of": as_of, ":id": id}, |found| row(found, as_of))
        .optional()?;
    let row = found.ok_or_else(|| Error::not_found("督办单"))?;
    let tail = "WHERE t.supervision_id=? AND t.deleted=0 AND t.on_day<=? ORDER BY t.on_day DESC, t.id DESC";
    let steps: Vec<SupervisionStep> = all(connection, tail, &[&id, &as_of])?;
    let task_submitted = match paper.task_id {
        Some(task) => task_row(connection, task, as_of)?.is_some_and(|row| row.status == TaskStatus::Submitted),
        None => false,
    };
    let until = |on: Option<NaiveDate>| on.filter(|on| *on <= as_of);
    Ok(SupervisionPage {
        next: row.status.allowed_next().to_vec(),
        overdue: overdue_words(paper.task_due, paper.issued_on),
        locked: paper.exported_on.is_some(),
        task_submitted,
        assisting: paper.assisting,
        basis: paper.basis,
        requirement: paper.requirement,
        received_on: until(paper.received_on),
        reply: paper.reply,
        verdict: paper.verdict,
        note: paper.note,
        steps: steps
            .into_iter()
            .map(|step| SupervisionStepRow { on: step.on_day, to: step.to_status, text: step.text })
            .collect(),
        row,
    })
}

/// The step that holds now.
pub fn last_step(connection: &Connection, id: SupervisionId) -> Result<Option<SupervisionStep>> {
    one(connection, "WHERE t.supervision_id=? AND t.deleted=0 ORDER BY t.on_day DESC, t.id DESC LIMIT 1", &[&id])
}

/// The 督办单 of this number.
pub fn with_number(connection: &Connection, number: &str) -> Result<Option<Supervision>> {
    one(connection, "WHERE t.number=? AND t.deleted=0 ORDER BY t.id LIMIT 1", &[&number])
}

/// The highest number given so far that begins so, 0 if none; also one in the recycle bin keeps its number.
pub fn last_number(connection: &Connection, start: &str) -> Result<i64> {
    let sql = "SELECT COALESCE(max(CAST(substr(number, length(?1)+1) AS INTEGER)), 0) FROM supervision WHERE substr(number, 1, length(?1))=?1";
    Ok(connection.prepare_cached(sql)?.query_row([start], |row| row.get(0))?)
}

/// Numbers of 督办单 on the same task or demand that are not done yet.
pub fn standing(connection: &Connection, task: Option<TaskId>, demand: Option<DemandId>) -> Result<Vec<String>> {
    let sql = "SELECT number FROM supervision WHERE deleted=0 AND status NOT IN ('closed','voided')
      AND (task_id=?1 OR demand_id=?2) ORDER BY issued_on, number";
    let mut statement = connection.prepare_cached(sql)?;
    let numbers = statement.query_map(params![task, demand], |row| row.get(0))?;
    Ok(numbers.collect::<rusqlite::Result<_>>()?)
}

/// A task as of a day with everything a line shows.
pub fn task_row(connection: &Connection, id: TaskId, as_of: NaiveDate) -> Result<Option<TaskRow>> {
    let source = derived::tasks_as_of(connection, as_of)?;
    task_rows::row(connection, &source, id, as_of)
}

/// The short name of a unit; empty for none.
pub fn unit_name(connection: &Connection, id: Option<DepartmentId>) -> Result<String> {
    let unit = id.map(|id| find::<Department>(connection, &[&id])).transpose()?.flatten();
    Ok(unit.map(|unit| unit.short).unwrap_or_default())
}

/// Dates the first step of a 督办单 anew: between the distant past and its next step.
pub fn move_issue(tx: &Tx<'_>, paper: &Supervision, to: NaiveDate, today: NaiveDate) -> Result<()> {
    let tail = "WHERE t.supervision_id=? AND t.deleted=0 ORDER BY t.on_day, t.id";
    let steps: Vec<SupervisionStep> = all(tx, tail, &[&paper.id])?;
    let latest = steps.get(1).map_or(today, |next| next.on_day);
    let earliest = today.checked_sub_days(Days::new(3650)).unwrap_or(today);
    if to > latest || to < earliest {
        return Err(Error::invalid(texts::issued_between(earliest, latest)));
    }
    match steps.first() {
        Some(first) => update(tx, first, &SupervisionStep { on_day: to, ..first.clone() }).map(drop),
        None => Ok(()),
    }
}
