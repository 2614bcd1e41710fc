//! 周报, 月报 and 通报: figures with numerator, denominator and day; units and districts in their own order, never by
//! who is best.

use chrono::{Datelike, Days, NaiveDate};
use minijinja::{Value, context};

use crate::figures::name::{FigureKind, FigureName};
use crate::figures::value::{FigureSet, FigureValue, rate_tenths};
use crate::meetings::week::{ChangeKind, Week, WeekCounts, WeekRow};
use crate::papers::words::{day, due, parts, sentence};
use crate::projects::list::ProjectRow;
use crate::tasks::light::LightKind;
use crate::tasks::list::{TaskGroupRow, TaskRow};
use crate::texts::figures as figure_texts;
use crate::texts::papers as texts;

/// So many lines of one sort stand in a report; the rest is counted.
const LINES: usize = 40;

/// What 周报 says: what changed between two days.
pub fn weekly(week: &Week, rows: &[WeekRow], figures: &FigureSet, coming: &[TaskRow]) -> Value {
    let of = |kinds: &[ChangeKind]| {
        let rows: Vec<String> = rows.iter().filter(|row| kinds.contains(&row.kind)).map(change).collect();
        shortened(rows)
    };
    let (done, trouble) =
        (of(&[ChangeKind::Closed, ChangeKind::Noted]), of(&[ChangeKind::Overdue, ChangeKind::Extended]));
    let next = shortened(coming.iter().map(to_do).collect());
    context! {
        期间 => texts::period(&day(Some(week.since)), &day(Some(week.until))),
        总体 => overall(figures),
        变化 => texts::changes(&week.totals),
        节 => parts(&[
            ("总体进展", true),
            ("本周变化", !week.units.is_empty()),
            ("本周进展", !done.is_empty()),
            ("存在问题", !trouble.is_empty()),
            ("下周工作", !next.is_empty()),
        ]),
        单位 => week.units.iter().map(|unit| counts(texts::unit_name(&unit.name), &unit.counts)).collect::<Vec<Value>>(),
        合计 => counts("", &week.totals),
        进展 => done,
        问题 => trouble,
        下周 => next,
    }
}

fn counts(name: &str, counts: &WeekCounts) -> Value {
    context! {
        单位 => name,
        新增 => counts.created,
        销号 => counts.closed,
        延期 => counts.extended,
        新逾期 => counts.overdue,
        进展 => counts.noted,
    }
}

fn change(row: &WeekRow) -> String {
    let lead = row.lead.as_ref().map_or("", |unit| &unit.name);
    let project = row.project.as_ref().map_or("", |project| &project.name);
    sentence(&texts::change(row.kind, &row.task.name, project, lead, &row.words))
}

fn to_do(task: &TaskRow) -> String {
    let lead = task.lead.as_ref().map_or("", |unit| &unit.name);
    sentence(&texts::to_do(
        &texts::task_of(&task.title, task.project.as_ref().map_or("", |one| &one.name)),
        lead,
        &due(task),
    ))
}

fn shortened(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(LINES);
    if more > 0 {
        lines.truncate(LINES);
        lines.push(texts::and_more(more));
    }
    lines
}

/// 落地 and tasks in a sentence each.
fn overall(figures: &FigureSet) -> String {
    sentence(&format!("{}{}", sentence(&figures.prose), task_rates(figures)))
}

fn task_rates(figures: &FigureSet) -> String {
    let rate = |name| figures.figures.iter().find(|one| one.name == name).map(fraction).unwrap_or_default();
    texts::task_rates(
        &rate(FigureName::Tasks),
        &rate(FigureName::DueDoneRate),
        &rate(FigureName::OnTimeRate),
        &rate(FigureName::Overdue),
    )
}

/// 65.5%（19/29）; a count with its unit.
fn fraction(value: &FigureValue) -> String {
    match (value.name.kind(), value.denominator) {
        (FigureKind::Rate, Some(denominator)) if denominator > 0 => {
            format!("{}（{}/{denominator}）", value.text, value.numerator)
        }
        _ => format!("{}{}", value.text, figure_texts::unit(value.name)),
    }
}

/// What 月报 needs beside the figures of its last day.
pub struct Month<'m> {
    pub figures: &'m FigureSet,
    /// Those of the last day of the month before.
    pub before: &'m FigureSet,
    /// Projects with open tasks.
    pub projects: &'m [(ProjectRow, Vec<TaskRow>)],
    /// Due in the month after.
    pub coming: &'m [TaskRow],
}

