//! 纪要: what the paper of a meeting says.

use minijinja::{Value, context};

use crate::documents::file_name as names;
use crate::meetings::list::{MeetingItemRow, MeetingPage};
use crate::meetings::status::ItemState;
use crate::papers::words::{day, lines, paragraphs, parts};
use crate::partial_date::PartialDate;
use crate::texts::dispatch as texts;

/// What the paper says as the meeting stands.
pub fn values(page: &MeetingPage) -> Value {
    let row = &page.row;
    let held_on = PartialDate::day(row.held_on).prose();
    let facts = [
        (texts::minutes_when(), held_on.as_str()),
        (texts::minutes_where(), row.place.as_str()),
        (texts::minutes_chair(), row.chair.as_str()),
        (texts::minutes_recorder(), page.recorder.as_str()),
        (texts::minutes_attendees(), page.attendees.as_str()),
    ];
    let facts = facts.into_iter().filter(|(_, text)| !text.is_empty());
    let facts: Vec<Value> = facts.map(|(word, text)| context! { 名称 => word, 内容 => one_line(text) }).collect();
    let discussed: Vec<&MeetingItemRow> = page.items.iter().filter(|item| item.state == ItemState::Decided).collect();
    let items: Vec<Value> = (1..).zip(&discussed).map(|(number, item)| discussed_item(number, item)).collect();
    let decided: Vec<_> =
        page.items.iter().flat_map(|item| item.decisions.iter().map(move |one| (item, one))).collect();
    let tasks = (1..).zip(&decided).map(|(number, (item, decision))| {
        context! {
            序号 => number,
            事项 => texts::minutes_matter(&heading(item), &decision.text),
            牵头单位 => decision.unit.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default(),
            完成时限 => &decision.due,
        }
    });
    let supervisions = page.supervisions.iter().rev().map(|one| {
        let unit = one.department.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default();
        texts::minutes_supervision(&one.number, one.level, &one.matter, unit, &day(one.reply_due))
    });
    let coordinations = page.coordinations.iter().map(|one| texts::minutes_coordination(one.level.label(), &one.issue));
    context! {
        标题 => texts::minutes_title(&row.title, &row.number),
        会议信息 => facts,
        综述 => texts::minutes_opening(page.items.len(), discussed.len(), row.decisions, row.supervisions),
        节 => parts(&[
            ("议定事项", !discussed.is_empty()),
            ("任务分工", !decided.is_empty()),
            ("督办事项", !page.supervisions.is_empty()),
            ("提请协调事项", !page.coordinations.is_empty()),
        ]),
        议定事项 => items,
        任务分工 => tasks.collect::<Vec<Value>>(),
        督办事项 => supervisions.collect::<Vec<String>>(),
        提请协调事项 => coordinations.collect::<Vec<String>>(),
        会议日期 => held_on,
    }
}

fn discussed_item(number: u32, item: &MeetingItemRow) -> Value {
    let decisions = (1..).zip(&item.decisions).map(|(at, decision)| {
        let unit = decision.unit.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default();
        context! { 序号 => at, 内容 => texts::responsibility(&decision.text, unit, &decision.due) }
    });
    let standing = if item.standing.is_empty() { String::new() } else { texts::minutes_standing(&item.standing) };
    context! {
        序号 => crate::documents::model::chinese_numeral(number),
        标题 => heading(item),
        进展 => standing,
        意见 => paragraphs(&item.said),
        决定 => decisions.collect::<Vec<Value>>(),
    }
}

fn heading(item: &MeetingItemRow) -> String {
    let project = item.project.as_ref().filter(|_| item.task.is_some()).map(|project| project.name.as_str());
    texts::item_heading(&item.title, project.unwrap_or_default())
}

fn one_line(text: &str) -> String {
    lines(text).join("；")
}

/// What the save dialog proposes.
pub fn file_name(page: &MeetingPage) -> String {
    let date = PartialDate::day(page.row.held_on).prose();
    names::propose(&page.row.number, texts::minutes_kind(), &date, "docx")
}
