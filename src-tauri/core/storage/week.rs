//! 本周变化 in SQL: each kind of change is one set of (task, day, words).

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, named_params};

use crate::api::list::Page;
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, Id};
use crate::input;
use crate::meetings::week::{ChangeKind, Week, WeekCounts, WeekQuery, WeekRow, WeekRowsQuery, WeekUnit};
use crate::partial_date::PartialDate;
use crate::storage::{derived, meetings};
use crate::tasks::list::Named;
use crate::texts::dispatch as texts;

/// Rows (task, day, old, new, words, fact) of a kind; `{n}` is the tasks as of the last day.
fn set_of(kind: ChangeKind, n: &str) -> String {
    let none = "NULL AS old, NULL AS new";
    match kind {
        ChangeKind::Created => format!(
            "SELECT n.task_id AS task, t.assigned_on AS on_day, {none}, '' AS words, t.id AS fact FROM {n} n JOIN task t ON t.id=n.task_id
             WHERE t.assigned_on>:since AND t.assigned_on<=:as_of"
        ),
        ChangeKind::Closed => format!(
            "SELECT n.task_id AS task, max(f.on_day) AS on_day, {none}, f.reason AS words, f.id AS fact FROM {n} n JOIN task_status f ON f.task_id=n.task_id
             WHERE n.status='closed' AND f.deleted=0 AND f.to_status='closed' AND f.on_day>:since AND f.on_day<=:as_of GROUP BY n.task_id"
        ),
        ChangeKind::Extended => format!(
            "SELECT n.task_id AS task, f.on_day, f.old_due AS old, f.new_due AS new, f.reason AS words, f.id AS fact FROM {n} n JOIN task_due f ON f.task_id=n.task_id
             WHERE f.deleted=0 AND f.new_due>f.old_due AND f.on_day>:since AND f.on_day<=:as_of"
        ),
        ChangeKind::Overdue => format!(
            "SELECT n.task_id AS task, substr(n.due,1,10) AS on_day, NULL AS old, n.due AS new, '' AS words, n.task_id AS fact FROM {n} n
             WHERE n.open=1 AND n.due>=:since AND n.due<:as_of"
        ),
        ChangeKind::Noted => format!(
            "SELECT n.task_id AS task, f.as_of AS on_day, {none}, trim(f.done_text||CASE WHEN f.problem='' THEN '' ELSE '；'||f.problem END, '；') AS words, f.id AS fact
             FROM {n} n JOIN progress f ON f.task_id=n.task_id
             WHERE f.deleted=0 AND f.as_of>:since AND f.as_of<=:as_of AND (f.done_text<>'' OR f.problem<>'' OR f.percent IS NOT NULL)"
        ),
    }
}

/// What changed, by unit; units where nothing did are left out.
pub fn week(connection: &Connection, query: &WeekQuery, as_of: NaiveDate) -> Result<Week> {
    let until = input::day(&query.until, texts::until_word(), as_of)?.unwrap_or(as_of);
    let former = meetings::last_before(connection, until)?;
    let typed = input::day(&query.since, texts::since_word(), as_of)?;
    let since = typed
        .or(former.as_ref().map(|meeting| meeting.held_on))
        .or_else(|| until.checked_sub_days(Days::new(7)))
        .unwrap_or(until);
    if since > until {
        return Err(Error::invalid(texts::since_after_until(since, until)));
    }
    let n = derived::tasks_as_of(connection, until)?;
    let mut units: Vec<WeekUnit> = Vec::new();
    let mut totals = WeekCounts::default();
    for kind in ChangeKind::ALL {
        let sql = format!(
            "SELECT d.id, COALESCE(d.short,''), count(*) FROM ({}) c JOIN task t ON t.id=c.task LEFT JOIN department d ON d.id=t.lead_department_id
             GROUP BY d.id ORDER BY d.position, d.id",
            set_of(*kind, &n)
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(named_params! {":since": since, ":as_of": until})?;
        while let Some(row) = rows.next()? {
            let (id, name, count): (Option<DepartmentId>, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let at = units.iter().position(|unit| unit.id == id).unwrap_or_else(|| {
                let name = if id.is_none() { crate::texts::tasks::no_lead().to_string() } else { name };
                units.push(WeekUnit { id, name, counts: WeekCounts::default() });
                units.len() - 1
            });
            *units[at].counts.of(*kind) += count as usize;
            *totals.of(*kind) += count as usize;
        }
    }
    let mut order = connection.prepare_cached("SELECT id FROM department ORDER BY position, id")?;
    let order = order.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<Vec<DepartmentId>>>()?;
    units.sort_by_key(|unit| unit.id.and_then(|id| order.iter().position(|one| *one == id)).unwrap_or(usize::MAX));
    let since_meeting = former.filter(|meeting| meeting.held_on == since).map(|meeting| meeting.number);
    Ok(Week { since, until, since_meeting: since_meeting.unwrap_or_default(), units, totals })
}

/// The changes behind a number, the latest first.
pub fn rows(connection: &Connection, query: &WeekRowsQuery) -> Result<Page<WeekRow>> {
    let n = derived::tasks_as_of(connection, query.until)?;
    let kinds = ChangeKind::ALL.iter().filter(|kind| query.kind.is_none_or(|only| only == **kind));
    let sets: Vec<String> =
        kinds.map(|kind| format!("SELECT '{}' AS kind, * FROM ({})", kind.code(), set_of(*kind, &n))).collect();
    let from = format!(
        "({}) c JOIN task t ON t.id=c.task LEFT JOIN project p ON p.id=t.project_id LEFT JOIN department d ON d.id=t.lead_department_id
         WHERE (:department IS NULL OR t.lead_department_id=:department)",
        sets.join(" UNION ALL ")
    );
    let keys = named_params! {":since": query.since, ":as_of": query.until, ":department": query.department};
    let total: i64 =
        connection.prepare_cached(&format!("SELECT count(*) FROM {from}"))?.query_row(keys, |row| row.get(0))?;
    let sql = format!(
        "SELECT c.kind, c.on_day, c.old, c.new, c.words, t.id, t.title, p.id, p.name, d.id, d.short, c.fact FROM {from}
         ORDER BY c.on_day DESC, t.id DESC LIMIT {} OFFSET {}",
        query.paging.limit(),
        query.paging.offset
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(keys, |row| {
        let named = |at: usize| -> rusqlite::Result<Option<Named>> {
            let id: Option<Id> = row.get(at)?;
            id.map(|id| Ok(Named { id, name: row.get(at + 1)? })).transpose()
        };
        let (kind, old, new): (ChangeKind, Option<PartialDate>, Option<PartialDate>) =
            (row.get(0)?, row.get(2)?, row.get(3)?);
        let words: String = row.get(4)?;
        let due = |due: Option<PartialDate>| due.map(|due| due.prose()).unwrap_or_default();
        let on: NaiveDate = row.get(1)?;
        Ok(WeekRow {
            id: format!("{}-{on}-{}", kind.code(), row.get::<_, Id>(11)?),
            kind,
            on,
            task: named(5)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
            project: named(7)?,
            lead: named(9)?,
            words: match kind {
                ChangeKind::Extended => texts::put_off(&due(old), &due(new), &words),
                ChangeKind::Overdue => texts::was_due(&due(new)),
                _ => words,
            },
        })
    })?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}
