//! An attachment as a file again: saved where somebody wants it, or as a private copy to be opened.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::attachments::file_name;
use crate::error::{Code, Error, Result};
use crate::files::write_whole;
use crate::ids::AttachmentId;
use crate::storage::attachments as stored;
use crate::storage::rows::Attachment;
use crate::storage::table::live;
use crate::texts;

/// Its bytes, compared with their checksum.
pub fn bytes(connection: &Connection, id: AttachmentId) -> Result<(Attachment, Vec<u8>)> {
    let row: Attachment = live(connection, id)?;
    match stored::bytes(connection, &row.sha256.0)? {
        Some(bytes) => Ok((row, bytes)),
        None => Err(Error::new(Code::Damaged, texts::attachments::bytes_missing(&row.name))),
    }
}

/// 另存为.
pub fn save(connection: &Connection, id: AttachmentId, path: &Path) -> Result<()> {
    write_whole(path, &bytes(connection, id)?.1)
}

/// Writes a private copy, not to be edited, into a fresh folder below `folder`; returns its path.
pub fn unpack(connection: &Connection, id: AttachmentId, folder: &Path) -> Result<PathBuf> {
    let (row, bytes) = bytes(connection, id)?;
    let own = folder.join(uuid::Uuid::new_v4().to_string());
    let failed = |error: std::io::Error| Error::new(Code::Disk, texts::disk_failing()).because(error);
    fs::create_dir_all(&own).map_err(failed)?;
    keep_private(&own).map_err(failed)?;
    let path = own.join(file_name::safe(&row.name, "附件"));
    write_whole(&path, &bytes)?;
    // What is typed into this copy would be lost: programs say so when they see it is not to be written.
    let mut permissions = fs::metadata(&path).map_err(failed)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).map_err(failed)?;
    Ok(path)
}

#[cfg(unix)]
fn keep_private(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

/// On Windows the folder of a user's settings is theirs alone.
#[cfg(not(unix))]
fn keep_private(_: &Path) -> std::io::Result<()> {
    Ok(())
}
