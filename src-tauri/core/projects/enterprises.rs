//! Which enterprises take part in a project; one of them leads it.

use crate::error::{Error, Result};
use crate::ids::{EnterpriseId, ProjectId};
use crate::storage::projects as stored;
use crate::storage::rows::{Enterprise, Project, ProjectEnterprise};
use crate::storage::table::{find, insert, live, update};
use crate::texts;
use crate::workbook::Tx;

/// Adds an enterprise; the first one leads. Returns its name.
pub fn add(tx: &Tx<'_>, project: ProjectId, enterprise: EnterpriseId) -> Result<String> {
    live::<Project>(tx, project)?;
    let added: Enterprise = live(tx, enterprise)?;
    let is_lead = stored::links(tx, project)?.is_empty();
    let link = ProjectEnterprise { project_id: project, enterprise_id: enterprise, is_lead, deleted: false };
    match find::<ProjectEnterprise>(tx, &[&project, &enterprise])? {
        Some(before) if before.deleted => drop(update(tx, &before, &link)?),
        Some(_) => {}
        None => insert(tx, &link)?,
    }
    Ok(added.name_full)
}

/// Takes an enterprise away; when the lead one goes, the next one leads. Returns its name.
pub fn remove(tx: &Tx<'_>, project: ProjectId, enterprise: EnterpriseId) -> Result<String> {
    let gone = the_link(tx, project, enterprise)?;
    update(tx, &gone, &ProjectEnterprise { deleted: true, is_lead: false, ..gone.clone() })?;
    if gone.is_lead
        && let Some(next) = stored::links(tx, project)?.into_iter().next()
    {
        update(tx, &next, &ProjectEnterprise { is_lead: true, ..next.clone() })?;
    }
    Ok(find::<Enterprise>(tx, &[&enterprise])?.map(|row| row.name_full).unwrap_or_default())
}

/// Makes an enterprise the lead one. Returns its name.
pub fn lead(tx: &Tx<'_>, project: ProjectId, enterprise: EnterpriseId) -> Result<String> {
    the_link(tx, project, enterprise)?;
    for link in stored::links(tx, project)? {
        let is_lead = link.enterprise_id == enterprise;
        update(tx, &link, &ProjectEnterprise { is_lead, ..link.clone() })?;
    }
    Ok(live::<Enterprise>(tx, enterprise)?.name_full)
}

fn the_link(tx: &Tx<'_>, project: ProjectId, enterprise: EnterpriseId) -> Result<ProjectEnterprise> {
    let link = find::<ProjectEnterprise>(tx, &[&project, &enterprise])?.filter(|link| !link.deleted);
    link.ok_or_else(|| Error::invalid(texts::not_in_project()))
}
