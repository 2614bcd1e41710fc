//! The units every new workbook starts with.

use fractional_index::FractionalIndex;

use crate::departments::reference::shipped_units;
use crate::error::Result;
use crate::storage::rows::{Department, DepartmentAlias};
use crate::storage::table::insert;
use crate::workbook::Tx;

/// Writes the shipped units with their other names, in 机构序列.
pub fn found(tx: &Tx<'_>) -> Result<()> {
    let mut place = FractionalIndex::default();
    for unit in shipped_units() {
        insert(
            tx,
            &Department {
                id: unit.id(),
                short: unit.short.into(),
                full: unit.full.into(),
                kind: unit.kind,
                position: place.to_string(),
                valid_from: None,
                valid_to: None,
                tel: String::new(),
                note: String::new(),
                sample: false,
                deleted: false,
                merged_into_id: None,
            },
        )?;
        for (id, name) in unit.alias_rows() {
            insert(tx, &DepartmentAlias { id, department_id: unit.id(), name: name.into(), deleted: false })?;
        }
        place = FractionalIndex::new_after(&place);
    }
    Ok(())
}
