//! What values of papers are made of: days as papers say them, numbers of parts, paragraphs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use minijinja::Value;

use crate::documents::model::Level;
use crate::partial_date::PartialDate;
use crate::tasks::list::TaskRow;

/// 2021年2月25日; empty without a day.
pub fn day(on: Option<NaiveDate>) -> String {
    on.map(|on| PartialDate::day(on).prose()).unwrap_or_default()
}

/// Typed text as paragraphs: a line that says something is one. The bell parts them, in Word templates as well.
pub fn paragraphs(text: &str) -> String {
    lines(text).join("\u{7}")
}

/// The lines of a text that say something.
pub fn lines(text: &str) -> Vec<&str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// The parts of a paper by name, each with its number (一、二、…); one that has nothing to say has none, and those
/// behind it move up.
pub fn parts(parts: &[(&str, bool)]) -> Value {
    let mut count = 0;
    let numbered: BTreeMap<String, String> = parts
        .iter()
        .map(|(name, says)| {
            count += u32::from(*says);
            (name.to_string(), if *says { Level::One.number(count) } else { String::new() })
        })
        .collect();
    Value::from(numbered)
}

/// The deadline of a task as papers say it: 2021年3月底前.
pub fn due(task: &TaskRow) -> String {
    let due = task.due.as_ref().and_then(|due| PartialDate::decode(&due.encoded));
    due.map(|due| due.prose()).unwrap_or_default()
}

/// Names one after another.
pub fn names<'n>(names: impl IntoIterator<Item = &'n str>) -> String {
    names.into_iter().collect::<Vec<_>>().join("、")
}

/// The text with a full stop, if it ends in none.
pub fn sentence(text: &str) -> String {
    crate::plans::words::sentence(text)
}
