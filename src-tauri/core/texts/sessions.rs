//! What is said about 创意会.

use chrono::NaiveDate;

use crate::partial_date::{PartialDate, Precision};

/// When it is or was: 2021年3月25日, 2021年3月 (the day is not fixed yet).
pub fn held_text(held_on: &PartialDate) -> String {
    match held_on.precision {
        Precision::Month => held_on.prose().trim_end_matches("底前").to_string(),
        Precision::Year => held_on.prose().trim_end_matches("底前").to_string(),
        _ => held_on.prose(),
    }
}

/// Not a step of the table.
pub fn session_step_not_allowed(from: &str, to: &str, allowed: &str) -> String {
    match allowed.is_empty() {
        true => format!("这场创意会已是“{from}”，不能再改为“{to}”；刚才点错了可以撤销"),
        false => format!("现在是“{from}”，不能直接改为“{to}”；可以改为：{allowed}"),
    }
}

/// 已举办 without a date.
pub fn held_needs_date() -> &'static str {
    "改为“已举办”要先填举办时间，例如 3月25日"
}

/// 已举办 before its day.
pub fn session_still_to_come(held_on: &str, today: NaiveDate) -> String {
    format!("举办时间“{held_on}”还没到（今天是 {today}），不能是“已举办”；请填写实际举办的日期")
}

/// 取消 without a reason.
pub fn cancelling_needs_reason() -> &'static str {
    "取消一场创意会要写明理由，会留在历史里"
}

/// Not a quarter.
pub fn not_a_season(typed: &str) -> String {
    format!("看不懂季度“{typed}”，请写 1 到 4，或“第一季”")
}

/// Not a time of day.
pub fn not_a_time_of_day(typed: &str) -> String {
    let typed: String = typed.chars().take(30).collect();
    format!("看不懂时刻“{typed}”，请写成 9:30 或“下午2点半”")
}

/// A presented project whose stage does not lead to 已发布.
pub fn not_yet_ready(project: &str, stage: &str) -> String {
    format!("“{project}”还在“{stage}”，没有改为“已发布”")
}

/// Twice on one agenda.
pub fn already_on_agenda(project: &str) -> String {
    format!("“{project}”已在这场创意会的议程里")
}

/// Nothing to add.
pub fn no_project_chosen() -> &'static str {
    "请先选择要发布的项目"
}

/// Preparation cannot be counted back.
pub fn preparation_without_date() -> &'static str {
    "还没有举办时间，各事项的日期要等填了举办时间才能倒排"
}

/// Counted back from a stand-in.
pub fn preparation_counted_from(held_on: &str, day: NaiveDate) -> String {
    let held_on = held_on.trim_end_matches("底前");
    format!("举办时间只到“{held_on}”，暂按其最后一个工作日 {day} 倒排；定了日期会自动重算")
}

/// The whole list stands there.
pub fn checklist_is_there() -> &'static str {
    "筹备清单的事项都已在表里"
}

/// Nobody was chosen or typed, or all are invited already.
pub fn nobody_to_invite() -> &'static str {
    "没有可邀请的人：请先勾选或逐行填写；已在名单里的不重复邀请"
}

/// Neither a name nor a unit.
pub fn guest_needs_a_name() -> &'static str {
    "姓名和单位至少填一项"
}

/// Several guests.
pub fn so_many_guests(first: &str, count: usize) -> String {
    match count {
        0 | 1 => first.to_string(),
        count => format!("{first}等{count}项"),
    }
}

/// A unit and a time limit, and nothing between them.
pub fn reply_says_nothing(line: &str) -> String {
    let line: String = line.chars().take(30).collect();
    format!("“{line}”里没有答复内容；请写明答复了什么，例如“自规局：3月底前完成用地预审”")
}

/// A task needs somebody to do it.
pub fn reply_without_unit(text: &str) -> String {
    let text: String = text.chars().take(30).collect();
    format!("答复“{text}”还没有答复单位，请先选好单位再转为任务")
}

/// All are tasks already.
pub fn nothing_to_convert() -> &'static str {
    "没有可转的答复：所选答复都已转为任务"
}

/// Replies that became tasks, for the undo menu.
pub fn so_many_replies(theme: &str, count: usize) -> String {
    format!("{count}条答复（{theme}）")
}

/// A quarter to come without a session.
pub fn quarter_is_empty(season: i64) -> String {
    format!("第{}季还没有安排", ordinal(season))
}

/// A quarter that is over and had none.
pub fn quarter_was_empty(season: i64) -> String {
    format!("第{}季没有举办", ordinal(season))
}

fn ordinal(season: i64) -> &'static str {
    match season {
        1 => "一",
        2 => "二",
        3 => "三",
        _ => "四",
    }
}

/// What no session of the year is about.
pub fn not_covered(what: &str, names: &str) -> String {
    format!("{what}尚未覆盖：{names}")
}

/// Neither the dictionary nor a project names a chain.
pub fn no_chain_known() -> &'static str {
    "产业链：发布项目都没有填产业链，字典里也还没有清单"
}

/// 签到表 of nobody.
pub fn nobody_on_the_list() -> &'static str {
    "名单里还没有要到会的人；请先在“参会”里邀请"
}

/// What stands on 签到表 and 席卡.
pub mod papers {
    pub const SIGN_IN: &str = "签到表";
    pub const CARDS: &str = "席卡";
    pub const HEAD: [&str; 7] = ["序号", "类别", "单位", "姓名", "职务", "席位", "签到"];

    pub fn title(theme: &str) -> String {
        format!("{theme}签到表")
    }

    /// The line below the title; what is not known yet is left to be written in.
    pub fn when_and_where(held: &str, starts_at: &str, venue: &str) -> String {
        let blank = "＿＿＿＿＿＿";
        let or_blank = |text: &str| if text.is_empty() { blank.to_string() } else { text.to_string() };
        let when = format!("{held} {starts_at}");
        format!("时间：{}    地点：{}", or_blank(when.trim()), or_blank(venue))
    }

    /// A name of two characters is written with a gap, as on cards: 张　三.
    pub fn spaced(name: &str) -> String {
        let characters: Vec<char> = name.chars().collect();
        match characters[..] {
            [first, second] => format!("{first}\u{3000}{second}"),
            _ => name.to_string(),
        }
    }
}
