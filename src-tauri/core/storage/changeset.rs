//! SQLite's changeset format (documented in sqlite3session.c), read and cut in plain Rust: a header for each table,
//! then its row operations. The journal keeps these bytes; undo, history, fold and merge read them here.

use rusqlite::types::{ToSql, ToSqlOutput, Value};

use crate::error::{Error, Result};

/// What happened to one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpKind {
    Insert,
    Update,
    Delete,
}

/// One row's change. A cell is `None` where the changeset does not hold it: an update holds the key and the cells
/// that changed, an insert only new values, a delete only old ones.
#[derive(Debug, Clone, PartialEq)]
pub struct RowOp {
    pub table: String,
    pub kind: OpKind,
    /// Which columns make the key.
    pub key: Vec<bool>,
    pub old: Vec<Option<Value>>,
    pub new: Vec<Option<Value>>,
}

impl RowOp {
    /// The row's key as kept in the journal: its 16-byte ids one after another.
    pub fn pk(&self) -> Vec<u8> {
        let cells = if self.kind == OpKind::Insert { &self.new } else { &self.old };
        let mut pk = Vec::with_capacity(16);
        for (cell, is_key) in cells.iter().zip(&self.key) {
            if let (true, Some(Value::Blob(id))) = (is_key, cell) {
                pk.extend_from_slice(id);
            }
        }
        pk
    }

    /// What this change wrote into a column; `None` if it left the column alone.
    pub fn written(&self, column: usize) -> Option<&Value> {
        self.new.get(column).and_then(Option::as_ref)
    }
}

/// Reads a whole changeset.
pub fn decode(bytes: &[u8]) -> Result<Vec<RowOp>> {
    let mut ops = Vec::new();
    for part in Reader::new(bytes) {
        ops.push(part?.op);
    }
    Ok(ops)
}

/// Cuts a changeset into changesets of at most `most` row operations each (an import of thousands of rows becomes
/// several journal entries, merge.md §7), and reads it on the way.
pub fn split(bytes: &[u8], most: usize) -> Result<Vec<(Vec<u8>, Vec<RowOp>)>> {
    let mut parts: Vec<(Vec<u8>, Vec<RowOp>)> = Vec::new();
    let mut header_in_part: Option<&[u8]> = None;
    for piece in Reader::new(bytes) {
        let piece = piece?;
        if parts.last().is_none_or(|(_, ops)| ops.len() >= most) {
            parts.push((Vec::new(), Vec::new()));
            header_in_part = None;
        }
        if let Some((part, ops)) = parts.last_mut() {
            if header_in_part != Some(piece.header) {
                part.extend_from_slice(piece.header);
                header_in_part = Some(piece.header);
            }
            part.extend_from_slice(piece.bytes);
            ops.push(piece.op);
        }
    }
    Ok(parts)
}

struct Piece<'b> {
    header: &'b [u8],
    bytes: &'b [u8],
    op: RowOp,
}

struct Reader<'b> {
    all: &'b [u8],
    at: usize,
    header: &'b [u8],
    table: String,
    key: Vec<bool>,
}

impl<'b> Reader<'b> {
    fn new(all: &'b [u8]) -> Self {
        Self { all, at: 0, header: &[], table: String::new(), key: Vec::new() }
    }

    fn take(&mut self, length: usize) -> Result<&'b [u8]> {
        let end = self.at.checked_add(length).filter(|end| *end <= self.all.len()).ok_or_else(broken)?;
        let bytes = &self.all[self.at..end];
        self.at = end;
        Ok(bytes)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn varint(&mut self) -> Result<usize> {
        let mut value = 0u64;
        for _ in 0..8 {
            let byte = self.byte()?;
            value = value << 7 | u64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                return usize::try_from(value).map_err(|_| broken());
            }
        }
        Err(broken())
    }

    fn header(&mut self) -> Result<()> {
        let start = self.at;
        self.at += 1; // 'T'
        let columns = self.varint()?;
        self.key = self.take(columns)?.iter().map(|flag| *flag != 0).collect();
        let length = self.all[self.at..].iter().position(|byte| *byte == 0).ok_or_else(broken)?;
        self.table = String::from_utf8(self.take(length)?.to_vec()).map_err(|_| broken())?;
        self.at += 1; // the terminating zero
        self.header = &self.all[start..self.at];
        Ok(())
    }

    fn record(&mut self) -> Result<Vec<Option<Value>>> {
        (0..self.key.len()).map(|_| self.value()).collect()
    }

    fn value(&mut self) -> Result<Option<Value>> {
        Ok(match self.byte()? {
            0 => None,
            1 => Some(Value::Integer(i64::from_be_bytes(self.eight()?))),
            2 => Some(Value::Real(f64::from_be_bytes(self.eight()?))),
            3 => {
                let length = self.varint()?;
                Some(Value::Text(String::from_utf8(self.take(length)?.to_vec()).map_err(|_| broken())?))
            }
            4 => {
                let length = self.varint()?;
                Some(Value::Blob(self.take(length)?.to_vec()))
            }
            5 => Some(Value::Null),
            _ => return Err(broken()),
        })
    }

    fn eight(&mut self) -> Result<[u8; 8]> {
        self.take(8)?.try_into().map_err(|_| broken())
    }

    fn piece(&mut self) -> Result<Piece<'b>> {
        while self.all[self.at] == b'T' {
            self.header()?;
            if self.at >= self.all.len() {
                return Err(broken());
            }
        }
        let start = self.at;
        let kind = match self.byte()? {
            18 => OpKind::Insert,
            23 => OpKind::Update,
            9 => OpKind::Delete,
            _ => return Err(broken()),
        };
        self.byte()?; // direct or through a trigger: the same to us
        let none = || vec![None; 0];
        let old = if kind == OpKind::Insert { none() } else { self.record()? };
        let new = if kind == OpKind::Delete { none() } else { self.record()? };
        let op = RowOp { table: self.table.clone(), kind, key: self.key.clone(), old, new };
        Ok(Piece { header: self.header, bytes: &self.all[start..self.at], op })
    }
}

impl<'b> Iterator for Reader<'b> {
    type Item = Result<Piece<'b>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.all.len() {
            return None;
        }
        let piece = self.piece();
        if piece.is_err() {
            self.at = self.all.len();
        }
        Some(piece)
    }
}

fn broken() -> Error {
    Error::internal("a changeset of the journal cannot be read")
}

/// Lets a borrowed [`Value`] be bound as a parameter.
pub struct Bound<'v>(pub &'v Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}
