//! 协调会纪要: what the paper of a 协调 says.

use minijinja::{Value, context};

use crate::coordinations::list::CoordinationPage;
use crate::papers::words::{day, lines, paragraphs, parts, sentence};
use crate::texts::{dispatch as texts, papers as words};

/// What the paper says as the 协调 stands.
pub fn values(page: &CoordinationPage) -> Value {
    let row = &page.row;
    let held_on = day(row.held_on);
    let facts = [
        (texts::minutes_when(), held_on.clone()),
        (words::level(), row.level.label().to_owned()),
        (words::convener(), row.convener.clone()),
        (texts::minutes_attendees(), lines(&page.attendees).join("；")),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let decisions = (1..).zip(&page.decisions).map(|(number, one)| {
        let unit = one.unit.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default();
        context! {
            序号 => number,
            内容 => texts::responsibility(&one.text, unit, &one.due),
            事项 => &one.text,
            牵头单位 => unit,
            完成时限 => &one.due,
        }
    });
    let of = [&row.project, &row.demand, &row.task].into_iter().flatten().map(|one| one.name.as_str());
    let of = of.collect::<Vec<_>>().join("；");
    context! {
        标题 => words::coordination_title(&row.issue, row.level.label()),
        会议信息 => facts.map(|(word, text)| context! { 名称 => word, 内容 => text }).collect::<Vec<Value>>(),
        议题 => paragraphs(&sentence(&row.issue)),
        所属 => if of.is_empty() { String::new() } else { words::coordination_of(&of) },
        节 => parts(&[
            ("协调事项", true),
            ("议定意见", !page.decision.is_empty() || !page.decisions.is_empty()),
            ("任务分工", !page.decisions.is_empty()),
        ]),
        议定意见 => paragraphs(&page.decision),
        决定 => decisions.collect::<Vec<Value>>(),
        会议日期 => held_on,
    }
}
