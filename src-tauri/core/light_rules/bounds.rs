//! The bounds of the lights, and which of them hold on a day (domain.md §3.3). Pure.

use std::cell::RefCell;
use std::sync::{Arc, LazyLock};

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

/// Where the lights change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Bounds {
    /// 滞后 with a 进度差 above so many percentage points, 1–100.
    #[ts(type = "number")]
    pub behind_above: i64,
    /// 偏慢 from so many on, 1 to [`Self::behind_above`].
    #[ts(type = "number")]
    pub slow_from: i64,
    /// 临期 with at most so many working days left, 0–60.
    #[ts(type = "number")]
    pub due_soon_days: i64,
}

impl Bounds {
    /// More working days than this before a deadline are no warning any more.
    pub const MOST_DAYS: i64 = 60;

    /// What the program ships: 30 and 10 percentage points, 5 working days.
    pub const SHIPPED: Self = Self { behind_above: 30, slow_from: 10, due_soon_days: 5 };

    /// Held within what makes sense: what comes from another laptop may be anything, and each task still has one light.
    pub fn held(self) -> Self {
        let behind_above = self.behind_above.clamp(1, 100);
        Self {
            behind_above,
            slow_from: self.slow_from.clamp(1, behind_above),
            due_soon_days: self.due_soon_days.clamp(0, Self::MOST_DAYS),
        }
    }

    /// 滞后 above this, in tenths of a percentage point.
    pub fn behind_tenths(&self) -> i64 {
        self.behind_above * 10
    }

    /// 偏慢 from this on, in tenths of a percentage point.
    pub fn slow_tenths(&self) -> i64 {
        self.slow_from * 10
    }

    /// A deadline before the so-manieth working day from the day asked is near.
    pub fn far_from(&self) -> i32 {
        self.due_soon_days as i32 + 1
    }
}

/// The rules of a workbook by the day they hold from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LightRules {
    /// The earliest first.
    dated: Vec<(NaiveDate, Bounds)>,
}

static SHIPPED: LazyLock<Arc<LightRules>> = LazyLock::new(Arc::default);

thread_local! {
    /// The rules of the workbook that is being read or written.
    static CURRENT: RefCell<Option<Arc<LightRules>>> = const { RefCell::new(None) };
}

impl LightRules {
    /// Rules in any order; of two from the same day the later one in the list holds.
    pub fn new(dated: impl IntoIterator<Item = (NaiveDate, Bounds)>) -> Self {
        let mut dated: Vec<_> = dated.into_iter().map(|(from, bounds)| (from, bounds.held())).collect();
        dated.sort_by_key(|(from, _)| *from);
        Self { dated }
    }

    /// No rules but the shipped one.
    pub fn shipped() -> Arc<Self> {
        SHIPPED.clone()
    }

    /// What holds on a day.
    pub fn at(&self, day: NaiveDate) -> Bounds {
        let later = self.dated.partition_point(|(from, _)| *from <= day);
        later.checked_sub(1).map_or(Bounds::SHIPPED, |last| self.dated[last].1)
    }

    /// The rules of the workbook this thread reads or writes, as [`crate::calendar::Calendar::current`] is its calendar.
    pub fn current() -> Arc<Self> {
        CURRENT.with_borrow(|current| current.clone()).unwrap_or_else(Self::shipped)
    }

    /// What holds on a day in the workbook this thread reads or writes.
    pub fn now(day: NaiveDate) -> Bounds {
        Self::current().at(day)
    }

    /// Does something with these rules as the current ones.
    pub fn within<T>(self: Arc<Self>, f: impl FnOnce() -> T) -> T {
        struct Restore(Option<Arc<LightRules>>);
        impl Drop for Restore {
            fn drop(&mut self) {
                CURRENT.set(self.0.take());
            }
        }
        let _restore = Restore(CURRENT.replace(Some(self)));
        f()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_rule_of_the_day_holds_and_before_the_first_the_shipped_one() {
        let stricter = Bounds { behind_above: 20, slow_from: 5, due_soon_days: 10 };
        let rules = LightRules::new([(day("2021-03-01"), stricter), (day("2021-01-01"), Bounds::SHIPPED)]);
        assert_eq!(rules.at(day("2020-12-31")), Bounds::SHIPPED);
        assert_eq!(rules.at(day("2021-02-28")), Bounds::SHIPPED);
        assert_eq!([rules.at(day("2021-03-01")), rules.at(day("2030-01-01"))], [stricter, stricter]);
    }

    #[test]
    fn nonsense_from_elsewhere_is_held_within_bounds() {
        let held = Bounds { behind_above: -5, slow_from: 900, due_soon_days: i64::MAX }.held();
        assert_eq!(held, Bounds { behind_above: 1, slow_from: 1, due_soon_days: 60 });
        assert_eq!(Bounds::SHIPPED.held(), Bounds::SHIPPED);
    }

    #[test]
    fn rules_hold_only_while_a_workbook_is_at_work() {
        let rules = Arc::new(LightRules::new([(day("2021-01-01"), Bounds { due_soon_days: 9, ..Bounds::SHIPPED })]));
        assert_eq!(rules.within(|| LightRules::now(day("2021-02-01")).due_soon_days), 9);
        assert_eq!(LightRules::now(day("2021-02-01")), Bounds::SHIPPED);
    }
}
