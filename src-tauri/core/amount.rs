//! Money as it is stated: 2亿元(意向), 超200亿元, 三千多万元, 数千万元 (domain.md §1.5, §4.3). A number alone would lose
//! the qualifier and how certain it is.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::texts::values as texts;
use crate::typed::compact;
use crate::{Error, Result};

mod number;

crate::codes! {
    /// What a stated amount says about its number.
    pub enum Qualifier {
        Eq => "eq", "等于";
        /// More than: 超2亿元.
        Gt => "gt", "超";
        /// At least: 2亿元以上.
        Ge => "ge", "以上";
        Approx => "approx", "约";
        /// A little more than: 三千多万元.
        Many => "many", "多";
        /// No number: 数千万元, 待定.
        Unspecified => "unspecified", "未量化";
    }
}

impl Qualifier {
    /// Whether the number is a lower bound, so that a total with it prints 超.
    pub fn is_lower_bound(self) -> bool {
        matches!(self, Self::Gt | Self::Ge | Self::Many)
    }
}

crate::codes! {
    /// How certain money is. 意向 is never added to 合同/订单 or 到位 (domain.md §1.7): callers group by it.
    pub enum Certainty {
        Intention => "intention", "意向";
        Framework => "framework", "框架协议";
        Contract => "contract", "合同/订单";
        Paid => "paid", "到位/已投";
    }
}

crate::codes! {
    /// The unit a bare number takes, from a ledger's header such as （万元）.
    pub enum AmountUnit {
        Yuan => "yuan", "元";
        Wan => "wan", "万元";
        Yi => "yi", "亿元";
    }
}

impl AmountUnit {
    /// How many 元 it is.
    pub fn yuan(self) -> i64 {
        match self {
            Self::Yuan => 1,
            Self::Wan => WAN,
            Self::Yi => YI,
        }
    }
}

const WAN: i64 = 10_000;
const YI: i64 = 100_000_000;

/// An amount as stated, and what could be read from it. Stored as JSON in one column.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Amount {
    /// In 元; None when no number is stated (待定, 数千万元).
    #[ts(type = "number | null")]
    pub yuan: Option<i64>,
    pub qualifier: Qualifier,
    /// None when the source does not say.
    pub certainty: Option<Certainty>,
    /// As stated in the source, trimmed.
    pub text: String,
}

impl Amount {
    /// An exact amount in 元, with nothing stated beside it.
    pub fn exact(yuan: i64) -> Self {
        Self { yuan: Some(yuan), qualifier: Qualifier::Eq, certainty: None, text: String::new() }
    }

    /// The same amount with this certainty.
    pub fn with_certainty(mut self, certainty: Certainty) -> Self {
        self.certainty = Some(certainty);
        self
    }

