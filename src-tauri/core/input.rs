//! What people type into a field: trimmed, bounded, read. A refusal names the field and what to do; the window keeps
//! what was typed.

use chrono::Datelike;
use chrono::NaiveDate;

use crate::error::{Error, Result};
use crate::partial_date::{PartialDate, Precision};
use crate::texts;

/// Characters in a short field at most.
pub const SHORT: usize = 200;
/// Characters in a long text at most.
pub const LONG: usize = 20_000;

/// A text of at most `most` characters, trimmed; control characters other than line breaks and tabs are dropped.
pub fn text(typed: &str, field: &str, most: usize) -> Result<String> {
    let clean: String = typed.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    match clean.chars().count() {
        length if length > most => Err(Error::invalid(texts::too_long(field, length, most))),
        _ => Ok(clean),
    }
}

/// A one-line text of at most [`SHORT`] characters; line breaks become blanks.
pub fn line(typed: &str, field: &str) -> Result<String> {
    text(&typed.replace(['\n', '\r', '\t'], " "), field, SHORT)
}

/// A one-line text that may not be empty.
pub fn required(typed: &str, field: &str) -> Result<String> {
    match line(typed, field)? {
        text if text.is_empty() => Err(Error::invalid(texts::must_not_be_empty(field))),
        text => Ok(text),
    }
}

/// A day, or nothing. A yearless day is of `today`'s year.
pub fn day(typed: &str, field: &str, today: NaiveDate) -> Result<Option<NaiveDate>> {
    match due(typed, today)? {
        None => Ok(None),
        Some(PartialDate { date: Some(day), precision: Precision::Day }) => Ok(Some(day)),
        Some(_) => Err(Error::invalid(texts::a_whole_day_please(field, typed.trim()))),
    }
}

/// A date of any precision, or nothing. A yearless one is of `today`'s year.
pub fn due(typed: &str, today: NaiveDate) -> Result<Option<PartialDate>> {
    match typed.trim() {
        "" => Ok(None),
        typed => PartialDate::parse(typed, Some(today.year())).map(Some),
    }
}

/// A whole number within bounds, or nothing.
pub fn number(typed: &str, field: &str, from: i64, to: i64) -> Result<Option<i64>> {
    let plain: String = crate::search::text::fold(typed).chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if plain.is_empty() {
        return Ok(None);
    }
    match plain.parse::<i64>() {
        Ok(number) if (from..=to).contains(&number) => Ok(Some(number)),
        _ => Err(Error::invalid(texts::a_number_please(field, typed.trim(), from, to))),
    }
}

/// One value of an enumeration by its word or code, or nothing.
pub fn choice<T: Copy>(
    typed: &str,
    field: &str,
    read: impl Fn(&str) -> Option<T>,
    labels: Vec<(&'static str, &'static str)>,
) -> Result<Option<T>> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let known = || labels.iter().map(|(_, label)| *label).collect::<Vec<_>>().join("、");
    read(typed).map(Some).ok_or_else(|| Error::invalid(texts::not_a_choice(field, typed, &known())))
}

/// Several values of an enumeration, separated as people separate them.
pub fn choices<T: Copy>(
    typed: &str,
    field: &str,
    read: impl Fn(&str) -> Option<T>,
    labels: Vec<(&'static str, &'static str)>,
) -> Result<Vec<T>> {
    let parts = typed.split(['、', ',', '，', ';', '；', ' ', '\n']).filter(|part| !part.trim().is_empty());
    let mut values = Vec::new();
    for part in parts {
        values.extend(choice(part, field, &read, labels.clone())?);
    }
    Ok(values)
}

/// A phone number in its normal form, or nothing.
pub fn phone(typed: &str) -> Result<String> {
    match typed.trim() {
        "" => Ok(String::new()),
        typed => Ok(crate::phone::normalise(typed)?.number),
    }
}
