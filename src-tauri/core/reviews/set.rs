//! 修改评审论证: one field of a round, as it is left. The conclusion has a verb of its own.

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::ReviewId;
use crate::reviews::conclusion::{Conclusion, ReviewKind};
use crate::storage::rows::{Project, Review};
use crate::storage::table::{live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a round that can be typed into.
    pub enum ReviewField {
        Kind => "kind", "评审方式";
        HeldOn => "held_on", "评审日期";
        Organiser => "organiser", "组织机构";
        Opinion => "opinion", "论证意见";
        ToChange => "to_change", "修改要求";
        HowMet => "how_met", "修改情况";
        MetOn => "met_on", "修改完成日期";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: ReviewId, field: ReviewField, typed: &str) -> Result<Action> {
    let before: Review = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        ReviewField::Kind => {
            let kind = input::choice(typed, word, ReviewKind::from_label, ReviewKind::labels())?;
            after.kind = kind.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
        }
        ReviewField::HeldOn => {
            after.held_on = input::day(typed, word, tx.today)?;
            if before.conclusion.is_some() && after.held_on.is_none_or(|day| day > tx.today) {
                return Err(Error::invalid(texts::concluded_needs_day(tx.today)));
            }
        }
        ReviewField::Organiser => after.organiser = input::line(typed, word)?,
        ReviewField::Opinion => after.opinion = input::text(typed, word, input::LONG)?,
        ReviewField::ToChange => {
            after.to_change = input::text(typed, word, input::LONG)?;
            if before.conclusion == Some(Conclusion::Revise) && after.to_change.is_empty() {
                return Err(Error::invalid(texts::revise_needs_what()));
            }
        }
        ReviewField::HowMet => {
            after.how_met = input::text(typed, word, input::LONG)?;
            // The day it was told, until somebody says otherwise.
            after.met_on = match after.how_met.is_empty() {
                true => None,
                false => before.met_on.or(Some(tx.today)),
            };
        }
        ReviewField::MetOn => {
            after.met_on = input::day(typed, word, tx.today)?;
            if after.met_on.is_some_and(|day| day > tx.today) {
                return Err(Error::invalid(texts::met_in_future(tx.today)));
            }
        }
        ReviewField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Review, word, name_of(tx, &before)?))
}

/// What a round is called: 示例项目20 第1轮.
pub fn name_of(tx: &Tx<'_>, review: &Review) -> Result<String> {
    let project: Project = live(tx, review.project_id)?;
    Ok(texts::round_of(&project.name, review.round))
}
