//! Phone numbers as people type them, in one form (domain.md §4.2).

use serde::Serialize;
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
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
    let (domestic, abroad) = match main.strip_prefix("+86").or_else(|| main.strip_prefix("0086")) {
        Some(rest) => (rest, true),
        None => (main, false),
    };
    let separated = domestic.replace(['—', '–', '(', ')'], "-");
    let groups: Vec<&str> = separated.split('-').filter(|group| !group.is_empty()).collect();
    if let Some(phone) = plain(&groups.concat(), abroad) {
        return match extension {
            Some(extension) => with_extension(phone, extension),
            None => Some(phone),
        };
    }
    // 0532-66200389-1234: the last group is an extension.
    let (last, before) = groups.split_last()?;
    if extension.is_some() { None } else { with_extension(plain(&before.concat(), abroad)?, last) }
}

/// A number without extension, its separators gone; `abroad`: written with +86, so without the 0 of the area.
fn plain(digits: &str, abroad: bool) -> Option<Phone> {
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let phone = |kind, number, warning| Some(Phone { number, kind, warning });
    let mobile = digits.strip_prefix("86").filter(|rest| rest.len() == 11).unwrap_or(digits);
    if mobile.len() == 11 && mobile.starts_with('1') && ("13"..="19").contains(&&mobile[..2]) {
        return phone(PhoneKind::Mobile, mobile.to_owned(), None);
    }
    if digits.len() == 10 && digits.starts_with("400") {
        return phone(PhoneKind::Service, format!("{}-{}-{}", &digits[..3], &digits[3..6], &digits[6..]), None);
    }
    let is_local = |local: &str| matches!(local.len(), 7 | 8) && !local.starts_with(['0', '1']);
    if is_local(digits) {
        return phone(PhoneKind::Landline, digits.to_owned(), Some(texts::phone_without_area(digits)));
    }
    let digits = if abroad && !digits.starts_with('0') { format!("0{digits}") } else { digits.to_owned() };
    // 010 and 02x are short area codes, all others have four digits.
    let area = if digits.starts_with("01") || digits.starts_with("02") { 3 } else { 4 };
    let (area, local) = digits.split_at_checked(area)?;
    if !area.starts_with('0') || area.starts_with("00") || !is_local(local) {
        return None;
    }
    phone(PhoneKind::Landline, format!("{area}-{local}"), None)
}

/// Only a landline and a service number have extensions, of 1–6 digits.
fn with_extension(phone: Phone, extension: &str) -> Option<Phone> {
    let good = (1..=6).contains(&extension.len()) && extension.bytes().all(|b| b.is_ascii_digit());
    let number = format!("{}-{extension}", phone.number);
    (good && phone.kind != PhoneKind::Mobile).then_some(Phone { number, ..phone })
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
            PhoneKind::Mobile => match (self.number.get(..3), self.number.get(7..)) {
                (Some(first), Some(last)) => format!("{first}****{last}"),
                _ => stars(&self.number, 2),
            },
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
            ("400-818-8888-12", "400-818-8888-12", "400-818-8888-12"),
            ("010-62345678", "010-62345678", "010-****5678"),
            ("400-818-8888", "400-818-8888", "400-818-8888"),
            ("4008188888", "400-818-8888", "400-818-8888"),
        ] {
            let phone = normalise(text).unwrap();
            assert_eq!(phone.number, number, "{text}");
            assert_eq!((phone.masked().as_str(), &phone.warning), (masked, &None), "{text}");
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
                prop_assert_eq!(normalise(&phone.number).unwrap().number, phone.number);
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
