//! Exact numbers with Chinese digits and units: 1.5亿, 三千万, 1亿2000万, 5,000 (commas already gone).

use crate::typed::chinese_digit;

/// Decimals are kept as whole millionths of a millionth, so nothing is lost to floating point.
const SCALE: i128 = 1_000_000_000_000;
const DECIMALS: usize = 12;
/// Below this many 元 every amount is exact in JavaScript too, and sums cannot overflow.
const LIMIT: i128 = 1_000_000_000_000_000;

/// A number read from text.
pub struct Number {
    scaled: i128,
    /// Whether 万 or 亿 was written.
    pub has_unit: bool,
}

impl Number {
    /// The number times `unit`, in 元: None when too large, `Err` when a fraction of a 元 is left.
    pub fn times(&self, unit: i64) -> Option<Result<i64, ()>> {
        let product = self.scaled.checked_mul(i128::from(unit))?;
        if product >= LIMIT * SCALE {
            return None;
        }
        Some(if product % SCALE == 0 { i64::try_from(product / SCALE).map_err(|_| ()) } else { Err(()) })
    }
}

/// Reads the whole text as one number, or None. `unit_alone` lets 亿 stand for 1亿 (as in 超亿元).
pub fn read(text: &str, unit_alone: bool) -> Option<Number> {
    let mut reader = Reader::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        if c.is_ascii_digit() {
            length = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            reader.digits(decimal(&rest[..length])?)?;
        } else if let Some(digit) = chinese_digit(c) {
            reader.chinese(digit)?;
        } else {
            let alone = unit_alone && reader.is_empty();
            match c {
                '十' | '拾' => reader.small(10, true)?,
                '百' | '佰' => reader.small(100, alone)?,
                '千' | '仟' => reader.small(1000, alone)?,
                '万' => reader.large(10_000, alone)?,
                '亿' => reader.large(100_000_000, alone)?,
                _ => return None,
            }
        }
        rest = &rest[length..];
    }
    reader.finish()
}

/// 1234.5 in scaled form.
fn decimal(text: &str) -> Option<i128> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if whole.len() > 18 || fraction.len() > DECIMALS || text.ends_with('.') || fraction.contains('.') {
        return None;
    }
    let whole: i128 = whole.parse().ok()?;
    let fraction: i128 = format!("{fraction:0<DECIMALS$}").parse().ok()?;
    Some(whole * SCALE + fraction)
}

/// The sum so far. 三千二百万: 2百 joins 3千 in `section`, 万 moves the section to `total`.
#[derive(Default)]
struct Reader {
    total: i128,
    section: i128,
    digit: Option<i128>,
    /// The last unit written in the section and overall: units only get smaller, except before 万 and 亿.
    section_unit: i128,
    large_unit: i128,
    /// A Chinese digit right after a unit (三千五) means 3500 to some and 3005 to others.
    ambiguous: bool,
    zero: bool,
    anything: bool,
}

impl Reader {
    fn is_empty(&self) -> bool {
        !self.anything
    }

    fn digits(&mut self, scaled: i128) -> Option<()> {
        if self.digit.is_some() {
            return None;
        }
        (self.digit, self.anything) = (Some(scaled), true);
        Some(())
    }

    fn chinese(&mut self, digit: u32) -> Option<()> {
        if digit == 0 && self.anything && self.digit.is_none() {
            self.zero = true;
            return Some(());
        }
        let after_unit = self.anything && !self.zero;
        self.digits(i128::from(digit) * SCALE)?;
        self.ambiguous = after_unit && self.section_unit != 10;
        Some(())
    }

    /// 十, 百 or 千; `alone`: may lack its digit.
    fn small(&mut self, unit: i128, alone: bool) -> Option<()> {
        let digit = match self.digit.take() {
            Some(digit) => digit,
            None if alone => SCALE,
            None => return None,
        };
        if self.section_unit != 0 && unit >= self.section_unit {
            return None;
        }
        self.section = self.section.checked_add(digit.checked_mul(unit)?)?;
        (self.section_unit, self.ambiguous, self.zero, self.anything) = (unit, false, false, true);
        Some(())
    }

    /// 万 or 亿; 万亿 is both.
    fn large(&mut self, unit: i128, alone: bool) -> Option<()> {
        let written = self.section_unit != 0 || self.digit.is_some();
        let value = self.section.checked_add(self.digit.take().unwrap_or(0))?;
        let value = match written {
            true => value,
            // 万亿: the 亿 multiplies what the 万 just made.
            false if unit == 100_000_000 && self.large_unit == 10_000 => std::mem::take(&mut self.total),
            false if alone => SCALE,
            false => return None,
        };
        if written && self.large_unit != 0 && unit >= self.large_unit {
            return None;
        }
        self.total = self.total.checked_add(value.checked_mul(unit)?)?;
        (self.section, self.section_unit, self.large_unit) = (0, 0, unit);
        (self.ambiguous, self.zero, self.anything) = (false, false, true);
        Some(())
    }

    fn finish(self) -> Option<Number> {
        if self.ambiguous || !self.anything {
            return None;
        }
        let scaled = self.total.checked_add(self.section)?.checked_add(self.digit.unwrap_or(0))?;
        Some(Number { scaled, has_unit: self.large_unit != 0 })
    }
}
