//! 登记成效.

use fractional_index::FractionalIndex;

use crate::error::Result;
use crate::ids::{OutcomeId, ProjectId};
use crate::input;
use crate::outcomes::kind::OutcomeKind;
use crate::outcomes::set::{read_amount, refuse_unnamed_other};
use crate::storage::outcomes as stored;
use crate::storage::rows::{Outcome, Project};
use crate::storage::table::{insert, live};
use crate::workbook::Tx;

/// What came of it, as typed.
pub struct NewOutcome<'a> {
    pub kind: OutcomeKind,
    pub amount: &'a str,
    pub counterparty: &'a str,
    pub on: &'a str,
    pub source: &'a str,
}

/// A new outcome of a project, behind those it has; returns it with the project's name.
pub fn create(tx: &Tx<'_>, project: ProjectId, new: &NewOutcome<'_>) -> Result<(Outcome, String)> {
    let project: Project = live(tx, project)?;
    let last = stored::last_position(tx, project.id)?.and_then(|text| FractionalIndex::from_string(&text).ok());
    let place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let outcome = Outcome {
        id: OutcomeId::new(),
        project_id: project.id,
        demand_id: None,
        task_id: None,
        kind: new.kind,
        amount: read_amount(new.amount, new.kind, None)?,
        counterparty: input::line(new.counterparty, "合作方")?,
        on_day: input::day(new.on, "日期", tx.today)?,
        source_text: input::text(new.source, "原文或说明", input::LONG)?,
        verify: String::new(),
        note: String::new(),
        position: place.to_string(),
        deleted: false,
    };
    refuse_unnamed_other(&outcome)?;
    insert(tx, &outcome)?;
    Ok((outcome, project.name))
}
