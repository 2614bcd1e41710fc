//! 修改方案: its head one field at a time, and the text of a section.

use super::create::text_row;
use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::PlanId;
use crate::input;
use crate::plans::outline::PlanSection;
use crate::storage::plans as stored;
use crate::storage::rows::{Plan, PlanText};
use crate::storage::table::{insert, live, update};
use crate::texts::plans as texts;
use crate::workbook::Tx;

codes! {
    /// A field of a plan's head that can be typed into.
    pub enum PlanField {
        Title => "title", "标题";
        Signer => "signer", "署名";
        Dated => "dated", "成文日期";
    }
}

/// Sets a field of the head from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: PlanId, field: PlanField, typed: &str) -> Result<Action> {
    let before = editable(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        PlanField::Title => after.title = input::required(typed, word)?,
        PlanField::Signer => after.signer = input::line(typed, word)?,
        PlanField::Dated => after.dated = input::day(typed, word, tx.today)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Plan, word, before.title))
}

/// Sets the text of a section; empty lets the data speak again. Returns the action by name.
pub fn set_section(tx: &Tx<'_>, id: PlanId, part: PlanSection, typed: &str) -> Result<Action> {
    let plan = editable(tx, id)?;
    let text = input::text(typed, part.label(), input::LONG)?;
    match stored::section(tx, id, part)? {
        Some(before) => drop(update(tx, &before, &PlanText { text, deleted: false, ..before.clone() })?),
        None if text.is_empty() => {}
        None => insert(tx, &text_row(id, part, text))?,
    }
    Ok(Action::set(Kind::Plan, part.label(), plan.title))
}

fn editable(tx: &Tx<'_>, id: PlanId) -> Result<Plan> {
    let plan: Plan = live(tx, id)?;
    match plan.status.is_editable() {
        true => Ok(plan),
        false => Err(Error::invalid(texts::plan_not_editable(plan.status.label()))),
    }
}
