//! The light of a task on a date: colour, shape and word, and the reason in a sentence (domain.md §3.3, §1.7).
//! Derived, never stored. All arithmetic is in whole tenths of a percentage point.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::status::TaskStatus;
use crate::calendar::Calendar;
use crate::partial_date::PartialDate;
use crate::texts::values as texts;

crate::codes! {
    /// A light. In order from worst to best of the open ones, so a project's light is the least of its open tasks'.
    pub enum LightKind {
        /// Red: open after its due date.
        Overdue => "overdue", "逾期";
        /// Red: more than 30 percentage points behind.
        Behind => "behind", "滞后";
        /// Yellow: at most 5 working days left.
        DueSoon => "due_soon", "临期";
        /// Yellow: 10 to 30 percentage points behind.
        Slow => "slow", "偏慢";
        Normal => "normal", "正常";
        /// Grey: 暂缓, 取消 or without an end.
        OnHold => "on_hold", "暂缓/长期";
        Done => "done", "已销号";
    }
}

impl LightKind {
    /// The shape, so that nobody depends on the colour.
    pub fn mark(self) -> char {
        match self {
            Self::Overdue | Self::Behind => '■',
            Self::DueSoon | Self::Slow => '▲',
            Self::Normal => '●',
            Self::OnHold => '◆',
            Self::Done => '✓',
        }
    }
}

/// 滞后 above this gap, 偏慢 from the next one on; in tenths of a percentage point.
const BEHIND_ABOVE: i64 = 300;
const SLOW_FROM: i64 = 100;
/// 临期 with at most so many working days left.
const DUE_SOON_DAYS: i64 = 5;

/// What a light depends on, all of it as of the date asked.
#[derive(Debug, Clone, Copy)]
pub struct LightInput {
    pub status: TaskStatus,
    pub start_on: Option<NaiveDate>,
    pub due: Option<PartialDate>,
    /// 0–100, tenths count; None when no progress was noted, which is taken for 0.
    pub percent: Option<f64>,
}

/// A light with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Light {
    pub kind: LightKind,
    /// Short: 逾期 6 天（5 个工作日）, 今天到期, 剩 4 个工作日, 进度差 14.3 个百分点, 正常.
    pub word: String,
    /// A full sentence with the figures behind it.
    pub reason: String,
}

/// The light of a task; the first rule that fits wins (domain.md §3.3). When a task is both 临期 and 偏慢 it is
/// 临期, so the list of near deadlines is complete; the reason names the gap as well.
pub fn light(input: &LightInput, as_of: NaiveDate, calendar: &Calendar) -> Light {
    use TaskStatus as Status;
    let of = |kind, word: String, reason: String| Light { kind, word, reason };
    match (input.status, input.due) {
        (Status::Paused | Status::Cancelled, _) => {
            return of(LightKind::OnHold, input.status.label().to_owned(), texts::light_on_hold(input.status.label()));
        }
        (_, Some(PartialDate { date: None, .. })) => {
            return of(LightKind::OnHold, texts::long_term_grid().to_owned(), texts::light_long_term().to_owned());
        }
        (Status::Closed, _) => {
            return of(LightKind::Done, input.status.label().to_owned(), texts::light_done().to_owned());
        }
        // Its work is claimed to be complete: never 逾期 or 临期, and no progress is missing.
        (Status::Submitted, _) => return of(LightKind::Normal, normal(), texts::light_submitted().to_owned()),
        (Status::NotStarted | Status::InProgress, _) => {}
    }
    let Some((due, date)) = input.due.and_then(|due| Some((due, due.date?))) else {
        return of(LightKind::Normal, normal(), texts::light_without_due().to_owned());
    };
    let due_text = due.prose();
    let progress = input.start_on.and_then(|start| Progress::of(input, start, date, as_of));
    let behind = progress.as_ref().map(Progress::sentence);
    let gap = progress.as_ref().map_or(0, |progress| progress.gap());
    let working = calendar.working_days_between(as_of, date);
    let (kind, word, reason) = if let Some((days, working)) = overdue(date, as_of, calendar) {
        (LightKind::Overdue, texts::overdue_word(days, working), texts::overdue_reason(&due_text, days, working))
    } else if gap > BEHIND_ABOVE {
        (LightKind::Behind, texts::gap_word(gap), texts::behind_reason(behind.as_deref().unwrap_or_default()))
    } else if working <= DUE_SOON_DAYS {
        let days = date.signed_duration_since(as_of).num_days();
        let gap = behind.as_deref().filter(|_| gap >= SLOW_FROM);
        (LightKind::DueSoon, texts::due_soon_word(days, working), texts::due_soon_reason(&due_text, days, working, gap))
    } else if gap >= SLOW_FROM {
        (LightKind::Slow, texts::gap_word(gap), texts::slow_reason(behind.as_deref().unwrap_or_default()))
    } else {
        (LightKind::Normal, normal(), texts::normal_reason(&due_text, working, behind.as_deref()))
    };
    // Whoever counts working days into a year without a holiday notice is told so.
    let notice = calendar.notice(date).map(|notice| texts::sentence(&notice)).unwrap_or_default();
    of(kind, word, reason + &notice)
}

