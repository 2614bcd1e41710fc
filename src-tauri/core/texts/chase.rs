//! 催办语, and what reminds of sheets that have not come back.

use chrono::{Datelike, NaiveDate};

use crate::tasks::light::LightKind;

/// Headings of the parts.
pub const OVERDUE: &str = "已逾期";
pub const DUE_SOON: &str = "临近时限";
pub const BEHIND: &str = "进度偏慢";
pub const OTHERS: &str = "请按时推进";

fn prose(day: NaiveDate) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// Whom the message speaks to.
pub fn greeting(to: Option<&str>, is_person: bool) -> String {
    match (to, is_person) {
        (Some(name), true) => format!("{name}同志，您好："),
        (Some(name), false) => format!("{name}："),
        (None, _) => "各有关单位：".to_owned(),
    }
}

/// How much of what there is.
pub fn opening(as_of: NaiveDate, is_person: bool, counts: &[(&str, usize)]) -> String {
    let said: Vec<String> =
        counts.iter().filter(|(_, count)| *count > 0).map(|(word, count)| format!("{count}项{word}")).collect();
    let whose = if is_person { "您负责" } else { "贵单位牵头" };
    format!("截至{}，{whose}的任务有{}，烦请抓紧办理：", prose(as_of), said.join("、"))
}

/// The heading of a part.
pub fn heading(word: &str) -> String {
    format!("【{word}】")
}

/// One task.
pub fn line(
    number: usize,
    title: &str,
    of: Option<&str>,
    due: Option<&str>,
    kind: LightKind,
    word: &str,
    persons: &str,
) -> String {
    let of = of.map(|of| format!("（{of}）")).unwrap_or_default();
    let due = match due {
        Some(due) => format!("时限 {due}"),
        None => "未定时限".to_owned(),
    };
    let word = match kind {
        LightKind::Normal | LightKind::OnHold | LightKind::Done => String::new(),
        _ => format!("，{}", word.replace(' ', "")),
    };
    let persons = if persons.is_empty() { String::new() } else { format!("，责任人{persons}") };
    format!("{number}. {title}{of}：{due}{word}{persons}；")
}

/// What did not fit.
pub fn and_more(count: usize) -> String {
    format!("另有{count}项，详见任务台账。")
}

/// What is asked for, and until when.
pub fn closing(reply_by: NaiveDate) -> String {
    format!("请于{}前反馈办理进展；确有困难的，请说明原因和需要协调的事项。谢谢！", prose(reply_by))
}

/// Who sends it.
pub fn signature(sender: &str, as_of: NaiveDate) -> String {
    match sender.trim() {
        "" => format!("创意工作专班　{}", prose(as_of)),
        sender => format!("创意工作专班　{sender}　{}", prose(as_of)),
    }
}

/// 报送: one reminder for each unit.
pub fn sheet_reminder(unit: &str, lines: &[String], reply_by: NaiveDate) -> String {
    format!(
        "{unit}：\n以下材料尚未收到反馈，烦请尽快报送：\n{}\n请于{}前反馈；已经报送的请忽略本条。谢谢！",
        lines.join("\n"),
        prose(reply_by)
    )
}

/// A sheet in a reminder.
pub fn sheet_line(number: usize, title: &str, sent_on: NaiveDate, due: Option<NaiveDate>, late: i64) -> String {
    let due = match due {
        Some(due) if late > 0 => format!("，应于{}前反馈，已超期{late}天", prose(due)),
        Some(due) => format!("，请于{}前反馈", prose(due)),
        None => String::new(),
    };
    format!("{number}. 《{title}》（{}发出{due}）；", prose(sent_on))
}
