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

/// A unit cannot go on as itself.
pub fn unit_into_itself() -> &'static str {
    "不能把单位并入它自己；请选另一个单位"
}

/// The unit went on as another already.
pub fn unit_is_gone(short: &str) -> String {
    format!("{short}已经并入别的单位或更名；请选现在使用的单位")
}

/// Renamed to what it is called.
pub fn same_unit_name(short: &str) -> String {
    format!("新名称和现在的“{short}”相同；请写新的简称")
}

/// Both units of a merger.
pub fn units_merged(gone: &str, kept: &str) -> String {
    format!("{gone}并入{kept}")
}

/// Both names of a unit.
pub fn unit_renamed(old: &str, new: &str) -> String {
    format!("{old}更名为{new}")
}

/// A group of this name.
pub fn group_there_already(name: &str) -> String {
    format!("已有推进小组“{name}”；请换一个名称")
}

/// No group of this name.
pub fn group_unknown(name: &str) -> String {
    format!("没有推进小组“{name}”；请先到“单位人员”的推进小组里新增")
}

/// The leader is chosen, not typed.
pub fn leader_unknown(typed: &str) -> String {
    format!("没有找到“{typed}”；请从名单里选择组长，名单里没有的先到“单位人员”新增")
}

/// Neither a unit nor a person.
pub fn member_of_nobody() -> &'static str {
    "请写成员单位或人员，至少写一个"
}

/// A member twice.
pub fn member_there_already() -> &'static str {
    "这个成员已经在小组里"
}

/// The members of a group, as a part of it.
pub fn members() -> &'static str {
    "小组成员"
}
