//! Requests about reminders. The window's clockwork asks `reminder_next` how long to sleep and `reminder_take` what to
//! say; the page asks `reminder_missed` once at its start.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::{Context, Nothing};
use crate::clock::local;
use crate::error::{Error, Result};
use crate::reminders::due::{ReminderDigest, ReminderNotice, Told};
use crate::reminders::schedule::{Schedule, ScheduleText};
use crate::storage::{meta, reminders as stored};

/// Settings of this laptop.
const SCHEDULE: &str = "reminders";
const TOLD: &str = "reminders_told";

/// How long until there may be something to say.
#[derive(Debug, Serialize, TS)]
pub struct NextReminder {
    /// Milliseconds from now; none when reminders are off.
    #[ts(type = "number | null")]
    pub in_ms: Option<i64>,
}

/// Since when.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(default)]
pub struct RemindersSince {
    /// What became late on this day or later; today if left out.
    #[ts(optional)]
    pub since: Option<NaiveDate>,
}

pub(super) fn schedule_get(context: &Context<'_>, _: Nothing) -> Result<ScheduleText> {
    Ok(schedule(context)?.text())
}

pub(super) fn schedule_set(context: &Context<'_>, request: ScheduleText) -> Result<ScheduleText> {
    let schedule = Schedule::read(&request)?;
    keep(context, SCHEDULE, &schedule)?;
    Ok(schedule.text())
}

pub(super) fn next(context: &Context<'_>, _: Nothing) -> Result<NextReminder> {
    let now = now(context);
    let next = schedule(context)?.next(now);
    Ok(NextReminder { in_ms: next.map(|next| next.signed_duration_since(now).num_milliseconds()) })
}

pub(super) fn take(context: &Context<'_>, _: Nothing) -> Result<Option<ReminderNotice>> {
    Ok(untold(context)?.map(|digest| digest.notice()))
}

pub(super) fn missed(context: &Context<'_>, _: Nothing) -> Result<Option<ReminderDigest>> {
    untold(context)
}

/// What there was to say at the moments since something was said last; it counts as said with this. Whoever has the
/// workbook open for reading only is not its keeper and is not reminded.
fn untold(context: &Context<'_>) -> Result<Option<ReminderDigest>> {
    let workbook = context.workbook()?;
    if workbook.is_read_only() {
        return Ok(None);
    }
    let (now, today) = (now(context), workbook.today());
    let told: Option<Told> = setting(context, TOLD)?;
    let moment = schedule(context)?.last(now);
    // Nothing is told of the time before this workbook was first seen here, and no moment twice.
    let Some(told) = told else { return tell(context, now, today).map(|()| None) };
    if moment.is_none_or(|moment| moment <= told.at) {
        return Ok(None);
    }
    let digest = context.read(|connection| stored::digest(connection, told.day.min(today), today))?;
    tell(context, now, today)?;
    Ok((!digest.is_empty()).then_some(digest))
}

pub(super) fn list(context: &Context<'_>, request: RemindersSince) -> Result<ReminderDigest> {
    let today = context.workbook()?.today();
    let since = request.since.unwrap_or(today).min(today);
    context.read(|connection| stored::digest(connection, since, today))
}

/// Local time by the clock.
fn now(context: &Context<'_>) -> NaiveDateTime {
    local(context.host.clock().now_ms()).naive_local()
}

fn schedule(context: &Context<'_>) -> Result<Schedule> {
    Ok(setting(context, SCHEDULE)?.unwrap_or_default())
}

fn tell(context: &Context<'_>, at: NaiveDateTime, day: NaiveDate) -> Result<()> {
    keep(context, TOLD, &Told { at, day })
}

/// A setting; one that cannot be read counts as not chosen.
fn setting<T: serde::de::DeserializeOwned>(context: &Context<'_>, key: &str) -> Result<Option<T>> {
    let text = context.read(|connection| meta::setting(connection, key))?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

fn keep<T: Serialize>(context: &Context<'_>, key: &str, value: &T) -> Result<()> {
    let text = serde_json::to_string(value).map_err(Error::internal)?;
    context.workbook()?.keep_setting(key, Some(&text))
}
