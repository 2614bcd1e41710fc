//! 统一社会信用代码, 18 characters with a check character (GB 32100-2015; domain.md §4.1). Written from the formula.

use std::fmt;

use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::texts::values as texts;
use crate::typed::compact;
use crate::{Error, Result};

/// The 31 symbols in order of their value: no I, O, S, V, Z.
const SYMBOLS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/// A code whose form and check character are right.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(try_from = "String")]
#[ts(type = "string")]
pub struct Uscc(String);

impl Uscc {
    /// Reads a code as typed: spaces and hyphens dropped, full-width and lower case normalised; blank is None. The
    /// refusal names the first wrong character, or the check character that would be right.
    pub fn parse(text: &str) -> Result<Option<Self>> {
        let code = compact(text).replace(['-', '—', '–'], "").to_uppercase();
        if code.is_empty() {
            return Ok(None);
        }
        let refuse = |message| Err(Error::invalid(message));
        let symbols: Vec<char> = code.chars().collect();
        if symbols.len() != 18 {
            return refuse(texts::uscc_length(symbols.len()));
        }
        for (index, symbol) in symbols.iter().enumerate().take(17) {
            if (2..8).contains(&index) && !symbol.is_ascii_digit() {
                return refuse(texts::uscc_not_a_digit(index + 1, *symbol));
            }
            if value(*symbol).is_none() {
                return refuse(texts::uscc_bad_symbol(index + 1, *symbol));
            }
        }
        let check = check_symbol(&symbols[..17]);
        match symbols[17] {
            last if last == check => Ok(Some(Self(code))),
            last if value(last).is_none() => refuse(texts::uscc_bad_check_symbol(last, check)),
            last => refuse(texts::uscc_wrong_check(last, check)),
        }
    }

    /// The 18 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A warning when characters 9–17 do not hold the older organisation code's own check (GB 11714). Never a
    /// refusal: some codes in use were issued without it.
    pub fn inner_warning(&self) -> Option<String> {
        const WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
        let inner: Vec<char> = self.0.chars().skip(8).take(9).collect();
        let sum: u32 =
            inner.iter().zip(WEIGHTS).map(|(symbol, weight)| symbol.to_digit(36).unwrap_or(0) * weight).sum();
        let check = match 11 - sum % 11 {
            10 => 'X',
            rest => char::from_digit(rest % 11, 10).unwrap_or('0'),
        };
        (inner[8] != check).then(|| texts::uscc_inner_check(inner[8], check))
    }
}

/// What a symbol counts.
fn value(symbol: char) -> Option<u32> {
    SYMBOLS.find(symbol).map(|index| index as u32)
}

/// (31 − Σ Cᵢ·3^(i−1) mod 31) mod 31, as a symbol.
fn check_symbol(first_17: &[char]) -> char {
    let (mut sum, mut weight) = (0, 1);
    for symbol in first_17 {
        sum += value(*symbol).unwrap_or(0) * weight;
        weight = weight * 3 % 31;
    }
    SYMBOLS.as_bytes()[((31 - sum % 31) % 31) as usize].into()
}

impl TryFrom<String> for Uscc {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        match Self::parse(&text) {
            Ok(Some(code)) => Ok(code),
            Ok(None) => Err(texts::uscc_length(0)),
            Err(error) => Err(error.message().to_owned()),
        }
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl ToSql for Uscc {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

/// What is stored was checked when it was written.
impl FromSql for Uscc {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        String::column_result(value).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn refused(text: &str) -> String {
        Uscc::parse(text).expect_err(text).message().to_owned()
    }

    #[test]
    fn right_codes_are_accepted_in_any_typing() {
        for text in [
            "91350100M000100Y43",
            " 91350100m000100y43 ",
            "９１３５０１００Ｍ０００１００Ｙ４３",
            "91-350100-M000100Y4-3",
        ] {
            assert_eq!(Uscc::parse(text).unwrap().unwrap().as_str(), "91350100M000100Y43");
        }
        assert_eq!(Uscc::parse("91110000600037341L").unwrap().unwrap().inner_warning(), None);
        assert_eq!(Uscc::parse("91350100M000100Y43").unwrap().unwrap().inner_warning(), None);
        assert_eq!(Uscc::parse(" 　").unwrap(), None);
    }

    #[test]
    fn wrong_codes_are_refused_with_the_reason() {
        assert_eq!(refused("91350100M000100Y4Z"), "第18位“Z”不可用，应为3");
        assert_eq!(refused("A1110000600037341L"), "第18位“L”不对，应为K，请核对整个代码");
        assert_eq!(refused("91310115MA1H8R7C6D"), "第18位“D”不对，应为7，请核对整个代码");
        assert!(refused("91350100M000100Y4").contains("18位，现在是17位"));
        assert!(refused("9135O100M000100Y43").contains("第5位“O”"));
        assert!(refused("91350100MO00100Y43").contains("第10位“O”不可用"));
    }

    proptest! {
        #[test]
        fn one_mistyped_character_is_noticed(at in 0usize..18, other in "[0-9A-HJ-NP-RTUWXY]") {
            let good = "91350100M000100Y43";
            let mut typed = good.to_owned();
            typed.replace_range(at..=at, &other);
            prop_assert_eq!(Uscc::parse(&typed).is_ok(), typed == good);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,20}", close in "[0-9A-Zａ-ｚ]{18}") {
            let _ = Uscc::parse(&text);
            if let Ok(Some(code)) = Uscc::parse(&close) {
                code.inner_warning();
            }
        }
    }
}
