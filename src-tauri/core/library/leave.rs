//! 出库: with a day and a reason; the time in the library stays readable.

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::ProjectId;
use crate::library::set::refuse_out;
use crate::storage::library as stored;
use crate::storage::rows::{LibraryEntry, Project};
use crate::storage::table::{live, update};
use crate::texts::results as texts;
use crate::workbook::Tx;
use crate::{input, texts as said};

/// Takes projects out of the library from a day on (as typed, today if empty), all or none; returns the action by name.
pub fn leave(tx: &Tx<'_>, projects: &[ProjectId], on: &str, reason: &str) -> Result<Action> {
    let out_on = input::day(on, "出库日期", tx.today)?.unwrap_or(tx.today);
    let out_reason = input::line(reason, "出库理由")?;
    if out_reason.is_empty() {
        return Err(Error::invalid(texts::leaving_needs_reason()));
    }
    let mut first = None;
    for id in projects {
        let project: Project = live(tx, *id)?;
        let entries = stored::of(tx, project.id)?;
        let Some(entry) = entries.into_iter().find(|entry| entry.out_on.is_none()) else {
            return Err(Error::invalid(texts::not_in_library(&project.name)));
        };
        let after = LibraryEntry { out_on: Some(out_on), out_reason: out_reason.clone(), ..entry.clone() };
        refuse_out(&after, tx.today, &project.name)?;
        update(tx, &entry, &after)?;
        first.get_or_insert(project.name);
    }
    let first = first.ok_or_else(|| Error::invalid(said::no_project_chosen()))?;
    let subject = said::tasks::and_others(&first, projects.len());
    Ok(Action::set(Kind::Library, texts::out_for(&out_reason), subject))
}
