//! 责任分工表 (domain.md §3.2), and the tasks as 到期日历.

use chrono::{DateTime, Days, NaiveDate, Utc};
use minijinja::{Value, context};

use crate::papers::words::{due, names};
use crate::tasks::list::TaskRow;
use crate::texts::papers as texts;

/// What the table says; `of` is whose tasks they are.
pub fn values(of: &str, tasks: &[TaskRow], as_of: &str) -> Value {
    context! {
        标题 => texts::duties_title(of),
        说明 => texts::duties_note(tasks.len(), as_of),
        任务 => (1..).zip(tasks).map(|(number, task)| line(number, task)).collect::<Vec<Value>>(),
    }
}

fn line(number: usize, task: &TaskRow) -> Value {
    context! {
        序号 => number,
        重点任务 => &task.title,
        具体措施 => &task.measure,
        牵头单位 => task.lead.as_ref().map(|unit| unit.name.as_str()).unwrap_or_default(),
        配合单位 => names(task.assisting.iter().map(|unit| unit.name.as_str())),
        责任人 => names(task.persons.iter().map(|person| person.name.as_str())),
        完成时限 => due(task),
        状态 => task.status.label(),
        备注 => &task.note,
    }
}

/// Open tasks with a last day as an .ics file (RFC 5545): a day each, one reminder a day ahead. What identifies an entry
/// is a hash of what the entry is about, so that the file carries no id of the workbook and imported twice adds nothing.
pub fn calendar(tasks: &[TaskRow], written: DateTime<Utc>) -> String {
    let mut out = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Changwu//CN\r\nCALSCALE:GREGORIAN\r\n");
    for task in tasks.iter().filter(|task| task.status.is_open()) {
        let Some(day) = task.due.as_ref().and_then(|due| due.day) else { continue };
        push_event(&mut out, task, day, written);
    }
    out.push_str("END:VCALENDAR\r\n");
    out
}

fn push_event(out: &mut String, task: &TaskRow, day: NaiveDate, written: DateTime<Utc>) {
    use sha2::{Digest, Sha256};
    let project = task.project.as_ref().map_or("", |project| &project.name);
    let lead = task.lead.as_ref().map_or("", |unit| &unit.name);
    let mut hash = Sha256::new();
    for part in [project, &task.title, lead] {
        hash.update(part);
        hash.update([0]);
    }
    let uid: String = hash.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    let after = day.checked_add_days(Days::new(1)).unwrap_or(day);
    let title = texts::calendar_title(&task.title, project);
    let text = texts::calendar_text(lead, &names(task.persons.iter().map(|one| one.name.as_str())), &due(task));
    let lines = [
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{uid}"),
        format!("DTSTAMP:{}", written.format("%Y%m%dT%H%M%SZ")),
        format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")),
        format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")),
        format!("SUMMARY:{}", escaped(&title)),
        format!("DESCRIPTION:{}", escaped(&text)),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{}", escaped(&title)),
        "TRIGGER:-P1D".to_owned(),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
    ];
    lines.iter().for_each(|line| push_folded(out, line));
}

/// A text of RFC 5545 §3.3.11.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
    let text = text.replace("\r\n", "\n").replace(['\n', '\r'], "\\n");
    text.chars().filter(|c| !c.is_control()).collect()
}

/// A line, folded at 75 octets (RFC 5545 §3.1), never inside a character.
fn push_folded(out: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folded_lines_are_short_and_unfold_to_what_they_were(line in "[A-Z]{1,9}:[\\u{4e00}-\\u{4fff}a-z😀]{0,120}") {
            let mut out = String::new();
            push_folded(&mut out, &line);
            prop_assert!(out.split("\r\n").all(|part| part.len() <= 75));
            let unfolded = out.replace("\r\n ", "");
            prop_assert_eq!(unfolded.trim_end(), line);
        }
    }

    #[test]
    fn marks_of_the_format_are_escaped() {
        assert_eq!(escaped("一,二;三\\四\n五\u{7}"), "一\\,二\\;三\\\\四\\n五");
    }
}
