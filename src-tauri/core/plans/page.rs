//! A plan as its page shows it.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::check::Finding;
use super::data::PlanData;
use super::frozen::FrozenPaper;
use super::opinions::PlanOpinionRow;
use super::outline::PlanSection;
use super::status::{PlanKind, PlanStatus};
use super::versions::PlanVersion;
use crate::error::Result;
use crate::ids::{EnterpriseId, PlanId, ProjectId};
use crate::storage::rows::{Plan, PlanPaper};

/// One section in the editor.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanPart {
    pub part: PlanSection,
    pub title: String,
    /// 一、 or （一）, as on paper; empty for a section the paper leaves out.
    pub number: String,
    /// 1 for 一、 and 2 for （一）.
    pub level: u8,
    /// Can text be typed here?
    pub has_text: bool,
    pub text: String,
    /// What to write here.
    pub guide: String,
    /// The paper shows what the data says, because nothing was typed.
    pub from_data: bool,
}

/// A plan with everything its page needs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanPage {
    pub id: PlanId,
    pub kind: PlanKind,
    #[ts(type = "number")]
    pub version: i64,
    pub status: PlanStatus,
    /// The states that may follow, the usual one first.
    pub next: Vec<PlanStatus>,
    pub editable: bool,
    pub title: String,
    pub signer: String,
    pub dated: Option<NaiveDate>,
    pub document_number: String,
    pub issued_on: Option<NaiveDate>,
    pub repealed_on: Option<NaiveDate>,
    pub repeal_reason: String,
    /// When the paper of an issued version left the room; from then on 印发 cannot be undone.
    pub exported_on: Option<NaiveDate>,
    pub project_id: Option<ProjectId>,
    pub enterprise_id: Option<EnterpriseId>,
    /// What it is about.
    pub subject: String,
    pub parts: Vec<PlanPart>,
    /// Attachments the paper has, in their order.
    pub attachments: Vec<String>,
    pub findings: Vec<Finding>,
    /// What the save dialog proposes.
    pub file_name: String,
    /// Every version, the newest first.
    pub versions: Vec<PlanVersion>,
    /// 征求意见, units in 机构序列.
    pub opinions: Vec<PlanOpinionRow>,
}

/// The page of a version that is worked on.
pub fn page(data: &PlanData, versions: Vec<PlanVersion>, opinions: Vec<PlanOpinionRow>, as_of: NaiveDate) -> PlanPage {
    let mut counts = [0; 2];
    let parts = PlanSection::ALL.iter().map(|part| {
        let has_text = part.has_text() && data.text(*part).is_empty();
        PlanPart {
            text: data.text(*part).into(),
            from_data: has_text && super::content::has_section(data, *part),
            ..blank(*part, super::frozen::number(data, *part, &mut counts))
        }
    });
    let parts = parts.collect();
    let mut findings = super::check::check(data, as_of);
    findings.extend(super::opinions::findings(&opinions));
    findings.sort_by_key(|finding| !finding.serious);
    PlanPage {
        subject: data.subject(),
        parts,
        attachments: super::outline::PlanAttachment::ALL
            .iter()
            .filter(|one| super::tables::table(data, **one).is_some())
            .map(|one| one.label().to_string())
            .collect(),
        findings,
        file_name: super::export::file_name(data, as_of),
        ..head(&data.plan, versions, opinions)
    }
}

/// The page of an issued version: what was frozen, never the data of today.
pub fn issued(
    plan: &Plan,
    paper: &PlanPaper,
    versions: Vec<PlanVersion>,
    opinions: Vec<PlanOpinionRow>,
) -> Result<PlanPage> {
    let frozen = FrozenPaper::read(&paper.content)?;
    let parts = frozen
        .sections
        .into_iter()
        .map(|section| PlanPart { text: section.text, ..blank(section.part, section.number) });
    Ok(PlanPage {
        subject: frozen.subject,
        parts: parts.collect(),
        attachments: frozen.attachments,
        file_name: paper.name.clone(),
        exported_on: paper.exported_on,
        ..head(plan, versions, opinions)
    })
}

fn blank(part: PlanSection, number: String) -> PlanPart {
    PlanPart {
        part,
        number,
        title: part.label().into(),
        level: part.level(),
        has_text: part.has_text(),
        text: String::new(),
        guide: part.guide().into(),
        from_data: false,
    }
}

fn head(plan: &Plan, versions: Vec<PlanVersion>, opinions: Vec<PlanOpinionRow>) -> PlanPage {
    PlanPage {
        id: plan.id,
        kind: plan.kind,
        version: plan.version,
        status: plan.status,
        next: plan.status.allowed_next().to_vec(),
        editable: plan.status.is_editable(),
        title: plan.title.clone(),
        signer: plan.signer.clone(),
        dated: plan.dated,
        document_number: plan.document_number.clone(),
        issued_on: plan.issued_on,
        repealed_on: plan.repealed_on,
        repeal_reason: plan.repeal_reason.clone(),
        exported_on: None,
        project_id: plan.project_id,
        enterprise_id: plan.enterprise_id,
        subject: String::new(),
        parts: Vec::new(),
        attachments: Vec::new(),
        findings: Vec::new(),
        file_name: String::new(),
        versions,
        opinions,
    }
}
