//! The journal: one entry for each action (several, if it touched more than [`OPS_PER_ENTRY`] rows), written in the
//! action's own transaction. It serves undo, history and, between laptops, the merge (merge.md §7).

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};

use crate::action::Action;
use crate::error::{Code, Error, Result};
use crate::ids::Id;
use crate::storage::changeset::{self, Bound, OpKind, RowOp};
use crate::storage::rows::{self, REFERENCES};
use crate::storage::{SCHEMA_VERSION, meta};
use crate::texts;

/// Row operations in one entry at most, so that refolding one row of a large import stays cheap.
pub const OPS_PER_ENTRY: usize = 500;
/// Version of the rules by which entries fold to rows.
pub const FOLD_VERSION: i64 = 1;

/// Who writes, and when: everything an entry says beside what changed.
#[derive(Debug, Clone)]
pub struct Stamp {
    pub author: String,
    pub laptop: String,
    pub wall_ms: i64,
}

/// How an entry came about, which decides what undo and redo take back next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// An ordinary action: can be undone, and ends what could be redone.
    Action,
    /// Not offered to undo: the first content of a workbook (shipped lists), and a paper that left the room.
    Final,
    /// An undo of what stands at this place of the undo list.
    Undo(i64),
    /// A redo of it.
    Redo(i64),
}

/// Writes what an action changed into the journal and returns the row operations. Nothing changed, nothing written.
pub fn record(
    connection: &Connection,
    changes: &[u8],
    action: &Action,
    stamp: &Stamp,
    origin: Origin,
) -> Result<Vec<RowOp>> {
    let parts = changeset::split(changes, OPS_PER_ENTRY)?;
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let stream: Vec<u8> = meta::get(connection, "stream")?.ok_or_else(|| Error::internal("no stream"))?;
    let params = serde_json::to_string(action).map_err(Error::internal)?;
    let action_code = format!("{}.{}", action.verb.code(), action.kind.code());
    let group = (parts.len() > 1).then(random_id);
    let undoes = match origin {
        Origin::Undo(position) | Origin::Redo(position) => undone_entry(connection, position)?,
        _ => None,
    };
    let mut hlc: i64 = meta::get(connection, "last_hlc")?.unwrap_or(0);
    let mut n: i64 = meta::get(connection, "last_n")?.unwrap_or(0);
    let (mut first_seq, mut last_seq) = (None, 0);
    let mut all = Vec::new();
    for (bytes, ops) in parts {
        hlc = (stamp.wall_ms << 16).max(hlc + 1);
        n += 1;
        let id = random_id();
        let mut statement = connection.prepare_cached(
            "INSERT INTO jentry(hlc,id,stream,n,schema,fold,author,laptop,wall_ms,action,params,grp,undoes,cs)
             VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        )?;
        statement.execute(params![
            hlc,
            id,
            stream,
            n,
            SCHEMA_VERSION,
            FOLD_VERSION,
            stamp.author,
            stamp.laptop,
            stamp.wall_ms,
            action_code,
            params,
            group,
            undoes,
            bytes
        ])?;
        last_seq = connection.last_insert_rowid();
        first_seq.get_or_insert(last_seq);
        for op in &ops {
            index_row(connection, op, hlc, &id, last_seq)?;
        }
        all.extend(ops);
    }
    meta::set(connection, "last_hlc", hlc)?;
    meta::set(connection, "last_n", n)?;
    keep_undo(connection, origin, first_seq.unwrap_or(last_seq), last_seq, &params)?;
    Ok(all)
}

fn random_id() -> Vec<u8> {
    uuid::Uuid::new_v4().as_bytes().to_vec()
}

/// One line of the row's history; before it, the row as it was, if the journal knows nothing of it yet.
fn index_row(connection: &Connection, op: &RowOp, hlc: i64, id: &[u8], seq: i64) -> Result<()> {
    let table = rows::by_name(&op.table)?;
    let pk = op.pk();
    if op.kind != OpKind::Insert {
        let known = connection
            .prepare_cached("SELECT 1 FROM jrow WHERE tbl=? AND pk=? LIMIT 1")?
            .exists(params![table.number, pk])?;
        if !known && let Some(image) = before_image(connection, op)? {
            connection.prepare_cached("INSERT OR IGNORE INTO jbase(tbl,pk,img) VALUES(?,?,?)")?.execute(params![
                table.number,
                pk,
                image
            ])?;
        }
    }
    connection.prepare_cached("INSERT OR IGNORE INTO jrow(tbl,pk,hlc,id,seq) VALUES(?,?,?,?,?)")?.execute(params![
        table.number,
        pk,
        hlc,
        id,
        seq
    ])?;
    Ok(())
}

