//! 登记: an idea that came in by letter, by telephone or at the counter. It is a project at 征集登记 at once, of an
//! enterprise that is there already or of a new one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::departments::districts::resolve_district;
use crate::error::{Error, Result};
use crate::ids::{EnterpriseId, ProjectId, SubmissionId};
use crate::projects::set::{ProjectField, set as set_project};
use crate::storage::rows::Submission;
use crate::storage::table::insert;
use crate::submissions::screening::{Channel, Screening};
use crate::submissions::set::SubmissionField;
use crate::submissions::whose::settle;
use crate::workbook::Tx;
use crate::{input, texts};

/// An idea as it is typed; all but the title may be empty.
#[derive(Debug, Default, Clone, Deserialize, TS)]
pub struct NewSubmission {
    /// 项目名称.
    pub title: String,
    /// 企业名称.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub enterprise_name: String,
    /// 统一社会信用代码.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub uscc: String,
    /// The enterprise, where the person chose one.
    #[serde(default)]
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
    /// How it came, by word or code; 企业自荐 without one.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub channel: String,
    /// 推荐区市 as typed.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub district: String,
    /// 征集批次.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub batch: String,
    /// 收到日期 as typed; today without one.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub received_on: String,
}

/// What came of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CreatedSubmission {
    pub id: SubmissionId,
    pub project: ProjectId,
    pub enterprise: Option<EnterpriseId>,
    /// What the person should look at.
    pub notices: Vec<String>,
}

/// Takes in an idea.
pub fn create(tx: &Tx<'_>, new: &NewSubmission) -> Result<CreatedSubmission> {
    let title = input::required(&new.title, SubmissionField::Title.label())?;
    let mut notices = Vec::new();
    let enterprise = settle(tx, new.enterprise, &new.enterprise_name, &new.uscc, false, &mut notices)?;
    let project = crate::projects::create::create(tx, &title, enterprise)?;
    let district = input::line(&new.district, SubmissionField::District.label())?;
    if !district.is_empty() {
        set_project(tx, project.id, ProjectField::District, &district)?;
    }
    let channel = input::choice(&new.channel, "来源渠道", Channel::from_label, Channel::labels())?;
    let received_on = received(tx, &new.received_on)?.unwrap_or(tx.today);
    let submission = Submission {
        channel: channel.unwrap_or(Channel::Enterprise),
        district: resolve_district(&district).map(|district| district.code.to_string()),
        batch: input::line(&new.batch, SubmissionField::Batch.label())?,
        ..blank(project.id, received_on)
    };
    insert(tx, &submission)?;
    Ok(CreatedSubmission { id: submission.id, project: project.id, enterprise, notices })
}

/// A day of receipt as typed; nothing comes in tomorrow.
pub(super) fn received(tx: &Tx<'_>, typed: &str) -> Result<Option<NaiveDate>> {
    match input::day(typed, SubmissionField::ReceivedOn.label(), tx.today)? {
        Some(day) if day > tx.today => Err(Error::invalid(texts::received_in_future(day, tx.today))),
        day => Ok(day),
    }
}

/// An entry of which only the project and the day are known.
pub fn blank(project_id: ProjectId, received_on: NaiveDate) -> Submission {
    Submission {
        id: SubmissionId::new(),
        project_id,
        received_on,
        channel: Channel::Enterprise,
        district: None,
        filled_by: String::new(),
        batch: String::new(),
        file_name: String::new(),
        screening: Screening::Waiting,
        screened_on: None,
        screening_note: String::new(),
        deleted: false,
    }
}