fn normal() -> String {
    LightKind::Normal.label().to_owned()
}

/// 逾期天数: natural and working days after `due`, or None when it is not over yet (domain.md §1.7).
pub fn overdue(due: NaiveDate, as_of: NaiveDate, calendar: &Calendar) -> Option<(i64, i64)> {
    (due < as_of).then(|| (as_of.signed_duration_since(due).num_days(), calendar.working_days_between(due, as_of)))
}

/// 序时进度 in tenths of a percent, 0–1000: the share of the time from `start` to `due` (both counted) that has
/// passed, half-up. None when `due` is before `start` (domain.md §1.7).
pub fn scheduled_tenths(start: NaiveDate, due: NaiveDate, as_of: NaiveDate) -> Option<i64> {
    let days = |to: NaiveDate| to.signed_duration_since(start).num_days() + 1;
    let whole = days(due);
    (whole > 0).then(|| {
        let passed = days(as_of).clamp(0, whole);
        (2000 * passed + whole) / (2 * whole)
    })
}

/// A percentage in tenths, held within 0–1000.
pub fn percent_tenths(percent: f64) -> i64 {
    (percent.clamp(0.0, 100.0) * 10.0).round() as i64
}

/// 序时进度 beside the actual one, in tenths.
struct Progress {
    scheduled: i64,
    actual: i64,
    noted: bool,
}

impl Progress {
    fn of(input: &LightInput, start: NaiveDate, due: NaiveDate, as_of: NaiveDate) -> Option<Self> {
        let scheduled = scheduled_tenths(start, due, as_of)?;
        Some(Self { scheduled, actual: percent_tenths(input.percent.unwrap_or(0.0)), noted: input.percent.is_some() })
    }

    /// 进度差 in tenths of a percentage point; negative when ahead.
    fn gap(&self) -> i64 {
        self.scheduled - self.actual
    }

