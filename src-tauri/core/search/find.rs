//! One search over every kind of record.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use crate::action::Kind;
use crate::error::Result;
use crate::ids::Id;
use crate::search::text;
use crate::storage::{derived, names};

/// A record found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Hit {
    pub kind: Kind,
    pub id: Id,
    /// The record whose page shows it: the task of a progress note, the enterprise of a contact, else itself.
    pub page: Id,
    pub page_kind: Kind,
    pub title: String,
    /// What it belongs to, in words.
    pub subtitle: String,
}

/// Records that match what was typed, the latest changed first; without text the records changed last.
pub fn find(connection: &Connection, typed: &str, limit: usize) -> Result<Vec<Hit>> {
    let found = match text::query(typed) {
        Some(query) => derived::search(connection, &query, limit)?,
        None => derived::recent(connection, limit)?,
    };
    let mut hits = Vec::with_capacity(found.len());
    for (table, id) in found {
        if let Some(id) = Id::from_bytes(&id) {
            hits.extend(names::hit(connection, table, id)?);
        }
    }
    Ok(hits)
}