/// The row as it was before this change, as an image (see [`image`]).
fn before_image(connection: &Connection, op: &RowOp) -> Result<Option<Vec<u8>>> {
    let table = rows::by_name(&op.table)?;
    let current = match op.kind {
        OpKind::Delete => Some(op.old.iter().map(|cell| cell.clone().unwrap_or(Value::Null)).collect::<Vec<_>>()),
        _ => table.row(connection, &op.pk())?,
    };
    let Some(mut cells) = current else { return Ok(None) };
    for (cell, old) in cells.iter_mut().zip(&op.old) {
        if let Some(old) = old {
            *cell = old.clone();
        }
    }
    image(&cells).map(Some)
}

/// A row's cells as JSON: numbers and texts as they are, blobs as `{"b": hex}`.
fn image(cells: &[Value]) -> Result<Vec<u8>> {
    let cells: Vec<serde_json::Value> = cells
        .iter()
        .map(|cell| match cell {
            Value::Null => serde_json::Value::Null,
            Value::Integer(number) => (*number).into(),
            Value::Real(number) => (*number).into(),
            Value::Text(text) => text.clone().into(),
            Value::Blob(bytes) => {
                serde_json::json!({ "b": bytes.iter().map(|b| format!("{b:02x}")).collect::<String>() })
            }
        })
        .collect();
    serde_json::to_vec(&cells).map_err(Error::internal)
}

fn undone_entry(connection: &Connection, position: i64) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT e.id FROM jundo u JOIN jentry e ON e.seq=u.first_seq WHERE u.position=?";
    Ok(connection.prepare_cached(sql)?.query_row([position], |row| row.get(0)).optional()?)
}

/// Keeps the list of what can be undone and redone: an action goes on top and ends the redo list; an undo moves the
/// top over to redo, a redo moves it back, and each points to the entries that now have to be taken back.
fn keep_undo(connection: &Connection, origin: Origin, first_seq: i64, last_seq: i64, params: &str) -> Result<()> {
    match origin {
        Origin::Final => {}
        Origin::Action => {
            connection.prepare_cached("DELETE FROM jundo WHERE redo=1")?.execute([])?;
            connection
                .prepare_cached("INSERT INTO jundo(first_seq,last_seq,redo,params) VALUES(?,?,0,?)")?
                .execute(params![first_seq, last_seq, params])?;
        }
        Origin::Undo(position) | Origin::Redo(position) => {
            connection
                .prepare_cached("UPDATE jundo SET first_seq=?, last_seq=?, redo=? WHERE position=?")?
                .execute(params![first_seq, last_seq, matches!(origin, Origin::Undo(_)), position])?;
        }
    }
    Ok(())
}

/// What undo (or redo) would take back next.
pub struct Next {
    pub position: i64,
    pub first_seq: i64,
    pub last_seq: i64,
    pub action: Action,
}

