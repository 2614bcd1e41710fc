//! 移动任务: other dates for a task and, when that is wanted, for what waits for it. What waits keeps its length in
//! working days and begins on the first working day after what it waits for.

use std::collections::{HashMap, VecDeque};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::ids::TaskId;
use crate::storage::dependencies as stored;
use crate::storage::rows::Task;
use crate::storage::table::live;
use crate::tasks::facts;
use crate::tasks::list::Named;
use crate::tasks::set::{self, TaskField, Typed};
use crate::texts::{gantt as texts, tasks as common};
use crate::workbook::Tx;

/// A task with the days it is to have.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewDates {
    pub id: TaskId,
    /// Left as it is (or without one) if left out.
    #[serde(default)]
    #[ts(optional)]
    pub start_on: Option<NaiveDate>,
    pub due: NaiveDate,
}

/// From when to when a task goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Span {
    pub start_on: Option<NaiveDate>,
    /// None without a deadline, and for 长期.
    pub due: Option<NaiveDate>,
}

impl Span {
    /// The first day of work that is known.
    fn begins(&self) -> Option<NaiveDate> {
        self.start_on.or(self.due)
    }

    /// Working days from the first to the last day, both counted; 0 without both.
    fn working_days(&self, calendar: &Calendar) -> i64 {
        match (self.begins(), self.due) {
            (Some(start), Some(due)) => calendar.working_days_between(start.pred_opt().unwrap_or(start), due),
            _ => 0,
        }
    }

    /// The same length in working days, begun on the first working day after `end`.
    fn after(&self, end: NaiveDate, calendar: &Calendar) -> Self {
        let start = calendar.add_working_days(end, 1);
        let days = self.working_days(calendar).clamp(1, i64::from(i32::MAX)) as i32;
        Self { start_on: self.start_on.map(|_| start), due: self.due.map(|_| calendar.add_working_days(end, days)) }
    }
}

/// A task as it stands, for the rule.
#[derive(Debug, Clone)]
pub struct Standing {
    pub id: TaskId,
    pub title: String,
    pub project: Option<Named>,
    pub span: Span,
    /// Finished and dropped work is not moved.
    pub open: bool,
}

/// A task with other dates.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MovedTask {
    pub id: TaskId,
    pub title: String,
    pub project: Option<Named>,
    pub from: Span,
    pub to: Span,
    /// Working days it takes then.
    #[ts(type = "number")]
    pub working_days: i64,
    /// Its deadline becomes later than one that was set on an earlier day: 延期, which must say why.
    pub extended: bool,
}

/// What moving a task would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MovePreview {
    pub task: MovedTask,
    /// What waits for it, directly or by way of another, and would begin before that is finished.
    pub delayed: Vec<MovedTask>,
}

/// More tasks than this are not pushed on by one.
const MOST: usize = 2000;

/// What has to be moved on when `first` goes from one span to another: (as it stands, as it would stand), the first
/// ahead. `waiting` answers what waits for a task.
pub fn pushed(
    first: Standing,
    to: Span,
    calendar: &Calendar,
    mut waiting: impl FnMut(TaskId) -> Result<Vec<Standing>>,
) -> Result<Vec<(Standing, Span)>> {
    let later = to.due > first.span.due;
    let start = first.id;
    let mut moved = vec![(first, to)];
    let mut place = HashMap::from([(start, 0)]);
    let mut next = VecDeque::from([start]);
    // A merge may have left a circle; then it ends here instead of going round.
    let mut steps = 0;
    while let Some(id) = next.pop_front().filter(|_| later && steps < MOST) {
        steps += 1;
        let Some(end) = place.get(&id).and_then(|at| moved.get(*at)).and_then(|(_, span)| span.due) else { continue };
        for behind in waiting(id)? {
            let at = place.get(&behind.id).copied();
            let now = at.and_then(|at| moved.get(at)).map_or(behind.span, |(_, span)| *span);
            if behind.id == start || !behind.open || now.begins().is_none_or(|begins| begins >= end) {
                continue;
            }
            let (id, to) = (behind.id, behind.span.after(end, calendar));
            match at.and_then(|at| moved.get_mut(at)) {
                Some((_, span)) => *span = to,
                None => {
                    place.insert(id, moved.len());
                    moved.push((behind, to));
                }
            }
            next.push_back(id);
        }
    }
    Ok(moved)
}

