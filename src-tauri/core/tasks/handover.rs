//! 交接: what one person still has to do goes to another, in one action: tasks not ended, and if wanted the person's
//! places in 推进小组. What is done stays with who did it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::departments::people::find_or_create;
use crate::error::{Error, Result};
use crate::ids::{Id, PersonId, TaskId};
use crate::input;
use crate::storage::handover as stored;
use crate::storage::rows::{Person, Task, TaskPerson, WorkGroup, WorkGroupMember};
use crate::storage::table::{find, insert, live, update};
use crate::storage::tasks::persons_named;
use crate::tasks::light::Light;
use crate::tasks::list::{DueText, Named};
use crate::tasks::note::{self, NewNote};
use crate::tasks::status::TaskStatus;
use crate::texts::tasks as texts;
use crate::workbook::Tx;

/// Whose work, and which of it.
#[derive(Debug, Deserialize, TS)]
pub struct HandoverQuery {
    pub from: PersonId,
    /// Of these tasks those that are the person's; all that are not ended if left out.
    #[serde(default)]
    #[ts(optional)]
    pub tasks: Option<Vec<TaskId>>,
}

/// What would go over.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandoverPreview {
    pub name: String,
    pub department: String,
    /// 未启动, 进行中, 待销号 and 暂缓, the first due first.
    pub tasks: Vec<HandoverTask>,
    pub groups: Vec<HandoverGroup>,
}

/// A task that would go over.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandoverTask {
    pub id: TaskId,
    pub title: String,
    pub project: Option<Named>,
    pub due: Option<DueText>,
    pub status: TaskStatus,
    pub light: Light,
}

/// A 推进小组 in which the person has a place.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandoverGroup {
    pub id: Id,
    pub name: String,
    pub leads: bool,
    pub member: bool,
}

/// 交接 as confirmed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Handover {
    pub from: PersonId,
    /// The identity of a person, or a name: one nobody bears is added to the unit of who hands over.
    pub to: String,
    #[serde(default)]
    #[ts(optional)]
    pub tasks: Option<Vec<TaskId>>,
    /// The places in 推进小组 too.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub groups: bool,
    /// Stands as 下一步 in the progress of every task that goes over.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub note: String,
}

/// What went over.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandedOver {
    pub to: PersonId,
    pub to_name: String,
    pub tasks: usize,
    pub groups: usize,
    pub notices: Vec<String>,
}

/// Hands over; returns the action by name.
pub fn hand_over(tx: &Tx<'_>, asked: &Handover) -> Result<(Action, HandedOver)> {
    let from: Person = live(tx, asked.from)?;
    let mut notices = Vec::new();
    let to = recipient(tx, &from, &asked.to, &mut notices)?;
    if to.id == from.id {
        return Err(Error::invalid(texts::handover_to_oneself(&from.name)));
    }
    let note = input::text(&asked.note, "交接说明", input::LONG)?;
    let tasks = stored::tasks(tx, from.id, asked.tasks.as_deref())?;
    for id in &tasks {
        give_task(tx, *id, &from, &to)?;
        if !note.is_empty() {
            let next_step = texts::handover_note(&from.name, &to.name, &note);
            let reporter = from.name.clone();
            note::add(tx, &NewNote { next_step, reporter, ..NewNote::on(*id, tx.today) })?;
        }
    }
    let groups = if asked.groups { give_groups(tx, &from, &to)? } else { 0 };
    if tasks.is_empty() && groups == 0 {
        return Err(Error::invalid(texts::nothing_to_hand_over(&from.name)));
    }
    let subject = texts::handed_over(&from.name, &to.name, tasks.len(), groups);
    let action = Action { verb: Verb::Set, kind: Kind::Task, part: "责任人".into(), subject };
    Ok((action, HandedOver { to: to.id, to_name: to.name, tasks: tasks.len(), groups, notices }))
}

fn recipient(tx: &Tx<'_>, from: &Person, typed: &str, notices: &mut Vec<String>) -> Result<Person> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Error::invalid(texts::handover_to_nobody()));
    }
    if let Some(id) = Id::parse(typed) {
        return live(tx, id);
    }
    let known = persons_named(tx, typed)?;
    let of_unit = known.iter().find(|one| one.department_id == from.department_id && one.id != from.id);
    match (known.as_slice(), of_unit) {
        (_, Some(colleague)) => Ok(colleague.clone()),
        ([only], None) => Ok(only.clone()),
        ([], None) => {
            let person = find_or_create(tx, from.department_id, typed)?;
            let unit = from.department_id.map(|id| live::<crate::storage::rows::Department>(tx, id)).transpose()?;
            notices.push(texts::person_added(&person.name, unit.as_ref().map(|unit| unit.short.as_str())));
            Ok(person)
        }
        _ => Err(Error::invalid(texts::handover_to_several(typed))),
    }
}

/// The new person takes the old one's place, unless already there.
fn give_task(tx: &Tx<'_>, id: TaskId, from: &Person, to: &Person) -> Result<()> {
    let task: Task = live(tx, id)?;
    let Some(link) = find::<TaskPerson>(tx, &[&task.id, &from.id])?.filter(|link| !link.deleted) else {
        return Ok(());
    };
    update(tx, &link, &TaskPerson { deleted: true, ..link.clone() })?;
    match find::<TaskPerson>(tx, &[&task.id, &to.id])? {
        Some(there) if !there.deleted => Ok(()),
        Some(there) => {
            let (role, position) = (link.role, link.position);
            update(tx, &there, &TaskPerson { role, position, deleted: false, ..there.clone() }).map(drop)
        }
        None => insert(tx, &TaskPerson { person_id: to.id, ..link }),
    }
}

/// Places in 推进小组, as leader and as member; returns in how many groups.
fn give_groups(tx: &Tx<'_>, from: &Person, to: &Person) -> Result<usize> {
    let mut touched = Vec::new();
    for group in stored::led_by(tx, from.id)? {
        update(tx, &group, &WorkGroup { leader_id: Some(to.id), ..group.clone() })?;
        touched.push(group.id);
    }
    for member in stored::memberships(tx, from.id)? {
        let there = stored::memberships(tx, to.id)?.iter().any(|other| other.work_group_id == member.work_group_id);
        // The unit beside the name is that of the person.
        let department_id = match member.department_id == from.department_id {
            true => to.department_id,
            false => member.department_id,
        };
        let after = WorkGroupMember { person_id: Some(to.id), department_id, ..member.clone() };
        update(tx, &member, &if there { WorkGroupMember { deleted: true, ..member.clone() } } else { after })?;
        touched.push(member.work_group_id);
    }
    touched.sort();
    touched.dedup();
    Ok(touched.len())
}
