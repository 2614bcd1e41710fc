//! Tables that travel between laptops, declared once: [`table!`] makes the row type, its reader and writer, and the
//! words its history is told in. Every such table obeys merge.md §7; `tests/schema.rs` enforces it.

use rusqlite::types::{ToSql, Value};
use rusqlite::{Connection, Row, params_from_iter};

use crate::error::{Error, Result};
use crate::storage::shown::Names;

/// A row of a travelling table.
pub trait Record: Sized + Clone {
    /// The table's name.
    const TABLE: &'static str;
    /// The table's number in the journal: fixed, never used again.
    const NUMBER: i64;
    /// What one row is called (任务).
    const NOUN: &'static str;
    /// The columns in the order of the schema; the key comes first, `deleted` is among them.
    const COLUMNS: &'static [&'static str];
    /// What each column is called in a history, in the same order.
    const LABELS: &'static [&'static str];
    /// How many of the first columns make the key.
    const KEYS: usize;

    /// Reads a row whose columns stand in the order of [`Self::COLUMNS`].
    fn read(row: &Row<'_>) -> rusqlite::Result<Self>;
    /// The values in the order of [`Self::COLUMNS`].
    fn values(&self) -> Vec<&dyn ToSql>;
    /// Is the row in the recycle bin (or the link taken away)?
    fn is_deleted(&self) -> bool;
    /// A stored value of a column in words.
    fn shown(column: usize, value: &Value, names: &dyn Names) -> String;
}

/// What the journal needs to know of a travelling table without its row type.
#[derive(Clone, Copy)]
pub struct TableInfo {
    pub name: &'static str,
    pub number: i64,
    pub noun: &'static str,
    pub columns: &'static [&'static str],
    pub labels: &'static [&'static str],
    pub keys: usize,
    pub shown: fn(usize, &Value, &dyn Names) -> String,
}

impl TableInfo {
    /// Of a row type.
    pub const fn of<R: Record>() -> Self {
        Self {
            name: R::TABLE,
            number: R::NUMBER,
            noun: R::NOUN,
            columns: R::COLUMNS,
            labels: R::LABELS,
            keys: R::KEYS,
            shown: R::shown,
        }
    }

    /// `id=?1` or `a=?1 AND b=?2`.
    pub fn key_condition(&self) -> String {
        let parts: Vec<String> =
            self.columns[..self.keys].iter().enumerate().map(|(i, c)| format!("{c}=?{}", i + 1)).collect();
        parts.join(" AND ")
    }

    /// The key's parts out of the journal's form.
    pub fn key_values(&self, pk: &[u8]) -> Vec<Value> {
        pk.chunks(16).map(|part| Value::Blob(part.to_vec())).collect()
    }

    /// Where a column stands.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| *column == name)
    }

    /// All cells of a row as stored, or `None` if it is not there.
    pub fn row(&self, connection: &Connection, pk: &[u8]) -> Result<Option<Vec<Value>>> {
        let sql = format!("SELECT {} FROM {} WHERE {}", self.columns.join(","), self.name, self.key_condition());
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(self.key_values(pk)))?;
        match rows.next()? {
            Some(row) => Ok(Some((0..self.columns.len()).map(|i| row.get(i)).collect::<rusqlite::Result<_>>()?)),
            None => Ok(None),
        }
    }
}

/// Raw bytes in a column: a checksum.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Bytes(pub Vec<u8>);

impl ToSql for Bytes {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        Ok(self.0.as_slice().into())
    }
}

impl rusqlite::types::FromSql for Bytes {
    fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
        Ok(Self(value.as_blob()?.to_vec()))
    }
}

/// `SELECT` of all columns of a table, for `{}` to be followed by a condition.
pub fn select<R: Record>(tail: &str) -> String {
    let columns: Vec<String> = R::COLUMNS.iter().map(|column| format!("t.{column}")).collect();
    format!("SELECT {} FROM {} t {tail}", columns.join(","), R::TABLE)
}

/// Writes a new row.
pub fn insert<R: Record>(connection: &Connection, row: &R) -> Result<()> {
    let marks = vec!["?"; R::COLUMNS.len()].join(",");
    let sql = format!("INSERT INTO {}({}) VALUES({marks})", R::TABLE, R::COLUMNS.join(","));
    connection.prepare_cached(&sql)?.execute(params_from_iter(row.values()))?;
    Ok(())
}

