//! What hangs together: demands, replies, tasks, outcomes.

use chrono::{Datelike, NaiveDate};
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::amount::Amount;
use crate::calendar::Calendar;
use crate::demands::page::RaisedAt;
use crate::demands::trace::{Trace, TraceDemand, TraceFrom, TraceOutcome, TraceReply, TraceTask};
use crate::error::Result;
use crate::ids::DemandId;
use crate::partial_date::PartialDate;
use crate::storage::derived;
use crate::storage::rows::Demand;
use crate::tasks::light::{LightInput, light};

/// No picture holds more of one kind.
const MOST: i64 = 1000;

/// What hangs on one demand.
pub fn of_demand(connection: &Connection, id: DemandId, as_of: NaiveDate) -> Result<Trace> {
    of(connection, TraceFrom::Demand(id), as_of)
}

/// What hangs together, seen from a record.
pub fn of(connection: &Connection, from: TraceFrom, as_of: NaiveDate) -> Result<Trace> {
    match from {
        // Backwards: from a task or an outcome to the demand it serves, and from there to all of its own.
        TraceFrom::Task(task) => {
            let sql = "SELECT demand_id FROM task WHERE id=?";
            let demand: Option<DemandId> =
                connection.prepare_cached(sql)?.query_row([task], |row| row.get(0)).optional()?.flatten();
            trace(
                connection,
                &[&demand, &task],
                "q.id=?1",
                "(t.id=?2 OR t.demand_id=?1)",
                "(o.task_id=?2 OR o.demand_id=?1)",
                as_of,
            )
        }
        TraceFrom::Outcome(outcome) => {
            let sql = "SELECT COALESCE(o.demand_id, t.demand_id) FROM outcome o LEFT JOIN task t ON t.id=o.task_id WHERE o.id=?";
            let demand: Option<DemandId> =
                connection.prepare_cached(sql)?.query_row([outcome], |row| row.get(0)).optional()?.flatten();
            let tasks = "(t.demand_id=?1 OR t.id=(SELECT task_id FROM outcome WHERE id=?2))";
            let outcomes = "(o.id=?2 OR o.demand_id=?1 OR o.task_id IN (SELECT id FROM task WHERE demand_id=?1))";
            trace(connection, &[&demand, &outcome], "q.id=?1", tasks, outcomes, as_of)
        }
        TraceFrom::Demand(demand) => {
            let outcomes = "(o.demand_id=?1 OR o.task_id IN (SELECT id FROM task WHERE demand_id=?1))";
            trace(connection, &[&demand, &demand], "q.id=?1", "t.demand_id=?1", outcomes, as_of)
        }
        TraceFrom::Project(project) => {
            let of = |column: &str| format!("{column}=?1");
            trace(
                connection,
                &[&project, &project],
                &of("q.project_id"),
                &of("t.project_id"),
                &of("o.project_id"),
                as_of,
            )
        }
        TraceFrom::Enterprise(enterprise) => {
            let projects = "(SELECT l.project_id FROM project_enterprise l WHERE l.enterprise_id=?1 AND l.deleted=0)";
            let own = |row: &str| format!("({row}.enterprise_id=?1 OR {row}.project_id IN {projects})");
            let outcomes = format!("o.project_id IN {projects}");
            trace(connection, &[&enterprise, &enterprise], &own("q"), &own("t"), &outcomes, as_of)
        }
    }
}

