//! Requests about 调度会, what is decided there, 本周变化 and how the 推进小组 stand.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::plans::WrittenFile;
use crate::api::{Context, Nothing};
use crate::decisions::change;
use crate::decisions::read::{self, DecisionReading};
use crate::error::Result;
use crate::ids::{DecisionId, MeetingId, MeetingItemId, ProjectId, TaskId};
use crate::meetings::close::{self, CloseMeeting};
use crate::meetings::create::{self, NewMeeting};
use crate::meetings::groups::DispatchGroups;
use crate::meetings::list::{MeetingMention, MeetingPage, MeetingQuery, MeetingRow};
use crate::meetings::queue::{self, MeetingProposal, ProposeMeeting};
use crate::meetings::set::{self, MeetingField, MeetingItemField};
use crate::meetings::settle::{self, SettleItem, Settled};
use crate::meetings::status::ItemState;
use crate::meetings::week::{Week, WeekQuery, WeekRow, WeekRowsQuery};
use crate::meetings::{items, minutes, trash};
use crate::papers::{PaperKind, Subject, produce};
use crate::storage::rows::Meeting;
use crate::storage::table::live;
use crate::storage::{meetings as stored, week, work_groups};
use crate::texts::dispatch as texts;

/// Which meeting.
#[derive(Debug, Deserialize, TS)]
pub struct WhichMeeting {
    pub id: MeetingId,
}

/// A field of a meeting, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetMeeting {
    pub id: MeetingId,
    pub field: MeetingField,
    pub text: String,
}

/// What is put on a meeting: tasks, a project as a whole, or something typed.
#[derive(Debug, Deserialize, TS)]
pub struct AddMeetingItems {
    pub id: MeetingId,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub tasks: Vec<TaskId>,
    #[serde(default)]
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub title: String,
}

/// Which item.
#[derive(Debug, Deserialize, TS)]
pub struct WhichMeetingItem {
    pub id: MeetingItemId,
}

/// A field of an item, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetMeetingItem {
    pub id: MeetingItemId,
    pub field: MeetingItemField,
    pub text: String,
}

/// Whether an item is skipped, or waits again.
#[derive(Debug, Deserialize, TS)]
pub struct SetItemState {
    pub id: MeetingItemId,
    pub state: ItemState,
}

/// Where an item is to stand.
#[derive(Debug, Deserialize, TS)]
pub struct MoveMeetingItem {
    pub id: MeetingItemId,
    /// Behind this one; first if left out.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<MeetingItemId>,
}

/// A decision as typed.
#[derive(Debug, Deserialize, TS)]
pub struct ReadDecision {
    pub text: String,
    /// The meeting it is taken at; its day counts.
    #[serde(default)]
    #[ts(optional)]
    pub meeting: Option<MeetingId>,
}

/// Which decision.
#[derive(Debug, Deserialize, TS)]
pub struct WhichDecision {
    pub id: DecisionId,
}

/// The unit of a decision, by any of its names.
#[derive(Debug, Deserialize, TS)]
pub struct GiveDecisionUnit {
    pub id: DecisionId,
    pub unit: String,
}

/// A decision that was taken away.
#[derive(Debug, Serialize, TS)]
pub struct DecisionGone {
    /// Its task went with it: nobody had worked on it.
    pub task: bool,
}

/// Where the 纪要 goes.
#[derive(Debug, Deserialize, TS)]
pub struct ExportMeeting {
    pub id: MeetingId,
    pub path: String,
}

fn part(verb: Verb, part: &str, subject: impl Into<String>) -> Action {
    Action { verb, kind: Kind::Meeting, part: part.into(), subject: subject.into() }
}

pub(super) fn list(context: &Context<'_>, query: MeetingQuery) -> Result<Page<MeetingRow>> {
    let as_of = context.as_of();
    let planned = as_of == context.workbook()?.today();
    context.read(|connection| stored::list(connection, &query, as_of, planned))
}

pub(super) fn get(context: &Context<'_>, request: WhichMeeting) -> Result<MeetingPage> {
    context.read(|connection| stored::page(connection, request.id, context.as_of()))
}

pub(super) fn propose(context: &Context<'_>, request: ProposeMeeting) -> Result<MeetingProposal> {
    let as_of = context.as_of();
    context.read(|connection| {
        let last = stored::last(connection, as_of)?;
        let as_last = |word: fn(&Meeting) -> &String| last.as_ref().map(word).cloned().unwrap_or_default();
        Ok(MeetingProposal {
            number: create::next_number(connection, as_of)?,
            held_on: as_of,
            place: as_last(|meeting| &meeting.place),
            chair: as_last(|meeting| &meeting.chair),
            recorder: as_last(|meeting| &meeting.recorder),
            open: stored::still_open(connection)?.map(|meeting| meeting.id),
            items: queue::propose(connection, request.scope, request.count.unwrap_or(queue::USUAL), as_of)?,
        })
    })
}

pub(super) fn create(context: &Context<'_>, request: NewMeeting) -> Result<MeetingId> {
    context.transact_named(|tx| {
        let meeting = create::create(tx, &request)?;
        Ok((Action::new(Verb::Create, Kind::Meeting, meeting.number), meeting.id))
    })
}

