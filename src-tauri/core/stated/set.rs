//! 修改引述数: one field at a time.

use crate::action::{Action, Kind};
use crate::amount::Amount;
use crate::error::{Error, Result};
use crate::ids::StatedFigureId;
use crate::input;
use crate::storage::rows::StatedFigure;
use crate::storage::table::{live, update};
use crate::texts::results as texts;
use crate::workbook::Tx;

codes! {
    /// A field of a stated figure that can be typed into.
    pub enum StatedField {
        Name => "name", "名称";
        Text => "text", "原文";
        Unit => "unit", "单位";
        Scope => "scope", "口径";
        AsOf => "as_of", "截至日期";
        Source => "source", "来源";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: StatedFigureId, field: StatedField, typed: &str) -> Result<Action> {
    let before: StatedFigure = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        StatedField::Name => after.name = input::required(typed, word)?,
        StatedField::Text => after.text = input::line(typed, word)?,
        StatedField::Unit => after.unit = input::line(typed, word)?,
        StatedField::Scope => after.scope = input::line(typed, word)?,
        StatedField::AsOf => after.as_of = input::day(typed, word, tx.today)?,
        StatedField::Source => after.source = input::line(typed, word)?,
        StatedField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    if after.text.is_empty() {
        return Err(Error::invalid(texts::stated_needs_text()));
    }
    after.amount = read_money(&after.text, &after.unit);
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::StatedFigure, word, before.name))
}

/// What the text says as money, if it is money; kept beside it and shown nowhere as a number.
pub(super) fn read_money(text: &str, unit: &str) -> Option<Amount> {
    if !unit.is_empty() && !unit.contains('元') {
        return None;
    }
    Amount::parse(text, None).ok().filter(|_| text.contains('元'))
}
