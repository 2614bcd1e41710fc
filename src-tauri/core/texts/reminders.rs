//! What reminders say.

/// Names in a notification at most.
const NAMED: usize = 2;

/// The head of a notification.
pub fn title() -> &'static str {
    "场务提醒"
}

/// 今日到期 3 项：用地预审、供电增容等.
pub fn counted(kind: &str, count: usize, titles: &[&str]) -> String {
    let named: Vec<String> = titles.iter().take(NAMED).map(|title| short(title)).collect();
    let more = if count > named.len() { "等" } else { "" };
    format!("{kind} {count} 项：{}{more}", named.join("、"))
}

fn short(title: &str) -> String {
    let cut: String = title.chars().take(16).collect();
    if title.chars().count() > 16 { format!("{cut}…") } else { cut }
}

/// Not a time of day.
pub fn not_a_time(typed: &str) -> String {
    format!("看不懂时间“{typed}”，请写成 9:00 或 9点半")
}

/// No time, though reminders are on.
pub fn no_times() -> &'static str {
    "请写至少一个提醒时间，如 9:00、14:30；不要提醒请关闭提醒"
}

/// Too many.
pub fn too_many_times(count: usize, most: usize) -> String {
    format!("写了 {count} 个提醒时间，一天最多 {most} 个")
}

/// Not a span of hours.
pub fn not_quiet_hours(typed: &str) -> String {
    format!("看不懂安静时段“{typed}”，请写成 18:00—8:00，不需要请留空")
}

/// Every time lies in quiet hours.
pub fn all_quiet() -> &'static str {
    "提醒时间都落在安静时段里，不会提醒；请改其中一项"
}
