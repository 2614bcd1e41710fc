//! Papers for tests.

use super::model::{Align, Column, Document, Level, Run, Table};

/// Texts that break renderers which trust what was typed.
pub const HOSTILE: [&str; 11] = [
    "]]>",
    "<w:p/>&amp;\"'",
    "a\u{0}b\u{8}c\u{1f}d\u{FFFE}",
    "表情😀👨\u{200d}👩\u{200d}👧",
    "生僻字㐂𠮷𬱖",
    "مرحبا بالعالم\u{202e}倒",
    "一行\n两行\r\n\t三行",
    "#panic() ]) #read(\"/etc/hostname\") $x$ \\",
    "https://example.com/a-very-long-address-without-any-space-in-it-at-all-to-the-end-of-the-line-and-beyond",
    "",
    " ",
];

/// Every kind of block with the same text in it.
pub fn everywhere(text: &str) -> Document {
    let mut paper = Document::new(text);
    for level in [Level::One, Level::Two, Level::Three, Level::Four] {
        paper.heading(level, text);
    }
    paper.salutation(text);
    paper.text(text);
    paper.paragraph([Run::lead_in(text), Run::plain(text), Run::strong(text)]);
    paper.paragraph([]);
    paper.attachment_note([text, text]);
    paper.signature(text, text);
    paper.note(text);
    paper.attachment(text);
    let mut table = Table::new(["序号", text].map(|heading| Column::new(heading, 50, Align::Left)));
    table.row([text, text]);
    table.row([text]);
    paper.table(table);
    paper.table(Table::default());
    paper.blank();
    paper
}
