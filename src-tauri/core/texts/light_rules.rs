//! What is said about the rules of lights.

use chrono::NaiveDate;

/// What a rule is called.
pub fn named(from: NaiveDate) -> String {
    format!("{from} 起的亮灯规则")
}

/// 偏慢 would begin behind 滞后.
pub fn slow_beyond_behind(slow: i64, behind: i64) -> String {
    format!("偏慢界限 {slow} 个百分点大于滞后界限 {behind} 个百分点；请改小偏慢界限或改大滞后界限")
}

/// Two rules of one day.
pub fn rule_of_that_day(from: NaiveDate) -> String {
    format!("{from} 起已有一条亮灯规则；请直接修改那一条，或换一个启用日期")
}
