//! 导出 Word.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::data::PlanData;
use crate::action::{Action, Kind, Verb};
use crate::documents::file_name as names;
use crate::error::{Error, Result};
use crate::files;
use crate::ids::PlanId;
use crate::partial_date::PartialDate;
use crate::storage::plan_versions as versions;
use crate::storage::rows::{Plan, PlanPaper};
use crate::storage::table::{live, update};
use crate::texts::plans as texts;
use crate::workbook::Tx;

/// 名称 + 文种 + 日期: the date of the plan, else the day asked for.
pub fn file_name(data: &PlanData, as_of: NaiveDate) -> String {
    let date = PartialDate::day(data.plan.dated.unwrap_or(as_of)).prose();
    names::propose(&data.subject(), texts::kind_of_paper(), &date, "docx")
}

/// Writes the bytes of a Word file; the whole file or none. Returns where.
pub fn write(bytes: &[u8], path: &Path) -> Result<PathBuf> {
    let path = match path.extension().and_then(|ending| ending.to_str()) {
        None => path.with_extension("docx"),
        Some(ending) if ending.eq_ignore_ascii_case("docx") => path.to_path_buf(),
        Some(ending) => return Err(Error::invalid(texts::only_word(ending))),
    };
    files::write_whole(&path, bytes)?;
    Ok(path)
}

/// An issued version's paper left the room today: it is kept when, and nothing that made it can be undone any more.
pub fn left_the_room(tx: &Tx<'_>, id: PlanId) -> Result<Action> {
    let plan: Plan = live(tx, id)?;
    if let Some(paper) = versions::paper(tx, id)?
        && paper.exported_on.is_none()
    {
        update(tx, &paper, &PlanPaper { exported_on: Some(tx.today), ..paper.clone() })?;
        versions::let_go(tx, id)?;
    }
    Ok(Action::new(Verb::Export, Kind::Plan, plan.title))
}
