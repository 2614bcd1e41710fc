//! What a 督办单 says: one matter, its parts as in domain.md §3.2.

use minijinja::{Value, context};

use crate::papers::words::day;
use crate::supervisions::list::SupervisionPage;
use crate::supervisions::status::SupervisionStatus;
use crate::texts::supervisions as texts;

/// What the paper says as things stand.
pub fn values(page: &SupervisionPage) -> Value {
    let row = &page.row;
    let reply_due = day(row.reply_due);
    let due = match page.overdue.is_empty() {
        true => row.task_due.clone(),
        false => texts::due_and_overdue(&row.task_due, &page.overdue),
    };
    context! {
        标题 => texts::paper_title(row.level),
        牵头单位 => row.department.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default(),
        开头 => texts::paper_opening(&row.matter, &row.task_due, &page.overdue, &reply_due),
        编号 => &row.number,
        级别 => texts::level_with_colour(row.level),
        事项 => &row.matter,
        项目 => row.project.as_ref().map(|one| one.name.as_str()).unwrap_or_default(),
        来源依据 => &page.basis,
        配合单位 => &page.assisting,
        办理要求 => &page.requirement,
        办结时限 => due,
        逾期天数 => &page.overdue,
        反馈时限 => reply_due,
        发出日期 => day(row.issued_on),
        签收日期 => day(page.received_on),
        办理情况 => &page.reply,
        审核意见 => &page.verdict,
        销号日期 => day(row.closed_on),
        作废 => row.status == SupervisionStatus::Voided,
    }
}
