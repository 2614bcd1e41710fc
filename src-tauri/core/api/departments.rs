//! Requests about units.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::departments::kind::DepartmentKind;
use crate::departments::list::{DepartmentQuery, DepartmentRow};
use crate::departments::people::{self, PersonField, PersonQuery, PersonRow};
use crate::departments::set::DepartmentField;
use crate::departments::{create, set, trash};
use crate::error::Result;
use crate::ids::{DepartmentId, PersonId};
use crate::storage::{departments as stored, people as stored_people};

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

/// A new person.
#[derive(Debug, Deserialize, TS)]
pub struct CreatePerson {
    #[ts(optional)]
    pub department: Option<DepartmentId>,
    pub name: String,
}

/// A field of a person, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetPerson {
    pub id: PersonId,
    pub field: PersonField,
    pub text: String,
}

/// Which person.
#[derive(Debug, Deserialize, TS)]
pub struct WhichPerson {
    pub id: PersonId,
}

pub(super) fn list(context: &Context<'_>, query: DepartmentQuery) -> Result<Page<DepartmentRow>> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn get(context: &Context<'_>, request: WhichDepartment) -> Result<DepartmentRow> {
    let query = DepartmentQuery { id: Some(request.id), ..DepartmentQuery::default() };
    let found = context.read(|connection| stored::list(connection, &query, context.as_of()))?;
    found.rows.into_iter().next().ok_or_else(|| crate::Error::not_found("单位"))
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

pub(super) fn list_people(context: &Context<'_>, query: PersonQuery) -> Result<Page<PersonRow>> {
    context.read(|connection| stored_people::list(connection, &query, context.as_of()))
}

pub(super) fn create_person(context: &Context<'_>, request: CreatePerson) -> Result<PersonId> {
    let action = Action::new(Verb::Create, Kind::Person, request.name.trim());
    context.transact(action, |tx| Ok(people::create(tx, request.department, &request.name)?.id))
}

pub(super) fn set_person(context: &Context<'_>, request: SetPerson) -> Result<Nothing> {
    context.transact_named(|tx| Ok((people::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash_person(context: &Context<'_>, request: WhichPerson) -> Result<Nothing> {
    context
        .transact_named(|tx| Ok((Action::new(Verb::Trash, Kind::Person, people::trash(tx, request.id)?), Nothing {})))
}
