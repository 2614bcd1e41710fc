//! Requests about 推进小组.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::{Id, WorkGroupId};
use crate::storage::work_groups as stored;
use crate::work_groups::edit::{self, WorkGroupField};
use crate::work_groups::list::{WorkGroupPage, WorkGroupQuery, WorkGroupRow};
use crate::work_groups::members::{self, MemberField};

/// A new group.
#[derive(Debug, Deserialize, TS)]
pub struct CreateWorkGroup {
    pub name: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub domain: String,
}

/// A field of a group, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetWorkGroup {
    pub id: WorkGroupId,
    pub field: WorkGroupField,
    pub text: String,
}

/// Which group.
#[derive(Debug, Deserialize, TS)]
pub struct WhichWorkGroup {
    pub id: WorkGroupId,
}

/// A new member, as typed: a unit, a person, or both.
#[derive(Debug, Deserialize, TS)]
pub struct AddMember {
    pub id: WorkGroupId,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub department: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub person: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub role: String,
}

/// A field of a member, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetMember {
    pub id: Id,
    pub field: MemberField,
    pub text: String,
}

/// Which member.
#[derive(Debug, Deserialize, TS)]
pub struct WhichMember {
    pub id: Id,
}

pub(super) fn list(context: &Context<'_>, query: WorkGroupQuery) -> Result<Page<WorkGroupRow>> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn get(context: &Context<'_>, request: WhichWorkGroup) -> Result<WorkGroupPage> {
    context.read(|connection| stored::page(connection, request.id, context.as_of()))
}

pub(super) fn create(context: &Context<'_>, request: CreateWorkGroup) -> Result<WorkGroupId> {
    let action = Action::new(Verb::Create, Kind::WorkGroup, request.name.trim());
    context.transact(action, |tx| Ok(edit::create(tx, &request.name, &request.domain)?.id))
}

pub(super) fn set(context: &Context<'_>, request: SetWorkGroup) -> Result<Nothing> {
    context.transact_named(|tx| Ok((edit::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichWorkGroup) -> Result<Nothing> {
    context
        .transact_named(|tx| Ok((Action::new(Verb::Trash, Kind::WorkGroup, edit::trash(tx, request.id)?), Nothing {})))
}

pub(super) fn add_member(context: &Context<'_>, request: AddMember) -> Result<Id> {
    context.transact_named(|tx| members::add(tx, request.id, &request.department, &request.person, &request.role))
}

pub(super) fn set_member(context: &Context<'_>, request: SetMember) -> Result<Nothing> {
    context.transact_named(|tx| Ok((members::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn remove_member(context: &Context<'_>, request: WhichMember) -> Result<Nothing> {
    context.transact_named(|tx| Ok((members::remove(tx, request.id)?, Nothing {})))
}
