//! 删除一轮评审: the last one, while it has no conclusion; the project stands where it stood before.

use crate::error::{Error, Result};
use crate::ids::ReviewId;
use crate::projects::stage::Stage;
use crate::reviews::set::name_of;
use crate::reviews::stage;
use crate::storage::reviews as stored;
use crate::storage::rows::Review;
use crate::storage::table::{live, update};
use crate::texts;
use crate::workbook::Tx;

/// Moves a round to the recycle bin; returns what it is called.
pub fn trash(tx: &Tx<'_>, id: ReviewId) -> Result<String> {
    let before: Review = live(tx, id)?;
    if before.conclusion.is_some() || stored::last_round(tx, before.project_id)? != before.round {
        return Err(Error::invalid(texts::concluded_round_stays()));
    }
    let name = name_of(tx, &before)?;
    update(tx, &before, &Review { deleted: true, ..before.clone() })?;
    stage::back(tx, before.project_id, Stage::Review)?;
    Ok(name)
}
