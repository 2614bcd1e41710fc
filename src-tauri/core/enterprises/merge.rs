//! 合并企业: two records turn out to be one firm. What belongs to the one goes over to the other; its names become other
//! names of the other; what the other does not know is taken over. One action, so one 撤销 takes it back.

use crate::enterprises::set::add_alias;
use crate::error::{Error, Result};
use crate::ids::EnterpriseId;
use crate::storage::enterprises as stored;
use crate::storage::rows::{Enterprise, SessionGuest};
use crate::storage::table::{live, update};
use crate::texts;
use crate::workbook::Tx;

/// Merges `gone` into `kept`; returns both names, kept first.
pub fn merge(tx: &Tx<'_>, kept: EnterpriseId, gone: EnterpriseId) -> Result<(String, String)> {
    if kept == gone {
        return Err(Error::invalid(texts::merge_with_itself()));
    }
    let before: Enterprise = live(tx, kept)?;
    let other: Enterprise = live(tx, gone)?;
    let mut after = before.clone();
    let fill = |mine: &mut String, theirs: &String| {
        if mine.is_empty() {
            mine.clone_from(theirs);
        }
    };
    fill(&mut after.name_short, &other.name_short);
    fill(&mut after.address, &other.address);
    fill(&mut after.note, &other.note);
    if after.district.is_none() {
        after.district = other.district.clone();
        after.district_as_stated = other.district_as_stated.clone();
    }
    after.uscc = after.uscc.or_else(|| other.uscc.clone());
    after.size_class = after.size_class.or(other.size_class);
    after.ownership = after.ownership.or(other.ownership);
    after.employees = after.employees.or(other.employees);
    after.revenue = after.revenue.or_else(|| other.revenue.clone());
    for label in &other.labels.0 {
        if !after.labels.0.contains(label) {
            after.labels.0.push(*label);
        }
    }
    update(tx, &before, &after)?;
    for name in stored::names_of(tx, gone)? {
        if name != after.name_full && name != after.name_short {
            add_alias(tx, kept, &name)?;
        }
    }
    stored::move_everything(tx, gone, kept)?;
    for guest in crate::storage::sessions::guests_of_record(tx, gone.into())? {
        update(tx, &guest, &SessionGuest { enterprise_id: Some(kept), ..guest.clone() })?;
    }
    update(tx, &other, &Enterprise { deleted: true, ..other.clone() })?;
    Ok((before.name_full, other.name_full))
}
