//! The language of templates: Jinja's, with filters staff know by Chinese names. Shared by Word templates and by layouts
//! that are plain text, which differ in how a value is printed: escaped for XML, or as it is.
//!
//! A name nobody knows is an error; a known field that is empty prints nothing.

use std::io::{self, Write};
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Rest, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

use super::marks::{self, BREAK, PAGE, PARAGRAPH, RICH, RICH_END, TAB};
use super::markup::allowed;
use super::rich::Rich;
use crate::amount::{Amount, display_yuan};
use crate::documents::markup::escape::escape;
use crate::partial_date::PartialDate;
use crate::phone;
use crate::texts::templates as texts;

/// For values within attributes: one line of plain text.
pub(super) const PLAIN: &str = "_plain";
/// A number of cells.
pub(super) const SPAN: &str = "_span";
/// A colour in hexadecimal.
pub(super) const COLOUR: &str = "_colour";

/// What filling one part may cost: a step of the language, or 64 bytes of text made.
const FUEL: u64 = 2_000_000;
/// How deep macros may call one another.
const DEEPEST: usize = 60;
/// How values are printed in XML, by the name `AutoEscape` carries.
const XML: &str = "xml";
const TEXT: &str = "text";

/// What the values are printed into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// XML of a Word file: escaped; line breaks, tabs and rich values as marks.
    Xml,
    /// The text of a layout ([`crate::documents::markup`]); rich values as marks, see [`Rendered::alone`].
    Text,
}

/// The language with all its filters. Templates are added by the caller.
pub fn environment(printed: Printed) -> Environment<'static> {
    let mut language = Environment::new();
    language.set_undefined_behavior(UndefinedBehavior::Strict);
    language.set_debug(true);
    language.set_fuel(Some(FUEL));
    language.set_recursion_limit(DEEPEST);
    language.set_unknown_method_callback(method);
    language.set_formatter(print);
    // Never none: what a block catches must be told from a value, so that it is not escaped twice.
    let name = if printed == Printed::Xml { XML } else { TEXT };
    language.set_auto_escape_callback(move |_| AutoEscape::Custom(name.into()));
    if printed == Printed::Xml {
        let mut syntax = SyntaxConfig::builder();
        syntax.block_delimiters(marks::BLOCK.0, marks::BLOCK.1);
        syntax.variable_delimiters(marks::VALUE.0, marks::VALUE.1);
        syntax.comment_delimiters(marks::COMMENT.0, marks::COMMENT.1);
        syntax.keep_trailing_newline(true);
        // Cannot fail: the delimiters differ. If it did, no template would compile, which a test would tell.
        language.set_syntax(syntax.build().unwrap_or_default());
    }
    language.remove_global("debug");
    for name in ["e", "escape", "safe"] {
        // Values are always escaped, once.
        language.add_filter(name, |value: Value| value);
    }
    for name in ["中文数字", "chinese_number"] {
        language.add_filter(name, chinese_number);
    }
    for name in ["日期", "date"] {
        language.add_filter(name, date);
    }
    for name in ["金额", "money"] {
        language.add_filter(name, money);
    }
    for name in ["掩码", "mask"] {
        language.add_filter(name, mask);
    }
    language.add_filter("默认", or_else);
    language.add_filter("连接", join);
    language.add_filter("长度", minijinja::filters::length);
    language.add_filter(PLAIN, plain);
    language.add_filter(SPAN, span);
    language.add_filter(COLOUR, colour);
    language
}

/// Python's methods. `"{:>999999999}".format(1)` would take memory before anybody counts it.
fn method(state: &mut State<'_, '_>, value: &Value, name: &str, arguments: &[Value]) -> Result<Value, Error> {
    let wide = |text: &str| text.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit));
    if name == "format" && value.as_str().is_some_and(wide) {
        return Err(refuse(texts::too_wide()));
    }
    minijinja_contrib::pycompat::unknown_method_callback(state, value, name, arguments)
}

/// What the language itself knows; no fields.
pub(super) const OWN_NAMES: [&str; 6] = ["range", "dict", "namespace", "debug", "loop", "caller"];

/// A filled template: its text, and the rich values its marks stand for.
pub struct Rendered {
    pub text: String,
    pub rich: Vec<Arc<Rich>>,
}

impl Rendered {
    /// The rich value a text stands for, if it is a mark and nothing else.
    pub fn alone(&self, text: &str) -> Option<&Rich> {
        self.rich(text.trim_matches(' ').strip_prefix(RICH)?.strip_suffix(RICH_END)?)
    }

