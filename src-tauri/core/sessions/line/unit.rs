//! The unit that speaks in a line: before a colon, at its beginning, or behind 由.

use std::ops::Range;

use super::Line;
use super::due::Found;
use crate::departments::resolve::{Resolution, Resolver, split_units};
use crate::ids::DepartmentId;

/// Who speaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidUnit {
    /// No unit was named.
    None,
    /// Exactly one unit has this name.
    Known { id: DepartmentId, said: String },
    /// A unit was named, but not one by this name; those like it, best first, perhaps none.
    Doubt { said: String, near: Vec<DepartmentId> },
}

/// The unit, and what of the line spoke of it.
pub(super) struct Head {
    pub unit: SaidUnit,
    pub away: Vec<Range<usize>>,
    /// Further units named beside it, as typed.
    pub assisting: Vec<String>,
}

/// A single part taken out of a line.
fn one(part: Range<usize>) -> Vec<Range<usize>> {
    vec![part]
}

/// No name of a unit is written with more characters.
const LONGEST: usize = 24;
/// A unit is named near the beginning of what it says.
const NEAR: usize = 120;

/// Finds the unit of a line whose time limits are known.
pub(super) fn find(line: &Line, dues: &[Found], resolver: &Resolver) -> Head {
    let number = list_number(&line.plain);
    let start = beginning(line, number, dues);
    let mut head = before_a_separator(line, start, dues, resolver)
        .or_else(|| at_the_beginning(line, start, resolver))
        .or_else(|| within(line, start, resolver))
        .or_else(|| like_a_unit(line, start, resolver))
        .unwrap_or(Head { unit: SaidUnit::None, away: Vec::new(), assisting: Vec::new() });
    let asked = start.checked_sub(1).filter(|before| "由请".contains(line.plain[*before]));
    if let (Some(before), Some(named)) = (asked, head.away.first().cloned())
        && named.start == start
    {
        head.away.push(before..start);
    }
    if number > 0 {
        head.away.push(0..number);
    }
    head
}

/// 1. 2、 （3） 四、 in front of a pasted line.
fn list_number(plain: &[char]) -> usize {
    let mut at = usize::from(plain.first() == Some(&'('));
    let digits = plain[at..].iter().take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c)).count();
    at += digits;
    let closed = plain.get(at).is_some_and(|c| ").、".contains(*c));
    let goes_on = plain.get(at + 1).is_some_and(|c| c.is_ascii_digit());
    if digits == 0 || digits > 2 || !closed || goes_on { 0 } else { at + 1 }
}

/// Behind the number, a leading time limit and 由 or 请.
fn beginning(line: &Line, number: usize, dues: &[Found]) -> usize {
    let skip = |mut at: usize, what: &dyn Fn(char) -> bool| {
        while line.plain.get(at).is_some_and(|c| what(*c)) {
            at += 1;
        }
        at
    };
    let blank = |c: char| " ,、;".contains(c);
    let mut at = skip(number, &blank);
    if let Some(due) = dues.iter().find(|due| due.start <= at + 3 && due.start >= at) {
        let leads_up = super::due::with_opening(&line.plain, due.start) <= at;
        if leads_up {
            at = skip(due.end, &blank);
        }
    }
    skip(at, &|c| c == '由' || c == '请')
}

