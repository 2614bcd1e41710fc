//! 认定落地: basis, day and at least one piece of evidence; the project goes to 已落地 in the same action.

use crate::action::{Action, Kind, Verb};
use crate::attachments::add::{self, Looked};
use crate::demands::set::name_of;
use crate::error::{Error, Result};
use crate::ids::{EvidenceId, LandingId, ProjectId};
use crate::outcomes::kind::LandingBasis;
use crate::projects::advance::{not_before_last, record};
use crate::projects::stage::Stage;
use crate::storage::landings as stored;
use crate::storage::rows::{Evidence, Landing, Project};
use crate::storage::table::{insert, live};
use crate::texts::results as texts;
use crate::workbook::Tx;
use crate::{input, texts as said};

/// What is decided, as typed.
pub struct Decision<'a> {
    pub basis: Option<LandingBasis>,
    pub landed_on: &'a str,
    pub decided_by: &'a str,
    pub note: &'a str,
    /// What the evidence is, in words.
    pub evidence: &'a str,
    /// Files that show it.
    pub files: Vec<Looked>,
}

/// Decides that a project has landed; returns the action by name. What is missing is said all at once.
pub fn decide(tx: &Tx<'_>, project: ProjectId, decision: Decision<'_>) -> Result<(Action, LandingId)> {
    let project: Project = live(tx, project)?;
    if let Some(active) = stored::active(tx, project.id)?.first() {
        return Err(Error::invalid(texts::landed_already(active.landed_on)));
    }
    if project.stage != Stage::Advancing {
        return Err(Error::invalid(texts::lands_only_when_advancing(project.stage.label())));
    }
    let text = input::text(decision.evidence, "佐证", input::LONG)?;
    let note = input::text(decision.note, "说明", input::LONG)?;
    let day = input::day(decision.landed_on, "落地日期", tx.today)?;
    let missing = texts::Missing {
        basis: decision.basis.is_none(),
        day: day.is_none(),
        evidence: text.is_empty() && decision.files.is_empty(),
        note: decision.basis == Some(LandingBasis::Other) && note.is_empty(),
    };
    let (Some(basis), Some(landed_on), false) = (decision.basis, day, missing.any()) else {
        return Err(Error::invalid(texts::landing_lacks(&missing)));
    };
    if landed_on > tx.today {
        return Err(Error::invalid(said::not_in_future("落地日期", landed_on)));
    }
    check_basis(tx, project.id, basis)?;
    let landing = Landing {
        id: LandingId::new(),
        project_id: project.id,
        basis,
        landed_on,
        decided_by: input::line(decision.decided_by, "认定单位")?,
        note,
        revoked_on: None,
        revoke_reason: String::new(),
        deleted: false,
    };
    insert(tx, &landing)?;
    let evidence = Evidence {
        id: EvidenceId::new(),
        landing_id: landing.id,
        text,
        position: fractional_index::FractionalIndex::default().to_string(),
        deleted: false,
    };
    insert(tx, &evidence)?;
    if !decision.files.is_empty() {
        add::add(tx, evidence.id.into(), decision.files)?;
    }
    let on = not_before_last(tx, project.id, landed_on)?;
    record(tx, &project, Stage::Landed, on, "", None)?;
    Ok((Action::new(Verb::Create, Kind::Landing, project.name), landing.id))
}

/// 需求全部解决 is a ground only when they are.
pub(super) fn check_basis(tx: &Tx<'_>, project: ProjectId, basis: LandingBasis) -> Result<()> {
    if basis != LandingBasis::DemandsSolved {
        return Ok(());
    }
    let demands = stored::demands(tx, project)?;
    let open: Vec<String> = demands.iter().filter(|one| !one.status.is_solved()).map(name_of).collect();
    match (demands.is_empty(), open.first()) {
        (true, _) => Err(Error::invalid(texts::no_demand_to_solve())),
        (false, Some(first)) => Err(Error::invalid(texts::demands_not_solved(open.len(), first))),
        (false, None) => Ok(()),
    }
}
