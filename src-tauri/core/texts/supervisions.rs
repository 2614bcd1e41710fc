//! What is said about 督办单.

use chrono::NaiveDate;

use crate::partial_date::PartialDate;
use crate::supervisions::status::{SupervisionLevel, SupervisionStatus};

/// What one is called.
pub fn word() -> &'static str {
    "督办单"
}

/// The colour of a level.
pub fn colour(level: SupervisionLevel) -> &'static str {
    match level {
        SupervisionLevel::Notice => "蓝",
        SupervisionLevel::Urge => "黄",
        SupervisionLevel::Report => "红",
    }
}

/// 督办（黄色）.
pub fn level_with_colour(level: SupervisionLevel) -> String {
    format!("{}（{}色）", level.label(), colour(level))
}

/// DB-2021-A003.
pub fn number(start: &str, number: i64) -> String {
    format!("{start}{number:03}")
}

/// Several at once.
pub fn and_others(number: &str, count: usize) -> String {
    match count {
        0 | 1 => number.to_string(),
        count => format!("{number}等{count}张"),
    }
}

/// More at once than anybody reads.
pub fn too_many(count: usize, most: usize) -> String {
    format!("一次最多出 {most} 张督办单，选了 {count} 项；请分几次办")
}

/// Nothing was chosen.
pub fn nothing_to_issue() -> &'static str {
    "没有选中要督办的事项；请先勾选"
}

/// Nobody would answer.
pub fn needs_unit(matter: &str) -> String {
    let matter: String = matter.chars().take(40).collect();
    format!("“{matter}”还没有牵头单位，督办单发给谁？请先填牵头单位")
}

/// Two papers of one number.
pub fn number_taken(number: &str, matter: &str) -> String {
    let matter: String = matter.chars().take(40).collect();
    format!("编号“{number}”已用于“{matter}”；请改用别的编号")
}

/// A reply before the paper is out.
pub fn reply_before_issue(due: NaiveDate, issued: NaiveDate) -> String {
    format!("反馈时限 {due} 早于发出日期 {issued}；请改晚一些")
}

/// 发出日期 out of bounds.
pub fn issued_between(earliest: NaiveDate, latest: NaiveDate) -> String {
    format!("发出日期要在 {earliest} 到 {latest} 之间")
}

/// What stands on a paper that left is not changed.
pub fn left_the_room(number: &str, field: &str) -> String {
    format!("{number} 已经导出发出，“{field}”不能再改；确有错误请作废后另出一张")
}

/// Nor deleted.
pub fn exported_stays(number: &str) -> String {
    format!("{number} 已经导出发出，不能删除；请改为“作废”并写明理由")
}

/// A draft is not sent.
pub fn draft_stays(number: &str) -> String {
    format!("{number} 还在拟制，发出后才能导出")
}

/// The day it left the room.
pub fn exported_on() -> &'static str {
    "导出日期"
}

/// Not a step of the table.
pub fn step_not_allowed(from: &str, to: &str, next: &str) -> String {
    match next.is_empty() {
        true => format!("督办单已是“{from}”，不能再改为“{to}”"),
        false => format!("督办单现在是“{from}”，不能直接改为“{to}”；可以改为：{next}"),
    }
}

/// What a step is called in the undo menu.
pub fn step_name(to: SupervisionStatus) -> &'static str {
    match to {
        SupervisionStatus::Draft | SupervisionStatus::Issued => "状态（发出）",
        SupervisionStatus::Received => "状态（签收）",
        SupervisionStatus::Replied => "状态（反馈）",
        SupervisionStatus::Returned => "状态（退回）",
        SupervisionStatus::Closed => "状态（销号）",
        SupervisionStatus::Voided => "状态（作废）",
    }
}

/// What is written for a step.
pub fn step_text(to: SupervisionStatus) -> &'static str {
    match to {
        SupervisionStatus::Replied => "办理情况",
        SupervisionStatus::Closed => "审核意见",
        SupervisionStatus::Returned => "退回理由",
        SupervisionStatus::Voided => "作废理由",
        _ => "说明",
    }
}

/// It has to be.
pub fn step_needs_text(to: SupervisionStatus) -> String {
    match to {
        SupervisionStatus::Replied => "请填写办理情况，复核时要看".to_string(),
        SupervisionStatus::Returned => "退回要写明理由，单位才知道补什么".to_string(),
        _ => format!("请写明{}", step_text(to)),
    }
}

/// 审核意见 when nothing else was written.
pub fn verdict_closed() -> &'static str {
    "经复核，同意销号"
}

/// 销号 of a task that the paper does not name.
pub fn no_task_to_close(number: &str) -> String {
    format!("{number} 不对应任务，没有任务可以一并销号")
}

/// The task does not wait for it.
pub fn task_not_submitted(title: &str, status: &str) -> String {
    format!("任务“{title}”现在是“{status}”，还没有申请销号，不能一并销号；请先为任务申请销号并附佐证")
}

// ── What a paper says ────────────────────────────────────────────────────────────────────────────────────────────

/// 示例项目20：用地预审.
pub fn matter(about: Option<&str>, title: &str) -> String {
    match about {
        Some(about) if !about.is_empty() => format!("{about}：{title}"),
        _ => title.to_string(),
    }
}

/// Where it comes from.
pub fn basis_meeting(number: &str) -> String {
    format!("{number}调度会议定")
}

/// The same.
pub fn basis_source(source: &str) -> String {
    format!("{source}交办")
}

/// The same.
pub fn basis_demand(demand: &str) -> String {
    let demand: String = demand.chars().take(60).collect();
    format!("企业需求“{demand}”")
}

/// The same.
pub fn basis_plan() -> &'static str {
    "任务台账"
}

/// What is asked of the unit.
pub fn requirement(level: SupervisionLevel, reply_due: NaiveDate) -> String {
    let day = PartialDate::day(reply_due).prose();
    match level {
        SupervisionLevel::Notice => format!("请对照办结时限加快办理，并于{day}前反馈进展情况。"),
        SupervisionLevel::Urge => format!("请说明进度滞后的原因和赶超措施，并于{day}前书面反馈。"),
        SupervisionLevel::Report => {
            format!("请立即办理，于{day}前书面反馈办理情况、逾期原因和明确的办结时限。")
        }
    }
}

/// Over the paper.
pub fn paper_title(level: SupervisionLevel) -> String {
    match level {
        SupervisionLevel::Notice => "督办单（提示）".to_string(),
        SupervisionLevel::Urge => "督办单".to_string(),
        SupervisionLevel::Report => "督办单（通报）".to_string(),
    }
}

/// Its first sentence.
pub fn paper_opening(matter: &str, due: &str, overdue: &str, reply_due: &str) -> String {
    let standing = match (due.is_empty(), overdue.is_empty()) {
        (true, _) => String::new(),
        (false, true) => format!("，办结时限为{due}"),
        (false, false) => format!("，应于{due}办结，已{}", overdue.replace(' ', "")),
    };
    format!("“{matter}”由你单位牵头办理{standing}。请按下列要求抓紧办理，并于{reply_due}前反馈。")
}

/// The deadline that was missed, and by how much.
pub fn due_and_overdue(due: &str, overdue: &str) -> String {
    format!("{due}（{overdue}）")
}
