//! What is said about projects and their 路线图.

use chrono::NaiveDate;

use crate::projects::transitions::StageNeed;

/// The number belongs to another.
pub fn code_taken(code: &str, other: &str) -> String {
    format!("项目编号 {code} 已经给了“{other}”，请换一个")
}

/// Not a step of the table; `allowed` are the stages that are.
pub fn stage_not_allowed(from: &str, to: &str, allowed: &str) -> String {
    format!("现在是“{from}”，不能直接到“{to}”；可以到：{allowed}")
}

/// Some steps must be explained.
pub fn stage_needs_reason(to: &str) -> String {
    format!("改为“{to}”要写明理由，会留在历史里")
}

/// What a step to `to` lacks, and what to do.
pub fn stage_lacks(to: &str, need: StageNeed) -> String {
    let what = match need {
        StageNeed::ReviewPassed => "最近一轮评审要已经得出结论“通过”，请先在“评审论证”里登记",
        StageNeed::ReviewToRevise => "最近一轮评审的结论要是“修改后再审”，请先在“评审论证”里登记",
        StageNeed::HeldSession => "要关联一场已举办的创意会，这个项目还没有；请先把它列入创意会议程",
        StageNeed::Work => "要先有至少一项需求或任务，请先添加",
        StageNeed::Landing => "要有落地认定和至少一件佐证，这个项目还没有；请先认定落地",
    };
    format!("到“{to}”还缺条件：{what}")
}

/// 暂缓 says when it will go on.
pub fn pause_needs_resume_day() -> &'static str {
    "“暂缓”要写预计恢复日期，例如 4月30日"
}

/// It would go on before it was put off.
pub fn resumes_too_early(resume: NaiveDate, on: NaiveDate) -> String {
    format!("预计恢复日期 {resume} 要晚于暂缓的日期 {on}，请改正")
}

/// What happened cannot be of a day to come.
pub fn not_in_future(field: &str, day: NaiveDate) -> String {
    format!("{field} {day} 还没有到，不能晚于今天")
}

/// Earlier than the change before it.
pub fn before_last_stage(day: NaiveDate, last: NaiveDate) -> String {
    format!("{day} 早于上一次阶段变化的日期 {last}；请写 {last} 或之后，或先改正上一次的日期")
}

/// The day of a change lies between its neighbours.
pub fn stage_day_between(from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("日期要在前后两次变化之间：{from} 到 {to}"),
        (Some(from), None) => format!("日期不能早于上一次变化的 {from}"),
        (None, Some(to)) => format!("日期不能晚于下一次变化的 {to}"),
        (None, None) => "日期不对，请改正".into(),
    }
}

/// The enterprise does not take part.
pub fn not_in_project() -> &'static str {
    "这家企业没有参与这个项目，请刷新后再试"
}
