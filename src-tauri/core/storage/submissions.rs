//! Queries about 征集.

use rusqlite::types::ToSql;
use rusqlite::{Connection, Row};

use crate::amount::Amount;
use crate::api::list::Page;
use crate::departments::districts::{DISTRICTS, district};
use crate::error::Result;
use crate::ids::{EnterpriseId, ProjectId};
use crate::storage::rows::Submission;
use crate::storage::table::one;
use crate::submissions::list::{
    PlaceCount, ScreeningCount, SubmissionCounts, SubmissionQuery, SubmissionRow, SubmissionSort,
};
use crate::submissions::screening::Screening;
use crate::texts;

/// The latest entry of a project.
pub fn of_project(connection: &Connection, project: ProjectId) -> Result<Option<Submission>> {
    one(connection, "WHERE t.project_id=? AND t.deleted=0 ORDER BY t.received_on DESC, t.id DESC LIMIT 1", &[&project])
}

/// A live project's title and lead enterprise.
pub struct Titled {
    pub id: ProjectId,
    pub name: String,
    pub enterprise_id: Option<EnterpriseId>,
    pub enterprise: String,
}

const LEAD: &str = "(SELECT l.enterprise_id FROM project_enterprise l WHERE l.project_id=p.id AND l.deleted=0 ORDER BY l.is_lead DESC, l.enterprise_id LIMIT 1)";

