//! 合并单位 and 更名: a unit goes on as another from a day on. What is still open goes over with the people; what was done
//! before that day stays with the old unit, so that old papers and answers keep the name they were given under. One
//! action, so one 撤销 takes it back.

use chrono::NaiveDate;
use fractional_index::FractionalIndex;

use crate::departments::create::refuse_taken;
use crate::error::{Error, Result};
use crate::ids::DepartmentId;
use crate::storage::department_merge as stored;
use crate::storage::rows::Department;
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

/// Merges `gone` into `kept` from a day on; returns both names, kept first.
pub fn merge(tx: &Tx<'_>, kept: DepartmentId, gone: DepartmentId, on: NaiveDate) -> Result<(String, String)> {
    if kept == gone {
        return Err(Error::invalid(texts::unit_into_itself()));
    }
    let successor: Department = live(tx, kept)?;
    let before: Department = live(tx, gone)?;
    for unit in [&successor, &before] {
        if unit.merged_into_id.is_some() {
            return Err(Error::invalid(texts::unit_is_gone(&unit.short)));
        }
    }
    refuse_day(tx, &before, on)?;
    stored::move_what_is_open(tx, gone, kept)?;
    for former in stored::merged_into(tx, gone)? {
        update(tx, &former, &Department { merged_into_id: Some(kept), ..former.clone() })?;
    }
    let after = Department { merged_into_id: Some(kept), valid_to: Some(on), ..before.clone() };
    update(tx, &before, &after)?;
    Ok((successor.short, before.short))
}

/// The unit is called otherwise from a day on; returns the new unit, its name and the old one.
pub fn rename(
    tx: &Tx<'_>,
    id: DepartmentId,
    short: &str,
    full: &str,
    on: NaiveDate,
) -> Result<(DepartmentId, String, String)> {
    let before: Department = live(tx, id)?;
    let short = input::required(short, "简称")?;
    if short == before.short {
        return Err(Error::invalid(texts::same_unit_name(&short)));
    }
    refuse_taken(tx, &short, Some(id))?;
    refuse_day(tx, &before, on)?;
    let successor = Department {
        id: DepartmentId::new(),
        short,
        full: input::line(full, "全称")?,
        position: place_behind(tx, &before)?,
        valid_from: Some(on),
        valid_to: None,
        ..before.clone()
    };
    insert(tx, &successor)?;
    let (new, old) = merge(tx, successor.id, id, on)?;
    Ok((successor.id, new, old))
}

/// A reform that has not come moves nothing yet, and a unit ends after it began.
fn refuse_day(tx: &Tx<'_>, unit: &Department, on: NaiveDate) -> Result<()> {
    if on > tx.today {
        return Err(Error::invalid(texts::tasks::not_yet("合并或更名", on, tx.today)));
    }
    match unit.valid_from {
        Some(from) if on < from => Err(Error::invalid(texts::validity_backwards(from, on))),
        _ => Ok(()),
    }
}

/// The place in 机构序列 right behind a unit.
fn place_behind(tx: &Tx<'_>, unit: &Department) -> Result<String> {
    let next = stored::position_behind(tx, &unit.position)?;
    let parsed = |text: &str| FractionalIndex::from_string(text).ok();
    let place = match (parsed(&unit.position), next.as_deref().and_then(parsed)) {
        (Some(here), Some(next)) => FractionalIndex::new_between(&here, &next),
        (Some(here), None) => Some(FractionalIndex::new_after(&here)),
        (None, _) => None,
    };
    Ok(place.unwrap_or_default().to_string())
}
