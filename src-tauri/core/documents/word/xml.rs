//! Text into XML.

/// What every part begins with.
pub const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespace of WordprocessingML, declared on every part that uses it.
pub const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// Appends `text`, escaped for content and attributes alike. Tabs and line ends become spaces. Characters that XML 1.0 forbids are left out: one of
/// them, pasted from somewhere, would make Word refuse the whole file.
pub fn push_escaped(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::push_escaped;

    #[test]
    fn escapes_and_strips() {
        let mut out = String::new();
        push_escaped(&mut out, "a\u{0}\u{b}]]><b k=\"1\">&\u{FFFE}𠮷");
        assert_eq!(out, "a]]&gt;&lt;b k=&quot;1&quot;&gt;&amp;𠮷");
    }
}
