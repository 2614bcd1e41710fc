//! One line as it is said at a meeting and typed while it is said: 自规局：3月底前完成用地预审. Read into 单位, 答复 and
//! 时限, or, for what an enterprise asks for, into category and quantity. Pure, so that the page can show what would
//! be understood before anything is committed, and so that 调度 can read its decisions the same way.
// What is taken out of a line is a list of ranges, often of one.
#![allow(clippy::single_range_in_vec_init)]

mod demand;
mod due;
mod unit;

use chrono::NaiveDate;

pub use demand::{DemandLine, read_demand};
pub use unit::SaidUnit;

use crate::departments::resolve::Resolver;
use crate::partial_date::PartialDate;
use crate::tasks::due::TypedDue;
use crate::typed::half_width;

/// Characters of a line that are looked at; what stands behind them is text.
const LOOKED_AT: usize = 2_000;

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyLine {
    pub unit: SaidUnit,
    /// What was said, without the unit and (when only one is named) without the time limit.
    pub text: String,
    /// The latest time limit named.
    pub due: Option<TypedDue>,
    /// The words it was read from; empty without one.
    pub due_words: String,
}

impl ReplyLine {
    /// The date it means for what was promised on a day.
    pub fn date(&self, said_on: NaiveDate) -> Option<PartialDate> {
        self.due.as_ref().and_then(|due| due.date(said_on))
    }

    /// The rule the date came from: 15个工作日自交办, or empty.
    pub fn rule(&self) -> String {
        self.due.as_ref().map(TypedDue::rule).unwrap_or_default()
    }
}

/// Reads a line said on `said_on`. A promise lies ahead: a month without a year that is over means next year's.
pub fn read_reply(typed: &str, resolver: &Resolver, said_on: NaiveDate) -> ReplyLine {
    let line = Line::new(typed);
    let found = due::find_all(&line.plain, said_on);
    let head = unit::find(&line, &found, resolver);
    let mut away = head.away.clone();
    let last = found.iter().max_by_key(|one| one.due.date(said_on).map(|date| date.encode()));
    // With two time limits the words say which is for what, so all of them stay.
    if let [only] = found.as_slice()
        && !only.stays
    {
        away.push(due::with_opening(&line.plain, only.start)..only.end);
    }
    ReplyLine {
        unit: head.unit,
        text: line.without(&away, &head.assisting),
        due: last.map(|one| one.due.clone()),
        due_words: last.map(|one| line.words(one.start, one.end)).unwrap_or_default(),
    }
}

/// A line as typed, and the same with half-width characters to look for things in; both have the same length.
struct Line {
    typed: Vec<char>,
    plain: Vec<char>,
    rest: String,
}

impl Line {
    fn new(typed: &str) -> Self {
        let all: Vec<char> = typed.trim().chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let (looked_at, rest) = all.split_at(all.len().min(LOOKED_AT));
        let plain = looked_at.iter().map(|c| half_width(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(*c));
        Self { plain: plain.collect(), typed: looked_at.to_vec(), rest: rest.iter().collect() }
    }

    fn words(&self, start: usize, end: usize) -> String {
        self.typed[start..end].iter().collect()
    }

    /// What is left when these parts are taken out, tidied; assisting units are named at its end.
    fn without(&self, away: &[std::ops::Range<usize>], assisting: &[String]) -> String {
        let kept = self.typed.iter().enumerate().filter(|(at, _)| !away.iter().any(|part| part.contains(at)));
        let text: String = kept.map(|(_, c)| *c).chain(self.rest.chars()).collect();
        let mut text = tidy(&text);
        if !assisting.is_empty() && !text.is_empty() {
            text = format!("{text}（{}配合）", assisting.join("、"));
        }
        text
    }
}

/// Punctuation a taken-out part leaves behind, and the words that only say that somebody speaks.
fn tidy(text: &str) -> String {
    const EDGES: &[char] = &[' ', '，', ',', '、', '：', ':', '；', ';', '。', '—', '-', '－', '\u{3000}'];
    const SAYING: &[&str] = &["现场答复", "答复", "回复", "表示", "承诺", "回应", "提出", "牵头", "负责"];
    let mut text = text.trim_matches(EDGES);
    while let Some(shorter) = SAYING.iter().find_map(|word| text.strip_prefix(word)) {
        text = shorter.trim_start_matches(EDGES);
    }
    let mut tidied = String::with_capacity(text.len());
    for c in text.chars() {
        let doubled =
            "，,、；;：: ".contains(c) && tidied.ends_with(['，', ',', '、', '；', ';', '：', ':', '。', ' ']);
        if !doubled {
            tidied.push(c);
        }
    }
    tidied
}

#[cfg(test)]
mod tests;
