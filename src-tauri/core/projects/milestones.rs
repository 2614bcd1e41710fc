//! 路线图: the nodes of a project's way, by phase.

use chrono::NaiveDate;
use fractional_index::FractionalIndex;
use serde::Serialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::{MilestoneId, ProjectId};
use crate::partial_date::PartialDate;
use crate::place;
use crate::projects::phase::MilestonePhase;
use crate::storage::milestones as stored;
use crate::storage::rows::{Milestone, Project};
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a node that can be typed into.
    pub enum MilestoneField {
        Phase => "phase", "阶段";
        Name => "name", "节点";
        PlanOn => "plan_on", "计划时间";
        ActualOn => "actual_on", "实际时间";
        Note => "note", "备注";
    }
}

/// A node as the page shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MilestoneRow {
    pub id: MilestoneId,
    pub phase: MilestonePhase,
    pub name: String,
    pub plan_on: Option<PartialDate>,
    /// As a page says it: 2021年3月底前.
    pub plan_text: String,
    pub actual_on: Option<NaiveDate>,
    /// Planned for a time that is over, and not reached.
    pub late: bool,
    pub note: String,
    pub tasks: i64,
}

/// A new node, last of its project.
pub fn create(tx: &Tx<'_>, project: ProjectId, phase: MilestonePhase, name: &str, plan_on: &str) -> Result<Milestone> {
    live::<Project>(tx, project)?;
    let last = stored::of(tx, project)?.into_iter().map(|row| row.position).max();
    let last = last.and_then(|text| FractionalIndex::from_string(&text).ok());
    let place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let milestone = Milestone {
        id: MilestoneId::new(),
        project_id: project,
        phase,
        name: input::required(name, "节点")?,
        plan_on: input::due(plan_on, tx.today)?,
        actual_on: None,
        note: String::new(),
        position: place.to_string(),
        deleted: false,
    };
    insert(tx, &milestone)?;
    Ok(milestone)
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: MilestoneId, field: MilestoneField, typed: &str) -> Result<Action> {
    let before: Milestone = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        MilestoneField::Phase => {
            let phase = input::choice(typed, word, MilestonePhase::from_label, MilestonePhase::labels())?;
            after.phase = phase.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
        }
        MilestoneField::Name => after.name = input::required(typed, word)?,
        MilestoneField::PlanOn => after.plan_on = input::due(typed, tx.today)?,
        MilestoneField::ActualOn => after.actual_on = input::day(typed, word, tx.today)?,
        MilestoneField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Milestone, word, before.name))
}

/// Puts a node behind another of its project, or first; returns its name.
pub fn place_after(tx: &Tx<'_>, id: MilestoneId, after: Option<MilestoneId>) -> Result<String> {
    let moved: Milestone = live(tx, id)?;
    let mut rows: Vec<Milestone> = stored::of(tx, moved.project_id)?.into_iter().filter(|row| row.id != id).collect();
    let at = after.and_then(|after| rows.iter().position(|row| row.id == after)).map_or(0, |at| at + 1);
    let places = place::arrange(&rows.iter().map(|row| row.position.as_str()).collect::<Vec<_>>(), at);
    let name = moved.name.clone();
    rows.insert(at, moved);
    for (row, position) in rows.iter().zip(places) {
        update(tx, row, &Milestone { position, ..row.clone() })?;
    }
    Ok(name)
}

/// Moves a node to the recycle bin; its tasks stay without one. Returns its name.
pub fn trash(tx: &Tx<'_>, id: MilestoneId) -> Result<String> {
    let before: Milestone = live(tx, id)?;
    stored::let_tasks_go(tx, id)?;
    update(tx, &before, &Milestone { deleted: true, ..before.clone() })?;
    Ok(before.name)
}
