//! Placeholders as people type them: `{{ 项目.名称 }}`, `{%tr for 任务 in 任务清单 %}`, `{# 说明 #}`. Found in the letters of a
//! paragraph, whatever Word split them over, with what a Chinese input method or autocorrection made of them put right.

use std::ops::Range;

/// What a placeholder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `{{ … }}`
    Value,
    /// `{% … %}`
    Block,
    /// `{# … #}`
    Comment,
}

/// What a placeholder removes: the `p` of `{%p … %}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Text,
    Run,
    Paragraph,
    Cell,
    Row,
}

/// A placeholder, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    pub kind: Kind,
    pub level: Level,
    /// What stands in it, put right; without level and dashes.
    pub body: String,
    /// As it was typed, for messages.
    pub shown: String,
    /// `{%-`: joins with what stands before.
    pub cut_before: bool,
    /// `-%}`: joins with what stands after.
    pub cut_after: bool,
    /// Which paragraph it stands in, for messages.
    pub place: usize,
}

impl Tag {
    /// The first word: for, endif, set …
    pub fn keyword(&self) -> &str {
        let body = self.body.trim();
        let end = body.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(body.len());
        &body[..end]
    }

    /// What follows the first word.
    pub fn argument(&self) -> &str {
        self.body.trim().get(self.keyword().len()..).unwrap_or_default().trim()
    }
}

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    /// A placeholder.
    Tag(Tag),
    /// `{_{`: braces that are meant.
    Braces(&'static str),
    /// A beginning without an end.
    Unclosed(String),
}

/// The placeholders in a row of letters, with the letters each of them takes. `raw`: within `{% raw %}` … `{% endraw %}`,
/// which may begin and end in different paragraphs.
pub fn find(letters: &[char], raw: &mut bool) -> Vec<(Range<usize>, Found)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at + 1 < letters.len() {
        if let Some(braces) = escaped(&letters[at..]) {
            found.push((at..at + 3, Found::Braces(braces)));
            at += 3;
            continue;
        }
        let Some((kind, wide)) = opening(letters[at], letters[at + 1]) else {
            at += 1;
            continue;
        };
        let inner = at + 2;
        let closed = match kind {
            Kind::Comment => plain_end(letters, inner, kind),
            _ => quoted_end(letters, inner, kind).or_else(|| plain_end(letters, inner, kind)),
        };
        let tag = closed.map(|end| (end, read(kind, &letters[at..end + 2], &letters[inner..end])));
        match tag {
            Some((end, tag)) if *raw => {
                let ends = kind == Kind::Block && tag.keyword() == "endraw";
                if ends {
                    *raw = false;
                    found.push((at..end + 2, Found::Tag(tag)));
                }
                at = if ends { end + 2 } else { at + 1 };
            }
            // A second beginning before the end: the first was never finished.
            Some((end, tag)) if kind == Kind::Comment || !holds_opening(&letters[inner..end]) => {
                *raw = kind == Kind::Block && tag.keyword() == "raw";
                found.push((at..end + 2, Found::Tag(tag)));
                at = end + 2;
            }
            _ if *raw || wide || kind == Kind::Comment => at += 1,
            _ => {
                let shown: String = letters[at..].iter().take(24).collect();
                found.push((at..at + 2, Found::Unclosed(shown)));
                at += 2;
            }
        }
    }
    found
}

/// `{_{`, `}_}`, `{_%`, `%_}` stand for the braces themselves.
fn escaped(letters: &[char]) -> Option<&'static str> {
    match letters {
        ['{', '_', '{', ..] => Some("{{"),
        ['}', '_', '}', ..] => Some("}}"),
        ['{', '_', '%', ..] => Some("{%"),
        ['%', '_', '}', ..] => Some("%}"),
        _ => None,
    }
}

/// Whether two letters begin a placeholder, and whether one of them is full-width.
fn opening(first: char, second: char) -> Option<(Kind, bool)> {
    if !matches!(first, '{' | '｛') {
        return None;
    }
    let kind = match second {
        '{' | '｛' => Kind::Value,
        '%' | '％' => Kind::Block,
        '#' | '＃' => Kind::Comment,
        _ => return None,
    };
    Some((kind, !first.is_ascii() || !second.is_ascii()))
}

fn closing(kind: Kind, first: char, second: char) -> bool {
    let first = match kind {
        Kind::Value => matches!(first, '}' | '｝'),
        Kind::Block => matches!(first, '%' | '％'),
        Kind::Comment => matches!(first, '#' | '＃'),
    };
    first && matches!(second, '}' | '｝')
}

