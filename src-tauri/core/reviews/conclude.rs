//! 结论: what a round ends in, and where the project goes by it (domain.md §1.6, scenario 17).

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::ReviewId;
use crate::projects::stage::Stage;
use crate::reviews::conclusion::Conclusion;
use crate::reviews::set::name_of;
use crate::reviews::stage;
use crate::storage::reviews as stored;
use crate::storage::rows::{Project, Review};
use crate::storage::stage_facts;
use crate::storage::table::{live, update};
use crate::workbook::Tx;
use crate::{input, texts};

/// How a round ends; what is not typed stays as it is.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ConcludeReview {
    pub id: ReviewId,
    /// None takes the conclusion back.
    pub conclusion: Option<Conclusion>,
    /// 论证意见.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub opinion: String,
    /// 修改要求.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub to_change: String,
    /// 评审日期 as typed; the one that stands, or today.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
}

/// Ends a round; returns the action by name.
pub fn conclude(tx: &Tx<'_>, request: &ConcludeReview) -> Result<Action> {
    let before: Review = live(tx, request.id)?;
    let project: Project = live(tx, before.project_id)?;
    let name = name_of(tx, &before)?;
    if stored::last_round(tx, project.id)? != before.round {
        return Err(Error::invalid(texts::only_last_round_concluded()));
    }
    // A conclusion that others have built on stays.
    let moved = before.conclusion.map(Conclusion::leads_to);
    if let Some(led_to) = moved
        && project.stage != led_to
        && stage_facts::of(tx, project.id)?.iter().any(|fact| fact.reason == reason_of(&before))
    {
        return Err(Error::invalid(texts::conclusion_built_upon(project.stage.label())));
    }
    let Some(conclusion) = request.conclusion else {
        update(tx, &before, &Review { conclusion: None, ..before.clone() })?;
        if let Some(led_to) = moved {
            stage::back(tx, project.id, led_to)?;
        }
        return Ok(Action::set(Kind::Review, "结论（撤回）", name));
    };
    let or_before = |typed: &str, field: &str, before: &str| -> Result<String> {
        let typed = input::text(typed, field, input::LONG)?;
        Ok(if typed.is_empty() { before.to_string() } else { typed })
    };
    let opinion = or_before(&request.opinion, "论证意见", &before.opinion)?;
    let to_change = or_before(&request.to_change, "修改要求", &before.to_change)?;
    match conclusion {
        Conclusion::Revise if to_change.is_empty() => return Err(Error::invalid(texts::revise_needs_what())),
        Conclusion::Failed if opinion.is_empty() => return Err(Error::invalid(texts::failed_needs_why())),
        _ => {}
    }
    let day = input::day(&request.on, "评审日期", tx.today)?.or(before.held_on).unwrap_or(tx.today);
    if day > tx.today {
        return Err(Error::invalid(texts::concluded_needs_day(tx.today)));
    }
    let after = Review { conclusion: Some(conclusion), opinion, to_change, held_on: Some(day), ..before.clone() };
    update(tx, &before, &after)?;
    // A correction begins where the first conclusion did.
    if let Some(led_to) = moved.filter(|led_to| *led_to == project.stage) {
        stage::back(tx, project.id, led_to)?;
    }
    let now: Project = live(tx, project.id)?;
    if now.stage == Stage::Review {
        stage::go(tx, project.id, conclusion.leads_to(), day, &reason_of(&after))?;
    }
    Ok(Action::set(Kind::Review, format!("结论为{}", conclusion.label()), name))
}

/// Why the conclusion of a round moved the project, as its dated fact says.
fn reason_of(review: &Review) -> String {
    texts::concluded(review.round, review.conclusion.map(Conclusion::label).unwrap_or_default())
}
