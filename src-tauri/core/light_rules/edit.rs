//! 新增, 修改, 删除亮灯规则.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::error::{Error, Result};
use crate::ids::LightRuleId;
use crate::light_rules::bounds::Bounds;
use crate::storage::light_rules as stored;
use crate::storage::rows::LightRule;
use crate::storage::table::{insert, live, update};
use crate::texts::light_rules as texts;
use crate::workbook::Tx;
use crate::{input, texts as common};

codes! {
    /// A field of a rule that can be typed into.
    pub enum LightRuleField {
        ValidFrom => "valid_from", "启用日期";
        BehindAbove => "behind_above", "滞后界限";
        SlowFrom => "slow_from", "偏慢界限";
        DueSoonDays => "due_soon_days", "临期天数";
        Note => "note", "说明";
    }
}

/// Bounds as typed; what is left empty is as in the rule before.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct TypedBounds {
    #[ts(optional, as = "Option<_>")]
    pub behind_above: String,
    #[ts(optional, as = "Option<_>")]
    pub slow_from: String,
    #[ts(optional, as = "Option<_>")]
    pub due_soon_days: String,
}

impl TypedBounds {
    /// Reads what was typed on top of `before`.
    pub fn read(&self, before: Bounds) -> Result<Bounds> {
        let number = |typed: &str, field: LightRuleField, before: i64| {
            let (least, most) = limits(field);
            Ok::<_, Error>(input::number(typed, field.label(), least, most)?.unwrap_or(before))
        };
        checked(Bounds {
            behind_above: number(&self.behind_above, LightRuleField::BehindAbove, before.behind_above)?,
            slow_from: number(&self.slow_from, LightRuleField::SlowFrom, before.slow_from)?,
            due_soon_days: number(&self.due_soon_days, LightRuleField::DueSoonDays, before.due_soon_days)?,
        })
    }
}

fn limits(field: LightRuleField) -> (i64, i64) {
    match field {
        LightRuleField::DueSoonDays => (0, Bounds::MOST_DAYS),
        _ => (1, 100),
    }
}

fn checked(bounds: Bounds) -> Result<Bounds> {
    match bounds.slow_from > bounds.behind_above {
        true => Err(Error::invalid(texts::slow_beyond_behind(bounds.slow_from, bounds.behind_above))),
        false => Ok(bounds),
    }
}

/// A new rule from a day on (today if nothing is typed); returns the action by name.
pub fn create(tx: &Tx<'_>, valid_from: &str, typed: &TypedBounds, note: &str) -> Result<(Action, LightRuleId)> {
    let valid_from = input::day(valid_from, LightRuleField::ValidFrom.label(), tx.today)?.unwrap_or(tx.today);
    refuse_twin(tx, valid_from, None)?;
    let bounds = typed.read(stored::load(tx)?.at(valid_from))?;
    let rule = LightRule {
        id: LightRuleId::new(),
        valid_from,
        behind_above: bounds.behind_above,
        slow_from: bounds.slow_from,
        due_soon_days: bounds.due_soon_days,
        note: input::line(note, LightRuleField::Note.label())?,
        deleted: false,
    };
    insert(tx, &rule)?;
    Ok((Action::new(Verb::Create, Kind::LightRule, texts::named(valid_from)), rule.id))
}

/// Sets a field of a rule from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: LightRuleId, field: LightRuleField, typed: &str) -> Result<Action> {
    let before: LightRule = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    let missing = || Error::invalid(common::must_not_be_empty(word));
    let number = || {
        let (least, most) = limits(field);
        input::number(typed, word, least, most)?.ok_or_else(missing)
    };
    match field {
        LightRuleField::ValidFrom => {
            after.valid_from = input::day(typed, word, tx.today)?.ok_or_else(missing)?;
            refuse_twin(tx, after.valid_from, Some(id))?;
        }
        LightRuleField::BehindAbove => after.behind_above = number()?,
        LightRuleField::SlowFrom => after.slow_from = number()?,
        LightRuleField::DueSoonDays => after.due_soon_days = number()?,
        LightRuleField::Note => after.note = input::line(typed, word)?,
    }
    checked(bounds(&after))?;
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::LightRule, word, texts::named(before.valid_from)))
}

/// Moves a rule to the recycle bin: the one before it holds on. Returns what it is called.
pub fn trash(tx: &Tx<'_>, id: LightRuleId) -> Result<String> {
    let before: LightRule = live(tx, id)?;
    update(tx, &before, &LightRule { deleted: true, ..before.clone() })?;
    Ok(texts::named(before.valid_from))
}

/// The bounds of a row.
pub fn bounds(rule: &LightRule) -> Bounds {
    Bounds { behind_above: rule.behind_above, slow_from: rule.slow_from, due_soon_days: rule.due_soon_days }
}

fn refuse_twin(tx: &Tx<'_>, from: NaiveDate, own: Option<LightRuleId>) -> Result<()> {
    match stored::rules(tx)?.iter().any(|rule| rule.valid_from == from && Some(rule.id) != own) {
        true => Err(Error::invalid(texts::rule_of_that_day(from))),
        false => Ok(()),
    }
}
