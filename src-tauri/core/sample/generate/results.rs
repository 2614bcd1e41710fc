//! Stages, 重点项目库, 落地认定, 成效 and needs of synthetic projects.

use chrono::{Days, NaiveDate};

use super::Generator;
use crate::amount::{Amount, Certainty};
use crate::demands::category::DemandCategory;
use crate::demands::status::DemandStatus;
use crate::error::Result;
use crate::ids::{DemandId, EvidenceId, LandingId, LibraryEntryId, OutcomeId, ProjectId};
use crate::outcomes::kind::{LandingBasis, OutcomeKind};
use crate::projects::stage::Stage;
use crate::storage::rows::{
    Demand, DemandStatusFact, Evidence, Landing, LibraryEntry, Outcome, Project, ProjectStageFact,
};
use crate::storage::table::insert;
use crate::workbook::Tx;

/// Of a hundred projects so many are in 重点项目库, and of those in it so many have left it.
const IN_LIBRARY: u8 = 60;
const LEFT: u8 = 5;

impl Generator {
    /// What came of a new project: two of three have needs, three of five are in the library, landed ones have a
    /// landing with evidence, and two of five an outcome.
    pub(super) fn results(&mut self, tx: &Tx<'_>, project: &Project) -> Result<()> {
        let begun = self.today - Days::new(self.rng.u64(120..420));
        let reached = self.stages(tx, project, begun)?;
        self.library(tx, project.id, begun + Days::new(30))?;
        if project.stage == Stage::Landed {
            self.landing(tx, project.id, reached)?;
        }
        for _ in 0..self.rng.usize(..3) {
            self.demand(tx, project.id, begun + Days::new(40))?;
        }
        match self.rng.u8(..5) {
            0 | 1 => self.outcome(tx, project.id),
            _ => Ok(()),
        }
    }

    /// The stages up to the present one; returns the day it was reached.
    fn stages(&mut self, tx: &Tx<'_>, project: &Project, begun: NaiveDate) -> Result<NaiveDate> {
        let path: &[Stage] = match project.stage {
            Stage::Review => &[Stage::Collected, Stage::Review],
            Stage::Published => &[Stage::Collected, Stage::Review, Stage::Ready, Stage::Published],
            Stage::Landed => {
                &[Stage::Collected, Stage::Review, Stage::Ready, Stage::Published, Stage::Advancing, Stage::Landed]
            }
            _ => &[Stage::Collected, Stage::Review, Stage::Ready, Stage::Published, Stage::Advancing],
        };
        let (mut on_day, mut from_stage) = (begun, None);
        for to_stage in path {
            let (project_id, to_stage, reason) = (project.id, *to_stage, String::new());
            let fact = ProjectStageFact {
                id: self.id(),
                project_id,
                on_day,
                from_stage,
                to_stage,
                reason,
                resume_on: None,
                deleted: false,
            };
            insert(tx, &fact)?;
            from_stage = Some(to_stage);
            if to_stage != project.stage {
                on_day = on_day + Days::new(self.rng.u64(5..23));
            }
        }
        Ok(on_day)
    }

    fn library(&mut self, tx: &Tx<'_>, project_id: ProjectId, in_on: NaiveDate) -> Result<()> {
        if self.rng.u8(..100) >= IN_LIBRARY {
            return Ok(());
        }
        let left = self.rng.u8(..100) < LEFT;
        let row = LibraryEntry {
            id: LibraryEntryId(self.id()),
            project_id,
            in_on,
            out_on: left.then(|| in_on + Days::new(80)),
            in_reason: String::new(),
            out_reason: if left { "示例：企业主动退出".into() } else { String::new() },
            batch: "示例批次".into(),
            deleted: false,
        };
        insert(tx, &row)
    }

    fn landing(&mut self, tx: &Tx<'_>, project_id: ProjectId, landed_on: NaiveDate) -> Result<()> {
        let id = LandingId(self.id());
        let row = Landing {
            id,
            project_id,
            basis: LandingBasis::ALL[self.rng.usize(..5)],
            landed_on,
            decided_by: String::new(),
            note: String::new(),
            revoked_on: None,
            revoke_reason: String::new(),
            deleted: false,
        };
        insert(tx, &row)?;
        let (id, landing_id, text) = (EvidenceId(self.id()), id, "示例佐证。".into());
        insert(tx, &Evidence { id, landing_id, text, position: String::new(), deleted: false })
    }

    fn outcome(&mut self, tx: &Tx<'_>, project_id: ProjectId) -> Result<()> {
        let (kind, certainty) = [
            (OutcomeKind::Order, Certainty::Contract),
            (OutcomeKind::Financing, Certainty::Paid),
            (OutcomeKind::Intent, Certainty::Intention),
        ][self.rng.usize(..3)];
        let row = Outcome {
            id: OutcomeId(self.id()),
            project_id,
            demand_id: None,
            task_id: None,
            kind,
            amount: Some(Amount::exact(self.rng.i64(100..20_000) * 10_000).with_certainty(certainty)),
            counterparty: String::new(),
            on_day: Some(self.today - Days::new(self.rng.u64(1..120))),
            source_text: String::new(),
            verify: String::new(),
            note: String::new(),
            position: String::new(),
            deleted: false,
        };
        insert(tx, &row)
    }

    /// A need somewhere on its way; of ten, six are solved.
    fn demand(&mut self, tx: &Tx<'_>, project: ProjectId, raised_on: NaiveDate) -> Result<()> {
        const PATH: [DemandStatus; 6] = [
            DemandStatus::Registered,
            DemandStatus::Assigned,
            DemandStatus::InProgress,
            DemandStatus::Answered,
            DemandStatus::Solved,
            DemandStatus::Closed,
        ];
        let reached = [0, 1, 2, 3, 4, 4, 5, 5, 5, 5][self.rng.usize(..10)];
        let category = DemandCategory::ALL[self.rng.usize(..DemandCategory::ALL.len() - 1)];
        let id = DemandId(self.id());
        let days: Vec<NaiveDate> = (0..).map(|step| raised_on + Days::new(step * 7)).take(PATH.len()).collect();
        let row = Demand {
            id,
            project_id: Some(project),
            enterprise_id: None,
            category,
            text: format!("示例{}需求", category.label()),
            quantity: String::new(),
            raised_on: Some(raised_on),
            source: None,
            source_date: None,
            source_number: String::new(),
            lead_department_id: Some(self.people[self.rng.usize(..self.people.len())].1),
            due: None,
            status: PATH[reached],
            result: if reached >= 3 { "示例办理结果".into() } else { String::new() },
            resolved_on: (reached >= 4).then(|| days[4]),
            satisfaction: None,
            verify: String::new(),
            note: String::new(),
            position: String::new(),
            sample: true,
            deleted: false,
            presentation_id: None,
            due_rule: String::new(),
        };
        insert(tx, &row)?;
        for step in 0..=reached {
            let fact = DemandStatusFact {
                id: self.id(),
                demand_id: id,
                on_day: days[step],
                from_status: step.checked_sub(1).map(|before| PATH[before]),
                to_status: PATH[step],
                reason: String::new(),
                deleted: false,
            };
            insert(tx, &fact)?;
        }
        Ok(())
    }
}
