//! Requests about 评审论证: what waits, the rounds of a project, opinions, experts, and the paper of a round.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::projects::WhichProject;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::{ExpertId, OpinionId, ReviewId};
use crate::papers::{PaperKind, Subject, produce};
use crate::reviews::conclude::{self, ConcludeReview};
use crate::reviews::conclusion::ExpertKind;
use crate::reviews::create::{self, NewReview};
use crate::reviews::experts::{self, ExpertCell, ExpertQuery, ExpertRow};
use crate::reviews::list::{ProjectReviews, ReviewQuery, ReviewQueueRow, ReviewStateCount};
use crate::reviews::opinions::{self, OpinionCell};
use crate::reviews::set::{self, ReviewField};
use crate::reviews::{notice, trash};
use crate::storage::reviews as stored;
use crate::storage::rows::Review;
use crate::storage::table::live;

/// Which round.
#[derive(Debug, Deserialize, TS)]
pub struct WhichReview {
    pub id: ReviewId,
}

/// A field of a round, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetReview {
    pub id: ReviewId,
    pub field: ReviewField,
    pub text: String,
}

/// Experts for a round: known ones, and names as typed.
#[derive(Debug, Deserialize, TS)]
pub struct AddExperts {
    pub id: ReviewId,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub experts: Vec<ExpertId>,
    /// 王五（青岛大学）、李四; those not known are new.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub typed: String,
    /// Of what kind the new ones are.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<ExpertKind>,
}

/// How many joined.
#[derive(Debug, Serialize, TS)]
pub struct AddedExperts {
    pub added: usize,
}

/// Cells of opinions, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetOpinions {
    pub cells: Vec<OpinionCell>,
}

/// Which opinion.
#[derive(Debug, Deserialize, TS)]
pub struct WhichOpinion {
    pub id: OpinionId,
}

/// A new expert.
#[derive(Debug, Deserialize, TS)]
pub struct CreateExpert {
    pub name: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub organisation: String,
    pub kind: ExpertKind,
}

/// Cells of experts, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetExperts {
    pub cells: Vec<ExpertCell>,
}

/// Which experts.
#[derive(Debug, Deserialize, TS)]
pub struct WhichExperts {
    pub ids: Vec<ExpertId>,
}

/// A round and the file its paper goes to.
#[derive(Debug, Deserialize, TS)]
pub struct ExportReview {
    pub id: ReviewId,
    pub path: String,
}

/// The name proposed for the paper of a round, or where it was written.
#[derive(Debug, Serialize, TS)]
pub struct ReviewPaper {
    pub path: String,
}

pub(super) fn queue(context: &Context<'_>, query: ReviewQuery) -> Result<Page<ReviewQueueRow>> {
    context.read(|connection| stored::queue(connection, &query))
}

pub(super) fn states(context: &Context<'_>, query: ReviewQuery) -> Result<Vec<ReviewStateCount>> {
    context.read(|connection| stored::states(connection, &query))
}

pub(super) fn of_project(context: &Context<'_>, request: WhichProject) -> Result<ProjectReviews> {
    context.read(|connection| stored::page(connection, request.id))
}

pub(super) fn create(context: &Context<'_>, request: NewReview) -> Result<ReviewId> {
    context.transact_named(|tx| {
        let review = create::create(tx, &request)?;
        Ok((Action::new(Verb::Create, Kind::Review, set::name_of(tx, &review)?), review.id))
    })
}

pub(super) fn set(context: &Context<'_>, request: SetReview) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn conclude(context: &Context<'_>, request: ConcludeReview) -> Result<Nothing> {
    context.transact_named(|tx| Ok((conclude::conclude(tx, &request)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichReview) -> Result<Nothing> {
    context.transact_named(|tx| Ok((Action::new(Verb::Trash, Kind::Review, trash::trash(tx, request.id)?), Nothing {})))
}

pub(super) fn add_experts(context: &Context<'_>, request: AddExperts) -> Result<AddedExperts> {
    context.transact_named(|tx| {
        let kind = request.kind.unwrap_or(ExpertKind::Committee);
        let mut added = opinions::add(tx, request.id, &request.experts)?;
        added += opinions::add_typed(tx, request.id, &request.typed, kind)?;
        let review: Review = live(tx, request.id)?;
        let subject = set::name_of(tx, &review)?;
        Ok((Action { verb: Verb::Create, kind: Kind::Expert, part: String::new(), subject }, AddedExperts { added }))
    })
}

pub(super) fn set_opinions(context: &Context<'_>, request: SetOpinions) -> Result<Nothing> {
    context.transact_named(|tx| Ok((opinions::set(tx, &request.cells)?, Nothing {})))
}

pub(super) fn trash_opinion(context: &Context<'_>, request: WhichOpinion) -> Result<Nothing> {
    context.transact_named(|tx| {
        let subject = opinions::trash(tx, request.id)?;
        Ok((Action { verb: Verb::Trash, kind: Kind::Review, part: "专家意见".into(), subject }, Nothing {}))
    })
}

pub(super) fn paper_name(context: &Context<'_>, request: WhichReview) -> Result<ReviewPaper> {
    let (project, _, round) = context.read(|connection| stored::paper(connection, request.id))?;
    Ok(ReviewPaper { path: notice::file_name(&project, &round, context.as_of()) })
}

pub(super) fn export(context: &Context<'_>, request: ExportReview) -> Result<ReviewPaper> {
    let subject = Subject { review: Some(request.id), ..Subject::default() };
    let (path, as_of, now) = (Path::new(request.path.trim()), context.as_of(), context.now());
    let path =
        context.read(|connection| produce::write(connection, PaperKind::ReviewNotice, &subject, path, as_of, now))?;
    Ok(ReviewPaper { path: path.to_string_lossy().into_owned() })
}

pub(super) fn experts(context: &Context<'_>, query: ExpertQuery) -> Result<Page<ExpertRow>> {
    context.read(|connection| stored::experts(connection, &query))
}

pub(super) fn create_expert(context: &Context<'_>, request: CreateExpert) -> Result<ExpertId> {
    let action = Action::new(Verb::Create, Kind::Expert, request.name.trim());
    context.transact(action, |tx| Ok(experts::create(tx, &request.name, &request.organisation, request.kind)?.id))
}

pub(super) fn set_expert(context: &Context<'_>, request: SetExperts) -> Result<Nothing> {
    context.transact_named(|tx| Ok((experts::set(tx, &request.cells)?, Nothing {})))
}

pub(super) fn trash_expert(context: &Context<'_>, request: WhichExperts) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Expert, experts::trash(tx, &request.ids)?), Nothing {}))
    })
}
