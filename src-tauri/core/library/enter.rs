//! 入库: one project or several, all or none.

use crate::action::{Action, Kind, Verb};
use crate::error::{Error, Result};
use crate::ids::{LibraryEntryId, ProjectId};
use crate::library::set::refuse_overlap;
use crate::storage::rows::{LibraryEntry, Project};
use crate::storage::table::{insert, live};
use crate::workbook::Tx;
use crate::{input, texts as said};

/// Takes projects into the library from a day on (as typed, today if empty); returns the action by name.
pub fn enter(tx: &Tx<'_>, projects: &[ProjectId], on: &str, batch: &str, reason: &str) -> Result<Action> {
    let in_on = input::day(on, "入库日期", tx.today)?.unwrap_or(tx.today);
    if in_on > tx.today {
        return Err(Error::invalid(said::not_in_future("入库日期", in_on)));
    }
    let (batch, reason) = (input::line(batch, "批次")?, input::line(reason, "入库理由")?);
    let mut first = None;
    for id in projects {
        let project: Project = live(tx, *id)?;
        let entry = LibraryEntry {
            id: LibraryEntryId::new(),
            project_id: project.id,
            in_on,
            out_on: None,
            in_reason: reason.clone(),
            out_reason: String::new(),
            batch: batch.clone(),
            deleted: false,
        };
        refuse_overlap(tx, &entry, &project.name)?;
        insert(tx, &entry)?;
        first.get_or_insert(project.name);
    }
    let first = first.ok_or_else(|| Error::invalid(said::no_project_chosen()))?;
    let subject = said::tasks::and_others(&first, projects.len());
    Ok(Action { verb: Verb::Create, kind: Kind::Library, part: "入库".into(), subject })
}
