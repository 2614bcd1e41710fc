//! Who takes part in a task: assisting units and persons responsible, as typed, in the order typed.

use fractional_index::FractionalIndex;

use crate::departments::people;
use crate::departments::resolve::split_units;
use crate::departments::set::find_unit;
use crate::error::{Error, Result};
use crate::ids::{DepartmentId, Id, PersonId, TaskId};
use crate::storage::rows::{Department, Person, Task, TaskDepartment, TaskPerson};
use crate::storage::table::{find, insert, live, update};
use crate::storage::tasks as stored;
use crate::texts::tasks as texts;
use crate::workbook::Tx;

/// Makes the units typed the assisting ones; the lead unit among them is left out, which is said in `notices`.
pub fn set_assisting(tx: &Tx<'_>, task: &Task, typed: &str, notices: &mut Vec<String>) -> Result<()> {
    let mut wanted: Vec<DepartmentId> = Vec::new();
    for name in split_units(typed) {
        let Some(unit) = find_unit(tx, name)? else { continue };
        if Some(unit) == task.lead_department_id {
            notices.push(texts::lead_not_assisting(&live::<Department>(tx, unit)?.short));
        } else if !wanted.contains(&unit) {
            wanted.push(unit);
        }
    }
    for link in stored::assisting_links(tx, task.id)? {
        if !wanted.contains(&link.department_id) {
            update(tx, &link, &TaskDepartment { deleted: true, ..link.clone() })?;
        }
    }
    for (department_id, position) in wanted.into_iter().zip(positions()) {
        let link = TaskDepartment { task_id: task.id, department_id, position, deleted: false };
        match find::<TaskDepartment>(tx, &[&task.id, &department_id])? {
            Some(before) => drop(update(tx, &before, &link)?),
            None => insert(tx, &link)?,
        }
    }
    Ok(())
}

/// Takes a unit that has become the lead out of the assisting ones.
pub fn drop_assisting(tx: &Tx<'_>, id: TaskId, lead: DepartmentId) -> Result<()> {
    let link = find::<TaskDepartment>(tx, &[&id, &lead])?.filter(|link| !link.deleted);
    match link {
        Some(link) => update(tx, &link, &TaskDepartment { deleted: true, ..link.clone() }).map(drop),
        None => Ok(()),
    }
}

/// Makes the people typed responsible for the task. Whoever the lead unit does not know yet is added to it, which is
/// said in `notices`.
pub fn set_persons(tx: &Tx<'_>, task: &Task, typed: &str, notices: &mut Vec<String>) -> Result<()> {
    let mut wanted: Vec<PersonId> = Vec::new();
    for name in
        typed.split(['、', ',', '，', ';', '；', '/', '\n', ' ', '\u{3000}']).filter(|name| !name.trim().is_empty())
    {
        let person = person(tx, task, name.trim(), notices)?;
        if !wanted.contains(&person) {
            wanted.push(person);
        }
    }
    for link in stored::person_links(tx, task.id)? {
        if !wanted.contains(&link.person_id) {
            update(tx, &link, &TaskPerson { deleted: true, ..link.clone() })?;
        }
    }
    for (person_id, position) in wanted.into_iter().zip(positions()) {
        match find::<TaskPerson>(tx, &[&task.id, &person_id])? {
            Some(before) => drop(update(tx, &before, &TaskPerson { position, deleted: false, ..before.clone() })?),
            None => insert(tx, &TaskPerson { task_id: task.id, person_id, role: None, position, deleted: false })?,
        }
    }
    Ok(())
}

/// The person of this name: of the lead unit, else of an assisting unit, else (when the lead unit is not known) the
/// only one of that name; else a new one of the lead unit.
fn person(tx: &Tx<'_>, task: &Task, typed: &str, notices: &mut Vec<String>) -> Result<PersonId> {
    if let Some(id) = Id::parse(typed) {
        return live::<Person>(tx, id).map(|person| person.id);
    }
    let (name, _) = people::split_post(typed);
    let known = stored::persons_named(tx, name)?;
    let assisting: Vec<Option<DepartmentId>> =
        stored::assisting_links(tx, task.id)?.iter().map(|link| Some(link.department_id)).collect();
    let of_lead = known
        .iter()
        .find(|person| task.lead_department_id.is_some() && person.department_id == task.lead_department_id);
    if let Some(person) = of_lead.or_else(|| known.iter().find(|person| assisting.contains(&person.department_id))) {
        return Ok(person.id);
    }
    let lead = task.lead_department_id.map(|id| live::<Department>(tx, id)).transpose()?;
    match (known.as_slice(), &lead) {
        ([only], None) => return Ok(only.id),
        ([_, _, ..], None) => return Err(Error::invalid(texts::person_ambiguous(name))),
        _ => {}
    }
    let person = people::find_or_create(tx, task.lead_department_id, typed)?;
    notices.push(texts::person_added(&person.name, lead.as_ref().map(|unit| unit.short.as_str())));
    Ok(person.id)
}

/// Places in a row, from the first on.
fn positions() -> impl Iterator<Item = String> {
    std::iter::successors(Some(FractionalIndex::default()), |place| Some(FractionalIndex::new_after(place)))
        .map(|place| place.to_string())
}
