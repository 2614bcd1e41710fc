//! Chinese text as the search index wants it (architecture.md §7).
//!
//! SQLite's own tokenizers find nothing in Chinese, so the words are made here. Of a run of Chinese characters each
//! character begins one token: itself and the next one, the last one alone (环球厂 → 环球 球厂 厂). So a query of two
//! characters or more is a phrase of such pairs and finds exactly the texts that contain it, and a query of one
//! character is the beginning of a token. Latin letters and digits are words, found by their beginning. Names are
//! found by pinyin too, see [`super::pinyin`]. The table that holds these tokens unchanged is
//!
//! `fts5(body, names, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co'")`
//!
//! with [`bigrams`] of everything in `body` and [`super::pinyin::index_form`] of the names in `names`.

use super::pinyin;

/// More of a query than this only makes it slower.
const LONGEST_QUERY: usize = 200;

/// Folds what people see as the same: full-width letters, digits and signs become half-width, letters lower-case.
pub fn fold(text: &str) -> String {
    text.chars().map(half_width).flat_map(char::to_lowercase).collect()
}

/// The half-width form of a full-width character; the ideographic blank becomes a blank.
fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a character is Chinese: the blocks SQLite's tokenizer counts as letters.
pub(super) fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3007}' | '\u{3400}'..='\u{4db5}' | '\u{4e00}'..='\u{9fcc}' | '\u{f900}'..='\u{fad9}' | '\u{20000}'..='\u{2a6d6}')
}

/// Text as tokens for the index, separated by blanks.
pub fn bigrams(text: &str) -> String {
    let mut tokens = String::with_capacity(text.len() * 3);
    runs(&fold(text)).for_each(|run| run.tokens(true, &mut tokens));
    tokens
}

/// What was typed as an FTS5 query: every blank-separated term must occur. None when nothing can be searched for.
/// Safe for any text: only letters and digits between quotes reach SQLite.
pub fn query(text: &str) -> Option<String> {
    let folded: String = fold(text).chars().take(LONGEST_QUERY).collect();
    let terms: Vec<_> = folded.split_whitespace().filter_map(term).collect();
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

/// One term: a phrase of its tokens, the last one by its beginning; letters may also be the pinyin of a name.
fn term(text: &str) -> Option<String> {
    let runs: Vec<_> = runs(text).collect();
    let (last, before) = runs.split_last()?;
    let mut tokens = String::new();
    before.iter().for_each(|run| run.tokens(true, &mut tokens));
    last.tokens(false, &mut tokens);
    let phrase = format!("\"{tokens}\"*");
    Some(match pinyin::query_tokens(text) {
        Some([initials, full]) => format!("({phrase} OR \"{initials}\"* OR \"{full}\"*)"),
        None => phrase,
    })
}

/// Characters that belong together: Chinese ones, or those of a word.
struct Run<'a> {
    chinese: bool,
    text: &'a str,
}

impl Run<'_> {
    /// Appends its tokens, each after a blank. `whole` says that the run ends here; a query's last run may go on in
    /// the text, so it does not ask for the token that marks the end.
    fn tokens(&self, whole: bool, tokens: &mut String) {
        let mut push = |token: &str| {
            if !tokens.is_empty() {
                tokens.push(' ');
            }
            tokens.push_str(token);
        };
        let mut starts = self.text.char_indices().map(|(at, _)| at).chain([self.text.len()]).skip(1);
        let (Some(mut second), true) = (starts.next(), self.chinese) else { return push(self.text) };
        if second == self.text.len() {
            return push(self.text);
        }
        let mut first = 0;
        for end in starts {
            push(&self.text[first..end]);
            (first, second) = (second, end);
        }
        if whole {
            push(&self.text[first..second]);
        }
    }
}

/// Cuts folded text into runs; everything that is neither letter nor digit separates.
fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| !is_chinese(c) && !is_word(c));
        let chinese = is_chinese(rest.chars().next()?);
        let end = rest.find(|c| if chinese { !is_chinese(c) } else { !is_word(c) }).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(Run { chinese, text: run })
    })
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_chinese(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_character_begins_one_token() {
        assert_eq!(bigrams("环球智工厂"), "环球 球智 智工 工厂 厂");
        assert_eq!(bigrams("厂"), "厂");
        assert_eq!(bigrams("ＡＩ云（２０２１年）"), "ai 云 2021 年");
        assert_eq!(bigrams("，。"), "");
    }

    #[test]
    fn a_query_is_phrases_that_must_all_occur() {
        assert_eq!(query("环球厂").as_deref(), Some("\"环球 球厂\"*"));
        assert_eq!(query(" 环　用地 ").as_deref(), Some("\"环\"* AND \"用地\"*"));
        assert_eq!(query("2021年").as_deref(), Some("\"2021 年\"*"));
        assert_eq!(query("\"*'()"), None);
        assert_eq!(query(""), None);
    }
}
