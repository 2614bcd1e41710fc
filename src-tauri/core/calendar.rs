//! Working days (domain.md §4.5): weekends, the State Council's holidays and make-up days 2004–2026, and what an
//! imported calendar says on top. The day after the start counts as 1.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::texts::values as texts;

crate::codes! {
    /// What a day of a holiday notice is.
    pub enum DayKind {
        /// Off, though perhaps a weekday.
        Off => "off", "休";
        /// Worked, though perhaps a weekend.
        Work => "work", "班";
    }
}

/// A day a calendar file or a person states.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CalendarDay {
    #[ts(type = "string")]
    pub date: NaiveDate,
    pub kind: DayKind,
    /// From the notice of its whole year, which then counts as published and stands in place of what was known of it.
    pub published: bool,
}

/// Which days are worked. Cheap to ask: any span is counted without walking its days.
#[derive(Debug, Clone)]
pub struct Calendar {
    /// Stated days; true: worked.
    days: BTreeMap<NaiveDate, bool>,
    /// Years whose notice is known.
    published: BTreeSet<i32>,
    /// Days that differ from a plain week, each with how many more days (than plain weeks) are worked up to it.
    exceptions: Vec<(NaiveDate, i64)>,
}

/// The built-in notices.
const WORKDAYS: &str = include_str!("calendar/workdays.json");
/// Years for which unpublished holidays are guessed; every date the program accepts lies within.
const GUESSED: std::ops::RangeInclusive<i32> = 1900..=2199;
/// Deadlines further off than this many working days are a slip; it also bounds the search.
const MOST_DAYS: i32 = 100_000;

#[derive(Deserialize)]
struct Notices {
    years: BTreeMap<i32, Notice>,
}

/// One year's days as `MM-DD`.
#[derive(Deserialize)]
struct Notice {
    off: Vec<String>,
    work: Vec<String>,
}

static BUILTIN: LazyLock<Arc<Calendar>> = LazyLock::new(|| {
    let notices: Notices = serde_json::from_str(WORKDAYS).expect("the embedded calendar is valid JSON");
    let mut days = BTreeMap::new();
    for (year, notice) in &notices.years {
        for (list, worked) in [(&notice.off, false), (&notice.work, true)] {
            let dates = list.iter().filter_map(|day| format!("{year}-{day}").parse::<NaiveDate>().ok());
            days.extend(dates.map(|date| (date, worked)));
        }
    }
    Arc::new(Calendar::assemble(days, notices.years.into_keys().collect()))
});

thread_local! {
    /// The calendar of the workbook that is being read or written.
    static CURRENT: RefCell<Option<Arc<Calendar>>> = const { RefCell::new(None) };
}

impl Calendar {
    /// The calendar the program ships with: notices 2004–2026, guesses for other years.
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// The same, to keep.
    pub fn shipped() -> Arc<Self> {
        BUILTIN.clone()
    }

    /// The calendar of the workbook this thread reads or writes: the shipped one with what was imported on top.
    /// Outside of a workbook the shipped one.
    pub fn current() -> Arc<Self> {
        CURRENT.with_borrow(|current| current.clone()).unwrap_or_else(Self::shipped)
    }

    /// The first and the last year whose notice the program ships.
    pub fn shipped_years() -> (i32, i32) {
        let years = &BUILTIN.published;
        (years.first().copied().unwrap_or_default(), years.last().copied().unwrap_or_default())
    }

    /// Does something with this calendar as the current one.
    pub fn within<T>(self: Arc<Self>, f: impl FnOnce() -> T) -> T {
        struct Restore(Option<Arc<Calendar>>);
        impl Drop for Restore {
            fn drop(&mut self) {
                CURRENT.set(self.0.take());
            }
        }
        let _restore = Restore(CURRENT.replace(Some(self)));
        f()
    }

    /// This calendar with these days on top; a later one wins. A published year holds nothing but its own days.
    pub fn with_overrides(&self, days: impl IntoIterator<Item = CalendarDay>) -> Self {
        let (mut all, mut published) = (self.days.clone(), self.published.clone());
        let days: Vec<CalendarDay> = days.into_iter().collect();
        let anew: BTreeSet<i32> = days.iter().filter(|day| day.published).map(|day| day.date.year()).collect();
        all.retain(|date, _| !anew.contains(&date.year()));
        for day in days {
            all.insert(day.date, day.kind == DayKind::Work);
            if day.published {
                published.insert(day.date.year());
            }
        }
        Self::assemble(all, published)
    }

    fn assemble(days: BTreeMap<NaiveDate, bool>, published: BTreeSet<i32>) -> Self {
        let mut known = days.clone();
        for year in GUESSED.filter(|year| !published.contains(year)) {
            for date in statutory_days(year) {
                known.entry(date).or_insert(false);
            }
        }
        let mut more = 0;
        let exceptions = known
            .into_iter()
            .filter(|(date, worked)| *worked == is_weekend(*date))
            .map(|(date, worked)| {
                more += if worked { 1 } else { -1 };
                (date, more)
            })
            .collect();
        Self { days, published, exceptions }
    }

