//! 专家意见 in a round: who takes part, and what each says by criterion and on the whole.

use fractional_index::FractionalIndex;
use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::{ExpertId, OpinionId, ReviewId};
use crate::reviews::conclusion::{Conclusion, ExpertKind};
use crate::reviews::{experts, said, set::name_of};
use crate::storage::reviews as stored;
use crate::storage::rows::{Expert, Review, ReviewOpinion};
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// What of an opinion can be typed. The criteria take score and words in one line, the whole advice and words.
    pub enum OpinionField {
        Idea => "idea", "创意好";
        Argument => "argument", "论证实";
        Feasible => "feasible", "可落地";
        Overall => "overall", "总体意见";
        Advice => "advice", "建议";
        Declined => "declined", "回避";
    }
}

/// A cell, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct OpinionCell {
    pub id: OpinionId,
    pub field: OpinionField,
    pub text: String,
}

/// Experts by name, and by id, join a round. Those in it already are passed over. Returns how many joined.
pub fn add_typed(tx: &Tx<'_>, review: ReviewId, typed: &str, kind: ExpertKind) -> Result<usize> {
    let experts = experts::from_typed(tx, typed, kind)?;
    add(tx, review, &experts.iter().map(|expert| expert.id).collect::<Vec<_>>())
}

/// Experts join a round.
pub fn add(tx: &Tx<'_>, review: ReviewId, experts: &[ExpertId]) -> Result<usize> {
    live::<Review>(tx, review)?;
    let there = stored::opinions(tx, review)?;
    let last = there.last().and_then(|one| FractionalIndex::from_string(&one.position).ok());
    let mut place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let mut added = 0;
    for expert in experts {
        live::<Expert>(tx, *expert)?;
        if there.iter().any(|one| one.expert_id == *expert) {
            continue;
        }
        insert(tx, &ReviewOpinion { position: place.to_string(), ..blank(review, *expert) })?;
        place = FractionalIndex::new_after(&place);
        added += 1;
    }
    Ok(added)
}

/// An expert who has not said anything yet.
pub fn blank(review_id: ReviewId, expert_id: ExpertId) -> ReviewOpinion {
    ReviewOpinion {
        id: OpinionId::new(),
        review_id,
        expert_id,
        score_idea: None,
        score_argument: None,
        score_feasible: None,
        text_idea: String::new(),
        text_argument: String::new(),
        text_feasible: String::new(),
        text: String::new(),
        advice: None,
        declined: false,
        position: String::new(),
        deleted: false,
    }
}

/// Sets cells from what was typed, all or none; returns the action by name.
pub fn set(tx: &Tx<'_>, cells: &[OpinionCell]) -> Result<Action> {
    let mut subject = String::new();
    for cell in cells {
        let before: ReviewOpinion = live(tx, cell.id)?;
        let mut after = before.clone();
        let word = cell.field.label();
        match cell.field {
            OpinionField::Idea => (after.score_idea, after.text_idea) = said::read_score(&cell.text, word)?,
            OpinionField::Argument => (after.score_argument, after.text_argument) = said::read_score(&cell.text, word)?,
            OpinionField::Feasible => (after.score_feasible, after.text_feasible) = said::read_score(&cell.text, word)?,
            OpinionField::Overall => (after.advice, after.text) = said::read_advice(&cell.text, word)?,
            OpinionField::Advice => {
                after.advice = input::choice(&cell.text, word, Conclusion::from_label, Conclusion::labels())?
            }
            OpinionField::Declined => after.declined = matches!(cell.text.trim(), "true" | "是" | "1" | "回避"),
        }
        if after.declined && !before.declined && has_said(&before) {
            return Err(Error::invalid(texts::has_said_already()));
        }
        update(tx, &before, &after)?;
        let expert: Option<Expert> = crate::storage::table::find(tx, &[&before.expert_id])?;
        let review: Review = live(tx, before.review_id)?;
        let who = expert.map(|expert| expert.name).unwrap_or_default();
        subject = format!("{who} · {}", name_of(tx, &review)?);
    }
    let word = match cells {
        [first, rest @ ..] if rest.iter().all(|cell| cell.field == first.field) => first.field.label(),
        _ => OpinionField::Overall.label(),
    };
    Ok(Action::set(Kind::Review, word, subject))
}

/// Has the expert said anything?
pub fn has_said(opinion: &ReviewOpinion) -> bool {
    let scores = [opinion.score_idea, opinion.score_argument, opinion.score_feasible];
    let texts = [&opinion.text_idea, &opinion.text_argument, &opinion.text_feasible, &opinion.text];
    scores.iter().any(Option::is_some) || texts.iter().any(|text| !text.is_empty()) || opinion.advice.is_some()
}

/// Takes an expert out of a round; returns what the action is of.
pub fn trash(tx: &Tx<'_>, id: OpinionId) -> Result<String> {
    let before: ReviewOpinion = live(tx, id)?;
    update(tx, &before, &ReviewOpinion { deleted: true, ..before.clone() })?;
    let expert: Option<Expert> = crate::storage::table::find(tx, &[&before.expert_id])?;
    Ok(expert.map(|expert| expert.name).unwrap_or_default())
}
