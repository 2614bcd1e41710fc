//! A checked draft becomes progress notes and fields, in one action, so one 撤销 takes it all back; the sheets are marked as
//! returned. The same file again changes nothing.

use serde::Serialize;
use ts_rs::TS;

use super::draft::{Addition, Edit, ReturnCounts, ReturnDraft};
use crate::error::{Error, Result};
use crate::ids::{EnterpriseId, Id, ProjectId, SentSheetId};
use crate::progress::Watch;
use crate::sent_sheets::edit as sent_sheets;
use crate::sheets::assigned::Assigned;
use crate::sheets::columns::SheetColumn;
use crate::storage::tasks as stored;
use crate::tasks::create::{self, NewTask};
use crate::tasks::note::{self, NewNote};
use crate::tasks::set::{self, Typed};
use crate::texts::sheets as texts;
use crate::workbook::Tx;

/// What a returned sheet did.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReturnApplied {
    pub counts: ReturnCounts,
    /// 报送 that are back now.
    pub returned: usize,
    /// What was done besides, in sentences: a person added to a unit.
    pub notices: Vec<String>,
}

/// Writes what is chosen.
pub fn apply(tx: &Tx<'_>, draft: &ReturnDraft, watch: &dyn Watch) -> Result<ReturnApplied> {
    let mut notices = Vec::new();
    let total = (draft.edits.len() + draft.additions.len()) as u64;
    for (done, edit) in (0..).zip(&draft.edits) {
        watch.progress(done, total, crate::texts::ledgers::writing());
        watch.check()?;
        write(tx, edit, &mut notices).map_err(|error| refused(error, &edit.now.title))?;
    }
    for addition in &draft.additions {
        watch.check()?;
        add(tx, addition, &mut notices).map_err(|error| refused(error, &addition.place))?;
    }
    let mut returned: Vec<SentSheetId> = draft.sheets.iter().flat_map(|sheet| sheet.returns.clone()).collect();
    returned.sort();
    returned.dedup();
    if !returned.is_empty() {
        sent_sheets::returned(tx, &returned, "")?;
    }
    notices.dedup();
    Ok(ReturnApplied { counts: draft.counts.clone(), returned: returned.len(), notices })
}

fn refused(error: Error, place: &str) -> Error {
    Error::new(error.code(), texts::refused(place, error.message())).because(error)
}

fn write(tx: &Tx<'_>, edit: &Edit, notices: &mut Vec<String>) -> Result<()> {
    let now = &edit.now;
    // The lead unit before the persons, who are looked for in it.
    let mut fields: Vec<_> = edit.cells.iter().filter_map(|(column, text)| Some((column.field()?, text))).collect();
    fields.sort_by_key(|(field, _)| *field);
    for (field, text) in fields {
        let reason = texts::by_return(&now.lead_name);
        set::set(tx, now.id, field, &Typed { text: &typed(text), reason: &reason, ..Typed::default() }, notices)?;
    }
    match said(now, &edit.cells, tx.today) {
        Some(note) => note::add(tx, &note).map(drop),
        None => Ok(()),
    }
}

/// A compared value as it would be typed; a date with a precision is read as it is said.
fn typed(text: &str) -> String {
    crate::partial_date::PartialDate::decode(text).map_or_else(|| text.to_owned(), |due| due.prose())
}

/// The progress note of a row. Words that stand are said again beside new ones, because the latest note with words tells
/// both what was done and what the problem is.
fn said(now: &Assigned, cells: &[(SheetColumn, String)], today: chrono::NaiveDate) -> Option<NewNote> {
    let cell = |column| cells.iter().find(|(of, _)| *of == column).map(|(_, text)| text.clone());
    let (percent, done, problem) = (cell(SheetColumn::Percent), cell(SheetColumn::Done), cell(SheetColumn::Problem));
    let coordination = cell(SheetColumn::Coordination);
    if percent.is_none() && done.is_none() && problem.is_none() && coordination.is_none() {
        return None;
    }
    let mut note = NewNote::on(now.id, today);
    note.percent = percent.and_then(|percent| percent.parse().ok());
    note.need_coordination = coordination.map(|text| !text.is_empty());
    if done.is_some() || problem.is_some() {
        note.problem = problem.unwrap_or_else(|| now.problem.clone());
        note.done_text = done.unwrap_or_else(|| now.done.clone());
        // Nothing left to say: the problem that was is over all the same.
        if note.problem.is_empty() && note.done_text.is_empty() {
            note.done_text = texts::problem_settled();
        }
    }
    note.reporter = now.lead_name.clone();
    Some(note)
}

fn add(tx: &Tx<'_>, addition: &Addition, notices: &mut Vec<String>) -> Result<()> {
    let text = |column| addition.cells.get(&column).cloned().unwrap_or_default();
    let owner = text(SheetColumn::Owner);
    let owner = owner.trim_end_matches(texts::SAMPLE_MARK);
    let named = |table| -> Result<Option<Id>> {
        let ids = if owner.is_empty() { Vec::new() } else { stored::records_named(tx, table, owner)? };
        Ok(match ids.as_slice() {
            [only] => Some(*only),
            _ => None,
        })
    };
    let (project, enterprise) = (named("project")?.map(ProjectId), named("enterprise")?.map(EnterpriseId));
    if !owner.is_empty() && project.is_none() && enterprise.is_none() {
        return Err(Error::invalid(texts::no_such_owner(owner)));
    }
    let lead = match (text(SheetColumn::Lead), addition.unit) {
        (lead, _) if !lead.is_empty() => lead,
        (_, Some(unit)) => crate::storage::table::live::<crate::storage::rows::Department>(tx, unit)?.short,
        (lead, None) => lead,
    };
    let made = create::create(
        tx,
        &NewTask {
            project,
            enterprise: enterprise.filter(|_| project.is_none()),
            title: text(SheetColumn::Title),
            measure: text(SheetColumn::Measure),
            lead: lead.clone(),
            assisting: text(SheetColumn::Assisting),
            persons: text(SheetColumn::Persons),
            due: typed(&text(SheetColumn::Due)),
            percent: text(SheetColumn::Percent),
            note: text(SheetColumn::Note),
            ..NewTask::default()
        },
    )?;
    notices.extend(made.notices);
    let (done, problem) = (text(SheetColumn::Done), text(SheetColumn::Problem));
    let coordination = !text(SheetColumn::Coordination).is_empty();
    if !done.is_empty() || !problem.is_empty() || coordination {
        let note = NewNote {
            done_text: done,
            problem,
            need_coordination: coordination.then_some(true),
            reporter: lead,
            ..NewNote::on(made.id, tx.today)
        };
        note::add(tx, &note)?;
    }
    Ok(())
}