    /// Whether the day is worked.
    pub fn is_workday(&self, date: NaiveDate) -> bool {
        match self.exceptions.binary_search_by_key(&date, |(day, _)| *day) {
            Ok(_) => is_weekend(date),
            Err(_) => !is_weekend(date),
        }
    }

    /// The `n`-th working day after `from` (the next working day is 1); before it when `n` is negative; `from`
    /// itself for 0. `n` is held within ±100,000.
    pub fn add_working_days(&self, from: NaiveDate, n: i32) -> NaiveDate {
        let n = n.clamp(-MOST_DAYS, MOST_DAYS);
        // The answer is the first day up to which `goal` days are worked.
        let goal = match n {
            0 => return from,
            1.. => self.worked_until(from) + i64::from(n),
            _ => self.worked_until(from) - i64::from(self.is_workday(from)) + i64::from(n) + 1,
        };
        // A plain week has 5 working days; each exception may cost one more.
        let reach = i64::from(n).abs() * 2 + 7 + self.exceptions.len() as i64;
        let (mut low, mut high) = (-reach, reach);
        while low < high {
            let middle = low + (high - low).div_euclid(2);
            if self.worked_until(shifted(from, middle)) >= goal { high = middle } else { low = middle + 1 }
        }
        shifted(from, low)
    }

    /// How many working days lie after `from` up to and including `to`; negative when `to` is before `from`.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        self.worked_until(to) - self.worked_until(from)
    }

    /// Whether the holiday notice of that year is known.
    pub fn published(&self, year: i32) -> bool {
        self.published.contains(&year)
    }

    /// The sentence to show with a date of a year whose notice is not known: 2027年放假安排未公布，….
    pub fn notice(&self, date: NaiveDate) -> Option<String> {
        (!self.published(date.year())).then(|| texts::calendar_unpublished(date.year()))
    }

    /// Working days from a fixed Monday up to and including `date`: plain weeks, then the exceptions.
    fn worked_until(&self, date: NaiveDate) -> i64 {
        let days = date.signed_duration_since(MONDAY).num_days() + 1;
        let plain = days.div_euclid(7) * 5 + days.rem_euclid(7).min(5);
        let before = self.exceptions.partition_point(|(day, _)| *day <= date);
        let more = before.checked_sub(1).map_or(0, |last| self.exceptions[last].1);
        plain + more
    }
}

/// The Monday all counts start from.
const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a date");

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

/// `date` and so many days; held at the ends of what a date can be.
fn shifted(date: NaiveDate, days: i64) -> NaiveDate {
    let distance = Days::new(days.unsigned_abs());
    match days {
        0.. => date.checked_add_days(distance).unwrap_or(NaiveDate::MAX),
        _ => date.checked_sub_days(distance).unwrap_or(NaiveDate::MIN),
    }
}

