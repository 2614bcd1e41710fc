//! 新一轮: a round of review. The first takes a project from 征集登记 to 评审论证, a later one back there from 修改完善.

use crate::error::{Error, Result};
use crate::ids::{ProjectId, ReviewId};
use crate::projects::stage::Stage;
use crate::reviews::conclusion::{ExpertKind, ReviewKind};
use crate::reviews::{opinions, stage};
use crate::storage::reviews as stored;
use crate::storage::rows::{Project, Review};
use crate::storage::submissions;
use crate::storage::table::{insert, live};
use crate::submissions::screening::Screening;
use crate::workbook::Tx;
use crate::{input, texts};
use serde::Deserialize;
use ts_rs::TS;

/// A new round, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewReview {
    pub project: ProjectId,
    /// 会议评审 without one.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<ReviewKind>,
    /// 评审日期; may be still to come, or empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub held_on: String,
    /// The third party that runs it.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub organiser: String,
    /// Experts by name, as [`super::experts::from_typed`] reads them.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub experts: String,
    /// Of what kind those are that are new.
    #[serde(default)]
    #[ts(optional)]
    pub expert_kind: Option<ExpertKind>,
}

/// Begins a round.
pub fn create(tx: &Tx<'_>, new: &NewReview) -> Result<Review> {
    let project: Project = live(tx, new.project)?;
    if let Some(why) = refused(tx, &project)? {
        return Err(Error::invalid(why));
    }
    let held_on = input::day(&new.held_on, "评审日期", tx.today)?;
    let review = Review {
        kind: new.kind.unwrap_or(ReviewKind::Meeting),
        held_on,
        organiser: input::line(&new.organiser, "组织机构")?,
        ..blank(project.id, stored::last_round(tx, project.id)? + 1)
    };
    insert(tx, &review)?;
    opinions::add_typed(tx, review.id, &new.experts, new.expert_kind.unwrap_or(ExpertKind::Committee))?;
    if matches!(project.stage, Stage::Collected | Stage::Revision) {
        let day = held_on.map_or(tx.today, |day| day.min(tx.today));
        stage::go(tx, project.id, Stage::Review, day, &texts::round_begins(review.round))?;
    }
    Ok(review)
}

/// Why no round may begin now.
pub fn refused(connection: &rusqlite::Connection, project: &Project) -> Result<Option<String>> {
    if let Some(last) = stored::of_project(connection, project.id)?.pop()
        && last.conclusion.is_none()
    {
        return Ok(Some(texts::round_still_open(last.round)));
    }
    if matches!(project.stage, Stage::Stopped | Stage::Archived) {
        return Ok(Some(texts::no_review_of_ended(project.stage.label())));
    }
    let entry = submissions::of_project(connection, project.id)?;
    let not_passed = entry.filter(|entry| {
        project.stage == Stage::Collected && matches!(entry.screening, Screening::Refused | Screening::Supplement)
    });
    Ok(not_passed.map(|entry| texts::screening_stands_against(entry.screening.label())))
}

/// A round of which only the number is known.
pub fn blank(project_id: ProjectId, round: i64) -> Review {
    Review {
        id: ReviewId::new(),
        project_id,
        round,
        kind: ReviewKind::Meeting,
        held_on: None,
        organiser: String::new(),
        conclusion: None,
        opinion: String::new(),
        to_change: String::new(),
        how_met: String::new(),
        met_on: None,
        note: String::new(),
        deleted: false,
    }
}
