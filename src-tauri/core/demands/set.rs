//! 修改需求: one field at a time, of one demand or of several at once. The state has a verb of its own.

use chrono::NaiveDate;

use crate::action::{Action, Kind};
use crate::demands::category::DemandCategory;
use crate::demands::create::refuse_unnamed_other;
use crate::demands::source::DemandSource;
use crate::demands::status::DemandStatus::{Assigned, InProgress, Registered};
use crate::demands::status::Satisfaction;
use crate::demands::visit::{self, NewVisit};
use crate::departments::set::find_unit;
use crate::error::{Error, Result};
use crate::ids::DemandId;
use crate::storage::demands as stored;
use crate::storage::rows::Demand;
use crate::storage::table::{live, update};
use crate::tasks::due::TypedDue;
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
        DemandField::Due => {
            let read = TypedDue::read(typed, tx.today)?;
            (after.due, after.due_rule) = (read.date(handed_over(tx, &before)?), read.rule());
        }
        DemandField::Result => {
            after.result = input::text(typed, word, input::LONG)?;
            let claims = !matches!(before.status, Registered | Assigned | InProgress);
            if claims && after.result.is_empty() && !before.result.is_empty() {
                return Err(Error::invalid(texts::result_is_claimed(before.status.label())));
            }
        }
        DemandField::Satisfaction => return set_satisfaction(tx, &before, typed),
        DemandField::Verify => after.verify = input::line(typed, word)?,
        DemandField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    if matches!(field, DemandField::Category | DemandField::Text | DemandField::Note) {
        refuse_unnamed_other(&after)?;
    }
    update(tx, &before, &after)?;
    Ok(name_of(&before))
}

/// The day a demand was handed over, from which its working days count; today before that.
fn handed_over(tx: &Tx<'_>, demand: &Demand) -> Result<NaiveDate> {
    let assigned = stored::statuses(tx, demand.id, tx.today)?.into_iter().find(|fact| fact.to_status == Assigned);
    Ok(assigned.map_or(tx.today, |fact| fact.on_day))
}

/// 满意度 typed into a list: the first one is a 回访 of today; later ones are told in 回访.
fn set_satisfaction(tx: &Tx<'_>, demand: &Demand, typed: &str) -> Result<String> {
    let word = DemandField::Satisfaction.label();
    let asked = input::choice(typed, word, Satisfaction::from_label, Satisfaction::labels())?;
    if asked == demand.satisfaction {
        return Ok(name_of(demand));
    }
    let there = stored::last_visit(tx, demand.id)?.is_some();
    match asked.filter(|asked| *asked != Satisfaction::NotAsked) {
        _ if there => Err(Error::invalid(texts::satisfaction_follows_visits())),
        Some(satisfaction) => {
            let (on, manner, text, visitor) = (String::new(), String::new(), String::new(), String::new());
            visit::add(tx, &NewVisit { demand: demand.id, on, satisfaction, manner, text, visitor, then: None })?;
            Ok(name_of(demand))
        }
        None => {
            update(tx, demand, &Demand { satisfaction: asked, ..demand.clone() })?;
            Ok(name_of(demand))
        }
    }
}

/// What a demand is called: its text, or its category.
pub fn name_of(demand: &Demand) -> String {
    match demand.text.is_empty() {
        true => demand.category.label().to_string(),
        false => demand.text.clone(),
    }
}
