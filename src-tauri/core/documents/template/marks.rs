//! The control characters this folder leaves notes with. XML forbids them and values lose theirs, so a note is never
//! anything else.

/// Around the number of a placeholder, while a template is read.
pub const TAG: char = '\u{05}';
pub const TAG_END: char = '\u{06}';
/// A text that fell empty: its run goes.
pub const HOLE: char = '\u{10}';

/// In the template, read again when it is filled: the number of cells in this table may change.
pub const REFIT: char = '\u{0F}';
/// In the template: this paragraph is given by its value, a paragraph a line.
pub const LINES: char = '\u{0C}';

/// In values as they are printed: around the number of a picture, paragraphs or runs.
pub const RICH: char = '\u{01}';
pub const RICH_END: char = '\u{02}';
/// A line break, a tab, a new paragraph, a new page.
pub const BREAK: char = '\u{0B}';
pub const TAB: char = '\u{0E}';
pub const PARAGRAPH: char = '\u{07}';
pub const PAGE: char = '\u{08}';

/// What the template language's delimiters are in XML. The braces people type are read before.
pub const BLOCK: (&str, &str) = ("\u{11}", "\u{12}");
pub const VALUE: (&str, &str) = ("\u{13}", "\u{14}");
pub const COMMENT: (&str, &str) = ("\u{15}", "\u{16}");
