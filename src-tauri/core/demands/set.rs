//! 修改需求: one field at a time, of one demand or of several at once. The state has a verb of its own.

use crate::action::{Action, Kind};
use crate::demands::category::DemandCategory;
use crate::demands::create::refuse_unnamed_other;
use crate::demands::source::DemandSource;
use crate::demands::status::Satisfaction;
use crate::departments::set::find_unit;
use crate::error::{Error, Result};
use crate::ids::DemandId;
use crate::storage::rows::Demand;
use crate::storage::table::{live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a demand that can be typed into.
    pub enum DemandField {
        Category => "category", "需求类别";
        Text => "text", "需求内容";
        Quantity => "quantity", "数量";
        RaisedOn => "raised_on", "提出日期";
        Source => "source", "来源";
        SourceDate => "source_date", "来文日期";
        SourceNumber => "source_number", "来文字号";
        Lead => "lead", "牵头单位";
        Due => "due", "办结时限";
        Result => "result", "办理结果";
        Satisfaction => "satisfaction", "满意度";
        Verify => "verify", "待核实";
        Note => "note", "备注";
    }
}

/// Sets a field of demands from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, ids: &[DemandId], field: DemandField, typed: &str) -> Result<Action> {
    let mut subjects = Vec::new();
    for id in ids {
        subjects.push(set_one(tx, *id, field, typed)?);
    }
    let subject = match subjects.as_slice() {
        [one] => one.clone(),
        many => texts::so_many_demands(many.len()),
    };
    Ok(Action::set(Kind::Demand, field.label(), subject))
}

fn set_one(tx: &Tx<'_>, id: DemandId, field: DemandField, typed: &str) -> Result<String> {
    let before: Demand = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        DemandField::Category => {
            let category = input::choice(typed, word, DemandCategory::from_label, DemandCategory::labels())?;
            after.category = category.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
        }
        DemandField::Text => after.text = input::text(typed, word, input::LONG)?,
        DemandField::Quantity => after.quantity = input::line(typed, word)?,
        DemandField::RaisedOn => after.raised_on = input::day(typed, word, tx.today)?,
        DemandField::Source => {
            after.source = input::choice(typed, word, DemandSource::from_label, DemandSource::labels())?
        }
        DemandField::SourceDate => after.source_date = input::day(typed, word, tx.today)?,
        DemandField::SourceNumber => after.source_number = input::line(typed, word)?,
        DemandField::Lead => after.lead_department_id = find_unit(tx, typed)?,
        DemandField::Due => after.due = input::due(typed, tx.today)?,
        DemandField::Result => after.result = input::text(typed, word, input::LONG)?,
        DemandField::Satisfaction => {
            after.satisfaction = input::choice(typed, word, Satisfaction::from_label, Satisfaction::labels())?
        }
        DemandField::Verify => after.verify = input::line(typed, word)?,
        DemandField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    if matches!(field, DemandField::Category | DemandField::Text | DemandField::Note) {
        refuse_unnamed_other(&after)?;
    }
    update(tx, &before, &after)?;
    Ok(name_of(&before))
}

/// What a demand is called: its text, or its category.
pub fn name_of(demand: &Demand) -> String {
    match demand.text.is_empty() {
        true => demand.category.label().to_string(),
        false => demand.text.clone(),
    }
}
