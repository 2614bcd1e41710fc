//! 导出督办单: the paper leaves the room. From then on it is voided, not undone (domain.md §1.8).

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::action::{Action, Kind};
use crate::documents::file_name as names;
use crate::error::{Error, Result};
use crate::ids::SupervisionId;
use crate::papers::{PaperKind, Subject, produce};
use crate::partial_date::PartialDate;
use crate::storage::journal;
use crate::storage::rows::Supervision;
use crate::storage::table::{live, update};
use crate::supervisions::list::SupervisionPage;
use crate::supervisions::status::SupervisionStatus;
use crate::texts::supervisions as texts;
use crate::workbook::Tx;

/// Notes that a paper leaves the room; returns its number.
pub fn leaves(tx: &Tx<'_>, id: SupervisionId) -> Result<String> {
    let before: Supervision = live(tx, id)?;
    if before.status == SupervisionStatus::Draft {
        return Err(Error::invalid(texts::draft_stays(&before.number)));
    }
    if before.exported_on.is_none() {
        update(tx, &before, &Supervision { exported_on: Some(tx.today), ..before.clone() })?;
        journal::let_go(tx, "supervision", id.into())?;
    }
    Ok(before.number)
}

/// What its leaving is called.
pub fn left(number: String) -> Action {
    Action::set(Kind::Supervision, texts::exported_on(), number)
}

/// Writes one paper and notes that it left. Returns its number and where it was written.
pub fn export(tx: &Tx<'_>, id: SupervisionId, path: &Path, written: DateTime<Utc>) -> Result<(String, PathBuf)> {
    let number = leaves(tx, id)?;
    let subject = Subject { supervision: Some(id), ..Subject::default() };
    Ok((number, produce::write(tx, PaperKind::Supervision, &subject, path, tx.today, written)?))
}

/// What the save dialog proposes.
pub fn file_name(page: &SupervisionPage) -> String {
    let date = page.row.issued_on.map(|on| PartialDate::day(on).prose()).unwrap_or_default();
    names::propose(&format!("{} {}", page.row.number, page.row.matter), texts::word(), &date, "docx")
}
