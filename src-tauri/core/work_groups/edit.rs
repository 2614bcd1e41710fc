//! 新增, 修改, 删除推进小组.

use fractional_index::FractionalIndex;

use crate::action::{Action, Kind};
use crate::error::{Error, Result};
use crate::ids::{Id, PersonId, WorkGroupId};
use crate::storage::rows::{Person, WorkGroup};
use crate::storage::table::{insert, live, update};
use crate::storage::work_groups as stored;
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a group that can be typed into.
    pub enum WorkGroupField {
        Name => "name", "名称";
        Domain => "domain", "领域";
        Leader => "leader", "组长";
        Note => "note", "备注";
    }
}

/// A new group, last in the list.
pub fn create(tx: &Tx<'_>, name: &str, domain: &str) -> Result<WorkGroup> {
    let name = input::required(name, WorkGroupField::Name.label())?;
    refuse_twin(tx, &name, None)?;
    let last = stored::last_position(tx)?.and_then(|text| FractionalIndex::from_string(&text).ok());
    let place = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default();
    let group = WorkGroup {
        id: WorkGroupId::new(),
        name,
        domain: input::line(domain, WorkGroupField::Domain.label())?,
        leader_id: None,
        note: String::new(),
        position: place.to_string(),
        sample: false,
        deleted: false,
    };
    insert(tx, &group)?;
    Ok(group)
}

fn refuse_twin(tx: &Tx<'_>, name: &str, own: Option<WorkGroupId>) -> Result<()> {
    match stored::by_name(tx, name)?.filter(|twin| Some(twin.id) != own) {
        Some(_) => Err(Error::invalid(texts::group_there_already(name))),
        None => Ok(()),
    }
}

/// Sets a field from what was typed (组长: the identity of a person, or nothing); returns the action by name.
pub fn set(tx: &Tx<'_>, id: WorkGroupId, field: WorkGroupField, typed: &str) -> Result<Action> {
    let before: WorkGroup = live(tx, id)?;
    let mut after = before.clone();
    let word = field.label();
    match field {
        WorkGroupField::Name => {
            after.name = input::required(typed, word)?;
            refuse_twin(tx, &after.name, Some(id))?;
        }
        WorkGroupField::Domain => after.domain = input::line(typed, word)?,
        WorkGroupField::Leader => {
            after.leader_id = match (typed.trim(), Id::parse(typed)) {
                ("", _) => None,
                (_, Some(person)) => Some(live::<Person>(tx, PersonId(person))?.id),
                (typed, None) => return Err(Error::invalid(texts::leader_unknown(typed))),
            };
        }
        WorkGroupField::Note => after.note = input::text(typed, word, input::LONG)?,
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::WorkGroup, word, before.name))
}

/// Moves a group to the recycle bin; its projects go on without one. Returns its name.
pub fn trash(tx: &Tx<'_>, id: WorkGroupId) -> Result<String> {
    let before: WorkGroup = live(tx, id)?;
    stored::let_projects_go(tx, id)?;
    update(tx, &before, &WorkGroup { deleted: true, ..before.clone() })?;
    Ok(before.name)
}

/// The group somebody means: by its identity or its name; nothing for nothing typed.
pub fn find_group(tx: &Tx<'_>, typed: &str) -> Result<Option<WorkGroupId>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(id) = Id::parse(typed) {
        return Ok(Some(live::<WorkGroup>(tx, WorkGroupId(id))?.id));
    }
    let found = stored::by_name(tx, typed)?.ok_or_else(|| Error::invalid(texts::group_unknown(typed)))?;
    Ok(Some(found.id))
}
