//! What a round does to the stage of its project. The step and its day are a dated fact beside the current value.

use chrono::NaiveDate;

use crate::error::Result;
use crate::ids::ProjectId;
use crate::projects::advance::{not_before_last, record};
use crate::projects::stage::Stage;
use crate::reviews::conclusion::Conclusion;
use crate::storage::rows::{Project, ProjectStageFact};
use crate::storage::stage_facts;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

impl Conclusion {
    /// Where a project goes from 评审论证 (domain.md §1.6).
    pub fn leads_to(self) -> Stage {
        match self {
            Self::Passed => Stage::Ready,
            Self::Revise => Stage::Revision,
            Self::Failed => Stage::Stopped,
        }
    }
}

/// Lets a project stand at a stage from a day on.
pub fn go(tx: &Tx<'_>, id: ProjectId, to: Stage, on_day: NaiveDate, reason: &str) -> Result<()> {
    let before: Project = live(tx, id)?;
    if before.stage == to {
        return Ok(());
    }
    let on_day = not_before_last(tx, id, on_day)?;
    record(tx, &before, to, on_day, reason, None)
}

/// Takes the last step to `stage` back, as if it had not been made.
pub fn back(tx: &Tx<'_>, id: ProjectId, stage: Stage) -> Result<()> {
    let before: Project = live(tx, id)?;
    let last = stage_facts::of(tx, id)?.pop().filter(|fact| fact.to_stage == stage && before.stage == stage);
    if let Some(fact) = last
        && let Some(from) = fact.from_stage
    {
        update(tx, &fact, &ProjectStageFact { deleted: true, ..fact.clone() })?;
        update(tx, &before, &Project { stage: from, ..before.clone() })?;
    }
    Ok(())
}
