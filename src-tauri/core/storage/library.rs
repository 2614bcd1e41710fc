//! Queries about 重点项目库.

use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, Row};

use crate::amount::Amount;
use crate::api::list::Page;
use crate::error::Result;
use crate::ids::ProjectId;
use crate::library::list::{LibraryCounts, LibraryEntryRow, LibraryQuery, LibraryRow, LibrarySort, LibraryState};
use crate::storage::figures::sets::{LANDED_ON, STAGE};
use crate::storage::rows::LibraryEntry;
use crate::storage::table::all;

/// The times of a project in the library, the latest first.
pub fn of(connection: &Connection, project: ProjectId) -> Result<Vec<LibraryEntry>> {
    all(connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.in_on DESC, t.id DESC", &[&project])
}

/// The same for the page of the project.
pub fn entries(connection: &Connection, project: ProjectId) -> Result<Vec<LibraryEntryRow>> {
    let rows = of(connection, project)?.into_iter().map(|entry| LibraryEntryRow {
        id: entry.id,
        in_on: entry.in_on,
        out_on: entry.out_on,
        in_reason: entry.in_reason,
        out_reason: entry.out_reason,
        batch: entry.batch,
    });
    Ok(rows.collect())
}

/// Each project with its latest time in the library as of a day, and its lead enterprise.
const FROM: &str = "project p LEFT JOIN library_entry l ON l.id=(SELECT x.id FROM library_entry x WHERE x.project_id=p.id
    AND x.deleted=0 AND x.in_on<=:as_of ORDER BY x.in_on DESC, x.id DESC LIMIT 1)
  LEFT JOIN enterprise e ON e.id=(SELECT k.enterprise_id FROM project_enterprise k WHERE k.project_id=p.id AND k.deleted=0
    ORDER BY k.is_lead DESC, k.enterprise_id LIMIT 1)";

/// The state of a row of [`FROM`].
fn state(of: LibraryState) -> &'static str {
    match of {
        LibraryState::Inside => "l.id IS NOT NULL AND (l.out_on IS NULL OR l.out_on>:as_of)",
        LibraryState::Left => "l.id IS NOT NULL AND l.out_on<=:as_of",
        LibraryState::Never => "l.id IS NULL",
    }
}

/// Everything of a query but its state.
fn condition() -> String {
    format!(
        "p.deleted=0 AND (:district IS NULL OR p.district=:district) AND (:batch IS NULL OR l.batch=:batch)
      AND (:landed IS NULL OR ({LANDED_ON} IS NOT NULL)=:landed)
      AND (:text='' OR instr(lower(p.name),lower(:text))>0 OR instr(upper(p.code),upper(:text))=1 OR instr(lower(e.name_full),lower(:text))>0)"
    )
}

fn parameters<'q>(
    query: &'q LibraryQuery,
    text: &'q &'q str,
    as_of: &'q NaiveDate,
) -> Vec<(&'static str, &'q dyn ToSql)> {
    vec![
        (":district", &query.district),
        (":batch", &query.batch),
        (":landed", &query.landed),
        (":text", text),
        (":as_of", as_of),
    ]
}

/// How many projects are in each state, and the batches there are.
pub fn counts(connection: &Connection, query: &LibraryQuery, as_of: NaiveDate) -> Result<LibraryCounts> {
    let count = |of| format!("COALESCE(sum({}), 0)", state(of));
    let sql = format!(
        "SELECT {}, {}, {} FROM {FROM} WHERE {}",
        count(LibraryState::Inside),
        count(LibraryState::Left),
        count(LibraryState::Never),
        condition()
    );
    let text = query.text.trim();
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let (inside, left, never) =
        connection.prepare_cached(&sql)?.query_row(&parameters(query, &text, &as_of)[..], read)?;
    let sql = "SELECT DISTINCT batch FROM library_entry WHERE deleted=0 AND batch<>'' ORDER BY batch LIMIT 200";
    let mut statement = connection.prepare_cached(sql)?;
    let batches = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(LibraryCounts { inside, left, never, batches })
}

/// A page of the library as of a day.
pub fn list(connection: &Connection, query: &LibraryQuery, as_of: NaiveDate) -> Result<Page<LibraryRow>> {
    let condition = format!("{} AND {}", condition(), state(query.state));
    let text = query.text.trim();
    let mut parameters = parameters(query, &text, &as_of);
    let sql = format!("SELECT count(*) FROM {FROM} WHERE {condition}");
    let total: i64 = connection.prepare_cached(&sql)?.query_row(&parameters[..], |row| row.get(0))?;
    let direction = if query.descending { "DESC" } else { "ASC" };
    let order = match query.sort {
        None => "l.in_on, p.id",
        Some(LibrarySort::Name) => "p.name",
        Some(LibrarySort::District) => "p.district IS NULL, p.district",
        Some(LibrarySort::Investment) => "p.investment->>'yuan'",
        Some(LibrarySort::InOn) => "l.in_on",
        Some(LibrarySort::OutOn) => "l.out_on",
        Some(LibrarySort::Batch) => "l.batch",
        Some(LibrarySort::LandedOn) => "landed_on IS NULL, landed_on",
    };
    let sql = format!(
        "SELECT p.id, p.name, e.id, COALESCE(e.name_full,''), p.district_as_stated, p.investment, {STAGE}, l.in_on,
           CASE WHEN l.out_on<=:as_of THEN l.out_on END, COALESCE(l.batch,''), COALESCE(l.in_reason,''),
           CASE WHEN l.out_on<=:as_of THEN l.out_reason ELSE '' END, {LANDED_ON} AS landed_on,
           (SELECT x.basis FROM landing x WHERE x.project_id=p.id AND x.deleted=0 AND x.landed_on<=:as_of
             AND (x.revoked_on IS NULL OR x.revoked_on>:as_of) ORDER BY x.landed_on DESC, x.id DESC LIMIT 1), p.sample
         FROM {FROM} WHERE {condition} ORDER BY {order} {direction}, p.id LIMIT :limit OFFSET :offset"
    );
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    parameters.push((":limit", &limit));
    parameters.push((":offset", &offset));
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(&parameters[..], read_row)?.collect::<rusqlite::Result<_>>()?;
    Ok(Page { total: total as usize, rows })
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<LibraryRow> {
    Ok(LibraryRow {
        id: row.get(0)?,
        name: row.get(1)?,
        enterprise_id: row.get(2)?,
        enterprise: row.get(3)?,
        district: row.get(4)?,
        investment: row.get::<_, Option<Amount>>(5)?.map(|amount| amount.display()).unwrap_or_default(),
        stage: row.get(6)?,
        in_on: row.get(7)?,
        out_on: row.get(8)?,
        batch: row.get(9)?,
        in_reason: row.get(10)?,
        out_reason: row.get(11)?,
        landed_on: row.get(12)?,
        basis: row.get(13)?,
        sample: row.get(14)?,
    })
}
