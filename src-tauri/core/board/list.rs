//! What the board shows.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::board::flag::{Flag, MonthCounts};
use crate::error::{Error, Result};
use crate::ids::{ProjectId, TaskId, WorkGroupId};
use crate::projects::stage::Stage;
use crate::tasks::light::Light;
use crate::tasks::list::{DueText, Named};
use crate::tasks::status::TaskStatus;
use crate::texts::board as texts;

/// Which part of the board.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct BoardQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// The first month, as 2021-01; January of the year asked if left out.
    #[ts(optional)]
    pub from: Option<String>,
    /// So many months, 1–24; 12 if left out.
    #[ts(optional)]
    pub months: Option<u32>,
    /// Part of the project's or the enterprise's name.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    /// GB/T 2260 code.
    #[ts(optional)]
    pub district: Option<String>,
    #[ts(optional)]
    pub work_group: Option<WorkGroupId>,
    #[ts(optional)]
    pub stage: Option<Stage>,
    /// Projects with this flag in some month of the period.
    #[ts(optional)]
    pub flag: Option<Flag>,
    /// Projects without any task due in the period too.
    #[ts(optional, as = "Option<_>")]
    pub all: bool,
}

/// More months do not fit on a sheet.
const MOST_MONTHS: u32 = 24;

impl BoardQuery {
    /// The first days of the months of the period, and the day it is over.
    pub fn period(&self, as_of: NaiveDate) -> Result<(Vec<NaiveDate>, NaiveDate)> {
        let first = match &self.from {
            None => NaiveDate::from_ymd_opt(as_of.year(), 1, 1),
            Some(typed) => Some(month_of(typed)?),
        };
        let count = self.months.unwrap_or(12).clamp(1, MOST_MONTHS);
        let days: Option<Vec<NaiveDate>> =
            (0..=count).map(|ahead| first?.checked_add_months(Months::new(ahead))).collect();
        let mut days = days.ok_or_else(|| Error::invalid(texts::no_such_month(self.from.as_deref().unwrap_or(""))))?;
        let end = days.pop().unwrap_or(as_of);
        Ok((days, end))
    }
}

/// The first day of 2021-02.
pub fn month_of(typed: &str) -> Result<NaiveDate> {
    let day = format!("{}-01", typed.trim()).parse::<NaiveDate>();
    let within = |day: &NaiveDate| (1900..=2199).contains(&day.year());
    day.ok().filter(within).ok_or_else(|| Error::invalid(texts::no_such_month(typed)))
}

/// 2021-02.
pub fn month_key(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

/// A page of the board.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Board {
    pub months: Vec<BoardMonth>,
    pub total: usize,
    pub rows: Vec<BoardRow>,
}

/// A column.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardMonth {
    /// 2021-02.
    pub key: String,
    pub year: i32,
    pub month: u32,
    /// The month of the day asked.
    pub now: bool,
    /// Flags of all projects of the query in this month.
    pub red: usize,
    pub black: usize,
    pub pending: usize,
}

/// A project.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardRow {
    pub id: ProjectId,
    pub name: String,
    pub enterprise: Option<Named>,
    pub district: String,
    pub lead: Option<Named>,
    pub work_group: Option<Named>,
    /// 组长 of the group.
    pub leader: String,
    pub stage: Stage,
    /// That of the worst open task; none without open tasks.
    pub light: Option<Light>,
    /// One for each month.
    pub cells: Vec<BoardCell>,
}

/// A project in a month.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardCell {
    pub flag: Flag,
    pub counts: MonthCounts,
    /// Why, in words; empty where nothing was due.
    pub why: String,
}

/// The tasks behind a cell.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardCellPage {
    pub project: Named,
    pub month: String,
    pub flag: Flag,
    pub why: String,
    /// What blackens the month first.
    pub tasks: Vec<BoardTask>,
}

/// A task due in a month.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BoardTask {
    pub id: TaskId,
    pub title: String,
    pub lead: Option<Named>,
    pub persons: Vec<Named>,
    pub due: Option<DueText>,
    pub status: TaskStatus,
    pub light: Light,
    /// What it does to the flag.
    pub flag: Flag,
    /// 按时销号（2021-02-18）, 晚 3 天销号（2021-02-22）, 逾期 6 天（5 个工作日）.
    pub word: String,
}