/// What moving a task would do. Changes nothing.
pub fn preview(connection: &rusqlite::Connection, wanted: &NewDates, today: NaiveDate) -> Result<MovePreview> {
    let mut moved = Vec::new();
    for (before, to) in plan(connection, wanted, today)? {
        let extended = facts::needs_reason(connection, before.id, to.due, today)?;
        let working_days = to.working_days(&Calendar::current());
        let Standing { id, title, project, span, .. } = before;
        moved.push(MovedTask { id, title, project, from: span, to, working_days, extended });
    }
    let task = moved.remove(0);
    Ok(MovePreview { task, delayed: moved })
}

fn plan(connection: &rusqlite::Connection, wanted: &NewDates, today: NaiveDate) -> Result<Vec<(Standing, Span)>> {
    let first = stored::standing(connection, wanted.id, today)?.ok_or_else(|| Error::not_found("任务"))?;
    let to = Span { start_on: wanted.start_on.or(first.span.start_on), due: Some(wanted.due) };
    if let Some(start) = to.start_on.filter(|start| *start > wanted.due) {
        return Err(Error::invalid(common::due_before_start(wanted.due, start)));
    }
    let waiting = |id| stored::standing_behind(connection, id, today);
    pushed(first, to, &Calendar::current(), waiting)
}

/// Moves a task, and with it what waits for it when `with_following`; one action by name.
pub fn reschedule(tx: &Tx<'_>, wanted: &NewDates, with_following: bool, reason: &str) -> Result<Action> {
    let mut moved = plan(tx, wanted, tx.today)?;
    if !with_following {
        moved.truncate(1);
    }
    let count = moved.len();
    let mut first = None;
    for (before, to) in moved {
        let title = live::<Task>(tx, before.id)?.title;
        set_span(tx, &before, to, reason)
            .map_err(|error| Error::new(error.code(), texts::of_task(&title, error.message(), count)))?;
        first.get_or_insert(title);
    }
    let subject = common::and_others(&first.unwrap_or_default(), count);
    Ok(Action::set(Kind::Task, texts::dates(), subject))
}

