//! Requests about the workbook as a whole, and those that concern every kind of record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Paging;
use crate::api::{Context, Nothing, host};
use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::history::{HistoryEntry, Trashed};
use crate::ids::Id;
use crate::search::Hit;
use crate::storage::check::CheckReport;
use crate::storage::open::Access;
use crate::storage::{journal, meta, names, sample as stored_sample};
use crate::workbook::{Identity, TakenBack, Workbook};
use crate::{history as histories, search as searching, texts};

/// A workbook file to open.
#[derive(Debug, Deserialize, TS)]
pub struct OpenWorkbook {
    pub path: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub read_only: bool,
}

/// A workbook file to create.
#[derive(Debug, Deserialize, TS)]
pub struct NewWorkbook {
    pub path: String,
}

/// A workbook opened lately.
#[derive(Debug, Serialize, TS)]
pub struct RecentWorkbook {
    pub path: String,
    pub name: String,
    /// Is the file still there?
    pub exists: bool,
}

/// What the status line says.
#[derive(Debug, Serialize, TS)]
pub struct WorkbookStatus {
    pub path: String,
    pub name: String,
    pub read_only: bool,
    pub author: String,
    pub laptop: String,
    /// What 撤销 would take back, in words.
    pub undo: Option<String>,
    /// What 重做 would do again.
    pub redo: Option<String>,
    /// When the last change was saved: local time, ISO.
    pub saved_at: Option<String>,
    /// Are there 示例 records in it?
    pub sample: bool,
    /// Today, by this laptop's clock; in a sample workbook the day it is told for.
    pub today: NaiveDate,
    /// The workbook is told for a day of its own, because it holds its sample records.
    pub sample_day: Option<NaiveDate>,
}

/// Whose history.
#[derive(Debug, Deserialize, TS)]
pub struct HistoryOf {
    pub id: Id,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub limit: usize,
}

/// Which record, of whatever kind.
#[derive(Debug, Deserialize, TS)]
pub struct WhichRecord {
    pub id: Id,
}

/// Which deletion to take back.
#[derive(Debug, Deserialize, TS)]
pub struct RestoreDeletion {
    /// As told by `recycle_list`.
    pub entry: i64,
}

/// Which setting.
#[derive(Debug, Deserialize, TS)]
pub struct SettingKey {
    pub key: String,
}

/// A setting and its value.
#[derive(Debug, Deserialize, TS)]
pub struct Setting {
    pub key: String,
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
}

/// What to search for.
#[derive(Debug, Deserialize, TS)]
pub struct SearchRequest {
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub limit: usize,
}

/// A day and how many working days to count on from it.
#[derive(Debug, Deserialize, TS)]
pub struct AddWorkingDays {
    pub from: NaiveDate,
    pub days: i32,
}

/// A day, and what to know about how it was reckoned.
#[derive(Debug, Serialize, TS)]
pub struct DayAnswer {
    pub date: NaiveDate,
    /// 2027年放假安排未公布，按法定节日和周末推算.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub notice: Option<String>,
}

pub(super) fn identity_get(context: &Context<'_>, _: Nothing) -> Result<Option<Identity>> {
    Ok(context.host.profile().identity)
}

pub(super) fn identity_set(context: &Context<'_>, identity: Identity) -> Result<Nothing> {
    let identity = Identity { author: identity.author.trim().into(), laptop: identity.laptop.trim().into() };
    if identity.author.is_empty() || identity.laptop.is_empty() {
        return Err(Error::invalid(texts::no_identity()));
    }
    let mut profile = context.host.profile();
    profile.identity = Some(identity);
    context.host.keep_profile(&profile)?;
    Ok(Nothing {})
}

pub(super) fn open(context: &Context<'_>, request: OpenWorkbook) -> Result<WorkbookStatus> {
    let access = if request.read_only { Access::Read } else { Access::Write };
    let path = host::workbook_path(&request.path);
    let identity = context.host.identity()?;
    // The one before is let go first: it may be the same file.
    context.host.set_workbook(None)?;
    let workbook = Workbook::open(&path, access, identity, context.host.clock().clone())?;
    context.host.set_workbook(Some(workbook))?;
    status(context, Nothing {})
}

