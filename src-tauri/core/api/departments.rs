//! Requests about units.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::departments::kind::DepartmentKind;
use crate::departments::list::{DepartmentQuery, DepartmentRow};
use crate::departments::set::DepartmentField;
use crate::departments::{create, set, trash};
use crate::error::Result;
use crate::ids::DepartmentId;
use crate::storage::departments as stored;

/// A new unit.
#[derive(Debug, Deserialize, TS)]
pub struct CreateDepartment {
    pub short: String,
    pub kind: DepartmentKind,
}

/// A field of a unit, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetDepartment {
    pub id: DepartmentId,
    pub field: DepartmentField,
    pub text: String,
}

/// Which unit.
#[derive(Debug, Deserialize, TS)]
pub struct WhichDepartment {
    pub id: DepartmentId,
}

pub(super) fn list(context: &Context<'_>, query: DepartmentQuery) -> Result<Page<DepartmentRow>> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn create(context: &Context<'_>, request: CreateDepartment) -> Result<DepartmentId> {
    let action = Action::new(Verb::Create, Kind::Department, request.short.trim());
    context.transact(action, |tx| Ok(create::create(tx, &request.short, request.kind)?.id))
}

pub(super) fn set(context: &Context<'_>, request: SetDepartment) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichDepartment) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = trash::trash(tx, request.id)?;
        Ok((Action::new(Verb::Trash, Kind::Department, name), Nothing {}))
    })
}
