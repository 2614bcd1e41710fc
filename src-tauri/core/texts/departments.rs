//! What is said about units and people.

/// Another unit answers to this name.
pub fn unit_name_taken(name: &str, other: &str) -> String {
    format!("“{name}”已经是{other}的名称；请换一个名称，或直接使用{other}")
}

/// A unit still has work.
pub fn unit_in_use(short: &str, tasks: i64, people: i64) -> String {
    format!("{short}还有 {tasks} 项任务、{people} 名人员，不能删除；请先交接，或填写停用日期")
}
