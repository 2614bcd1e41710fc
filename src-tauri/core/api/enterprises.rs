//! Requests about enterprises and their contacts.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::enterprises::contacts::ContactField;
use crate::enterprises::duplicates::{LikelySame, likely_same};
use crate::enterprises::list::{EnterprisePage, EnterpriseQuery, EnterpriseRow};
use crate::enterprises::set::EnterpriseField;
use crate::enterprises::{contacts, create, merge, set, trash};
use crate::error::Result;
use crate::ids::{ContactId, EnterpriseId};
use crate::storage::enterprises as stored;
use crate::storage::rows::Enterprise;
use crate::storage::table::live;

/// Which enterprise.
#[derive(Debug, Deserialize, TS)]
pub struct WhichEnterprise {
    pub id: EnterpriseId,
}

/// A name, to be used or to be looked for.
#[derive(Debug, Deserialize, TS)]
pub struct EnterpriseName {
    pub name: String,
}

/// A field of an enterprise, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetEnterprise {
    pub id: EnterpriseId,
    pub field: EnterpriseField,
    pub text: String,
}

/// Two records of one firm.
#[derive(Debug, Deserialize, TS)]
pub struct MergeEnterprises {
    pub keep: EnterpriseId,
    pub merge: EnterpriseId,
}

/// A new contact.
#[derive(Debug, Deserialize, TS)]
pub struct CreateContact {
    pub enterprise: EnterpriseId,
    pub name: String,
}

/// A field of a contact, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetContact {
    pub id: ContactId,
    pub field: ContactField,
    pub text: String,
}

/// Which contact.
#[derive(Debug, Deserialize, TS)]
pub struct WhichContact {
    pub id: ContactId,
}

pub(super) fn list(context: &Context<'_>, query: EnterpriseQuery) -> Result<Page<EnterpriseRow>> {
    context.read(|connection| stored::list(connection, &query, context.as_of()))
}

pub(super) fn get(context: &Context<'_>, request: WhichEnterprise) -> Result<EnterprisePage> {
    context.read(|connection| {
        let row: Enterprise = live(connection, request.id)?;
        Ok(EnterprisePage {
            id: row.id,
            aliases: stored::aliases(connection, row.id)?.into_iter().map(|alias| alias.name).collect(),
            contacts: stored::contact_rows(connection, row.id)?,
            projects: stored::projects(connection, row.id, context.as_of())?,
            open_demands: stored::open_demands(connection, row.id)?,
            likely_same: likely_same(connection, &row.name_full, Some(row.id))?,
            name_full: row.name_full,
            name_short: row.name_short,
            uscc: row.uscc.unwrap_or_default(),
            district: row.district_as_stated,
            district_code: row.district,
            address: row.address,
            size_class: row.size_class,
            ownership: row.ownership,
            labels: row.labels.0,
            employees: row.employees,
            revenue: row.revenue,
            verify: row.verify,
            note: row.note,
            sample: row.sample,
        })
    })
}

pub(super) fn similar(context: &Context<'_>, request: EnterpriseName) -> Result<Vec<LikelySame>> {
    context.read(|connection| likely_same(connection, &request.name, None))
}

pub(super) fn create(context: &Context<'_>, request: EnterpriseName) -> Result<EnterpriseId> {
    let action = Action::new(Verb::Create, Kind::Enterprise, request.name.trim());
    context.transact(action, |tx| Ok(create::create(tx, &request.name)?.id))
}

pub(super) fn set(context: &Context<'_>, request: SetEnterprise) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn merge(context: &Context<'_>, request: MergeEnterprises) -> Result<Nothing> {
    context.transact_named(|tx| {
        let (kept, gone) = merge::merge(tx, request.keep, request.merge)?;
        Ok((Action::new(Verb::Merge, Kind::Enterprise, format!("{gone}→{kept}")), Nothing {}))
    })
}

pub(super) fn trash(context: &Context<'_>, request: WhichEnterprise) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Enterprise, trash::trash(tx, request.id)?), Nothing {}))
    })
}

pub(super) fn create_contact(context: &Context<'_>, request: CreateContact) -> Result<ContactId> {
    let action = Action::new(Verb::Create, Kind::Contact, request.name.trim());
    context.transact(action, |tx| Ok(contacts::create(tx, request.enterprise, &request.name)?.id))
}

pub(super) fn set_contact(context: &Context<'_>, request: SetContact) -> Result<Nothing> {
    context.transact_named(|tx| Ok((contacts::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash_contact(context: &Context<'_>, request: WhichContact) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Contact, contacts::trash(tx, request.id)?), Nothing {}))
    })
}
