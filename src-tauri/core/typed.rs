//! What people type, brought to one form before it is read: full-width characters, spaces, Chinese numerals.

/// Full-width letters, digits and signs as their half-width twins; the ideographic space as a space; `￥` as `¥`.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' => ' ',
            '￥' => '¥',
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            _ => c,
        })
        .collect()
}

/// [`half_width`] without any white space or invisible characters.
pub fn compact(text: &str) -> String {
    half_width(text)
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
        .collect()
}

/// The value of one Chinese digit, everyday or 大写.
pub fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '两' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Splits a whole number of a date off the front: `25日` → (25, `日`), `二十五日` → (25, `日`), `二〇二一年` →
/// (2021, `年`). None when the text does not start with one.
pub fn take_number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if end > 0 {
        return Some((text[..end].parse().ok()?, &text[end..]));
    }
    let end = text.find(|c| c != '十' && chinese_digit(c).is_none()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let digits = |part: &str| part.chars().try_fold(0u32, |n, c| n.checked_mul(10)?.checked_add(chinese_digit(c)?));
    let value = match number.split_once('十') {
        _ if number.is_empty() => return None,
        None => digits(number)?,
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digits(tens).filter(|n| *n < 10)? };
            tens * 10 + digits(ones).filter(|n| *n < 10)?
        }
    };
    Some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_is_read_as_half_width() {
        assert_eq!(half_width("９１３５Ａ　（ｙ）￥"), "9135A (y)¥");
        assert_eq!(compact(" 2021 年　3 月 "), "2021年3月");
    }

    #[test]
    fn numbers_come_off_the_front() {
        assert_eq!(take_number("25日"), Some((25, "日")));
        assert_eq!(take_number("十二月"), Some((12, "月")));
        assert_eq!(take_number("二十五日"), Some((25, "日")));
        assert_eq!(take_number("三十日"), Some((30, "日")));
        assert_eq!(take_number("二〇二一年"), Some((2021, "年")));
        assert_eq!(take_number("年"), None);
        assert_eq!(take_number("99999999999999"), None);
    }
}
