//! The tables behind a plan: 责任分工表, 时间表, 路线图, 联系表 (domain.md §3.2).

use super::data::{PlanData, TaskData};
use crate::documents::{Align, Column, Table};
use crate::phone;
use crate::plans::outline::PlanAttachment;
use crate::texts::plans as texts;

/// The table of an attachment, or `None` if there is nothing to put in it.
pub fn table(data: &PlanData, attachment: PlanAttachment) -> Option<Table> {
    let table = match attachment {
        PlanAttachment::Duties => duties(data),
        PlanAttachment::Timetable => timetable(data),
        PlanAttachment::Roadmap => roadmap(data),
        PlanAttachment::Contacts => contacts(data),
    };
    (!table.rows.is_empty()).then_some(table)
}

fn columns(headings: &[(&'static str, u16, Align)]) -> Table {
    Table::new(headings.iter().map(|(heading, width, align)| Column::new(*heading, *width, *align)))
}

/// 责任分工表: the eight columns of domain.md §3.2.
fn duties(data: &PlanData) -> Table {
    let [number, task, measure, lead, assisting, person, due, note] = texts::DUTY_COLUMNS;
    let mut table = columns(&[
        (number, 5, Align::Centre),
        (task, 16, Align::Left),
        (measure, 18, Align::Left),
        (lead, 13, Align::Centre),
        (assisting, 15, Align::Centre),
        (person, 11, Align::Centre),
        (due, 13, Align::Centre),
        (note, 9, Align::Left),
    ]);
    for (at, task) in data.tasks().enumerate() {
        table.row([
            (at + 1).to_string(),
            task.title.clone(),
            task.measure.clone(),
            lead_of(task),
            task.assisting.join("、"),
            persons_of(task),
            due_of(task),
            task.note.clone(),
        ]);
    }
    table
}

/// 时间表: what starts and ends when.
fn timetable(data: &PlanData) -> Table {
    let [number, task, lead, start, due, status] = texts::TIMETABLE_COLUMNS;
    let mut table = columns(&[
        (number, 6, Align::Centre),
        (task, 32, Align::Left),
        (lead, 20, Align::Centre),
        (start, 15, Align::Centre),
        (due, 17, Align::Centre),
        (status, 10, Align::Centre),
    ]);
    let mut tasks: Vec<&TaskData> = data.tasks().collect();
    tasks.sort_by_key(|task| (task.due.is_none(), task.due));
    for (at, task) in tasks.into_iter().enumerate() {
        table.row([
            (at + 1).to_string(),
            task.title.clone(),
            lead_of(task),
            task.start_on.map(|day| crate::partial_date::PartialDate::day(day).prose()).unwrap_or_default(),
            due_of(task),
            task.status.label().to_string(),
        ]);
    }
    table
}

/// 路线图: phases and nodes.
fn roadmap(data: &PlanData) -> Table {
    let [number, phase, node, plan, actual] = texts::ROADMAP_COLUMNS;
    let mut table = columns(&[
        (number, 6, Align::Centre),
        (phase, 16, Align::Centre),
        (node, 40, Align::Left),
        (plan, 19, Align::Centre),
        (actual, 19, Align::Centre),
    ]);
    for (at, node) in data.projects.iter().flat_map(|project| &project.milestones).enumerate() {
        table.row([
            (at + 1).to_string(),
            node.phase.label().to_string(),
            node.name.clone(),
            node.plan_on.map(|plan| plan.prose()).unwrap_or_default(),
            node.actual_on.map(|day| crate::partial_date::PartialDate::day(day).prose()).unwrap_or_default(),
        ]);
    }
    table
}

/// 联系表: who can be called; numbers are masked (domain.md §4.2).
fn contacts(data: &PlanData) -> Table {
    let [number, unit, name, post, call] = texts::CONTACT_COLUMNS;
    let mut table = columns(&[
        (number, 6, Align::Centre),
        (unit, 38, Align::Left),
        (name, 16, Align::Centre),
        (post, 20, Align::Centre),
        (call, 20, Align::Centre),
    ]);
    let mut lines: Vec<[String; 4]> = Vec::new();
    for (enterprise, contact) in &data.contacts {
        lines.push([
            enterprise.clone(),
            contact.name.clone(),
            contact.post.clone(),
            phone_of(data, &contact.mobile, &contact.tel),
        ]);
    }
    for person in data.tasks().flat_map(|task| &task.persons) {
        lines.push([
            person.unit.clone(),
            person.name.clone(),
            person.post.clone(),
            phone_of(data, &person.mobile, &person.tel),
        ]);
    }
    let mut seen = Vec::new();
    for line in lines {
        if !seen.contains(&line) {
            let number = (seen.len() + 1).to_string();
            table.row(std::iter::once(number).chain(line.iter().cloned()));
            seen.push(line);
        }
    }
    table
}

fn phone_of(data: &PlanData, mobile: &str, tel: &str) -> String {
    let number = if mobile.is_empty() { tel } else { mobile };
    match data.full_phones {
        true => number.to_owned(),
        false => phone::normalise(number).map(|phone| phone.masked()).unwrap_or_default(),
    }
}

fn lead_of(task: &TaskData) -> String {
    task.lead.as_ref().map(|unit| unit.short.clone()).unwrap_or_default()
}

fn persons_of(task: &TaskData) -> String {
    task.persons.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join("、")
}

fn due_of(task: &TaskData) -> String {
    task.due.map(|due| due.prose()).unwrap_or_default()
}
