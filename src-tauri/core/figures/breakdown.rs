//! How projects and tasks spread: what the charts of 统计通报 draw.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::{AmountSum, Certainty};
use crate::figures::value::rate_tenths;
use crate::ids::DepartmentId;
use crate::outcomes::kind::OutcomeKind;
use crate::projects::stage::Stage;

/// Everything the charts draw, as of one day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Breakdowns {
    /// Every stage in order, also those without projects.
    pub stages: Vec<StageShare>,
    /// Library projects by district, in the order of the codes; what is not filled in comes last.
    pub districts: Vec<LibraryShare>,
    /// Library projects by industry, in the order of the list.
    pub industries: Vec<LibraryShare>,
    /// Tasks by lead unit, in 机构序列: no ranking.
    pub departments: Vec<DepartmentShare>,
    /// The last twelve months, the latest last.
    pub trend: Vec<TrendPoint>,
    pub outcomes: Vec<OutcomeTotal>,
}

/// How many projects stand in a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StageShare {
    pub stage: Stage,
    pub label: String,
    pub count: i64,
}

/// Library projects that have something in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LibraryShare {
    /// Code of the district or the industry; empty when it is not filled in.
    pub key: String,
    pub label: String,
    pub library: i64,
    pub landed: i64,
}

/// Tasks a unit leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DepartmentShare {
    pub id: DepartmentId,
    pub label: String,
    /// All but 取消.
    pub total: i64,
    pub closed: i64,
    pub open: i64,
    /// Part of `open`.
    pub overdue: i64,
}

/// 重点项目库 at the end of a month, or on the day asked for in its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrendPoint {
    /// 2021-02.
    pub month: String,
    pub as_of: NaiveDate,
    pub library: i64,
    pub landed: i64,
    /// 落地率 in tenths of a percent.
    pub tenths: Option<i64>,
}

/// 成效 of one kind and one certainty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OutcomeTotal {
    pub kind: OutcomeKind,
    pub label: String,
    pub certainty: Option<Certainty>,
    pub certainty_label: String,
    pub count: i64,
    /// Of those that name an amount.
    pub sum: AmountSum,
    pub text: String,
}

/// The last day of each of the last `months` months, `as_of` itself in its own; the latest last.
pub fn month_ends(as_of: NaiveDate, months: u32) -> Vec<NaiveDate> {
    let first = as_of.with_day(1).unwrap_or(as_of);
    let end = |back: u32| {
        let next = first.checked_sub_months(Months::new(back)).and_then(|day| day.checked_add_months(Months::new(1)));
        next.and_then(|day| day.pred_opt()).map_or(as_of, |day| day.min(as_of))
    };
    (0..months).rev().map(end).collect()
}

/// A library membership or an active landing: from its first day until before its last.
#[derive(Debug, Clone, Copy)]
pub struct Span<K> {
    pub of: K,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl<K> Span<K> {
    /// Does it hold on a day?
    pub fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| until > day)
    }
}

/// 重点项目库 at each month's end, out of all memberships and landings.
pub fn trend<K: Ord + Copy>(entries: &[Span<K>], landings: &[Span<K>], as_of: NaiveDate) -> Vec<TrendPoint> {
    use std::collections::BTreeSet;
    let on = |spans: &[Span<K>], day| spans.iter().filter(|span| span.holds(day)).map(|span| span.of).collect();
    month_ends(as_of, 12)
        .into_iter()
        .map(|day| {
            let (inside, active): (BTreeSet<K>, BTreeSet<K>) = (on(entries, day), on(landings, day));
            let (library, landed) = (inside.len() as i64, inside.intersection(&active).count() as i64);
            TrendPoint {
                month: day.format("%Y-%m").to_string(),
                as_of: day,
                library,
                landed,
                tenths: rate_tenths(landed, library),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_on_their_last_day_and_the_last_one_on_the_day_asked() {
        let days: Vec<String> = month_ends("2021-03-31".parse().unwrap(), 4).iter().map(NaiveDate::to_string).collect();
        assert_eq!(days, ["2020-12-31", "2021-01-31", "2021-02-28", "2021-03-31"]);
        assert_eq!(month_ends("2021-02-25".parse().unwrap(), 1), ["2021-02-25".parse::<NaiveDate>().unwrap()]);
    }
}
