//! What a zip package holds, and whether it may be unpacked at all.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{Format, damaged, locked};
use crate::progress::Watch;
use crate::texts::ledgers as texts;
use crate::{Error, Result};

/// The most a package may unpack to, bytes, all its parts together.
const MAX_UNPACKED: u64 = 512 << 20;
/// The most parts a package may have; an office's workbook has some dozens.
const MAX_PARTS: usize = 10_000;

/// Tells what kind of package it is, after making sure that it is no zip bomb.
pub(super) fn format_of(bytes: &[u8], watch: &dyn Watch) -> Result<Format> {
    format_within(bytes, MAX_UNPACKED, watch)
}

/// Counts by unpacking, as a declared size may lie; fails beyond `limit` bytes.
pub(super) fn format_within(bytes: &[u8], limit: u64, watch: &dyn Watch) -> Result<Format> {
    let bomb = || Error::invalid(texts::zip_bomb(limit >> 20));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > MAX_PARTS {
        return Err(bomb());
    }
    let mut left = limit;
    let mut buffer = vec![0; 64 << 10];
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(damaged)?;
        if part.encrypted() {
            return Err(locked());
        }
        if part.size() > left {
            return Err(bomb());
        }
        drop(part);
        let mut part = archive.by_index(index).map_err(damaged)?;
        loop {
            watch.check()?;
            let count = part.read(&mut buffer).map_err(damaged)? as u64;
            if count == 0 {
                break;
            }
            left = left.checked_sub(count).ok_or_else(bomb)?;
        }
    }
    kind(&mut archive)
}

fn kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Format> {
    let has = |archive: &ZipArchive<Cursor<&[u8]>>, start: &str| {
        archive.file_names().flatten().any(|name| name.to_ascii_lowercase().starts_with(start))
    };
    if has(archive, "xl/workbook.bin") {
        return Err(Error::invalid(texts::binary_workbook()));
    }
    if has(archive, "xl/") {
        return Ok(Format::Xlsx);
    }
    if has(archive, "word/") {
        return Err(Error::invalid(texts::word_document()));
    }
    match part(archive, "mimetype") {
        Some(kind) if kind.contains("opendocument.spreadsheet") => match part(archive, "META-INF/manifest.xml") {
            Some(manifest) if manifest.contains("encryption-data") => Err(locked()),
            _ => Ok(Format::Ods),
        },
        _ => Err(Error::invalid(texts::not_a_workbook())),
    }
}

/// The text of a small part, if it is there.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    archive.by_name(name).ok()?.read_to_string(&mut text).ok()?;
    Some(text)
}
