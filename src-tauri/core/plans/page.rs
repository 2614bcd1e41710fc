//! A plan as its page shows it.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::check::Finding;
use super::data::PlanData;
use super::outline::PlanSection;
use super::status::{PlanKind, PlanStatus};
use crate::documents::Level;
use crate::ids::{EnterpriseId, PlanId, ProjectId};

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
    let mut counts = [0; 2];
    let parts = PlanSection::ALL.iter().map(|part| PlanPart {
        part: *part,
        number: number(data, *part, &mut counts),
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

/// The next number of a section's level, if the paper has the section.
fn number(data: &PlanData, part: PlanSection, counts: &mut [u32; 2]) -> String {
    if !super::content::has_section(data, part) {
        return String::new();
    }
    let (level, at) = if part.level() == 1 { (Level::One, 0) } else { (Level::Two, 1) };
    counts[at] += 1;
    if at == 0 {
        counts[1] = 0;
    }
    level.number(counts[at])
}
