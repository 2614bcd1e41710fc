//! A plan as its page shows it.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::check::Finding;
use super::data::PlanData;
use super::outline::PlanSection;
use super::status::{PlanKind, PlanStatus};
use crate::ids::{EnterpriseId, PlanId, ProjectId};

/// One section in the editor.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanPart {
    pub part: PlanSection,
    pub title: String,
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

/// A plan with everything the editor needs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanPage {
    pub id: PlanId,
    pub kind: PlanKind,
    pub version: i64,
    pub status: PlanStatus,
    pub editable: bool,
    pub title: String,
    pub signer: String,
    pub dated: Option<NaiveDate>,
    pub project_id: Option<ProjectId>,
    pub enterprise_id: Option<EnterpriseId>,
    /// What it is about.
    pub subject: String,
    pub parts: Vec<PlanPart>,
    /// Attachments the paper will have, in their order.
    pub attachments: Vec<String>,
    pub findings: Vec<Finding>,
    /// What the save dialog proposes.
    pub file_name: String,
}

/// The page of a plan.
pub fn page(data: &PlanData, as_of: NaiveDate) -> PlanPage {
    let parts = PlanSection::ALL.iter().map(|part| PlanPart {
        part: *part,
        title: part.label().into(),
        level: part.level(),
        has_text: part.has_text(),
        text: data.text(*part).into(),
        guide: part.guide().into(),
        from_data: part.has_text() && data.text(*part).is_empty() && super::content::has_section(data, *part),
    });
    PlanPage {
        id: data.plan.id,
        kind: data.plan.kind,
        version: data.plan.version,
        status: data.plan.status,
        editable: data.plan.status.is_editable(),
        title: data.plan.title.clone(),
        signer: data.plan.signer.clone(),
        dated: data.plan.dated,
        project_id: data.plan.project_id,
        enterprise_id: data.plan.enterprise_id,
        subject: data.subject(),
        parts: parts.collect(),
        attachments: super::outline::PlanAttachment::ALL
            .iter()
            .filter(|one| super::tables::table(data, **one).is_some())
            .map(|one| one.label().to_string())
            .collect(),
        findings: super::check::check(data, as_of),
        file_name: super::export::file_name(data, as_of),
    }
}
