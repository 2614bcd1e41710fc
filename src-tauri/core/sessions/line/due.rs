//! Time limits within a line: 3月底前, 15个工作日内, 下周五, 本月底, 年内, 三天内, 明年上半年.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::partial_date::{PartialDate, Precision};
use crate::tasks::due::TypedDue;
use crate::typed::{chinese_digit, take_number};

/// A time limit and where it stands, in characters.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub due: TypedDue,
    /// The words are part of what was said (长期坚持): they are not taken out of the text.
    pub stays: bool,
}

/// No deadline is written with more characters.
const LONGEST: usize = 24;

/// Every time limit of a line, from left to right.
pub(super) fn find_all(plain: &[char], said_on: NaiveDate) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < plain.len() {
        match begins(plain, at).then(|| read_at(plain, at, said_on)).flatten() {
            Some(one) => {
                at = one.end;
                found.push(one);
            }
            None => at += 1,
        }
    }
    found
}

/// Where the words before a time limit begin that only lead up to it: 力争在3月底前.
pub(super) fn with_opening(plain: &[char], start: usize) -> usize {
    const OPENINGS: [&str; 14] =
        ["力争", "争取", "确保", "保证", "预计", "计划", "最迟", "最晚", "将于", "将在", "拟于", "于", "在", "拟"];
    let mut start = start;
    while let Some(word) = OPENINGS.iter().find(|word| ends_with(&plain[..start], word)) {
        start -= word.chars().count();
    }
    start
}

fn ends_with(plain: &[char], word: &str) -> bool {
    plain.len() >= word.chars().count() && plain.iter().rev().zip(word.chars().rev()).all(|(a, b)| *a == b)
}

/// Not in the middle of a number, and not of something past or recurring (去年底, 每月底, 上周五).
fn begins(plain: &[char], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| plain[before]) else { return true };
    let is_number = |c: char| c.is_ascii_digit() || c == '.' || c == '十' || chinese_digit(c).is_some();
    !(is_number(before) && is_number(plain[at]) || "去前往每历上第近".contains(before))
}

fn read_at(plain: &[char], at: usize, said_on: NaiveDate) -> Option<Found> {
    let ahead: Vec<char> = plain[at..].iter().take(LONGEST).copied().collect();
    let text: String = ahead.iter().collect();
    // 纳入二季度土地供应计划: the words say which plan.
    let stays = ["纳入", "列入", "进入", "申报"].iter().any(|word| ends_with(&plain[..at], word));
    let found = |length: usize, due: TypedDue| Found { start: at, end: at + length, due, stays };
    if let Some(length) = long_term(&text) {
        return Some(Found { stays: true, ..found(length, TypedDue::On(Some(PartialDate::LONG_TERM))) });
    }
    let (length, due) = span(&text, said_on).or_else(|| spoken(&text, said_on)).or_else(|| written(&ahead, said_on))?;
    let tail: String = ahead[length..].iter().collect();
    let tails = [
        "底之前",
        "底以前",
        "底前",
        "末前",
        "下班之前",
        "下班前",
        "之前",
        "以前",
        "前",
        "之内",
        "以内",
        "为止",
        "内",
        "底",
        "末",
    ];
    let more = tails.iter().find(|word| tail.starts_with(**word)).map_or(0, |word| word.chars().count());
    Some(found(length + more, due))
}

fn long_term(text: &str) -> Option<usize> {
    const VERBS: [&str; 6] = ["坚持", "推进", "开展", "跟进", "落实", "抓好"];
    ["长期", "常态化"].iter().find_map(|word| {
        let rest = text.strip_prefix(word)?;
        let ends = rest.is_empty() || VERBS.iter().any(|verb| rest.starts_with(verb));
        ends.then(|| word.chars().count())
    })
}

/// So much time from now: 15个工作日内, 三天内, 两周内, 一个月内, 半个月内.
fn span(text: &str, said_on: NaiveDate) -> Option<(usize, TypedDue)> {
    let day = |date: NaiveDate| TypedDue::On(Some(PartialDate::day(date)));
    let length = |rest: &str| text.chars().count() - rest.chars().count();
    if let Some(rest) = text.strip_prefix("半个月内").or_else(|| text.strip_prefix("半月内")) {
        return Some((length(rest), day(said_on.checked_add_days(Days::new(15))?)));
    }
    let (number, rest) = take_number(text)?;
    let after = |words: &[&str]| {
        let rest = words.iter().find_map(|word| rest.strip_prefix(word))?;
        let ends = ["之内", "以内", "内"].iter().find_map(|tail| rest.strip_prefix(tail))?;
        Some(length(ends))
    };
    if let Some(rest) = rest.strip_prefix('个').unwrap_or(rest).strip_prefix("工作日") {
        let days = i32::try_from(number).ok().filter(|days| (1..=500).contains(days))?;
        return Some((length(rest), TypedDue::WorkingDays(days)));
    }
    if let Some(length) = after(&["天", "日"]) {
        return Some((length, day(said_on.checked_add_days(Days::new(number.min(3_650).into()))?)));
    }
    if let Some(length) = after(&["个星期", "星期", "个礼拜", "周"]) {
        return Some((length, day(said_on.checked_add_days(Days::new(u64::from(number.min(500)) * 7))?)));
    }
    let length = after(&["个月"])?;
    Some((length, day(said_on.checked_add_months(Months::new(number.min(120)))?)))
}

