//! What a value says, carried through a layout so that nothing of it is taken for markup: every mark the layout's
//! language knows goes as a character of plane 15 and comes back when the text has been read.

/// Where the marks go.
const PLANE: u32 = 0xF0000;
/// Marks of the language, line ends and the bell, which parts paragraphs.
const MARKS: &str = "|#!@[]*{}%\\\n\t\u{7}\u{c}";

/// A text without marks, and without control characters, which no paper holds.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if MARKS.contains(c) => out.extend(char::from_u32(PLANE + u32::from(c))),
            c if c.is_control() => {}
            // Nobody types these.
            '\u{F0000}'..='\u{F007F}' => {}
            c => out.push(c),
        }
    }
    out
}

/// The text as it was. A page break inside a value is a line break here.
pub fn restore(text: &str) -> String {
    let back = |c: char| match u32::from(c) {
        code @ 0xF0000..=0xF007F => char::from_u32(code - PLANE).map_or(c, |c| if c == '\u{c}' { '\n' } else { c }),
        _ => c,
    };
    text.chars().map(back).collect()
}

/// Parts of a text that a value set apart as paragraphs of their own.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split('\u{F0007}')
}
