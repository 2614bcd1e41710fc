//! What is said about units and people.

/// Another unit answers to this name.
pub fn unit_name_taken(name: &str, other: &str) -> String {
    format!("“{name}”已经是{other}的名称；请换一个名称，或直接使用{other}")
}

/// A unit still has work.
pub fn unit_in_use(short: &str, tasks: i64, people: i64) -> String {
    format!("{short}还有 {tasks} 项任务、{people} 名人员，不能删除；请先交接，或填写停用日期")
}

/// No unit answers to this name; `near` are names like it.
pub fn unit_unknown(typed: &str, near: &str) -> String {
    match near.is_empty() {
        true => format!("单位名录里没有“{typed}”；请先到“单位人员”新增，或改用已有名称"),
        false => format!("单位名录里没有“{typed}”，是不是{near}？请改用已有名称，或到“单位人员”给它添加别名"),
    }
}

/// A person still has tasks.
pub fn person_in_use(name: &str, tasks: i64) -> String {
    format!("{name}还负责 {tasks} 项未办结任务，不能删除；请先改由他人负责")
}
