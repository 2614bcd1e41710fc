//! 佐证 of a landing: words, files (attachments of the evidence), or both. A landing that stands keeps at least one.

use fractional_index::FractionalIndex;

use crate::action::{Action, Kind, Verb};
use crate::attachments::add::{self, Looked};
use crate::error::{Error, Result};
use crate::ids::{EvidenceId, Id, LandingId};
use crate::input;
use crate::storage::landings as stored;
use crate::storage::rows::{Evidence, Landing, Project};
use crate::storage::table::{find, insert, live, update};
use crate::texts::results as texts;
use crate::workbook::Tx;

/// One more piece of evidence; returns the action by name.
pub fn add(tx: &Tx<'_>, landing: LandingId, text: &str, files: Vec<Looked>) -> Result<(Action, EvidenceId)> {
    let landing: Landing = live(tx, landing)?;
    let text = input::text(text, "佐证说明", input::LONG)?;
    if text.is_empty() && files.is_empty() {
        return Err(Error::invalid(texts::evidence_is_empty()));
    }
    let last = stored::evidence(tx, landing.id)?.pop();
    let last = last.and_then(|last| FractionalIndex::from_string(&last.position).ok());
    let place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let (id, position) = (EvidenceId::new(), place.to_string());
    insert(tx, &Evidence { id, landing_id: landing.id, text, position, deleted: false })?;
    if !files.is_empty() {
        add::add(tx, id.into(), files)?;
    }
    Ok((named(tx, &landing, Verb::Create)?, id))
}

/// What a piece of evidence is, in words; returns the action by name.
pub fn set(tx: &Tx<'_>, id: EvidenceId, typed: &str) -> Result<Action> {
    let before: Evidence = live(tx, id)?;
    let landing: Landing = live(tx, before.landing_id)?;
    let text = input::text(typed, "佐证说明", input::LONG)?;
    update(tx, &before, &Evidence { text, ..before.clone() })?;
    keep_one(tx, &landing)?;
    named(tx, &landing, Verb::Set)
}

/// Takes a piece of evidence away, with its files; returns the action by name.
pub fn trash(tx: &Tx<'_>, id: EvidenceId) -> Result<Action> {
    let before: Evidence = live(tx, id)?;
    let landing: Landing = live(tx, before.landing_id)?;
    update(tx, &before, &Evidence { deleted: true, ..before.clone() })?;
    keep_one(tx, &landing)?;
    named(tx, &landing, Verb::Trash)
}

/// A file of a record was taken away: if it was the last evidence of a landing that stands, that is refused.
pub(crate) fn file_taken_away(tx: &Tx<'_>, owner: Id) -> Result<()> {
    let Some(evidence) = find::<Evidence>(tx, &[&owner])?.filter(|one| !one.deleted) else { return Ok(()) };
    match find::<Landing>(tx, &[&evidence.landing_id])? {
        Some(landing) => keep_one(tx, &landing),
        None => Ok(()),
    }
}

fn keep_one(tx: &Tx<'_>, landing: &Landing) -> Result<()> {
    match landing.revoked_on.is_none() && !landing.deleted && !stored::has_evidence(tx, landing.id)? {
        true => Err(Error::invalid(texts::last_evidence())),
        false => Ok(()),
    }
}

fn named(tx: &Tx<'_>, landing: &Landing, verb: Verb) -> Result<Action> {
    let project: Project = live(tx, landing.project_id)?;
    Ok(Action { verb, kind: Kind::Landing, part: "佐证".into(), subject: project.name })
}
