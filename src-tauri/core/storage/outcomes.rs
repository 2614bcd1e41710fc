//! Queries about outcomes.

use rusqlite::{Connection, named_params};

use crate::amount::{self, Amount, Certainty};
use crate::api::list::Page;
use crate::demands::category::DemandCategory;
use crate::error::Result;
use crate::ids::{DemandId, ProjectId, TaskId};
use crate::outcomes::list::{OutcomeQuery, OutcomeRow, OutcomeTotal};
use crate::storage::rows::Outcome;
use crate::storage::table::{all, update};

/// The last place among the outcomes of a project.
pub fn last_position(connection: &Connection, project: ProjectId) -> Result<Option<String>> {
    let sql = "SELECT max(position) FROM outcome WHERE project_id=? AND deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([project], |row| row.get(0))?)
}

/// A page of outcomes, in the order they were given.
pub fn list(connection: &Connection, query: &OutcomeQuery) -> Result<Page<OutcomeRow>> {
    // Said plainly, so that the index of a project's outcomes serves it.
    let of_project = if query.project.is_some() { "o.project_id=:project" } else { ":project IS NULL" };
    let from = format!(
        "outcome o JOIN project p ON p.id=o.project_id AND p.deleted=0
         LEFT JOIN demand d ON d.id=o.demand_id AND d.deleted=0
         WHERE o.deleted=0 AND {of_project} AND (:kind IS NULL OR o.kind=:kind) AND (NOT :verify OR o.verify<>'')"
    );
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM {from}"))?
        .query_row(named_params! {":project": query.project, ":kind": query.kind, ":verify": query.verify}, |row| {
            row.get(0)
        })?;
    let sql = format!(
        "SELECT o.id, o.project_id, p.name, o.kind, o.amount, o.counterparty, o.on_day, o.source_text, d.id, d.text, d.category,
           o.verify, o.note FROM {from} ORDER BY p.id, o.position, o.id LIMIT :limit OFFSET :offset"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    let rows = statement.query_map(
        named_params! {":project": query.project, ":kind": query.kind, ":verify": query.verify, ":limit": limit, ":offset": offset},
        |row| {
            let amount: Option<Amount> = row.get(4)?;
            let (demand, category): (Option<String>, Option<DemandCategory>) = (row.get(9)?, row.get(10)?);
            let category = category.map(|category| category.label().to_string()).unwrap_or_default();
            Ok(OutcomeRow {
                id: row.get(0)?,
                project_id: row.get(1)?,
                project: row.get(2)?,
                kind: row.get(3)?,
                certainty: amount.as_ref().and_then(|amount| amount.certainty),
                amount: amount.map(|amount| amount.display()).unwrap_or_default(),
                counterparty: row.get(5)?,
                on_day: row.get(6)?,
                source_text: row.get(7)?,
                demand_id: row.get(8)?,
                demand: demand.filter(|text| !text.is_empty()).unwrap_or(category),
                verify: row.get(11)?,
                note: row.get(12)?,
            })
        },
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

/// The amounts of a project's outcomes, added up for each certainty by itself.
pub fn totals(connection: &Connection, project: ProjectId) -> Result<Vec<OutcomeTotal>> {
    let condition = "WHERE t.project_id=? AND t.deleted=0 AND t.amount IS NOT NULL";
    let outcomes: Vec<Outcome> = all(connection, condition, &[&project])?;
    let amounts: Vec<Amount> = outcomes.into_iter().filter_map(|outcome| outcome.amount).collect();
    let certainties = Certainty::ALL.iter().copied().map(Some).chain([None]);
    let totals = certainties.filter_map(|certainty| {
        let of: Vec<&Amount> = amounts.iter().filter(|amount| amount.certainty == certainty).collect();
        (!of.is_empty()).then(|| OutcomeTotal { certainty, text: amount::sum(of).prose() })
    });
    Ok(totals.collect())
}

/// A demand is gone: what came of it stays.
pub fn let_demand_go(connection: &Connection, demand: DemandId) -> Result<()> {
    for outcome in all::<Outcome>(connection, "WHERE t.demand_id=? AND t.deleted=0", &[&demand])? {
        update(connection, &outcome, &Outcome { demand_id: None, ..outcome.clone() })?;
    }
    Ok(())
}

/// A task is gone: what came of it stays.
pub fn let_task_go(connection: &Connection, task: TaskId) -> Result<()> {
    for outcome in all::<Outcome>(connection, "WHERE t.task_id=? AND t.deleted=0", &[&task])? {
        update(connection, &outcome, &Outcome { task_id: None, ..outcome.clone() })?;
    }
    Ok(())
}
