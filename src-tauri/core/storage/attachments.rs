//! Attachments and their bytes. Bytes lie once per content (SHA-256) in chunks, in tables no session records; they stay
//! while any attachment names them, in the recycle bin too, and while an undone one could be done again.

use std::io::Read;

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use crate::attachments::list::AttachmentRow;
use crate::attachments::picture;
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, Id, PlanId};
use crate::storage::journal;
use crate::storage::rows::{self, TABLES};
use crate::texts::attachments as texts;

/// Bytes of a chunk.
pub const CHUNK: usize = 256 << 10;

/// Is this the key of a record in use, of whatever kind?
pub fn is_live(connection: &Connection, owner: Id) -> Result<bool> {
    for table in TABLES.iter().filter(|table| table.keys == 1) {
        let sql = format!("SELECT 1 FROM {} WHERE {}=? AND deleted=0", table.name, table.columns[0]);
        if connection.prepare_cached(&sql)?.exists([owner])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The last place among the attachments of a record.
pub fn last_position(connection: &Connection, owner: Id) -> Result<Option<String>> {
    let sql = "SELECT max(position) FROM attachment WHERE owner=? AND deleted=0";
    Ok(connection.prepare_cached(sql)?.query_row([owner], |row| row.get(0))?)
}

/// The attachments of a record, in their order.
pub fn list(connection: &Connection, owner: Id) -> Result<Vec<AttachmentRow>> {
    let sql = "SELECT a.id, a.name, a.mime, a.bytes, a.taken_on, a.caption,
                 EXISTS(SELECT 1 FROM attachment_scaled s WHERE s.sha256=a.sha256 AND s.width=?2)
               FROM attachment a WHERE a.owner=?1 AND a.deleted=0 ORDER BY a.position, a.id";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_map(params![owner, picture::THUMBNAIL], |row| {
        Ok(AttachmentRow {
            id: row.get(0)?,
            name: row.get(1)?,
            mime: row.get(2)?,
            bytes: row.get(3)?,
            taken_on: row.get(4)?,
            caption: row.get(5)?,
            picture: row.get(6)?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Are all bytes of this content here?
pub fn has_bytes(connection: &Connection, sha256: &[u8], bytes: u64) -> Result<bool> {
    let sql = "SELECT COALESCE(sum(length(bytes)), 0) FROM attachment_chunk WHERE sha256=?";
    let stored: i64 = connection.prepare_cached(sql)?.query_row([sha256], |row| row.get(0))?;
    Ok(stored as u64 == bytes)
}

/// Writes a content in chunks; false if it is not the one announced (the action must then be refused).
pub fn put(connection: &Connection, sha256: &[u8], from: &mut dyn Read) -> Result<bool> {
    connection.prepare_cached("DELETE FROM attachment_chunk WHERE sha256=?")?.execute([sha256])?;
    let mut insert = connection.prepare_cached("INSERT INTO attachment_chunk(sha256,n,bytes) VALUES(?,?,?)")?;
    let mut hash = Sha256::new();
    for n in 0i64.. {
        let mut chunk = Vec::new();
        (&mut *from)
            .take(CHUNK as u64)
            .read_to_end(&mut chunk)
            .map_err(|error| Error::invalid(texts::cannot_read("")).because(error))?;
        if chunk.is_empty() {
            break;
        }
        hash.update(&chunk);
        insert.execute(params![sha256, n, chunk])?;
    }
    Ok(hash.finalize().as_slice() == sha256)
}

/// The bytes of a content; `None` if they are not all here or not as they were.
pub fn bytes(connection: &Connection, sha256: &[u8]) -> Result<Option<Vec<u8>>> {
    let mut statement = connection.prepare_cached("SELECT bytes FROM attachment_chunk WHERE sha256=? ORDER BY n")?;
    let mut rows = statement.query([sha256])?;
    let mut whole = Vec::new();
    while let Some(row) = rows.next()? {
        whole.extend_from_slice(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?);
    }
    Ok((Sha256::digest(&whole).as_slice() == sha256).then_some(whole))
}

/// Keeps a small copy of a picture.
pub fn put_scaled(connection: &Connection, sha256: &[u8], width: u32, jpeg: &[u8]) -> Result<()> {
    let sql = "INSERT OR REPLACE INTO attachment_scaled(sha256,width,mime,bytes) VALUES(?,?,'image/jpeg',?)";
    connection.prepare_cached(sql)?.execute(params![sha256, width, jpeg])?;
    Ok(())
}

/// The small copy of an attachment within `width` pixels: (media type, bytes).
pub fn scaled(connection: &Connection, id: AttachmentId, width: u32) -> Result<Option<(String, Vec<u8>)>> {
    let sql = "SELECT s.mime, s.bytes FROM attachment a JOIN attachment_scaled s ON s.sha256=a.sha256
               WHERE a.id=? AND a.deleted=0 AND s.width=?";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params![id, width], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// Takes away bytes that no attachment, issued plan or template names, unless an undone action could still bring one back. Returns how many
/// contents went.
pub fn drop_unused(connection: &Connection) -> Result<usize> {
    if journal::next(connection, true)?.is_some() {
        return Ok(0);
    }
    let unused = "sha256 NOT IN (SELECT sha256 FROM attachment UNION SELECT sha256 FROM plan_paper UNION SELECT sha256 FROM paper_template)";
    connection.execute(&format!("DELETE FROM attachment_scaled WHERE {unused}"), [])?;
    let sql = format!("SELECT count(DISTINCT sha256) FROM attachment_chunk WHERE {unused}");
    let count: i64 = connection.query_row(&sql, [], |row| row.get(0))?;
    connection.execute(&format!("DELETE FROM attachment_chunk WHERE {unused}"), [])?;
    Ok(count as usize)
}

/// Names of attachments in use whose bytes are not all here.
pub fn without_bytes(connection: &Connection) -> Result<Vec<(AttachmentId, String)>> {
    let sql = "SELECT a.id, a.name FROM attachment a WHERE a.deleted=0 AND a.bytes<>
               (SELECT COALESCE(sum(length(c.bytes)), 0) FROM attachment_chunk c WHERE c.sha256=a.sha256) LIMIT 200";
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Papers of issued plans whose bytes are not all here: the plan, and the file's name.
pub fn papers_without_bytes(connection: &Connection) -> Result<Vec<(PlanId, String)>> {
    let sql = "SELECT a.plan_id, a.name FROM plan_paper a WHERE a.deleted=0 AND a.bytes<>
               (SELECT COALESCE(sum(length(c.bytes)), 0) FROM attachment_chunk c WHERE c.sha256=a.sha256) LIMIT 200";
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The record whose page shows what this record belongs to: its table and key. A record with a page of its own is
/// itself; evidence leads over its landing to the project.
pub fn shown_at(connection: &Connection, owner: Id) -> Result<Option<(&'static str, Id)>> {
    for table in TABLES.iter().filter(|table| table.keys == 1) {
        let there = format!("SELECT 1 FROM {} WHERE id=? AND deleted=0", table.name);
        if !connection.prepare_cached(&there)?.exists([owner])? {
            continue;
        }
        for (column, whole) in [("project_id", "project"), ("enterprise_id", "enterprise"), ("landing_id", "landing")] {
            if matches!(table.name, "task" | "plan") || table.column(column).is_none() {
                continue;
            }
            let sql = format!("SELECT {column} FROM {} WHERE id=?", table.name);
            let found: Option<Id> = connection.prepare_cached(&sql)?.query_row([owner], |row| row.get(0))?;
            match found {
                Some(id) if whole == "landing" => return shown_at(connection, id),
                Some(id) => return Ok(Some((whole, id))),
                None => {}
            }
        }
        return Ok(Some((rows::by_name(table.name)?.name, owner)));
    }
    Ok(None)
}