    /// The rich value a mark names.
    pub(super) fn rich(&self, number: &str) -> Option<&Rich> {
        self.rich.get(number.parse::<usize>().ok()?).map(Arc::as_ref)
    }
}

/// Fills a template. More than `most` bytes of text are an error.
pub fn render(template: &minijinja::Template<'_, '_>, values: Value, most: usize) -> Result<Rendered, Error> {
    let mut out = Bounded { bytes: Vec::with_capacity(template.source().len() * 2), most };
    let rich = template.render_captured_to(values, &mut out)?.with_state_mut(|state| {
        state.get_extension_mut::<Shelf>().map(|shelf| std::mem::take(&mut shelf.0)).unwrap_or_default()
    });
    let text = String::from_utf8(out.bytes).map_err(|_| Error::new(ErrorKind::WriteFailure, "not UTF-8"))?;
    Ok(Rendered { text, rich })
}

/// The rich values printed so far.
#[derive(Default)]
struct Shelf(Vec<Arc<Rich>>);

struct Bounded {
    bytes: Vec<u8>,
    most: usize,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.most {
            return Err(io::Error::other("too long"));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How a value is printed: nothing for what is empty, 是 and 否, a list with 、 between.
fn print(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    if value.is_safe() {
        return Ok(out.write_str(value.as_str().unwrap_or_default())?);
    }
    if let Some(rich) = value.downcast_object::<Rich>() {
        let shelf = state.get_or_insert_extension(Shelf::default());
        shelf.0.push(rich);
        return Ok(write!(out, "{RICH}{}{RICH_END}", shelf.0.len() - 1)?);
    }
    match value.kind() {
        ValueKind::Undefined | ValueKind::None => {}
        ValueKind::Bool => out.write_str(texts::yes_or_no(value.is_true()))?,
        ValueKind::Number => write!(out, "{value}")?,
        ValueKind::String | ValueKind::Bytes => {
            let escaped = matches!(state.auto_escape(), AutoEscape::Custom(name) if name == XML);
            match value.as_str() {
                Some(text) if escaped => push_xml(out, text)?,
                Some(text) => push_text(out, text)?,
                None => return Err(refuse(texts::not_printable())),
            }
        }
        ValueKind::Seq | ValueKind::Iterable => {
            for (index, item) in value.try_iter()?.enumerate() {
                if matches!(item.kind(), ValueKind::Seq | ValueKind::Iterable) {
                    return Err(refuse(texts::not_printable()));
                }
                if index > 0 {
                    out.write_str(texts::LIST_SEPARATOR)?;
                }
                print(out, state, &item)?;
            }
        }
        _ => return Err(refuse(texts::not_printable())),
    }
    Ok(())
}

/// Text into XML: escaped, with marks for what Word writes as elements; other control characters are left out, since
/// one of them would make Word refuse the file.
fn push_xml(out: &mut Output<'_>, text: &str) -> Result<(), Error> {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let mut buffer = [0; 4];
        let instead: &str = match c {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            // Of \r\n the second speaks for both.
            '\r' if text[at + 1..].starts_with('\n') => "",
            '\n' | '\r' => BREAK.encode_utf8(&mut buffer),
            '\t' => TAB.encode_utf8(&mut buffer),
            '\u{07}' => PARAGRAPH.encode_utf8(&mut buffer),
            '\u{0C}' => PAGE.encode_utf8(&mut buffer),
            c if allowed(c) => continue,
            _ => "",
        };
        out.write_str(&text[from..at])?;
        out.write_str(instead)?;
        from = at + c.len_utf8();
    }
    Ok(out.write_str(&text[from..])?)
}

/// Text into a layout, where nothing of it may be taken for markup.
fn push_text(out: &mut Output<'_>, text: &str) -> Result<(), Error> {
    Ok(out.write_str(&escape(text))?)
}

/// A refusal in words for the person.
fn refuse(sentence: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, sentence.into())
}

