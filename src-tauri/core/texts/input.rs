//! What is said about a typed field.

/// Too long; `length` and `most` in characters.
pub fn too_long(field: &str, length: usize, most: usize) -> String {
    format!("{field}有 {length} 个字，最多 {most} 个字；请精简后再保存")
}

/// Empty where it may not be.
pub fn must_not_be_empty(field: &str) -> String {
    format!("{field}不能为空，请填写")
}

/// A month or a quarter where a day is needed.
pub fn a_whole_day_please(field: &str, typed: &str) -> String {
    format!("{field}要写到日，“{typed}”不是具体的一天；例如 2021-03-15")
}

/// Not a whole number within bounds.
pub fn a_number_please(field: &str, typed: &str, from: i64, to: i64) -> String {
    format!("{field}要填 {from} 到 {to} 的整数，“{typed}”不是")
}

/// Not one of the words.
pub fn not_a_choice(field: &str, typed: &str, known: &str) -> String {
    format!("{field}没有“{typed}”这一项；可选：{known}")
}
