//! Requests about what surrounds the day of a 创意会: preparation, guests, what is said there, and what follows.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::plans::WrittenFile;
use crate::api::sessions::WhichSession;
use crate::api::{Context, Nothing};
use crate::calendar::Calendar;
use crate::demands::category::DemandCategory;
use crate::error::Result;
use crate::ids::{DemandId, DepartmentId, Id, PresentationId, ReplyId, SessionId};
use crate::sessions::afterwards::{self, ConvertReply, Converted};
use crate::sessions::guests::{self, Candidate, GuestCell, GuestCount, GuestQuery, GuestRow};
use crate::sessions::papers;
use crate::sessions::preparation::{self, Preparation, SessionItemCell};
use crate::sessions::said::{self, DemandReading, ReplyField, ReplyReading};
use crate::sessions::status::GuestKind;
use crate::storage::rows::Session;
use crate::storage::sessions as stored;
use crate::storage::table::live;
use crate::texts;

/// An item of the checklist.
#[derive(Debug, Deserialize, TS)]
pub struct AddSessionItem {
    pub session: SessionId,
    pub title: String,
    /// Working days before the day, as typed; may be left out.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub days_before: String,
}

/// Cells of the checklist, as typed; all or none.
#[derive(Debug, Deserialize, TS)]
pub struct SetSessionItems {
    pub cells: Vec<SessionItemCell>,
}

/// Which item.
#[derive(Debug, Deserialize, TS)]
pub struct WhichSessionItem {
    pub id: Id,
}

/// Whom one could invite as a kind.
#[derive(Debug, Deserialize, TS)]
pub struct GuestCandidates {
    pub session: SessionId,
    pub kind: GuestKind,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub text: String,
}

/// Records to invite, and people as typed, one a line.
#[derive(Debug, Deserialize, TS)]
pub struct InviteGuests {
    pub session: SessionId,
    pub kind: GuestKind,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub ids: Vec<Id>,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub lines: String,
}

/// How many were invited.
#[derive(Debug, Serialize, TS)]
pub struct Invited {
    pub count: usize,
}

/// Cells of the list of guests, as typed; all or none.
#[derive(Debug, Deserialize, TS)]
pub struct SetGuests {
    pub cells: Vec<GuestCell>,
}

/// Which guests.
#[derive(Debug, Deserialize, TS)]
pub struct WhichGuests {
    pub ids: Vec<Id>,
}

/// 签到表 and 席卡 to a file.
#[derive(Debug, Deserialize, TS)]
pub struct ExportGuests {
    pub session: SessionId,
    pub path: PathBuf,
}

/// A line as typed at a presentation.
#[derive(Debug, Deserialize, TS)]
pub struct SaidLine {
    pub presentation: PresentationId,
    pub text: String,
}

/// Needs as typed or pasted, one a line.
#[derive(Debug, Deserialize, TS)]
pub struct RaiseDemands {
    pub presentation: PresentationId,
    pub text: String,
    /// Chosen instead of the one recognised.
    #[ts(optional)]
    pub category: Option<DemandCategory>,
}

/// Replies as typed or pasted, one a line.
#[derive(Debug, Deserialize, TS)]
pub struct AddReplies {
    pub presentation: PresentationId,
    pub text: String,
    /// Chosen for a name that is no unit's; remembered under that name.
    #[ts(optional)]
    pub unit: Option<DepartmentId>,
    /// The need it answers; left out: what the words tell.
    #[ts(optional)]
    pub demand: Option<DemandId>,
}

/// A field of a reply, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetReply {
    pub id: ReplyId,
    pub field: ReplyField,
    pub text: String,
}

/// Which reply.
#[derive(Debug, Deserialize, TS)]
pub struct WhichReply {
    pub id: ReplyId,
}

/// Replies of a session that are to become tasks.
#[derive(Debug, Deserialize, TS)]
pub struct ConvertReplies {
    pub session: SessionId,
    pub replies: Vec<ConvertReply>,
}

pub(super) fn preparation(context: &Context<'_>, request: WhichSession) -> Result<Preparation> {
    context.read(|connection| {
        let session: Session = live(connection, request.id)?;
        let items = stored::items(connection, request.id)?;
        Ok(preparation::told(&session, items, context.as_of(), &Calendar::current()))
    })
}

pub(super) fn start_preparation(context: &Context<'_>, request: WhichSession) -> Result<Nothing> {
    context.transact_named(|tx| {
        let (theme, _) = preparation::start(tx, request.id)?;
        let action = Action { verb: Verb::Create, kind: Kind::Session, part: "筹备清单".into(), subject: theme };
        Ok((action, Nothing {}))
    })
}

