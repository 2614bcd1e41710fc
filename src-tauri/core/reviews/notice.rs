//! The papers of a round: 修改完善通知 to the enterprise when it must be reviewed again, otherwise 评审论证意见; the
//! 论证意见 for the file, with names; and the 专家评审表 that experts fill in.

use minijinja::{Value, context};

use crate::documents::file_name as names;
use crate::papers::words::{day, paragraphs, parts};
use crate::partial_date::PartialDate;
use crate::reviews::conclusion::Conclusion;
use crate::reviews::list::{OpinionRow, RoundRow};
use crate::texts;
use crate::texts::papers as words;

/// What the paper says. Experts are not named to the enterprise.
pub fn values(project: &str, enterprise: &str, round: &RoundRow, today: chrono::NaiveDate) -> Value {
    let revise = round.conclusion == Some(Conclusion::Revise);
    let conclusion = round.conclusion.map(Conclusion::label).unwrap_or_default();
    let held_on = day(round.held_on);
    let who = |at: usize, one: &OpinionRow| if revise { texts::expert_number(at) } else { one.expert.clone() };
    let opinions: Vec<Value> = (1..).zip(spoken(round)).map(|(at, one)| opinion(who(at, one), one)).collect();
    context! {
        标题 => texts::review_paper_title(project, revise),
        主送 => if revise { enterprise } else { "" },
        开头 => texts::review_paper_opening(project, &held_on, round.round, round.kind.label(), &round.organiser, conclusion),
        节 => parts(&[
            ("论证意见", !round.opinion.is_empty()),
            ("修改要求", revise),
            ("专家意见", round.opinions.iter().any(|one| one.said)),
        ]),
        论证意见 => paragraphs(&round.opinion),
        修改要求 => paragraphs(&round.to_change),
        专家意见 => opinions,
        有平均分 => has_means(round),
        平均分 => means(round),
        要修改 => revise,
        日期 => PartialDate::day(today).prose(),
    }
}

/// What the 论证意见 for the file says.
pub fn opinion_values(project: &str, enterprise: &str, investment: &str, round: &RoundRow) -> Value {
    let conclusion = round.conclusion.map(Conclusion::label).unwrap_or_default();
    let held_on = day(round.held_on);
    let said = |one: &OpinionRow| opinion(one.expert.clone(), one);
    let advice = round.advice.iter().map(|one| words::advised(one.count, one.advice.label()));
    context! {
        项目 => project,
        企业 => enterprise,
        总投资 => investment,
        轮次 => round.round,
        方式 => round.kind.label(),
        评审日期 => &held_on,
        组织单位 => &round.organiser,
        结论 => conclusion,
        综述 => texts::review_paper_opening(project, &held_on, round.round, round.kind.label(), &round.organiser, conclusion),
        论证意见 => paragraphs(&round.opinion),
        修改要求 => paragraphs(&round.to_change),
        修改情况 => paragraphs(&round.how_met),
        专家意见 => spoken(round).map(said).collect::<Vec<Value>>(),
        平均分 => means(round),
        建议统计 => advice.collect::<Vec<_>>().join("，"),
        节 => parts(&[
            ("评审情况", true),
            ("论证意见", !round.opinion.is_empty()),
            ("修改要求", !round.to_change.is_empty()),
            ("修改情况", !round.how_met.is_empty()),
            ("专家意见", spoken(round).next().is_some()),
        ]),
    }
}

/// What the 专家评审表 of a round say: one for each expert who has not stood aside, an empty one when none was asked.
pub fn form_values(project: &str, enterprise: &str, round: &RoundRow) -> Value {
    let turn = words::round(round.round, round.kind.label());
    let held_on = day(round.held_on);
    let form = |at: usize, one: Option<&OpinionRow>| {
        let text = |said: fn(&OpinionRow) -> &String| one.map(|one| said(one).as_str()).unwrap_or_default();
        context! {
            不是第一张 => at > 0,
            项目 => project,
            企业 => enterprise,
            轮次 => &turn,
            专家 => text(|one| &one.expert),
            单位 => text(|one| &one.organisation),
            创意好 => text(|one| &one.idea),
            论证实 => text(|one| &one.argument),
            可落地 => text(|one| &one.feasible),
            总体意见 => text(|one| &one.overall),
            建议 => boxes(one.and_then(|one| one.advice)),
            日期 => &held_on,
        }
    };
    let asked = round.opinions.iter().filter(|one| !one.declined);
    let mut forms: Vec<Value> = asked.enumerate().map(|(at, one)| form(at, Some(one))).collect();
    if forms.is_empty() {
        forms.push(form(0, None));
    }
    context! { 表 => forms }
}

fn spoken(round: &RoundRow) -> impl Iterator<Item = &OpinionRow> {
    round.opinions.iter().filter(|one| one.said && !one.declined)
}

fn opinion(who: String, one: &OpinionRow) -> Value {
    context! {
        专家 => who,
        单位 => &one.organisation,
        创意好 => &one.idea,
        论证实 => &one.argument,
        可落地 => &one.feasible,
        总体意见 => &one.overall,
    }
}

fn has_means(round: &RoundRow) -> bool {
    [&round.mean_idea, &round.mean_argument, &round.mean_feasible].iter().any(|mean| !mean.is_empty())
}

fn means(round: &RoundRow) -> Value {
    context! { 创意好 => &round.mean_idea, 论证实 => &round.mean_argument, 可落地 => &round.mean_feasible }
}

/// ☑通过　□修改后再审　□不通过
fn boxes(advice: Option<Conclusion>) -> String {
    let one = |conclusion: &Conclusion| {
        let mark = if advice == Some(*conclusion) { "☑" } else { "□" };
        format!("{mark}{}", conclusion.label())
    };
    Conclusion::ALL.iter().map(one).collect::<Vec<_>>().join("　")
}

/// What the save dialog proposes.
pub fn file_name(project: &str, round: &RoundRow, today: chrono::NaiveDate) -> String {
    let revise = round.conclusion == Some(Conclusion::Revise);
    names::propose(project, texts::review_paper_kind(revise), &PartialDate::day(today).prose(), "docx")
}
