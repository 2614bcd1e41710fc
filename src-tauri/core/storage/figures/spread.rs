//! How projects and tasks spread, in SQL.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, named_params};

use crate::amount::{self, Amount, Certainty};
use crate::departments::districts::DISTRICTS;
use crate::error::Result;
use crate::figures::breakdown::{
    Breakdowns, DepartmentShare, LibraryShare, OutcomeTotal, Span, StageShare, TrendPoint, trend,
};
use crate::ids::{DepartmentId, Id};
use crate::outcomes::kind::OutcomeKind;
use crate::projects::classification::Industry;
use crate::projects::stage::Stage;
use crate::storage::figures::sets::{IN_LIBRARY, LANDED_ON, OUTCOME, STAGE};
use crate::storage::figures::tasks::TaskPass;
use crate::texts::figures as texts;

/// Everything charts draw, as of a day.
pub fn breakdowns(connection: &Connection, as_of: NaiveDate, tasks: &TaskPass) -> Result<Breakdowns> {
    let districts: Vec<(&str, &str)> = DISTRICTS.iter().map(|district| (district.code, district.name)).collect();
    Ok(Breakdowns {
        stages: stages(connection, as_of)?,
        districts: library_by(connection, as_of, "district", &districts)?,
        industries: library_by(connection, as_of, "industry", &Industry::labels())?,
        departments: departments(connection, tasks)?,
        trend: library_trend(connection, as_of)?,
        outcomes: outcomes(connection, as_of)?,
    })
}

/// How many projects stand in each stage, all stages in order.
pub fn stages(connection: &Connection, as_of: NaiveDate) -> Result<Vec<StageShare>> {
    let sql = format!("SELECT {STAGE} AS stage, count(*) FROM project p WHERE p.deleted=0 GROUP BY 1");
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! {":as_of": as_of}, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let counts = rows.collect::<rusqlite::Result<HashMap<Option<Stage>, i64>>>()?;
    let share = |stage: &Stage| StageShare {
        stage: *stage,
        label: stage.label().into(),
        count: counts.get(&Some(*stage)).copied().unwrap_or_default(),
    };
    Ok(Stage::ALL.iter().map(share).collect())
}

/// Library projects by a column of theirs: the known values in order, those that have some; what is not known last.
fn library_by(
    connection: &Connection,
    as_of: NaiveDate,
    column: &str,
    known: &[(&str, &str)],
) -> Result<Vec<LibraryShare>> {
    let sql = format!(
        "SELECT COALESCE(p.{column},''), count(*), sum({LANDED_ON} IS NOT NULL) FROM project p WHERE {IN_LIBRARY} GROUP BY 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! {":as_of": as_of}, |row| {
        let key: String = row.get(0)?;
        let label = known.iter().find(|(code, _)| *code == key).map(|(_, label)| (*label).to_string());
        let label = label.unwrap_or_else(|| if key.is_empty() { texts::not_filled_in().into() } else { key.clone() });
        Ok(LibraryShare { key, label, library: row.get(1)?, landed: row.get(2)? })
    })?;
    let mut shares = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    shares.sort_by_key(|share| {
        let place = known.iter().position(|(code, _)| *code == share.key);
        (share.key.is_empty(), place.unwrap_or(known.len()), share.key.clone())
    });
    Ok(shares)
}

/// Units that lead tasks, in 机构序列.
fn departments(connection: &Connection, tasks: &TaskPass) -> Result<Vec<DepartmentShare>> {
    let mut statement = connection.prepare_cached("SELECT id, short FROM department ORDER BY position, id")?;
    let units = statement.query_map([], |row| Ok((row.get::<_, DepartmentId>(0)?, row.get::<_, String>(1)?)))?;
    let mut shares = Vec::new();
    for unit in units {
        let (id, label) = unit?;
        if let Some(counts) = tasks.units.get(Id::from(id).bytes()) {
            shares.push(DepartmentShare {
                id,
                label,
                total: counts.total as i64,
                closed: counts.closed as i64,
                open: counts.open as i64,
                overdue: counts.overdue as i64,
            });
        }
    }
    Ok(shares)
}

fn library_trend(connection: &Connection, as_of: NaiveDate) -> Result<Vec<TrendPoint>> {
    let spans = |from: &str| -> Result<Vec<Span<Id>>> {
        let mut statement = connection.prepare_cached(from)?;
        let rows =
            statement.query_map([], |row| Ok(Span { of: row.get(0)?, from: row.get(1)?, until: row.get(2)? }))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let entries = spans(
        "SELECT l.project_id, l.in_on, l.out_on FROM library_entry l JOIN project p ON p.id=l.project_id WHERE l.deleted=0 AND p.deleted=0",
    )?;
    let landings = spans(
        "SELECT l.project_id, l.landed_on, l.revoked_on FROM landing l JOIN project p ON p.id=l.project_id WHERE l.deleted=0 AND p.deleted=0",
    )?;
    Ok(trend(&entries, &landings, as_of))
}

/// 成效 by kind and certainty; those of one kind that differ in certainty stand apart.
fn outcomes(connection: &Connection, as_of: NaiveDate) -> Result<Vec<OutcomeTotal>> {
    let mut statement = connection.prepare_cached(&format!("SELECT o.kind, o.amount FROM {OUTCOME}"))?;
    let rows = statement.query_map(named_params! {":as_of": as_of}, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let all = rows.collect::<rusqlite::Result<Vec<(OutcomeKind, Option<Amount>)>>>()?;
    let mut totals = Vec::new();
    for kind in OutcomeKind::ALL {
        for certainty in Certainty::ALL.iter().rev().copied().map(Some).chain([None]) {
            let of_it = all
                .iter()
                .filter(|(of, amount)| of == kind && amount.as_ref().and_then(|amount| amount.certainty) == certainty);
            let amounts: Vec<&Amount> = of_it.clone().filter_map(|(_, amount)| amount.as_ref()).collect();
            let (count, sum) = (of_it.count() as i64, amount::sum(amounts.iter().copied()));
            if count > 0 {
                totals.push(OutcomeTotal {
                    kind: *kind,
                    label: kind.label().into(),
                    certainty,
                    certainty_label: certainty.map_or("", |certainty| certainty.label()).into(),
                    count,
                    text: sum.prose(),
                    sum,
                });
            }
        }
    }
    Ok(totals)
}
