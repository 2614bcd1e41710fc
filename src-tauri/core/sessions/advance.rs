//! The status of a session: 筹备 → 已举办 or 取消, and back from 取消.

use serde::Serialize;
use ts_rs::TS;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::SessionId;
use crate::projects::advance::{Step, not_before_last, take};
use crate::projects::stage::Stage;
use crate::sessions::set::{SessionField, refuse_future, set};
use crate::sessions::status::SessionStatus;
use crate::storage::rows::{Project, Session};
use crate::storage::sessions as stored;
use crate::storage::table::{live, update};
use crate::workbook::Tx;
use crate::{input, texts};

/// What came of it.
#[derive(Debug, Default, Clone, Serialize, TS)]
pub struct SessionAdvanced {
    /// Projects that went from 待发布 to 已发布 with it.
    pub published: usize,
    /// Presented projects that stayed where they are, and why, in sentences.
    pub notices: Vec<String>,
}

impl SessionStatus {
    /// The states that may follow, the usual one first. 已举办 is a fact: only undo takes it back.
    pub fn allowed_next(self) -> &'static [Self] {
        match self {
            Self::Preparing => &[Self::Held, Self::Cancelled],
            Self::Cancelled => &[Self::Preparing],
            Self::Held => &[],
        }
    }
}

/// Moves a session to a status. `held_on` as typed (empty: the date it has); cancelling asks why. Projects presented
/// at a session that was held are published with it, in the same action.
pub fn advance(
    tx: &Tx<'_>,
    id: SessionId,
    to: SessionStatus,
    held_on: &str,
    reason: &str,
) -> Result<(Action, SessionAdvanced)> {
    let session: Session = live(tx, id)?;
    if !session.status.allowed_next().contains(&to) {
        let allowed: Vec<&str> = session.status.allowed_next().iter().map(|status| status.label()).collect();
        let allowed = allowed.join("、");
        return Err(Error::invalid(texts::session_step_not_allowed(session.status.label(), to.label(), &allowed)));
    }
    let reason = input::line(reason, "理由")?;
    if to == SessionStatus::Cancelled && reason.is_empty() {
        return Err(Error::invalid(texts::cancelling_needs_reason()));
    }
    if to == SessionStatus::Held && !held_on.trim().is_empty() {
        set(tx, id, SessionField::HeldOn, held_on)?;
    }
    let before: Session = live(tx, id)?;
    if to == SessionStatus::Held {
        if before.held_on.is_none() {
            return Err(Error::invalid(texts::held_needs_date()));
        }
        refuse_future(&before, tx.today)?;
    }
    update(tx, &before, &Session { status: to, ..before.clone() })?;
    let advanced = if to == SessionStatus::Held { publish(tx, &before)? } else { SessionAdvanced::default() };
    let part = match reason.is_empty() {
        true => format!("状态为{}", to.label()),
        false => format!("状态为{}（{reason}）", to.label()),
    };
    Ok((Action::set(Kind::Session, part, before.theme), advanced))
}

/// Projects at 待发布 are published with the session, on its day.
fn publish(tx: &Tx<'_>, session: &Session) -> Result<SessionAdvanced> {
    let mut advanced = SessionAdvanced::default();
    for presentation in stored::presentations(tx, session.id)? {
        let project: Project = live(tx, presentation.project_id)?;
        match project.stage {
            Stage::Ready => {
                let held_on = session.held_on.and_then(|held_on| held_on.date).map(|day| day.min(tx.today));
                let on = held_on.map(|day| not_before_last(tx, project.id, day)).transpose()?;
                take(tx, project.id, &Step { to: Stage::Published, reason: "", on, resume_on: None })?;
                advanced.published += 1;
            }
            Stage::Collected | Stage::Review | Stage::Revision => {
                advanced.notices.push(texts::not_yet_ready(&project.name, project.stage.label()));
            }
            _ => {}
        }
    }
    Ok(advanced)
}