fn before_a_separator(line: &Line, start: usize, dues: &[Found], resolver: &Resolver) -> Option<Head> {
    let ahead = &line.plain[start.min(line.plain.len())..];
    let at = |marks: &str| ahead.iter().take(LONGEST + 12).position(|c| marks.contains(*c)).filter(|at| *at > 0);
    let colon = at(":");
    let end = start + colon.or_else(|| at(" ,;"))?;
    if dues.iter().any(|due| due.start < end && due.end > start) {
        return None;
    }
    let said = without_verb(&line.words(start, end));
    let units = split_units(&said);
    let first = units.first()?.to_string();
    let unit = match resolver.resolve(&first) {
        Resolution::Exact(id) => SaidUnit::Known { id, said: first },
        Resolution::Guess(near) if colon.is_some() || ends_like_a_unit(&first) => {
            SaidUnit::Doubt { said: first, near: near.into_iter().map(|(id, _)| id).collect() }
        }
        Resolution::Unknown if ends_like_a_unit(&first) => SaidUnit::Doubt { said: first, near: Vec::new() },
        _ => return None,
    };
    let assisting = units[1..].iter().map(|name| (*name).to_string()).collect();
    Some(Head { unit, away: one(start..(end + 1).min(line.plain.len())), assisting })
}

fn without_verb(said: &str) -> String {
    const VERBS: [&str; 8] = ["现场答复", "答复", "回复", "表示", "承诺", "回应", "牵头", "负责"];
    let said = said.trim();
    VERBS.iter().find_map(|verb| said.strip_suffix(verb)).unwrap_or(said).to_string()
}

fn at_the_beginning(line: &Line, start: usize, resolver: &Resolver) -> Option<Head> {
    let (length, id) = longest(line, start, resolver, 2)?;
    Some(Head {
        unit: SaidUnit::Known { id, said: line.words(start, start + length) },
        away: one(start..start + length),
        assisting: Vec::new(),
    })
}

/// 3月底前由市科技局牵头…; a place (在崂山区) is not taken for its government.
fn within(line: &Line, start: usize, resolver: &Resolver) -> Option<Head> {
    let end = line.plain.len().min(start + NEAR);
    (start..end).find_map(|at| {
        let (length, id) = longest(line, at, resolver, 3)?;
        let said = line.words(at, at + length);
        if !ends_like_a_unit(&without_verb(&said)) {
            return None;
        }
        let from = at - usize::from(at > 0 && "由请".contains(line.plain[at - 1]));
        Some(Head { unit: SaidUnit::Known { id, said }, away: one(from..at + length), assisting: Vec::new() })
    })
}

/// The longest name of a unit that stands at a place.
fn longest(line: &Line, at: usize, resolver: &Resolver, least: usize) -> Option<(usize, DepartmentId)> {
    let most = LONGEST.min(line.plain.len().saturating_sub(at));
    (least..=most).rev().find_map(|length| {
        // A name neither begins nor ends with punctuation.
        let (first, last) = (line.plain[at], line.plain[at + length - 1]);
        if " ,、;:.。".contains(first) || " ,、;:.。".contains(last) {
            return None;
        }
        resolver.exactly(&line.words(at, at + length)).map(|id| (length, id))
    })
}

/// A name that ends as units end, though no unit is called so: 市金控集团提供授信.
fn like_a_unit(line: &Line, start: usize, resolver: &Resolver) -> Option<Head> {
    let most = 16.min(line.plain.len().saturating_sub(start));
    let length = (3..=most).find(|length| {
        let next = line.plain.get(start + length).copied().unwrap_or(' ');
        ends_like_a_unit(&line.words(start, start + length)) && !"部面限势长托员派会化".contains(next)
    })?;
    let said = line.words(start, start + length);
    let near = match resolver.resolve(&said) {
        Resolution::Exact(id) => vec![id],
        Resolution::Guess(near) => near.into_iter().map(|(id, _)| id).collect(),
        Resolution::Unknown => Vec::new(),
    };
    Some(Head { unit: SaidUnit::Doubt { said, near }, away: one(start..start + length), assisting: Vec::new() })
}

fn ends_like_a_unit(name: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "局",
        "委",
        "集团",
        "银行",
        "公司",
        "管委",
        "管委会",
        "政府",
        "供电",
        "海关",
        "厅",
        "中心",
        "协会",
        "商会",
        "研究院",
        "办公室",
    ];
    name.chars().count() >= 2 && ENDINGS.iter().any(|ending| name.ends_with(ending))
}
