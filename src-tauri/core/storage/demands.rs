//! Queries about demands.

use chrono::Datelike;
use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, params};

use crate::api::list::Page;
use crate::demands::list::{DemandQuery, DemandRow, DemandSort};
use crate::demands::status::DemandStatus;
use crate::error::Result;
use crate::ids::{DemandId, EnterpriseId, ProjectId};
use crate::partial_date::PartialDate;
use crate::storage::enterprises::ended_demands;
use crate::storage::rows::{Demand, DemandStatusFact, DemandVisit, Task};
use crate::storage::table::{all, one, update};

/// The last place among the demands of a project (or, without one, of an enterprise).
pub fn last_position(
    connection: &Connection,
    project: Option<ProjectId>,
    enterprise: Option<EnterpriseId>,
) -> Result<Option<String>> {
    let sql = match project {
        Some(_) => "SELECT max(position) FROM demand WHERE project_id=?1 AND deleted=0",
        None => "SELECT max(position) FROM demand WHERE enterprise_id=?2 AND deleted=0 AND ?1 IS NULL",
    };
    let mut statement = connection.prepare_cached(sql)?;
    let read = |row: &rusqlite::Row<'_>| row.get(0);
    Ok(match project {
        Some(_) => statement.query_row(params![project], read)?,
        None => statement.query_row(params![project, enterprise], read)?,
    })
}

/// The other demands of the same project or enterprise, in their order.
pub fn beside(connection: &Connection, demand: &Demand) -> Result<Vec<Demand>> {
    let condition =
        "WHERE t.project_id IS ? AND t.enterprise_id IS ? AND t.id<>? AND t.deleted=0 ORDER BY t.position, t.id";
    all(connection, condition, &[&demand.project_id, &demand.enterprise_id, &demand.id])
}

/// Tasks of a demand go on without one.
pub fn let_tasks_go(connection: &Connection, id: DemandId) -> Result<()> {
    for task in all::<Task>(connection, "WHERE t.demand_id=? AND t.deleted=0", &[&id])? {
        update(connection, &task, &Task { demand_id: None, ..task.clone() })?;
    }
    Ok(())
}

/// The status a demand took last, as a dated fact.
pub fn last_status(connection: &Connection, id: DemandId) -> Result<Option<DemandStatusFact>> {
    one(connection, "WHERE t.demand_id=? AND t.deleted=0 ORDER BY t.on_day DESC, t.id DESC LIMIT 1", &[&id])
}

/// The dated statuses of a demand up to a day, the latest first.
pub fn statuses(connection: &Connection, id: DemandId, as_of: NaiveDate) -> Result<Vec<DemandStatusFact>> {
    let tail = "WHERE t.demand_id=? AND t.deleted=0 AND t.on_day<=? ORDER BY t.on_day DESC, t.id DESC";
    all(connection, tail, &[&id, &as_of])
}

/// 回访 of a demand up to a day, the latest first.
pub fn visits(connection: &Connection, id: DemandId, as_of: NaiveDate) -> Result<Vec<DemandVisit>> {
    let tail = "WHERE t.demand_id=? AND t.deleted=0 AND t.on_day<=? ORDER BY t.on_day DESC, t.id DESC";
    all(connection, tail, &[&id, &as_of])
}

/// The latest 回访 of a demand.
pub fn last_visit(connection: &Connection, id: DemandId) -> Result<Option<DemandVisit>> {
    one(connection, "WHERE t.demand_id=? AND t.deleted=0 ORDER BY t.on_day DESC, t.id DESC LIMIT 1", &[&id])
}

/// The latest 回访 since work on a demand last began: what was said of an earlier answer counts no more.
pub fn visit_since_work_began(connection: &Connection, id: DemandId) -> Result<Option<DemandVisit>> {
    let began = "SELECT max(f.on_day||hex(f.id)) FROM demand_status f WHERE f.demand_id=t.demand_id AND f.deleted=0 AND f.to_status='in_progress'";
    let tail = format!(
        "WHERE t.demand_id=? AND t.deleted=0 AND t.on_day||hex(t.id) > COALESCE(({began}), '') ORDER BY t.on_day DESC, t.id DESC LIMIT 1"
    );
    one(connection, &tail, &[&id])
}

