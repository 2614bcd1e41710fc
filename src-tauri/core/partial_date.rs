//! A date as deadlines are written: 2021年2月25日, but also 3月底前, 第一季度, 年内, 长期坚持 (domain.md §4.4).

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

use crate::texts::values as texts;
use crate::typed::{compact, half_width, take_number};
use crate::{Error, Result};

crate::codes! {
    /// How exactly a date was stated.
    pub enum Precision {
        Day => "day", "日";
        Month => "month", "月";
        Quarter => "quarter", "季度";
        HalfYear => "halfyear", "半年";
        Year => "year", "年";
        /// No end at all: 长期坚持.
        LongTerm => "longterm", "长期";
    }
}

/// A day, or the last day of a stated period, or no end at all.
///
/// Stored and sent as one sortable text (see [`PartialDate::encode`]). Ordered by that text: 长期 comes last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub struct PartialDate {
    /// The last day of the period; None only for 长期.
    pub date: Option<NaiveDate>,
    /// How exactly it was stated.
    pub precision: Precision,
}

/// Years outside this are taken for a slip of the keyboard.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;
/// What stands for 长期 in the sortable text.
const NO_END: &str = "9999-12-31";

impl PartialDate {
    /// 长期.
    pub const LONG_TERM: Self = Self { date: None, precision: Precision::LongTerm };

    /// Exactly this day.
    pub fn day(date: NaiveDate) -> Self {
        Self { date: Some(date), precision: Precision::Day }
    }

    /// The period of this precision that holds `day`; 长期 for [`Precision::LongTerm`].
    pub fn containing(day: NaiveDate, precision: Precision) -> Self {
        let months = match precision {
            Precision::LongTerm => return Self::LONG_TERM,
            Precision::Day => return Self::day(day),
            Precision::Month => 1,
            Precision::Quarter => 3,
            Precision::HalfYear => 6,
            Precision::Year => 12,
        };
        let last_month = day.month0() / months * months + months;
        Self { date: Some(last_day(day.year(), last_month)), precision }
    }

    /// The first day of the period; None for 长期.
    pub fn first_day(&self) -> Option<NaiveDate> {
        let last = self.date?;
        let month0 = match self.precision {
            Precision::Day | Precision::LongTerm => return Some(last),
            Precision::Month => last.month0(),
            Precision::Quarter => last.month0() / 3 * 3,
            Precision::HalfYear => last.month0() / 6 * 6,
            Precision::Year => 0,
        };
        NaiveDate::from_ymd_opt(last.year(), month0 + 1, 1)
    }

    /// Reads a deadline as typed or as found in a ledger. `year` completes forms without one (2月25日, 3月底前,
    /// 年内). Refuses a day that does not exist, and a form without a year when none is given (see
    /// [`PartialDate::needs_year`]).
    pub fn parse(text: &str, year: Option<i32>) -> Result<Self> {
        let form = Form::read(text)?;
        let Some(period) = form.period else { return Ok(Self::LONG_TERM) };
        let year = form.year.or(year).ok_or_else(|| Error::invalid(texts::date_needs_year(text.trim())))?;
        if !YEARS.contains(&year) {
            return Err(Error::invalid(texts::date_year_out_of_range(year)));
        }
        let ending = |month, precision| Self { date: Some(last_day(year, month)), precision };
        Ok(match period {
            Period::Day(month, day) => Self::day(
                NaiveDate::from_ymd_opt(year, month, day)
                    .ok_or_else(|| Error::invalid(texts::no_such_day(year, month, day, last_day(year, month).day())))?,
            ),
            Period::Month(month) => ending(month, Precision::Month),
            Period::Quarter(quarter) => ending(quarter * 3, Precision::Quarter),
            Period::Half(half) => ending(half * 6, Precision::HalfYear),
            Period::Year => ending(12, Precision::Year),
        })
    }

    /// Whether the text is a date that only lacks its year, such as 2月25日, 二季度末, 年内.
    pub fn needs_year(text: &str) -> bool {
        Form::read(text).is_ok_and(|form| form.year.is_none() && form.period.is_some())
    }

    /// The day of an Excel serial number of the 1900 date system (44252 is 2021-02-25); a time of day is dropped.
    pub fn from_excel_serial(serial: f64) -> Result<Self> {
        let refuse = || Error::invalid(texts::not_a_date_serial(serial));
        // Excel believes in 1900-02-29 (serial 60); counting from 1899-12-30 is right for every day after it.
        if !(61.0..110_000.0).contains(&serial) {
            return Err(refuse());
        }
        let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or_else(refuse)?;
        epoch.checked_add_days(Days::new(serial as u64)).map(Self::day).ok_or_else(refuse)
    }

    /// The sortable text: `2021-02-25`, `2021-03-31~month`, `9999-12-31~longterm`.
    pub fn encode(&self) -> String {
        let date = self.date.map_or_else(|| NO_END.to_owned(), |date| date.to_string());
        match self.precision {
            Precision::Day => date,
            precision => format!("{date}~{}", precision.code()),
        }
    }

