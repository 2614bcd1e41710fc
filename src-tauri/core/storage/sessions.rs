//! Queries about sessions as lists and pages show them; what belongs to one is in [`super::session_parts`].

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, Row, named_params, params};

use crate::amount::Amount;
use crate::api::list::Page;
use crate::error::{Error, Result};
use crate::ids::{PresentationId, ProjectId, SessionId};
use crate::partial_date::PartialDate;
use crate::projects::classification::FourNew;
use crate::sessions::list::{
    AgendaRow, NamedTask, PresentedAt, RaisedDemand, SaidReply, SessionPage, SessionQuery, SessionRow,
};
use crate::sessions::said::NamedUnit;
use crate::sessions::status::SessionStatus;
use crate::sessions::year::{Covered, YearPlan, YearQuarter, missing};
use crate::storage::rows::{Presentation, Session};
use crate::storage::shown::Many;
use crate::storage::table::{all, live};

pub use super::session_parts::*;

/// A session with its number and what was said at it.
const ROW: &str = "SELECT s.id, n.number, s.theme, s.year, s.season, s.special, s.held_on, s.status, s.venue, s.focus,
  (SELECT count(*) FROM presentation p WHERE p.session_id=s.id AND p.deleted=0),
  (SELECT count(*) FROM demand d JOIN presentation p ON p.id=d.presentation_id WHERE p.session_id=s.id AND p.deleted=0 AND d.deleted=0),
  (SELECT count(*) FROM session_reply r JOIN presentation p ON p.id=r.presentation_id WHERE p.session_id=s.id AND p.deleted=0 AND r.deleted=0),
  (SELECT count(r.task_id) FROM session_reply r JOIN presentation p ON p.id=r.presentation_id WHERE p.session_id=s.id AND p.deleted=0 AND r.deleted=0),
  s.verify, s.sample, s.starts_at, s.onsite, s.online
  FROM session s LEFT JOIN (SELECT o.id, row_number() OVER (ORDER BY o.position, o.id) AS number FROM session o
    WHERE o.deleted=0 AND o.status<>'cancelled') n ON n.id=s.id";

fn row(found: &Row<'_>) -> rusqlite::Result<SessionRow> {
    let (held_on, focus): (Option<PartialDate>, Many<FourNew>) = (found.get(6)?, found.get(9)?);
    Ok(SessionRow {
        id: found.get(0)?,
        number: found.get(1)?,
        theme: found.get(2)?,
        year: found.get(3)?,
        season: found.get(4)?,
        special: found.get(5)?,
        held_text: held_on.map(|held_on| crate::texts::held_text(&held_on)).unwrap_or_default(),
        held_on,
        status: found.get(7)?,
        venue: found.get(8)?,
        focus: focus.0,
        projects: found.get(10)?,
        demands: found.get(11)?,
        replies: found.get(12)?,
        converted: found.get(13)?,
        verify: found.get(14)?,
        sample: found.get(15)?,
        starts_at: found.get(16)?,
        onsite: found.get(17)?,
        online: found.get(18)?,
    })
}

/// Every session in the order staff arranged.
pub fn all_in_order(connection: &Connection) -> Result<Vec<Session>> {
    all(connection, "WHERE t.deleted=0 ORDER BY t.position, t.id", &[])
}

/// A page of sessions.
pub fn list(connection: &Connection, query: &SessionQuery) -> Result<Page<SessionRow>> {
    let condition = "s.deleted=0 AND (:status IS NULL OR s.status=:status) AND (:year IS NULL OR s.year=:year)
      AND (:text='' OR instr(lower(s.theme), lower(:text))>0 OR instr(lower(s.special), lower(:text))>0 OR instr(lower(s.venue), lower(:text))>0)";
    let text = query.text.trim();
    let total: i64 = connection
        .prepare_cached(&format!("SELECT count(*) FROM session s WHERE {condition}"))?
        .query_row(named_params! {":status": query.status, ":year": query.year, ":text": text}, |found| found.get(0))?;
    let sql = format!("{ROW} WHERE {condition} ORDER BY s.position, s.id LIMIT :limit OFFSET :offset");
    let mut statement = connection.prepare_cached(&sql)?;
    let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
    let rows = statement.query_map(
        named_params! {":status": query.status, ":year": query.year, ":text": text, ":limit": limit, ":offset": offset},
        row,
    )?;
    Ok(Page { total: total as usize, rows: rows.collect::<rusqlite::Result<_>>()? })
}