/// A page of demands.
pub fn list(connection: &Connection, query: &DemandQuery, as_of: NaiveDate) -> Result<Page<DemandRow>> {
    let from = "demand q LEFT JOIN project p ON p.id=q.project_id
      LEFT JOIN enterprise e ON e.id=COALESCE(q.enterprise_id, (SELECT l.enterprise_id FROM project_enterprise l
        WHERE l.project_id=q.project_id AND l.deleted=0 ORDER BY l.is_lead DESC LIMIT 1))
      LEFT JOIN department d ON d.id=q.lead_department_id";
    let text = query.text.trim();
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    // Only what is asked for stands in the statement, so that an index serves it.
    let asked: [(&str, bool, &dyn ToSql, &str); 7] = [
        (":id", query.id.is_some(), &query.id, "q.id=:id"),
        (":project", query.project.is_some(), &query.project, "q.project_id=:project"),
        (":category", query.category.is_some(), &query.category, "q.category=:category"),
        (":status", query.status.is_some(), &query.status, "q.status=:status"),
        (":lead", query.lead.is_some(), &query.lead, "q.lead_department_id=:lead"),
        (
            ":enterprise",
            query.enterprise.is_some(),
            &query.enterprise,
            "(q.enterprise_id=:enterprise OR q.project_id IN
               (SELECT l.project_id FROM project_enterprise l WHERE l.enterprise_id=:enterprise AND l.deleted=0))",
        ),
        (
            ":text",
            !text.is_empty(),
            &text,
            "(instr(lower(q.text),lower(:text))>0 OR instr(lower(p.name),lower(:text))>0 OR instr(lower(e.name_full),lower(:text))>0)",
        ),
    ];
    let mut condition = String::from("q.deleted=0");
    if query.open {
        condition.push_str(&format!(" AND q.status NOT IN ({})", ended_demands()));
    }
    let mut parameters: Vec<(&str, &dyn ToSql)> = Vec::new();
    for (name, _, value, sql) in asked.into_iter().filter(|one| one.1) {
        condition.push_str(" AND ");
        condition.push_str(sql);
        parameters.push((name, value));
    }
    let sql = format!("SELECT count(*) FROM {from} WHERE {condition}");
    let total: i64 = connection.prepare_cached(&sql)?.query_row(&parameters[..], |row| row.get(0))?;
    let order = match query.sort {
        None => "p.id, q.position",
        Some(DemandSort::Category) => "q.category",
        Some(DemandSort::Status) => "q.status",
        Some(DemandSort::Due) => "q.due IS NULL, q.due",
        Some(DemandSort::Lead) => "d.position",
        Some(DemandSort::RaisedOn) => "q.raised_on",
    };
    let direction = if query.descending { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT q.id, q.category, q.text, q.quantity, q.project_id, COALESCE(p.name,''), e.id, COALESCE(e.name_full,''), q.raised_on,
           q.source, q.source_date, q.source_number, q.lead_department_id, COALESCE(d.short,''), q.due, q.status, q.result, q.resolved_on,
           q.satisfaction, q.verify, q.note, (SELECT count(*) FROM task t WHERE t.demand_id=q.id AND t.deleted=0), q.sample, q.due_rule
         FROM {from} WHERE {condition} ORDER BY {order} {direction}, q.id LIMIT :limit OFFSET :offset"
    );
    parameters.push((":limit", &limit));
    parameters.push((":offset", &offset));
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(&parameters[..], |row| {
        let (due, status): (Option<PartialDate>, DemandStatus) = (row.get(14)?, row.get(15)?);
        Ok(DemandRow {
            id: row.get(0)?,
            category: row.get(1)?,
            text: row.get(2)?,
            quantity: row.get(3)?,
            project_id: row.get(4)?,
            project: row.get(5)?,
            enterprise_id: row.get(6)?,
            enterprise: row.get(7)?,
            raised_on: row.get(8)?,
            source: row.get(9)?,
            source_date: row.get(10)?,
            source_number: row.get(11)?,
            lead_id: row.get(12)?,
            lead: row.get(13)?,
            due_text: due.map(|due| due.grid(as_of.year())).unwrap_or_default(),
            due,
            next: status.allowed_next(),
            status,
            result: row.get(16)?,
            resolved_on: row.get(17)?,
            satisfaction: row.get(18)?,
            verify: row.get(19)?,
            note: row.get(20)?,
            tasks: row.get(21)?,
            sample: row.get(22)?,
            due_rule: row.get(23)?,
        })
    })?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}