    /// Reads [`PartialDate::encode`]; None when the text is not exactly that.
    pub fn decode(text: &str) -> Option<Self> {
        let (date, precision) = text.split_once('~').unwrap_or((text, Precision::Day.code()));
        let precision = Precision::from_code(precision)?;
        let decoded = match precision {
            Precision::LongTerm => Self::LONG_TERM,
            _ => Self::containing(NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?, precision),
        };
        (decoded.encode() == text).then_some(decoded)
    }

    /// For running text and papers: 2021年2月25日, 2021年3月底前, 2021年第一季度, 2021年底前, 长期坚持.
    pub fn prose(&self) -> String {
        match self.date {
            Some(date) => texts::date_prose(date, self.precision),
            None => texts::long_term_prose().to_owned(),
        }
    }

    /// For grids: 2021-02-25, and periods of `this_year` without their year (3月底前, 年内).
    pub fn grid(&self, this_year: i32) -> String {
        match self.date {
            None => texts::long_term_grid().to_owned(),
            Some(date) if self.precision == Precision::Day => date.to_string(),
            Some(date) if date.year() == this_year => texts::date_without_year(date, self.precision),
            Some(date) => texts::date_prose(date, self.precision),
        }
    }
}

/// The last day of a month given 1–12 (December's for anything beyond).
fn last_day(year: i32, month: u32) -> NaiveDate {
    let next =
        if month < 12 { NaiveDate::from_ymd_opt(year, month + 1, 1) } else { NaiveDate::from_ymd_opt(year + 1, 1, 1) };
    next.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX)
}

/// A deadline as written, before its year is settled; no period means 长期.
struct Form {
    year: Option<i32>,
    period: Option<Period>,
}

#[derive(Clone, Copy)]
enum Period {
    Day(u32, u32),
    Month(u32),
    Quarter(u32),
    Half(u32),
    Year,
}

const LONG_TERM_WORDS: &[&str] = &["长期", "持续", "常态化", "常年"];
/// May follow 长期 and its like without changing it.
const LONG_TERM_VERBS: &[&str] =
    &["", "坚持", "推进", "开展", "落实", "任务", "执行", "实施", "进行", "抓好", "有效", "跟进", "工作"];
const PREFIXES: &[&str] = &["力争", "确保", "预计", "计划", "最迟", "截至", "截止", "拟", "于", "在", "到", "至"];
/// A deadline's tail that changes nothing. A longer one stands before its own ending.
const SUFFIXES: &[&str] =
    &["。", ";", ",", "完成", "办结", "落实", "到位", "之前", "以前", "前", "之内", "以内", "为止", "止"];

impl Form {
    fn read(text: &str) -> Result<Self> {
        let refuse = || Error::invalid(texts::not_a_date(text.trim()));
        let typed = compact(without_time(half_width(text).trim()));
        let mut rest = typed.as_str();
        while let Some(shorter) = PREFIXES.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = shorter;
        }
        while let Some(shorter) = SUFFIXES.iter().find_map(|word| rest.strip_suffix(word)) {
            rest = shorter;
        }
        if rest.split(['、', ',']).all(is_long_term) {
            return Ok(Self { year: None, period: None });
        }
        if let Some((year, month, day)) = by_digits(rest) {
            let period = match (month, day) {
                (None, _) => Period::Year,
                (Some(month), None) => Period::Month(month),
                (Some(month), Some(day)) => Period::Day(month, day),
            };
            return Self { year, period: Some(period) }.checked();
        }
        let (year, rest) = leading_year(rest);
        let period = match rest {
            "内" | "底" | "末" | "年内" | "年底" | "年末" | "年度" | "本年内" | "全年" | "今年" => {
                Period::Year
            }
            "" | "度" if year.is_some() => Period::Year,
            "上半年" | "上半年底" | "中" | "年中" => Period::Half(1),
            "下半年" | "下半年底" => Period::Half(2),
            "月" | "月底" | "月末" | "月内" | "本月" | "本月底" | "当月底" => {
                return Err(Error::invalid(texts::date_needs_month(text.trim())));
            }
            "季度" | "季末" | "季度末" | "本季度" | "本季度末" => {
                return Err(Error::invalid(texts::date_needs_quarter(text.trim())));
            }
            _ => read_part(rest, text)?.ok_or_else(refuse)?,
        };
        Self { year, period: Some(period) }.checked()
    }

    /// Refuses a month, quarter or day that no year has.
    fn checked(self) -> Result<Self> {
        match self.period {
            Some(Period::Month(month) | Period::Day(month, _)) if !(1..=12).contains(&month) => {
                Err(Error::invalid(texts::no_such_month(month)))
            }
            Some(Period::Quarter(quarter)) if !(1..=4).contains(&quarter) => {
                Err(Error::invalid(texts::no_such_quarter(quarter)))
            }
            Some(Period::Day(month, day)) if self.year.is_none() => {
                // 2020 is a leap year: 2月29日 may exist, depending on the year to come.
                let most = last_day(2020, month).day();
                if (1..=most).contains(&day) {
                    Ok(self)
                } else {
                    Err(Error::invalid(texts::no_such_day_in_month(month, day, most)))
                }
            }
            _ => Ok(self),
        }
    }
}

