//! 年度计划: the sessions of a year by quarter (每季度一次), what they cover, and what is missing.

use serde::Serialize;
use ts_rs::TS;

use crate::projects::classification::FourNew;
use crate::sessions::list::SessionRow;
use crate::sessions::status::SessionStatus;
use crate::texts;

/// A quarter of the year.
#[derive(Debug, Clone, Serialize, TS)]
pub struct YearQuarter {
    /// 1–4.
    pub season: i64,
    pub sessions: Vec<SessionRow>,
}

/// How many sessions of the year cover something.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Covered<T> {
    pub what: T,
    pub sessions: i64,
}

/// The plan of a year.
#[derive(Debug, Clone, Serialize, TS)]
pub struct YearPlan {
    pub year: i64,
    /// Years that have sessions, and the year of the day looked at; the latest first.
    pub years: Vec<i64>,
    pub quarters: Vec<YearQuarter>,
    /// Of this year, without a quarter (专场 and others).
    pub besides: Vec<SessionRow>,
    /// Sessions of which no year is known.
    pub undated: i64,
    /// Every one of the 四新, also with 0.
    pub four_new: Vec<Covered<FourNew>>,
    /// 产业链 of the projects presented, and those of the year's list, also with 0.
    pub chains: Vec<Covered<String>>,
    /// What is missing, in sentences.
    pub missing: Vec<String>,
}

/// Tells what a year's plan lacks. `now` is the quarter of the day looked at, when that is of this year.
pub fn missing(plan: &YearPlan, past_quarters: i64) -> Vec<String> {
    let mut missing = Vec::new();
    for quarter in &plan.quarters {
        let sessions = quarter.sessions.iter().filter(|one| one.status != SessionStatus::Cancelled);
        match (sessions.count(), quarter.season <= past_quarters) {
            (0, true) => missing.push(texts::quarter_was_empty(quarter.season)),
            (0, false) => missing.push(texts::quarter_is_empty(quarter.season)),
            _ => {}
        }
    }
    let nowhere: Vec<&str> = plan.four_new.iter().filter(|one| one.sessions == 0).map(|one| one.what.label()).collect();
    if !nowhere.is_empty() {
        missing.push(texts::not_covered("四新", &nowhere.join("、")));
    }
    let nowhere: Vec<&str> = plan.chains.iter().filter(|one| one.sessions == 0).map(|one| one.what.as_str()).collect();
    match (plan.chains.is_empty(), nowhere.is_empty()) {
        (true, _) => missing.push(texts::no_chain_known().to_string()),
        (false, false) => missing.push(texts::not_covered("产业链", &nowhere.join("、"))),
        (false, true) => {}
    }
    missing
}
