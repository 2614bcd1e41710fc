//! Requests about attachments.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::{Context, Nothing};
use crate::attachments::add::{self, Looked};
use crate::attachments::list::AttachmentRow;
use crate::attachments::set::AttachmentField;
use crate::attachments::{picture, set, take_out, trash};
use crate::error::{Error, Result};
use crate::ids::{AttachmentId, Id};
use crate::storage::attachments as stored;
use crate::texts::attachments as texts;

/// The record whose attachments are meant.
#[derive(Debug, Deserialize, TS)]
pub struct AttachmentsOf {
    pub owner: Id,
}

/// Files for a record, by path.
#[derive(Debug, Deserialize, TS)]
pub struct AddAttachments {
    pub owner: Id,
    pub paths: Vec<String>,
}

/// A file for a record that has no path: pasted, or dropped onto the page.
#[derive(Debug, Deserialize, TS)]
pub struct PasteAttachment {
    pub owner: Id,
    /// Empty for a picture out of the clipboard.
    pub name: String,
    /// The bytes in base64.
    pub data: String,
}

/// Which attachment.
#[derive(Debug, Deserialize, TS)]
pub struct WhichAttachment {
    pub id: AttachmentId,
}

/// A field of an attachment, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetAttachment {
    pub id: AttachmentId,
    pub field: AttachmentField,
    pub text: String,
}

/// An attachment and the file to write.
#[derive(Debug, Deserialize, TS)]
pub struct SaveAttachment {
    pub id: AttachmentId,
    pub path: String,
}

/// A picture and how large it is wanted.
#[derive(Debug, Deserialize, TS)]
pub struct ViewAttachment {
    pub id: AttachmentId,
    /// The larger copy (1600 px) instead of the thumbnail (240 px).
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub large: bool,
}

/// A picture as an `<img>` takes it.
#[derive(Debug, Serialize, TS)]
pub struct AttachmentPicture {
    /// `data:image/jpeg;base64,…`
    pub url: String,
}

/// A private copy of an attachment.
#[derive(Debug, Serialize, TS)]
pub struct UnpackedAttachment {
    pub path: PathBuf,
}

pub(super) fn list(context: &Context<'_>, request: AttachmentsOf) -> Result<Vec<AttachmentRow>> {
    context.read(|connection| stored::list(connection, request.owner))
}

pub(super) fn add(context: &Context<'_>, request: AddAttachments) -> Result<Vec<AttachmentId>> {
    let files: Vec<Looked> =
        request.paths.iter().map(|path| add::read_file(Path::new(path), context.watch())).collect::<Result<_>>()?;
    keep(context, request.owner, files)
}

pub(super) fn paste(context: &Context<'_>, request: PasteAttachment) -> Result<Vec<AttachmentId>> {
    let bytes = STANDARD.decode(&request.data).map_err(|error| Error::invalid(texts::bad_paste()).because(error))?;
    let today = context.workbook()?.today();
    keep(context, request.owner, vec![add::read_bytes(&request.name, bytes, today)?])
}

fn keep(context: &Context<'_>, owner: Id, files: Vec<Looked>) -> Result<Vec<AttachmentId>> {
    let subject = match files.as_slice() {
        [one] => one.name.clone(),
        many => texts::so_many_files(many.len()),
    };
    context.transact(Action::new(Verb::Create, Kind::Attachment, subject), |tx| add::add(tx, owner, files))
}

pub(super) fn view(context: &Context<'_>, request: ViewAttachment) -> Result<Option<AttachmentPicture>> {
    let width = if request.large { picture::VIEW } else { picture::THUMBNAIL };
    let found = context.read(|connection| stored::scaled(connection, request.id, width))?;
    Ok(found.map(|(mime, bytes)| AttachmentPicture { url: format!("data:{mime};base64,{}", STANDARD.encode(bytes)) }))
}

pub(super) fn set(context: &Context<'_>, request: SetAttachment) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichAttachment) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Attachment, trash::trash(tx, request.id)?), Nothing {}))
    })
}

pub(super) fn save(context: &Context<'_>, request: SaveAttachment) -> Result<Nothing> {
    context.read(|connection| take_out::save(connection, request.id, Path::new(&request.path)))?;
    Ok(Nothing {})
}

pub(super) fn open(context: &Context<'_>, request: WhichAttachment) -> Result<UnpackedAttachment> {
    let folder = context.host.opened_folder();
    let path = context.read(|connection| take_out::unpack(connection, request.id, folder))?;
    Ok(UnpackedAttachment { path })
}
