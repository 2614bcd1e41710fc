//! 检查: what a plan lacks, each with where to mend it.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::data::{PlanData, TaskData};
use super::outline::PlanSection;
use crate::action::Kind;
use crate::documents::fonts::{installed_families, missing_fonts};
use crate::ids::Id;
use crate::tasks::status::TaskStatus;
use crate::texts::plans as texts;

codes! {
    /// What kind of finding.
    pub enum FindingKind {
        NoPerson => "no_person", "缺责任人";
        NoLead => "no_lead", "缺牵头单位";
        NoDue => "no_due", "缺完成时限";
        PastDue => "past_due", "时限早于今天";
        NotSplit => "not_split", "需求未拆解";
        NoText => "no_text", "章节未写";
        NoDate => "no_date", "缺成文日期";
        NoSigner => "no_signer", "缺署名";
        NoTask => "no_task", "没有任务";
        Verify => "verify", "待核实";
        Font => "font", "缺少字体";
        OpinionOpen => "opinion_open", "意见未定是否采纳";
        NotAnswered => "not_answered", "未反馈意见";
    }
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Finding {
    pub kind: FindingKind,
    /// Must be mended before the paper is right; otherwise worth a look.
    pub serious: bool,
    /// What it is about: 供电增容.
    pub about: String,
    /// Where it shows: 附件1 第2行.
    pub place: String,
    /// The record where it is mended.
    pub cure_kind: Kind,
    pub cure: Option<Id>,
    /// The section of the plan where it is mended, if it is in the plan itself.
    pub section: Option<PlanSection>,
}

/// Looks a plan through; the findings in the order of the paper, serious ones first.
pub fn check(data: &PlanData, as_of: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, task) in data.tasks().enumerate() {
        check_task(task, at + 1, as_of, &mut findings);
    }
    if data.tasks().next().is_none() {
        let cure = data.projects.first().map(|project| project.project.id.0);
        findings.push(record(FindingKind::NoTask, true, data.subject(), texts::duty_table(), Kind::Project, cure));
    }
    for project in &data.projects {
        for demand in &project.demands {
            if demand.tasks(project).next().is_none() {
                let about = super::words::demand_heading(demand);
                let cure = Some(project.project.id.0);
                findings.push(record(FindingKind::NotSplit, false, about, &project.project.name, Kind::Project, cure));
            }
        }
        if !project.project.verify.is_empty() {
            let about = project.project.verify.clone();
            let cure = Some(project.project.id.0);
            findings.push(record(FindingKind::Verify, false, about, &project.project.name, Kind::Project, cure));
        }
    }
    check_plan(data, &mut findings);
    findings.sort_by_key(|finding| !finding.serious);
    findings
}

fn check_task(task: &TaskData, row: usize, as_of: NaiveDate, findings: &mut Vec<Finding>) {
    let place = texts::duty_row(row);
    let mut say = |kind, serious| {
        findings.push(record(kind, serious, task.title.clone(), &place, Kind::Task, Some(task.id.0)));
    };
    if task.lead.is_none() {
        say(FindingKind::NoLead, true);
    }
    if task.persons.is_empty() {
        say(FindingKind::NoPerson, true);
    }
    let finished = matches!(task.status, TaskStatus::Closed | TaskStatus::Submitted);
    match task.due {
        None => say(FindingKind::NoDue, true),
        Some(due) if !finished && due.date.is_some_and(|date| date < as_of) => say(FindingKind::PastDue, true),
        Some(_) => {}
    }
}

fn check_plan(data: &PlanData, findings: &mut Vec<Finding>) {
    for section in PlanSection::ALL.iter().filter(|section| section.has_text()) {
        if !super::content::has_section(data, *section) {
            findings.push(of_plan(FindingKind::NoText, section.label(), Some(*section)));
        }
    }
    if data.plan.dated.is_none() {
        findings.push(of_plan(FindingKind::NoDate, texts::head(), None));
    }
    if data.plan.signer.is_empty() {
        findings.push(of_plan(FindingKind::NoSigner, texts::head(), None));
    }
    let missing = installed_families().map(|installed| missing_fonts(&installed)).unwrap_or_default();
    if !missing.is_empty() {
        let about = missing.iter().map(|font| font.name.to_string()).collect::<Vec<_>>().join("、");
        findings.push(Finding { place: texts::fonts_beside().into(), ..of_plan(FindingKind::Font, &about, None) });
    }
}

fn record(kind: FindingKind, serious: bool, about: String, place: &str, cure_kind: Kind, cure: Option<Id>) -> Finding {
    Finding { kind, serious, about, place: place.to_string(), cure_kind, cure, section: None }
}

fn of_plan(kind: FindingKind, about: &str, section: Option<PlanSection>) -> Finding {
    Finding {
        kind,
        serious: false,
        about: about.into(),
        place: String::new(),
        cure_kind: Kind::Plan,
        cure: None,
        section,
    }
}
