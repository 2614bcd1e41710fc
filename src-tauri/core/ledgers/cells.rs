//! One cell → a typed value, or a doubt for a person to settle. Pure: no names are looked up here.

use chrono::{Datelike, NaiveDate};

use super::questions::{Doubt, Input, Offer, QuestionKind};
use super::read::Cell;
use crate::amount::{Amount, AmountUnit, Qualifier};
use crate::departments::resolve::split_units;
use crate::partial_date::{PartialDate, Precision};
use crate::tasks::status::TaskStatus;
use crate::texts::ledgers as texts;
use crate::typed::{chinese_digit, compact};

/// What a cell says.
pub(crate) enum Reading<T> {
    Nothing,
    Value(T),
    Doubt(Doubt<Option<T>>),
}

/// A deadline: a date the file marks as one, a serial number, or any text [`PartialDate::parse`] reads. `year`
/// completes forms without one; ask [`lacks_year`] first.
pub(crate) fn date(cell: &Cell, year: Option<i32>) -> Reading<PartialDate> {
    /// Serial numbers taken for dates: 1982 to 2119. 20210331 is no serial but a date typed without signs.
    const SERIALS: std::ops::Range<f64> = 30_000.0..80_000.0;
    let read = match cell {
        Cell::Blank => return Reading::Nothing,
        Cell::Date(day) => return Reading::Value(PartialDate::day(*day)),
        Cell::Number(serial) if SERIALS.contains(serial) => PartialDate::from_excel_serial(*serial),
        Cell::Number(_) | Cell::Text(_) => {
            let text = cell.text();
            let serial = text.parse().ok().filter(|serial| SERIALS.contains(serial));
            if is_nothing(&text) {
                return Reading::Nothing;
            }
            serial.map_or_else(|| PartialDate::parse(&text, year), PartialDate::from_excel_serial)
        }
    };
    read.map_or_else(|_| Reading::Doubt(date_doubt(&cell.text(), year)), Reading::Value)
}

/// Whether a deadline only lacks its year: 3月15日, 二季度末, 年内.
pub(crate) fn lacks_year(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if PartialDate::needs_year(text))
}

fn date_doubt(text: &str, year: Option<i32>) -> Doubt<Option<PartialDate>> {
    let blank = Offer::new("blank", texts::leave_blank(), None);
    let base = |kind, said: &str, offers: Vec<Offer<Option<PartialDate>>>| Doubt {
        kind,
        key: text.to_owned(),
        value: text.to_owned(),
        text: said.to_owned(),
        proposed: offers.len() - 1,
        offers,
        sure: false,
        input: None,
    };
    let Some(month) = month_named(text, year) else {
        return base(QuestionKind::Date, texts::date_unreadable(), vec![blank]);
    };
    let last = PartialDate::containing(month, Precision::Month);
    let offers =
        last.date.map(|day| Offer::new("last_day", day.format("%Y-%m-%d").to_string(), Some(PartialDate::day(day))));
    let whole = Offer::new("month", texts::by_end_of_month(month.month()), Some(last));
    base(QuestionKind::NoSuchDay, texts::no_such_day(), offers.into_iter().chain([whole, blank]).collect())
}

/// The first day of the month of a day that does not exist, such as 2021-02-30 or 2月30日.
fn month_named(text: &str, year: Option<i32>) -> Option<NaiveDate> {
    let text = compact(text);
    let numbers: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let (year, month) = match numbers.as_slice() {
        [year @ 1900..=2199, month, day] if *day <= 31 => (i32::try_from(*year).ok()?, *month),
        [packed @ 19_000_000..=21_999_999] => (i32::try_from(packed / 10_000).ok()?, packed / 100 % 100),
        [month, day] if *day <= 31 => (year?, *month),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, month, 1)
}

/// Whether an amount is a bare number, which takes a unit from elsewhere.
pub(super) fn is_bare_number(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => compact(text).replace(',', "").parse::<f64>().is_ok_and(f64::is_finite),
        _ => false,
    }
}

/// An amount; a bare number takes `unit`. Another currency is kept as stated unless the person types an amount.
pub(super) fn amount(cell: &Cell, unit: Option<AmountUnit>) -> Reading<Amount> {
    let text = cell.text();
    if cell.is_blank() {
        return Reading::Nothing;
    }
    let refused = match Amount::parse(&text, unit) {
        Ok(amount) => return Reading::Value(amount),
        Err(error) => error,
    };
    let as_stated =
        Amount { yuan: None, qualifier: Qualifier::Unspecified, certainty: None, text: text.clone().into_owned() };
    let foreign = Amount::foreign_currency(&text);
    Reading::Doubt(Doubt {
        kind: if foreign { QuestionKind::Currency } else { QuestionKind::Amount },
        key: text.clone().into_owned(),
        value: text.into_owned(),
        text: if foreign { texts::foreign_currency().to_owned() } else { refused.message().to_owned() },
        offers: vec![
            Offer::new("as_stated", texts::keep_as_stated(), Some(as_stated)),
            Offer::new("blank", texts::leave_blank(), None),
        ],
        proposed: 0,
        sure: false,
        input: Some(Input {
            id: "=",
            label: texts::type_amount(),
            read: |typed| Amount::parse(typed, None).ok().filter(|amount| amount.yuan.is_some()).map(Some),
        }),
    })
}

