//! The paper of a plan (domain.md §3.1): what was typed, and where nothing was typed what the data says.

use minijinja::{Value, context};

use super::data::{PlanData, ProjectData, TaskData};
use super::outline::{PlanAttachment, PlanSection};
use super::{tables, words};
use crate::documents::template::rich::Rich;
use crate::documents::{Document, Level, Table};
use crate::papers::words::paragraphs;
use crate::partial_date::PartialDate;
use crate::texts::plans as texts;

/// Makes the paper.
pub fn document(data: &PlanData) -> Document {
    let mut paper = Document::new(data.plan.title.clone());
    add_body(&mut paper, data);
    let attachments = attachments(data);
    add_note(&mut paper, &attachments);
    add_signature(&mut paper, data);
    add_attachments(&mut paper, attachments);
    paper
}

/// What the paper says by name: its parts as they stand in [`document`], and what they are made of.
pub fn values(data: &PlanData) -> Value {
    let blocks = |add: &dyn Fn(&mut Document)| {
        let mut paper = Document::untitled("");
        add(&mut paper);
        Rich::Blocks(paper.blocks).value()
    };
    let sections = PlanSection::ALL.iter().map(|part| (part.label(), paragraphs(data.text(*part))));
    let projects: Vec<&str> = data.projects.iter().map(|one| one.project.name.as_str()).collect();
    let demands = data.projects.iter().flat_map(|project| &project.demands).map(|demand| {
        context! {
            类别 => demand.category.label(),
            内容 => words::demand_text(demand),
            牵头单位 => demand.lead.as_deref().unwrap_or_default(),
            时限 => demand.due.map(|due| due.prose()).unwrap_or_default(),
        }
    });
    context! {
        标题 => &data.plan.title,
        正文 => blocks(&|paper| add_body(paper, data)),
        附件说明 => blocks(&|paper| add_note(paper, &attachments(data))),
        落款 => blocks(&|paper| add_signature(paper, data)),
        附件 => blocks(&|paper| {
            let attachments = attachments(data);
            add_note(paper, &attachments);
            paper.blocks.clear();
            add_attachments(paper, attachments);
        }),
        企业 => data.enterprises.first().map(|one| one.name_full.as_str()).unwrap_or_default(),
        项目 => projects.join("、"),
        章节 => sections.collect::<std::collections::BTreeMap<_, _>>(),
        任务 => (1..).zip(data.tasks()).map(|(number, task)| duty(number, task)).collect::<Vec<Value>>(),
        需求 => demands.collect::<Vec<Value>>(),
        署名单位 => &data.plan.signer,
        日期 => dated(data),
    }
}

fn duty(number: usize, task: &TaskData) -> Value {
    context! {
        序号 => number,
        重点任务 => &task.title,
        具体措施 => &task.measure,
        牵头单位 => task.lead.as_ref().map(|unit| unit.short.as_str()).unwrap_or_default(),
        配合单位 => task.assisting.join("、"),
        责任人 => task.persons.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join("、"),
        完成时限 => task.due.map(|due| due.prose()).unwrap_or_default(),
        备注 => &task.note,
    }
}

fn add_body(paper: &mut Document, data: &PlanData) {
    for section in PlanSection::ALL {
        add_section(paper, data, *section);
    }
}

fn attachments(data: &PlanData) -> Vec<(PlanAttachment, Table)> {
    PlanAttachment::ALL.iter().filter_map(|one| Some((*one, tables::table(data, *one)?))).collect()
}

fn add_note(paper: &mut Document, attachments: &[(PlanAttachment, Table)]) {
    if !attachments.is_empty() {
        paper.attachment_note(attachments.iter().map(|(one, _)| one.label()));
    }
}

fn dated(data: &PlanData) -> String {
    data.plan.dated.map(|day| PartialDate::day(day).prose()).unwrap_or_default()
}

fn add_signature(paper: &mut Document, data: &PlanData) {
    let date = dated(data);
    if !data.plan.signer.is_empty() || !date.is_empty() {
        paper.signature(data.plan.signer.clone(), date);
    }
}

