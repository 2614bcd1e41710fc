//! The article's 创意会 become records.

use super::fixture::sessions::{AGENDA, SESSIONS};
use super::write::Places;
use crate::error::Result;
use crate::ids::{PresentationId, ProjectId, SessionId};
use crate::partial_date::PartialDate;
use crate::sessions::create::blank;
use crate::sessions::status::SessionStatus;
use crate::storage::rows::{Presentation, Session};
use crate::storage::table::insert;
use crate::workbook::Tx;

/// Writes the sessions; `sample_project` answers for the number of a 示例项目.
pub(super) fn write(tx: &Tx<'_>, sample_project: impl Fn(usize) -> ProjectId) -> Result<()> {
    let mut places = Places::default();
    for told in &SESSIONS {
        let id = SessionId::new();
        let row = Session {
            id,
            status: if told.planned { SessionStatus::Preparing } else { SessionStatus::Held },
            verify: told.verify.into(),
            position: places.next(),
            ..blank(told.theme.into())
        };
        match told.planned {
            false => insert(tx, &row)?,
            true => {
                let held_on = Some(PartialDate::parse("2021年3月", None)?);
                insert(tx, &Session { year: Some(2021), season: Some(1), held_on, ..row })?;
                agenda(tx, id, &sample_project)?;
            }
        }
    }
    Ok(())
}

fn agenda(tx: &Tx<'_>, session_id: SessionId, sample_project: impl Fn(usize) -> ProjectId) -> Result<()> {
    let mut places = Places::default();
    for (number, minutes) in AGENDA {
        let row = Presentation {
            id: PresentationId::new(),
            session_id,
            project_id: sample_project(number),
            presenter: "示例发布人".into(),
            minutes: Some(minutes),
            expert_comments: String::new(),
            note: String::new(),
            position: places.next(),
            deleted: false,
        };
        insert(tx, &row)?;
    }
    Ok(())
}
