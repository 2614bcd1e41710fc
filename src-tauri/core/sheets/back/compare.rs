//! One cell: what was sent, what stands here now, what came back.

use super::draft::ReturnKind;
use super::value::{Said, same};
use crate::sheets::columns::SheetColumn;
use crate::tasks::status::TaskStatus;
use crate::texts::sheets as texts;

/// The three sides of a cell.
pub(super) struct Side {
    pub column: SheetColumn,
    /// None when it is not known what was sent.
    pub sent: Option<String>,
    pub ours: String,
    /// The task is no open work here any more.
    pub ended: Option<TaskStatus>,
    pub theirs: Said,
}

/// What comes of it.
pub(super) enum Compared {
    Same,
    Different { kind: ReturnKind, theirs: String, why: String },
}

/// A blank never takes anything away, but where a person clears what was sent (存在问题, 需协调, 备注): then it is settled.
pub(super) fn compare(side: &Side) -> Compared {
    let Side { column, sent, ours, .. } = side;
    let is = |one: &str, other: &str| same(*column, one, other);
    let (theirs, sure) = match &side.theirs {
        Said::Unread(why) => {
            return Compared::Different { kind: ReturnKind::UnreadValue, theirs: String::new(), why: why.clone() };
        }
        Said::Blank => match (column, sent) {
            (SheetColumn::Problem | SheetColumn::Coordination | SheetColumn::Note, Some(sent)) if !sent.is_empty() => {
                (String::new(), true)
            }
            _ => return Compared::Same,
        },
        Said::Value(theirs) => (theirs.clone(), true),
        Said::Perhaps(theirs) => (theirs.clone(), false),
    };
    if is(&theirs, ours) || sent.as_ref().is_some_and(|sent| is(&theirs, sent)) {
        return Compared::Same;
    }
    let moved = sent.as_ref().is_some_and(|sent| !is(sent, ours));
    let (kind, why) = if moved {
        (ReturnKind::Conflict, texts::changed_here())
    } else if !column.is_filled_in() {
        (ReturnKind::Locked, texts::locked(*column))
    } else if let Some(status) = side.ended {
        (ReturnKind::Conflict, texts::ended_here(status.label()))
    } else if !sure {
        (ReturnKind::Asked, texts::perhaps())
    } else {
        (ReturnKind::Changed, String::new())
    };
    Compared::Different { kind, theirs, why }
}
