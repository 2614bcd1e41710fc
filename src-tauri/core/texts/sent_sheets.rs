//! What is said about 报送.

use chrono::NaiveDate;

/// What a sheet is called.
pub fn named(title: &str, unit: &str) -> String {
    format!("{title}（{unit}）")
}

/// A sheet to several units.
pub fn to_units(title: &str, units: usize) -> String {
    match units {
        0 | 1 => title.to_owned(),
        units => format!("{title}（{units}家单位）"),
    }
}

/// A refused cell of several.
pub fn cell_refused(name: &str, column: &str, why: &str) -> String {
    format!("{name}的{column}：{why}；整块都没有写入")
}

/// Nothing was chosen.
pub fn none_chosen() -> &'static str {
    "没有选中报送记录；请先选择"
}

/// 长期 is no day to be back by.
pub fn due_needs_a_day() -> &'static str {
    "反馈时限要是一个日期，例如 2021-03-05 或 3个工作日"
}

/// A day before the sheet went out.
pub fn before_it_was_sent(what: &str, day: NaiveDate, sent_on: NaiveDate) -> String {
    format!("{what} {day} 早于发出日期 {sent_on}；请改其中一个")
}

/// 超期 3 天（2 个工作日）.
pub fn overdue(days: i64, working: i64) -> String {
    format!("超期 {days} 天（{working} 个工作日）")
}

/// How long there is.
pub fn left(days: i64, working: i64) -> String {
    match (days, working) {
        (0, _) => "今天到期".to_owned(),
        (_, 0) => format!("还剩 {days} 天（无工作日）"),
        _ => format!("还剩 {working} 个工作日"),
    }
}

/// Nobody said until when.
pub fn no_due() -> &'static str {
    "未定时限"
}

/// It came back, and how late.
pub fn came_back(late: i64) -> String {
    match late {
        1.. => format!("晚 {late} 天反馈"),
        _ => "按时反馈".to_owned(),
    }
}
