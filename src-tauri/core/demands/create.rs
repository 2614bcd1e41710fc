//! 新增需求.

use fractional_index::FractionalIndex;

use crate::demands::category::DemandCategory;
use crate::demands::status::DemandStatus;
use crate::error::{Error, Result};
use crate::ids::{DemandId, EnterpriseId, ProjectId};
use crate::storage::demands as stored;
use crate::storage::rows::{Demand, Enterprise, Project};
use crate::storage::table::{insert, live};
use crate::workbook::Tx;
use crate::{input, texts};

/// A new demand of a project or of an enterprise, led by the unit that usually leads its category.
pub fn create(
    tx: &Tx<'_>,
    project: Option<ProjectId>,
    enterprise: Option<EnterpriseId>,
    category: DemandCategory,
    text: &str,
) -> Result<Demand> {
    match (project, enterprise) {
        (Some(project), _) => drop(live::<Project>(tx, project)?),
        (None, Some(enterprise)) => drop(live::<Enterprise>(tx, enterprise)?),
        (None, None) => return Err(Error::invalid(texts::demand_of_whom())),
    }
    let last = stored::last_position(tx, project, enterprise)?;
    let last = last.and_then(|text| FractionalIndex::from_string(&text).ok());
    let place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let lead = category.usual_lead().map(|short| crate::departments::set::find_unit(tx, short));
    let demand = Demand {
        id: DemandId::new(),
        project_id: project,
        enterprise_id: enterprise.filter(|_| project.is_none()),
        category,
        text: input::text(text, "需求内容", input::LONG)?,
        quantity: String::new(),
        raised_on: Some(tx.today),
        source: None,
        source_date: None,
        source_number: String::new(),
        // A usual lead that was renamed away is no reason to refuse a demand.
        lead_department_id: lead.and_then(|found| found.ok()).flatten(),
        due: None,
        status: DemandStatus::Registered,
        result: String::new(),
        resolved_on: None,
        satisfaction: None,
        verify: String::new(),
        note: String::new(),
        position: place.to_string(),
        sample: false,
        deleted: false,
        presentation_id: None,
        due_rule: String::new(),
    };
    refuse_unnamed_other(&demand)?;
    insert(tx, &demand)?;
    Ok(demand)
}

/// 其他 says nothing by itself: it needs words (domain.md §2.6: 备注必填).
pub(super) fn refuse_unnamed_other(demand: &Demand) -> Result<()> {
    match demand.category == DemandCategory::Other && demand.text.is_empty() && demand.note.is_empty() {
        true => Err(Error::invalid(texts::other_needs_words())),
        false => Ok(()),
    }
}