pub(super) fn add_item(context: &Context<'_>, request: AddSessionItem) -> Result<Id> {
    context.transact_named(|tx| {
        let item = preparation::add(tx, request.session, &request.title, &request.days_before)?;
        Ok((part_of_session(Verb::Create, "筹备事项", item.title), item.id))
    })
}

pub(super) fn set_items(context: &Context<'_>, request: SetSessionItems) -> Result<Nothing> {
    context.transact_named(|tx| Ok((preparation::set_cells(tx, &request.cells)?, Nothing {})))
}

pub(super) fn trash_item(context: &Context<'_>, request: WhichSessionItem) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((part_of_session(Verb::Trash, "筹备事项", preparation::trash(tx, request.id)?), Nothing {}))
    })
}

pub(super) fn guests(context: &Context<'_>, query: GuestQuery) -> Result<Page<GuestRow>> {
    context.read(|connection| stored::guest_list(connection, &query))
}

pub(super) fn guest_counts(context: &Context<'_>, request: WhichSession) -> Result<Vec<GuestCount>> {
    context.read(|connection| stored::guest_counts(connection, request.id))
}

pub(super) fn candidates(context: &Context<'_>, request: GuestCandidates) -> Result<Vec<Candidate>> {
    context.read(|connection| stored::candidates(connection, request.session, request.kind, &request.text))
}

pub(super) fn invite(context: &Context<'_>, request: InviteGuests) -> Result<Invited> {
    context.transact_named(|tx| {
        let mut count = 0;
        if !request.ids.is_empty() {
            count += guests::invite(tx, request.session, request.kind, &request.ids)?;
        }
        if request.ids.is_empty() || !request.lines.trim().is_empty() {
            count += guests::invite_typed(tx, request.session, request.kind, &request.lines)?;
        }
        let subject = texts::so_many_guests(request.kind.label(), count);
        Ok((part_of_session(Verb::Create, "参会人员", subject), Invited { count }))
    })
}

pub(super) fn set_guests(context: &Context<'_>, request: SetGuests) -> Result<Nothing> {
    context.transact_named(|tx| {
        let (field, subject) = guests::set_cells(tx, &request.cells)?;
        Ok((Action::set(Kind::Session, field, subject), Nothing {}))
    })
}

pub(super) fn trash_guests(context: &Context<'_>, request: WhichGuests) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((part_of_session(Verb::Trash, "参会人员", guests::trash(tx, &request.ids)?), Nothing {}))
    })
}

pub(super) fn export_guests(context: &Context<'_>, request: ExportGuests) -> Result<WrittenFile> {
    context.read(|connection| {
        let session: Session = live(connection, request.session)?;
        papers::write(&request.path, &session, &stored::guests(connection, request.session)?)
    })?;
    Ok(WrittenFile { path: request.path.to_string_lossy().into_owned() })
}

fn part_of_session(verb: Verb, part: &str, subject: String) -> Action {
    Action { verb, kind: Kind::Session, part: part.into(), subject }
}

pub(super) fn read_demand(_: &Context<'_>, request: SaidLine) -> Result<DemandReading> {
    Ok(said::read_need(&request.text))
}

pub(super) fn raise(context: &Context<'_>, request: RaiseDemands) -> Result<Vec<DemandId>> {
    context.transact_named(|tx| {
        let (name, made) = said::raise(tx, request.presentation, &request.text, request.category)?;
        Ok((Action::new(Verb::Create, Kind::Demand, name), made))
    })
}

pub(super) fn read_reply(context: &Context<'_>, request: SaidLine) -> Result<ReplyReading> {
    let today = context.as_of();
    context.read(|connection| said::read(connection, request.presentation, &request.text, today))
}

pub(super) fn reply(context: &Context<'_>, request: AddReplies) -> Result<Vec<ReplyId>> {
    context.transact_named(|tx| {
        let (name, made) = said::reply(tx, request.presentation, &request.text, request.unit, request.demand)?;
        Ok((Action { verb: Verb::Create, kind: Kind::Presentation, part: "现场答复".into(), subject: name }, made))
    })
}

pub(super) fn set_reply(context: &Context<'_>, request: SetReply) -> Result<Nothing> {
    context.transact_named(|tx| Ok((said::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash_reply(context: &Context<'_>, request: WhichReply) -> Result<Nothing> {
    context.transact_named(|tx| {
        let text = said::trash(tx, request.id)?;
        Ok((Action { verb: Verb::Trash, kind: Kind::Presentation, part: "现场答复".into(), subject: text }, Nothing {}))
    })
}

pub(super) fn convert(context: &Context<'_>, request: ConvertReplies) -> Result<Converted> {
    context.transact_named(|tx| {
        let (subject, converted) = afterwards::convert(tx, request.session, &request.replies)?;
        let action = Action { verb: Verb::Create, kind: Kind::Task, part: "任务".into(), subject };
        Ok((action, converted))
    })
}