    fn sentence(&self) -> String {
        texts::progress_gap(self.scheduled, self.actual, self.noted)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::partial_date::Precision;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn open(start: Option<&str>, due: &str, percent: Option<f64>) -> LightInput {
        let due = Some(PartialDate::parse(due, None).unwrap());
        LightInput { status: TaskStatus::InProgress, start_on: start.map(day), due, percent }
    }

    fn seen(input: &LightInput, as_of: &str) -> Light {
        light(input, day(as_of), Calendar::builtin())
    }

    #[test]
    fn scenario_18_progress_against_time() {
        let with = |percent| seen(&open(Some("2021-03-01"), "2021-03-31", Some(percent)), "2021-03-16");
        assert_eq!(scheduled_tenths(day("2021-03-01"), day("2021-03-31"), day("2021-03-16")), Some(516));
        assert_eq!(with(45.0).kind, LightKind::Normal);
        let slow = with(40.0);
        assert_eq!((slow.kind, slow.word.as_str()), (LightKind::Slow, "进度差 11.6 个百分点"));
        assert_eq!(slow.reason, "序时进度51.6%，实际40.0%，落后11.6个百分点，达到10个百分点，偏慢。");
        let behind = with(20.0);
        assert_eq!((behind.kind, behind.word.as_str()), (LightKind::Behind, "进度差 31.6 个百分点"));
        // The bounds: 10 and 30 points are yellow.
        assert_eq!([with(41.6).kind, with(41.7).kind], [LightKind::Slow, LightKind::Normal]);
        assert_eq!([with(21.6).kind, with(21.5).kind], [LightKind::Slow, LightKind::Behind]);
    }

    #[test]
    fn scenario_19_working_days_left() {
        let soon = seen(&open(None, "2021-02-20", None), "2021-02-09");
        assert_eq!((soon.kind, soon.word.as_str()), (LightKind::DueSoon, "剩 4 个工作日"));
        assert_eq!(seen(&open(None, "2021-02-20", None), "2021-02-20").word, "今天到期");
        assert_eq!(seen(&open(None, "2021-02-20", None), "2021-02-07").kind, LightKind::Normal);
        assert_eq!(seen(&open(None, "2021-03-06", None), "2021-03-05").word, "剩 1 天（无工作日）");
    }

    #[test]
    fn an_open_task_is_overdue_the_day_after() {
        let late = seen(&open(None, "2021-02-19", None), "2021-02-25");
        assert_eq!((late.kind, late.word.as_str()), (LightKind::Overdue, "逾期 6 天（5 个工作日）"));
        assert_eq!(late.reason, "完成时限2021年2月19日，已逾期6天（5个工作日）。");
        // A month's deadline is its last day.
        assert_eq!(seen(&open(None, "2021年3月底前", None), "2021-03-31").kind, LightKind::DueSoon);
        assert_eq!(seen(&open(None, "2021年3月底前", None), "2021-04-01").kind, LightKind::Overdue);
    }

    #[test]
    fn status_comes_before_dates() {
        let kind = |status| {
            seen(&LightInput { status, ..open(Some("2021-01-01"), "2021-02-01", Some(10.0)) }, "2021-02-25").kind
        };
        assert_eq!(kind(TaskStatus::Paused), LightKind::OnHold);
        assert_eq!(kind(TaskStatus::Cancelled), LightKind::OnHold);
        assert_eq!(kind(TaskStatus::Closed), LightKind::Done);
        assert_eq!(kind(TaskStatus::Submitted), LightKind::Normal);
        assert_eq!(kind(TaskStatus::NotStarted), LightKind::Overdue);
        let endless = seen(&open(Some("2020-01-01"), "长期", None), "2021-02-25");
        assert_eq!((endless.kind, endless.word.as_str()), (LightKind::OnHold, "长期"));
    }

    #[test]
    fn no_progress_note_counts_as_nothing_done() {
        let silent = seen(&open(Some("2021-01-01"), "2021-06-30", None), "2021-04-01");
        assert_eq!(silent.kind, LightKind::Behind);
        assert!(silent.reason.contains("没有进展记录"));
        let undated = LightInput { due: None, ..open(Some("2021-01-01"), "2021-06-30", None) };
        assert_eq!(seen(&undated, "2021-04-01").kind, LightKind::Normal);
    }

    #[test]
    fn a_deadline_in_an_unpublished_year_says_so() {
        let reason = seen(&open(None, "2027-02-25", None), "2027-02-01").reason;
        assert!(reason.ends_with("2027年放假安排未公布，按法定节日和周末推算。"), "{reason}");
    }

    proptest! {
        /// Every task has exactly one light, with words, whatever its dates.
        #[test]
        fn lights_are_total(
            status in prop::sample::select(TaskStatus::ALL),
            start in prop::option::of(0u64..4000),
            due in prop::option::of((0u64..4000, prop::sample::select(Precision::ALL))),
            percent in prop::option::of(prop::num::f64::ANY),
            as_of in 0u64..4000,
        ) {
            let from = |days| day("2019-01-01") + chrono::Days::new(days);
            let due = due.map(|(days, precision)| PartialDate::containing(from(days), precision));
            let input = LightInput { status, start_on: start.map(from), due, percent };
            let seen = light(&input, from(as_of), Calendar::builtin());
            prop_assert!(!seen.word.is_empty() && seen.reason.ends_with('。'));
            let late = status.is_open() && due.and_then(|due| due.date).is_some_and(|date| date < from(as_of));
            prop_assert_eq!(seen.kind == LightKind::Overdue, late);
        }
    }
}
