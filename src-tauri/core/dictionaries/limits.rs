//! The working days each source of work starts with (domain.md §1.8, §3.4).

use rusqlite::Connection;

use crate::demands::source::DemandSource;
use crate::dictionaries::list::DictionaryList;
use crate::error::Result;
use crate::storage::dictionaries as stored;

/// The entry of the list that says when a 督办单 is to be answered.
pub const SUPERVISION: &str = "supervision";
/// Working days for it when the list has none (domain.md §7, scenario 27).
pub const SUPERVISION_DAYS: i32 = 3;

/// Working days in which a 督办单 is to be answered.
pub fn supervision_days(connection: &Connection) -> Result<i32> {
    let entries = stored::entries(connection, DictionaryList::SourceLimit)?;
    let own = entries.iter().find(|entry| entry.code == SUPERVISION).and_then(|entry| entry.value.parse().ok());
    Ok(own.unwrap_or(SUPERVISION_DAYS))
}

/// Working days of a source, as the list says; the shipped number when the list has none.
pub fn working_days(connection: &Connection, source: DemandSource) -> Result<i32> {
    let entries = stored::entries(connection, DictionaryList::SourceLimit)?;
    let own = entries.iter().find(|entry| entry.code == source.code()).and_then(|entry| entry.value.parse().ok());
    Ok(own.unwrap_or(i32::from(source.default_working_days())))
}
