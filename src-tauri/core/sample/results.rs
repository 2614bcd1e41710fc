//! What came of the fixture's projects, written: 重点项目库, stages, 落地认定, 成效, 引述数, and how the needs stood.

use std::collections::HashMap;

use super::fixture::{DemandStatusChange, Fixture};
use super::write::Places;
use crate::demands::status::DemandStatus;
use crate::error::Result;
use crate::ids::{DemandId, EvidenceId, Id, LandingId, LibraryEntryId, OutcomeId, ProjectId, StatedFigureId};
use crate::storage::rows::{
    DemandStatusFact, DemandVisit, Evidence, Landing, LibraryEntry, Outcome, ProjectStageFact, StatedFigure,
};
use crate::storage::table::insert;
use crate::workbook::Tx;

/// Writes what came of the projects and how the needs stood.
pub(super) fn write(tx: &Tx<'_>, fixture: &Fixture, projects: &[ProjectId], demands: &[DemandId]) -> Result<()> {
    library(tx, fixture, projects)?;
    facts(tx, fixture, projects, demands)?;
    landings(tx, fixture, projects)?;
    outcomes(tx, fixture, projects)
}

fn library(tx: &Tx<'_>, fixture: &Fixture, projects: &[ProjectId]) -> Result<()> {
    for one in &fixture.library {
        let row = LibraryEntry {
            id: LibraryEntryId::new(),
            project_id: projects[one.project],
            in_on: one.in_on,
            out_on: None,
            in_reason: String::new(),
            out_reason: String::new(),
            batch: one.batch.into(),
            deleted: false,
        };
        insert(tx, &row)?;
    }
    Ok(())
}

fn facts(tx: &Tx<'_>, fixture: &Fixture, projects: &[ProjectId], demands: &[DemandId]) -> Result<()> {
    let mut stages = HashMap::new();
    for one in &fixture.stages {
        let row = ProjectStageFact {
            id: Id::new(),
            project_id: projects[one.project],
            on_day: one.on,
            from_stage: stages.insert(one.project, one.to),
            to_stage: one.to,
            reason: one.reason.into(),
            resume_on: one.resume_on,
            deleted: false,
        };
        insert(tx, &row)?;
    }
    let mut statuses = HashMap::new();
    for one in &fixture.demand_statuses {
        let row = DemandStatusFact {
            id: Id::new(),
            demand_id: demands[one.demand],
            on_day: one.on,
            from_status: statuses.insert(one.demand, one.to),
            to_status: one.to,
            reason: String::new(),
            deleted: false,
        };
        insert(tx, &row)?;
        visited(tx, fixture, one, row.demand_id)?;
    }
    Ok(())
}

/// 回访 of a need whose enterprise was asked, on the day it was closed.
fn visited(tx: &Tx<'_>, fixture: &Fixture, one: &DemandStatusChange, demand_id: DemandId) -> Result<()> {
    let asked = fixture.demands[one.demand].satisfaction.filter(|_| one.to == DemandStatus::Closed);
    let Some(satisfaction) = asked else { return Ok(()) };
    let visit = DemandVisit {
        id: Id::new(),
        demand_id,
        on_day: one.on,
        manner: "电话".into(),
        satisfaction,
        text: "示例：企业表示满意。".into(),
        visitor: "示例辛".into(),
        deleted: false,
    };
    insert(tx, &visit)
}

fn landings(tx: &Tx<'_>, fixture: &Fixture, projects: &[ProjectId]) -> Result<()> {
    for one in &fixture.landings {
        let id = LandingId::new();
        let row = Landing {
            id,
            project_id: projects[one.project],
            basis: one.basis,
            landed_on: one.landed_on,
            decided_by: "市民营企业创意工作专班".into(),
            note: String::new(),
            revoked_on: None,
            revoke_reason: String::new(),
            deleted: false,
        };
        insert(tx, &row)?;
        let (id, landing_id, text) = (EvidenceId::new(), id, one.evidence.into());
        insert(tx, &Evidence { id, landing_id, text, position: Places::default().next(), deleted: false })?;
    }
    Ok(())
}

fn outcomes(tx: &Tx<'_>, fixture: &Fixture, projects: &[ProjectId]) -> Result<()> {
    let mut places = Places::default();
    for one in &fixture.outcomes {
        let row = Outcome {
            id: OutcomeId::new(),
            project_id: projects[one.project],
            demand_id: None,
            task_id: None,
            kind: one.kind,
            amount: one.amount.clone(),
            counterparty: one.counterparty.into(),
            on_day: one.on_day,
            source_text: one.source_text.into(),
            verify: one.verify.into(),
            note: String::new(),
            position: places.next(),
            deleted: false,
        };
        insert(tx, &row)?;
    }
    for one in &fixture.figures {
        let row = StatedFigure {
            id: StatedFigureId::new(),
            name: one.name.into(),
            scope: one.scope.into(),
            as_of: Some(super::write::sample_day()?),
            amount: one.amount.clone(),
            unit: one.unit.into(),
            text: one.text.into(),
            source: one.source.into(),
            note: String::new(),
            position: places.next(),
            deleted: false,
            project_id: None,
        };
        insert(tx, &row)?;
    }
    Ok(())
}
