//! 添加附件: files by path, or bytes that were pasted or dropped.

use std::fs::File;
use std::io::{Read, Seek};
use std::path::Path;

use chrono::NaiveDate;
use fractional_index::FractionalIndex;
use sha2::{Digest, Sha256};

use crate::attachments::{file_name, picture};
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, Id};
use crate::progress::Watch;
use crate::storage::attachments as stored;
use crate::storage::rows::Attachment;
use crate::storage::table::{Bytes, insert};
use crate::texts::attachments as texts;
use crate::workbook::Tx;

/// Of one file, in MB: more makes the workbook hard to copy to a stick or to send.
pub const MOST_MB: u64 = 200;
/// Larger pictures get no small copies: they would have to lie in memory whole.
const MOST_PICTURE: u64 = 60 << 20;

/// A file read once: looked through, not yet in the workbook.
pub struct Looked {
    pub name: String,
    file: Source,
    sha256: [u8; 32],
    bytes: u64,
    scaled: picture::Scaled,
}

enum Source {
    File(File),
    Memory(Vec<u8>),
}

/// Looks through a file: refuses what cannot be an attachment, before anything is written.
pub fn read_file(path: &Path, watch: &dyn Watch) -> Result<Looked> {
    let name = file_name::safe(&path.file_name().unwrap_or_default().to_string_lossy(), "附件");
    let unreadable = |error: std::io::Error| Error::invalid(texts::cannot_read(&name)).because(error);
    if path.is_dir() {
        return Err(Error::invalid(texts::is_folder(&name)));
    }
    let mut file = File::open(path).map_err(unreadable)?;
    let length = file.metadata().map_err(unreadable)?.len();
    refuse_size(&name, length)?;
    let (mut hash, mut seen, mut kept) = (Sha256::new(), 0u64, Vec::new());
    let keep = file_name::mime(&name).starts_with("image/") && length <= MOST_PICTURE;
    let mut chunk = vec![0; stored::CHUNK];
    loop {
        watch.check()?;
        let read = file.read(&mut chunk).map_err(unreadable)?;
        if read == 0 {
            break;
        }
        seen += read as u64;
        refuse_size(&name, seen)?;
        hash.update(&chunk[..read]);
        if keep {
            kept.extend_from_slice(&chunk[..read]);
        }
        watch.progress(seen, length, &texts::reading(&name));
    }
    refuse_size(&name, seen)?;
    Ok(Looked {
        file: Source::File(file),
        sha256: hash.finalize().into(),
        bytes: seen,
        scaled: picture::scale(&kept),
        name,
    })
}

/// Bytes pasted or dropped, under a name.
pub fn read_bytes(name: &str, bytes: Vec<u8>, today: NaiveDate) -> Result<Looked> {
    let name = file_name::safe(name, &texts::pasted_picture(&today.to_string()));
    refuse_size(&name, bytes.len() as u64)?;
    let picture = file_name::mime(&name).starts_with("image/") && bytes.len() as u64 <= MOST_PICTURE;
    let scaled = if picture { picture::scale(&bytes) } else { picture::Scaled::default() };
    let sha256 = Sha256::digest(&bytes).into();
    Ok(Looked { name, sha256, bytes: bytes.len() as u64, scaled, file: Source::Memory(bytes) })
}

fn refuse_size(name: &str, bytes: u64) -> Result<()> {
    match bytes {
        0 => Err(Error::invalid(texts::is_empty(name))),
        bytes if bytes > MOST_MB << 20 => Err(Error::invalid(texts::too_large(name, MOST_MB))),
        _ => Ok(()),
    }
}

/// Puts files that were looked through into the workbook, behind those the record has.
pub fn add(tx: &Tx<'_>, owner: Id, files: Vec<Looked>) -> Result<Vec<AttachmentId>> {
    if files.is_empty() {
        return Err(Error::invalid(texts::nothing_chosen()));
    }
    if !stored::is_live(tx, owner)? {
        return Err(Error::invalid(texts::owner_gone()));
    }
    let last = stored::last_position(tx, owner)?.and_then(|text| FractionalIndex::from_string(&text).ok());
    let mut place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let mut ids = Vec::new();
    for file in files {
        let Looked { name, file, sha256, bytes, scaled } = file;
        if !stored::has_bytes(tx, &sha256, bytes)? {
            let same = match file {
                Source::Memory(memory) => stored::put(tx, &sha256, &mut memory.as_slice())?,
                Source::File(mut file) => {
                    file.rewind().map_err(|error| Error::invalid(texts::cannot_read(&name)).because(error))?;
                    stored::put(tx, &sha256, &mut file)?
                }
            };
            if !same {
                return Err(Error::invalid(texts::changed_meanwhile(&name)));
            }
        }
        for (width, copy) in &scaled.copies {
            stored::put_scaled(tx, &sha256, *width, copy)?;
        }
        let row = Attachment {
            id: AttachmentId::new(),
            owner,
            sha256: Bytes(sha256.to_vec()),
            mime: file_name::mime(&name).to_owned(),
            name,
            bytes: bytes as i64,
            taken_on: scaled.taken_on,
            caption: String::new(),
            position: place.to_string(),
            deleted: false,
        };
        place = FractionalIndex::new_after(&place);
        insert(tx, &row)?;
        ids.push(row.id);
    }
    Ok(ids)
}
