//! 初筛: the first look, at one entry or at several. Not passing and sending back must say why.

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::SubmissionId;
use crate::storage::rows::{Project, Submission};
use crate::storage::table::{live, update};
use crate::submissions::screening::Screening;
use crate::workbook::Tx;
use crate::{input, texts};

/// Says what 初筛 found, on a day (today without one); returns the action by name.
pub fn screen(tx: &Tx<'_>, ids: &[SubmissionId], to: Screening, note: &str, on: &str) -> Result<Action> {
    let note = input::text(note, "初筛意见", input::LONG)?;
    if matches!(to, Screening::Refused | Screening::Supplement) && note.is_empty() {
        return Err(Error::invalid(texts::screening_needs_reason(to.label())));
    }
    let day = input::day(on, "初筛日期", tx.today)?.unwrap_or(tx.today);
    if day > tx.today {
        return Err(Error::invalid(texts::screened_in_future(day, tx.today)));
    }
    let mut names = Vec::new();
    for id in ids {
        let before: Submission = live(tx, *id)?;
        let project: Project = live(tx, before.project_id)?;
        if day < before.received_on {
            return Err(Error::invalid(texts::screened_before_receipt(&project.name, day, before.received_on)));
        }
        let after = match to {
            Screening::Waiting => Submission { screening: to, screened_on: None, ..before.clone() },
            _ => Submission {
                screening: to,
                screened_on: Some(day),
                screening_note: if note.is_empty() { before.screening_note.clone() } else { note.clone() },
                ..before.clone()
            },
        };
        update(tx, &before, &after)?;
        names.push(project.name);
    }
    let subject = match names.as_slice() {
        [one] => one.clone(),
        many => texts::so_many_submissions(many.len()),
    };
    Ok(Action::set(Kind::Submission, format!("初筛为{}", to.label()), subject))
}
