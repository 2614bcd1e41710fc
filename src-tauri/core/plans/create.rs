//! 起草方案.

use fractional_index::FractionalIndex;

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
    let (kind, title) = match (project, enterprise) {
        (Some(id), _) => {
            let project: Project = live(tx, id)?;
            let lead = projects::participants(tx, id)?.into_iter().next().map(|one| one.name).unwrap_or_default();
            (PlanKind::Project, texts::project_title(&lead, &project.name))
        }
        (None, Some(id)) => (PlanKind::Enterprise, texts::enterprise_title(&live::<Enterprise>(tx, id)?.name_full)),
        (None, None) => return Err(Error::invalid(texts::plan_of_whom())),
    };
    if let Some(plan) = stored::current(tx, project, enterprise)? {
        return live(tx, plan);
    }
    let plan = Plan {
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
    };
    insert(tx, &plan)?;
    for section in PlanSection::ALL {
        if let Some(text) = section.draft() {
            insert(tx, &text_row(plan.id, *section, text.to_string()))?;
        }
    }
    Ok(plan)
}

/// The row of a section's text; sections stand in the order of the outline.
pub(super) fn text_row(plan_id: PlanId, part: PlanSection, text: String) -> PlanText {
    let at = PlanSection::ALL.iter().position(|section| *section == part).unwrap_or_default();
    let place = (0..at).fold(FractionalIndex::default(), |place, _| FractionalIndex::new_after(&place));
    PlanText { id: Id::new(), plan_id, part, heading: String::new(), text, position: place.to_string(), deleted: false }
}