/// Undefined as anywhere else; nothing for what is empty.
fn given(value: &Value) -> Result<bool, Error> {
    match value.is_undefined() {
        true => Err(ErrorKind::UndefinedError.into()),
        false => Ok(!is_empty(value)),
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_undefined() || value.is_none() || value.as_str().is_some_and(str::is_empty)
}

/// 1 → 一, 12 → 十二, 105 → 一百零五; what is no whole number stays.
fn chinese_number(value: Value) -> Result<Value, Error> {
    if !given(&value)? {
        return Ok("".into());
    }
    let number = match value.as_str() {
        Some(text) => text.trim().parse::<u64>().ok(),
        None => u64::try_from(value.clone()).ok(),
    };
    Ok(number.and_then(numeral).map_or(value, Value::from))
}

/// A number up to 亿 as it is read.
fn numeral(number: u64) -> Option<String> {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    const PLACES: [&str; 4] = ["", "十", "百", "千"];
    if number == 0 {
        return Some(DIGITS[0].to_owned());
    }
    if number >= 1_0000_0000_0000 {
        return None;
    }
    let mut out = String::new();
    let mut zero = false;
    for (group, unit) in [(number / 1_0000_0000, "亿"), (number / 1_0000 % 1_0000, "万"), (number % 1_0000, "")] {
        if group == 0 {
            zero |= !out.is_empty();
            continue;
        }
        for place in (0..4).rev() {
            let digit = (group / 10u64.pow(place)) % 10;
            if digit == 0 {
                zero |= !out.is_empty();
                continue;
            }
            if std::mem::take(&mut zero) {
                out += DIGITS[0];
            }
            out += DIGITS[digit as usize];
            out += PLACES[place as usize];
        }
        // 二十万零五百, but 二十万五千: the zero of a group that began with none.
        zero = false;
        out += unit;
        let below = if unit == "亿" { number % 1_0000_0000 / 1_0000 } else { number % 1_0000 };
        zero |= !unit.is_empty() && below > 0 && below < 1000;
    }
    // 十二, not 一十二.
    Some(out.strip_prefix("一十").map(|rest| format!("十{rest}")).unwrap_or(out))
}

/// 2021-02-25 → 2021年2月25日; the workbook's dates with their precision; what is no date stays.
fn date(value: Value) -> Result<Value, Error> {
    if !given(&value)? {
        return Ok("".into());
    }
    let Some(text) = value.as_str().map(str::trim) else { return Ok(value) };
    let day = text.get(..10).filter(|_| !text.contains('~')).unwrap_or(text);
    let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
    let month = match (parts.next().flatten(), parts.next().flatten(), parts.next()) {
        (Some(year @ 1900..=2999), Some(month @ 1..=12), None) => Some(texts::year_and_month(year, month)),
        _ => None,
    };
    Ok(PartialDate::decode(day).map(|date| date.prose()).or(month).map_or(value, Value::from))
}

/// 元 in the unit people say (domain.md §4.3); what is no amount stays.
fn money(value: Value) -> Result<Value, Error> {
    if !given(&value)? {
        return Ok("".into());
    }
    let shown = match value.kind() {
        ValueKind::Number => match i64::try_from(value.clone()) {
            Ok(yuan) => Some(display_yuan(yuan)),
            Err(_) => f64::try_from(value.clone())
                .ok()
                .filter(|yuan| yuan.abs() < 9e15)
                .map(|yuan| display_yuan(yuan.round() as i64)),
        },
        ValueKind::String => {
            value.as_str().and_then(|text| Amount::parse(text, None).ok()).map(|amount| amount.display())
        }
        ValueKind::Map => serde::Deserialize::deserialize(value.clone()).ok().map(|amount: Amount| amount.display()),
        _ => None,
    };
    Ok(shown.map_or(value, Value::from))
}

/// 138****1234 (domain.md §4.2); what has no digits stays.
fn mask(value: Value) -> Result<Value, Error> {
    if !given(&value)? {
        return Ok("".into());
    }
    let text = value.to_string();
    Ok(phone::normalise(&text).map(|phone| phone.masked().into()).unwrap_or(value))
}

/// Another value where there is none: no such field, or an empty one.
fn or_else(value: Value, other: Rest<Value>) -> Value {
    match is_empty(&value) {
        true => other.first().cloned().unwrap_or_else(|| "".into()),
        false => value,
    }
}

/// The items of a list, 、 between them unless something else is asked for; empty ones left out.
fn join(value: Value, separator: Option<String>) -> Result<Value, Error> {
    if !given(&value)? {
        return Ok("".into());
    }
    if value.as_str().is_some() {
        return Ok(value);
    }
    let separator = separator.unwrap_or_else(|| texts::LIST_SEPARATOR.to_owned());
    let items: Vec<String> = value.try_iter()?.filter(|item| !is_empty(item)).map(|item| item.to_string()).collect();
    Ok(items.join(&separator).into())
}

fn plain(value: Value) -> Result<Value, Error> {
    if !given(&value)? {
        return Ok("".into());
    }
    Ok(value.to_string().replace(['\n', '\r', '\t', '\u{07}', '\u{0C}'], " ").into())
}

fn span(value: Value) -> Result<Value, Error> {
    // Word knows no more than 63 columns.
    let number = value.to_string().trim().parse::<u32>().ok().filter(|number| (1..=63).contains(number));
    number.map(Value::from).ok_or_else(|| refuse(texts::not_a_number_of_cells(&value.to_string())))
}

fn colour(value: Value) -> Result<Value, Error> {
    if !given(&value)? {
        return Ok("auto".into());
    }
    let text = value.to_string();
    let digits = text.trim().trim_start_matches('#');
    let good = digits == "auto" || digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if good {
        Ok(digits.to_uppercase().replace("AUTO", "auto").into())
    } else {
        Err(refuse(texts::not_a_colour(&text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(template: &str, values: serde_json::Value) -> String {
        let language = environment(Printed::Text);
        let template = language.template_from_str(template).expect("a template");
        let filled = render(&template, serde_json::from_value(values).expect("values"), 1 << 20).expect("filled");
        crate::documents::markup::escape::restore(&filled.text)
    }

    #[test]
    fn numbers_are_read_as_people_read_them() {
        let cases = [
            (0, "零"),
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (105, "一百零五"),
            (110, "一百一十"),
            (1001, "一千零一"),
            (1010, "一千零一十"),
            (10_000, "一万"),
            (10_500, "一万零五百"),
            (120_000, "十二万"),
            (100_000_001, "一亿零一"),
            (100_010_000, "一亿零一万"),
        ];
        for (number, expected) in cases {
            assert_eq!(numeral(number).as_deref(), Some(expected), "{number}");
        }
    }

    #[test]
    fn filters_have_chinese_names() {
        let values = serde_json::json!({
            "数": 12, "日": "2021-02-25", "期": "2021-03-31~month", "月": "2021-02", "元": 30000000, "约": "约1.5亿元",
            "话": "13812341234", "空": "", "无": null, "人": ["甲", "", "乙"], "真": true
        });
        let cases = [
            ("{{ 数|中文数字 }}", "十二"),
            ("{{ 日|日期 }}", "2021年2月25日"),
            ("{{ 期|日期 }}", "2021年3月底前"),
            ("{{ 月|日期 }}", "2021年2月"),
            ("{{ \"待定\"|日期 }}", "待定"),
            ("{{ 元|金额 }}", "3000万元"),
            ("{{ 约|money }}", "约1.5亿元"),
            ("{{ 话|掩码 }}", "138****1234"),
            ("{{ 空|默认(\"—\") }}{{ 无|默认(\"—\") }}{{ 没有|默认(\"—\") }}", "———"),
            ("{{ 人|连接 }}", "甲、乙"),
            ("{{ 人|连接(\"；\") }}", "甲；乙"),
            ("{{ 人|长度 }}", "3"),
            ("{{ 空 }}{{ 无 }}{{ 真 }}{{ \"<\"|e }}", "是<"),
            ("{% for 名 in 人 if 名 %}{{ loop.index }}{{ 名 }}{% endfor %}", "1甲2乙"),
        ];
        for (template, expected) in cases {
            assert_eq!(said(template, values.clone()), expected, "{template}");
        }
    }

    #[test]
    fn unknown_names_and_endless_loops_are_errors() {
        let language = environment(Printed::Text);
        let fails = |template: &str| {
            let template = language.template_from_str(template).expect("a template");
            render(&template, serde_json::from_value(serde_json::json!({"甲": {"乙": 1}})).expect("values"), 1 << 20)
                .err()
                .map(|e| e.kind())
        };
        assert_eq!(fails("{{ 丙 }}"), Some(ErrorKind::UndefinedError));
        assert_eq!(fails("{{ 甲.丙 }}"), Some(ErrorKind::UndefinedError));
        assert_eq!(fails("{{ 丙|日期 }}"), Some(ErrorKind::UndefinedError));
        let endless = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}";
        assert_eq!(fails(endless), Some(ErrorKind::OutOfFuel));
        assert_eq!(fails("{% for a in range(99999) %}0123456789012345{% endfor %}"), Some(ErrorKind::WriteFailure));
        assert!(fails("{{ range(10**9)|list|length }}").is_some());
        assert!(fails("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}").is_some());
    }
}