/// The titles of all live projects.
pub fn titles(connection: &Connection) -> Result<Vec<Titled>> {
    let sql = format!(
        "SELECT p.id, p.name, e.id, COALESCE(e.name_full,'') FROM project p LEFT JOIN enterprise e ON e.id={LEAD} WHERE p.deleted=0"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| {
        Ok(Titled { id: row.get(0)?, name: row.get(1)?, enterprise_id: row.get(2)?, enterprise: row.get(3)? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const DISTRICT: &str = "COALESCE(s.district, p.district, '')";

fn from() -> String {
    format!(
        "FROM submission s JOIN project p ON p.id=s.project_id LEFT JOIN enterprise e ON e.id={LEAD}
         WHERE s.deleted=0 AND p.deleted=0 AND (:screening IS NULL OR s.screening=:screening)
         AND (:district IS NULL OR {DISTRICT}=:district) AND (:batch IS NULL OR s.batch=:batch)
         AND (:text='' OR instr(lower(p.name),lower(:text))>0 OR instr(upper(p.code),upper(:text))=1 OR instr(lower(e.name_full),lower(:text))>0)"
    )
}

fn parameters<'q>(query: &'q SubmissionQuery, text: &'q &'q str) -> Vec<(&'static str, &'q dyn ToSql)> {
    vec![(":screening", &query.screening), (":district", &query.district), (":batch", &query.batch), (":text", text)]
}

/// A page of entries, the latest first.
pub fn list(connection: &Connection, query: &SubmissionQuery) -> Result<Page<SubmissionRow>> {
    let text = query.text.trim();
    let mut bound = parameters(query, &text);
    let from = from();
    let total: i64 =
        connection.prepare_cached(&format!("SELECT count(*) {from}"))?.query_row(&bound[..], |row| row.get(0))?;
    let screenings: Vec<String> =
        Screening::ALL.iter().enumerate().map(|(at, one)| format!("WHEN '{}' THEN {at}", one.code())).collect();
    let order = match query.sort {
        None => "s.received_on DESC, s.id".to_string(),
        Some(SubmissionSort::Title) => "p.name".to_string(),
        Some(SubmissionSort::Enterprise) => "e.name_full".to_string(),
        Some(SubmissionSort::District) => DISTRICT.to_string(),
        Some(SubmissionSort::ReceivedOn) => "s.received_on".to_string(),
        Some(SubmissionSort::Screening) => format!("CASE s.screening {} END", screenings.join(" ")),
        Some(SubmissionSort::Batch) => "s.batch".to_string(),
    };
    let direction = if query.descending { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT s.id, p.id, p.name, p.code, p.stage, p.summary, p.investment, e.id, COALESCE(e.name_full,''),
           NULLIF({DISTRICT},''), p.district_as_stated, s.received_on, s.channel, s.batch, s.filled_by, s.file_name,
           s.screening, s.screened_on, s.screening_note,
           (SELECT count(*) FROM review r WHERE r.project_id=p.id AND r.deleted=0), p.sample
         {from} ORDER BY {order} {direction}, s.id LIMIT :limit OFFSET :offset"
    );
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    bound.push((":limit", &limit));
    bound.push((":offset", &offset));
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(&bound[..], row)?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

fn row(found: &Row<'_>) -> rusqlite::Result<SubmissionRow> {
    let code: Option<String> = found.get(9)?;
    let stated: String = found.get(10)?;
    let name = code.as_deref().and_then(district).map(|district| district.name.to_string());
    Ok(SubmissionRow {
        id: found.get(0)?,
        project_id: found.get(1)?,
        title: found.get(2)?,
        code: found.get(3)?,
        stage: found.get(4)?,
        summary: found.get(5)?,
        investment: found.get::<_, Option<Amount>>(6)?.map(|amount| amount.display()).unwrap_or_default(),
        enterprise_id: found.get(7)?,
        enterprise: found.get(8)?,
        district_code: code,
        district: name.unwrap_or(stated),
        received_on: found.get(11)?,
        channel: found.get(12)?,
        batch: found.get(13)?,
        filled_by: found.get(14)?,
        file_name: found.get(15)?,
        screening: found.get(16)?,
        screened_on: found.get(17)?,
        screening_note: found.get(18)?,
        rounds: found.get(19)?,
        sample: found.get(20)?,
    })
}

/// How many entries there are by 初筛, district and batch.
pub fn counts(connection: &Connection, query: &SubmissionQuery) -> Result<SubmissionCounts> {
    let found = grouped(connection, &SubmissionQuery { screening: None, ..query.clone() }, "s.screening")?;
    let of =
        |key: &str, found: &[(String, i64)]| found.iter().find(|(one, _)| one == key).map_or(0, |(_, count)| *count);
    let screening = Screening::ALL.iter().map(|one| ScreeningCount { screening: *one, count: of(one.code(), &found) });
    let screening = screening.collect();
    let found = grouped(connection, &SubmissionQuery { district: None, ..query.clone() }, DISTRICT)?;
    let mut districts: Vec<PlaceCount> = DISTRICTS
        .iter()
        .map(|one| PlaceCount { key: one.code.into(), label: one.name.into(), count: of(one.code, &found) })
        .collect();
    districts.push(PlaceCount { key: String::new(), label: texts::no_district().into(), count: of("", &found) });
    districts.retain(|one| one.count > 0 || query.district.as_ref() == Some(&one.key));
    let found = grouped(connection, &SubmissionQuery { batch: None, ..query.clone() }, "s.batch")?;
    let mut batches: Vec<PlaceCount> = found
        .iter()
        .filter(|(key, _)| !key.is_empty())
        .map(|(key, count)| PlaceCount { key: key.clone(), label: key.clone(), count: *count })
        .collect();
    batches.sort_by(|a, b| b.key.cmp(&a.key));
    match of("", &found) {
        0 => {}
        count => batches.push(PlaceCount { key: String::new(), label: texts::no_batch().into(), count }),
    }
    let text = query.text.trim();
    let total = connection
        .prepare_cached(&format!("SELECT count(*) {}", from()))?
        .query_row(&parameters(query, &text)[..], |row| row.get(0))?;
    Ok(SubmissionCounts { total, screening, districts, batches })
}

fn grouped(connection: &Connection, query: &SubmissionQuery, by: &str) -> Result<Vec<(String, i64)>> {
    let text = query.text.trim();
    let sql = format!("SELECT {by}, count(*) {} GROUP BY 1", from());
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(&parameters(query, &text)[..], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
