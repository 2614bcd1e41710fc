//! Reference lists as a page shows them, and what of them can be chosen on a day.

use chrono::NaiveDate;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dictionaries::edit;
use crate::dictionaries::list::DictionaryList;
use crate::dictionaries::shipped::{CHAIN_VERSIONS, THIRTEEN};
use crate::error::{Error, Result};
use crate::ids::DictionaryEntryId;
use crate::storage::dictionaries as stored;
use crate::storage::rows::DictionaryEntry;
use crate::texts;

/// An entry of a list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DictionaryRow {
    pub id: DictionaryEntryId,
    pub version: String,
    pub code: String,
    pub name: String,
    pub value: String,
    pub valid_from: Option<NaiveDate>,
    pub valid_to: Option<NaiveDate>,
    pub note: String,
    /// Can be chosen on the day asked.
    pub valid: bool,
    /// How many records bear it.
    pub used: i64,
    /// May be renamed and, while no record bears it, deleted.
    pub editable: bool,
}

/// A version of a list with its entries.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DictionaryVersion {
    /// Empty for a list without versions.
    pub version: String,
    /// What is to be known of it, in words; empty when nothing is.
    pub notice: String,
    pub entries: Vec<DictionaryRow>,
}

/// A list as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DictionaryPage {
    pub list: DictionaryList,
    /// Entries may be added.
    pub open: bool,
    /// Entries stand in versions.
    pub versioned: bool,
    /// The newest first.
    pub versions: Vec<DictionaryVersion>,
}

/// Something to choose.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DictionaryChoice {
    pub id: DictionaryEntryId,
    pub version: String,
    pub code: String,
    pub name: String,
}

/// Which entries one may choose.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DictionaryChoices {
    pub list: DictionaryList,
    /// Part of the name.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub text: String,
}

/// A list whole: no list of an office has more entries than a page shows.
pub fn page(connection: &Connection, list: DictionaryList, on: NaiveDate) -> Result<DictionaryPage> {
    let entries = stored::entries(connection, list)?;
    let mut names: Vec<String> = match list {
        DictionaryList::Chain => CHAIN_VERSIONS.iter().map(|version| version.name.to_string()).collect(),
        _ => vec![String::new()],
    };
    for entry in &entries {
        if !names.contains(&entry.version) {
            // A version staff began is newer than those that were shipped.
            names.insert(0, entry.version.clone());
        }
    }
    let mut versions = Vec::new();
    for version in names {
        let of = entries.iter().filter(|entry| entry.version == version);
        let entries = of.map(|entry| row(connection, entry, on)).collect::<Result<Vec<_>>>()?;
        versions.push(DictionaryVersion { notice: notice(&version, entries.len()), version, entries });
    }
    Ok(DictionaryPage { list, open: list.is_open(), versioned: list.is_versioned(), versions })
}

fn row(connection: &Connection, entry: &DictionaryEntry, on: NaiveDate) -> Result<DictionaryRow> {
    Ok(DictionaryRow {
        id: entry.id,
        version: entry.version.clone(),
        code: entry.code.clone(),
        name: entry.name.clone(),
        value: entry.value.clone(),
        valid_from: entry.valid_from,
        valid_to: entry.valid_to,
        note: entry.note.clone(),
        valid: is_valid(entry, on),
        used: stored::used(connection, entry)?,
        editable: edit::is_editable(entry),
    })
}

/// Can the entry be chosen on a day? 停用日期 is the first day it cannot.
pub fn is_valid(entry: &DictionaryEntry, on: NaiveDate) -> bool {
    entry.valid_from.is_none_or(|from| from <= on) && entry.valid_to.is_none_or(|to| on < to)
}

fn notice(version: &str, there: usize) -> String {
    let expected = CHAIN_VERSIONS.iter().find(|one| one.name == version).and_then(|one| one.expected);
    match expected {
        Some(expected) if there < expected && version == THIRTEEN => texts::thirteen_unknown(expected, there),
        Some(expected) if there < expected => texts::so_many_known(expected, there),
        _ => String::new(),
    }
}

