//! Files this program writes for people: whole or not at all.

use std::fs;
use std::path::Path;

use crate::error::{Code, Error, Result};
use crate::storage::open::file_name;
use crate::texts;

/// Writes a file beside its place first and then moves it there, so that a full disk or a power cut leaves the old file
/// or the new one.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let fresh = path.with_file_name(format!(".{name}.new"));
    let written = fs::write(&fresh, bytes).and_then(|()| fs::rename(&fresh, path));
    written.map_err(|error| {
        let _ = fs::remove_file(&fresh);
        Error::new(Code::Disk, texts::cannot_write(&file_name(path))).because(error)
    })
}
