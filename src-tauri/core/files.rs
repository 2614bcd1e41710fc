//! Files this program writes for people: whole or not at all.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
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

/// As [`write_whole`], for a file too large to hold in memory.
pub fn write_through(path: &Path, write: impl FnOnce(&mut fs::File) -> std::io::Result<()>) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let fresh = path.with_file_name(format!(".{name}.new"));
    let written = fs::File::create(&fresh).and_then(|mut file| {
        write(&mut file)?;
        file.sync_all()?;
        fs::rename(&fresh, path)
    });
    written.map_err(|error| {
        let _ = fs::remove_file(&fresh);
        Error::new(Code::Disk, texts::cannot_write(&file_name(path))).because(error)
    })
}

/// Runs a writer that keeps temporary files of its own and panics when the disk has no room for them: to the person that
/// is a file that could not be written.
pub fn guarded<T>(path: &Path, write: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(write)).unwrap_or_else(|_| {
        let fresh = path.with_file_name(format!(".{}.new", path.file_name().unwrap_or_default().to_string_lossy()));
        let _ = fs::remove_file(fresh);
        Err(Error::new(Code::Disk, texts::cannot_write(&file_name(path))).because("the writer panicked"))
    })
}
