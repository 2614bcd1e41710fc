//! Requests about demands.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::demands::advance::DemandStep;
use crate::demands::category::DemandCategory;
use crate::demands::list::{DemandQuery, DemandRow};
use crate::demands::page::DemandPage;
use crate::demands::set::DemandField;
use crate::demands::split::{Anchor, SplitStep};
use crate::demands::status::DemandStatus;
use crate::demands::trace::{Trace, TraceFrom};
use crate::demands::visit::{NewVisit, VisitField};
use crate::demands::{advance, create, order, page, set, split, trash, visit};
use crate::error::Result;
use crate::ids::{DemandId, EnterpriseId, Id, ProjectId, TaskId};
use crate::storage::{demand_trace, demands as stored};

/// A new demand of a project, or of an enterprise.
#[derive(Debug, Deserialize, TS)]
pub struct CreateDemand {
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
    pub category: DemandCategory,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub text: String,
}

/// A field of one or several demands, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetDemand {
    pub ids: Vec<DemandId>,
    pub field: DemandField,
    pub text: String,
}

/// The state a demand goes to.
#[derive(Debug, Deserialize, TS)]
pub struct AdvanceDemand {
    pub id: DemandId,
    pub status: DemandStatus,
    /// What was done, or why it cannot be done, or what the enterprise is not satisfied with.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub result: String,
    /// The day it happened, as typed; empty: today.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
    /// 办结时限 as typed, with 交办; left out: what the demand has, else the limit its source starts with.
    #[ts(optional)]
    pub due: Option<String>,
}

/// Which 回访.
#[derive(Debug, Deserialize, TS)]
pub struct WhichVisit {
    pub id: Id,
}

/// A field of a 回访, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetVisit {
    pub id: Id,
    pub field: VisitField,
    pub text: String,
}

/// Where to trace from.
#[derive(Debug, Deserialize, TS)]
pub struct TraceOf {
    pub from: TraceFrom,
}

/// Which demand.
#[derive(Debug, Deserialize, TS)]
pub struct WhichDemand {
    pub id: DemandId,
}

/// A demand and the one it is to stand behind; first without one.
#[derive(Debug, Deserialize, TS)]
pub struct MoveDemand {
    pub id: DemandId,
    #[ts(optional)]
    pub after: Option<DemandId>,
}

/// A category of demands.
#[derive(Debug, Deserialize, TS)]
pub struct WhichCategory {
    pub category: DemandCategory,
}

/// What a category usually takes.
#[derive(Debug, Serialize, TS)]
pub struct UsualSteps {
    /// 简称 of the unit that usually leads.
    pub lead: String,
    pub steps: Vec<SplitStep>,
}

/// A demand and the steps it is to be split into.
#[derive(Debug, Deserialize, TS)]
pub struct SplitDemand {
    pub id: DemandId,
    pub steps: Vec<SplitStep>,
    pub anchor: Anchor,
}

pub(super) fn list(context: &Context<'_>, query: DemandQuery) -> Result<Page<DemandRow>> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn create(context: &Context<'_>, request: CreateDemand) -> Result<DemandId> {
    context.transact_named(|tx| {
        let demand = create::create(tx, request.project, request.enterprise, request.category, &request.text)?;
        Ok((Action::new(Verb::Create, Kind::Demand, set::name_of(&demand)), demand.id))
    })
}

pub(super) fn set(context: &Context<'_>, request: SetDemand) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, &request.ids, request.field, &request.text)?, Nothing {})))
}

pub(super) fn set_status(context: &Context<'_>, request: AdvanceDemand) -> Result<Nothing> {
    context.transact_named(|tx| {
        let on = crate::input::day(&request.on, "日期", tx.today)?;
        let step = DemandStep { to: request.status, on, said: &request.result, due: request.due.as_deref() };
        Ok((advance::advance(tx, request.id, step)?, Nothing {}))
    })
}

pub(super) fn get(context: &Context<'_>, request: WhichDemand) -> Result<DemandPage> {
    context.read(|connection| page::page(connection, request.id, context.as_of()))
}

pub(super) fn trace(context: &Context<'_>, request: TraceOf) -> Result<Trace> {
    context.read(|connection| demand_trace::of(connection, request.from, context.as_of()))
}

pub(super) fn add_visit(context: &Context<'_>, request: NewVisit) -> Result<Id> {
    context.transact_named(|tx| visit::add(tx, &request))
}

pub(super) fn set_visit(context: &Context<'_>, request: SetVisit) -> Result<Nothing> {
    context.transact_named(|tx| Ok((visit::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash_visit(context: &Context<'_>, request: WhichVisit) -> Result<Nothing> {
    context.transact_named(|tx| Ok((visit::trash(tx, request.id)?, Nothing {})))
}

pub(super) fn place(context: &Context<'_>, request: MoveDemand) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = order::place_after(tx, request.id, request.after)?;
        Ok((Action::new(Verb::Move, Kind::Demand, name), Nothing {}))
    })
}

pub(super) fn steps(_: &Context<'_>, request: WhichCategory) -> Result<UsualSteps> {
    let steps = request.category.steps().iter().map(|step| SplitStep {
        title: step.title.into(),
        lead: step.lead.unwrap_or_default().into(),
        assisting: String::new(),
        persons: String::new(),
        working_days: step.working_days,
    });
    Ok(UsualSteps { lead: request.category.usual_lead().unwrap_or_default().into(), steps: steps.collect() })
}

pub(super) fn split(context: &Context<'_>, request: SplitDemand) -> Result<Vec<TaskId>> {
    context.transact_named(|tx| {
        let (name, tasks) = split::split(tx, request.id, &request.steps, request.anchor)?;
        Ok((Action { verb: Verb::Create, kind: Kind::Task, part: String::new(), subject: name }, tasks))
    })
}

pub(super) fn trash(context: &Context<'_>, request: WhichDemand) -> Result<Nothing> {
    context.transact_named(|tx| Ok((Action::new(Verb::Trash, Kind::Demand, trash::trash(tx, request.id)?), Nothing {})))
}