pub(super) fn new(context: &Context<'_>, request: NewWorkbook) -> Result<WorkbookStatus> {
    let path = host::workbook_path(&request.path);
    let workbook = Workbook::create(&path, context.host.identity()?, context.host.clock().clone())?;
    context.host.set_workbook(Some(workbook))?;
    status(context, Nothing {})
}

pub(super) fn close(context: &Context<'_>, _: Nothing) -> Result<Nothing> {
    context.host.set_workbook(None)?;
    Ok(Nothing {})
}

pub(super) fn recent(context: &Context<'_>, _: Nothing) -> Result<Vec<RecentWorkbook>> {
    let recent = context.host.profile().recent;
    Ok(recent
        .into_iter()
        .map(|path| RecentWorkbook {
            name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            exists: path.exists(),
            path: path.to_string_lossy().into_owned(),
        })
        .collect())
}

pub(super) fn status(context: &Context<'_>, _: Nothing) -> Result<WorkbookStatus> {
    let workbook = context.workbook()?;
    let (undo, redo) = workbook.undo_labels()?;
    let (saved_at, sample, sample_day) = workbook.read(|connection| {
        Ok((journal::last_saved(connection)?, meta::has_sample(connection)?, stored_sample::sample_day(connection)?))
    })?;
    let path = workbook.path();
    Ok(WorkbookStatus {
        path: path.to_string_lossy().into_owned(),
        name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        read_only: workbook.is_read_only(),
        author: workbook.identity().author.clone(),
        laptop: workbook.identity().laptop.clone(),
        undo,
        redo,
        saved_at: saved_at.map(histories::moment),
        sample,
        today: workbook.today(),
        sample_day,
    })
}

pub(super) fn check(context: &Context<'_>, _: Nothing) -> Result<CheckReport> {
    context.workbook()?.check()
}

pub(super) fn undo(context: &Context<'_>, _: Nothing) -> Result<TakenBack> {
    Ok(context.note(context.workbook()?.undo()?))
}

pub(super) fn redo(context: &Context<'_>, _: Nothing) -> Result<TakenBack> {
    Ok(context.note(context.workbook()?.redo()?))
}

pub(super) fn history(context: &Context<'_>, request: HistoryOf) -> Result<Vec<HistoryEntry>> {
    let limit = if request.limit == 0 { 100 } else { request.limit.min(Paging::MOST) };
    context.read(|connection| histories::of(connection, request.id, limit))
}

pub(super) fn record_kind(context: &Context<'_>, request: WhichRecord) -> Result<Kind> {
    context.read(|connection| names::kind_of(connection, request.id))?.ok_or_else(|| Error::not_found("记录"))
}

pub(super) fn recycle_list(context: &Context<'_>, paging: Paging) -> Result<Vec<Trashed>> {
    context.read(|connection| histories::trashed(connection, paging.limit(), paging.offset))
}

pub(super) fn recycle_restore(context: &Context<'_>, request: RestoreDeletion) -> Result<Nothing> {
    context.transact_named(|tx| {
        let subject = journal::restore(tx, request.entry)?;
        Ok((Action::new(Verb::Restore, subject.kind, subject.subject), Nothing {}))
    })
}

pub(super) fn setting_get(context: &Context<'_>, request: SettingKey) -> Result<Option<serde_json::Value>> {
    let text = context.read(|connection| meta::setting(connection, &request.key))?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

pub(super) fn setting_set(context: &Context<'_>, request: Setting) -> Result<Nothing> {
    let text = (!request.value.is_null()).then(|| request.value.to_string());
    context.workbook()?.keep_setting(&request.key, text.as_deref())?;
    Ok(Nothing {})
}

pub(super) fn search(context: &Context<'_>, request: SearchRequest) -> Result<Vec<Hit>> {
    let limit = if request.limit == 0 { 50 } else { request.limit.min(Paging::MOST) };
    context.read(|connection| searching::find(connection, &request.text, limit))
}

pub(super) fn add_working_days(context: &Context<'_>, request: AddWorkingDays) -> Result<DayAnswer> {
    let answer = || {
        let calendar = Calendar::current();
        let date = calendar.add_working_days(request.from, request.days);
        DayAnswer { date, notice: calendar.notice(date) }
    };
    // Without a workbook the shipped calendar answers.
    match context.workbook() {
        Ok(workbook) => workbook.read(|_| Ok(answer())),
        Err(_) => Ok(answer()),
    }
}