    /// Reads an amount as typed or as found in a ledger. A bare number takes `default_unit` (元 when None). Blank,
    /// — and 待定 are amounts without a number. Refuses a fraction of a 元, a negative amount, another currency
    /// (see [`Amount::foreign_currency`]) and what is no amount; the caller adds the cell's name.
    pub fn parse(text: &str, default_unit: Option<AmountUnit>) -> Result<Self> {
        let stated = text.trim();
        let refuse = || Error::invalid(texts::not_an_amount(stated));
        if Self::foreign_currency(text) {
            return Err(Error::invalid(texts::foreign_currency(stated)));
        }
        let typed = without_marks(&compact(text)).ok_or_else(refuse)?.replace("人民币", "");
        let typed = typed.trim_start_matches('¥').trim_end_matches(['。', ';', '、', '整']);
        let (certainty, typed) = take_certainty(typed);
        let amount = |yuan, qualifier| Self { yuan, qualifier, certainty, text: stated.to_owned() };
        if NOTHING.contains(&typed.as_str()) {
            return Ok(amount(None, Qualifier::Unspecified));
        }
        if typed.starts_with('-') || typed.starts_with('负') {
            return Err(Error::invalid(texts::negative_amount(stated)));
        }
        let (mut qualifier, mut rest) = (None, typed.as_str());
        for (words, ends, meaning) in QUALIFIERS {
            let strip = |rest| {
                words.iter().find_map(|word| {
                    if *ends { str::strip_suffix(rest, *word) } else { str::strip_prefix(rest, *word) }
                })
            };
            if let Some(shorter) = strip(rest) {
                qualifier = qualifier.or(Some(*meaning));
                rest = shorter;
            }
        }
        rest = rest.trim_end_matches('元');
        let in_yuan = typed.contains('元');
        if let Some(vague) = rest.strip_prefix(['数', '几']).or_else(|| rest.strip_prefix("若干")) {
            let only_units = vague.chars().all(|c| "十百千万亿".contains(c));
            return if only_units { Ok(amount(None, Qualifier::Unspecified)) } else { Err(refuse()) };
        }
        let without_many: String = rest.chars().filter(|c| !matches!(c, '多' | '余')).collect();
        if without_many != rest {
            qualifier = qualifier.or(Some(Qualifier::Many));
        }
        // 超亿元, 近千万元: after a qualifier a unit alone is one of it.
        let number = number::read(&without_many, qualifier.is_some()).ok_or_else(refuse)?;
        let unit = match default_unit {
            Some(unit) if !number.has_unit && !in_yuan => unit.yuan(),
            _ => 1,
        };
        match number.times(unit) {
            Some(Ok(yuan)) => Ok(amount(Some(yuan), qualifier.unwrap_or(Qualifier::Eq))),
            Some(Err(())) => Err(Error::invalid(texts::fraction_of_yuan(stated))),
            None => Err(Error::invalid(texts::amount_too_large(stated))),
        }
    }

    /// Whether the text is an amount of another currency, such as 800万美元. It is never converted.
    pub fn foreign_currency(text: &str) -> bool {
        const FOREIGN: &[&str] = &[
            "美元",
            "美金",
            "欧元",
            "日元",
            "日圆",
            "英镑",
            "港元",
            "港币",
            "韩元",
            "韩币",
            "澳元",
            "加元",
            "卢布",
            "瑞士法郎",
            "新加坡元",
            "新台币",
            "usd",
            "eur",
            "jpy",
            "gbp",
            "hkd",
            "$",
            "€",
            "£",
        ];
        let text = compact(text).to_lowercase();
        FOREIGN.iter().any(|word| text.contains(word))
    }

    /// For people: as stated (超200亿元, 数千万元, 待定); else the number with its qualifier; “—” for nothing.
    pub fn display(&self) -> String {
        // “12000” under a header 万元 says nothing by itself.
        let has_unit = self.text.contains(['元', '万', '亿']);
        match self.yuan {
            Some(yuan) if !has_unit => texts::qualified(&display_yuan(yuan), self.qualifier),
            None if self.text.is_empty() => texts::NOTHING.to_owned(),
            _ => self.text.clone(),
        }
    }
}

/// What ledgers write where no amount is known.
const NOTHING: &[&str] = &[
    "",
    "—",
    "——",
    "-",
    "--",
    "–",
    "/",
    "无",
    "暂无",
    "待定",
    "未定",
    "待落实",
    "待确定",
    "未确定",
    "暂未确定",
    "面议",
    "不详",
    "元",
    "万元",
    "亿元",
];

/// Words around a number, whether they stand behind it, and what they mean. 超 comes twice: 约超2亿元.
const QUALIFIERS: &[(&[&str], bool, Qualifier)] = &[
    (&["超过", "超", "逾", "大于", "高于", "突破", "过", ">"], false, Qualifier::Gt),
    (&["不低于", "不少于", "不小于", "至少", "≥", "上"], false, Qualifier::Ge),
    (&["约为", "大约", "大概", "约", "将近", "接近", "近"], false, Qualifier::Approx),
    (&["超过", "超", "逾"], false, Qualifier::Gt),
    (&["及以上", "以上"], true, Qualifier::Ge),
    (&["左右", "上下"], true, Qualifier::Approx),
];

