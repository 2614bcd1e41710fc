//! The records behind a figure, by the page.

use chrono::{Datelike, NaiveDate};
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::action::Kind;
use crate::amount::Amount;
use crate::api::list::Page;
use crate::calendar::Calendar;
use crate::demands::category::DemandCategory;
use crate::demands::status::DemandStatus;
use crate::error::Result;
use crate::figures::name::FigureName;
use crate::figures::rows::{FigurePart, FigureRow, FigureRowsQuery};
use crate::ids::{Id, TaskId};
use crate::outcomes::kind::{LandingBasis, OutcomeKind};
use crate::partial_date::PartialDate;
use crate::projects::stage::Stage;
use crate::storage::figures::sets::{self, LANDED_ON, STAGE, STATUS};
use crate::storage::figures::{bound, tasks::Days3};
use crate::storage::{derived, task_rows};
use crate::tasks::list::Named;
use crate::texts::figures as texts;

/// A page of the records behind a figure as of a day: those in the numerator first, then by the day that decides.
pub fn page(connection: &Connection, query: &FigureRowsQuery, as_of: NaiveDate) -> Result<Page<FigureRow>> {
    let tasks = derived::tasks_as_of(connection, as_of)?;
    let (kind, set) = sets::set(query.name, &tasks);
    let condition = match query.part.unwrap_or(FigurePart::All) {
        FigurePart::All => "1=1",
        FigurePart::Counted => "counted=1",
        FigurePart::Rest => "counted=0",
    };
    let days = Days3::of(as_of);
    let total: i64 = {
        let mut statement = connection.prepare_cached(&format!("SELECT count(*) FROM ({set}) WHERE {condition}"))?;
        let bound = bound(&statement, &days)?;
        statement.query_row(bound.as_slice(), |row| row.get(0))?
    };
    let sql = format!(
        "SELECT id, counted, day FROM ({set}) WHERE {condition} ORDER BY counted DESC, day NULLS LAST, id LIMIT :limit OFFSET :offset"
    );
    let found: Vec<(Id, bool, Option<String>)> = {
        let (limit, offset) = (query.paging.limit() as i64, query.paging.offset as i64);
        let mut statement = connection.prepare_cached(&sql)?;
        let mut bound = bound(&statement, &days)?;
        let paging: [(&str, &dyn ToSql); 2] = [(":limit", &limit), (":offset", &offset)];
        bound.extend(paging);
        let rows = statement.query_map(bound.as_slice(), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        rows.collect::<rusqlite::Result<_>>()?
    };
    let looked = Looked { connection, tasks: &tasks, as_of, name: query.name };
    let mut rows = Vec::with_capacity(found.len());
    for (id, counted, day) in found {
        let day = day.as_deref().and_then(PartialDate::decode);
        let printed = day.map(|day| day.grid(as_of.year())).unwrap_or_default();
        if let Some(row) = looked.row(kind, id)? {
            rows.push(FigureRow { counted, day: if row.day.is_empty() { printed } else { row.day }, ..row });
        }
    }
    Ok(Page { total: total as usize, rows })
}

/// Looks up what a line says of its record.
struct Looked<'c> {
    connection: &'c Connection,
    tasks: &'c str,
    as_of: NaiveDate,
    name: FigureName,
}

