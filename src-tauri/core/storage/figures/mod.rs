//! Figures in SQL: [`sets`] says which records stand behind each, [`tasks`] counts tasks in one pass, [`rows`] lists
//! records, [`spread`] is what charts draw, [`snapshots`] lists what was kept.

pub mod rows;
pub mod sets;
pub mod snapshots;
pub mod spread;
pub mod tasks;

use chrono::NaiveDate;
use rusqlite::types::ToSql;
use rusqlite::{Connection, Statement};

use crate::amount::{Amount, Qualifier};
use crate::error::Result;
use crate::figures::DEFINITION_VERSION;
use crate::figures::name::FigureName::{self, *};
use crate::figures::value::{FigureSet, FigureValue, Stated};
use crate::storage::figures::tasks::{Days3, TaskPass};
use crate::texts::figures as texts;

/// Figures as of a day: those named, or all; with what charts draw if wanted.
pub fn figure_set(
    connection: &Connection,
    as_of: NaiveDate,
    names: &[FigureName],
    with_breakdowns: bool,
) -> Result<FigureSet> {
    let wanted = |name: &FigureName| names.is_empty() || names.contains(name);
    let mut counted = Counted::new(connection, as_of);
    let figures = FigureName::ALL.iter().copied().filter(wanted).map(|name| counted.value(name));
    let figures = figures.collect::<Result<Vec<_>>>()?;
    let (landed, library) = counted.parts(LandingRate)?;
    let breakdowns = match with_breakdowns {
        true => Some(spread::breakdowns(connection, as_of, counted.tasks()?)?),
        false => None,
    };
    Ok(FigureSet {
        as_of,
        definition_version: DEFINITION_VERSION,
        prose: texts::landing_prose(landed, library),
        figures,
        stated: stated(connection, as_of)?,
        breakdowns,
    })
}

/// Figures of one day, each pass made at most once.
struct Counted<'c> {
    connection: &'c Connection,
    as_of: NaiveDate,
    days: Days3,
    tasks: Option<TaskPass>,
    /// Numerator and denominator of the rates several figures are parts of.
    rates: [Option<(i64, i64)>; 2],
    closings: Option<(i64, i64, i64)>,
}

impl<'c> Counted<'c> {
    fn new(connection: &'c Connection, as_of: NaiveDate) -> Self {
        Self { connection, as_of, days: Days3::of(as_of), tasks: None, rates: [None; 2], closings: None }
    }

    fn value(&mut self, name: FigureName) -> Result<FigureValue> {
        Ok(match name {
            LibraryProjects | Landed | NotLanded | Projects | Sessions | Outcomes | Demands => {
                FigureValue::count(name, self.parts(name)?.1)
            }
            LandingRate | EnterpriseLandingRate | DemandSolvedRate => {
                let (counted, all) = self.parts(name)?;
                FigureValue::rate(name, counted, all)
            }
            SatisfactionRate => {
                let (satisfied, asked) = self.parts(name)?;
                let left: i64 = self.one(&sets::not_visited(), |row| row.get(0))?;
                let rate = FigureValue::rate(name, satisfied, asked);
                if left > 0 { rate.with_remark(texts::not_visited(left)) } else { rate }
            }
            LibraryInvestment | Financing => FigureValue::money(name, &self.amounts(name)?, true),
            Orders | Intentions => FigureValue::money(name, &self.amounts(name)?, false),
            Tasks | TaskDoneRate | DueDoneRate | Overdue | Behind | Submitted | OnTimeRate | HandlingDays => {
                self.of_tasks(name)?
            }
        })
    }

    fn of_tasks(&mut self, name: FigureName) -> Result<FigureValue> {
        let pass = self.tasks()?;
        let (counts, behind) = (pass.counts.clone(), pass.behind);
        let all = (counts.total - counts.cancelled) as i64;
        Ok(match name {
            TaskDoneRate => FigureValue::rate(name, counts.closed as i64, all),
            DueDoneRate => FigureValue::rate(name, counts.due_done as i64, counts.due_count as i64),
            OnTimeRate => FigureValue::rate(name, self.closings()?.0, counts.due_count as i64),
            HandlingDays => {
                let (_, worked, count) = self.closings()?;
                let average = FigureValue::average(name, worked, count);
                if count > 0 { average.with_remark(texts::of_so_many(count)) } else { average }
            }
            Overdue => FigureValue::count(name, counts.overdue as i64),
            Behind => FigureValue::count(name, behind as i64),
            Submitted => FigureValue::count(name, counts.submitted as i64),
            _ => FigureValue::count(name, all),
        })
    }

