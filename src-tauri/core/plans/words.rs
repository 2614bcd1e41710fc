//! The phrases of a plan that are made from data: who leads, who assists, by when.

use super::data::{DemandData, PlanData, ProjectData, TaskData};
use crate::amount::Amount;
use crate::partial_date::PartialDate;
use crate::texts::plans as texts;

/// （市××局牵头，市××局、××区政府配合；2021年6月底前完成）; empty when nothing of it is known.
pub fn bracket(lead: Option<&str>, assisting: &[String], due: Option<PartialDate>) -> String {
    let who = match (lead, assisting.is_empty()) {
        (Some(lead), true) => texts::led_by(lead),
        (Some(lead), false) => texts::led_and_assisted(lead, &assisting.join("、")),
        (None, false) => texts::assisted_by(&assisting.join("、")),
        (None, true) => String::new(),
    };
    let when = due.map(|due| texts::to_be_done(&due.prose())).unwrap_or_default();
    match (who.is_empty(), when.is_empty()) {
        (true, true) => String::new(),
        (false, true) | (true, false) => format!("（{who}{when}）"),
        (false, false) => format!("（{who}；{when}）"),
    }
}

/// The bracket of a task.
pub fn task_bracket(task: &TaskData) -> String {
    bracket(task.lead.as_ref().map(|unit| unit.short.as_str()), &task.assisting, task.due)
}

/// What a demand asks for: its text and quantity, ended by a full stop.
pub fn demand_text(demand: &DemandData) -> String {
    let quantity =
        if demand.quantity.is_empty() || demand.text.contains(&demand.quantity) { "" } else { &demand.quantity };
    let said = if demand.text == demand.category.label() { "" } else { &demand.text };
    match (said.is_empty(), quantity.is_empty()) {
        (true, true) => String::new(),
        (false, true) => sentence(said),
        (true, false) => sentence(quantity),
        (false, false) => sentence(&format!("{}，{quantity}", said.trim_end_matches(['。', '；']))),
    }
}

/// 用地需求.
pub fn demand_heading(demand: &DemandData) -> String {
    texts::need_of(demand.category.label())
}

/// A task as a sentence: 办理用地预审：专人跟办，并联审批。
pub fn task_text(task: &TaskData) -> String {
    match task.measure.is_empty() {
        true => sentence(&task.title),
        false => sentence(&format!("{}：{}", task.title.trim_end_matches('。'), task.measure)),
    }
}

/// The text with a full stop, if it ends in none.
pub fn sentence(text: &str) -> String {
    let text = text.trim();
    match text.chars().last() {
        None => String::new(),
        Some('。' | '！' | '？' | '；') => text.to_string(),
        Some(_) => format!("{text}。"),
    }
}

/// 企业概况 from what is known of the enterprises; nothing is made up for what is not.
pub fn enterprise_profile(data: &PlanData) -> Vec<String> {
    data.enterprises
        .iter()
        .filter_map(|one| {
            let mut facts = Vec::new();
            if !one.district_as_stated.is_empty() {
                facts.push(texts::located_in(&one.district_as_stated));
            }
            let kind = [one.size_class.map(|size| size.label()), one.ownership.map(|owner| owner.label())];
            let kind: String = kind.into_iter().flatten().collect();
            if !kind.is_empty() {
                facts.push(texts::is_a(&kind));
            }
            if let Some(employees) = one.employees {
                facts.push(texts::employs(employees));
            }
            if let Some(revenue) = &one.revenue {
                facts.push(texts::earns(&shown(revenue)));
            }
            if !one.labels.0.is_empty() {
                let labels: Vec<&str> = one.labels.0.iter().map(|label| label.label()).collect();
                facts.push(texts::holds(&labels.join("、")));
            }
            (!facts.is_empty()).then(|| format!("{}{}。", one.name_full, facts.join("，")))
        })
        .collect()
}

/// 项目内容 from what is known of a project.
pub fn project_profile(project: &ProjectData) -> Option<String> {
    let row = &project.project;
    let mut facts = Vec::new();
    if !row.district_as_stated.is_empty() {
        facts.push(texts::located_in(&row.district_as_stated));
    }
    if let Some(investment) = &row.investment {
        facts.push(texts::costs(&shown(investment)));
    }
    if let Some(industry) = &row.industry {
        facts.push(texts::belongs_to(industry.label()));
    }
    let facts = if facts.is_empty() {
        String::new()
    } else {
        format!("{}{}。", texts::project_named(&row.name), facts.join("，"))
    };
    let text = format!("{facts}{}", row.summary);
    (!text.is_empty()).then_some(text)
}

fn shown(amount: &Amount) -> String {
    amount.display()
}

/// 责任分工 from the tasks: each unit in 机构序列 with what it leads and where it assists.
pub fn duties(data: &PlanData) -> Vec<String> {
    let mut units: Vec<(&str, &str)> = Vec::new();
    for task in data.tasks() {
        if let Some(unit) = &task.lead
            && !units.iter().any(|(_, short)| *short == unit.short)
        {
            units.push((&unit.position, &unit.short));
        }
    }
    units.sort();
    units
        .into_iter()
        .map(|(_, short)| {
            let led = |task: &&TaskData| task.lead.as_ref().is_some_and(|unit| unit.short == short);
            let mut titles: Vec<&str> =
                data.tasks().filter(led).map(|task| task.title.trim_end_matches('。')).collect();
            titles.dedup();
            texts::leads(short, &titles.join("、"))
        })
        .collect()
}

/// 时间表 in words: each phase with its nodes.
pub fn schedule(data: &PlanData) -> Vec<String> {
    let nodes: Vec<_> = data.projects.iter().flat_map(|project| &project.milestones).collect();
    let mut lines = Vec::new();
    for phase in crate::projects::phase::MilestonePhase::ALL {
        let said: Vec<String> = nodes
            .iter()
            .filter(|node| node.phase == *phase)
            .map(|node| match node.plan_on {
                Some(plan) => texts::node_by(&plan.prose(), &node.name),
                None => node.name.clone(),
            })
            .collect();
        if !said.is_empty() {
            lines.push(texts::phase_with(phase.label(), &said.join("；")));
        }
    }
    lines
}