fn one_row(connection: &Connection, id: SessionId) -> Result<SessionRow> {
    let sql = format!("{ROW} WHERE s.id=? AND s.deleted=0");
    let found = connection.prepare_cached(&sql)?.query_map([id], row)?.next().transpose()?;
    found.ok_or_else(|| Error::not_found("创意会"))
}

/// One session.
pub fn page(connection: &Connection, id: SessionId) -> Result<SessionPage> {
    let session: Session = live(connection, id)?;
    let sql = "SELECT
      (SELECT COALESCE(sum(minutes), 0) FROM presentation WHERE session_id=?1 AND deleted=0),
      (SELECT count(*) FROM session_item WHERE session_id=?1 AND deleted=0),
      (SELECT count(done_on) FROM session_item WHERE session_id=?1 AND deleted=0),
      (SELECT count(*) FROM session_guest WHERE session_id=?1 AND deleted=0)";
    let (minutes, items, items_done, guests) = connection
        .prepare_cached(sql)?
        .query_row([id], |found| Ok((found.get(0)?, found.get(1)?, found.get(2)?, found.get(3)?)))?;
    Ok(SessionPage {
        row: one_row(connection, id)?,
        organiser: session.organiser,
        note: session.note,
        next: session.status.allowed_next().to_vec(),
        minutes,
        items,
        items_done,
        guests,
        default_due: crate::sessions::afterwards::default_due(),
    })
}

/// The agenda of a session, in its order, with what was said.
pub fn agenda(connection: &Connection, id: SessionId, as_of: NaiveDate) -> Result<Vec<AgendaRow>> {
    live::<Session>(connection, id)?;
    presentations(connection, id)?.into_iter().map(|one| agenda_row(connection, one, as_of)).collect()
}

/// Where a project was presented, the first session first.
pub fn presented(connection: &Connection, project: ProjectId, as_of: NaiveDate) -> Result<Vec<PresentedAt>> {
    let condition = "JOIN session s ON s.id=t.session_id WHERE t.project_id=? AND t.deleted=0 AND s.deleted=0 ORDER BY s.position, s.id";
    let found: Vec<Presentation> = all(connection, condition, &[&project])?;
    found
        .into_iter()
        .map(|one| {
            let session = one_row(connection, one.session_id)?;
            Ok(PresentedAt { session, presentation: agenda_row(connection, one, as_of)? })
        })
        .collect()
}

fn agenda_row(connection: &Connection, one: Presentation, as_of: NaiveDate) -> Result<AgendaRow> {
    let sql = "SELECT p.name, p.stage, p.investment, p.sample, e.id, COALESCE(e.name_full, '') FROM project p
      LEFT JOIN enterprise e ON e.id=(SELECT l.enterprise_id FROM project_enterprise l WHERE l.project_id=p.id AND l.deleted=0
        ORDER BY l.is_lead DESC, l.enterprise_id LIMIT 1)
      WHERE p.id=?";
    let read = |found: &Row<'_>| {
        let investment: Option<Amount> = found.get(2)?;
        let investment = investment.map(|amount| amount.display()).unwrap_or_default();
        Ok((found.get(0)?, found.get(1)?, investment, found.get(3)?, found.get(4)?, found.get(5)?))
    };
    let (project, stage, investment, sample, enterprise_id, enterprise) =
        connection.prepare_cached(sql)?.query_row([one.project_id], read)?;
    Ok(AgendaRow {
        demands: raised(connection, one.id)?,
        replies: said(connection, one.id, as_of)?,
        id: one.id,
        project_id: one.project_id,
        project,
        enterprise_id,
        enterprise,
        stage,
        investment,
        presenter: one.presenter,
        minutes: one.minutes,
        expert_comments: one.expert_comments,
        note: one.note,
        sample,
    })
}

fn raised(connection: &Connection, id: PresentationId) -> Result<Vec<RaisedDemand>> {
    let demands = demands_raised(connection, id)?.into_iter().map(|demand| RaisedDemand {
        id: demand.id,
        category: demand.category,
        text: demand.text,
        quantity: demand.quantity,
        status: demand.status,
    });
    Ok(demands.collect())
}

