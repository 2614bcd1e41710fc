//! Requests about the rules of lights.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::{Context, Nothing};
use crate::error::Result;
use crate::ids::LightRuleId;
use crate::light_rules::bounds::LightRules;
use crate::light_rules::edit::{self, LightRuleField, TypedBounds};
use crate::light_rules::list::LightRulesPage;
use crate::light_rules::preview::LightPreview;
use crate::storage::light_rules as stored;

/// A new rule, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct NewLightRule {
    /// Today if left out.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub valid_from: String,
    #[serde(flatten)]
    pub bounds: TypedBounds,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub note: String,
}

/// A field of a rule, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetLightRule {
    pub id: LightRuleId,
    pub field: LightRuleField,
    pub text: String,
}

/// Which rule.
#[derive(Debug, Deserialize, TS)]
pub struct WhichLightRule {
    pub id: LightRuleId,
}

pub(super) fn list(context: &Context<'_>, _: Nothing) -> Result<LightRulesPage> {
    context.read(|connection| stored::page(connection, context.as_of()))
}

pub(super) fn preview(context: &Context<'_>, request: TypedBounds) -> Result<LightPreview> {
    let as_of = context.as_of();
    context.read(|connection| stored::preview(connection, request.read(LightRules::now(as_of))?, as_of))
}

pub(super) fn create(context: &Context<'_>, request: NewLightRule) -> Result<LightRuleId> {
    context.transact_named(|tx| edit::create(tx, &request.valid_from, &request.bounds, &request.note))
}

pub(super) fn set(context: &Context<'_>, request: SetLightRule) -> Result<Nothing> {
    context.transact_named(|tx| Ok((edit::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichLightRule) -> Result<Nothing> {
    context.transact_named(|tx| {
        let name = edit::trash(tx, request.id)?;
        Ok((Action::new(Verb::Trash, Kind::LightRule, name), Nothing {}))
    })
}
