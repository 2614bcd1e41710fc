//! Taking forms in, as previewed: a project, its enterprise, needs and the entry for each, in one action. What could not
//! be read stands in the project's note as typed; a file that is one form is attached to its project.

use serde::Serialize;
use ts_rs::TS;

use super::draft::{FormRequest, Read};
use super::values::Values;
use crate::attachments::add::{Looked, add as attach};
use crate::demands::category::DemandCategory;
use crate::error::{Error, Result};
use crate::ids::{EnterpriseId, ProjectId, SubmissionId};
use crate::storage::rows::{Contact, Demand, Enterprise, Project, Submission};
use crate::storage::shown::Many;
use crate::storage::table::{insert, live, update};
use crate::storage::{enterprises, table};
use crate::submissions::create::{blank, received};
use crate::submissions::screening::Channel;
use crate::submissions::whose::{plain, settle};
use crate::workbook::Tx;
use crate::{demands, input, texts};

/// What was taken in.
#[derive(Debug, Default, Clone, Serialize, TS)]
pub struct TakenIn {
    pub ids: Vec<SubmissionId>,
    pub new_enterprises: usize,
    pub demands: usize,
    /// What the person should look at.
    pub notices: Vec<String>,
}

/// Takes in the forms that are to be taken; `files` are their papers, looked through before, in the same order.
pub fn take_in(tx: &Tx<'_>, forms: Vec<(Read, Option<Looked>)>, request: &FormRequest) -> Result<TakenIn> {
    let received_on = received(tx, &request.received_on)?.unwrap_or(tx.today);
    let channel = input::choice(&request.channel, "来源渠道", Channel::from_label, Channel::labels())?;
    let batch = input::line(&request.batch, "征集批次")?;
    let mut taken = TakenIn::default();
    for (form, paper) in forms {
        let values = &form.values;
        let before = enterprises::all_names(tx)?.len();
        let enterprise = settle(tx, form.draft.chosen, &values.enterprise, &values.uscc, false, &mut taken.notices)?;
        if enterprises::all_names(tx)?.len() > before {
            taken.new_enterprises += 1;
        }
        if let Some(id) = enterprise {
            fill_enterprise(tx, id, values)?;
        }
        let project = crate::projects::create::create(tx, &values.title, enterprise)?;
        fill_project(tx, &project, values)?;
        taken.demands += needs(tx, project.id, &values.demands)?;
        let submission = Submission {
            channel: channel.unwrap_or(if form.alone { Channel::Enterprise } else { Channel::District }),
            district: values.district.map(|district| district.code.to_string()),
            filled_by: values.filled_by.clone(),
            batch: if values.batch.is_empty() { batch.clone() } else { values.batch.clone() },
            file_name: match form.draft.row {
                Some(row) => texts::form_place(&form.draft.file, row),
                None => form.draft.file.clone(),
            },
            ..blank(project.id, received_on)
        };
        insert(tx, &submission)?;
        if let Some(paper) = paper {
            attach(tx, project.id.into(), vec![paper])?;
        }
        taken.ids.push(submission.id);
    }
    match taken.ids.is_empty() {
        true => Err(Error::invalid(texts::no_form_to_take())),
        false => Ok(taken),
    }
}

/// What the workbook does not know of the enterprise yet; nothing that stands there is changed.
fn fill_enterprise(tx: &Tx<'_>, id: EnterpriseId, values: &Values) -> Result<()> {
    let before: Enterprise = live(tx, id)?;
    let mut after = before.clone();
    if after.address.is_empty() {
        after.address.clone_from(&values.address);
    }
    if let Some(district) =
        values.district.filter(|_| before.district.is_none() && before.district_as_stated.is_empty())
    {
        after.district = Some(district.code.to_string());
        after.district_as_stated = district.name.to_string();
    }
    update(tx, &before, &after)?;
    let known = enterprises::contacts(tx, id)?;
    if values.contact.is_empty() || known.iter().any(|one| plain(&one.name) == plain(&values.contact)) {
        return Ok(());
    }
    let contact = crate::enterprises::contacts::create(tx, id, &values.contact)?;
    let is_mobile = values.phone.len() == 11 && values.phone.starts_with('1');
    let (mobile, tel) =
        if is_mobile { (values.phone.clone(), String::new()) } else { (String::new(), values.phone.clone()) };
    table::update(tx, &contact, &Contact { post: values.post.clone(), mobile, tel, ..contact.clone() })?;
    Ok(())
}

fn fill_project(tx: &Tx<'_>, before: &Project, values: &Values) -> Result<()> {
    let not_read: Vec<String> =
        values.not_read.iter().map(|line| texts::form_not_read(line.field.label(), &line.typed)).collect();
    let after = Project {
        kind: values.kind,
        four_new: Many(values.four_new.clone()),
        industry: values.industry.map(Into::into),
        format: values.format.map(Into::into),
        chain: values.chain.clone(),
        district: values.district.map(|district| district.code.to_string()),
        district_as_stated: values.district.map(|district| district.name.to_string()).unwrap_or_default(),
        investment: values.investment.clone(),
        summary: values.summary.clone(),
        verify: if not_read.is_empty() { String::new() } else { texts::form_verify().to_string() },
        note: not_read.join("\n"),
        ..before.clone()
    };
    update(tx, before, &after)?;
    Ok(())
}

/// The needs of a form, each of the category its words name.
fn needs(tx: &Tx<'_>, project: ProjectId, lines: &[String]) -> Result<usize> {
    for line in lines {
        let category = DemandCategory::from_text(line).unwrap_or(DemandCategory::Other);
        let demand = demands::create::create(tx, Some(project), None, category, line)?;
        // Nobody has taken it on before the project is reviewed.
        table::update(tx, &demand, &Demand { lead_department_id: None, ..demand.clone() })?;
    }
    Ok(lines.len())
}