/// The statutory days off of a year without a notice. Those of the lunar calendar are known for 2027 only.
fn statutory_days(year: i32) -> impl Iterator<Item = NaiveDate> {
    const SOLAR: [(u32, u32); 6] = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)];
    const LUNAR_2027: [(u32, u32); 6] = [(2, 5), (2, 6), (2, 7), (2, 8), (6, 9), (9, 15)];
    // 清明 follows the sun; this is the usual formula for its day in the 21st century.
    let in_century = year % 100;
    let qingming = (2000..2100).contains(&year).then(|| {
        let day = (f64::from(in_century) * 0.2422 + 4.81) as i32 - in_century / 4;
        (4, day as u32)
    });
    let lunar: &[(u32, u32)] = if year == 2027 { &LUNAR_2027 } else { &[] };
    let days = SOLAR.iter().chain(lunar).copied().chain(qingming);
    days.filter_map(move |(month, day)| NaiveDate::from_ymd_opt(year, month, day))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn working_days(from: &str, to: &str) -> i64 {
        Calendar::builtin().working_days_between(day(from).pred_opt().unwrap(), day(to))
    }

    #[test]
    fn deadlines_of_the_rules() {
        for (from, n, due) in [
            ("2021-02-05", 3, "2021-02-09"),
            ("2021-02-08", 15, "2021-03-05"),
            ("2021-02-25", 15, "2021-03-18"),
            ("2021-09-17", 3, "2021-09-23"),
            ("2026-02-13", 3, "2026-02-25"),
            ("2026-09-18", 3, "2026-09-22"),
            ("2020-01-23", 3, "2020-02-05"),
        ] {
            assert_eq!(Calendar::builtin().add_working_days(day(from), n), day(due), "{from} + {n}");
        }
        assert_eq!(Calendar::builtin().add_working_days(day("2021-03-05"), -15), day("2021-02-08"));
        assert_eq!(Calendar::builtin().add_working_days(day("2021-02-14"), 0), day("2021-02-14"));
    }

    #[test]
    fn working_days_of_months_and_years() {
        assert_eq!(working_days("2021-02-01", "2021-02-28"), 17);
        assert_eq!(working_days("2021-01-01", "2021-03-31"), 60);
        assert_eq!(working_days("2026-02-01", "2026-02-28"), 16);
        for (year, count) in [(2020, 249), (2021, 250), (2022, 249), (2023, 249), (2024, 251), (2025, 248), (2026, 248)]
        {
            assert_eq!(working_days(&format!("{year}-01-01"), &format!("{year}-12-31")), count, "{year}");
        }
    }

    #[test]
    fn an_unpublished_year_is_guessed_and_says_so() {
        let calendar = Calendar::builtin();
        assert!(calendar.published(2026) && !calendar.published(2027));
        assert_eq!(calendar.notice(day("2027-03-01")).unwrap(), "2027年放假安排未公布，按法定节日和周末推算");
        assert_eq!(calendar.notice(day("2026-03-01")), None);
        let off = [
            "01-01", "02-05", "02-06", "02-07", "02-08", "04-05", "05-01", "05-02", "06-09", "09-15", "10-01", "10-02",
            "10-03",
        ];
        assert!(off.iter().all(|date| !calendar.is_workday(day(&format!("2027-{date}")))));
        assert!(calendar.is_workday(day("2027-02-09")) && !calendar.is_workday(day("2030-10-01")));
    }

    #[test]
    fn an_imported_calendar_wins() {
        let stated = |date, kind| CalendarDay { date: day(date), kind, published: true };
        let calendar = Calendar::builtin().with_overrides([
            stated("2027-02-09", DayKind::Off),
            stated("2027-02-20", DayKind::Work),
            stated("2027-04-05", DayKind::Work),
        ]);
        assert!(calendar.published(2027) && calendar.notice(day("2027-03-01")).is_none());
        assert!(!calendar.is_workday(day("2027-02-09")));
        assert!(calendar.is_workday(day("2027-02-20")) && calendar.is_workday(day("2027-04-05")));
        assert_eq!(calendar.add_working_days(day("2021-02-08"), 15), day("2021-03-05"));
    }

    #[test]
    fn the_current_calendar_is_that_of_the_workbook_at_hand() {
        let day_off = CalendarDay { date: day("2021-03-01"), kind: DayKind::Off, published: false };
        let own = Arc::new(Calendar::builtin().with_overrides([day_off]));
        assert!(own.clone().within(|| !Calendar::current().is_workday(day("2021-03-01"))));
        assert!(Calendar::current().is_workday(day("2021-03-01")), "and only there");
        assert!(own.published(2021) && !own.is_workday(day("2021-02-11")), "a single day leaves the rest alone");
    }

    #[test]
    fn far_and_absurd_distances_have_an_answer() {
        let calendar = Calendar::builtin();
        let far = calendar.add_working_days(day("2021-02-05"), 100_000);
        assert_eq!(calendar.working_days_between(day("2021-02-05"), far), 100_000);
        assert_eq!(calendar.add_working_days(day("2021-02-05"), i32::MAX), far);
        calendar.add_working_days(NaiveDate::MAX, i32::MAX);
        calendar.add_working_days(NaiveDate::MIN, i32::MIN);
    }

    prop_compose! {
        fn any_day()(offset in 0u64..8401) -> NaiveDate { day("2004-01-01") + Days::new(offset) }
    }

    /// Straight from the notices, one day at a time.
    fn worked(date: NaiveDate) -> bool {
        match Calendar::builtin().days.get(&date) {
            Some(worked) => *worked,
            None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    proptest! {
        #[test]
        fn counting_equals_walking_day_by_day(a in any_day(), b in any_day()) {
            let (from, to) = (a.min(b), a.max(b));
            let walked = from.iter_days().skip(1).take_while(|date| *date <= to).filter(|date| worked(*date)).count() as i64;
            prop_assert_eq!(Calendar::builtin().working_days_between(from, to), walked);
            prop_assert_eq!(Calendar::builtin().working_days_between(to, from), -walked);
            prop_assert_eq!(Calendar::builtin().is_workday(a), worked(a));
        }

        #[test]
        fn deadlines_equal_walking_day_by_day(from in any_day(), n in 1i32..40) {
            let calendar = Calendar::builtin();
            let nth = |days: &mut dyn Iterator<Item = NaiveDate>| days.filter(|date| calendar.is_workday(*date)).nth(n as usize - 1);
            prop_assert_eq!(Some(calendar.add_working_days(from, n)), nth(&mut from.iter_days().skip(1)));
            let mut back = std::iter::successors(from.pred_opt(), NaiveDate::pred_opt);
            prop_assert_eq!(Some(calendar.add_working_days(from, -n)), nth(&mut back));
        }
    }
}
