//! 新增创意会.

use fractional_index::FractionalIndex;

use crate::error::Result;
use crate::ids::SessionId;
use crate::input;
use crate::sessions::set::{SessionField, set};
use crate::sessions::status::SessionStatus;
use crate::storage::rows::Session;
use crate::storage::sessions as stored;
use crate::storage::shown::Many;
use crate::storage::table::insert;
use crate::workbook::Tx;

/// A new session in preparation, after all others; year, quarter and date as typed, each may be empty.
pub fn create(tx: &Tx<'_>, theme: &str, year: &str, season: &str, held_on: &str) -> Result<Session> {
    let last = stored::all_in_order(tx)?.pop();
    let last = last.and_then(|session| FractionalIndex::from_string(&session.position).ok());
    let place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let session =
        Session { position: place.to_string(), ..blank(input::required(theme, SessionField::Theme.label())?) };
    insert(tx, &session)?;
    for (field, typed) in [(SessionField::Year, year), (SessionField::Season, season), (SessionField::HeldOn, held_on)]
    {
        if !typed.trim().is_empty() {
            set(tx, session.id, field, typed)?;
        }
    }
    Ok(session)
}

/// A session of which only the theme is known.
pub fn blank(theme: String) -> Session {
    Session {
        id: SessionId::new(),
        theme,
        year: None,
        season: None,
        special: String::new(),
        held_on: None,
        starts_at: String::new(),
        status: SessionStatus::Preparing,
        venue: String::new(),
        organiser: String::new(),
        onsite: String::new(),
        online: String::new(),
        focus: Many(Vec::new()),
        verify: String::new(),
        note: String::new(),
        position: String::new(),
        sample: false,
        deleted: false,
    }
}
