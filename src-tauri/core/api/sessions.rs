//! Requests about 创意会: the session as a whole, its agenda and the year's plan. Preparation, guests and what is said
//! on the day stand in [`super::session_day`].

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::projects::WhichProject;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::{PresentationId, ProjectId, SessionId};
use crate::sessions::advance::{self, SessionAdvanced};
use crate::sessions::agenda::{self, PresentationField};
use crate::sessions::list::{AgendaRow, PresentedAt, SessionPage, SessionQuery, SessionRow};
use crate::sessions::set::{self, SessionField};
use crate::sessions::status::SessionStatus;
use crate::sessions::year::YearPlan;
use crate::sessions::{create, order, trash};
use crate::storage::sessions as stored;

/// Which session.
#[derive(Debug, Deserialize, TS)]
pub struct WhichSession {
    pub id: SessionId,
}

/// A new session; year, quarter and date as typed.
#[derive(Debug, Deserialize, TS)]
pub struct CreateSession {
    pub theme: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub year: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub season: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub held_on: String,
}

/// A field of a session, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetSession {
    pub id: SessionId,
    pub field: SessionField,
    pub text: String,
}

/// The status a session goes to.
#[derive(Debug, Deserialize, TS)]
pub struct AdvanceSession {
    pub id: SessionId,
    pub status: SessionStatus,
    /// 举办时间 as typed, in the same action; left out: the one it has.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub held_on: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reason: String,
}

/// A session and the one it is to stand behind; first without one.
#[derive(Debug, Deserialize, TS)]
pub struct MoveSession {
    pub id: SessionId,
    #[ts(optional)]
    pub after: Option<SessionId>,
}

/// A year.
#[derive(Debug, Deserialize, TS)]
pub struct WhichYear {
    pub year: i64,
}

/// Projects for the agenda of a session, in order.
#[derive(Debug, Deserialize, TS)]
pub struct AddPresentations {
    pub session: SessionId,
    pub projects: Vec<ProjectId>,
}

/// Which presentation.
#[derive(Debug, Deserialize, TS)]
pub struct WhichPresentation {
    pub id: PresentationId,
}

/// A field of a presentation, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetPresentation {
    pub id: PresentationId,
    pub field: PresentationField,
    pub text: String,
}

/// A presentation and the one it is to stand behind; first without one.
#[derive(Debug, Deserialize, TS)]
pub struct MovePresentation {
    pub id: PresentationId,
    #[ts(optional)]
    pub after: Option<PresentationId>,
}

pub(super) fn list(context: &Context<'_>, query: SessionQuery) -> Result<Page<SessionRow>> {
    context.read(|connection| stored::list(connection, &query))
}

pub(super) fn get(context: &Context<'_>, request: WhichSession) -> Result<SessionPage> {
    context.read(|connection| stored::page(connection, request.id))
}

pub(super) fn year(context: &Context<'_>, request: WhichYear) -> Result<YearPlan> {
    context.read(|connection| stored::year(connection, request.year, context.as_of()))
}

pub(super) fn create(context: &Context<'_>, request: CreateSession) -> Result<SessionId> {
    let action = Action::new(Verb::Create, Kind::Session, request.theme.trim());
    context.transact(action, |tx| {
        Ok(create::create(tx, &request.theme, &request.year, &request.season, &request.held_on)?.id)
    })
}

pub(super) fn set(context: &Context<'_>, request: SetSession) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn set_status(context: &Context<'_>, request: AdvanceSession) -> Result<SessionAdvanced> {
    context.transact_named(|tx| advance::advance(tx, request.id, request.status, &request.held_on, &request.reason))
}

pub(super) fn place(context: &Context<'_>, request: MoveSession) -> Result<Nothing> {
    context.transact_named(|tx| {
        let theme = order::place_after(tx, request.id, request.after)?;
        Ok((Action::new(Verb::Move, Kind::Session, theme), Nothing {}))
    })
}

pub(super) fn trash(context: &Context<'_>, request: WhichSession) -> Result<Nothing> {
    context
        .transact_named(|tx| Ok((Action::new(Verb::Trash, Kind::Session, trash::trash(tx, request.id)?), Nothing {})))
}

pub(super) fn agenda(context: &Context<'_>, request: WhichSession) -> Result<Vec<AgendaRow>> {
    context.read(|connection| stored::agenda(connection, request.id, context.as_of()))
}

pub(super) fn presented(context: &Context<'_>, request: WhichProject) -> Result<Vec<PresentedAt>> {
    context.read(|connection| stored::presented(connection, request.id, context.as_of()))
}

pub(super) fn add_presentations(context: &Context<'_>, request: AddPresentations) -> Result<Vec<PresentationId>> {
    context.transact_named(|tx| {
        let (name, made) = agenda::add(tx, request.session, &request.projects)?;
        Ok((Action::new(Verb::Create, Kind::Presentation, name), made))
    })
}

pub(super) fn set_presentation(context: &Context<'_>, request: SetPresentation) -> Result<Nothing> {
    context.transact_named(|tx| Ok((agenda::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn move_presentation(context: &Context<'_>, request: MovePresentation) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = agenda::place_after(tx, request.id, request.after)?;
        Ok((Action::new(Verb::Move, Kind::Presentation, name), Nothing {}))
    })
}

pub(super) fn trash_presentation(context: &Context<'_>, request: WhichPresentation) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Presentation, agenda::trash(tx, request.id)?), Nothing {}))
    })
}
