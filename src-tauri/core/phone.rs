//! Phone numbers as people type them, in one form (domain.md §4.2).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::texts::values as texts;
use crate::typed::compact;
use crate::{Error, Result};

crate::codes! {
    /// What a number looks like.
    pub enum PhoneKind {
        Mobile => "mobile", "手机";
        Landline => "landline", "固定电话";
        /// 400-xxx-xxxx.
        Service => "service", "服务热线";
        Other => "other", "其他";
    }
}

/// A number in its normal form. Only its look is judged; a strange one is kept with a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Phone {
    /// 13812345678, 0532-66200389, 0532-66200389-1234, 400-123-4567; anything else as typed, half-width.
    pub number: String,
    pub kind: PhoneKind,
    /// What to look at again; never a reason to refuse.
    pub warning: Option<String>,
}

/// Brings a typed number to its normal form: +86, spaces, hyphens, brackets, full-width and 转 are understood.
/// Refuses only what has no digit at all.
pub fn normalise(text: &str) -> Result<Phone> {
    let typed = compact(text);
    if !typed.contains(|c: char| c.is_ascii_digit()) {
        return Err(Error::invalid(texts::not_a_phone(text.trim())));
    }
    let (main, extension) = match typed.split_once(['转', '#']) {
        Some((main, extension)) => (main, Some(extension.trim_start_matches(['-', ':']))),
        None => (typed.as_str(), None),
    };
    let known = read(main, extension);
    Ok(known.unwrap_or_else(|| Phone {
        number: typed.clone(),
        kind: PhoneKind::Other,
        warning: Some(texts::strange_phone(text.trim())),
    }))
}

/// A mobile, a landline or a 400 number; None when it looks like none of them.
fn read(main: &str, extension: Option<&str>) -> Option<Phone> {
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !main.chars().all(|c| c.is_ascii_digit() || "+-—–()".contains(c)) {
        return None;
    }
    let unprefixed = main.strip_prefix("+86").or_else(|| main.strip_prefix("0086")).unwrap_or(main);
    let separated = unprefixed.replace(['—', '–', '(', ')'], "-");
    let groups: Vec<&str> = separated.split('-').filter(|group| !group.is_empty()).collect();
    let joined = groups.concat();
    let mobile = joined.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(&joined);
    if mobile.len() == 11
        && mobile.starts_with('1')
        && ('3'..='9').contains(&mobile.chars().nth(1)?)
        && extension.is_none()
    {
        return Some(Phone { number: mobile.to_owned(), kind: PhoneKind::Mobile, warning: None });
    }
    // 0532-66200389-1234: a last short group is an extension too.
    let (groups, extension) = match (extension, groups.split_last()) {
        (None, Some((last, before))) if before.len() >= 2 && last.len() <= 6 && before.concat().len() >= 10 => {
            (before, Some(*last))
        }
        (extension, _) => (&groups[..], extension),
    };
    let extension = match extension {
        Some(digits) if digits.is_empty() || digits.len() > 6 || !all_digits(digits) => return None,
        Some(digits) => format!("-{digits}"),
        None => String::new(),
    };
    let joined = groups.concat();
    let landline =
        |number: String, warning| Some(Phone { number: number + &extension, kind: PhoneKind::Landline, warning });
    if joined.len() == 10 && joined.starts_with("400") {
        let number = format!("{}-{}-{}{extension}", &joined[..3], &joined[3..6], &joined[6..]);
        return Some(Phone { number, kind: PhoneKind::Service, warning: None });
    }
    let with_zero = match main.starts_with("+86") && !joined.starts_with('0') {
        true => format!("0{joined}"),
        false => joined,
    };
    if let Some(rest) = with_zero.strip_prefix('0') {
        let area = if rest.starts_with(['1', '2']) { 3 } else { 4 };
        let local = with_zero.get(area..)?;
        return match local.len() {
            7 | 8 if !local.starts_with(['0', '1']) => landline(format!("{}-{local}", &with_zero[..area]), None),
            _ => None,
        };
    }
    match with_zero.len() {
        7 | 8 if !with_zero.starts_with('1') => {
            landline(with_zero.clone(), Some(texts::phone_without_area(&with_zero)))
        }
        _ => None,
    }
}

impl Phone {
    /// For exports: 138****1234, 0532-****0389; an extension is left out.
    pub fn masked(&self) -> String {
        let stars = |text: &str, keep: usize| -> String {
            let hidden = text.chars().count().saturating_sub(keep);
            text.chars()
                .enumerate()
                .map(|(index, c)| if index < hidden && c.is_alphanumeric() { '*' } else { c })
                .collect()
        };
        match self.kind {
            PhoneKind::Mobile => format!("{}****{}", &self.number[..3], &self.number[7..]),
            PhoneKind::Landline => match self.number.split('-').collect::<Vec<_>>()[..] {
                [area, local, ..] if area.starts_with('0') => format!("{area}-{}", stars(local, 4)),
                [local, ..] => stars(local, 4),
                [] => String::new(),
            },
            // A service number is public.
            PhoneKind::Service => self.number.clone(),
            PhoneKind::Other => stars(&self.number, 2),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_brought_to_one_form() {
        for (text, number, masked) in [
            ("13812341234", "13812341234", "138****1234"),
            ("+86 138 1234 1234", "13812341234", "138****1234"),
            ("86-138-1234-1234", "13812341234", "138****1234"),
            ("１３８１２３４１２３４", "13812341234", "138****1234"),
            ("0532-66200389", "0532-66200389", "0532-****0389"),
            ("(0532) 6620 0389", "0532-66200389", "0532-****0389"),
            ("053266200389", "0532-66200389", "0532-****0389"),
            ("+86 532 66200389", "0532-66200389", "0532-****0389"),
            ("0532-66200389转1234", "0532-66200389-1234", "0532-****0389"),
            ("0532-66200389-1234", "0532-66200389-1234", "0532-****0389"),
            ("010-12345678", "010-12345678", ""),
            ("010-62345678", "010-62345678", "010-****5678"),
            ("400-818-8888", "400-818-8888", "400-818-8888"),
            ("4008188888", "400-818-8888", "400-818-8888"),
        ] {
            let phone = normalise(text).unwrap();
            assert_eq!(phone.number, number, "{text}");
            if !masked.is_empty() {
                assert_eq!((phone.masked().as_str(), &phone.warning), (masked, &None), "{text}");
            }
        }
    }

    #[test]
    fn strange_numbers_are_kept_with_a_warning() {
        for text in ["12345", "138123412345", "12812341234", "13812341234、13912341234", "010-12345678", "66200389"] {
            assert!(normalise(text).unwrap().warning.is_some(), "{text}");
        }
        assert_eq!(normalise("12812341234").unwrap().masked(), "*********34");
        assert!(normalise("待补").unwrap_err().message().contains("待补"));
    }

    proptest! {
        #[test]
        fn the_normal_form_is_its_own(text in "[0-9+ ()—转-]{1,18}") {
            if let Ok(phone) = normalise(&text) {
                prop_assert_eq!(&normalise(&phone.number).unwrap().number, &phone.number);
                phone.masked();
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,16}") {
            if let Ok(phone) = normalise(&text) {
                phone.masked();
            }
        }
    }
}
