//! What is said about 调度会, what is decided there, and 协调.

use chrono::NaiveDate;

use crate::supervisions::status::SupervisionLevel;
use crate::tasks::status::TaskStatus;

/// 2021年第8次.
pub fn meeting_number(year: i32, number: i64) -> String {
    format!("{}{number}次", meeting_number_start(year))
}

/// What the numbers of a year begin with.
pub fn meeting_number_start(year: i32) -> String {
    format!("{year}年第")
}

/// Two meetings of one number.
pub fn meeting_number_taken(number: &str, held_on: NaiveDate) -> String {
    format!("已有“{number}”调度会（{held_on}）；请改用别的次数")
}

/// Nothing is changed on a closed meeting.
pub fn meeting_is_closed(number: &str) -> String {
    format!("“{number}”调度会已散会；要补记请先“继续开会”")
}

/// It cannot be over before its day.
pub fn meeting_still_to_come(held_on: NaiveDate, today: NaiveDate) -> String {
    format!("这次调度会定在 {held_on}，还没到（今天是 {today}）；请先改会议日期再散会")
}

/// Nobody goes through so many.
pub fn too_many_items(count: usize, most: usize) -> String {
    format!("一次调度会最多过 {most} 项，选了 {count} 项；请少选一些")
}

/// What was decided on stays.
pub fn item_has_decisions(name: &str) -> String {
    format!("“{name}”已有决定，不能移出；请先删除它的决定，或标为“跳过”")
}

/// How a task stood that day: 逾期 6 天（4 个工作日）；进度 45%.
pub fn standing(light: &str, status: TaskStatus, percent: Option<i64>) -> String {
    let light = if status.is_open() { light } else { status.label() };
    match percent {
        Some(percent) => format!("{light}；进度 {percent}%"),
        None => light.to_string(),
    }
}

/// What a line of decisions is called.
pub fn decision_word() -> &'static str {
    "决定"
}

/// Only a unit and a time limit.
pub fn decision_says_nothing(line: &str) -> String {
    let line: String = line.chars().take(40).collect();
    format!("“{line}”里没有写要办什么事；请写成“单位 + 事 + 时限”")
}

/// No unit, no task.
pub fn decision_without_unit(text: &str) -> String {
    let text: String = text.chars().take(40).collect();
    format!("“{text}”没有认出单位，生成不了任务；请先选单位")
}

/// It became a task already.
pub fn decision_has_task(text: &str) -> String {
    let text: String = text.chars().take(40).collect();
    format!("“{text}”已生成任务；要换单位请在任务里改")
}

/// Several decisions in one action.
pub fn settled(item: &str, decisions: usize) -> String {
    match decisions {
        0 => item.to_string(),
        count => format!("{item}（{count}项决定）"),
    }
}

/// The entry of the list of limits.
pub fn supervision_reply() -> &'static str {
    "督办单反馈"
}

/// Nothing was said of what was decided.
pub fn coordination_needs_decision() -> &'static str {
    "请写明议定情况，或一行一项写出决定"
}

/// 办结 before anything was decided.
pub fn coordination_not_decided() -> &'static str {
    "还没有记下议定情况，不能办结；请先“记录议定”"
}

/// Held before it was raised.
pub fn held_before_raised(held_on: NaiveDate, raised_on: NaiveDate) -> String {
    format!("协调日期 {held_on} 早于提请日期 {raised_on}；请改其中一个")
}

/// The note a task gets when its 协调 is done.
pub fn coordinated(said: &str) -> String {
    match said.is_empty() {
        true => "协调事项已办结".to_string(),
        false => format!("协调事项已办结：{}", said.replace('\n', "；")),
    }
}

/// The first day of 本周变化.
pub fn since_word() -> &'static str {
    "起始日期"
}

/// The last day of it.
pub fn until_word() -> &'static str {
    "截止日期"
}

/// The wrong way round.
pub fn since_after_until(since: NaiveDate, until: NaiveDate) -> String {
    format!("起始日期 {since} 晚于截止日期 {until}；请改其中一个")
}

/// 延期 in words.
pub fn put_off(old: &str, new: &str, reason: &str) -> String {
    match reason.is_empty() {
        true => format!("{old} → {new}"),
        false => format!("{old} → {new}：{reason}"),
    }
}

/// The deadline that was missed.
pub fn was_due(due: &str) -> String {
    format!("应于{due}完成")
}

// ── 纪要 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Over the paper.
pub fn minutes_title(title: &str, number: &str) -> String {
    let title = if title.is_empty() { "民营企业创意项目调度会议" } else { title };
    format!("{title}纪要（{number}）")
}

/// What kind of paper it is, for its file's name.
pub fn minutes_kind() -> &'static str {
    "调度会纪要"
}

/// Words before a fact of the meeting.
pub fn minutes_when() -> &'static str {
    "时间："
}

/// The same.
pub fn minutes_where() -> &'static str {
    "地点："
}

/// The same.
pub fn minutes_chair() -> &'static str {
    "主持："
}

/// The same.
pub fn minutes_recorder() -> &'static str {
    "记录："
}

/// The same.
pub fn minutes_attendees() -> &'static str {
    "参会："
}

/// What the meeting came to, in numbers.
pub fn minutes_opening(items: usize, discussed: usize, decisions: i64, supervisions: i64) -> String {
    let papers = if supervisions > 0 { format!("，发出督办单{supervisions}张") } else { String::new() };
    format!("会议列题{items}项，议定{discussed}项，形成决定{decisions}项{papers}。现纪要如下。")
}

/// 用地预审（示例项目20）.
pub fn item_heading(title: &str, project: &str) -> String {
    match project.is_empty() {
        true => title.to_string(),
        false => format!("{title}（{project}）"),
    }
}

/// How it stood.
pub fn minutes_standing(standing: &str) -> String {
    format!("当前情况：{standing}。")
}

/// A decision with who does it by when, in the brackets of official papers.
pub fn responsibility(text: &str, unit: &str, due: &str) -> String {
    let text = text.trim_end_matches(['。', '；']);
    let due = match due {
        "" => String::new(),
        due if due.ends_with('前') || due.ends_with("长期") => format!("{due}完成"),
        due => format!("{due}前完成"),
    };
    match (unit.is_empty(), due.is_empty()) {
        (true, true) => format!("{text}。"),
        (true, false) => format!("{text}（{due}）。"),
        (false, true) => format!("{text}（{unit}牵头）。"),
        (false, false) => format!("{text}（{unit}牵头；{due}）。"),
    }
}

/// What a line of the table is about.
pub fn minutes_matter(item: &str, text: &str) -> String {
    format!("{item}：{text}")
}

/// A 督办单 in a line.
pub fn minutes_supervision(number: &str, level: SupervisionLevel, matter: &str, unit: &str, due: &str) -> String {
    format!(
        "{number}（{}）：{matter}，由{unit}办理，{due}前反馈。",
        crate::texts::supervisions::level_with_colour(level)
    )
}

/// A 协调 in a line.
pub fn minutes_coordination(level: &str, issue: &str) -> String {
    format!("提请{level}协调：{}。", issue.trim_end_matches('。'))
}
