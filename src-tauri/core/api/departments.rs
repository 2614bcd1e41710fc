//! Requests about units.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::departments::kind::DepartmentKind;
use crate::departments::list::{DepartmentQuery, DepartmentRow, FormerUnit};
use crate::departments::people::{self, PersonField, PersonQuery, PersonRow};
use crate::departments::set::DepartmentField;
use crate::departments::{create, merge, set, trash};
use crate::error::Result;
use crate::ids::{DepartmentId, PersonId};
use crate::storage::{department_merge, departments as stored, people as stored_people};
use crate::{input, texts};

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

/// A unit that goes on as another.
#[derive(Debug, Deserialize, TS)]
pub struct MergeDepartments {
    pub kept: DepartmentId,
    pub gone: DepartmentId,
    /// From which day, as typed; empty: today.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
}

/// A unit that is called otherwise.
#[derive(Debug, Deserialize, TS)]
pub struct RenameDepartment {
    pub id: DepartmentId,
    pub short: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub full: String,
    /// From which day, as typed; empty: today.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
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
    let mut row = found.rows.into_iter().next().ok_or_else(|| crate::Error::not_found("单位"))?;
    let former = context.read(|connection| department_merge::merged_into(connection, request.id))?;
    row.former =
        former.into_iter().map(|unit| FormerUnit { id: unit.id, short: unit.short, until: unit.valid_to }).collect();
    Ok(row)
}

pub(super) fn merge(context: &Context<'_>, request: MergeDepartments) -> Result<Nothing> {
    context.transact_named(|tx| {
        let on = input::day(&request.on, "日期", tx.today)?.unwrap_or(tx.today);
        let (kept, gone) = merge::merge(tx, request.kept, request.gone, on)?;
        Ok((Action::new(Verb::Merge, Kind::Department, texts::units_merged(&gone, &kept)), Nothing {}))
    })
}

pub(super) fn rename(context: &Context<'_>, request: RenameDepartment) -> Result<DepartmentId> {
    context.transact_named(|tx| {
        let on = input::day(&request.on, "日期", tx.today)?.unwrap_or(tx.today);
        let (id, new, old) = merge::rename(tx, request.id, &request.short, &request.full, on)?;
        Ok((Action::set(Kind::Department, "名称", texts::unit_renamed(&old, &new)), id))
    })
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
