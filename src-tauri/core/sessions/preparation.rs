//! 筹备: what is to be done before the day, each so many working days ahead of it.

use chrono::NaiveDate;
use fractional_index::FractionalIndex;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::ids::{Id, SessionId};
use crate::partial_date::{PartialDate, Precision};
use crate::storage::rows::{Session, SessionItem};
use crate::storage::sessions as stored;
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of an item that can be typed into.
    pub enum SessionItemField {
        Title => "title", "事项";
        DaysBefore => "days_before", "提前工作日";
        Owner => "owner", "负责";
        DoneOn => "done_on", "完成日期";
        Note => "note", "备注";
    }
}

/// The checklist a session starts with, and how many working days before it each is due: made for this program from
/// the steps of domain.md §1.4 (征集 → 评审论证 → 发布); an office changes it as it likes.
pub const CHECKLIST: [(&str, i64); 12] = [
    ("征集截止", 30),
    ("评审论证完成", 20),
    ("确定发布项目", 15),
    ("议程定稿", 10),
    ("确定场地", 10),
    ("发邀请", 8),
    ("企业发布材料定稿", 5),
    ("部门准备现场答复", 5),
    ("媒体和直播安排", 5),
    ("参会人员确认", 3),
    ("席卡、签到表", 2),
    ("彩排", 1),
];

/// A cell of the checklist, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SessionItemCell {
    pub id: Id,
    pub field: SessionItemField,
    pub text: String,
}

/// An item as the page shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SessionItemRow {
    pub id: Id,
    pub title: String,
    pub days_before: Option<i64>,
    /// The day it is due; none while the session has no date.
    pub due: Option<NaiveDate>,
    pub owner: String,
    pub done_on: Option<NaiveDate>,
    pub note: String,
    /// Due before the day looked at, and not done.
    pub late: bool,
    /// Working days left until it is due; negative when it is late.
    pub days_left: Option<i64>,
}

/// What is to be prepared, and what it is counted from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Preparation {
    pub items: Vec<SessionItemRow>,
    /// The day counted back from.
    pub counted_from: Option<NaiveDate>,
    /// What has to be known about that day, in a sentence: 暂按 …; empty when it is certain.
    pub notice: String,
    pub done: usize,
    pub late: usize,
}

/// The day preparation is counted back from: the day itself, or the last working day of the month (quarter …) stated.
pub fn counted_from(held_on: Option<PartialDate>, calendar: &Calendar) -> Option<NaiveDate> {
    let held_on = held_on?;
    let date = held_on.date?;
    match held_on.precision {
        Precision::Day => Some(date),
        _ if calendar.is_workday(date) => Some(date),
        _ => Some(calendar.add_working_days(date, -1)),
    }
}

/// The checklist as of a day.
pub fn told(session: &Session, items: Vec<SessionItem>, as_of: NaiveDate, calendar: &Calendar) -> Preparation {
    let counted_from = counted_from(session.held_on, calendar);
    let mut rows: Vec<SessionItemRow> = items
        .into_iter()
        .map(|item| {
            let days = item.days_before.and_then(|days| i32::try_from(days).ok());
            let due = counted_from.zip(days).map(|(day, days)| calendar.add_working_days(day, -days));
            let open = item.done_on.is_none_or(|done| done > as_of);
            SessionItemRow {
                late: open && due.is_some_and(|due| due < as_of),
                days_left: due.filter(|_| open).map(|due| calendar.working_days_between(as_of, due)),
                id: item.id,
                title: item.title,
                days_before: item.days_before,
                due,
                owner: item.owner,
                done_on: item.done_on,
                note: item.note,
            }
        })
        .collect();
    // Those without a day stand last, in the order they were added.
    rows.sort_by_key(|row| (row.days_before.is_none(), std::cmp::Reverse(row.days_before)));
    let notice = match (session.held_on, counted_from) {
        (_, None) => texts::preparation_without_date().to_string(),
        (Some(held_on), Some(day)) if held_on.precision != Precision::Day => {
            texts::preparation_counted_from(&held_on.prose(), day)
        }
        (_, Some(day)) => calendar.notice(day).unwrap_or_default(),
    };
    Preparation {
        done: rows.iter().filter(|row| row.done_on.is_some_and(|done| done <= as_of)).count(),
        late: rows.iter().filter(|row| row.late).count(),
        items: rows,
        counted_from,
        notice,
    }
}

/// Puts the shipped checklist to a session; what stands there under the same title is left as it is. Returns the
/// session's theme and how many items were added.
pub fn start(tx: &Tx<'_>, session: SessionId) -> Result<(String, usize)> {
    let session: Session = live(tx, session)?;
    let there = stored::items(tx, session.id)?;
    let mut added = 0;
    for (title, days) in CHECKLIST {
        if !there.iter().any(|item| item.title == title) {
            add(tx, session.id, title, &days.to_string())?;
            added += 1;
        }
    }
    match added {
        0 => Err(Error::invalid(texts::checklist_is_there())),
        _ => Ok((session.theme, added)),
    }
}

/// A new item; working days ahead as typed, or empty.
pub fn add(tx: &Tx<'_>, session: SessionId, title: &str, days_before: &str) -> Result<SessionItem> {
    live::<Session>(tx, session)?;
    let last = stored::items(tx, session)?.pop();
    let last = last.and_then(|item| FractionalIndex::from_string(&item.position).ok());
    let item = SessionItem {
        id: Id::new(),
        session_id: session,
        title: input::required(title, SessionItemField::Title.label())?,
        days_before: input::number(days_before, SessionItemField::DaysBefore.label(), 0, 500)?,
        owner: String::new(),
        done_on: None,
        note: String::new(),
        position: last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default().to_string(),
        deleted: false,
    };
    insert(tx, &item)?;
    Ok(item)
}

/// Sets cells from what was typed, all or none; returns the action by name.
pub fn set_cells(tx: &Tx<'_>, cells: &[SessionItemCell]) -> Result<Action> {
    let mut first = None;
    for cell in cells {
        let action = set(tx, cell.id, cell.field, &cell.text)?;
        first.get_or_insert(action);
    }
    let action = first.ok_or_else(|| Error::invalid(texts::must_not_be_empty(SessionItemField::Title.label())))?;
    Ok(Action { subject: texts::tasks::and_others(&action.subject, cells.len()), ..action })
}

fn set(tx: &Tx<'_>, id: Id, field: SessionItemField, typed: &str) -> Result<Action> {
    let before: SessionItem = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        SessionItemField::Title => after.title = input::required(typed, word)?,
        SessionItemField::DaysBefore => after.days_before = input::number(typed, word, 0, 500)?,
        SessionItemField::Owner => after.owner = input::line(typed, word)?,
        SessionItemField::DoneOn => {
            after.done_on = input::day(typed, word, tx.today)?;
            if let Some(day) = after.done_on.filter(|day| *day > tx.today) {
                return Err(Error::invalid(texts::tasks::not_yet(word, day, tx.today)));
            }
        }
        SessionItemField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Session, format!("筹备事项{word}"), before.title))
}

/// Takes an item away; returns its title.
pub fn trash(tx: &Tx<'_>, id: Id) -> Result<String> {
    let before: SessionItem = live(tx, id)?;
    update(tx, &before, &SessionItem { deleted: true, ..before.clone() })?;
    Ok(before.title)
}
