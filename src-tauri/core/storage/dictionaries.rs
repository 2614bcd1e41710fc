//! Queries about reference lists: the shipped entries with the workbook's own rows in their place.

use rusqlite::{Connection, params};

use crate::dictionaries::list::DictionaryList;
use crate::dictionaries::shipped;
use crate::error::{Error, Result};
use crate::ids::DictionaryEntryId;
use crate::storage::rows::DictionaryEntry;
use crate::storage::table::{Record, all, find};

/// The entries of a list in their order: as shipped, then what staff added.
pub fn entries(connection: &Connection, list: DictionaryList) -> Result<Vec<DictionaryEntry>> {
    let mut own: Vec<DictionaryEntry> =
        all(connection, "WHERE t.list=? ORDER BY t.version DESC, t.position, t.id", &[&list])?;
    let mut entries = Vec::new();
    for shipped in shipped::entries(list) {
        match own.iter().position(|row| row.id == shipped.id) {
            Some(at) => entries.push(own.remove(at)),
            None => entries.push(shipped),
        }
    }
    entries.extend(own);
    entries.retain(|entry| !entry.deleted);
    Ok(entries)
}

/// An entry, and whether it is a shipped one.
pub fn entry(connection: &Connection, id: DictionaryEntryId) -> Result<(DictionaryEntry, bool)> {
    let shipped = DictionaryList::ALL.iter().flat_map(|list| shipped::entries(*list)).find(|entry| entry.id == id);
    let is_shipped = shipped.is_some();
    let row = find::<DictionaryEntry>(connection, &[&id])?.or(shipped).filter(|entry| !entry.deleted);
    row.map(|row| (row, is_shipped)).ok_or_else(|| Error::not_found(DictionaryEntry::NOUN))
}

/// How many live records bear an entry.
pub fn used(connection: &Connection, entry: &DictionaryEntry) -> Result<i64> {
    let (sql, word) = match entry.list {
        DictionaryList::Chain => {
            let sql = "SELECT count(*) FROM project WHERE deleted=0 AND chain=? AND chain_version=?";
            let count = connection.prepare_cached(sql)?.query_row(params![entry.name, entry.version], |row| row.get(0));
            return Ok(count?);
        }
        DictionaryList::Industry => ("SELECT count(*) FROM project WHERE deleted=0 AND industry=?", &entry.code),
        DictionaryList::Format => ("SELECT count(*) FROM project WHERE deleted=0 AND format=?", &entry.code),
        DictionaryList::District => (
            "SELECT (SELECT count(*) FROM project WHERE deleted=0 AND district=?1)
               + (SELECT count(*) FROM enterprise WHERE deleted=0 AND district=?1)",
            &entry.code,
        ),
        DictionaryList::SourceLimit => ("SELECT count(*) FROM demand WHERE deleted=0 AND source=?", &entry.code),
    };
    Ok(connection.prepare_cached(sql)?.query_row([word], |row| row.get(0))?)
}
