//! The history of a record in words, and the recycle bin; both are read from the journal.

use rusqlite::Connection;
use rusqlite::types::Value;
use serde::Serialize;
use ts_rs::TS;

use crate::action::Kind;
use crate::clock::local;
use crate::error::{Error, Result};
use crate::ids::Id;
use crate::storage::changeset::{OpKind, RowOp};
use crate::storage::journal::{self, HistoryLine};
use crate::storage::names::{self, StoredNames};
use crate::storage::rows::REFERENCES;
use crate::storage::table::TableInfo;

/// One thing that happened to a record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HistoryEntry {
    /// Local time, ISO to the minute.
    pub at: String,
    pub author: String,
    pub laptop: String,
    /// The action in words: 修改完成时限：用地预审.
    pub action: String,
    pub changes: Vec<HistoryChange>,
}

/// One cell that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryChange {
    /// The field in words.
    pub field: String,
    pub from: String,
    pub to: String,
}

/// A deletion that can be taken back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Trashed {
    /// For `recycle_restore`.
    #[ts(type = "number")]
    pub entry: i64,
    pub at: String,
    pub author: String,
    pub kind: Kind,
    /// What was deleted, in words.
    pub what: String,
}

/// A moment as told: local time, ISO to the second.
pub fn moment(ms: i64) -> String {
    local(ms).format("%Y-%m-%dT%H:%M:%S").to_string()
}

/// The history of a record with that of the rows that belong to it (a task's dated facts and links), newest first.
pub fn of(connection: &Connection, id: Id, limit: usize) -> Result<Vec<HistoryEntry>> {
    let Some(table) = names::table_of(connection, id)? else { return Err(Error::not_found("记录")) };
    let mut lines: Vec<(&TableInfo, HistoryLine)> = Vec::new();
    for line in journal::history(connection, table.number, id.bytes(), limit)? {
        lines.push((table, line));
    }
    for (part, pk) in names::parts_of(connection, table, id, limit)? {
        // What 印发 froze says nothing that the action does not say.
        if part.name == "plan_task" {
            continue;
        }
        for line in journal::history(connection, part.number, &pk, limit)? {
            lines.push((part, line));
        }
    }
    lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.seq));
    let names = StoredNames(connection);
    let mut entries: Vec<(i64, HistoryEntry)> = Vec::new();
    for (table, line) in lines {
        let changes = changes(table, &line.op, &names);
        match entries.last_mut() {
            // Rows changed by one action make one entry.
            Some((seq, entry)) if *seq == line.seq => entry.changes.extend(changes),
            _ => {
                let at = moment(line.wall_ms);
                let action = line.action.label();
                entries
                    .push((line.seq, HistoryEntry { at, author: line.author, laptop: line.laptop, action, changes }));
            }
        }
    }
    entries.truncate(limit);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

/// Columns a history leaves out: they place or mark a row, or say what the action already says.
const SILENT: &[&str] =
    &["position", "sample", "id", "task_id", "on_day", "from_status", "old_due", "from_stage", "to_stage", "content"];

fn changes(table: &TableInfo, op: &RowOp, names: &StoredNames<'_>) -> Vec<HistoryChange> {
    let mut changes = Vec::new();
    for (i, column) in table.columns.iter().enumerate() {
        let whole = REFERENCES.iter().any(|one| one.part && one.from == table.name && one.column == *column);
        if SILENT.contains(column) || whole || (i < table.keys && table.keys == 1) {
            continue;
        }
        let say = |cells: &[Option<Value>]| match cells.get(i) {
            Some(Some(value)) => (table.shown)(i, value, names),
            _ => String::new(),
        };
        let (mut from, to) = (say(&op.old), say(&op.new));
        if op.kind == OpKind::Insert {
            from = match *column {
                "to_status" => {
                    cell(op, table, "from_status").map(|value| (table.shown)(i, value, names)).unwrap_or_default()
                }
                "new_due" => cell(op, table, "old_due").map(|value| (table.shown)(i, value, names)).unwrap_or_default(),
                _ => String::new(),
            };
        }
        let nothing_said = op.kind == OpKind::Insert && (to.is_empty() || (*column == "deleted" && to == "否"));
        if from != to && !nothing_said {
            changes.push(HistoryChange { field: table.labels[i].to_string(), from, to });
        }
    }
    changes
}

fn cell<'o>(op: &'o RowOp, table: &TableInfo, column: &str) -> Option<&'o Value> {
    op.new.get(table.column(column)?)?.as_ref()
}

/// The recycle bin, newest first.
pub fn trashed(connection: &Connection, limit: usize, offset: usize) -> Result<Vec<Trashed>> {
    let entries = journal::trashed(connection, limit, offset)?;
    Ok(entries
        .into_iter()
        .map(|(entry, at, author, action)| Trashed {
            entry,
            at: moment(at),
            author,
            kind: action.kind,
            what: action.subject,
        })
        .collect())
}
