//! 修改落地认定: one field at a time.

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::LandingId;
use crate::landings::decide::check_basis;
use crate::landings::revoke::refuse_day;
use crate::outcomes::kind::LandingBasis;
use crate::projects::stage::Stage;
use crate::projects::stage_days::follow;
use crate::storage::rows::{Landing, Project};
use crate::storage::table::{live, update};
use crate::texts::results as texts;
use crate::workbook::Tx;
use crate::{input, texts as said};

codes! {
    /// A field of a landing that can be typed into.
    pub enum LandingField {
        Basis => "basis", "认定依据";
        LandedOn => "landed_on", "落地日期";
        DecidedBy => "decided_by", "认定单位";
        Note => "note", "说明";
        RevokedOn => "revoked_on", "撤销日期";
        RevokeReason => "revoke_reason", "撤销理由";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: LandingId, field: LandingField, typed: &str) -> Result<Action> {
    let before: Landing = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    let empty = || Error::invalid(said::must_not_be_empty(word));
    if matches!(field, LandingField::RevokedOn | LandingField::RevokeReason) && before.revoked_on.is_none() {
        return Err(Error::invalid(texts::not_revoked()));
    }
    match field {
        LandingField::Basis => {
            let basis = input::choice(typed, word, LandingBasis::from_label, LandingBasis::labels())?;
            after.basis = basis.ok_or_else(empty)?;
            check_basis(tx, before.project_id, after.basis)?;
        }
        LandingField::LandedOn => {
            after.landed_on = input::day(typed, word, tx.today)?.ok_or_else(empty)?;
            if after.landed_on > tx.today {
                return Err(Error::invalid(said::not_in_future(word, after.landed_on)));
            }
        }
        LandingField::DecidedBy => after.decided_by = input::line(typed, word)?,
        LandingField::Note => after.note = input::text(typed, word, input::LONG)?,
        LandingField::RevokedOn => after.revoked_on = Some(input::day(typed, word, tx.today)?.ok_or_else(empty)?),
        LandingField::RevokeReason => {
            after.revoke_reason = input::line(typed, word)?;
            if after.revoke_reason.is_empty() {
                return Err(Error::invalid(texts::revoking_needs_reason()));
            }
        }
    }
    if after.basis == LandingBasis::Other && after.note.is_empty() {
        return Err(Error::invalid(texts::other_basis_needs_note()));
    }
    if let Some(revoked_on) = after.revoked_on {
        refuse_day(revoked_on, after.landed_on, tx.today)?;
    }
    update(tx, &before, &after)?;
    if before.landed_on != after.landed_on {
        follow(tx, before.project_id, Stage::Landed, before.landed_on, after.landed_on)?;
    }
    if let (Some(old), Some(new)) = (before.revoked_on, after.revoked_on)
        && old != new
    {
        follow(tx, before.project_id, Stage::Advancing, old, new)?;
    }
    let project: Project = live(tx, before.project_id)?;
    Ok(Action::set(Kind::Landing, word, project.name))
}
