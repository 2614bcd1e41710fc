//! Requests about 时间表 and 前置任务.

use chrono::{Days as Distance, NaiveDate};
use serde::Deserialize;
use ts_rs::TS;

use crate::api::list::Page;
use crate::api::tasks::WhichTask;
use crate::api::{Context, Nothing};
use crate::calendar::Calendar;
use crate::error::Result;
use crate::storage::{dependencies as stored, gantt};
use crate::tasks::dependencies::{self, TaskLink, TaskLinks};
use crate::tasks::gantt::{GanttFrame, GanttFrameQuery, GanttRow};
use crate::tasks::list::TaskQuery;
use crate::tasks::reschedule::{self, MovePreview, NewDates};

/// Links between tasks.
#[derive(Debug, Deserialize, TS)]
pub struct TaskLinkList {
    pub links: Vec<TaskLink>,
}

/// Days from one to another, both counted.
#[derive(Debug, Deserialize, TS)]
pub struct Days {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// A task with the days it is to have, and whether what waits for it goes along.
#[derive(Debug, Deserialize, TS)]
pub struct Reschedule {
    #[serde(flatten)]
    pub dates: NewDates,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub with_following: bool,
    /// Why, when a deadline becomes later.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reason: String,
}

/// More days than this (fifty years) are never drawn.
const MOST_DAYS: u64 = 18_300;

pub(super) fn links(context: &Context<'_>, request: WhichTask) -> Result<TaskLinks> {
    context.read(|connection| stored::of(connection, request.id, context.as_of()))
}

pub(super) fn link(context: &Context<'_>, request: TaskLinkList) -> Result<Nothing> {
    context.transact_named(|tx| Ok((dependencies::add(tx, &request.links)?, Nothing {})))
}

pub(super) fn unlink(context: &Context<'_>, request: TaskLinkList) -> Result<Nothing> {
    context.transact_named(|tx| Ok((dependencies::remove(tx, &request.links)?, Nothing {})))
}

pub(super) fn rows(context: &Context<'_>, query: TaskQuery) -> Result<Page<GanttRow>> {
    context.read(|connection| gantt::rows(connection, &query, context.as_of()))
}

pub(super) fn frame(context: &Context<'_>, query: GanttFrameQuery) -> Result<GanttFrame> {
    context.read(|connection| gantt::frame(connection, &query, context.as_of()))
}

pub(super) fn preview_move(context: &Context<'_>, wanted: NewDates) -> Result<MovePreview> {
    context.read(|connection| reschedule::preview(connection, &wanted, context.as_of()))
}

pub(super) fn reschedule(context: &Context<'_>, wanted: Reschedule) -> Result<Nothing> {
    context.transact_named(|tx| {
        let action = reschedule::reschedule(tx, &wanted.dates, wanted.with_following, &wanted.reason)?;
        Ok((action, Nothing {}))
    })
}

pub(super) fn days_off(context: &Context<'_>, days: Days) -> Result<Vec<NaiveDate>> {
    context.read(|_| {
        let calendar = Calendar::current();
        let last = days.from.checked_add_days(Distance::new(MOST_DAYS)).map_or(days.to, |most| most.min(days.to));
        Ok(days.from.iter_days().take_while(|day| *day <= last).filter(|day| !calendar.is_workday(*day)).collect())
    })
}
