//! 修改附件: its name or caption.

use crate::action::{Action, Kind};
use crate::attachments::file_name;
use crate::error::Result;
use crate::ids::AttachmentId;
use crate::input;
use crate::storage::rows::Attachment;
use crate::storage::table::{live, update};
use crate::workbook::Tx;

codes! {
    /// A field of an attachment that can be typed into.
    pub enum AttachmentField {
        Name => "name", "文件名";
        Caption => "caption", "说明";
    }
}

/// Sets a field from what was typed; returns the action by name. A name keeps its ending when none is typed.
pub fn set(tx: &Tx<'_>, id: AttachmentId, field: AttachmentField, typed: &str) -> Result<Action> {
    let before: Attachment = live(tx, id)?;
    let mut after = before.clone();
    match field {
        AttachmentField::Name => {
            let typed = input::required(typed, field.label())?;
            let ending = file_name::split(&before.name).1;
            let whole = if file_name::split(&typed).1.is_empty() { format!("{typed}{ending}") } else { typed };
            after.name = file_name::safe(&whole, &before.name);
        }
        AttachmentField::Caption => after.caption = input::text(typed, field.label(), input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Attachment, field.label(), before.name))
}
