//! 修改企业: one field at a time, as it is left.

use crate::action::{Action, Kind};
use crate::amount::Amount;
use crate::departments::districts::resolve_district;
use crate::enterprises::classification::{EnterpriseLabel, Ownership, SizeClass};
use crate::error::{Error, Result};
use crate::ids::{EnterpriseId, Id};
use crate::storage::enterprises as stored;
use crate::storage::rows::{Enterprise, EnterpriseAlias};
use crate::storage::shown::Many;
use crate::storage::table::{insert, live, update};
use crate::uscc::Uscc;
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of an enterprise that can be typed into.
    pub enum EnterpriseField {
        NameFull => "name_full", "企业名称";
        NameShort => "name_short", "简称";
        Aliases => "aliases", "别名";
        Uscc => "uscc", "统一社会信用代码";
        District => "district", "区市";
        Address => "address", "地址";
        SizeClass => "size_class", "规模";
        Ownership => "ownership", "所有制";
        Labels => "labels", "称号";
        Employees => "employees", "从业人数";
        Revenue => "revenue", "年营业收入";
        Verify => "verify", "待核实";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: EnterpriseId, field: EnterpriseField, typed: &str) -> Result<Action> {
    let before: Enterprise = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        EnterpriseField::NameFull => {
            after.name_full = input::required(typed, word)?;
            // Ledgers and papers go on finding the firm by the name it had.
            if after.name_full != before.name_full {
                add_alias(tx, id, &before.name_full)?;
            }
        }
        EnterpriseField::NameShort => after.name_short = input::line(typed, word)?,
        EnterpriseField::Aliases => set_aliases(tx, id, typed)?,
        EnterpriseField::Uscc => {
            after.uscc = Uscc::parse(typed)?.map(|code| code.as_str().to_string());
            if let Some(code) = &after.uscc {
                refuse_taken(tx, id, code)?;
            }
        }
        EnterpriseField::District => {
            let stated = input::line(typed, word)?;
            after.district = resolve_district(&stated).map(|district| district.code.to_string());
            after.district_as_stated = stated;
        }
        EnterpriseField::Address => after.address = input::line(typed, word)?,
        EnterpriseField::SizeClass => {
            after.size_class = input::choice(typed, word, SizeClass::from_label, SizeClass::labels())?
        }
        EnterpriseField::Ownership => {
            after.ownership = input::choice(typed, word, Ownership::from_label, Ownership::labels())?
        }
        EnterpriseField::Labels => {
            after.labels = Many(input::choices(typed, word, EnterpriseLabel::from_label, EnterpriseLabel::labels())?)
        }
        EnterpriseField::Employees => after.employees = input::number(typed, word, 0, 10_000_000)?,
        EnterpriseField::Revenue => {
            after.revenue = if typed.trim().is_empty() { None } else { Some(Amount::parse(typed, None)?) }
        }
        EnterpriseField::Verify => after.verify = input::line(typed, word)?,
        EnterpriseField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Enterprise, word, before.name_full))
}

/// A code that is there belongs to one firm.
fn refuse_taken(tx: &Tx<'_>, id: EnterpriseId, code: &str) -> Result<()> {
    match stored::by_uscc(tx, code)? {
        Some(other) if other.id != id => Err(Error::invalid(texts::uscc_taken(code, &other.name_full))),
        _ => Ok(()),
    }
}

fn set_aliases(tx: &Tx<'_>, id: EnterpriseId, typed: &str) -> Result<()> {
    let wanted: Vec<&str> =
        typed.split(['、', ',', '，', ';', '；', '\n']).map(str::trim).filter(|name| !name.is_empty()).collect();
    for alias in stored::aliases(tx, id)? {
        if !wanted.contains(&alias.name.as_str()) {
            update(tx, &alias, &EnterpriseAlias { deleted: true, ..alias.clone() })?;
        }
    }
    wanted.into_iter().try_for_each(|name| add_alias(tx, id, name))
}

/// Remembers another name of an enterprise, once.
pub fn add_alias(tx: &Tx<'_>, id: EnterpriseId, name: &str) -> Result<()> {
    let name = input::required(name, "别名")?;
    if stored::aliases(tx, id)?.iter().any(|alias| alias.name == name) {
        return Ok(());
    }
    insert(tx, &EnterpriseAlias { id: Id::new(), enterprise_id: id, name, deleted: false })
}