fn holds_opening(letters: &[char]) -> bool {
    letters.windows(2).any(|pair| matches!(opening(pair[0], pair[1]), Some((Kind::Block, _))) || pair == ['{', '{'])
}

/// The end of a placeholder, strings and braces within it left aside.
fn quoted_end(letters: &[char], from: usize, kind: Kind) -> Option<usize> {
    let (mut at, mut depth) = (from, 0u32);
    while at + 1 < letters.len() {
        match letters[at] {
            quote if is_quote(quote) => match string_end(letters, at) {
                Some(end) => at = end,
                None => return None,
            },
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            first if depth == 0 && closing(kind, first, letters[at + 1]) => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

fn plain_end(letters: &[char], from: usize, kind: Kind) -> Option<usize> {
    (from..letters.len().saturating_sub(1)).find(|&at| closing(kind, letters[at], letters[at + 1]))
}

fn is_quote(c: char) -> bool {
    is_double(c) || is_single(c)
}

fn is_double(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '＂')
}

fn is_single(c: char) -> bool {
    matches!(c, '\'' | '‘' | '’' | '‚' | '‛' | '＇')
}

/// Where the string that begins at `open` ends. One that begins with a straight quote ends with the same; autocorrection
/// may have bent just one of the two, so a bent one is taken where no straight one follows.
fn string_end(letters: &[char], open: usize) -> Option<usize> {
    let quote = letters[open];
    let rest = &letters[open + 1..];
    let same = || rest.iter().position(|&c| c == quote);
    let alike = || rest.iter().position(|&c| if is_double(quote) { is_double(c) } else { is_single(c) });
    let end = if quote.is_ascii() { same().or_else(alike) } else { alike() };
    end.map(|end| open + 1 + end)
}

fn read(kind: Kind, whole: &[char], inner: &[char]) -> Tag {
    let shown: String = whole.iter().map(|c| if c.is_control() { ' ' } else { *c }).collect();
    let mut tag =
        Tag { kind, level: Level::Text, body: String::new(), shown, cut_before: false, cut_after: false, place: 0 };
    let body = match kind {
        Kind::Comment => inner.iter().collect(),
        _ => put_right(inner),
    };
    let mut body = body.as_str();
    if kind != Kind::Comment {
        if let Some(rest) = body.strip_prefix('-') {
            (body, tag.cut_before) = (rest, true);
        } else {
            body = body.strip_prefix('+').unwrap_or(body);
        }
        if let Some(rest) = body.strip_suffix('-') {
            (body, tag.cut_after) = (rest, true);
        }
    }
    (tag.level, body) = level(kind, body);
    tag.body = body.to_owned();
    tag
}

/// `p`, `tr`, `tc` and `r` right after the opening; before a keyword also after a space.
fn level(kind: Kind, body: &str) -> (Level, &str) {
    let levels = [("tr", Level::Row), ("tc", Level::Cell), ("p", Level::Paragraph), ("r", Level::Run)];
    for (word, level) in levels {
        if let Some(rest) = body.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace)) {
            return (level, rest);
        }
        if kind != Kind::Block {
            continue;
        }
        let spaced = body.trim_start().strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace));
        if let Some(rest) = spaced.filter(|rest| is_keyword(rest)) {
            return (level, rest);
        }
    }
    (Level::Text, body)
}

fn is_keyword(text: &str) -> bool {
    const KEYWORDS: [&str; 9] = ["for", "endfor", "if", "elif", "else", "endif", "set", "endset", "with"];
    let word = text.split_whitespace().next().unwrap_or_default();
    KEYWORDS.contains(&word)
}

/// What a Chinese input method or autocorrection put between the braces, as it was meant. Strings are left alone but for
/// their quotes.
fn put_right(letters: &[char]) -> String {
    let mut out = String::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let c = letters[at];
        if is_quote(c) {
            if let Some(end) = string_end(letters, at) {
                push_string(&mut out, &letters[at + 1..end]);
                at = end + 1;
                continue;
            }
            out.push(if is_double(c) { '"' } else { '\'' });
        } else {
            push_right(&mut out, c);
        }
        at += 1;
    }
    out
}

fn push_string(out: &mut String, letters: &[char]) {
    let text: String = letters.iter().collect();
    let quote = if text.contains('"') && !text.contains('\'') { '\'' } else { '"' };
    out.push(quote);
    let mut escaped = false;
    for c in text.chars() {
        if c == quote && !escaped {
            out.push('\\');
        }
        escaped = c == '\\' && !escaped;
        out.push(c);
    }
    if escaped {
        out.push('\\');
    }
    out.push(quote);
}