/// Writes the columns in which `after` differs from `before`; returns whether any does. Only what changed is
/// written, so that two people editing different columns never conflict.
pub fn update<R: Record>(connection: &Connection, before: &R, after: &R) -> Result<bool> {
    let (old, new) = (before.values(), after.values());
    let mut columns = Vec::new();
    let mut values = Vec::new();
    for i in R::KEYS..R::COLUMNS.len() {
        if old[i].to_sql()? != new[i].to_sql()? {
            columns.push(format!("{}=?", R::COLUMNS[i]));
            values.push(new[i]);
        }
    }
    if columns.is_empty() {
        return Ok(false);
    }
    let keys: Vec<String> = R::COLUMNS[..R::KEYS].iter().map(|column| format!("{column}=?")).collect();
    values.extend_from_slice(&new[..R::KEYS]);
    let sql = format!("UPDATE {} SET {} WHERE {}", R::TABLE, columns.join(","), keys.join(" AND "));
    connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
    Ok(true)
}

/// A row by its key, also if it is in the recycle bin.
pub fn find<R: Record>(connection: &Connection, key: &[&dyn ToSql]) -> Result<Option<R>> {
    let condition: Vec<String> = R::COLUMNS[..R::KEYS].iter().map(|column| format!("t.{column}=?")).collect();
    one(connection, &format!("WHERE {}", condition.join(" AND ")), key)
}

/// A row by its key that is not in the recycle bin; otherwise the refusal that says so.
pub fn live<R: Record>(connection: &Connection, id: impl ToSql) -> Result<R> {
    find::<R>(connection, &[&id])?.filter(|row| !row.is_deleted()).ok_or_else(|| Error::not_found(R::NOUN))
}

/// The first row of `SELECT … FROM table t {tail}`.
pub fn one<R: Record>(connection: &Connection, tail: &str, params: &[&dyn ToSql]) -> Result<Option<R>> {
    let mut statement = connection.prepare_cached(&select::<R>(tail))?;
    let mut rows = statement.query(params)?;
    Ok(rows.next()?.map(R::read).transpose()?)
}

/// All rows of `SELECT … FROM table t {tail}`.
pub fn all<R: Record>(connection: &Connection, tail: &str, params: &[&dyn ToSql]) -> Result<Vec<R>> {
    let mut statement = connection.prepare_cached(&select::<R>(tail))?;
    let rows = statement.query_map(params, R::read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Declares a travelling table: `struct Row in "table" = number, "名词", keys n { column: Type => "标签", … }`.
macro_rules! table {
    ($(#[$doc:meta])* pub struct $name:ident in $table:literal = $number:literal, $noun:literal, keys $keys:literal {
        $($(#[$fdoc:meta])* $field:ident: $type:ty => $label:literal,)+
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[$fdoc])* #[doc = $label] pub $field: $type,)+ }

        impl $crate::storage::table::Record for $name {
            const TABLE: &'static str = $table;
            const NUMBER: i64 = $number;
            const NOUN: &'static str = $noun;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];
            const LABELS: &'static [&'static str] = &[$($label),+];
            const KEYS: usize = $keys;

            fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Self> {
                let mut index = 0;
                $(let $field: $type = row.get(index)?; index += 1;)+
                let _ = index;
                Ok(Self { $($field),+ })
            }

            fn values(&self) -> Vec<&dyn rusqlite::types::ToSql> {
                vec![$(&self.$field),+]
            }

            fn is_deleted(&self) -> bool {
                self.deleted
            }

            fn shown(column: usize, value: &rusqlite::types::Value, names: &dyn $crate::storage::shown::Names) -> String {
                type Show = fn(&rusqlite::types::Value, &dyn $crate::storage::shown::Names) -> String;
                const SHOW: &[Show] = &[$(<$type as $crate::storage::shown::Shown>::shown),+];
                SHOW.get(column).map(|show| show(value, names)).unwrap_or_default()
            }
        }
    };
}
pub(crate) use table;
