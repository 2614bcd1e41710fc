//! Enterprises that are probably the same under another name. 青岛环球集团 and 青岛环球集团股份有限公司 are; 海尔科技 and
//! 海信科技 are not, though one character apart: in names of firms a single character is a different firm unless it
//! sounds the same, which is how Chinese is mistyped.

use super::pinyin;
use super::text::fold;

/// Places a name begins with, longest first.
const PLACES: [&str; 4] = ["山东省", "青岛市", "山东", "青岛"];
/// Legal forms a name ends with, longest first.
const FORMS: [&str; 10] =
    ["股份有限公司", "有限责任公司", "集团有限公司", "有限公司", "股份公司", "总公司", "公司", "集团", "控股", "股份"];
/// Below this two names are not worth a warning.
const LEAST_SCORE: u8 = 60;

/// The part of a name that tells firms apart: 山东领军科技（集团）有限公司 → 领军科技. Equal for most spellings of one
/// firm, so it serves as the key of a cheap lookup.
pub fn core_name(name: &str) -> String {
    split(name).1
}

/// The candidates that are probably the same firm as `name`: their index and a score, 100 the same name, 60 worth a
/// look. Best first.
pub fn similar<S: AsRef<str>>(name: &str, candidates: &[S]) -> Vec<(usize, u8)> {
    let wanted = Parts::new(name);
    let mut found: Vec<_> = candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| (at, wanted.likeness(&Parts::new(candidate.as_ref()))))
        .filter(|(_, score)| *score >= LEAST_SCORE)
        .collect();
    found.sort_by_key(|(at, score)| (u8::MAX - score, *at));
    found
}

/// A name taken apart once.
struct Parts {
    whole: String,
    place: Option<&'static str>,
    core: String,
    sound: String,
}

impl Parts {
    fn new(name: &str) -> Self {
        let (place, core) = split(name);
        Self { whole: plain(name), place, sound: pinyin::full(&core), core }
    }

    fn likeness(&self, other: &Self) -> u8 {
        if self.core.is_empty() || other.core.is_empty() {
            return 0;
        }
        if self.whole == other.whole {
            return 100;
        }
        let elsewhere = matches!((self.place, other.place), (Some(a), Some(b)) if a != b);
        let score = if self.core == other.core {
            95
        } else if digits(&self.core) != digits(&other.core) {
            0
        } else if self.sound == other.sound {
            88
        } else {
            abbreviation(&self.core, &other.core)
        };
        if elsewhere { u8::saturating_sub(score, 15) } else { score }
    }
}

/// How likely the shorter core is a short form of the longer: it begins alike and leaves characters out.
fn abbreviation(a: &str, b: &str) -> u8 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    if short.len() < 2 || short[..2] != long[..2.min(long.len())] {
        return 0;
    }
    let mut rest = long.iter();
    if !short.iter().all(|c| rest.any(|other| other == c)) {
        return 0;
    }
    // 60 for two characters of a long name, up to 90 for all but one.
    let share = short.len() * 30 / long.len();
    u8::try_from(60 + share).unwrap_or(90)
}

/// Folded, without blanks, brackets and dots.
fn plain(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The place a name begins with (without 省, 市) and its core. A core has two characters at least: 青岛集团 keeps 集团.
fn split(name: &str) -> (Option<&'static str>, String) {
    let whole = plain(name);
    let long_enough = |rest: &&str| rest.chars().nth(1).is_some();
    let mut core = whole.as_str();
    let mut place = None;
    while let Some((found, rest)) = PLACES
        .iter()
        .find_map(|p| core.strip_prefix(p).filter(long_enough).map(|rest| (p.trim_end_matches(['省', '市']), rest)))
    {
        place = Some(found);
        core = rest;
    }
    while let Some(rest) = FORMS.iter().find_map(|form| core.strip_suffix(form).filter(long_enough)) {
        core = rest;
    }
    (place, core.to_owned())
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn score(a: &str, b: &str) -> u8 {
        similar(a, &[b]).first().map_or(0, |(_, score)| *score)
    }

    #[test]
    fn legal_form_place_and_width_do_not_matter() {
        for (a, b) in [
            ("青岛环球集团", "青岛环球集团股份有限公司"),
            ("青岛示例海洋科技", "青岛示例海洋科技有限公司"),
            ("山东领军科技集团", "山东领军科技（集团）有限公司"),
            ("中特科技", "青岛中特科技有限公司"),
            ("青岛云路先进材料技术股份有限公司", "云路先进材料技术"),
            ("青岛 环球集团", "青岛市环球集团"),
        ] {
            assert!(score(a, b) >= 90, "{a} {b} {}", score(a, b));
            assert_eq!(core_name(a), core_name(b));
        }
    }

    #[test]
    fn short_forms_and_slips_of_the_keyboard_are_worth_a_look() {
        for (a, b) in [
            ("青岛云路股份", "青岛云路先进材料技术股份有限公司"),
            ("青岛云路新材料", "青岛云路先进新材料技术股份有限公司"),
            ("青岛环求集团", "青岛环球集团股份有限公司"),
        ] {
            assert!(score(a, b) >= 60, "{a} {b} {}", score(a, b));
        }
    }

    #[test]
    fn other_firms_are_not() {
        for (a, b) in [
            ("青岛海尔科技有限公司", "青岛海信科技有限公司"),
            ("青岛示例海洋科技有限公司", "青岛示例海洋装备有限公司"),
            ("青岛示例01机械有限公司", "青岛示例02机械有限公司"),
            ("青岛集团", "青岛有限公司"),
            ("", "青岛环球集团"),
            ("檬豆科技", "中特科技"),
        ] {
            assert_eq!(score(a, b), 0, "{a} {b}");
        }
    }

    #[test]
    fn the_best_comes_first() {
        let names = ["青岛环球重工科技有限公司", "青岛海信", "青岛环球集团股份有限公司"];
        assert_eq!(similar("青岛环球集团", &names).first(), Some(&(2, 95)));
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_both_ways(a in "[青岛市山东集团公司有限a1（）]{0,12}|.{0,12}", b in "[青岛市山东集团公司有限a1（）]{0,12}|.{0,12}") {
            prop_assert_eq!(score(&a, &b), score(&b, &a));
        }
    }
}
