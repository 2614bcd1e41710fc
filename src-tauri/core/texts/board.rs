//! What is said on the 挂图作战 board.

use chrono::NaiveDate;

use crate::board::flag::MonthCounts;

/// A month that is none.
pub fn no_such_month(typed: &str) -> String {
    format!("“{typed}”不是月份；请写成 2021-02 的样子")
}

/// Why a month has its flag; `late` is the first late task.
pub fn why(counts: &MonthCounts, late: Option<&str>) -> String {
    if counts.due == 0 {
        return String::new();
    }
    let mut parts = Vec::new();
    if counts.on_time > 0 {
        parts.push(format!("按时销号{}项", counts.on_time));
    }
    match late {
        Some(title) if counts.late == 1 => parts.push(format!("逾期1项（{title}）")),
        Some(title) => parts.push(format!("逾期{}项（{title}等）", counts.late)),
        None => {}
    }
    if counts.waiting() > 0 {
        parts.push(format!("未到期或待核验{}项", counts.waiting()));
    }
    format!("到期{}项：{}", counts.due, parts.join("，"))
}

/// 销号 by the due.
pub fn closed_in_time(on: NaiveDate) -> String {
    format!("按时销号（{on}）")
}

/// 销号 after it.
pub fn closed_late(on: NaiveDate, days: i64) -> String {
    format!("晚 {days} 天销号（{on}）")
}

/// Done, as is said, and not verified yet.
pub fn waits_for_closing() -> &'static str {
    "待销号，尚未核验"
}