pub(super) fn set(context: &Context<'_>, request: SetMeeting) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn close(context: &Context<'_>, request: CloseMeeting) -> Result<Nothing> {
    context
        .transact_named(|tx| Ok((Action::set(Kind::Meeting, "状态（散会）", close::close(tx, &request)?), Nothing {})))
}

pub(super) fn reopen(context: &Context<'_>, request: WhichMeeting) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::set(Kind::Meeting, "状态（继续开会）", close::reopen(tx, request.id)?), Nothing {}))
    })
}

pub(super) fn trash(context: &Context<'_>, request: WhichMeeting) -> Result<Nothing> {
    context
        .transact_named(|tx| Ok((Action::new(Verb::Trash, Kind::Meeting, trash::trash(tx, request.id)?), Nothing {})))
}

pub(super) fn add_items(context: &Context<'_>, request: AddMeetingItems) -> Result<Vec<MeetingItemId>> {
    context.transact_named(|tx| {
        let meeting = items::open_meeting(tx, request.id)?;
        let mut made = items::add_tasks(tx, &meeting, &request.tasks)?;
        if let Some(project) = request.project {
            made.push(items::add_project(tx, &meeting, project)?);
        }
        if request.tasks.is_empty() && request.project.is_none() || !request.title.trim().is_empty() {
            made.push(items::add_title(tx, &meeting, &request.title)?);
        }
        Ok((part(Verb::Create, "议题", meeting.number), made))
    })
}

pub(super) fn drop_item(context: &Context<'_>, request: WhichMeetingItem) -> Result<Nothing> {
    context.transact_named(|tx| Ok((part(Verb::Remove, "议题", items::drop(tx, request.id)?), Nothing {})))
}

pub(super) fn set_item(context: &Context<'_>, request: SetMeetingItem) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set_item(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn set_state(context: &Context<'_>, request: SetItemState) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = items::set_state(tx, request.id, request.state)?;
        Ok((part(Verb::Set, &format!("议题（{}）", request.state.label()), name), Nothing {}))
    })
}

pub(super) fn place(context: &Context<'_>, request: MoveMeetingItem) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((part(Verb::Move, "议题", items::place_after(tx, request.id, request.after)?), Nothing {}))
    })
}

pub(super) fn settle(context: &Context<'_>, request: SettleItem) -> Result<Settled> {
    context.transact_named(|tx| {
        let (name, settled) = settle::settle(tx, &request)?;
        Ok((part(Verb::Set, "议题（已议）", texts::settled(&name, settled.decisions.len())), settled))
    })
}

pub(super) fn read_decision(context: &Context<'_>, request: ReadDecision) -> Result<DecisionReading> {
    let today = context.as_of();
    context.read(|connection| {
        let meeting = request.meeting.map(|id| live::<Meeting>(connection, id)).transpose()?;
        let day = meeting.map_or(today, |meeting| settle::day_of(&meeting, today));
        read::read(connection, &request.text, day)
    })
}

pub(super) fn give_unit(context: &Context<'_>, request: GiveDecisionUnit) -> Result<Settled> {
    context.transact_named(|tx| {
        let (name, settled) = settle::give_unit(tx, request.id, &request.unit)?;
        Ok((part(Verb::Set, "决定的单位", name), settled))
    })
}

pub(super) fn trash_decision(context: &Context<'_>, request: WhichDecision) -> Result<DecisionGone> {
    context.transact_named(|tx| {
        let (text, task) = change::trash(tx, request.id)?;
        Ok((part(Verb::Trash, "决定", text), DecisionGone { task }))
    })
}

pub(super) fn decisions_of_task(
    context: &Context<'_>,
    request: super::tasks::WhichTask,
) -> Result<Vec<MeetingMention>> {
    context.read(|connection| crate::storage::meeting_items::mentions(connection, request.id, context.as_of()))
}

pub(super) fn paper_name(context: &Context<'_>, request: WhichMeeting) -> Result<WrittenFile> {
    let page = get(context, request)?;
    Ok(WrittenFile { path: minutes::file_name(&page) })
}

pub(super) fn export(context: &Context<'_>, request: ExportMeeting) -> Result<WrittenFile> {
    let subject = Subject { meeting: Some(request.id), ..Subject::default() };
    let (path, as_of, now) = (Path::new(request.path.trim()), context.as_of(), context.now());
    let path = context.read(|connection| produce::write(connection, PaperKind::Minutes, &subject, path, as_of, now))?;
    Ok(WrittenFile { path: path.to_string_lossy().into_owned() })
}

pub(super) fn week(context: &Context<'_>, query: WeekQuery) -> Result<Week> {
    context.read(|connection| week::week(connection, &query, context.as_of()))
}

pub(super) fn week_rows(context: &Context<'_>, query: WeekRowsQuery) -> Result<Page<WeekRow>> {
    context.read(|connection| week::rows(connection, &query))
}

pub(super) fn groups(context: &Context<'_>, _: Nothing) -> Result<DispatchGroups> {
    context.read(|connection| work_groups::dispatch(connection, context.as_of()))
}
