//! 简报 of a project, and 项目一页纸.

use minijinja::{Value, context};

use crate::demands::list::DemandRow;
use crate::outcomes::list::OutcomeRow;
use crate::papers::words::{day, due, names, paragraphs, parts, sentence};
use crate::projects::list::ProjectPage;
use crate::projects::milestones::MilestoneRow;
use crate::tasks::light::{Light, LightKind};
use crate::tasks::list::TaskRow;
use crate::tasks::status::TaskStatus;
use crate::texts::papers as texts;

/// What both papers are made of, as of a day.
pub struct ProjectFacts {
    pub page: ProjectPage,
    pub leader: String,
    /// By deadline; cancelled ones are left out.
    pub tasks: Vec<TaskRow>,
    pub demands: Vec<DemandRow>,
    pub milestones: Vec<MilestoneRow>,
    pub outcomes: Vec<OutcomeRow>,
}

/// So many tasks stand on 项目一页纸: more do not fit below the facts.
const ON_ONE_PAGE: usize = 6;

/// What the papers say.
pub fn values(facts: &ProjectFacts) -> Value {
    let page = &facts.page;
    let lead = page.enterprises.iter().find(|one| one.is_lead).or(page.enterprises.first());
    let open = |task: &&TaskRow| task.status.is_open();
    let noted = facts.tasks.iter().filter(|task| !task.done_text.is_empty());
    let troubled = facts.tasks.iter().filter(open).filter(|task| trouble(task));
    let troubles: Vec<String> = troubled.map(texts_of_trouble).collect();
    let nodes = facts.milestones.iter().filter(|node| node.actual_on.is_none());
    let mut next: Vec<String> = facts
        .tasks
        .iter()
        .filter(open)
        .filter(|task| task.light.kind != LightKind::Overdue)
        .take(5)
        .map(to_do)
        .collect();
    next.extend(nodes.take(3).map(|node| sentence(&texts::node_to_reach(&node.name, &node.plan_text))));
    let demands: Vec<String> = facts.demands.iter().map(demand).collect();
    let outcomes: Vec<String> = facts.outcomes.iter().map(outcome).collect();
    let mut shown: Vec<&TaskRow> = facts.tasks.iter().collect();
    shown.sort_by_key(|task| (!open(task), !trouble(task)));
    context! {
        项目 => &page.name,
        示例 => if page.sample { texts::sample() } else { "" },
        编号 => &page.code,
        企业 => names(page.enterprises.iter().map(|one| one.name.as_str())),
        区市 => &page.district,
        总投资 => &page.investment_text,
        阶段 => page.stage.label(),
        产业 => texts::industry(page.industry.as_ref().map(|one| one.label()), page.format.as_ref().map(|one| one.label())),
        推进小组 => texts::group(&page.work_group, &facts.leader),
        牵头单位 => &page.lead,
        灯 => page.light.as_ref().map(light_text).unwrap_or_default(),
        灯色 => page.light.as_ref().map(|light| light_colour(light.kind)).unwrap_or_default(),
        概况 => texts::profile(
            lead.map_or("", |one| &one.name), &page.district, &page.investment_text, page.stage.label(), &day(page.in_library),
            &day(page.landed_on),
        ),
        简介 => paragraphs(&page.summary),
        节 => parts(&[
            ("基本情况", true),
            ("推进情况", true),
            ("需求办理", !demands.is_empty()),
            ("取得成效", !outcomes.is_empty()),
            ("存在问题", !troubles.is_empty()),
            ("下一步工作", !next.is_empty()),
        ]),
        推进综述 => standing(&facts.tasks),
        任务综述 => standing(&facts.tasks),
        近期进展 => noted.map(|task| sentence(&texts::noted(&task.title, &task.done_text))).collect::<Vec<String>>(),
        需求 => demands,
        成效 => outcomes,
        问题 => troubles,
        下一步 => next,
        节点 => facts.milestones.iter().map(node).collect::<Vec<String>>(),
        任务 => shown.iter().take(ON_ONE_PAGE).map(|task| line(task)).collect::<Vec<Value>>(),
    }
}

fn trouble(task: &TaskRow) -> bool {
    task.need_coordination || matches!(task.light.kind, LightKind::Overdue | LightKind::Behind)
}

fn texts_of_trouble(task: &TaskRow) -> String {
    let lead = task.lead.as_ref().map_or("", |unit| &unit.name);
    sentence(&texts::trouble(&task.title, lead, &task.light.word, task.need_coordination))
}

fn to_do(task: &TaskRow) -> String {
    let lead = task.lead.as_ref().map_or("", |unit| &unit.name);
    sentence(&texts::to_do(&task.title, lead, &due(task)))
}

fn standing(tasks: &[TaskRow]) -> String {
    let count = |wanted: fn(&&TaskRow) -> bool| tasks.iter().filter(wanted).count();
    texts::standing(
        tasks.len(),
        count(|task| task.status == TaskStatus::Closed),
        count(|task| task.status == TaskStatus::Submitted),
        count(|task| task.light.kind == LightKind::Overdue),
    )
}

fn demand(one: &DemandRow) -> String {
    let quantity = if one.text.contains(&one.quantity) { "" } else { one.quantity.as_str() };
    let said = texts::demand(one.category.label(), &one.text, quantity);
    let note = if one.verify.is_empty() { "" } else { texts::to_verify() };
    sentence(&texts::demand_stands(&said, &one.lead, one.status.label(), &one.result, note))
}

fn outcome(one: &OutcomeRow) -> String {
    let certainty = one.certainty.map_or("", |certainty| certainty.label());
    let note = if one.verify.is_empty() { "" } else { texts::to_verify() };
    sentence(&texts::outcome(
        &day(one.on_day),
        one.kind.label(),
        &one.amount,
        certainty,
        &one.counterparty,
        &one.source_text,
        note,
    ))
}

fn node(one: &MilestoneRow) -> String {
    match one.actual_on {
        Some(on) => texts::node_reached(&one.name, &day(Some(on))),
        None => texts::node_planned(&one.name, &one.plan_text),
    }
}

fn line(task: &TaskRow) -> Value {
    context! {
        名称 => &task.title,
        单位 => task.lead.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default(),
        时限 => due(task),
        状态 => light_text(&task.light),
        底色 => light_colour(task.light.kind),
    }
}

/// Colour, shape and word: never colour alone.
fn light_text(light: &Light) -> String {
    format!("{} {}", texts::light_mark(light.kind), light.word)
}

/// The tint of a light.
pub fn light_colour(kind: LightKind) -> &'static str {
    match kind {
        LightKind::Overdue | LightKind::Behind => "FBDAD7",
        LightKind::DueSoon | LightKind::Slow => "FFF1CC",
        LightKind::Done => "DCE9F7",
        LightKind::OnHold => "EDEDED",
        LightKind::Normal => "DDF1E0",
    }
}
