//! Names by pinyin: "hqjt" and "huanqiu" find 青岛环球集团股份有限公司.
//!
//! FTS5 finds a token by its beginning only, so for every character of a name the index holds the pinyin of the rest
//! of the name from there on, once in initials and once in full. Each form has a mark in front from the private use
//! area, which nobody types: a latin word of the text is never taken for pinyin.

use std::collections::BTreeSet;

use pinyin::ToPinyin;

use super::text::{bigrams, fold, is_chinese};

/// Stands before initials.
const INITIALS: char = '\u{e000}';
/// Stands before full pinyin.
const FULL: char = '\u{e001}';
/// Letters kept of the rest of a name, and of a query.
const LONGEST: usize = 24;
/// A name with several characters of two readings is indexed with at most this many combinations.
const MOST_VARIANTS: usize = 8;

/// Second readings that occur in names of people, places and firms.
const OTHER_READINGS: &[(char, &str)] = &[
    ('重', "chong"),
    ('行', "hang"),
    ('长', "zhang"),
    ('乐', "yue"),
    ('单', "shan"),
    ('曾', "ceng"),
    ('仇', "qiu"),
    ('解', "xie"),
    ('查', "zha"),
    ('朴', "piao"),
    ('厦', "xia"),
    ('会', "kuai"),
    ('传', "zhuan"),
    ('调', "tiao"),
    ('都', "du"),
    ('校', "jiao"),
    ('藏', "zang"),
    ('区', "ou"),
    ('盖', "ge"),
    ('覃', "qin"),
    ('尉', "yu"),
    ('繁', "po"),
    ('种', "chong"),
    ('翟', "di"),
    ('缪', "miao"),
    ('秘', "bi"),
    ('折', "she"),
    ('洗', "xian"),
    ('召', "shao"),
    ('员', "yun"),
    ('贾', "gu"),
    ('鲜', "xian"),
];

/// The pinyin of names as tokens for the index. Names are separated by blanks. A name with brackets is added without
/// them, so that 示例科技集团 finds 示例科技（集团）公司.
pub fn index_form(names: &str) -> String {
    let mut tokens = BTreeSet::new();
    let mut joined = String::new();
    for name in fold(names).split_whitespace() {
        for readings in variants(name) {
            for start in 0..readings.len() {
                let rest = &readings[start..];
                tokens.insert(marked(INITIALS, rest.iter().filter_map(|reading| reading.chars().next())));
                tokens.insert(marked(FULL, rest.iter().flat_map(|reading| reading.chars())));
            }
        }
        if name.contains(['(', '〔', '[']) {
            joined.push(' ');
            joined.push_str(&bigrams(&name.replace(['(', ')', '〔', '〕', '[', ']'], "")));
        }
    }
    let mut form = tokens.into_iter().collect::<Vec<_>>().join(" ");
    form.push_str(&joined);
    form
}

/// The two tokens (initials, full pinyin) whose beginnings to look for, when a term is of letters (and digits)
/// only.
pub(super) fn query_tokens(term: &str) -> Option<[String; 2]> {
    let typed = term.chars().all(|c| c.is_ascii_alphanumeric()) && term.contains(|c: char| c.is_ascii_alphabetic());
    typed.then(|| [INITIALS, FULL].map(|mark| marked(mark, term.chars())))
}

/// The full pinyin of a text, 环球 → "huanqiu"; other characters stay as they are.
pub fn full(text: &str) -> String {
    text.chars().map(|c| reading(c).unwrap_or_else(|| c.to_string())).collect()
}

fn marked(mark: char, letters: impl Iterator<Item = char>) -> String {
    std::iter::once(mark).chain(letters.take(LONGEST)).collect()
}

/// The readings of a name's characters, once for each combination of second readings. Letters and digits read as
/// themselves, other signs not at all.
fn variants(name: &str) -> Vec<Vec<String>> {
    let mut variants: Vec<Vec<String>> = vec![Vec::new()];
    for c in name.chars() {
        let first = if c.is_ascii_alphanumeric() { Some(c.to_string()) } else { reading(c) };
        let Some(first) = first else { continue };
        let second = OTHER_READINGS.iter().find(|(other, reading)| *other == c && *reading != first);
        if let Some((_, second)) = second
            && variants.len() < MOST_VARIANTS
        {
            let mut doubled = variants.clone();
            doubled.iter_mut().for_each(|variant| variant.push((*second).to_owned()));
            variants.iter_mut().for_each(|variant| variant.push(first.clone()));
            variants.append(&mut doubled);
        } else {
            variants.iter_mut().for_each(|variant| variant.push(first.clone()));
        }
    }
    variants
}

/// The usual reading of a Chinese character in plain letters; ü is written v, as it is typed.
fn reading(c: char) -> Option<String> {
    if !is_chinese(c) {
        return None;
    }
    Some(c.to_pinyin()?.plain().replace('ü', "v"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(name: &str, typed: &str) -> bool {
        let index = index_form(name);
        query_tokens(typed)
            .is_some_and(|wanted| wanted.iter().any(|w| index.split(' ').any(|token| token.starts_with(w))))
    }

    /// Scenario 31.
    #[test]
    fn initials_and_full_pinyin_from_any_character_on() {
        let name = "青岛环球集团股份有限公司";
        for typed in ["qdhqjt", "hqjt", "hqjtgfyxgs", "qingdao", "huanqiu", "huanqiujit", "h"] {
            assert!(finds(name, typed), "{typed}");
        }
        for typed in ["qjh", "uanqiu", "hqjtx", "环"] {
            assert!(!finds(name, typed), "{typed}");
        }
    }

    #[test]
    fn characters_with_two_readings_are_found_by_both() {
        assert!(finds("重庆路示例重工", "chongqing") && finds("重庆路示例重工", "zhonggong"));
        assert!(finds("示例银行", "yinhang") && finds("单某", "shan") && finds("单某", "dan"));
        assert!(finds("绿色女", "lvse"));
    }

    #[test]
    fn letters_and_brackets_in_names() {
        assert!(finds("青岛A3科技公司", "a3kj") && !finds("青岛A3科技公司", "3"));
        assert!(index_form("示例科技（集团）公司").contains("技集"));
        assert_eq!(full("环球A"), "huanqiuA");
    }
}