/// What 月报 says.
pub fn monthly(month: &Month<'_>) -> Value {
    let as_of = month.figures.as_of;
    let open = month.projects.iter().flat_map(|(_, tasks)| tasks);
    let overdue = open.filter(|task| task.light.kind == LightKind::Overdue);
    let problems = shortened(overdue.map(problem).collect());
    let next = shortened(month.coming.iter().map(to_do).collect());
    let then = |name: FigureName| month.before.figures.iter().find(|one| one.name == name);
    let figure = |one: &FigureValue| {
        let parts = match (one.name.kind(), one.denominator) {
            (FigureKind::Rate, Some(denominator)) => format!("{}/{denominator}", one.numerator),
            _ => String::new(),
        };
        context! {
            名称 => &one.title,
            数值 => format!("{}{}", one.text, figure_texts::unit(one.name)),
            分子分母 => parts,
            上月 => then(one.name).map(|then| then.text.clone()).unwrap_or_default(),
            口径 => &one.definition,
        }
    };
    let landed =
        |set: &FigureSet| set.figures.iter().find(|one| one.name == FigureName::Landed).map(|one| one.numerator);
    let compared = landed(month.figures).zip(landed(month.before)).map(|(now, then)| texts::landed_since(now - then));
    context! {
        月份 => texts::month(as_of.year(), as_of.month()),
        总体 => sentence(&month.figures.prose),
        任务综述 => sentence(&task_rates(month.figures)),
        比上月 => compared.unwrap_or_default(),
        节 => parts(&[
            ("总体进展", true),
            ("主要指标", true),
            ("项目进展", !month.projects.is_empty()),
            ("存在问题", !problems.is_empty()),
            ("下一步工作", !next.is_empty()),
        ]),
        指标 => month.figures.figures.iter().map(figure).collect::<Vec<Value>>(),
        项目 => (1..).zip(month.projects).map(|(number, (row, tasks))| project(number, row, tasks)).collect::<Vec<Value>>(),
        问题 => problems,
        下一步 => next,
    }
}

fn project(number: usize, row: &ProjectRow, tasks: &[TaskRow]) -> Value {
    let noted = tasks.iter().find(|task| !task.done_text.is_empty());
    let late = tasks.iter().filter(|task| task.light.kind == LightKind::Overdue).count();
    let behind = tasks.iter().filter(|task| task.light.kind == LightKind::Behind).count();
    context! {
        序号 => number,
        名称 => &row.name,
        企业 => &row.enterprise,
        总投资 => &row.investment,
        进展 => noted.map(|task| texts::noted(&task.title, &task.done_text)).unwrap_or_default(),
        问题 => texts::late_and_behind(late, behind),
        单位 => &row.lead,
    }
}

fn problem(task: &TaskRow) -> String {
    let title = texts::task_of(&task.title, task.project.as_ref().map_or("", |one| &one.name));
    let lead = task.lead.as_ref().map_or("", |unit| &unit.name);
    sentence(&texts::trouble(&title, lead, &task.light.word, task.need_coordination))
}

/// What 通报 says. `figures` carries its breakdowns.
pub fn bulletin(figures: &FigureSet, units: &[TaskGroupRow], late: &[TaskRow]) -> Value {
    let as_of = figures.as_of;
    let rate = |numerator: i64, denominator: i64| match rate_tenths(numerator, denominator) {
        Some(tenths) => texts::rate_of(&figure_texts::rate(tenths), numerator, denominator),
        None => "—".to_owned(),
    };
    let districts = figures.breakdowns.iter().flat_map(|spread| &spread.districts).map(|one| {
        context! { 名称 => &one.label, 入库 => one.library, 落地 => one.landed, 落地率 => rate(one.landed, one.library) }
    });
    let unit = |one: &TaskGroupRow| {
        context! {
            名称 => &one.label,
            任务 => one.count,
            应完成 => one.due_count,
            已完成 => one.due_done,
            完成率 => rate(one.due_done as i64, one.due_count as i64),
            逾期 => one.overdue,
        }
    };
    let overdue = |(number, task): (usize, &TaskRow)| {
        let late = task.due.as_ref().and_then(|due| due.day).map(|due| as_of.signed_duration_since(due).num_days());
        context! {
            序号 => number,
            事项 => texts::task_of(&task.title, task.project.as_ref().map_or("", |one| &one.name)),
            单位 => task.lead.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default(),
            时限 => due(task),
            天数 => late.map(texts::days).unwrap_or_default(),
        }
    };
    let of = |name| figures.figures.iter().find(|one| one.name == name);
    let (solved, satisfied) = (of(FigureName::DemandSolvedRate), of(FigureName::SatisfactionRate));
    let definitions = [FigureName::LandingRate, FigureName::DueDoneRate, FigureName::DemandSolvedRate];
    let definitions = definitions.map(|name| format!("{}：{}", name.label(), figure_texts::definition(name)));
    context! {
        月份 => texts::month(as_of.year(), as_of.month()),
        标题 => texts::bulletin_title(as_of.year(), as_of.month()),
        落地 => sentence(&figures.prose),
        任务综述 => sentence(&task_rates(figures)),
        区市 => districts.collect::<Vec<Value>>(),
        单位 => units.iter().map(unit).collect::<Vec<Value>>(),
        需求综述 => texts::demand_rates(
            &solved.map(fraction).unwrap_or_default(),
            &satisfied.map(fraction).unwrap_or_default(),
            satisfied.map_or("", |one| &one.remark),
        ),
        逾期 => (1..).zip(late).map(overdue).collect::<Vec<Value>>(),
        口径 => texts::definitions(&definitions),
        节 => parts(&[
            ("项目落地情况", true),
            ("任务完成情况", true),
            ("需求办理情况", true),
            ("逾期事项", !late.is_empty()),
            ("工作要求", true),
        ]),
    }
}

/// The last day a report of a month is told for: its end, or the day asked for in its own month.
pub fn month_end(first: NaiveDate, as_of: NaiveDate) -> NaiveDate {
    let next = first.checked_add_months(chrono::Months::new(1)).and_then(|day| day.checked_sub_days(Days::new(1)));
    next.map_or(as_of, |last| if (last.year(), last.month()) == (as_of.year(), as_of.month()) { as_of } else { last })
}
