//! Requests about versions of a plan: 征求意见, 送审, 印发, 修订, 作废.

use serde::Deserialize;
use ts_rs::TS;

use crate::api::plans::WhichPlan;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::{PlanId, PlanOpinionId};
use crate::plans::compare::{self, PlanComparison};
use crate::plans::issue::{self, IssuePlan};
use crate::plans::opinions::{self, ConsultUnits, ConsultationProposal, PlanOpinionField};
use crate::plans::status::{OpinionVerdict, PlanStatus};
use crate::plans::versions;
use crate::storage::{plan_versions as stored, plans};

/// Where a version goes before it is issued.
#[derive(Debug, Deserialize, TS)]
pub struct StepPlan {
    pub id: PlanId,
    pub to: PlanStatus,
}

/// 作废.
#[derive(Debug, Deserialize, TS)]
pub struct RepealPlan {
    pub id: PlanId,
    pub reason: String,
    /// 作废日期; today if left out.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
}

/// A field of an opinion, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetPlanOpinion {
    pub id: PlanOpinionId,
    pub field: PlanOpinionField,
    pub text: String,
}

/// What becomes of an opinion.
#[derive(Debug, Deserialize, TS)]
pub struct DecidePlanOpinion {
    pub id: PlanOpinionId,
    /// None takes the decision back.
    #[serde(default)]
    #[ts(optional)]
    pub verdict: Option<OpinionVerdict>,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reason: String,
}

/// Which opinions.
#[derive(Debug, Deserialize, TS)]
pub struct WhichPlanOpinions {
    pub ids: Vec<PlanOpinionId>,
}

/// Which opinion.
#[derive(Debug, Deserialize, TS)]
pub struct WhichPlanOpinion {
    pub id: PlanOpinionId,
}

/// Two versions.
#[derive(Debug, Deserialize, TS)]
pub struct ComparePlans {
    pub old: PlanId,
    pub new: PlanId,
}

pub(super) fn compare(context: &Context<'_>, request: ComparePlans) -> Result<PlanComparison> {
    let as_of = context.as_of();
    context.read(|connection| {
        let (old, new) = (stored::side(connection, request.old, as_of)?, stored::side(connection, request.new, as_of)?);
        let history = stored::changes_between(connection, &old, &new)?;
        Ok(compare::compare(&old, &new, history))
    })
}

pub(super) fn step(context: &Context<'_>, request: StepPlan) -> Result<Nothing> {
    context.transact_named(|tx| Ok((versions::step(tx, request.id, request.to)?, Nothing {})))
}

pub(super) fn issue(context: &Context<'_>, request: IssuePlan) -> Result<Nothing> {
    let now = context.now();
    context.transact_named(|tx| Ok((issue::issue(tx, &request, now)?, Nothing {})))
}

pub(super) fn revise(context: &Context<'_>, request: WhichPlan) -> Result<PlanId> {
    context.transact_named(|tx| versions::revise(tx, request.id))
}

pub(super) fn repeal(context: &Context<'_>, request: RepealPlan) -> Result<Nothing> {
    context.transact_named(|tx| Ok((versions::repeal(tx, request.id, &request.reason, &request.on)?, Nothing {})))
}

pub(super) fn proposal(context: &Context<'_>, request: WhichPlan) -> Result<ConsultationProposal> {
    let as_of = context.as_of();
    context.read(|connection| {
        let data = plans::gather(connection, request.id, as_of)?;
        let asked = stored::opinions(connection, request.id)?;
        Ok(opinions::proposal(&data, &asked, stored::units(connection)?, as_of))
    })
}

pub(super) fn consult(context: &Context<'_>, request: ConsultUnits) -> Result<Nothing> {
    context.transact_named(|tx| Ok((opinions::consult(tx, &request)?, Nothing {})))
}

pub(super) fn set_opinion(context: &Context<'_>, request: SetPlanOpinion) -> Result<Nothing> {
    context.transact_named(|tx| Ok((opinions::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn no_opinion(context: &Context<'_>, request: WhichPlanOpinions) -> Result<Nothing> {
    context.transact_named(|tx| Ok((opinions::no_opinion(tx, &request.ids)?, Nothing {})))
}

pub(super) fn decide(context: &Context<'_>, request: DecidePlanOpinion) -> Result<Nothing> {
    let verdict = request.verdict;
    context.transact_named(|tx| Ok((opinions::decide(tx, request.id, verdict, &request.reason)?, Nothing {})))
}

pub(super) fn trash_opinion(context: &Context<'_>, request: WhichPlanOpinion) -> Result<Nothing> {
    context.transact_named(|tx| Ok((opinions::trash(tx, request.id)?, Nothing {})))
}
