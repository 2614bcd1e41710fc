//! The order of sessions: which one is 第几场.

use crate::error::Result;
use crate::ids::SessionId;
use crate::place;
use crate::storage::rows::Session;
use crate::storage::sessions as stored;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

/// Puts a session behind another, or first; returns its theme.
pub fn place_after(tx: &Tx<'_>, id: SessionId, after: Option<SessionId>) -> Result<String> {
    let moved: Session = live(tx, id)?;
    let mut rows: Vec<Session> = stored::all_in_order(tx)?.into_iter().filter(|row| row.id != id).collect();
    let at = after.and_then(|after| rows.iter().position(|row| row.id == after)).map_or(0, |at| at + 1);
    let places = place::arrange(&rows.iter().map(|row| row.position.as_str()).collect::<Vec<_>>(), at);
    let theme = moved.theme.clone();
    rows.insert(at, moved);
    for (row, position) in rows.iter().zip(places) {
        update(tx, row, &Session { position, ..row.clone() })?;
    }
    Ok(theme)
}