    fn tasks(&mut self) -> Result<&TaskPass> {
        if self.tasks.is_none() {
            self.tasks = Some(tasks::pass(self.connection, self.as_of)?);
        }
        self.tasks.as_ref().ok_or_else(|| crate::Error::internal("no pass over the tasks"))
    }

    fn closings(&mut self) -> Result<(i64, i64, i64)> {
        if self.closings.is_none() {
            self.closings = Some(tasks::closings(self.connection, self.as_of)?);
        }
        Ok(self.closings.unwrap_or_default())
    }

    /// How many records behind a figure are in its numerator, and how many there are. Figures over the same records
    /// are told from one pass over them.
    fn parts(&mut self, name: FigureName) -> Result<(i64, i64)> {
        let (rate, at) = match name {
            LibraryProjects | Landed | NotLanded | LandingRate => (LandingRate, 0),
            Demands | DemandSolvedRate => (DemandSolvedRate, 1),
            _ => return self.counted(name),
        };
        let (counted, all) = match self.rates[at] {
            Some(known) => known,
            None => *self.rates[at].insert(self.counted(rate)?),
        };
        Ok(match name {
            Landed => (counted, counted),
            NotLanded => (all - counted, all - counted),
            _ => (counted, all),
        })
    }

    fn counted(&self, name: FigureName) -> Result<(i64, i64)> {
        let (_, set) = sets::set(name, "task_now");
        let sql = format!("SELECT COALESCE(sum(counted),0), count(*) FROM ({set})");
        self.one(&sql, |row| Ok((row.get(0)?, row.get(1)?)))
    }

    fn one<T>(&self, sql: &str, read: impl FnOnce(&rusqlite::Row<'_>) -> rusqlite::Result<T>) -> Result<T> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let bound = bound(&statement, &self.days)?;
        Ok(statement.query_row(bound.as_slice(), read)?)
    }

    /// The amounts behind a sum; a record that names none counts as one without a number.
    fn amounts(&self, name: FigureName) -> Result<Vec<Amount>> {
        let (column, table) = match name {
            LibraryInvestment => ("investment", "project"),
            _ => ("amount", "outcome"),
        };
        let (_, set) = sets::set(name, "task_now");
        let sql = format!("SELECT r.{column} FROM ({set}) s JOIN {table} r ON r.id=s.id");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let bound = bound(&statement, &self.days)?;
        let amounts = statement.query_map(bound.as_slice(), |row| row.get::<_, Option<Amount>>(0))?;
        let amounts = amounts.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(amounts.into_iter().map(|amount| amount.unwrap_or_else(unstated)).collect())
    }
}

/// No amount at all.
fn unstated() -> Amount {
    Amount { yuan: None, qualifier: Qualifier::Unspecified, certainty: None, text: String::new() }
}

/// The days a statement names.
pub fn bound<'d>(statement: &Statement<'_>, days: &'d Days3) -> Result<Vec<(&'static str, &'d dyn ToSql)>> {
    let all: [(&'static str, &dyn ToSql); 4] =
        [(":as_of", &days.as_of), (":after", &days.after), (":soon", &days.soon), (":behind", &days.behind)];
    let mut named = Vec::new();
    for (name, value) in all {
        if statement.parameter_index(name)?.is_some() {
            named.push((name, value));
        }
    }
    Ok(named)
}

/// What others stated of the whole work by a day, as stated, in the order staff gave them.
pub fn stated(connection: &Connection, as_of: NaiveDate) -> Result<Vec<Stated>> {
    let sql = "SELECT id, name, scope, as_of, text, source, note FROM stated_figure
               WHERE deleted=0 AND project_id IS NULL AND (as_of IS NULL OR as_of<=?) ORDER BY position, id";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([as_of], |row| {
        Ok(Stated {
            id: row.get(0)?,
            name: row.get(1)?,
            scope: row.get(2)?,
            as_of: row.get(3)?,
            text: row.get(4)?,
            source: row.get(5)?,
            note: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
