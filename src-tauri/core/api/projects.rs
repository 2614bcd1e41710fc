//! Requests about projects, who takes part, and the 路线图.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::{EnterpriseId, Id, MilestoneId, ProjectId};
use crate::projects::advance::{StageMove, Step};
use crate::projects::list::{ProjectPage, ProjectQuery, ProjectRow, StageCount};
use crate::projects::milestones::{self, MilestoneField, MilestoneRow};
use crate::projects::phase::MilestonePhase;
use crate::projects::set::ProjectField;
use crate::projects::stage::Stage;
use crate::projects::stage_days::{self, StageFactRow};
use crate::projects::{advance, create, enterprises, set, trash};
use crate::storage::table::live;
use crate::storage::{milestones as stored_milestones, projects as stored, stage_facts as stored_facts};
use crate::{Error, input, texts};

/// Which project.
#[derive(Debug, Deserialize, TS)]
pub struct WhichProject {
    pub id: ProjectId,
}

/// A new project.
#[derive(Debug, Deserialize, TS)]
pub struct CreateProject {
    pub name: String,
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
}

/// A field of a project, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetProject {
    pub id: ProjectId,
    pub field: ProjectField,
    pub text: String,
}

/// The stage a project goes to.
#[derive(Debug, Deserialize, TS)]
pub struct AdvanceProject {
    pub id: ProjectId,
    pub stage: Stage,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub reason: String,
    /// The day it happened, as typed; today if empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
    /// When work is expected to go on, as typed: 4月底前.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub resume_on: String,
}

/// The day of a change of stage, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetStageDay {
    pub id: Id,
    pub text: String,
}

/// An enterprise of a project.
#[derive(Debug, Deserialize, TS)]
pub struct ProjectParticipant {
    pub id: ProjectId,
    pub enterprise: EnterpriseId,
}

/// A new node of the 路线图.
#[derive(Debug, Deserialize, TS)]
pub struct CreateMilestone {
    pub project: ProjectId,
    pub phase: MilestonePhase,
    pub name: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub plan_on: String,
}

/// A field of a node, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetMilestone {
    pub id: MilestoneId,
    pub field: MilestoneField,
    pub text: String,
}

/// Which node.
#[derive(Debug, Deserialize, TS)]
pub struct WhichMilestone {
    pub id: MilestoneId,
}

/// A node and the one it is to stand behind; first without one.
#[derive(Debug, Deserialize, TS)]
pub struct MoveMilestone {
    pub id: MilestoneId,
    #[ts(optional)]
    pub after: Option<MilestoneId>,
}

pub(super) fn list(context: &Context<'_>, query: ProjectQuery) -> Result<Page<ProjectRow>> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn stages(context: &Context<'_>, query: ProjectQuery) -> Result<Vec<StageCount>> {
    context.read(|connection| stored::stages(connection, &query, context.as_of()))
}

pub(super) fn get(context: &Context<'_>, request: WhichProject) -> Result<ProjectPage> {
    let as_of = context.as_of();
    context.read(|connection| stored::page(connection, request.id, as_of))
}

pub(super) fn create(context: &Context<'_>, request: CreateProject) -> Result<ProjectId> {
    let action = Action::new(Verb::Create, Kind::Project, request.name.trim());
    context.transact(action, |tx| Ok(create::create(tx, &request.name, request.enterprise)?.id))
}

pub(super) fn set(context: &Context<'_>, request: SetProject) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn set_stage(context: &Context<'_>, request: AdvanceProject) -> Result<Nothing> {
    context.transact_named(|tx| {
        let on = input::day(&request.on, "日期", tx.today)?;
        let resume_on = input::due(&request.resume_on, tx.today)?;
        if resume_on.is_some_and(|resume| resume.date.is_none()) {
            return Err(Error::invalid(texts::a_whole_day_please("预计恢复日期", request.resume_on.trim())));
        }
        let resume_on = resume_on.and_then(|resume| resume.date);
        let step = Step { to: request.stage, reason: &request.reason, on, resume_on };
        Ok((advance::take(tx, request.id, &step)?, Nothing {}))
    })
}

pub(super) fn stage_moves(context: &Context<'_>, request: WhichProject) -> Result<Vec<StageMove>> {
    context.read(|connection| advance::moves(connection, &live(connection, request.id)?))
}

pub(super) fn stage_facts(context: &Context<'_>, request: WhichProject) -> Result<Vec<StageFactRow>> {
    let rows = context.read(|connection| stored_facts::of(connection, request.id))?;
    let row = |fact: crate::storage::rows::ProjectStageFact| StageFactRow {
        id: fact.id,
        on_day: fact.on_day,
        from: fact.from_stage,
        to: fact.to_stage,
        reason: fact.reason,
        resume_on: fact.resume_on,
    };
    Ok(rows.into_iter().map(row).collect())
}

pub(super) fn set_stage_day(context: &Context<'_>, request: SetStageDay) -> Result<Nothing> {
    context.transact_named(|tx| Ok((stage_days::set_day(tx, request.id, &request.text)?, Nothing {})))
}

pub(super) fn add_enterprise(context: &Context<'_>, request: ProjectParticipant) -> Result<Nothing> {
    participant(context, request, "参与企业", enterprises::add)
}

pub(super) fn remove_enterprise(context: &Context<'_>, request: ProjectParticipant) -> Result<Nothing> {
    participant(context, request, "参与企业", enterprises::remove)
}

pub(super) fn lead_enterprise(context: &Context<'_>, request: ProjectParticipant) -> Result<Nothing> {
    participant(context, request, "牵头企业", enterprises::lead)
}

fn participant(
    context: &Context<'_>,
    request: ProjectParticipant,
    part: &str,
    verb: fn(&crate::workbook::Tx<'_>, ProjectId, EnterpriseId) -> Result<String>,
) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = verb(tx, request.id, request.enterprise)?;
        Ok((Action::set(Kind::Project, part, name), Nothing {}))
    })
}

pub(super) fn trash(context: &Context<'_>, request: WhichProject) -> Result<Nothing> {
    context
        .transact_named(|tx| Ok((Action::new(Verb::Trash, Kind::Project, trash::trash(tx, request.id)?), Nothing {})))
}

pub(super) fn list_milestones(context: &Context<'_>, request: WhichProject) -> Result<Vec<MilestoneRow>> {
    context.read(|connection| stored_milestones::list(connection, request.id, context.as_of()))
}

pub(super) fn create_milestone(context: &Context<'_>, request: CreateMilestone) -> Result<MilestoneId> {
    let action = Action::new(Verb::Create, Kind::Milestone, request.name.trim());
    context.transact(action, |tx| {
        Ok(milestones::create(tx, request.project, request.phase, &request.name, &request.plan_on)?.id)
    })
}

pub(super) fn set_milestone(context: &Context<'_>, request: SetMilestone) -> Result<Nothing> {
    context.transact_named(|tx| Ok((milestones::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn move_milestone(context: &Context<'_>, request: MoveMilestone) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = milestones::place_after(tx, request.id, request.after)?;
        Ok((Action::new(Verb::Move, Kind::Milestone, name), Nothing {}))
    })
}

pub(super) fn trash_milestone(context: &Context<'_>, request: WhichMilestone) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Milestone, milestones::trash(tx, request.id)?), Nothing {}))
    })
}
