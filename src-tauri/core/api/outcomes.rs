//! Requests about 成效 and 引述数.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::projects::WhichProject;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::{OutcomeId, ProjectId, StatedFigureId};
use crate::outcomes::create::NewOutcome;
use crate::outcomes::kind::OutcomeKind;
use crate::outcomes::list::{OutcomeQuery, OutcomeRow, OutcomeTotal};
use crate::outcomes::set::OutcomeField;
use crate::stated::create::NewStated;
use crate::stated::list::{StatedQuery, StatedRow};
use crate::stated::set::StatedField;
use crate::storage::{outcomes as stored, stated as stored_stated};
use crate::{outcomes, stated};

/// What came of a project, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct CreateOutcome {
    pub project: ProjectId,
    pub kind: OutcomeKind,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub amount: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub counterparty: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub source: String,
}

/// A field of an outcome, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetOutcome {
    pub id: OutcomeId,
    pub field: OutcomeField,
    pub text: String,
}

/// Which outcome.
#[derive(Debug, Deserialize, TS)]
pub struct WhichOutcome {
    pub id: OutcomeId,
}

/// A figure somebody stated, as typed; of a project, or of the whole work.
#[derive(Debug, Deserialize, TS)]
pub struct CreateStated {
    #[serde(default)]
    #[ts(optional)]
    pub project: Option<ProjectId>,
    pub name: String,
    /// As printed: 超200亿元.
    pub text: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub unit: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub scope: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub source: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub as_of: String,
}

/// A field of a stated figure, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetStated {
    pub id: StatedFigureId,
    pub field: StatedField,
    pub text: String,
}

/// Which stated figure.
#[derive(Debug, Deserialize, TS)]
pub struct WhichStated {
    pub id: StatedFigureId,
}

pub(super) fn list(context: &Context<'_>, query: OutcomeQuery) -> Result<Page<OutcomeRow>> {
    context.read(|connection| stored::list(connection, &query))
}

pub(super) fn totals(context: &Context<'_>, request: WhichProject) -> Result<Vec<OutcomeTotal>> {
    context.read(|connection| stored::totals(connection, request.id))
}

pub(super) fn create(context: &Context<'_>, request: CreateOutcome) -> Result<OutcomeId> {
    context.transact_named(|tx| {
        let new = NewOutcome {
            kind: request.kind,
            amount: &request.amount,
            counterparty: &request.counterparty,
            on: &request.on,
            source: &request.source,
        };
        let (outcome, project) = outcomes::create::create(tx, request.project, &new)?;
        let subject = format!("{} · {project}", outcome.kind.label());
        Ok((Action::new(Verb::Create, Kind::Outcome, subject), outcome.id))
    })
}

pub(super) fn set(context: &Context<'_>, request: SetOutcome) -> Result<Nothing> {
    context.transact_named(|tx| Ok((outcomes::set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichOutcome) -> Result<Nothing> {
    context.transact_named(|tx| Ok((outcomes::trash::trash(tx, request.id)?, Nothing {})))
}

pub(super) fn list_stated(context: &Context<'_>, query: StatedQuery) -> Result<Page<StatedRow>> {
    context.read(|connection| stored_stated::list(connection, &query))
}

pub(super) fn create_stated(context: &Context<'_>, request: CreateStated) -> Result<StatedFigureId> {
    let action = Action::new(Verb::Create, Kind::StatedFigure, request.name.trim());
    context.transact(action, |tx| {
        let new = NewStated {
            name: &request.name,
            text: &request.text,
            unit: &request.unit,
            scope: &request.scope,
            source: &request.source,
            as_of: &request.as_of,
        };
        Ok(stated::create::create(tx, request.project, &new)?.id)
    })
}

pub(super) fn set_stated(context: &Context<'_>, request: SetStated) -> Result<Nothing> {
    context.transact_named(|tx| Ok((stated::set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash_stated(context: &Context<'_>, request: WhichStated) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::StatedFigure, stated::trash::trash(tx, request.id)?), Nothing {}))
    })
}