/// What a progress cell says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    /// 0–100.
    pub percent: Option<u8>,
    /// The words, if there are more than a number.
    pub text: String,
    /// Where the task stands, if the words say so.
    pub status: Option<TaskStatus>,
}

/// A progress: 0.5, 50%, 80 and 完成30％ are percentages, 1 is 100 %; 已完成 is 100 % and 待销号; 约七成 is asked.
pub(crate) fn progress(cell: &Cell) -> Reading<Progress> {
    let typed = cell.text();
    if is_nothing(&typed) {
        return Reading::Nothing;
    }
    let text = compact(&typed);
    if let Ok(number) = text.parse::<f64>() {
        return match percent_of_number(number) {
            Some(percent) => Reading::Value(Progress { percent: Some(percent), ..Progress::default() }),
            None => Reading::Value(Progress { text: typed.into_owned(), ..Progress::default() }),
        };
    }
    if let Some(status) = status_word(&text) {
        let done = matches!(status, TaskStatus::Submitted | TaskStatus::Closed);
        return Reading::Value(Progress {
            percent: done.then_some(100),
            text: typed.into_owned(),
            status: Some(status),
        });
    }
    if let Some(percent) = percent_said(&text) {
        let bare = text.trim_end_matches('%').parse::<f64>().is_ok();
        let text = if bare { String::new() } else { typed.into_owned() };
        return Reading::Value(Progress { percent: Some(percent), text, status: None });
    }
    let words = Progress { text: typed.clone().into_owned(), ..Progress::default() };
    let Some(percent) = tenths(&text) else { return Reading::Value(words) };
    Reading::Doubt(Doubt {
        kind: QuestionKind::Percent,
        key: text,
        value: typed.into_owned(),
        text: texts::percent_guessed(percent),
        offers: vec![
            Offer::new("percent", format!("{percent}%"), Some(Progress { percent: Some(percent), ..words.clone() })),
            Offer::new("text", texts::words_only(), Some(words)),
        ],
        proposed: 0,
        sure: false,
        input: None,
    })
}

/// 0.5 → 50, 1 → 100 (domain.md §1.8), 80 → 80; None beyond 100 or below 0.
fn percent_of_number(number: f64) -> Option<u8> {
    let percent = if number <= 1.0 { number * 100.0 } else { number };
    // In range, so the conversion is exact after rounding.
    (0.0..=100.0).contains(&percent).then(|| percent.round() as u8)
}

/// The percentage in words such as 完成30%; None if there are several.
fn percent_said(text: &str) -> Option<u8> {
    let (before, after) = text.split_once('%')?;
    if after.contains('%') {
        return None;
    }
    let start = before
        .rfind(|c: char| !c.is_ascii_digit() && c != '.')
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let number: f64 = before[start..].parse().ok()?;
    (0.0..=100.0).contains(&number).then(|| number.round() as u8)
}

/// 约七成 → 70, 六成半 → 65, 过半 and 一半 → 50.
fn tenths(text: &str) -> Option<u8> {
    if let Some((before, after)) = text.split_once('成') {
        let digit = before.chars().last().and_then(|c| c.to_digit(10).or_else(|| chinese_digit(c)))?;
        let half = if after.starts_with('半') { 5 } else { 0 };
        return u8::try_from(digit * 10 + half).ok().filter(|percent| (1..=100).contains(percent));
    }
    ["过半", "一半", "半数"].iter().any(|word| text.contains(word)).then_some(50)
}

/// Words for where a task stands.
pub(super) fn status_word(text: &str) -> Option<TaskStatus> {
    let text = compact(text);
    let status = match text.trim_end_matches(['。', '.', '!']) {
        "已完成" | "完成" | "全部完成" | "已全部完成" | "办结" | "已办结" | "已办理完毕" | "办理完毕" | "待销号"
        | "已落实" => TaskStatus::Submitted,
        "已销号" | "销号" => TaskStatus::Closed,
        "推进中" | "正在推进" | "进行中" | "正常推进" | "办理中" | "正在办理" | "在办" | "持续推进" | "有序推进"
        | "实施中" => TaskStatus::InProgress,
        "未启动" | "未开始" | "尚未启动" | "未开展" | "待启动" | "未开工" => TaskStatus::NotStarted,
        "暂缓" | "已暂缓" | "暂停" => TaskStatus::Paused,
        "取消" | "已取消" | "终止" => TaskStatus::Cancelled,
        _ => return None,
    };
    Some(status)
}

/// Dashes and 无, which say that there is nothing.
pub(crate) fn is_nothing(text: &str) -> bool {
    matches!(text.trim(), "" | "—" | "——" | "-" | "--" | "/" | "\\" | "无" | "暂无")
}