/// Drops brackets, quotation marks and thousands separators. None when that would join two numbers (3000（5000）)
/// or when a comma does not separate thousands (1,5).
fn without_marks(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let digits_from = |index: usize| chars[index..].iter().take_while(|c| c.is_ascii_digit()).count();
    let mut kept = String::with_capacity(text.len());
    for (index, c) in chars.iter().enumerate() {
        match c {
            ',' if digits_from(index + 1) != 3 || !kept.ends_with(|c: char| c.is_ascii_digit()) => return None,
            ',' => {}
            '(' | ')' | '[' | ']' | '【' | '】' | '“' | '”' | '"' => {
                if kept.ends_with(|c: char| c.is_ascii_digit()) && digits_from(index + 1) > 0 {
                    return None;
                }
            }
            c => kept.push(*c),
        }
    }
    Some(kept)
}

/// Takes words of certainty (and the noun they stand with) out of the text.
fn take_certainty(text: &str) -> (Option<Certainty>, String) {
    const WORDS: &[(&str, Certainty)] = &[
        ("意向", Certainty::Intention),
        ("框架协议", Certainty::Framework),
        ("合同", Certainty::Contract),
        ("订单", Certainty::Contract),
        ("到位", Certainty::Paid),
        ("已投", Certainty::Paid),
    ];
    let mut certainty = None;
    let mut rest = text.to_owned();
    for (word, meaning) in WORDS {
        if rest.contains(word) {
            certainty = certainty.or(Some(*meaning));
            rest = rest.replace(word, "");
        }
    }
    for noun in ["总投资额", "总投资", "投资额", "投资", "资金", "总额", "金额"] {
        rest = rest.replace(noun, "");
    }
    (certainty, rest)
}

/// A number of 元 for people: ≥1亿 in 亿元, ≥1万 in 万元, at most two decimals, half-up. Rounded first, then the unit
/// is chosen: 99,999,999 prints 1亿元 (domain.md §4.3).
pub fn display_yuan(yuan: i64) -> String {
    let sign = if yuan < 0 { "-" } else { "" };
    let magnitude = yuan.unsigned_abs();
    let hundredths_of = |unit: i64| (magnitude + unit as u64 / 200) / (unit as u64 / 100);
    let (number, unit) = if magnitude < WAN as u64 {
        (magnitude.to_string(), AmountUnit::Yuan)
    } else if hundredths_of(WAN) < 100 * WAN as u64 {
        (hundredths(hundredths_of(WAN)), AmountUnit::Wan)
    } else {
        (hundredths(hundredths_of(YI)), AmountUnit::Yi)
    };
    format!("{sign}{number}{}", unit.label())
}

/// 950 → 9.5, 100 → 1, 105 → 1.05.
fn hundredths(value: u64) -> String {
    let text = format!("{}.{:02}", value / 100, value % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A total of amounts, and what it is worth (domain.md §1.7 总投资).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmountSum {
    /// Σ of the stated numbers, in 元.
    #[ts(type = "number")]
    pub yuan: i64,
    /// How many amounts had a number.
    pub quantified: u32,
    /// At least one of them was a lower bound.
    pub lower_bound: bool,
    /// At least one of them was approximate.
    pub approx: bool,
    /// How many amounts had no number.
    pub unquantified: u32,
}

/// Adds amounts up. Grouping by certainty is the caller's: 意向 is never added to 合同 or 到位.
pub fn sum<'a>(amounts: impl IntoIterator<Item = &'a Amount>) -> AmountSum {
    let mut total = AmountSum::default();
    for amount in amounts {
        let Some(yuan) = amount.yuan else {
            total.unquantified += 1;
            continue;
        };
        total.yuan = total.yuan.saturating_add(yuan);
        total.quantified += 1;
        total.lower_bound |= amount.qualifier.is_lower_bound();
        total.approx |= amount.qualifier == Qualifier::Approx;
    }
    total
}

impl AmountSum {
    /// 超3000万元，另有1项未量化; 约…, 约超…; “—” when there is nothing to add.
    pub fn prose(&self) -> String {
        texts::amount_sum(self)
    }
}

impl ToSql for Amount {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let json =
            serde_json::to_string(self).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Ok(json.into())
    }
}

impl FromSql for Amount {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map_err(FromSqlError::other)
    }
}

#[cfg(test)]
mod tests;
