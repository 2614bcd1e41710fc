//! 导出督办单: the paper leaves the room. From then on it is voided, not undone (domain.md §1.8).

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::documents::{file_name as names, word};
use crate::error::{Error, Result};
use crate::files;
use crate::ids::SupervisionId;
use crate::partial_date::PartialDate;
use crate::storage::rows::Supervision;
use crate::storage::table::{live, update};
use crate::storage::{journal, supervisions as stored};
use crate::supervisions::list::SupervisionPage;
use crate::supervisions::paper;
use crate::supervisions::status::SupervisionStatus;
use crate::texts::supervisions as texts;
use crate::workbook::Tx;

/// Writes one paper and notes that it left. Returns its number and where it was written.
pub fn export(tx: &Tx<'_>, id: SupervisionId, path: &Path, written: DateTime<Utc>) -> Result<(String, PathBuf)> {
    let before: Supervision = live(tx, id)?;
    if before.status == SupervisionStatus::Draft {
        return Err(Error::invalid(texts::draft_stays(&before.number)));
    }
    let path = match path.extension().and_then(|ending| ending.to_str()) {
        None => path.with_extension("docx"),
        Some(ending) if ending.eq_ignore_ascii_case("docx") => path.to_path_buf(),
        Some(ending) => return Err(Error::invalid(texts::only_word(ending))),
    };
    if before.exported_on.is_none() {
        update(tx, &before, &Supervision { exported_on: Some(tx.today), ..before.clone() })?;
        journal::let_go(tx, "supervision", id.into())?;
    }
    let page = stored::page(tx, id, tx.today)?;
    files::write_whole(&path, &word::render(&paper::document(&page), written)?)?;
    Ok((before.number, path))
}

/// What the save dialog proposes.
pub fn file_name(page: &SupervisionPage) -> String {
    let date = page.row.issued_on.map(|on| PartialDate::day(on).prose()).unwrap_or_default();
    names::propose(&format!("{} {}", page.row.number, page.row.matter), texts::word(), &date, "docx")
}