fn push_right(out: &mut String, c: char) {
    match c {
        '\u{FF01}'..='\u{FF5E}' => out.extend(char::from_u32(c as u32 - 0xFEE0)),
        '。' | '｡' => out.push('.'),
        '、' => out.push(','),
        '【' => out.push('['),
        '】' => out.push(']'),
        '—' | '–' | '−' | '‐' | '‑' => out.push('-'),
        '≥' => out.push_str(">="),
        '≤' => out.push_str("<="),
        '≠' => out.push_str("!="),
        '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}' => {}
        c if c.is_whitespace() || c.is_control() => out.push(' '),
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str) -> Vec<(Kind, Level, String)> {
        let letters: Vec<char> = text.chars().collect();
        find(&letters, &mut false)
            .into_iter()
            .filter_map(|(_, found)| match found {
                Found::Tag(tag) => Some((tag.kind, tag.level, tag.body.trim().to_owned())),
                _ => None,
            })
            .collect()
    }

    fn body(text: &str) -> String {
        tags(text).pop().unwrap_or_else(|| panic!("{text}")).2
    }

    #[test]
    fn forms_are_told_apart() {
        use Kind::{Block, Comment, Value};
        use Level::{Cell, Paragraph, Row, Run, Text};
        let cases = [
            ("{{ 项目.名称 }}", Value, Text, "项目.名称"),
            ("{{项目}}", Value, Text, "项目"),
            ("{{r 说明 }}", Value, Run, "说明"),
            ("{{p 正文 }}", Value, Paragraph, "正文"),
            ("{%tr for 任务 in 任务清单 %}", Block, Row, "for 任务 in 任务清单"),
            ("{%tc endfor %}", Block, Cell, "endfor"),
            ("{% p if x %}", Block, Paragraph, "if x"),
            ("{% print x %}", Block, Text, "print x"),
            ("{#p 说明 #}", Comment, Paragraph, "说明"),
            ("{{ price }}", Value, Text, "price"),
        ];
        for (text, kind, level, body) in cases {
            assert_eq!(tags(text), [(kind, level, body.to_owned())], "{text}");
        }
    }

    #[test]
    fn what_an_input_method_made_is_put_right() {
        assert_eq!(body("｛｛ 项目。名称 ｝｝"), "项目.名称");
        assert_eq!(body("{｛ 项目．名称 }｝"), "项目.名称");
        assert_eq!(body("｛％ if 数量 ＞＝ ３ ％｝"), "if 数量 >= 3");
        assert_eq!(body("{{ 名单｜连接（“、”） }}"), "名单|连接(\"、\")");
        assert_eq!(body("{{ x｜默认（“—”） }}"), "x|默认(\"—\")");
        assert_eq!(body("{{ x == ‘甲“乙”’ }}"), "x == \"甲“乙”\"");
        assert_eq!(body("{{ x == \"他说“好”\" }}"), "x == \"他说“好”\"");
        assert_eq!(body("{{ 表【０】 }}"), "表[0]");
    }

    #[test]
    fn ends_within_strings_and_maps_do_not_end() {
        assert_eq!(body("{{ \"}}\" }}"), "\"}}\"");
        assert_eq!(body("{{ {'a': {'b': 1}}.a }}"), "{\"a\": {\"b\": 1}}.a");
        assert_eq!(tags("{{ a }}{{ b }}").len(), 2);
        assert_eq!(body("{{ it's }}"), "it's");
    }

    #[test]
    fn what_is_no_placeholder_stays() {
        let none = ["{ a }", "{{", "｛｛ 这里没有写完", "{# 没有写完", "}}", "{x}", "100%}"];
        for text in none {
            assert!(tags(text).is_empty(), "{text}");
        }
        let letters: Vec<char> = "{{ 项目 与 {{ 名称 }}".chars().collect();
        assert!(matches!(find(&letters, &mut false)[0].1, Found::Unclosed(_)));
        let letters: Vec<char> = "{_{ x }_} {_% y %_}".chars().collect();
        let found: Vec<_> = find(&letters, &mut false).into_iter().map(|(_, found)| found).collect();
        assert_eq!(found, ["{{", "}}", "{%", "%}"].map(Found::Braces));
    }

    #[test]
    fn raw_goes_on_until_it_ends() {
        let mut raw = false;
        let first: Vec<char> = "{% raw %}{{ a }}".chars().collect();
        assert_eq!(find(&first, &mut raw).len(), 1);
        assert!(raw);
        let second: Vec<char> = "{{ b }}{% endraw %}{{ c }}".chars().collect();
        assert_eq!(find(&second, &mut raw).len(), 2);
        assert!(!raw);
    }
}
