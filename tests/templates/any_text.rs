//! Whatever a person typed or pasted goes through a template unharmed.

use proptest::prelude::*;
use serde_json::json;

use crate::{Docx, lines_of, p, table};

/// What XML cannot hold is left out; ends of lines are one.
fn kept(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || (*c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}')))
        .collect()
}

fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "]]>",
        "{{",
        "}}",
        "{%",
        "%}",
        "{#",
        "#}",
        "{{ 名 }}",
        "{_{",
        "<w:t>",
        "</w:t></w:r></w:p>",
        "&amp;",
        "&",
        "<",
        ">",
        "\"",
        "'",
        "\u{0}",
        "\u{1}",
        "\u{1}0\u{2}",
        "\u{5}0\u{6}",
        "\u{b}",
        "\u{e}",
        "\u{f}",
        "\u{10}",
        "\u{1b}",
        "\u{7f}",
        "\u{85}",
        "㐂𠮷",
        "👨‍👩‍👧",
        "שלום",
        "\u{202e}abc",
        "\u{FFFE}",
        "\u{FFFF}",
        "\u{FDD0}",
        "\u{E000}",
        "\r\n",
        "\r",
        "\n",
        "\t",
        " ",
        "　",
        "——……“”‘’《》【】、。",
        "\\",
        "$1",
        "%s",
        "\u{2028}",
        "e\u{301}",
    ];
    let piece = prop_oneof![
        proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned),
        "\\PC{0,6}",
        any::<char>().prop_map(String::from)
    ];
    // A new paragraph and a new page are asked for by their characters; tested elsewhere.
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat().replace(['\u{7}', '\u{c}'], ""))
}

proptest! {
    #[test]
    fn any_text_comes_out_as_it_went_in(text in hostile(), other in hostile()) {
        let body = [
            p("前{{ 文 }}后"),
            p("{% set 甲 %}{{ 文 }}{% endset %}{{ 甲 }}|{{ 文|e }}"),
            p("{%p for x in 表 %}"),
            p("{{ x }}"),
            p("{%p endfor %}"),
            table(&[&["{{ 文 }}", "{{ 别 }}"]]),
        ]
        .concat();
        let header = p("{{ 别 }}");
        let docx = Docx::new(body).with("header", "header1.xml", header);
        let filled = docx.fill(json!({"文": text, "别": other, "表": [text, other]}));
        let (text, other) = (kept(&text), kept(&other));
        let expected = [format!("前{text}后"), format!("{text}|{text}"), text.clone(), other.clone(), text, other.clone()];
        prop_assert_eq!(filled.lines(), expected);
        prop_assert_eq!(lines_of(filled.part("word/header1.xml")), [other]);
    }

    /// A template may hold any text as well: it is read or refused in words, and never spoils the file.
    #[test]
    fn any_template_is_filled_or_refused(pieces in proptest::collection::vec(hostile(), 1..6)) {
        let legal = |text: &String| -> String { text.chars().filter(|c| *c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect() };
        let body: String = pieces.iter().map(legal).map(|text| p(&text)).collect();
        match Docx::new(body).try_fill(json!({"名": "甲"})) {
            Ok(_) => {}
            Err(error) => prop_assert!(error.message().contains("模板“模板.docx”"), "{}", error.message()),
        }
    }
}