/// Told from today: 下周五, 本月底, 下月10日, 明天, 本季度, 明年上半年.
fn spoken(text: &str, said_on: NaiveDate) -> Option<(usize, TypedDue)> {
    let day = |date: NaiveDate| TypedDue::On(Some(PartialDate::day(date)));
    let period = |date: NaiveDate, precision| TypedDue::On(Some(PartialDate::containing(date, precision)));
    let count = |word: &str| word.chars().count();
    for (word, days) in [("今天", 0), ("今日", 0), ("明天", 1), ("明日", 1), ("后天", 2)] {
        if text.starts_with(word) {
            return Some((count(word), day(said_on.checked_add_days(Days::new(days))?)));
        }
    }
    if let Some(found) = week(text, said_on) {
        return Some(found);
    }
    let months = [("下个月", 1), ("下月", 1), ("本月", 0), ("这个月", 0), ("当月", 0)];
    if let Some((word, more)) = months.iter().find(|(word, _)| text.starts_with(word)) {
        let month = said_on.with_day(1)?.checked_add_months(Months::new(*more))?;
        if let Some((number, rest)) = take_number(&text[word.len()..])
            && let Some(rest) = rest.strip_prefix(['日', '号'])
        {
            return Some((count(text) - count(rest), day(month.with_day(number)?)));
        }
        return Some((count(word), period(month, Precision::Month)));
    }
    if text.starts_with("月底") || text.starts_with("月内") {
        return Some((2, period(said_on, Precision::Month)));
    }
    for (word, more) in [("本季度", 0), ("季度末", 0), ("季末", 0), ("下季度", 3), ("下个季度", 3)] {
        if text.starts_with(word) {
            let date = said_on.with_day(1)?.checked_add_months(Months::new(more))?;
            return Some((count(word), period(date, Precision::Quarter)));
        }
    }
    let rest = text.strip_prefix("明年")?;
    let rest: Vec<char> = rest.chars().collect();
    let written = (1..=rest.len()).rev().find_map(|length| {
        let part: String = rest[..length].iter().collect();
        closes(&part)
            .then(|| PartialDate::parse(&part, Some(said_on.year() + 1)).ok())
            .flatten()
            .map(|due| (length, due))
    });
    written.map(|(length, due)| (length + 2, TypedDue::On(Some(due))))
}

/// 下周五, 本周内, 周五, 星期三. A week without its day ends on Friday.
fn week(text: &str, said_on: NaiveDate) -> Option<(usize, TypedDue)> {
    let prefixes = [("下下", 2), ("下个", 1), ("下", 1), ("本", 0), ("这", 0), ("", 0)];
    let (prefix, weeks) = prefixes.iter().find(|(prefix, _)| {
        text.strip_prefix(prefix).is_some_and(|rest| ["周", "星期", "礼拜"].iter().any(|word| rest.starts_with(word)))
    })?;
    let rest = &text[prefix.len()..];
    let word = ["星期", "礼拜", "周"].into_iter().find(|word| rest.starts_with(word))?;
    let rest = &rest[word.len()..];
    let monday = said_on.checked_sub_days(Days::new(said_on.weekday().num_days_from_monday().into()))?;
    let named = rest.chars().next().and_then(|c| "一二三四五六日天".chars().position(|day| day == c));
    let offset = match (named, *prefix) {
        (Some(day), _) => day.min(6) as u64,
        // 周 alone begins many words (周期, 周边).
        (None, "") => return None,
        (None, _) => 4,
    };
    let mut date = monday.checked_add_days(Days::new(weeks * 7 + offset))?;
    if prefix.is_empty() && date < said_on {
        date = date.checked_add_days(Days::new(7))?;
    }
    let length = prefix.chars().count() + word.chars().count() + usize::from(named.is_some());
    Some((length, TypedDue::On(Some(PartialDate::day(date)))))
}

/// A date as it is written, the longest that can be read: 2021年3月底前, 第一季度, 3月15日, 年内, 2021-03-15.
fn written(ahead: &[char], said_on: NaiveDate) -> Option<(usize, TypedDue)> {
    let first = *ahead.first()?;
    if !(first.is_ascii_digit() || chinese_digit(first).is_some() || "十第上下年今Qq".contains(first)) {
        return None;
    }
    (2..=ahead.len()).rev().find_map(|length| {
        let part: String = ahead[..length].iter().collect();
        let next = ahead.get(length);
        let whole = closes(&part) || is_iso(&part) && !next.is_some_and(|c| c.is_ascii_digit());
        // 6月中旬 is no day to count from.
        if !whole || part.ends_with('月') && next.is_some_and(|c| "中初上旬".contains(*c)) {
            return None;
        }
        let mut due = PartialDate::parse(&part, Some(said_on.year())).ok()?;
        // 20年 of experience, 2021年度 of a plan: a year alone must say that it ends.
        if due.precision == Precision::Year && !part.ends_with(['底', '末', '内', '前']) {
            return None;
        }
        if due.date.is_some_and(|date| date < said_on) && PartialDate::needs_year(&part) {
            due = PartialDate::parse(&part, Some(said_on.year() + 1)).ok()?;
        }
        Some((length, TypedDue::On(Some(due))))
    })
}

/// Ends as a date ends, and not within a word.
fn closes(part: &str) -> bool {
    part.ends_with(['日', '号', '月', '份', '底', '末', '内', '度', '季', '年', '前', '止'])
}

/// 2021-03-15, 2021.3.15, 2021/3/15; a number with one point is an amount.
fn is_iso(part: &str) -> bool {
    let parts: Vec<&str> = part.split(['-', '.', '/']).collect();
    matches!(parts[..], [year, month, day] if year.len() == 4 && !month.is_empty() && !day.is_empty())
        && part.chars().all(|c| c.is_ascii_digit() || "-./".contains(c))
}
