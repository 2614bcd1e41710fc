//! 完成时限 as typed: a date of any precision, or so many working days from 交办 (domain.md §4.4–4.5).

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::input;
use crate::partial_date::PartialDate;
use crate::texts::tasks as texts;
use crate::typed::{compact, take_number};

/// More working days than this (two years) are a slip of the keyboard.
const MOST_WORKING_DAYS: i32 = 500;

/// A deadline that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypedDue {
    /// A date, or none.
    On(Option<PartialDate>),
    /// So many working days from 交办; the day after 交办 is the first.
    WorkingDays(i32),
}

impl TypedDue {
    /// Reads what was typed. A yearless date is of `today`'s year.
    pub fn read(typed: &str, today: NaiveDate) -> Result<Self> {
        match working_days(typed) {
            Some(days) if (1..=MOST_WORKING_DAYS).contains(&days) => Ok(Self::WorkingDays(days)),
            Some(_) => Err(Error::invalid(texts::due_rule_out_of_bounds(MOST_WORKING_DAYS))),
            None => input::due(typed, today).map(Self::On),
        }
    }

    /// The date it means for a task assigned on this day.
    pub fn date(&self, assigned_on: NaiveDate) -> Option<PartialDate> {
        match self {
            Self::On(due) => *due,
            Self::WorkingDays(days) => Some(PartialDate::day(Calendar::current().add_working_days(assigned_on, *days))),
        }
    }

    /// The rule to keep beside the date: 15个工作日自交办, or empty.
    pub fn rule(&self) -> String {
        match self {
            Self::On(_) => String::new(),
            Self::WorkingDays(days) => texts::due_rule(*days),
        }
    }
}

/// The number in 15个工作日, 15个工作日内, 自交办之日起十五个工作日内, 15个工作日自交办.
fn working_days(typed: &str) -> Option<i32> {
    let text = compact(typed);
    let mut rest = text.as_str();
    for opening in ["自交办之日起", "交办之日起", "自交办起", "自交办", "交办后", "收到后"] {
        rest = rest.strip_prefix(opening).unwrap_or(rest);
    }
    let (days, rest) = take_number(rest)?;
    let rest = rest.strip_prefix('个').unwrap_or(rest).strip_prefix("工作日")?;
    let known = ["", "内", "以内", "之内", "内完成", "自交办", "内自交办"];
    known.contains(&rest).then(|| i32::try_from(days).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn due(typed: &str, assigned_on: &str) -> Option<String> {
        let read = TypedDue::read(typed, day("2021-02-25")).unwrap();
        read.date(day(assigned_on)).map(|due| due.encode())
    }

    #[test]
    fn scenario_20_working_days_from_the_day_of_assignment() {
        assert_eq!(due("15个工作日", "2021-02-08").as_deref(), Some("2021-03-05"));
        assert_eq!(due("3个工作日内", "2021-02-05").as_deref(), Some("2021-02-09"));
        assert_eq!(due("自交办之日起十五个工作日内", "2021-02-08").as_deref(), Some("2021-03-05"));
        assert_eq!(TypedDue::read("15 个工作日", day("2021-02-25")).unwrap().rule(), "15个工作日自交办");
    }

    #[test]
    fn dates_are_read_as_dates() {
        assert_eq!(due("3月底前", "2021-02-08").as_deref(), Some("2021-03-31~month"));
        assert_eq!(due("2021-03-05", "2021-02-08").as_deref(), Some("2021-03-05"));
        assert_eq!(due("", "2021-02-08"), None);
        assert!(TypedDue::read("0个工作日", day("2021-02-25")).is_err());
        assert!(TypedDue::read("99999999个工作日", day("2021-02-25")).is_err());
        assert!(TypedDue::read("下周", day("2021-02-25")).is_err());
    }

    proptest! {
        #[test]
        fn the_rule_reads_back_as_itself(days in 1i32..=MOST_WORKING_DAYS) {
            let typed = TypedDue::WorkingDays(days);
            prop_assert_eq!(TypedDue::read(&typed.rule(), day("2021-02-25")).unwrap(), typed);
        }

        #[test]
        fn whatever_is_typed_is_read_or_refused(typed in ".{0,30}") {
            let _ = TypedDue::read(&typed, day("2021-02-25"));
        }
    }
}
