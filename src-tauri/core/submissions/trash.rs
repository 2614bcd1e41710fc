//! 删除征集: with its project while that is still at 征集登记; otherwise the entry alone.

use crate::error::Result;
use crate::ids::SubmissionId;
use crate::projects::stage::Stage;
use crate::storage::rows::{Project, Submission};
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Moves entries to the recycle bin; returns what they are called.
pub fn trash(tx: &Tx<'_>, ids: &[SubmissionId]) -> Result<String> {
    let mut names = Vec::new();
    for id in ids {
        let before: Submission = live(tx, *id)?;
        let project: Project = live(tx, before.project_id)?;
        update(tx, &before, &Submission { deleted: true, ..before.clone() })?;
        if project.stage == Stage::Collected {
            crate::projects::trash::trash(tx, project.id)?;
        }
        names.push(project.name);
    }
    Ok(match names.as_slice() {
        [one] => one.clone(),
        many => crate::texts::so_many_submissions(many.len()),
    })
}
