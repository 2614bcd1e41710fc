//! What is said about demands.

/// Neither a project nor an enterprise.
pub fn demand_of_whom() -> &'static str {
    "请说明是哪个项目或哪家企业的需求"
}

/// Several demands at once.
pub fn so_many_demands(count: usize) -> String {
    format!("{count} 项需求")
}

/// Not a step of the table.
pub fn demand_step_not_allowed(from: &str, to: &str, allowed: &str) -> String {
    match allowed.is_empty() {
        true => format!("这项需求已是“{from}”，不能再改为“{to}”"),
        false => format!("现在是“{from}”，不能直接改为“{to}”；可以改为：{allowed}"),
    }
}

/// A state that claims something says what.
pub fn demand_needs_result(to: &str) -> String {
    format!("改为“{to}”要先写办理结果（无法解决的写明政策依据）")
}

/// Nothing to split into.
pub fn no_steps() -> &'static str {
    "请至少写一个步骤"
}

/// 其他 without words.
pub fn other_needs_words() -> &'static str {
    "类别为“其他”的需求，请先写明需求内容或备注"
}
