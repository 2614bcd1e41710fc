//! 新增项目.

use chrono::Datelike;

use crate::error::Result;
use crate::ids::{EnterpriseId, ProjectId};
use crate::input;
use crate::projects::enterprises;
use crate::projects::stage::Stage;
use crate::storage::projects as stored;
use crate::storage::rows::Project;
use crate::storage::shown::Many;
use crate::storage::table::insert;
use crate::workbook::Tx;

/// A new project at 征集登记, with the next number of this laptop; an enterprise named is the lead one.
pub fn create(tx: &Tx<'_>, name: &str, enterprise: Option<EnterpriseId>) -> Result<Project> {
    let project = Project { code: next_code(tx)?, ..blank(input::required(name, "项目名称")?) };
    insert(tx, &project)?;
    if let Some(enterprise) = enterprise {
        enterprises::add(tx, project.id, enterprise)?;
    }
    Ok(project)
}

/// A project of which only the name is known.
pub fn blank(name: String) -> Project {
    Project {
        id: ProjectId::new(),
        code: String::new(),
        name,
        kind: None,
        summary: String::new(),
        four_new: Many(Vec::new()),
        industry: None,
        format: None,
        chain: String::new(),
        district: None,
        district_as_stated: String::new(),
        investment: None,
        stage: Stage::Collected,
        lead_department_id: None,
        problems: Many(Vec::new()),
        verify: String::new(),
        note: String::new(),
        sample: false,
        deleted: false,
        work_group_id: None,
        chain_version: String::new(),
    }
}

/// CY-2021-A003: kind, year, the laptop's letter and its next number, so that laptops that do not meet never give the
/// same one (domain.md §1.8).
fn next_code(tx: &Tx<'_>) -> Result<String> {
    let letter = stored::laptop_letter(tx)?;
    let start = format!("CY-{}-{letter}", tx.today.year());
    let last = stored::last_number(tx, &start)?;
    Ok(format!("{start}{:03}", last + 1))
}
