//! What waits for which round, and the rounds of a project side by side.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::ids::{EnterpriseId, ExpertId, OpinionId, ProjectId, ReviewId};
use crate::projects::stage::Stage;
use crate::reviews::conclusion::{Conclusion, ExpertKind, ReviewKind};
use crate::storage::rows::ReviewOpinion;
use crate::submissions::screening::Screening;

codes! {
    /// What a project waits for.
    pub enum ReviewState {
        ToStart => "to_start", "待评审";
        Open => "open", "评审中";
        Revising => "revising", "修改完善中";
        Revised => "revised", "待复审";
        Concluded => "concluded", "已有结论";
    }
}

/// Which projects of the review page.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct ReviewQuery {
    #[serde(flatten)]
    pub paging: Paging,
    /// Part of the project's or the enterprise's name.
    #[ts(optional, as = "Option<_>")]
    pub text: String,
    #[ts(optional)]
    pub state: Option<ReviewState>,
}

/// A project of the review page.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewQueueRow {
    /// The project's.
    pub id: ProjectId,
    pub project: String,
    pub enterprise_id: Option<EnterpriseId>,
    pub enterprise: String,
    pub stage: Stage,
    pub state: ReviewState,
    /// The round it is in or waits for.
    pub round: i64,
    /// The last round's day.
    pub held_on: Option<NaiveDate>,
    pub conclusion: Option<Conclusion>,
    pub organiser: String,
    /// Who reviews in the last round.
    pub experts: String,
    /// Experts of the last round who have said something, and all who have not stood aside.
    pub said: i64,
    pub asked: i64,
    /// What was asked of it in the last round.
    pub to_change: String,
    pub sample: bool,
}

/// How many projects wait for what.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReviewStateCount {
    pub state: ReviewState,
    pub count: i64,
}

/// The rounds of a project.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProjectReviews {
    pub project: String,
    pub stage: Stage,
    /// What 初筛 said, if it came in by 征集.
    pub screening: Option<Screening>,
    /// Why no round may begin now; empty when one may.
    pub refused: String,
    /// The number of the next round.
    pub next_round: i64,
    /// The first round first.
    pub rounds: Vec<RoundRow>,
}

/// One round.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RoundRow {
    pub id: ReviewId,
    pub round: i64,
    pub kind: ReviewKind,
    pub held_on: Option<NaiveDate>,
    pub organiser: String,
    pub conclusion: Option<Conclusion>,
    pub opinion: String,
    pub to_change: String,
    pub how_met: String,
    pub met_on: Option<NaiveDate>,
    pub note: String,
    pub opinions: Vec<OpinionRow>,
    /// Mean scores by criterion, of those who gave one: 87.3; empty when nobody did.
    pub mean_idea: String,
    pub mean_argument: String,
    pub mean_feasible: String,
    /// How many advise what.
    pub advice: Vec<AdviceCount>,
}

/// How many experts advise it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AdviceCount {
    pub advice: Conclusion,
    pub count: i64,
}

/// What one expert says in a round.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpinionRow {
    pub id: OpinionId,
    pub expert_id: ExpertId,
    pub expert: String,
    pub organisation: String,
    pub expert_kind: ExpertKind,
    /// Score and words in one line, as they are typed.
    pub idea: String,
    pub argument: String,
    pub feasible: String,
    /// Advice and words in one line, as they are typed.
    pub overall: String,
    pub advice: Option<Conclusion>,
    pub declined: bool,
    /// Has anything been said?
    pub said: bool,
}

/// The mean of scores with one decimal, half up, in integers; empty without scores.
pub fn mean(opinions: &[ReviewOpinion], score: fn(&ReviewOpinion) -> Option<i64>) -> String {
    let scores: Vec<i64> = opinions.iter().filter(|one| !one.declined).filter_map(score).collect();
    let count = scores.len() as i64;
    if count == 0 {
        return String::new();
    }
    let tenths = (20 * scores.iter().sum::<i64>() + count) / (2 * count);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reviews::opinions::blank;

    #[test]
    fn means_are_rounded_half_up_and_leave_out_who_stands_aside() {
        let with = |score: i64| ReviewOpinion { score_idea: Some(score), ..blank(ReviewId::new(), ExpertId::new()) };
        let mean_of =
            |scores: &[i64]| mean(&scores.iter().map(|score| with(*score)).collect::<Vec<_>>(), |one| one.score_idea);
        assert_eq!(mean_of(&[]), "");
        assert_eq!(mean_of(&[88]), "88.0");
        assert_eq!(mean_of(&[88, 90, 85]), "87.7");
        assert_eq!(mean_of(&[0, 0, 0, 1]), "0.3");
        let aside = ReviewOpinion { declined: true, ..with(10) };
        assert_eq!(mean(&[aside, with(90)], |one| one.score_idea), "90.0");
    }
}
