//! The fixture's 推进小组, 调度会, 督办单 and 协调, written.

use super::fixture::day;
use super::fixture::dispatch as told;
use super::write::Places;
use crate::coordinations::create as coordination;
use crate::error::{Error, Result};
use crate::ids::{DecisionId, Id, ProjectId, TaskId, WorkGroupId};
use crate::meetings::status::{ItemState, MeetingStatus};
use crate::meetings::{create, items};
use crate::partial_date::PartialDate;
use crate::storage::rows::{
    Coordination, Decision, Meeting, MeetingItem, Project, Supervision, SupervisionStep, Task, WorkGroup,
};
use crate::storage::table::{insert, live, update};
use crate::supervisions::issue;
use crate::supervisions::status::SupervisionStatus;
use crate::texts::supervisions as texts;
use crate::workbook::Tx;

/// Writes them; the closures answer for a 示例项目 by its number, and for a task by that and its title.
pub(super) fn write(
    tx: &Tx<'_>,
    project: impl Fn(usize) -> ProjectId,
    task: impl Fn(told::TaskOf) -> Option<TaskId>,
) -> Result<()> {
    let task = |of: told::TaskOf| -> Result<Task> {
        live(tx, task(of).ok_or_else(|| Error::internal("a task of the fixture is not there"))?)
    };
    groups(tx, project)?;
    let meeting = meeting(tx, &task)?;
    for paper in &told::PAPERS {
        write_paper(tx, paper, &task(paper.task)?, &meeting)?;
    }
    for one in &told::COORDINATIONS {
        let task = task(one.task)?;
        let row = Coordination {
            level: one.level,
            project_id: task.project_id,
            task_id: Some(task.id),
            demand_id: task.demand_id,
            meeting_id: one.at_meeting.then_some(meeting.id),
            held_on: one.held_on.map(day).transpose()?,
            convener: one.convener.into(),
            decision: one.decision.into(),
            status: one.status,
            sample: true,
            ..coordination::blank(day(one.raised_on)?, one.issue.into())
        };
        insert(tx, &row)?;
    }
    Ok(())
}

fn groups(tx: &Tx<'_>, project: impl Fn(usize) -> ProjectId) -> Result<()> {
    let mut places = Places::default();
    for (name, domain, numbers) in told::GROUPS {
        let row = WorkGroup {
            id: WorkGroupId::new(),
            name: name.into(),
            domain: domain.into(),
            leader_id: None,
            note: String::new(),
            position: places.next(),
            sample: true,
            deleted: false,
        };
        insert(tx, &row)?;
        for number in numbers {
            let before: Project = live(tx, project(*number))?;
            update(tx, &before, &Project { work_group_id: Some(row.id), ..before.clone() })?;
        }
    }
    Ok(())
}

fn meeting(tx: &Tx<'_>, task: &impl Fn(told::TaskOf) -> Result<Task>) -> Result<Meeting> {
    let meeting = Meeting {
        number: told::NUMBER.into(),
        chair: told::CHAIR.into(),
        place: told::PLACE.into(),
        attendees: told::ATTENDEES.into(),
        status: MeetingStatus::Closed,
        sample: true,
        ..create::blank(day(told::HELD_ON)?)
    };
    insert(tx, &meeting)?;
    let mut places = Places::default();
    for one in &told::ITEMS {
        let task = task(one.task)?;
        let item = MeetingItem {
            task_id: Some(task.id),
            project_id: task.project_id,
            standing: one.standing.into(),
            said: one.said.into(),
            state: ItemState::Decided,
            ..items::blank(meeting.id, places.next())
        };
        insert(tx, &item)?;
        let Some((typed, text, due)) = one.decision else { continue };
        let decision = Decision {
            id: DecisionId::new(),
            meeting_item_id: Some(item.id),
            coordination_id: None,
            typed: typed.into(),
            department_id: task.lead_department_id,
            text: text.into(),
            due: Some(PartialDate::day(day(due)?)),
            due_rule: String::new(),
            task_id: Some(task.id),
            supervision_id: None,
            position: places.next(),
            deleted: false,
        };
        insert(tx, &decision)?;
    }
    Ok(meeting)
}

fn write_paper(tx: &Tx<'_>, told: &told::Paper, task: &Task, meeting: &Meeting) -> Result<()> {
    let project: Option<Project> = task.project_id.map(|id| live(tx, id)).transpose()?;
    let reply_due = day(told.reply_due)?;
    let mut row = Supervision {
        number: told.number.into(),
        level: told.level,
        task_id: Some(task.id),
        meeting_id: told.at_meeting.then_some(meeting.id),
        department_id: task.lead_department_id,
        matter: texts::matter(project.as_ref().map(|project| project.name.as_str()), &task.title),
        basis: if told.at_meeting { texts::basis_meeting(&meeting.number) } else { texts::basis_plan().into() },
        requirement: texts::requirement(told.level, reply_due),
        task_due: PartialDate::decode(told.task_due),
        issued_on: Some(day(told.issued_on)?),
        reply_due: Some(reply_due),
        status: SupervisionStatus::Issued,
        sample: true,
        ..issue::blank()
    };
    let step = |on: &str, from_status, to_status, text: &str| -> Result<SupervisionStep> {
        let (id, on_day, text) = (Id::new(), day(on)?, text.to_string());
        Ok(SupervisionStep { id, supervision_id: row.id, on_day, from_status, to_status, text, deleted: false })
    };
    let mut steps = vec![step(told.issued_on, None, SupervisionStatus::Issued, "")?];
    let mut from = SupervisionStatus::Issued;
    for (on, to, words) in told.steps {
        steps.push(step(on, Some(from), *to, words)?);
        from = *to;
    }
    for (on, to, words) in told.steps {
        let on = Some(day(on)?);
        row.status = *to;
        match to {
            SupervisionStatus::Received => row.received_on = on,
            SupervisionStatus::Replied => (row.replied_on, row.reply) = (on, (*words).into()),
            SupervisionStatus::Closed => (row.closed_on, row.verdict) = (on, (*words).into()),
            _ => {}
        }
    }
    insert(tx, &row)?;
    steps.iter().try_for_each(|step| insert(tx, step))
}
