//! One demand with everything that happened to it.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::calendar::Calendar;
use crate::demands::advance::standing;
use crate::demands::list::{DemandQuery, DemandRow};
use crate::demands::status::{DemandStatus, Satisfaction};
use crate::demands::trace::Trace;
use crate::demands::transitions::{Need, missing};
use crate::dictionaries::limits;
use crate::error::{Error, Result};
use crate::ids::{DemandId, Id, SessionId};
use crate::storage::rows::{Demand, DemandStatusFact, DemandVisit};
use crate::storage::table::{Record, live};
use crate::storage::{demand_trace, demands as stored};
use crate::texts;

/// A step that may be taken, and what it still lacks.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NextDemandStep {
    pub status: DemandStatus,
    /// Something must be said with it: 办理结果, 政策依据, what the enterprise is not satisfied with.
    pub asks: bool,
    /// What must be there first, in words.
    pub lacks: Vec<String>,
    /// A 回访 is what it lacks.
    pub wants_visit: bool,
}

/// A status the demand took.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DemandStatusChange {
    pub id: Id,
    pub on: NaiveDate,
    pub from: Option<DemandStatus>,
    pub to: DemandStatus,
    pub reason: String,
}

/// A 回访.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VisitRow {
    pub id: Id,
    pub on: NaiveDate,
    pub manner: String,
    pub satisfaction: Satisfaction,
    pub text: String,
    pub visitor: String,
}

/// Where it was raised.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RaisedAt {
    pub id: SessionId,
    pub theme: String,
}

/// A demand as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DemandPage {
    pub row: DemandRow,
    pub name: String,
    pub next: Vec<NextDemandStep>,
    /// The latest first.
    pub statuses: Vec<DemandStatusChange>,
    pub visits: Vec<VisitRow>,
    pub session: Option<RaisedAt>,
    /// The limit its source starts with, as it can be typed: 15个工作日.
    pub limit: String,
    /// The sentence to show with a due date of a year whose holidays are not known.
    pub due_notice: String,
    pub trace: Trace,
}

/// A demand with its dated facts as of a day.
pub fn page(connection: &Connection, id: DemandId, as_of: NaiveDate) -> Result<DemandPage> {
    let demand: Demand = live(connection, id)?;
    let query = DemandQuery { id: Some(id), ..DemandQuery::default() };
    let row = stored::list(connection, &query, as_of)?.rows.into_iter().next();
    let source = demand.source.unwrap_or(crate::demands::source::DemandSource::Session);
    let due = demand.due.and_then(|due| due.date);
    Ok(DemandPage {
        row: row.ok_or_else(|| Error::not_found(Demand::NOUN))?,
        name: crate::demands::set::name_of(&demand),
        next: next(connection, &demand)?,
        statuses: stored::statuses(connection, id, as_of)?.into_iter().map(change).collect(),
        visits: stored::visits(connection, id, as_of)?.into_iter().map(visit).collect(),
        session: demand_trace::raised_at(connection, &demand)?,
        limit: texts::so_many_working_days(limits::working_days(connection, source)?),
        due_notice: due.and_then(|due| Calendar::current().notice(due)).unwrap_or_default(),
        trace: demand_trace::of_demand(connection, id, as_of)?,
    })
}

fn next(connection: &Connection, demand: &Demand) -> Result<Vec<NextDemandStep>> {
    let standing = standing(connection, demand)?;
    let step = |status: DemandStatus| {
        let needs = missing(demand.status, status, &standing).unwrap_or_default();
        let (said, first): (Vec<Need>, Vec<Need>) = needs.into_iter().partition(|need| need.can_be_said());
        NextDemandStep {
            status,
            asks: !said.is_empty(),
            wants_visit: first.contains(&Need::Visit),
            lacks: first.into_iter().map(|need| texts::demand_need(need).to_string()).collect(),
        }
    };
    Ok(demand.status.allowed_next().into_iter().map(step).collect())
}

fn change(fact: DemandStatusFact) -> DemandStatusChange {
    DemandStatusChange { id: fact.id, on: fact.on_day, from: fact.from_status, to: fact.to_status, reason: fact.reason }
}

fn visit(row: DemandVisit) -> VisitRow {
    VisitRow {
        id: row.id,
        on: row.on_day,
        manner: row.manner,
        satisfaction: row.satisfaction,
        text: row.text,
        visitor: row.visitor,
    }
}
