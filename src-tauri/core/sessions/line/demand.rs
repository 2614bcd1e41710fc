//! What an enterprise asks for in one line: 二期用地60亩, 融资扩能3000万元.

use super::Line;
use crate::demands::category::DemandCategory;

/// A need as it was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemandLine {
    /// None when no category's words occur: 其他, until somebody says otherwise.
    pub category: Option<DemandCategory>,
    /// As said; without the quantity when that stands at its end.
    pub text: String,
    /// With its unit, as said: 60亩; empty without one.
    pub quantity: String,
}

/// What a quantity is counted in; a longer one stands before its own beginning.
const UNITS: &[&str] = &[
    "平方米",
    "平米",
    "立方米",
    "公顷",
    "亩",
    "㎡",
    "m2",
    "m²",
    "美元",
    "元",
    "千伏安",
    "kva",
    "千瓦",
    "兆瓦",
    "mw",
    "kw",
    "人次",
    "人",
    "名",
    "吨",
    "家",
    "套",
    "台",
];
const ABOUT: &[&str] = &["不少于", "不低于", "至少", "大约", "约", "超过", "超", "近"];

/// Reads a line.
pub fn read_demand(typed: &str) -> DemandLine {
    let line = Line::new(typed);
    let category = DemandCategory::from_text(&line.typed.iter().collect::<String>());
    let whole = || super::tidy(&line.without(&[], &[]));
    match quantity(&line.plain) {
        None => DemandLine { category, text: whole(), quantity: String::new() },
        Some((start, end)) => {
            let stands_last = line.plain[end..].iter().all(|c| " ,;.。、".contains(*c)) && line.rest.is_empty();
            let text = if stands_last { line.without(&[start..line.plain.len()], &[]) } else { whole() };
            let text = if text.is_empty() { whole() } else { text };
            DemandLine { category, text, quantity: line.words(start, end) }
        }
    }
}

/// Where the first number with a unit stands.
fn quantity(plain: &[char]) -> Option<(usize, usize)> {
    let digit = |c: char| c.is_ascii_digit();
    let chinese = |c: char| "一二两三四五六七八九十百千万亿数几".contains(c);
    let mut at = 0;
    while at < plain.len() {
        if !digit(plain[at]) && !chinese(plain[at]) {
            at += 1;
            continue;
        }
        let mut end = at;
        while plain
            .get(end)
            .is_some_and(|c| digit(*c) || ".,".contains(*c) && plain.get(end + 1).is_some_and(|c| digit(*c)))
        {
            end += 1;
        }
        // 5000千瓦 is counted in 千瓦, not in 瓦.
        while plain.get(end).is_some_and(|c| chinese(*c) || "多余".contains(*c)) && !counted_in_thousands(&plain[end..])
        {
            end += 1;
        }
        while plain.get(end).is_some_and(|c| "来 ".contains(*c)) {
            end += 1;
        }
        let rest: String = plain[end..].iter().take(4).collect::<String>().to_lowercase();
        if let Some(unit) = UNITS.iter().find(|unit| rest.starts_with(**unit)) {
            let start = ABOUT.iter().find_map(|word| {
                let length = word.chars().count();
                let before: String = plain[at.checked_sub(length)?..at].iter().collect();
                (before == *word).then_some(at - length)
            });
            return Some((start.unwrap_or(at), end + unit.chars().count()));
        }
        at = end.max(at + 1);
    }
    None
}

fn counted_in_thousands(plain: &[char]) -> bool {
    let rest: String = plain.iter().take(2).collect();
    rest == "千瓦" || rest == "千伏"
}
