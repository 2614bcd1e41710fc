//! Members of a 推进小组: units and people.

use fractional_index::FractionalIndex;

use crate::action::{Action, Kind};
use crate::departments::people::find_or_create;
use crate::departments::set::find_unit;
use crate::error::{Error, Result};
use crate::ids::{Id, WorkGroupId};
use crate::storage::rows::{WorkGroup, WorkGroupMember};
use crate::storage::table::{insert, live, update};
use crate::storage::work_groups as stored;
use crate::workbook::Tx;
use crate::{input, texts};

codes! {
    /// A field of a member that can be typed into.
    pub enum MemberField {
        Department => "department", "单位";
        Person => "person", "人员";
        Role => "role", "职责";
    }
}

/// A new member as typed: a unit, a person (made if nobody of the unit is called so), or both. Returns the action by
/// name and the member.
pub fn add(tx: &Tx<'_>, id: WorkGroupId, unit: &str, person: &str, role: &str) -> Result<(Action, Id)> {
    let group: WorkGroup = live(tx, id)?;
    let department_id = find_unit(tx, unit)?;
    let person_id = match person.trim() {
        "" => None,
        person => Some(find_or_create(tx, department_id, person)?.id),
    };
    if department_id.is_none() && person_id.is_none() {
        return Err(Error::invalid(texts::member_of_nobody()));
    }
    let members = stored::members(tx, id)?;
    if members.iter().any(|one| one.department_id == department_id && one.person_id == person_id) {
        return Err(Error::invalid(texts::member_there_already()));
    }
    let last = members.last().and_then(|last| FractionalIndex::from_string(&last.position).ok());
    let position = last.map(|last| FractionalIndex::new_after(&last)).unwrap_or_default().to_string();
    let role = input::line(role, MemberField::Role.label())?;
    let member =
        WorkGroupMember { id: Id::new(), work_group_id: id, department_id, person_id, role, position, deleted: false };
    insert(tx, &member)?;
    Ok((Action::set(Kind::WorkGroup, texts::members(), group.name), member.id))
}

/// Sets a field from what was typed; returns the action by name.
pub fn set(tx: &Tx<'_>, id: Id, field: MemberField, typed: &str) -> Result<Action> {
    let before: WorkGroupMember = live(tx, id)?;
    let group: WorkGroup = live(tx, before.work_group_id)?;
    let mut after = before.clone();
    match field {
        MemberField::Department => after.department_id = find_unit(tx, typed)?,
        MemberField::Person => {
            after.person_id = match typed.trim() {
                "" => None,
                name => Some(find_or_create(tx, before.department_id, name)?.id),
            };
        }
        MemberField::Role => after.role = input::line(typed, field.label())?,
    }
    if after.department_id.is_none() && after.person_id.is_none() {
        return Err(Error::invalid(texts::member_of_nobody()));
    }
    update(tx, &before, &after)?;
    Ok(Action::set(Kind::WorkGroup, texts::members(), group.name))
}

/// A member belongs to the group no more; returns the action by name.
pub fn remove(tx: &Tx<'_>, id: Id) -> Result<Action> {
    let before: WorkGroupMember = live(tx, id)?;
    let group: WorkGroup = live(tx, before.work_group_id)?;
    update(tx, &before, &WorkGroupMember { deleted: true, ..before.clone() })?;
    Ok(Action::set(Kind::WorkGroup, texts::members(), group.name))
}