/// Whether a cell of a month marks it: √, ▲, ●, TRUE and the like.
pub(crate) fn is_mark(cell: &Cell) -> bool {
    let text = compact(&cell.text());
    !text.is_empty() && (text == "TRUE" || text == "是" || text.chars().all(|c| "√✓✔▲△●○■□★☆◆◇→-——=*vVxX".contains(c)))
}

/// The names of units in a cell, leading and assisting, each once, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Units {
    pub lead: Vec<String>,
    pub assisting: Vec<String>,
}

/// Reads 市科技局牵头，市工信局、市财政局配合 and 牵头：…；配合：…. Names without a role lead in a column of leading
/// units (the first of several) and assist in the others.
pub(super) fn units(text: &str, assisting_column: bool) -> Units {
    const LEAD: [&str; 5] = ["牵头", "主办", "主责", "总牵头", "负责"];
    const ASSIST: [&str; 5] = ["配合", "协办", "协助", "参与", "参加"];
    let mut units = Units::default();
    let (mut waiting, mut after_colon): (Vec<String>, Option<bool>) = (Vec::new(), None);
    let mut any_role = false;
    for piece in split_units(text) {
        let mut name = piece.trim_matches(|c: char| "。.（()[]【】 \u{3000}".contains(c) && c != ')');
        if let Some((role, rest)) = name.split_once(['：', ':']) {
            let leads = LEAD.iter().any(|word| role.contains(word)) || role.contains("责任");
            let assists = ASSIST.iter().any(|word| role.contains(word));
            if leads || assists {
                after_colon = Some(!assists);
                name = rest.trim();
            }
        }
        let bare = name.trim_end_matches([')', '）']);
        let ending = |words: &[&str]| {
            words.iter().find_map(|word| bare.strip_suffix(word)).map(|rest| rest.trim_end_matches(['(', '（', '等']))
        };
        let role = if let Some(rest) = ending(&ASSIST) {
            name = rest;
            Some(false)
        } else if let Some(rest) =
            ending(&["按职责分工负责", "按职责分工", "分别负责", "牵头负责"]).or_else(|| ending(&LEAD))
        {
            name = rest;
            Some(true)
        } else {
            None
        };
        let name = balanced(name.trim_end_matches('等').trim());
        match role {
            Some(leads) => {
                any_role = true;
                let list = if leads { &mut units.lead } else { &mut units.assisting };
                list.append(&mut waiting);
                push(list, name);
            }
            None => match after_colon {
                Some(leads) => {
                    any_role = true;
                    push(if leads { &mut units.lead } else { &mut units.assisting }, name);
                }
                None => push(&mut waiting, name),
            },
        }
    }
    if any_role || assisting_column {
        units.assisting.append(&mut waiting);
    } else if !waiting.is_empty() {
        units.lead.push(waiting.remove(0));
        units.assisting.append(&mut waiting);
    }
    if units.lead.len() > 1 {
        let others = units.lead.split_off(1);
        units.assisting.splice(0..0, others);
    }
    units
}

/// A name without a bracket that its other half was cut from.
fn balanced(name: &str) -> &str {
    if name.contains(['（', '(']) { name } else { name.trim_end_matches([')', '）']) }
}

fn push(list: &mut Vec<String>, name: &str) {
    if !name.is_empty() && !is_nothing(name) && !list.iter().any(|other| other == name) {
        list.push(name.to_owned());
    }
}

/// A person as named in a cell.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, ts_rs::TS)]
#[ts(rename = "DraftPerson")]
pub struct NamedPerson {
    pub name: String,
    /// 处长; empty if not said.
    pub post: String,
}

/// The persons of a cell: 示例庚（处长）, 示例庚、示例子, 示例庚 处长. Digits (a telephone) are left out.
pub(crate) fn persons(text: &str) -> Vec<NamedPerson> {
    let mut persons: Vec<NamedPerson> = Vec::new();
    for piece in text.split(|c: char| "、，,；;/／\n".contains(c) || c.is_whitespace()) {
        let piece = piece.trim_matches(|c: char| c.is_ascii_digit() || "-—:：".contains(c));
        let (name, post) = match piece.split_once(['（', '(']) {
            Some((name, rest)) => (name.trim(), rest.trim_end_matches(['）', ')']).trim()),
            None => (piece, ""),
        };
        if name.is_empty() {
            continue;
        }
        match persons.last_mut() {
            Some(before) if post.is_empty() && before.post.is_empty() && is_post(name) => {
                name.clone_into(&mut before.post)
            }
            _ => {
                let post = if post.starts_with(|c: char| c.is_ascii_digit()) { "" } else { post };
                persons.push(NamedPerson { name: name.to_owned(), post: post.to_owned() });
            }
        }
    }
    persons
}

fn is_post(text: &str) -> bool {
    const POSTS: [&str; 10] = ["长", "主任", "科员", "书记", "经理", "总监", "调研员", "主席", "专员", "巡视员"];
    text.chars().count() >= 2 && POSTS.iter().any(|post| text.ends_with(post))
}

#[cfg(test)]
mod tests;
