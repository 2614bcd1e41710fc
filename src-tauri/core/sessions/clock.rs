//! The time of day a session starts, as it is typed: 9:30, 14：30, 上午9点, 下午2点半, 九点一刻.

use crate::error::{Error, Result};
use crate::texts;
use crate::typed::{compact, take_number};

/// The time as HH:MM of the 24-hour clock; empty when nothing is typed.
pub fn read(typed: &str) -> Result<String> {
    let text = compact(typed);
    if text.is_empty() {
        return Ok(String::new());
    }
    let refuse = || Error::invalid(texts::not_a_time_of_day(typed.trim()));
    let (hours, minutes) = parse(&text).ok_or_else(refuse)?;
    Ok(format!("{hours:02}:{minutes:02}"))
}

fn parse(text: &str) -> Option<(u32, u32)> {
    const AFTERNOON: [&str; 3] = ["下午", "晚上", "中午"];
    let afternoon = AFTERNOON.iter().find_map(|word| text.strip_prefix(word));
    let plain = afternoon.unwrap_or(text);
    let plain = ["上午", "早上"].iter().find_map(|word| plain.strip_prefix(word)).unwrap_or(plain);
    let (hours, rest) = take_number(plain)?;
    let rest = [":", "点", "时", "."].iter().find_map(|mark| rest.strip_prefix(mark))?;
    let rest = rest.strip_prefix("钟").unwrap_or(rest);
    let minutes = match rest {
        "" | "整" => 0,
        "半" => 30,
        "一刻" => 15,
        "三刻" => 45,
        _ => match take_number(rest)? {
            (minutes, "" | "分") => minutes,
            _ => return None,
        },
    };
    let hours = if afternoon.is_some() && hours < 12 { hours + 12 } else { hours };
    (hours < 24 && minutes < 60).then_some((hours, minutes))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn times_are_read_as_they_are_typed() {
        for (typed, time) in [
            ("9:30", "09:30"),
            ("１４：３０", "14:30"),
            ("上午9点", "09:00"),
            ("下午 2点半", "14:30"),
            ("下午14点", "14:00"),
            ("九点一刻", "09:15"),
            ("9点钟", "09:00"),
            ("9时05分", "09:05"),
            ("9.30", "09:30"),
            ("", ""),
        ] {
            assert_eq!(read(typed).unwrap(), time, "{typed}");
        }
        for typed in ["25:00", "9:75", "9", "930", "饭后", "😀", "9点半钟后"] {
            assert!(read(typed).unwrap_err().to_string().contains("9:30"), "{typed}");
        }
    }
}
