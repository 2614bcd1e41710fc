//! 新增单位.

use fractional_index::FractionalIndex;

use crate::departments::kind::DepartmentKind;
use crate::departments::resolve::normalise_unit_name;
use crate::error::{Error, Result};
use crate::ids::DepartmentId;
use crate::storage::departments as stored;
use crate::storage::rows::Department;
use crate::storage::table::insert;
use crate::workbook::Tx;
use crate::{input, texts};

/// A new unit, last in 机构序列. Its name may not be one that another unit answers to.
pub fn create(tx: &Tx<'_>, short: &str, kind: DepartmentKind) -> Result<Department> {
    let short = input::required(short, "单位简称")?;
    refuse_taken(tx, &short, None)?;
    let last = stored::last_position(tx)?.and_then(|text| FractionalIndex::from_string(&text).ok());
    let place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let unit = Department {
        id: DepartmentId::new(),
        short,
        full: String::new(),
        kind,
        position: place.to_string(),
        valid_from: None,
        valid_to: None,
        tel: String::new(),
        note: String::new(),
        sample: false,
        deleted: false,
        merged_into_id: None,
    };
    insert(tx, &unit)?;
    Ok(unit)
}

/// Refuses a name that another unit answers to.
pub(super) fn refuse_taken(tx: &Tx<'_>, name: &str, own: Option<DepartmentId>) -> Result<()> {
    let wanted = normalise_unit_name(name);
    for (id, other, short) in stored::all_names(tx)? {
        if Some(id) != own && normalise_unit_name(&other) == wanted {
            return Err(Error::invalid(texts::unit_name_taken(name, &short)));
        }
    }
    Ok(())
}
