//! What an expert says, typed in one line: the score before the words (88 创意新颖), the advice before the reasons
//! (修改后再审：补充市场数据). Each may stand alone.

use crate::error::{Error, Result};
use crate::reviews::conclusion::Conclusion;
use crate::typed::half_width;
use crate::{input, texts};

/// Splits a score 0–100 off the front. A number is a score when 分, a blank or a comma follows it, or nothing: 3个亮点
/// and 1.创意新 are words.
pub fn read_score(typed: &str, field: &str) -> Result<(Option<i64>, String)> {
    let text = input::text(typed, field, input::LONG)?;
    let plain = half_width(&text);
    let digits = plain.chars().take_while(char::is_ascii_digit).count();
    let rest: String = text.chars().skip(digits).collect();
    let behind: String = plain.chars().skip(digits).collect();
    if digits == 0 {
        return Ok((None, text));
    }
    let fraction = behind.strip_prefix('.').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    if fraction.is_some_and(|rest| rest.starts_with('分')) {
        return Err(Error::invalid(texts::score_out_of_range(field, &text.chars().take(20).collect::<String>())));
    }
    let ends = behind.is_empty()
        || behind.starts_with(['分', ' ', '\n', '\t', ',', ':', ';', '、']) && !behind.starts_with('、');
    if !ends {
        return Ok((None, text));
    }
    let number: String = plain.chars().take(digits).collect();
    match number.parse::<i64>() {
        Ok(score @ 0..=100) => Ok((Some(score), clean(&rest, "分"))),
        _ if behind.is_empty() || behind.starts_with('分') => {
            Err(Error::invalid(texts::score_out_of_range(field, &number)))
        }
        _ => Ok((None, text)),
    }
}

/// Splits an advice off the front.
pub fn read_advice(typed: &str, field: &str) -> Result<(Option<Conclusion>, String)> {
    let text = input::text(typed, field, input::LONG)?;
    // 不通过 before 通过, and 修改后再审 as people shorten it.
    let words = [
        ("修改后再审", Conclusion::Revise),
        ("修改再审", Conclusion::Revise),
        ("建议修改后再审", Conclusion::Revise),
        ("不通过", Conclusion::Failed),
        ("通过", Conclusion::Passed),
        ("同意", Conclusion::Passed),
        ("不同意", Conclusion::Failed),
    ];
    for (word, advice) in words {
        if let Some(rest) = text.strip_prefix(word)
            && (rest.is_empty() || rest.starts_with([' ', '\u{3000}', '\n', ',', '，', ':', '：', ';', '；', '。']))
        {
            return Ok((Some(advice), clean(rest, "")));
        }
    }
    Ok((None, text))
}

/// Words without the mark that set them apart from what stood before.
fn clean(rest: &str, unit: &str) -> String {
    let rest = rest.strip_prefix(unit).unwrap_or(rest);
    rest.trim_start_matches([' ', '\u{3000}', '\n', '\t', ',', '，', ':', '：', ';', '；', '。']).trim().to_string()
}

/// A score and the words as one line; read back it is the same.
pub fn line(score: Option<i64>, text: &str) -> String {
    match (score, text) {
        (None, text) => text.to_string(),
        (Some(score), "") => texts::score(score),
        (Some(score), text) => format!("{}：{text}", texts::score(score)),
    }
}

/// An advice and the reasons as one line; read back it is the same.
pub fn advice_line(advice: Option<Conclusion>, text: &str) -> String {
    match (advice, text) {
        (None, text) => text.to_string(),
        (Some(advice), "") => advice.label().to_string(),
        (Some(advice), text) => format!("{}：{text}", advice.label()),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn score(typed: &str) -> (Option<i64>, String) {
        read_score(typed, "创意好").expect(typed)
    }

    #[test]
    fn a_score_stands_before_the_words() {
        assert_eq!(score("88 创意新颖"), (Some(88), "创意新颖".into()));
        assert_eq!(score("８８分，创意新颖"), (Some(88), "创意新颖".into()));
        assert_eq!(score("90"), (Some(90), String::new()));
        assert_eq!(score("100分"), (Some(100), String::new()));
        assert_eq!(score("0分：没有新意"), (Some(0), "没有新意".into()));
    }

    #[test]
    fn words_that_begin_with_a_number_are_words() {
        for typed in ["3个亮点", "1.创意新 2.可推广", "1、创意新", "5G应用", "2021年已有同类产品", "", "创意新颖 88"]
        {
            assert_eq!(score(typed), (None, typed.into()));
        }
    }

    #[test]
    fn a_score_out_of_range_is_refused() {
        for typed in ["101", "120分", "88.5分 好"] {
            assert!(read_score(typed, "创意好").is_err(), "{typed}");
        }
    }

    #[test]
    fn an_advice_stands_before_the_reasons() {
        let advice = |typed| read_advice(typed, "总体意见").unwrap();
        assert_eq!(advice("修改后再审：补充市场数据"), (Some(Conclusion::Revise), "补充市场数据".into()));
        assert_eq!(advice("不通过"), (Some(Conclusion::Failed), String::new()));
        assert_eq!(advice("通过审查资料看，可行"), (None, "通过审查资料看，可行".into()));
    }

    proptest! {
        #[test]
        fn what_was_read_is_read_back_the_same(score in proptest::option::of(0i64..=100), words in "[\\p{Han}a-z]{0,12}") {
            let typed = line(score, &words);
            prop_assert_eq!(read_score(&typed, "创意好").unwrap(), (score, words));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}") {
            let _ = read_score(&text, "创意好");
            let _ = read_advice(&text, "总体意见");
        }
    }
}
