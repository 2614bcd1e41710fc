//! What is said about tasks.

use chrono::NaiveDate;

use crate::partial_date::PartialDate;
use crate::tasks::status::TaskStatus;

/// A step that is not allowed; `next` is what is.
pub fn status_not_allowed(from: TaskStatus, to: TaskStatus) -> String {
    let next: Vec<&str> = from.allowed_next().iter().map(|status| status.label()).collect();
    format!("任务现在是“{}”，不能直接改为“{}”；可以改为：{}", from.label(), to.label(), next.join("、"))
}

/// 暂缓, 取消, 退回 and 重新启动 need a reason.
pub fn status_needs_reason(from: TaskStatus, to: TaskStatus) -> String {
    format!("{}要写明理由；可以写成“{}：理由”", from.step_word(to), to.label())
}

/// 延期, or giving up a deadline, needs a reason.
pub fn extension_needs_reason(old: PartialDate, new: Option<PartialDate>) -> String {
    let old = old.prose();
    match new {
        Some(new) => format!("完成时限由{old}延到{0}，延期要写明理由；可以写成“{0}：理由”", new.prose()),
        None => format!("取消完成时限（原{old}）要写明理由"),
    }
}

/// 申请销号 needs words or a file.
pub fn evidence_needed() -> &'static str {
    "申请销号要有佐证：请写明办结情况（可以写成“待销号：佐证”），或者先在任务的附件里添加材料"
}

/// Why a deadline that comes from a rule moved.
pub fn recounted(assigned_on: NaiveDate, rule: &str) -> String {
    format!("交办日期改为 {assigned_on}，按{rule}重新计算")
}

/// A fact dated before the one it follows.
pub fn before_last_fact(what: &str, on: NaiveDate, last: NaiveDate) -> String {
    format!("{what}最近一次变动在 {last}，不能再补记 {on} 的；请改用 {last} 或以后的日期")
}

/// A fact dated in the future.
pub fn not_yet(what: &str, on: NaiveDate, today: NaiveDate) -> String {
    format!("{what}的日期 {on} 还没到（今天是 {today}）；请改用今天或以前的日期")
}

/// The due date is before the start.
pub fn due_before_start(due: NaiveDate, start: NaiveDate) -> String {
    format!("完成时限 {due} 早于开始日期 {start}；请改其中一个")
}

/// How a deadline in working days is kept: 15个工作日自交办.
pub fn due_rule(working_days: i32) -> String {
    format!("{working_days}个工作日自交办")
}

/// Too many working days, or none.
pub fn due_rule_out_of_bounds(most: i32) -> String {
    format!("时限要在 1 到 {most} 个工作日之间；请改写天数，或直接写日期")
}

/// A person who was not known yet.
pub fn person_added(name: &str, unit: Option<&str>) -> String {
    match unit {
        Some(unit) => format!("{unit}原来没有“{name}”，已新增为该单位人员"),
        None => format!("原来没有“{name}”，已新增为人员，单位待填"),
    }
}

/// Several people of one name.
pub fn person_ambiguous(name: &str) -> String {
    format!("有几个人都叫“{name}”，而任务的牵头单位里没有；请先确定牵头单位，再选责任人")
}

/// The lead unit stood among the assisting ones too.
pub fn lead_not_assisting(short: &str) -> String {
    format!("{short}已是牵头单位，没有再列入配合单位")
}

/// No record of that name.
pub fn no_such(what: &str, typed: &str) -> String {
    format!("没有名为“{typed}”的{what}；请从列表中选择")
}

/// Several records of that name.
pub fn several_such(what: &str, typed: &str) -> String {
    format!("有几个{what}都叫“{typed}”；请从列表中选择")
}

/// A milestone or a demand of another project.
pub fn of_another(what: &str, name: &str) -> String {
    format!("{what}“{name}”不属于这项任务的项目或企业；请另选")
}

/// A progress note that says nothing.
pub fn empty_note() -> &'static str {
    "进展记录是空的；请至少填写进度、进展情况、存在问题、下一步中的一项"
}

/// Several tasks: 用地预审等3项.
pub fn and_others(title: &str, count: usize) -> String {
    match count {
        0 | 1 => title.to_owned(),
        count => format!("{title}等{count}项"),
    }
}

/// A refused cell of a block; `row` counts from 1.
pub fn cell_refused(row: usize, title: &str, column: &str, why: &str) -> String {
    format!("第{row}行（{title}）{column}：{why}；整块都没有写入")
}

/// A refused task among several.
pub fn one_of_many_refused(title: &str, why: &str) -> String {
    format!("{title}：{why}；所选各项都没有修改")
}

/// Who hands over and who takes is the same.
pub fn handover_to_oneself(name: &str) -> String {
    format!("“{name}”不能交接给自己；请另选接手的人")
}

/// Nobody takes it.
pub fn handover_to_nobody() -> &'static str {
    "请写明交接给谁"
}

/// Several people of one name.
pub fn handover_to_several(name: &str) -> String {
    format!("有几个人都叫“{name}”；请从列表中选择")
}

/// There is nothing left to do.
pub fn nothing_to_hand_over(name: &str) -> String {
    format!("“{name}”没有可以交接的未办结任务")
}

/// What a task says of it.
pub fn handover_note(from: &str, to: &str, note: &str) -> String {
    format!("{from}交接给{to}：{note}")
}

/// The action: 李四交接给王五（任务12项、推进小组1个）.
pub fn handed_over(from: &str, to: &str, tasks: usize, groups: usize) -> String {
    let mut what = vec![format!("任务{tasks}项")];
    if groups > 0 {
        what.push(format!("推进小组{groups}个"));
    }
    format!("{from}交接给{to}（{}）", what.join("、"))
}

/// Nothing was chosen.
pub fn no_task_chosen() -> &'static str {
    "没有选中任务；请先勾选"
}

/// The heading of tasks without a lead unit.
pub fn no_lead() -> &'static str {
    "未定牵头单位"
}

/// The heading of tasks without a project.
pub fn no_project() -> &'static str {
    "不属于项目"
}

/// The heading of tasks whose project is in no 推进小组.
pub fn no_work_group() -> &'static str {
    "未编入推进小组"
}

/// The heading of tasks without a deadline.
pub fn no_due() -> &'static str {
    "未定时限"
}

/// The heading of tasks of no phase.
pub fn no_phase() -> &'static str {
    "未归入阶段"
}

/// The heading of a month, given as 2021-03.
pub fn month(key: &str) -> String {
    match key.split_once('-') {
        Some((year, month)) => format!("{year}年{}月", month.trim_start_matches('0')),
        None => key.to_owned(),
    }
}

/// The places of a task within a project cannot mix with another project's.
pub fn order_of_one_project() -> &'static str {
    "只能在同一个项目内调整任务顺序"
}
