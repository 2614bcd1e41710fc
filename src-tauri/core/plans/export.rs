//! 导出 Word.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use super::content::document;
use super::data::PlanData;
use crate::documents::{file_name as names, word};
use crate::error::{Error, Result};
use crate::files;
use crate::partial_date::PartialDate;
use crate::texts::plans as texts;

/// 名称 + 文种 + 日期: the date of the plan, else the day asked for.
pub fn file_name(data: &PlanData, as_of: NaiveDate) -> String {
    let date = PartialDate::day(data.plan.dated.unwrap_or(as_of)).prose();
    names::propose(&data.subject(), texts::kind_of_paper(), &date, "docx")
}

/// Writes the paper as a Word file; the whole file or none. Returns where.
pub fn export(data: &PlanData, path: &Path, now: DateTime<Utc>) -> Result<PathBuf> {
    let path = match path.extension().and_then(|ending| ending.to_str()) {
        None => path.with_extension("docx"),
        Some(ending) if ending.eq_ignore_ascii_case("docx") => path.to_path_buf(),
        Some(ending) => return Err(Error::invalid(texts::only_word(ending))),
    };
    files::write_whole(&path, &word::render(&document(data), now)?)?;
    Ok(path)
}
