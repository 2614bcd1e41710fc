//! The light of a task on a date: colour, shape and word, and the reason in a sentence (domain.md §3.3, §1.7).
//! Derived, never stored. All arithmetic is in whole tenths of a percentage point.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::status::TaskStatus;
use crate::calendar::Calendar;
use crate::light_rules::bounds::{Bounds, LightRules};
use crate::partial_date::PartialDate;
use crate::texts::values as texts;

crate::codes! {
    /// A light. In order from worst to best of the open ones, so a project's light is the least of its open tasks'.
    pub enum LightKind {
        /// Red: open after its due date.
        Overdue => "overdue", "逾期";
        /// Red: further behind than the rule of the day allows; 30 percentage points as shipped.
        Behind => "behind", "滞后";
        /// Yellow: few working days left; 5 as shipped.
        DueSoon => "due_soon", "临期";
        /// Yellow: somewhat behind; 10 to 30 percentage points as shipped.
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

/// The light of a task by the rules of the workbook at work, as they stand on the day asked.
pub fn light(input: &LightInput, as_of: NaiveDate, calendar: &Calendar) -> Light {
    light_by(input, as_of, calendar, &LightRules::now(as_of))
}

/// Which light a task shows; the first rule that fits wins (domain.md §3.3). When a task is both 临期 and 偏慢 it is
/// 临期, so the list of near deadlines is complete; the reason names the gap as well.
pub fn light_kind(input: &LightInput, as_of: NaiveDate, calendar: &Calendar, bounds: &Bounds) -> LightKind {
    match (input.status, input.due) {
        (TaskStatus::Paused | TaskStatus::Cancelled, _) => LightKind::OnHold,
        (_, Some(PartialDate { date: None, .. })) => LightKind::OnHold,
        (TaskStatus::Closed, _) => LightKind::Done,
        // Its work is claimed to be complete: never 逾期 or 临期, and no progress is missing.
        (TaskStatus::Submitted, _) => LightKind::Normal,
        (TaskStatus::NotStarted | TaskStatus::InProgress, None) => LightKind::Normal,
        (TaskStatus::NotStarted | TaskStatus::InProgress, Some(PartialDate { date: Some(due), .. })) => {
            let gap = Progress::of(input, due, as_of).map_or(0, |progress| progress.gap());
            if due < as_of {
                LightKind::Overdue
            } else if gap > bounds.behind_tenths() {
                LightKind::Behind
            } else if calendar.working_days_between(as_of, due) <= bounds.due_soon_days {
                LightKind::DueSoon
            } else if gap >= bounds.slow_tenths() {
                LightKind::Slow
            } else {
                LightKind::Normal
            }
        }
    }
}

/// The light of a task with its words, by these bounds.
pub fn light_by(input: &LightInput, as_of: NaiveDate, calendar: &Calendar, bounds: &Bounds) -> Light {
    let kind = light_kind(input, as_of, calendar, bounds);
    let of = |word: String, reason: String| Light { kind, word, reason };
    match (input.status, input.due) {
        (status @ (TaskStatus::Paused | TaskStatus::Cancelled), _) => {
            return of(status.label().to_owned(), texts::light_on_hold(status.label()));
        }
        (_, Some(PartialDate { date: None, .. })) => {
            return of(texts::long_term_grid().to_owned(), texts::light_long_term().to_owned());
        }
        (status @ TaskStatus::Closed, _) => {
            return of(status.label().to_owned(), texts::light_done().to_owned());
        }
        (TaskStatus::Submitted, _) => return of(normal(), texts::light_submitted().to_owned()),
        (TaskStatus::NotStarted | TaskStatus::InProgress, _) => {}
    }
    let Some((due, date)) = input.due.and_then(|due| Some((due, due.date?))) else {
        return of(normal(), texts::light_without_due().to_owned());
    };
    let due_text = due.prose();
    let progress = Progress::of(input, date, as_of);
    let behind = progress.as_ref().map(Progress::sentence);
    let gap = progress.as_ref().map_or(0, |progress| progress.gap());
    let working = calendar.working_days_between(as_of, date);
    let days = date.signed_duration_since(as_of).num_days();
    let clause = behind.as_deref().unwrap_or_default();
    let (word, reason) = match kind {
        LightKind::Overdue => {
            let (days, working) = (-days, -working);
            (texts::overdue_word(days, working), texts::overdue_reason(&due_text, days, working))
        }
        LightKind::Behind => (texts::gap_word(gap), texts::behind_reason(clause, bounds.behind_above)),
        LightKind::DueSoon => {
            let gap = behind.as_deref().filter(|_| gap >= bounds.slow_tenths());
            let reason = texts::due_soon_reason(&due_text, days, working, bounds.due_soon_days, gap);
            (texts::due_soon_word(days, working), reason)
        }
        LightKind::Slow => (texts::gap_word(gap), texts::slow_reason(clause, bounds.slow_from)),
        LightKind::Normal | LightKind::OnHold | LightKind::Done => {
            (normal(), texts::normal_reason(&due_text, working, behind.as_deref()))
        }
    };
    // Whoever counts working days into a year without a holiday notice is told so.
    let notice = calendar.notice(date).map(|notice| texts::sentence(&notice)).unwrap_or_default();
    of(word, reason + &notice)
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
    fn of(input: &LightInput, due: NaiveDate, as_of: NaiveDate) -> Option<Self> {
        let scheduled = scheduled_tenths(input.start_on?, due, as_of)?;
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

    fn any_input() -> impl Strategy<Value = LightInput> {
        let due = prop::option::of((0u64..1500, prop::sample::select(Precision::ALL)));
        (
            prop::sample::select(TaskStatus::ALL),
            prop::option::of(0u64..1500),
            due,
            prop::option::of(prop::num::f64::ANY),
        )
            .prop_map(|(status, start, due, percent)| {
                let due = due.map(|(days, precision)| PartialDate::containing(from(days), precision));
                LightInput { status, start_on: start.map(from), due, percent }
            })
    }

    fn from(days: u64) -> NaiveDate {
        day("2019-06-01") + chrono::Days::new(days)
    }

    fn any_bounds() -> impl Strategy<Value = Bounds> {
        (any::<i16>(), any::<i16>(), any::<i16>()).prop_map(|(behind, slow, days)| {
            Bounds { behind_above: behind.into(), slow_from: slow.into(), due_soon_days: days.into() }.held()
        })
    }

    /// The rules of domain.md §3.3, each by itself: does it fit when the ones before it do not?
    fn fits(kind: LightKind, input: &LightInput, as_of: NaiveDate, bounds: &Bounds) -> bool {
        let on_hold = matches!(input.status, TaskStatus::Paused | TaskStatus::Cancelled)
            || input.due.is_some_and(|due| due.date.is_none());
        let due = input.due.and_then(|due| due.date).filter(|_| input.status.is_open() && !on_hold);
        let gap = due.zip(input.start_on).and_then(|(due, start)| scheduled_tenths(start, due, as_of));
        let gap = gap.map_or(0, |scheduled| scheduled - percent_tenths(input.percent.unwrap_or(0.0)));
        let late = due.is_some_and(|due| due < as_of);
        let behind = due.is_some() && !late && gap > bounds.behind_above * 10;
        let near = due.is_some_and(|due| {
            let left = as_of.iter_days().skip(1).take_while(|date| *date <= due);
            left.filter(|date| Calendar::builtin().is_workday(*date)).count() as i64 <= bounds.due_soon_days
        });
        let slow = gap >= bounds.slow_from * 10;
        match kind {
            LightKind::OnHold => on_hold,
            LightKind::Done => input.status == TaskStatus::Closed && !on_hold,
            LightKind::Overdue => late,
            LightKind::Behind => behind,
            LightKind::DueSoon => !late && !behind && near,
            LightKind::Slow => due.is_some() && !late && !behind && !near && slow,
            LightKind::Normal => {
                !on_hold
                    && (input.status == TaskStatus::Submitted
                        || input.status.is_open() && (due.is_none() || !late && !behind && !near && !slow))
            }
        }
    }

    proptest! {
        /// Every task has exactly one light whatever its dates and the rule, the same each time, with words.
        #[test]
        fn lights_are_total_and_stable(input in any_input(), as_of in 0u64..1500, bounds in any_bounds()) {
            let as_of = from(as_of);
            let seen = light_by(&input, as_of, Calendar::builtin(), &bounds);
            prop_assert!(!seen.word.is_empty() && seen.reason.ends_with('。'));
            prop_assert_eq!(&seen, &light_by(&input, as_of, Calendar::builtin(), &bounds));
            prop_assert_eq!(seen.kind, light_kind(&input, as_of, Calendar::builtin(), &bounds));
            let fitting: Vec<_> =
                LightKind::ALL.iter().copied().filter(|kind| fits(*kind, &input, as_of, &bounds)).collect();
            prop_assert_eq!(fitting, [seen.kind], "exactly one rule fits");
        }

        /// While nothing is done a light never gets better: the kinds stand in order from worst to best.
        #[test]
        fn waiting_never_helps(input in any_input(), as_of in 0u64..1500, later in 0u64..400, bounds in any_bounds()) {
            let kind = |days| light_kind(&input, from(days), Calendar::builtin(), &bounds);
            prop_assert!(kind(as_of + later) <= kind(as_of));
        }

        /// More done is never a worse light.
        #[test]
        fn work_never_hurts(input in any_input(), as_of in 0u64..1500, bounds in any_bounds(), more in 0.0f64..100.0) {
            let kind = |input: &LightInput| light_kind(input, from(as_of), Calendar::builtin(), &bounds);
            let done = input.percent.filter(|percent| percent.is_finite()).unwrap_or(0.0).clamp(0.0, 100.0);
            let before = LightInput { percent: Some(done), ..input };
            let after = LightInput { percent: Some(done + more), ..input };
            prop_assert!(kind(&after) >= kind(&before));
        }
    }

    #[test]
    fn reasons_name_the_bound_of_the_rule() {
        let strict = Bounds { behind_above: 20, slow_from: 5, due_soon_days: 10 };
        let with = |percent, as_of| {
            light_by(&open(Some("2021-03-01"), "2021-03-31", percent), day(as_of), Calendar::builtin(), &strict)
        };
        assert!(with(Some(25.0), "2021-03-16").reason.ends_with("落后26.6个百分点，超过20个百分点，滞后。"));
        assert!(with(Some(5.0), "2021-03-04").reason.ends_with("落后7.9个百分点，达到5个百分点，偏慢。"));
        assert_eq!(
            with(Some(50.0), "2021-03-18").reason,
            "完成时限2021年3月31日，还剩9个工作日（13天），不超过10个工作日，临期；序时进度58.1%，实际50.0%，落后8.1个百分点。"
        );
    }
}