fn trace(
    connection: &Connection,
    keys: &[&dyn ToSql; 2],
    demands: &str,
    tasks: &str,
    outcomes: &str,
    as_of: NaiveDate,
) -> Result<Trace> {
    let mut trace = Trace::default();
    let sql = format!(
        "SELECT q.id, q.category, q.text, q.quantity, q.status FROM demand q WHERE q.deleted=0 AND {demands} AND ?2 IS ?2
         ORDER BY q.project_id, q.position, q.id LIMIT {MOST}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(&keys[..], |row| {
        let (category, text): (crate::demands::category::DemandCategory, String) = (row.get(1)?, row.get(2)?);
        let name = if text.is_empty() { category.label().to_string() } else { text };
        Ok(TraceDemand { id: row.get(0)?, category, name, quantity: row.get(3)?, status: row.get(4)? })
    })?;
    trace.demands = rows.collect::<rusqlite::Result<_>>()?;
    trace.tasks = task_rows(connection, keys, tasks, as_of)?;
    trace.outcomes = outcome_rows(connection, keys, outcomes, as_of)?;
    for demand in &trace.demands {
        trace.replies.extend(reply_rows(connection, demand.id)?);
    }
    Ok(trace)
}

fn task_rows(
    connection: &Connection,
    keys: &[&dyn ToSql; 2],
    condition: &str,
    as_of: NaiveDate,
) -> Result<Vec<TraceTask>> {
    // The source of tasks of an earlier day names `:as_of`, here the third parameter.
    let source = derived::tasks_as_of(connection, as_of)?.replace(":as_of", "?3");
    let sql = format!(
        "SELECT t.id, t.demand_id, t.title, COALESCE(d.short,''), n.due, n.status, n.start_on, n.percent
         FROM {source} n JOIN task t ON t.id=n.task_id LEFT JOIN department d ON d.id=t.lead_department_id
         WHERE t.deleted=0 AND {condition} AND ?2 IS ?2 AND ?3=?3 ORDER BY t.position, t.id LIMIT {MOST}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([keys[0], keys[1], &as_of as &dyn ToSql].as_slice(), |row| {
        let due: Option<PartialDate> = row.get(4)?;
        let (status, start_on, percent) = (row.get(5)?, row.get(6)?, row.get::<_, Option<i64>>(7)?);
        let input = LightInput { status, start_on, due, percent: percent.map(|percent| percent as f64) };
        Ok(TraceTask {
            id: row.get(0)?,
            demand_id: row.get(1)?,
            title: row.get(2)?,
            lead: row.get(3)?,
            due_text: due.map(|due| due.grid(as_of.year())).unwrap_or_default(),
            status,
            light: light(&input, as_of, &Calendar::current()),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn outcome_rows(
    connection: &Connection,
    keys: &[&dyn ToSql; 2],
    condition: &str,
    as_of: NaiveDate,
) -> Result<Vec<TraceOutcome>> {
    let sql = format!(
        "SELECT o.id, o.project_id, o.demand_id, o.task_id, o.kind, o.amount, o.counterparty, o.on_day, o.source_text, o.verify
         FROM outcome o WHERE o.deleted=0 AND (o.on_day IS NULL OR o.on_day<=?3) AND {condition} AND ?2 IS ?2
         ORDER BY o.position, o.id LIMIT {MOST}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([keys[0], keys[1], &as_of as &dyn ToSql].as_slice(), |row| {
        Ok(TraceOutcome {
            id: row.get(0)?,
            project_id: row.get(1)?,
            demand_id: row.get(2)?,
            task_id: row.get(3)?,
            kind: row.get(4)?,
            amount: row.get::<_, Option<Amount>>(5)?.map(|amount| amount.display()).unwrap_or_default(),
            counterparty: row.get(6)?,
            on_day: row.get(7)?,
            source_text: row.get(8)?,
            verify: row.get(9)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn reply_rows(connection: &Connection, demand: DemandId) -> Result<Vec<TraceReply>> {
    let sql = "SELECT r.id, r.demand_id, r.task_id, COALESCE(d.short,''), r.text, s.id, s.theme FROM session_reply r
      JOIN presentation l ON l.id=r.presentation_id AND l.deleted=0 JOIN session s ON s.id=l.session_id AND s.deleted=0
      LEFT JOIN department d ON d.id=r.department_id WHERE r.deleted=0 AND r.demand_id=? ORDER BY r.position, r.id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([demand], |row| {
        Ok(TraceReply {
            id: row.get(0)?,
            demand_id: row.get(1)?,
            task_id: row.get(2)?,
            unit: row.get(3)?,
            text: row.get(4)?,
            session_id: row.get(5)?,
            session: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The 创意会 at which a demand was raised.
pub fn raised_at(connection: &Connection, demand: &Demand) -> Result<Option<RaisedAt>> {
    let sql = "SELECT s.id, s.theme FROM presentation l JOIN session s ON s.id=l.session_id
      WHERE l.id=:id AND l.deleted=0 AND s.deleted=0";
    let read = |row: &rusqlite::Row<'_>| Ok(RaisedAt { id: row.get(0)?, theme: row.get(1)? });
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(named_params! {":id": demand.presentation_id}, read).optional()?)
}