fn is_long_term(text: &str) -> bool {
    LONG_TERM_WORDS.iter().any(|word| text.strip_prefix(word).is_some_and(|verb| LONG_TERM_VERBS.contains(&verb)))
}

/// Cuts a time of day off: `2021-02-25 00:00:00`, `2021-02-25T08:00`.
fn without_time(text: &str) -> &str {
    match text.split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') => date,
        _ => text,
    }
}

/// 2021.2.25, 2021/02/25, 2021-2-25, 20210225; 2021.2, 202102, 2021; 2/25.
fn by_digits(text: &str) -> Option<(Option<i32>, Option<u32>, Option<u32>)> {
    let text = text.trim_end_matches(['.', '日', '号']);
    let parts: Vec<&str> = text.split(['.', '/', '-', '—', '–']).collect();
    if !parts.iter().all(|part| !part.is_empty() && part.len() <= 8 && part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let number = |part: &str| part.parse::<u32>().ok();
    let year = |part: &str| part.parse::<i32>().ok();
    match parts[..] {
        [all] if all.len() == 8 => Some((year(&all[..4]), number(&all[4..6]), number(&all[6..]))),
        [all] if all.len() == 6 => Some((year(&all[..4]), number(&all[4..]), None)),
        [all] if all.len() == 4 => Some((year(all), None, None)),
        [y, m] if y.len() == 4 && m.len() <= 2 => Some((year(y), number(m), None)),
        [m, d] if m.len() <= 2 && d.len() <= 2 => Some((None, number(m), number(d))),
        [y, m, d] if y.len() == 4 && m.len() <= 2 && d.len() <= 2 => Some((year(y), number(m), number(d))),
        _ => None,
    }
}

/// Splits 2021年, 21年, 二〇二一年 (and the year of 2021Q2) off the front.
fn leading_year(text: &str) -> (Option<i32>, &str) {
    let text = text.strip_prefix("今年").filter(|rest| !rest.is_empty()).unwrap_or(text);
    let Some((number, rest)) = take_number(text) else { return (None, text) };
    let year = match number {
        // 21年3月 is 2021; 3年内 and 10年内 are spans, not years.
        10..100 if !matches!(rest, "年" | "年内") => number as i32 + 2000,
        1000..10_000 => number as i32,
        _ => return (None, text),
    };
    match rest.strip_prefix('年') {
        Some(rest) => (Some(year), rest.trim_start_matches(['-', '.', '/'])),
        None if rest.trim_start_matches(['-', '.', '/']).starts_with(['Q', 'q']) => {
            (Some(year), rest.trim_start_matches(['-', '.', '/']))
        }
        None => (None, text),
    }
}

/// The part after the year: 2月25日, 6月底, 第一季度, Q2. None when it is something else.
fn read_part(rest: &str, whole: &str) -> Result<Option<Period>> {
    if let Some(quarter) = rest.strip_prefix(['Q', 'q']) {
        return Ok(quarter.trim_end_matches(['底', '末']).parse().ok().map(Period::Quarter));
    }
    let Some((number, tail)) = take_number(rest.strip_prefix('第').unwrap_or(rest)) else { return Ok(None) };
    match tail {
        "季度" | "季" | "季度末" | "季度底" | "季末" | "季度内" => {
            return Ok(Some(Period::Quarter(number)));
        }
        "月" | "月份" | "月底" | "月末" | "月内" | "月份底" | "月份内" | "月下旬" => {
            return Ok(Some(Period::Month(number)));
        }
        "月初" | "月中" | "月上旬" | "月中旬" => {
            return Err(Error::invalid(texts::date_too_vague(whole.trim(), number)));
        }
        _ => {}
    }
    let day = tail.strip_prefix("月份").or_else(|| tail.strip_prefix('月')).and_then(take_number);
    Ok(match day {
        Some((day, "日" | "号" | "")) => Some(Period::Day(number, day)),
        _ => None,
    })
}

impl PartialDate {
    /// Does it end on a later day? 3月底前 and 2021-03-31 end alike; 长期 ends after everything.
    pub fn ends_after(&self, other: &Self) -> bool {
        self.date.unwrap_or(NaiveDate::MAX) > other.date.unwrap_or(NaiveDate::MAX)
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        // The same as comparing the encoded texts: the codes sort as they stand there, `day` first.
        let key = |of: &Self| (of.date.unwrap_or(NaiveDate::MAX), of.precision.code());
        key(self).cmp(&key(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.prose())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.encode())
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::decode(&text).ok_or_else(|| serde::de::Error::custom("not an encoded PartialDate"))
    }
}

impl ToSql for PartialDate {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.encode().into())
    }
}

impl FromSql for PartialDate {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::decode(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

#[cfg(test)]
mod tests;
