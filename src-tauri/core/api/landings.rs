//! Requests about 落地认定 and its evidence.

use std::path::Path;

use serde::Deserialize;
use ts_rs::TS;

use crate::api::projects::WhichProject;
use crate::api::{Context, Nothing};
use crate::attachments::add::{Looked, read_file};
use crate::error::Result;
use crate::ids::{EvidenceId, LandingId, ProjectId};
use crate::landings::decide::{Decision, decide};
use crate::landings::list::LandingRow;
use crate::landings::set::LandingField;
use crate::landings::{evidence, revoke, set};
use crate::outcomes::kind::LandingBasis;
use crate::storage::landings as stored;

/// A landing, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct DecideLanding {
    pub project: ProjectId,
    #[serde(default)]
    #[ts(optional)]
    pub basis: Option<LandingBasis>,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub landed_on: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub decided_by: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub note: String,
    /// What the evidence is, in words.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub evidence: String,
    /// Files that show it.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub paths: Vec<String>,
}

/// A landing to revoke.
#[derive(Debug, Deserialize, TS)]
pub struct RevokeLanding {
    pub id: LandingId,
    /// As typed; today if empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
    pub reason: String,
}

/// A field of a landing, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetLanding {
    pub id: LandingId,
    pub field: LandingField,
    pub text: String,
}

/// One more piece of evidence.
#[derive(Debug, Deserialize, TS)]
pub struct AddEvidence {
    pub landing: LandingId,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub paths: Vec<String>,
}

/// What a piece of evidence is, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetEvidence {
    pub id: EvidenceId,
    pub text: String,
}

/// Which piece of evidence.
#[derive(Debug, Deserialize, TS)]
pub struct WhichEvidence {
    pub id: EvidenceId,
}

fn read(context: &Context<'_>, paths: &[String]) -> Result<Vec<Looked>> {
    paths.iter().map(|path| read_file(Path::new(path), context.watch())).collect()
}

pub(super) fn list(context: &Context<'_>, request: WhichProject) -> Result<Vec<LandingRow>> {
    context.read(|connection| stored::list(connection, request.id))
}

pub(super) fn create(context: &Context<'_>, request: DecideLanding) -> Result<LandingId> {
    let files = read(context, &request.paths)?;
    context.transact_named(|tx| {
        let decision = Decision {
            basis: request.basis,
            landed_on: &request.landed_on,
            decided_by: &request.decided_by,
            note: &request.note,
            evidence: &request.evidence,
            files,
        };
        decide(tx, request.project, decision)
    })
}

pub(super) fn revoke(context: &Context<'_>, request: RevokeLanding) -> Result<Nothing> {
    context.transact_named(|tx| Ok((revoke::revoke(tx, request.id, &request.on, &request.reason)?, Nothing {})))
}

pub(super) fn set(context: &Context<'_>, request: SetLanding) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn add_evidence(context: &Context<'_>, request: AddEvidence) -> Result<EvidenceId> {
    let files = read(context, &request.paths)?;
    context.transact_named(|tx| evidence::add(tx, request.landing, &request.text, files))
}

pub(super) fn set_evidence(context: &Context<'_>, request: SetEvidence) -> Result<Nothing> {
    context.transact_named(|tx| Ok((evidence::set(tx, request.id, &request.text)?, Nothing {})))
}

pub(super) fn trash_evidence(context: &Context<'_>, request: WhichEvidence) -> Result<Nothing> {
    context.transact_named(|tx| Ok((evidence::trash(tx, request.id)?, Nothing {})))
}
