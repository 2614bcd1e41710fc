//! 修改单位: one field at a time, as it is left.

use crate::action::{Action, Kind};
use crate::departments::create::refuse_taken;
use crate::departments::kind::DepartmentKind;
use crate::departments::resolve::Resolution;
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, Id};
use crate::storage::departments as stored;
use crate::storage::rows::{Department, DepartmentAlias};
use crate::storage::table::{insert, live, update};
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a unit that can be typed into.
    pub enum DepartmentField {
        Short => "short", "简称";
        Full => "full", "全称";
        Kind => "kind", "类别";
        Aliases => "aliases", "别名";
        ValidFrom => "valid_from", "启用日期";
        ValidTo => "valid_to", "停用日期";
        Tel => "tel", "电话";
        Note => "note", "备注";
    }
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: DepartmentId, field: DepartmentField, typed: &str) -> Result<Action> {
    let before: Department = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        DepartmentField::Short => {
            after.short = input::required(typed, word)?;
            refuse_taken(tx, &after.short, Some(id))?;
            // Old papers and ledgers go on finding the unit by the name it had.
            if after.short != before.short {
                add_alias(tx, id, &before.short)?;
            }
        }
        DepartmentField::Full => after.full = input::line(typed, word)?,
        DepartmentField::Kind => {
            let kind = input::choice(typed, word, DepartmentKind::from_label, DepartmentKind::labels())?;
            after.kind = kind.ok_or_else(|| Error::invalid(texts::must_not_be_empty(word)))?;
        }
        DepartmentField::Aliases => set_aliases(tx, id, typed)?,
        DepartmentField::ValidFrom => after.valid_from = input::day(typed, word, tx.today)?,
        DepartmentField::ValidTo => after.valid_to = input::day(typed, word, tx.today)?,
        DepartmentField::Tel => after.tel = input::line(typed, word)?,
        DepartmentField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::Department, word, before.short))
}

/// The names typed, separated by 、, become the unit's other names; those no longer there are taken away.
fn set_aliases(tx: &Tx<'_>, id: DepartmentId, typed: &str) -> Result<()> {
    let wanted: Vec<String> = crate::departments::resolve::split_units(typed).into_iter().map(str::to_string).collect();
    for alias in stored::aliases(tx, id)? {
        if !wanted.contains(&alias.name) {
            update(tx, &alias, &DepartmentAlias { deleted: true, ..alias.clone() })?;
        }
    }
    for name in wanted {
        refuse_taken(tx, &name, Some(id))?;
        add_alias(tx, id, &name)?;
    }
    Ok(())
}

/// Remembers another name of a unit, once.
pub fn add_alias(tx: &Tx<'_>, id: DepartmentId, name: &str) -> Result<()> {
    let name = input::required(name, "别名")?;
    if stored::aliases(tx, id)?.iter().any(|alias| alias.name == name) {
        return Ok(());
    }
    insert(tx, &DepartmentAlias { id: Id::new(), department_id: id, name, deleted: false })
}

/// The unit somebody means: by its identity, or by any of its names; nothing for nothing typed. An unknown name is
/// refused, proposing the nearest.
pub fn find_unit(tx: &Tx<'_>, typed: &str) -> Result<Option<DepartmentId>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(id) = Id::parse(typed) {
        return Ok(Some(live::<Department>(tx, DepartmentId(id))?.id));
    }
    match stored::resolver(tx)?.resolve(typed) {
        Resolution::Exact(id) => Ok(Some(id)),
        Resolution::Guess(near) => {
            let mut names = Vec::new();
            for (id, _) in near.into_iter().take(3) {
                names.push(live::<Department>(tx, id)?.short);
            }
            Err(Error::invalid(texts::unit_unknown(typed, &names.join("、"))))
        }
        Resolution::Unknown => Err(Error::invalid(texts::unit_unknown(typed, ""))),
    }
}