/// The entries that can be chosen on a day, in their order.
pub fn choices(connection: &Connection, wanted: &DictionaryChoices, on: NaiveDate) -> Result<Vec<DictionaryChoice>> {
    let entries = stored::entries(connection, wanted.list)?;
    let fits = |entry: &&DictionaryEntry| is_valid(entry, on) && entry.name.contains(wanted.text.trim());
    let choice = |entry: &DictionaryEntry| DictionaryChoice {
        id: entry.id,
        version: entry.version.clone(),
        code: entry.code.clone(),
        name: entry.name.clone(),
    };
    Ok(entries.iter().filter(fits).map(choice).collect())
}

/// Refuses a word of a list that is out of use on a day, unless the record bears it already.
pub fn refuse_out_of_use(
    connection: &Connection,
    list: DictionaryList,
    code: Option<&str>,
    now: Option<&str>,
    on: NaiveDate,
) -> Result<()> {
    let Some(code) = code.filter(|code| Some(*code) != now) else { return Ok(()) };
    let entry = stored::entries(connection, list)?.into_iter().find(|entry| entry.code == code);
    match entry.filter(|entry| !is_valid(entry, on)) {
        Some(entry) => Err(Error::invalid(texts::entry_out_of_use(&entry.name, entry.valid_from, entry.valid_to))),
        None => Ok(()),
    }
}

/// The word of a list somebody means: by code or name; nothing for nothing typed. What the record bears already is always
/// allowed; another must be in the list and in use on the day.
pub fn listed(
    connection: &Connection,
    list: DictionaryList,
    typed: &str,
    now: Option<&str>,
    on: NaiveDate,
) -> Result<Option<String>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if now == Some(typed) {
        return Ok(Some(typed.into()));
    }
    let entries = stored::entries(connection, list)?;
    let Some(entry) = entries.iter().find(|entry| entry.code == typed || entry.name == typed) else {
        let known: Vec<&str> = entries.iter().filter(|one| is_valid(one, on)).map(|one| one.name.as_str()).collect();
        return Err(Error::invalid(texts::not_a_choice(list.label(), typed, &known.join("、"))));
    };
    refuse_out_of_use(connection, list, Some(&entry.code), now, on)?;
    Ok(Some(entry.code.clone()))
}

/// The chains that count in a year: those of the newest version that had begun by then.
pub fn chains_in(connection: &Connection, year: i64) -> Result<Vec<String>> {
    let entries = stored::entries(connection, DictionaryList::Chain)?;
    let shipped = CHAIN_VERSIONS.iter().map(|version| version.name.to_string());
    let versions = entries.iter().map(|entry| entry.version.clone()).chain(shipped);
    let counting = versions.filter(|version| since(version).is_some_and(|since| since <= year));
    let newest = counting.max_by_key(|version| since(version));
    Ok(entries.into_iter().filter(|entry| Some(&entry.version) == newest.as_ref()).map(|entry| entry.name).collect())
}

/// The first year a version's name states.
fn since(version: &str) -> Option<i64> {
    let digits: Vec<char> = version.chars().collect();
    let years = digits.windows(4).filter(|four| four.iter().all(char::is_ascii_digit));
    years.filter_map(|four| four.iter().collect::<String>().parse().ok()).find(|year| (1990..2200).contains(year))
}

/// The chain somebody means and the version it is of: by the identity of its entry, or by its name, the newest version
/// first. What no list holds is taken as it is typed, of no version.
pub fn chain(connection: &Connection, typed: &str, on: NaiveDate) -> Result<(String, String)> {
    let entries = stored::entries(connection, DictionaryList::Chain)?;
    let meant = entries
        .iter()
        .find(|entry| entry.id.to_string() == typed.trim())
        .or_else(|| entries.iter().find(|entry| entry.name == typed.trim() && is_valid(entry, on)));
    Ok(match meant {
        Some(entry) => (entry.name.clone(), entry.version.clone()),
        None => (crate::input::line(typed, "产业链")?, String::new()),
    })
}
