//! 新增企业.

use crate::error::Result;
use crate::ids::EnterpriseId;
use crate::input;
use crate::storage::rows::Enterprise;
use crate::storage::shown::Many;
use crate::storage::table::insert;
use crate::workbook::Tx;

/// A new enterprise of this name; everything else is empty until it is known. A likely duplicate is a warning of the
/// window ([`super::duplicates`]), not a refusal: two firms may have names alike.
pub fn create(tx: &Tx<'_>, name: &str) -> Result<Enterprise> {
    let enterprise = blank(input::required(name, "企业名称")?);
    insert(tx, &enterprise)?;
    Ok(enterprise)
}

/// An enterprise of which only the name is known.
pub fn blank(name_full: String) -> Enterprise {
    Enterprise {
        id: EnterpriseId::new(),
        name_full,
        name_short: String::new(),
        uscc: None,
        district: None,
        district_as_stated: String::new(),
        address: String::new(),
        size_class: None,
        ownership: None,
        labels: Many(Vec::new()),
        employees: None,
        revenue: None,
        verify: String::new(),
        note: String::new(),
        sample: false,
        deleted: false,
    }
}
