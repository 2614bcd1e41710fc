//! 修改成效: one field at a time.

use crate::action::{Action, Kind};
use crate::amount::{Amount, Certainty};
use crate::error::{Error, Result};
use crate::ids::{DemandId, OutcomeId};
use crate::outcomes::kind::OutcomeKind;
use crate::storage::rows::{Demand, Outcome, Project};
use crate::storage::table::{live, update};
use crate::texts::results as texts;
use crate::workbook::Tx;
use crate::{input, texts as said};

codes! {
    /// A field of an outcome that can be typed into.
    pub enum OutcomeField {
        Kind => "kind", "成效类别";
        Amount => "amount", "金额";
        Certainty => "certainty", "金额性质";
        Counterparty => "counterparty", "合作方";
        OnDay => "on_day", "日期";
        SourceText => "source_text", "原文或说明";
        Demand => "demand", "对应需求";
        Verify => "verify", "待核实";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed (a demand by its key); returns the action by name.
pub fn set(tx: &Tx<'_>, id: OutcomeId, field: OutcomeField, typed: &str) -> Result<Action> {
    let before: Outcome = live(tx, id)?;
    let project: Project = live(tx, before.project_id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        OutcomeField::Kind => {
            let kind = input::choice(typed, word, OutcomeKind::from_label, OutcomeKind::labels())?;
            after.kind = kind.ok_or_else(|| Error::invalid(said::must_not_be_empty(word)))?;
            if let Some(amount) = &mut after.amount {
                amount.certainty = certainty_of(after.kind, amount.certainty)?;
            }
        }
        OutcomeField::Amount => {
            let known = before.amount.as_ref().and_then(|amount| amount.certainty);
            after.amount = read_amount(typed, before.kind, known)?;
        }
        OutcomeField::Certainty => {
            let certainty = input::choice(typed, word, Certainty::from_label, Certainty::labels())?;
            match &mut after.amount {
                Some(amount) => amount.certainty = certainty_of(before.kind, certainty)?,
                None => return Err(Error::invalid(texts::certainty_needs_amount())),
            }
        }
        OutcomeField::Counterparty => after.counterparty = input::line(typed, word)?,
        OutcomeField::OnDay => after.on_day = input::day(typed, word, tx.today)?,
        OutcomeField::SourceText => after.source_text = input::text(typed, word, input::LONG)?,
        OutcomeField::Demand => after.demand_id = demand(tx, &project, typed)?,
        OutcomeField::Verify => after.verify = input::line(typed, word)?,
        OutcomeField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    refuse_unnamed_other(&after)?;
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Outcome, word, project.name))
}

/// A demand of the same project by its key, or none.
fn demand(tx: &Tx<'_>, project: &Project, typed: &str) -> Result<Option<DemandId>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let id = crate::ids::Id::parse(typed).map(DemandId::from).ok_or_else(|| Error::not_found("需求"))?;
    let demand: Demand = live(tx, id)?;
    match demand.project_id == Some(project.id) {
        true => Ok(Some(id)),
        false => Err(Error::invalid(texts::demand_of_another_project())),
    }
}

/// An amount as typed with what it is worth: what the text says, else what was known, else what its kind says.
pub(super) fn read_amount(typed: &str, kind: OutcomeKind, known: Option<Certainty>) -> Result<Option<Amount>> {
    let typed = input::line(typed, "金额")?;
    if typed.is_empty() {
        return Ok(None);
    }
    let mut amount = Amount::parse(&typed, None)?;
    amount.certainty = certainty_of(kind, amount.certainty.or(known))?;
    Ok(Some(amount))
}

/// 投资意向 is 意向 and nothing else; an order is 合同/订单 unless something else is said.
fn certainty_of(kind: OutcomeKind, said: Option<Certainty>) -> Result<Option<Certainty>> {
    match (kind, said) {
        (OutcomeKind::Intent, None | Some(Certainty::Intention)) => Ok(Some(Certainty::Intention)),
        (OutcomeKind::Intent, Some(_)) => Err(Error::invalid(texts::intent_is_intention())),
        (OutcomeKind::Order, None) => Ok(Some(Certainty::Contract)),
        (_, said) => Ok(said),
    }
}

/// 其他 says nothing by itself.
pub(super) fn refuse_unnamed_other(outcome: &Outcome) -> Result<()> {
    let silent = outcome.source_text.is_empty() && outcome.note.is_empty();
    match outcome.kind == OutcomeKind::Other && silent {
        true => Err(Error::invalid(texts::other_outcome_needs_words())),
        false => Ok(()),
    }
}
