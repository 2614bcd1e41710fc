//! 修改征集: cells of the list, all or none. What the idea is about stands on its project and is written there.

use serde::Deserialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::departments::districts::resolve_district;
use crate::error::{Error, Result};
use crate::ids::SubmissionId;
use crate::projects::set::{ProjectField, set as set_project};
use crate::storage::rows::{Project, Submission};
use crate::storage::table::{live, update};
use crate::submissions::create::received;
use crate::submissions::screening::Channel;
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of an entry that can be typed into. 初筛 has a verb of its own.
    pub enum SubmissionField {
        Title => "title", "项目名称";
        Summary => "summary", "项目简介";
        Investment => "investment", "总投资";
        District => "district", "推荐区市";
        Channel => "channel", "来源渠道";
        Batch => "batch", "征集批次";
        FilledBy => "filled_by", "填报人";
        ReceivedOn => "received_on", "收到日期";
        ScreeningNote => "screening_note", "初筛意见";
    }
}

/// A cell of the list, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SubmissionCell {
    pub id: SubmissionId,
    pub field: SubmissionField,
    pub text: String,
}

/// Sets cells from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, cells: &[SubmissionCell]) -> Result<Action> {
    let mut subjects = Vec::new();
    for cell in cells {
        let name = set_one(tx, cell)?;
        if !subjects.contains(&name) {
            subjects.push(name);
        }
    }
    let word = match cells {
        [first, rest @ ..] if rest.iter().all(|cell| cell.field == first.field) => first.field.label(),
        _ => "",
    };
    let subject = match subjects.as_slice() {
        [one] => one.clone(),
        many => texts::so_many_submissions(many.len()),
    };
    Ok(Action::set(Kind::Submission, word, subject))
}

fn set_one(tx: &Tx<'_>, cell: &SubmissionCell) -> Result<String> {
    let before: Submission = live(tx, cell.id)?;
    let project: Project = live(tx, before.project_id)?;
    let mut after = before.clone();
    let (word, typed) = (cell.field.label(), cell.text.as_str());
    let on_project = |field| set_project(tx, project.id, field, typed).map(drop);
    match cell.field {
        SubmissionField::Title => on_project(ProjectField::Name)?,
        SubmissionField::Summary => on_project(ProjectField::Summary)?,
        SubmissionField::Investment => on_project(ProjectField::Investment)?,
        SubmissionField::District => {
            let stated = input::line(typed, word)?;
            let district = resolve_district(&stated);
            if district.is_none() && !stated.is_empty() {
                return Err(Error::invalid(texts::no_such_district(&stated)));
            }
            after.district = district.map(|district| district.code.to_string());
            // The project is of the district that recommends it, until somebody says otherwise.
            if project.district.is_none() {
                on_project(ProjectField::District)?;
            }
        }
        SubmissionField::Channel => {
            let channel = input::choice(typed, word, Channel::from_label, Channel::labels())?;
            after.channel = channel.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
        }
        SubmissionField::Batch => after.batch = input::line(typed, word)?,
        SubmissionField::FilledBy => after.filled_by = input::line(typed, word)?,
        SubmissionField::ReceivedOn => {
            let day = received(tx, typed)?;
            after.received_on = day.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
        }
        SubmissionField::ScreeningNote => after.screening_note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(project.name)
}