impl Looked<'_> {
    fn row(&self, kind: Kind, id: Id) -> Result<Option<FigureRow>> {
        match kind {
            Kind::Task => self.task(TaskId(id)),
            Kind::Project => self.project(id),
            Kind::Enterprise => self.enterprise(id),
            Kind::Demand => self.demand(id),
            Kind::Outcome => self.outcome(id),
            _ => self.session(id),
        }
    }

    fn project(&self, id: Id) -> Result<Option<FigureRow>> {
        let sql = format!(
            "SELECT p.name, {STAGE}, {LANDED_ON}, (SELECT x.basis FROM landing x WHERE x.project_id=p.id AND x.deleted=0
               AND x.landed_on<=:as_of AND (x.revoked_on IS NULL OR x.revoked_on>:as_of) ORDER BY x.landed_on DESC, x.id DESC LIMIT 1),
             p.investment, e.id, e.name_full FROM project p
             LEFT JOIN enterprise e ON e.id=(SELECT l.enterprise_id FROM project_enterprise l WHERE l.project_id=p.id AND l.deleted=0
               ORDER BY l.is_lead DESC, l.enterprise_id LIMIT 1) WHERE p.id=:id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let row = statement.query_row(named_params! {":as_of": self.as_of, ":id": id}, |row| {
            let (stage, landed): (Option<Stage>, Option<String>) = (row.get(1)?, row.get(2)?);
            let (basis, investment): (Option<LandingBasis>, Option<Amount>) = (row.get(3)?, row.get(4)?);
            let stage = stage.map_or("", |stage| stage.label()).to_string();
            let note = match (self.name, landed, basis) {
                (FigureName::LibraryInvestment, ..) => investment.map(|amount| amount.display()).unwrap_or_default(),
                (_, Some(on), Some(basis)) => texts::landed_because(basis.label(), &on),
                _ => stage,
            };
            Ok(FigureRow { note, ..line(id, Kind::Project, row.get(0)?, named(row, 5)?, Kind::Enterprise) })
        });
        Ok(row.optional()?)
    }

    fn enterprise(&self, id: Id) -> Result<Option<FigureRow>> {
        let sql = "SELECT name_full FROM enterprise WHERE id=?";
        let name: Option<String> = self.connection.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?;
        Ok(name.map(|name| line(id, Kind::Enterprise, name, None, Kind::Enterprise)))
    }

    fn demand(&self, id: Id) -> Result<Option<FigureRow>> {
        let sql = format!(
            "SELECT q.category, q.text, {STATUS}, COALESCE(p.id, e.id), COALESCE(p.name, e.name_full), p.id IS NOT NULL
             FROM demand q LEFT JOIN project p ON p.id=q.project_id LEFT JOIN enterprise e ON e.id=q.enterprise_id WHERE q.id=:id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let row = statement.query_row(named_params! {":as_of": self.as_of, ":id": id}, |row| {
            let (category, text): (DemandCategory, String) = (row.get(0)?, row.get(1)?);
            let status: Option<DemandStatus> = row.get(2)?;
            let about_kind = if row.get::<_, bool>(5)? { Kind::Project } else { Kind::Enterprise };
            let title = if text.is_empty() { category.label().to_string() } else { text };
            let note = status.map_or("", |status| status.label()).to_string();
            Ok(FigureRow { note, ..line(id, Kind::Demand, title, named(row, 3)?, about_kind) })
        });
        Ok(row.optional()?)
    }

    fn outcome(&self, id: Id) -> Result<Option<FigureRow>> {
        let sql = "SELECT o.kind, o.amount, o.counterparty, o.source_text, p.id, p.name FROM outcome o JOIN project p ON p.id=o.project_id WHERE o.id=?";
        let row = self.connection.prepare_cached(sql)?.query_row([id], |row| {
            let (kind, amount): (OutcomeKind, Option<Amount>) = (row.get(0)?, row.get(1)?);
            let amount = amount.map(|amount| match amount.certainty {
                Some(certainty) => format!(" {}（{}）", amount.display(), certainty.label()),
                None => format!(" {}", amount.display()),
            });
            let (counterparty, source): (String, String) = (row.get(2)?, row.get(3)?);
            let note = if source.is_empty() { counterparty } else { source };
            let title = format!("{}{}", kind.label(), amount.unwrap_or_default());
            Ok(FigureRow { note, ..line(id, Kind::Outcome, title, named(row, 4)?, Kind::Project) })
        });
        Ok(row.optional()?)
    }

    fn session(&self, id: Id) -> Result<Option<FigureRow>> {
        let sql = "SELECT theme, special, held_on FROM session WHERE id=?";
        let row = self.connection.prepare_cached(sql)?.query_row([id], |row| {
            let held: Option<PartialDate> = row.get(2)?;
            let day = held.map(|held| held.prose()).unwrap_or_default();
            Ok(FigureRow { note: row.get(1)?, day, ..line(id, Kind::Session, row.get(0)?, None, Kind::Session) })
        });
        Ok(row.optional()?)
    }

    fn task(&self, id: TaskId) -> Result<Option<FigureRow>> {
        let Some(row) = task_rows::row(self.connection, self.tasks, id, self.as_of)? else { return Ok(None) };
        let note = match self.name {
            FigureName::HandlingDays | FigureName::OnTimeRate => self.closing(id)?,
            _ => row.light.word,
        };
        let about_kind = if row.project.is_some() { Kind::Project } else { Kind::Enterprise };
        let about = row.project.or(row.enterprise);
        let day = row.due.map(|due| due.text).unwrap_or_default();
        Ok(Some(FigureRow { note, day, ..line(id.into(), Kind::Task, row.title, about, about_kind) }))
    }

    /// When a task was closed, or how long it took.
    fn closing(&self, id: TaskId) -> Result<String> {
        let sql = format!(
            "SELECT t.assigned_on, CASE WHEN n.status='closed' THEN {} END FROM {} n JOIN task t ON t.id=n.task_id WHERE n.task_id=:id",
            sets::CLOSED_ON,
            self.tasks
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let (assigned, closed): (Option<NaiveDate>, Option<NaiveDate>) = statement
            .query_row(named_params! {":id": id, ":as_of": self.as_of}, |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(match (self.name, assigned, closed) {
            (FigureName::HandlingDays, Some(assigned), Some(closed)) => {
                texts::handled_in(Calendar::current().working_days_between(assigned, closed))
            }
            _ => texts::closed_on(closed.map(|day| day.to_string()).as_deref()),
        })
    }
}

fn named(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<Named>> {
    let id: Option<Id> = row.get(at)?;
    id.map(|id| Ok(Named { id, name: row.get(at + 1)? })).transpose()
}

fn line(id: Id, record: Kind, title: String, about: Option<Named>, about_kind: Kind) -> FigureRow {
    let about_kind = about.as_ref().map(|_| about_kind);
    FigureRow { id, record, title, about, about_kind, counted: false, day: String::new(), note: String::new() }
}
