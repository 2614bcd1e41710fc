//! 起草方案.

use fractional_index::FractionalIndex;
use rusqlite::Connection;

use crate::error::{Error, Result};
use crate::ids::{EnterpriseId, Id, PlanId, ProjectId};
use crate::plans::outline::PlanSection;
use crate::plans::status::{PlanKind, PlanStatus};
use crate::storage::rows::{Enterprise, Plan, PlanText, Project};
use crate::storage::table::{insert, live};
use crate::storage::{plans as stored, projects};
use crate::texts::plans as texts;
use crate::workbook::Tx;

/// A plan of a project, or else of an enterprise, with a title and the paragraphs that serve every plan.
pub fn create(tx: &Tx<'_>, project: Option<ProjectId>, enterprise: Option<EnterpriseId>) -> Result<Plan> {
    let plan = blank(tx, project, enterprise)?;
    if let Some(plan) = stored::current(tx, project, enterprise)? {
        return live(tx, plan);
    }
    insert(tx, &plan)?;
    for (section, text) in drafts() {
        insert(tx, &text_row(plan.id, section, text))?;
    }
    Ok(plan)
}

/// The paragraphs every plan begins with.
pub fn drafts() -> Vec<(PlanSection, String)> {
    PlanSection::ALL.iter().filter_map(|section| Some((*section, section.draft()?.to_string()))).collect()
}

/// A plan nobody has begun: what it would be called, and nothing written.
pub fn blank(connection: &Connection, project: Option<ProjectId>, enterprise: Option<EnterpriseId>) -> Result<Plan> {
    let (kind, title) = match (project, enterprise) {
        (Some(id), _) => {
            let project: Project = live(connection, id)?;
            let lead = projects::participants(connection, id)?.into_iter().next().map(|one| one.name);
            (PlanKind::Project, texts::project_title(&lead.unwrap_or_default(), &project.name))
        }
        (None, Some(id)) => {
            (PlanKind::Enterprise, texts::enterprise_title(&live::<Enterprise>(connection, id)?.name_full))
        }
        (None, None) => return Err(Error::invalid(texts::plan_of_whom())),
    };
    Ok(Plan {
        id: PlanId::new(),
        project_id: project,
        enterprise_id: enterprise.filter(|_| project.is_none()),
        kind,
        version: 1,
        status: PlanStatus::Draft,
        title,
        document_number: String::new(),
        signer: String::new(),
        dated: None,
        issued_on: None,
        sample: false,
        deleted: false,
        repealed_on: None,
        repeal_reason: String::new(),
    })
}

/// The row of a section's text; sections stand in the order of the outline.
pub(super) fn text_row(plan_id: PlanId, part: PlanSection, text: String) -> PlanText {
    let at = PlanSection::ALL.iter().position(|section| *section == part).unwrap_or_default();
    let place = (0..at).fold(FractionalIndex::default(), |place, _| FractionalIndex::new_after(&place));
    PlanText { id: Id::new(), plan_id, part, heading: String::new(), text, position: place.to_string(), deleted: false }
}
