//! 联系人 of an enterprise.

use crate::action::{Action, Kind};
use crate::error::Result;
use crate::ids::{ContactId, EnterpriseId};
use crate::input;
use crate::storage::enterprises as stored;
use crate::storage::rows::{Contact, Enterprise};
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;

codes! {
    /// A field of a contact that can be typed into.
    pub enum ContactField {
        Name => "name", "姓名";
        Post => "post", "职务";
        Mobile => "mobile", "手机";
        Tel => "tel", "电话";
        IsPrimary => "is_primary", "主要联系人";
        Note => "note", "备注";
    }
}

/// A new contact; the first of an enterprise is its primary one.
pub fn create(tx: &Tx<'_>, enterprise: EnterpriseId, name: &str) -> Result<Contact> {
    live::<Enterprise>(tx, enterprise)?;
    let contact = Contact {
        id: ContactId::new(),
        enterprise_id: enterprise,
        name: input::required(name, "姓名")?,
        post: String::new(),
        mobile: String::new(),
        tel: String::new(),
        is_primary: stored::contacts(tx, enterprise)?.is_empty(),
        note: String::new(),
        deleted: false,
    };
    insert(tx, &contact)?;
    Ok(contact)
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: ContactId, field: ContactField, typed: &str) -> Result<Action> {
    let before: Contact = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        ContactField::Name => after.name = input::required(typed, word)?,
        ContactField::Post => after.post = input::line(typed, word)?,
        ContactField::Mobile => after.mobile = input::phone(typed)?,
        ContactField::Tel => after.tel = input::phone(typed)?,
        ContactField::IsPrimary => {
            after.is_primary = matches!(typed.trim(), "true" | "是" | "1");
            if after.is_primary {
                for other in stored::contacts(tx, before.enterprise_id)? {
                    update(tx, &other, &Contact { is_primary: false, ..other.clone() })?;
                }
                update(tx, &Contact { is_primary: false, ..before.clone() }, &after)?;
                return Ok(Action::set(Kind::Contact, word, before.name));
            }
        }
        ContactField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Contact, word, before.name))
}

/// Moves a contact to the recycle bin; returns the name.
pub fn trash(tx: &Tx<'_>, id: ContactId) -> Result<String> {
    let before: Contact = live(tx, id)?;
    update(tx, &before, &Contact { deleted: true, ..before.clone() })?;
    Ok(before.name)
}
