//! 修改方案: its head one field at a time, and the text of a section.

use super::create::text_row;
use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::PlanId;
use crate::input;
use crate::plans::outline::PlanSection;
use crate::plans::status::PlanStatus;
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
        DocumentNumber => "document_number", "发文字号";
        IssuedOn => "issued_on", "印发日期";
    }
}

/// Sets a field of the head from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: PlanId, field: PlanField, typed: &str) -> Result<Action> {
    let before = match field {
        // What an issued paper does not say itself is often known only later.
        PlanField::DocumentNumber | PlanField::IssuedOn => not_repealed(tx, id)?,
        _ => editable(tx, id)?,
    };
    let mut after = before.clone();
    let word = field.label();
    match field {
        PlanField::DocumentNumber => after.document_number = document_number(typed)?,
        PlanField::IssuedOn if before.issued_on.is_none() => {
            return Err(Error::invalid(texts::not_issued_yet(before.status.label())));
        }
        PlanField::IssuedOn => {
            let day = input::day(typed, word, tx.today)?;
            let day = day.ok_or_else(|| Error::invalid(crate::texts::must_not_be_empty(word)))?;
            super::issue::check_day(tx, &before, day)?;
            after.issued_on = Some(day);
        }
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

/// 发文字号 with the brackets of the standard: 青民发〔2021〕3号.
pub(super) fn document_number(typed: &str) -> Result<String> {
    let line = input::line(typed, PlanField::DocumentNumber.label())?;
    Ok(line.replace(['[', '［', '【', '（', '('], "〔").replace([']', '］', '】', '）', ')'], "〕"))
}

fn not_repealed(tx: &Tx<'_>, id: PlanId) -> Result<Plan> {
    let plan: Plan = live(tx, id)?;
    match plan.status {
        PlanStatus::Repealed => Err(Error::invalid(texts::plan_not_editable(plan.status.label()))),
        _ => Ok(plan),
    }
}

fn editable(tx: &Tx<'_>, id: PlanId) -> Result<Plan> {
    let plan: Plan = live(tx, id)?;
    match plan.status.is_editable() {
        true => Ok(plan),
        false => Err(Error::invalid(texts::plan_not_editable(plan.status.label()))),
    }
}
