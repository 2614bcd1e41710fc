//! Adding to, changing and taking from a reference list.

use fractional_index::FractionalIndex;

use crate::action::{Action, Kind, Verb};
use crate::dictionaries::list::DictionaryList;
use crate::error::{Error, Result};
use crate::ids::DictionaryEntryId;
use crate::storage::dictionaries as stored;
use crate::storage::rows::DictionaryEntry;
use crate::storage::table::{find, insert, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of an entry that can be typed into.
    pub enum DictionaryField {
        Name => "name", "名称";
        Value => "value", "工作日";
        ValidFrom => "valid_from", "启用日期";
        ValidTo => "valid_to", "停用日期";
        Note => "note", "备注";
    }
}

/// More working days than this are a slip of the keyboard.
const MOST_WORKING_DAYS: i64 = 500;

impl DictionaryList {
    /// May entries be added? The others are words this program computes with: they can only be put out of use.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Chain | Self::Industry | Self::Format)
    }

    /// Do its entries stand in versions?
    pub fn is_versioned(self) -> bool {
        self == Self::Chain
    }
}

/// May an entry be renamed and deleted? The article's own words may not: the program knows them by code.
pub fn is_editable(entry: &DictionaryEntry) -> bool {
    entry.list.is_open() && (entry.list.is_versioned() || entry.code == entry.name)
}

/// New entries, one a line (a pasted column), last in a version of a list; returns the action by name.
pub fn create(
    tx: &Tx<'_>,
    list: DictionaryList,
    version: &str,
    typed: &str,
) -> Result<(Action, Vec<DictionaryEntryId>)> {
    if !list.is_open() {
        return Err(Error::invalid(texts::list_is_closed(list.label())));
    }
    let version = if list.is_versioned() { input::required(version, "版本")? } else { String::new() };
    let mut known = stored::entries(tx, list)?;
    let mut made = Vec::new();
    let mut first = String::new();
    let last = known.iter().rev().find(|entry| entry.version == version && !entry.position.is_empty());
    let mut place = last.and_then(|entry| FractionalIndex::from_string(&entry.position).ok());
    for line in typed.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let name = input::required(line, DictionaryField::Name.label())?;
        refuse_twin(&known, None, &version, &name)?;
        let next = place.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
        let entry = DictionaryEntry {
            id: DictionaryEntryId::new(),
            list,
            version: version.clone(),
            // A word of its own stands in records as it is written.
            code: if list.is_versioned() { String::new() } else { name.clone() },
            name: name.clone(),
            value: String::new(),
            valid_from: None,
            valid_to: None,
            note: String::new(),
            position: next.to_string(),
            deleted: false,
        };
        insert(tx, &entry)?;
        place = Some(next);
        if first.is_empty() {
            first = name;
        }
        made.push(entry.id);
        known.push(entry);
    }
    match made.len() {
        0 => Err(Error::invalid(texts::must_not_be_empty(DictionaryField::Name.label()))),
        count => Ok((Action::new(Verb::Create, Kind::Dictionary, texts::tasks::and_others(&first, count)), made)),
    }
}

fn refuse_twin(known: &[DictionaryEntry], own: Option<DictionaryEntryId>, version: &str, name: &str) -> Result<()> {
    let twin = known.iter().any(|entry| Some(entry.id) != own && entry.version == version && entry.name == name);
    if twin { Err(Error::invalid(texts::entry_there_already(name, version))) } else { Ok(()) }
}

/// Sets a field of an entry from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: DictionaryEntryId, field: DictionaryField, typed: &str) -> Result<Action> {
    let (before, is_shipped) = stored::entry(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        DictionaryField::Name if !is_editable(&before) => {
            return Err(Error::invalid(texts::list_is_closed(before.list.label())));
        }
        DictionaryField::Name => {
            after.name = input::required(typed, word)?;
            refuse_twin(&stored::entries(tx, before.list)?, Some(id), &before.version, &after.name)?;
            if !before.list.is_versioned() {
                refuse_used(tx, &before)?;
                after.code.clone_from(&after.name);
            }
        }
        DictionaryField::Value => {
            let days = input::number(typed, word, 1, MOST_WORKING_DAYS)?;
            let days = days.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
            after.value = days.to_string();
        }
        DictionaryField::ValidFrom => after.valid_from = input::day(typed, word, tx.today)?,
        DictionaryField::ValidTo => after.valid_to = input::day(typed, word, tx.today)?,
        DictionaryField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    if let (Some(from), Some(to)) = (after.valid_from, after.valid_to)
        && to < from
    {
        return Err(Error::invalid(texts::validity_backwards(from, to)));
    }
    write(tx, is_shipped, &before, &after)?;
    Ok(Action::set(Kind::Dictionary, word, before.name))
}

/// Takes an entry out of its list, unless records bear it; returns what it is called.
pub fn trash(tx: &Tx<'_>, id: DictionaryEntryId) -> Result<String> {
    let (before, is_shipped) = stored::entry(tx, id)?;
    if !is_editable(&before) {
        return Err(Error::invalid(texts::list_is_closed(before.list.label())));
    }
    refuse_used(tx, &before)?;
    write(tx, is_shipped, &before, &DictionaryEntry { deleted: true, ..before.clone() })?;
    Ok(before.name)
}

fn refuse_used(tx: &Tx<'_>, entry: &DictionaryEntry) -> Result<()> {
    match stored::used(tx, entry)? {
        0 => Ok(()),
        used => Err(Error::invalid(texts::entry_in_use(&entry.name, used))),
    }
}

/// A shipped entry gets its row when it is first changed.
fn write(tx: &Tx<'_>, is_shipped: bool, before: &DictionaryEntry, after: &DictionaryEntry) -> Result<()> {
    if is_shipped && find::<DictionaryEntry>(tx, &[&before.id])?.is_none() {
        if before != after {
            insert(tx, after)?;
        }
        return Ok(());
    }
    update(tx, before, after).map(drop)
}
