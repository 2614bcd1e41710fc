//! Chinese text as the search index wants it.

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