/// Each end is set only when it moves, so that 3月底前 stays 3月底前; the one that makes room goes first.
fn set_span(tx: &Tx<'_>, before: &Standing, to: Span, reason: &str) -> Result<()> {
    let mut notices = Vec::new();
    let mut set_end = |field, day: Option<NaiveDate>| {
        let text = day.map(|day| day.to_string()).unwrap_or_default();
        set::set(tx, before.id, field, &Typed { text: &text, reason, ..Typed::default() }, &mut notices).map(drop)
    };
    let due = to.due.filter(|due| before.span.due != Some(*due));
    let start = to.start_on.filter(|start| before.span.start_on != Some(*start));
    if to.due < before.span.due {
        start.map(|day| set_end(TaskField::StartOn, Some(day))).transpose()?;
        due.map(|day| set_end(TaskField::Due, Some(day))).transpose()?;
    } else {
        due.map(|day| set_end(TaskField::Due, Some(day))).transpose()?;
        start.map(|day| set_end(TaskField::StartOn, Some(day))).transpose()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn standing(id: TaskId, start: Option<&str>, due: Option<&str>) -> Standing {
        let span = Span { start_on: start.map(day), due: due.map(day) };
        Standing { id, title: String::new(), project: None, span, open: true }
    }

    fn ids(count: usize) -> Vec<TaskId> {
        (0..count).map(|_| TaskId::new()).collect()
    }

    #[test]
    fn what_waits_begins_on_the_next_working_day_and_keeps_its_length() {
        let ids = ids(3);
        // Five working days, over a weekend; due on a Friday before the spring festival.
        let b = standing(ids[1], Some("2021-02-01"), Some("2021-02-05"));
        let c = standing(ids[2], None, Some("2021-02-09"));
        let waiting = |id| {
            Ok(if id == ids[0] {
                vec![b.clone()]
            } else if id == ids[1] {
                vec![c.clone()]
            } else {
                vec![]
            })
        };
        let first = standing(ids[0], Some("2021-01-25"), Some("2021-01-29"));
        let to = Span { start_on: first.span.start_on, due: Some(day("2021-02-05")) };
        let moved = pushed(first, to, Calendar::builtin(), waiting).unwrap();
        let spans: Vec<Span> = moved.iter().map(|(_, span)| *span).collect();
        // Sunday 2021-02-07 is worked; 02-11 to 02-17 are off.
        assert_eq!(spans[1], Span { start_on: Some(day("2021-02-07")), due: Some(day("2021-02-18")) });
        assert_eq!(spans[2], Span { start_on: None, due: Some(day("2021-02-19")) });
    }

    #[test]
    fn nothing_is_pushed_by_a_move_to_an_earlier_day_and_finished_work_stays() {
        let ids = ids(2);
        let behind = standing(ids[1], Some("2021-02-01"), Some("2021-02-05"));
        let first = standing(ids[0], None, Some("2021-03-10"));
        let to = Span { start_on: None, due: Some(day("2021-03-05")) };
        let moved = pushed(first.clone(), to, Calendar::builtin(), |_| Ok(vec![behind.clone()])).unwrap();
        assert_eq!(moved.len(), 1, "it stood in the way before");
        let later = Span { start_on: None, due: Some(day("2021-03-12")) };
        let closed = Standing { open: false, ..behind.clone() };
        assert_eq!(pushed(first.clone(), later, Calendar::builtin(), |_| Ok(vec![closed.clone()])).unwrap().len(), 1);
        assert_eq!(pushed(first, later, Calendar::builtin(), |_| Ok(vec![behind.clone()])).unwrap().len(), 2);
    }

    proptest! {
        /// After a push nothing that was moved begins before what it waits for is finished, and all keep their length.
        #[test]
        fn a_push_leaves_nothing_in_the_way(
            spans in prop::collection::vec((0u64..200, 0u64..30, any::<bool>()), 2..8),
            links in prop::collection::vec((0usize..8, 0usize..8), 0..14),
            by in 1u64..60,
        ) {
            let from = day("2021-01-04");
            let ids = ids(spans.len());
            let all: Vec<Standing> = spans.iter().enumerate().map(|(at, (start, length, dated))| {
                let start = from + chrono::Days::new(*start);
                let span = Span { start_on: dated.then_some(start), due: Some(start + chrono::Days::new(*length)) };
                Standing { id: ids[at], title: String::new(), project: None, span, open: true }
            }).collect();
            // Only from lower to higher: never a circle.
            let links: Vec<(usize, usize)> = links.into_iter().filter(|(a, b)| a < b && *b < all.len()).collect();
            let place = |id: TaskId| ids.iter().position(|one| *one == id).unwrap();
            let waiting = |id: TaskId| Ok(links.iter().filter(|(a, _)| *a == place(id)).map(|(_, b)| all[*b].clone()).collect());
            let to = Span { start_on: all[0].span.start_on, due: all[0].span.due.map(|due| due + chrono::Days::new(by)) };
            let calendar = Calendar::builtin();
            let moved = pushed(all[0].clone(), to, calendar, waiting).unwrap();
            let now = |at: usize| moved.iter().find(|(one, _)| one.id == ids[at]).map_or(all[at].span, |(_, span)| *span);
            for (before, span) in &moved[1..] {
                prop_assert!(span.begins() > before.span.begins());
                prop_assert_eq!(span.working_days(calendar), before.span.working_days(calendar).max(1));
                for (a, b) in &links {
                    let pushed_on = *a == 0 || moved.iter().any(|(one, _)| one.id == ids[*a]);
                    if ids[*b] == before.id && pushed_on {
                        prop_assert!(now(*b).begins() >= now(*a).due);
                    }
                }
            }
        }
    }
}