/// The next thing to undo (`redo` false) or to redo.
pub fn next(connection: &Connection, redo: bool) -> Result<Option<Next>> {
    // Undo takes the latest action first; redo takes the one undone last, which is the earliest of those undone.
    let order = if redo { "ASC" } else { "DESC" };
    let sql = format!(
        "SELECT position, first_seq, last_seq, params FROM jundo WHERE redo=? ORDER BY position {order} LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query([redo])?;
    let Some(row) = found.next()? else { return Ok(None) };
    let action = serde_json::from_str(&row.get::<_, String>(3)?).map_err(Error::internal)?;
    Ok(Some(Next { position: row.get(0)?, first_seq: row.get(1)?, last_seq: row.get(2)?, action }))
}

/// Drops an undo (or redo) that turned out to have nothing left to take back.
pub fn forget(connection: &Connection, position: i64) -> Result<()> {
    connection.prepare_cached("DELETE FROM jundo WHERE position=?")?.execute([position])?;
    Ok(())
}

/// Drops from the undo list whatever wrote this row: its paper left the room (domain.md §1.8).
pub fn let_go(connection: &Connection, table: &str, id: Id) -> Result<()> {
    let sql = "DELETE FROM jundo WHERE EXISTS
      (SELECT 1 FROM jrow r WHERE r.tbl=?1 AND r.pk=?2 AND r.seq BETWEEN first_seq AND last_seq)";
    connection.prepare_cached(sql)?.execute(params![rows::by_name(table)?.number, id])?;
    Ok(())
}

/// Takes entries back cell by cell: a cell that still holds what the entry wrote gets its old value; a cell changed
/// since is kept. Returns how many cells were kept. To be called inside a recorded transaction.
pub fn take_back(connection: &Connection, first_seq: i64, last_seq: i64) -> Result<usize> {
    let mut kept = 0;
    for seq in (first_seq..=last_seq).rev() {
        let bytes: Vec<u8> =
            connection.prepare_cached("SELECT cs FROM jentry WHERE seq=?")?.query_row([seq], |row| row.get(0))?;
        for op in changeset::decode(&bytes)?.iter().rev() {
            kept += take_back_row(connection, op)?;
        }
    }
    Ok(kept)
}

fn take_back_row(connection: &Connection, op: &RowOp) -> Result<usize> {
    let table = rows::by_name(&op.table)?;
    let pk = op.pk();
    let current = table.row(connection, &pk)?;
    match (op.kind, current) {
        (OpKind::Delete, None) => {
            let mut columns = Vec::new();
            let mut values = Vec::new();
            for (column, cell) in table.columns.iter().zip(&op.old) {
                if let Some(value) = cell {
                    columns.push(*column);
                    values.push(value.clone());
                }
            }
            let marks = vec!["?"; columns.len()].join(",");
            let sql = format!("INSERT INTO {}({}) VALUES({marks})", table.name, columns.join(","));
            connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
            Ok(0)
        }
        (OpKind::Delete, Some(_)) | (OpKind::Update, None) | (OpKind::Insert, None) => Ok(1),
        (OpKind::Insert, Some(cells)) => {
            let untouched = op.new.iter().zip(&cells).all(|(new, now)| new.as_ref() == Some(now));
            if untouched && !is_referenced(connection, table.name, &pk)? {
                let sql = format!("DELETE FROM {} WHERE {}", table.name, table.key_condition());
                connection.prepare_cached(&sql)?.execute(params_from_iter(table.key_values(&pk)))?;
                return Ok(0);
            }
            let sql = format!("UPDATE {} SET deleted=1 WHERE {}", table.name, table.key_condition());
            connection.prepare_cached(&sql)?.execute(params_from_iter(table.key_values(&pk)))?;
            Ok(usize::from(!untouched))
        }
        (OpKind::Update, Some(cells)) => {
            let mut kept = 0;
            for (i, now) in cells.iter().enumerate().skip(table.keys) {
                let (Some(Some(old)), Some(Some(new))) = (op.old.get(i), op.new.get(i)) else { continue };
                if now != new {
                    kept += usize::from(now != old);
                    continue;
                }
                let keys: Vec<String> = table.columns[..table.keys].iter().map(|key| format!("{key}=?")).collect();
                let sql = format!("UPDATE {} SET {}=? WHERE {}", table.name, table.columns[i], keys.join(" AND "));
                let key_values = table.key_values(&pk);
                let mut values: Vec<Bound<'_>> = vec![Bound(old)];
                values.extend(key_values.iter().map(Bound));
                connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
            }
            Ok(kept)
        }
    }
}

/// Does a live row point to this one?
fn is_referenced(connection: &Connection, table: &str, pk: &[u8]) -> Result<bool> {
    for reference in REFERENCES.iter().filter(|reference| reference.to == table) {
        let sql = format!("SELECT 1 FROM {} WHERE {}=? AND deleted=0 LIMIT 1", reference.from, reference.column);
        if connection.prepare_cached(&sql)?.exists([pk])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// One line of a record's history.
#[derive(Debug, Clone)]
pub struct HistoryLine {
    pub seq: i64,
    pub wall_ms: i64,
    pub author: String,
    pub laptop: String,
    pub action: Action,
    pub op: RowOp,
}

/// What the journal knows of a row, newest first, `limit` lines at most.
pub fn history(connection: &Connection, table: i64, pk: &[u8], limit: usize) -> Result<Vec<HistoryLine>> {
    let sql = "SELECT e.seq, e.wall_ms, e.author, e.laptop, e.params, e.cs FROM jrow r JOIN jentry e ON e.seq=r.seq
               WHERE r.tbl=? AND r.pk=? ORDER BY r.hlc DESC, r.id DESC LIMIT ?";
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query(params![table, pk, limit as i64])?;
    let mut lines = Vec::new();
    while let Some(row) = found.next()? {
        let (params, bytes): (String, Vec<u8>) = (row.get(4)?, row.get(5)?);
        let action: Action = serde_json::from_str(&params).map_err(Error::internal)?;
        let name = rows::by_number(table)?.name;
        let op = changeset::decode(&bytes)?.into_iter().find(|op| op.table == name && op.pk() == pk);
        let Some(op) = op else { continue };
        lines.push(HistoryLine {
            seq: row.get(0)?,
            wall_ms: row.get(1)?,
            author: row.get(2)?,
            laptop: row.get(3)?,
            action,
            op,
        });
    }
    Ok(lines)
}

/// Deletions whose records still lie in the recycle bin, newest first: (seq of the first entry, time, author, action).
pub fn trashed(connection: &Connection, limit: usize, offset: usize) -> Result<Vec<(i64, i64, String, Action)>> {
    let sql = "SELECT seq, wall_ms, author, params, cs FROM jentry WHERE action >= 'trash.' AND action < 'trash/' ORDER BY seq DESC";
    let mut statement = connection.prepare_cached(sql)?;
    let mut found = statement.query([])?;
    let mut lines = Vec::new();
    let mut skipped = 0;
    while let Some(row) = found.next()? {
        let bytes: Vec<u8> = row.get(4)?;
        if !still_deleted(connection, &changeset::decode(&bytes)?)? {
            continue;
        }
        if skipped < offset {
            skipped += 1;
            continue;
        }
        let params: String = row.get(3)?;
        lines.push((row.get(0)?, row.get(1)?, row.get(2)?, serde_json::from_str(&params).map_err(Error::internal)?));
        if lines.len() == limit {
            break;
        }
    }
    Ok(lines)
}

fn still_deleted(connection: &Connection, ops: &[RowOp]) -> Result<bool> {
    for op in ops {
        let table = rows::by_name(&op.table)?;
        let Some(deleted) = table.column("deleted") else { continue };
        if op.written(deleted) != Some(&Value::Integer(1)) {
            continue;
        }
        if let Some(cells) = table.row(connection, &op.pk())?
            && cells[deleted] == Value::Integer(1)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Brings back what a deletion took away, keeping cells changed since; returns the deletion.
pub fn restore(connection: &Connection, seq: i64) -> Result<Action> {
    let mut statement = connection.prepare_cached("SELECT grp, action, params FROM jentry WHERE seq=?")?;
    let found: Option<(Option<Vec<u8>>, String, String)> =
        statement.query_row([seq], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
    let Some((group, _, params)) = found.filter(|(_, action, _)| action.starts_with("trash.")) else {
        return Err(Error::new(Code::NotFound, texts::nothing_to_restore()));
    };
    let last = match group {
        Some(group) => connection
            .prepare_cached("SELECT max(seq) FROM jentry WHERE seq BETWEEN ?1 AND ?1+100000 AND grp=?2")?
            .query_row(params![seq, group], |row| row.get(0))?,
        None => seq,
    };
    take_back(connection, seq, last)?;
    serde_json::from_str(&params).map_err(Error::internal)
}

/// When the last change was saved, in milliseconds since 1970.
pub fn last_saved(connection: &Connection) -> Result<Option<i64>> {
    let sql = "SELECT wall_ms FROM jentry ORDER BY seq DESC LIMIT 1";
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()?)
}

/// The identity of this workbook copy's stream of entries.
pub fn new_stream(connection: &Connection) -> Result<()> {
    meta::set(connection, "stream", random_id())?;
    meta::set(connection, "last_n", 0)
}

/// The row id inside a journal key of a table with a single key.
pub fn id_of(pk: &[u8]) -> Option<Id> {
    Id::from_bytes(pk.get(..16)?)
}
