//! What is said about projects and their 路线图.

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

/// 已发布 needs a session that was held.
pub fn needs_session() -> &'static str {
    "“已发布”要关联一场已举办的创意会，这个项目还没有"
}

/// 已落地 needs a landing with evidence.
pub fn needs_landing() -> &'static str {
    "“已落地”要有落地认定和至少一件佐证，这个项目还没有"
}

/// 推进中 after 已发布 needs something to push.
pub fn needs_work() -> &'static str {
    "“推进中”要先有至少一项需求或任务，请先添加"
}

/// The enterprise does not take part.
pub fn not_in_project() -> &'static str {
    "这家企业没有参与这个项目，请刷新后再试"
}