fn said(connection: &Connection, id: PresentationId, as_of: NaiveDate) -> Result<Vec<SaidReply>> {
    let sql =
        "SELECT r.id, r.department_id, COALESCE(u.short, ''), r.text, r.due, r.due_rule, r.typed, d.id, t.id, t.title
      FROM session_reply r LEFT JOIN department u ON u.id=r.department_id AND u.deleted=0
      LEFT JOIN demand d ON d.id=r.demand_id AND d.deleted=0 LEFT JOIN task t ON t.id=r.task_id AND t.deleted=0
      WHERE r.presentation_id=? AND r.deleted=0 ORDER BY r.position, r.id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map(params![id], |found| {
        let due: Option<PartialDate> = found.get(4)?;
        let (unit, name): (Option<_>, String) = (found.get(1)?, found.get(2)?);
        let (task, title): (Option<_>, Option<String>) = (found.get(8)?, found.get(9)?);
        Ok(SaidReply {
            id: found.get(0)?,
            unit: unit.filter(|_| !name.is_empty()).map(|id| NamedUnit { id, name }),
            text: found.get(3)?,
            due_text: due.map(|due| due.grid(as_of.year())).unwrap_or_default(),
            due,
            due_rule: found.get(5)?,
            typed: found.get(6)?,
            demand: found.get(7)?,
            task: task.zip(title).map(|(id, title)| NamedTask { id, title }),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The plan of a year as of a day.
pub fn year(connection: &Connection, year: i64, as_of: NaiveDate) -> Result<YearPlan> {
    let today = i64::from(as_of.year());
    let mut years: BTreeSet<i64> = [today, year].into();
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT year FROM session WHERE deleted=0 AND year IS NOT NULL")?;
    years.extend(statement.query_map([], |found| found.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?);
    let sql = format!("{ROW} WHERE s.deleted=0 AND s.year=? ORDER BY s.position, s.id");
    let of_year: Vec<SessionRow> =
        connection.prepare_cached(&sql)?.query_map([year], row)?.collect::<rusqlite::Result<_>>()?;
    let undated = connection
        .prepare_cached("SELECT count(*) FROM session WHERE deleted=0 AND year IS NULL")?
        .query_row([], |found| found.get(0))?;
    let (four_new, chains) = covered(connection, year, &of_year)?;
    let of_season = |season: Option<i64>| of_year.iter().filter(move |one| one.season == season).cloned().collect();
    let mut plan = YearPlan {
        year,
        years: years.into_iter().rev().collect(),
        quarters: (1..=4).map(|season| YearQuarter { season, sessions: of_season(Some(season)) }).collect(),
        besides: of_season(None),
        undated,
        four_new,
        chains,
        missing: Vec::new(),
    };
    let past = match year.cmp(&today) {
        std::cmp::Ordering::Less => 4,
        std::cmp::Ordering::Equal => i64::from(as_of.month0() / 3),
        std::cmp::Ordering::Greater => 0,
    };
    plan.missing = missing(&plan, past);
    Ok(plan)
}

type Coverage = (Vec<Covered<FourNew>>, Vec<Covered<String>>);

/// In how many sessions of the year each of the 四新 and each chain is a topic or a presented project's.
fn covered(connection: &Connection, year: i64, of_year: &[SessionRow]) -> Result<Coverage> {
    let mut four_new: BTreeMap<FourNew, i64> = FourNew::ALL.iter().map(|one| (*one, 0)).collect();
    let mut chains: BTreeMap<String, i64> = known_chains(connection, year)?.into_iter().map(|name| (name, 0)).collect();
    for session in of_year.iter().filter(|one| one.status != SessionStatus::Cancelled) {
        let sql = "SELECT p.four_new, p.chain FROM presentation l JOIN project p ON p.id=l.project_id WHERE l.session_id=? AND l.deleted=0";
        let mut statement = connection.prepare_cached(sql)?;
        let projects = statement.query_map([session.id], |found| Ok((found.get(0)?, found.get(1)?)))?;
        let projects = projects.collect::<rusqlite::Result<Vec<(Many<FourNew>, String)>>>()?;
        let topics: BTreeSet<FourNew> =
            session.focus.iter().copied().chain(projects.iter().flat_map(|(four_new, _)| four_new.0.clone())).collect();
        for topic in topics {
            *four_new.entry(topic).or_default() += 1;
        }
        let of_projects: BTreeSet<&String> =
            projects.iter().map(|(_, chain)| chain).filter(|chain| !chain.is_empty()).collect();
        for chain in of_projects {
            *chains.entry(chain.clone()).or_default() += 1;
        }
    }
    let count = |(what, sessions)| Covered { what, sessions };
    Ok((
        four_new.into_iter().map(count).collect(),
        chains.into_iter().map(|(what, sessions)| Covered { what, sessions }).collect(),
    ))
}