fn add_attachments(paper: &mut Document, attachments: Vec<(PlanAttachment, Table)>) {
    for (one, table) in attachments {
        paper.attachment(one.label());
        paper.table(table);
    }
}

/// Does the paper have this section? One with nothing to say is left out, and its heading with it.
pub fn has_section(data: &PlanData, section: PlanSection) -> bool {
    let has_more = has_parts(data, section) || (section == PlanSection::Needs && has_needs(data));
    has_more || !data.text(section).is_empty() || !lines(data, section).is_empty()
}

/// Adds a section, if it has anything to say.
pub(super) fn add_section(paper: &mut Document, data: &PlanData, section: PlanSection) {
    if !has_section(data, section) {
        return;
    }
    let typed = data.text(section);
    let lines = lines(data, section);
    paper.heading(if section.level() == 1 { Level::One } else { Level::Two }, section.label());
    for line in typed.lines().map(str::to_string).chain(lines) {
        paper.text(&line);
    }
    if section == PlanSection::Needs {
        add_needs(paper, data);
    }
}

/// What the data says for a section nothing was typed for.
fn lines(data: &PlanData, section: PlanSection) -> Vec<String> {
    if !data.text(section).is_empty() {
        return Vec::new();
    }
    match section {
        PlanSection::Enterprise => words::enterprise_profile(data),
        PlanSection::Content => data.projects.iter().filter_map(words::project_profile).collect(),
        PlanSection::Duties => words::duties(data),
        PlanSection::Schedule => words::schedule(data),
        _ => Vec::new(),
    }
}

/// A chapter without text of its own stands if one of its parts does.
fn has_parts(data: &PlanData, chapter: PlanSection) -> bool {
    if chapter.level() != 1 {
        return false;
    }
    let after = PlanSection::ALL.iter().skip_while(|section| **section != chapter).skip(1);
    let mut parts = after.take_while(|section| section.level() == 2);
    parts.any(|part| !data.text(*part).is_empty() || !lines(data, *part).is_empty())
}

fn has_needs(data: &PlanData) -> bool {
    data.projects.iter().any(|project| !project.demands.is_empty() || !project.tasks.is_empty())
}

/// 逐项: 需求—措施—牵头单位—配合单位—完成时限.
fn add_needs(paper: &mut Document, data: &PlanData) {
    let several = data.projects.len() > 1;
    for project in &data.projects {
        for demand in &project.demands {
            let heading = words::demand_heading(demand);
            paper.heading(Level::Two, &named(project, heading, several));
            let tasks: Vec<_> = demand.tasks(project).collect();
            let said = words::demand_text(demand);
            match tasks.as_slice() {
                [] => paper.text(&format!("{said}{}", words::bracket(demand.lead.as_deref(), &[], demand.due))),
                // A single task is the measure itself: demand and measure read on as one paragraph.
                [task] => paper.text(&format!("{said}{}{}", words::task_text(task), words::task_bracket(task))),
                tasks => {
                    paper.text(&said);
                    for task in tasks {
                        paper
                            .heading(Level::Three, &format!("{}{}", words::task_text(task), words::task_bracket(task)));
                    }
                }
            }
        }
        add_other_tasks(paper, project, several);
    }
}

/// Tasks that serve no demand in particular.
fn add_other_tasks(paper: &mut Document, project: &ProjectData, several: bool) {
    let others: Vec<_> = project.tasks.iter().filter(|task| task.demand.is_none()).collect();
    if others.is_empty() {
        return;
    }
    paper.heading(Level::Two, &named(project, texts::other_tasks().to_string(), several));
    for task in others {
        paper.heading(Level::Three, &format!("{}{}", words::task_text(task), words::task_bracket(task)));
    }
}

fn named(project: &ProjectData, heading: String, several: bool) -> String {
    if several { texts::of_project(&project.project.name, &heading) } else { heading }
}
