//! What is said about the small values: dates, amounts, working days, codes, phones.

use chrono::{Datelike, NaiveDate};

use crate::amount::{AmountSum, Qualifier, display_yuan};
use crate::partial_date::Precision;

/// 2021年2月25日, 2021年3月底前 … for a date with an end.
pub fn date_prose(date: NaiveDate, precision: Precision) -> String {
    match precision {
        Precision::Year => format!("{}年底前", date.year()),
        _ => format!("{}年{}", date.year(), date_without_year(date, precision)),
    }
}

/// The same without its year: 2月25日, 3月底前, 第一季度, 上半年, 年内.
pub fn date_without_year(date: NaiveDate, precision: Precision) -> String {
    const QUARTERS: [&str; 4] = ["第一季度", "第二季度", "第三季度", "第四季度"];
    match precision {
        Precision::Day => format!("{}月{}日", date.month(), date.day()),
        Precision::Month => format!("{}月底前", date.month()),
        Precision::Quarter => QUARTERS[date.month0() as usize / 3].to_owned(),
        Precision::HalfYear => if date.month() <= 6 { "上半年" } else { "下半年" }.to_owned(),
        Precision::Year => "年内".to_owned(),
        Precision::LongTerm => long_term_grid().to_owned(),
    }
}

/// No end, in running text.
pub fn long_term_prose() -> &'static str {
    "长期坚持"
}

/// No end, in a grid.
pub fn long_term_grid() -> &'static str {
    "长期"
}

/// Not a date at all.
pub fn not_a_date(text: &str) -> String {
    format!("看不懂时限“{text}”，请写成“2021年2月25日”“3月底前”“第一季度”“年内”或“长期”")
}

/// A date without its year.
pub fn date_needs_year(text: &str) -> String {
    format!("“{text}”没有写年份，请补上年份，例如“2021年2月25日”")
}

/// 月底前, without saying which month.
pub fn date_needs_month(text: &str) -> String {
    format!("“{text}”没有写明是哪个月，请补上月份，例如“3月底前”")
}

/// 季度末, without saying which quarter.
pub fn date_needs_quarter(text: &str) -> String {
    format!("“{text}”没有写明是第几季度，请补上，例如“第一季度”")
}

/// 6月中旬 and the like: no day to count from.
pub fn date_too_vague(text: &str, month: u32) -> String {
    format!("“{text}”没有确切的截止日，请写明日期，例如“{month}月15日”，或写“{month}月底前”")
}

/// A year nobody plans for.
pub fn date_year_out_of_range(year: i32) -> String {
    format!("年份{year}不合理，请检查后重新填写（1900—2199年）")
}

/// A day the calendar does not have.
pub fn no_such_day(year: i32, month: u32, day: u32, last: u32) -> String {
    format!("{year}年{month}月没有{day}日，最后一天是{last}日，请改正")
}

/// A day no year has.
pub fn no_such_day_in_month(month: u32, day: u32, last: u32) -> String {
    format!("{month}月没有{day}日，最后一天是{last}日，请改正")
}

/// A month beyond 12.
pub fn no_such_month(month: u32) -> String {
    format!("没有{month}月，月份应为1—12，请改正")
}

/// A quarter beyond 4.
pub fn no_such_quarter(quarter: u32) -> String {
    format!("没有第{quarter}季度，季度应为1—4，请改正")
}

/// An Excel number that is no date.
pub fn not_a_date_serial(serial: f64) -> String {
    format!("数字{serial}不是日期，请写成“2021年2月25日”的样子")
}

/// Where a figure is missing.
pub const NOTHING: &str = "—";

/// A shown number with its qualifier: 超2亿元, 2亿元以上, 3000多万元.
pub fn qualified(number: &str, qualifier: Qualifier) -> String {
    match qualifier {
        Qualifier::Eq | Qualifier::Unspecified => number.to_owned(),
        Qualifier::Gt => format!("超{number}"),
        Qualifier::Ge => format!("{number}以上"),
        Qualifier::Approx => format!("约{number}"),
        Qualifier::Many => {
            let digits = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
            format!("{}多{}", &number[..digits], &number[digits..])
        }
    }
}

/// A total: 约超3000万元，另有1项未量化.
pub fn amount_sum(sum: &AmountSum) -> String {
    let bound = if sum.lower_bound { "超" } else { "" };
    let approx = if sum.approx { "约" } else { "" };
    let total = format!("{approx}{bound}{}", display_yuan(sum.yuan));
    match (sum.quantified, sum.unquantified) {
        (0, 0) => NOTHING.to_owned(),
        (0, n) => format!("{n}项未量化"),
        (_, 0) => total,
        (_, n) => format!("{total}，另有{n}项未量化"),
    }
}

/// Not an amount at all.
pub fn not_an_amount(text: &str) -> String {
    format!("看不懂金额“{text}”，请写成“3000万元”“1.5亿元”“超2亿元”的样子，没有数就写“待定”")
}

/// Less than a 元 is left over.
pub fn fraction_of_yuan(text: &str) -> String {
    format!("金额“{text}”有不到1元的零头，金额以元为最小单位，请改正")
}

/// Below nothing.
pub fn negative_amount(text: &str) -> String {
    format!("金额“{text}”不能是负数，请改正")
}

/// More than any project.
pub fn amount_too_large(text: &str) -> String {
    format!("金额“{text}”太大，请检查单位是不是写错了")
}

/// Another currency.
pub fn foreign_currency(text: &str) -> String {
    format!("金额“{text}”不是人民币，程序不换算外币，请折成人民币后填写，原文可写在备注里")
}

/// A year whose holiday notice is not out yet.
pub fn calendar_unpublished(year: i32) -> String {
    format!("{year}年放假安排未公布，按法定节日和周末推算")
}

/// Not 18 characters.
pub fn uscc_length(length: usize) -> String {
    format!("统一社会信用代码应为18位，现在是{length}位，请核对")
}

/// A letter where only digits stand (行政区划).
pub fn uscc_not_a_digit(position: usize, symbol: char) -> String {
    format!("统一社会信用代码第{position}位“{symbol}”应为数字（第3—8位是行政区划），请核对")
}

/// A character the code never has.
pub fn uscc_bad_symbol(position: usize, symbol: char) -> String {
    format!("统一社会信用代码第{position}位“{symbol}”不可用（不含I、O、S、V、Z），请核对")
}

/// The check character is one the code never has.
pub fn uscc_bad_check_symbol(symbol: char, right: char) -> String {
    format!("第18位“{symbol}”不可用，应为{right}")
}

/// The check character does not fit the rest.
pub fn uscc_wrong_check(symbol: char, right: char) -> String {
    format!("第18位“{symbol}”不对，应为{right}，请核对整个代码")
}

/// The older code inside has another check character.
pub fn uscc_inner_check(symbol: char, right: char) -> String {
    format!("第17位“{symbol}”与原组织机构代码的校验位“{right}”不符，请核对；确认无误可以保存")
}

/// No digit in a phone number.
pub fn not_a_phone(text: &str) -> String {
    format!("“{text}”不是电话号码，请填写手机号或带区号的固定电话，例如0532-12345678")
}

/// Neither a mobile nor a landline by its look.
pub fn strange_phone(text: &str) -> String {
    format!("电话“{text}”不像手机号或带区号的固定电话，请核对；确认无误可以保存")
}

/// A landline without its area code.
pub fn phone_without_area(number: &str) -> String {
    format!("固定电话“{number}”没有区号，青岛号码请写成“0532-{number}”")
}

/// A light's reason: work that rests.
pub fn light_on_hold(status: &str) -> String {
    format!("任务已{status}，不参与预警。")
}

/// A light's reason: no end.
pub fn light_long_term() -> &'static str {
    "任务为长期坚持，没有完成时限，不参与预警。"
}

/// A light's reason: closed.
pub fn light_done() -> &'static str {
    "任务已销号。"
}

/// A light's reason: completion claimed.
pub fn light_submitted() -> &'static str {
    "已申请销号，等待核验，不计逾期。"
}

/// A light's reason: nothing to be late for.
pub fn light_without_due() -> &'static str {
    "没有填写完成时限，无法预警；请补上完成时限。"
}

/// Tenths of a percent or of a point: 516 → 51.6.
fn tenths(value: i64) -> String {
    format!("{}.{}", value / 10, value % 10)
}

/// 逾期 6 天（5 个工作日）.
pub fn overdue_word(days: i64, working: i64) -> String {
    format!("逾期 {days} 天（{working} 个工作日）")
}

/// Why it is 逾期.
pub fn overdue_reason(due: &str, days: i64, working: i64) -> String {
    format!("完成时限{due}，已逾期{days}天（{working}个工作日）。")
}

/// 进度差 14.3 个百分点.
pub fn gap_word(gap: i64) -> String {
    format!("进度差 {} 个百分点", tenths(gap))
}

/// 序时进度 against the actual one, as a clause.
pub fn progress_gap(scheduled: i64, actual: i64, noted: bool) -> String {
    let gap = scheduled - actual;
    let actual = if noted { format!("实际{}%", tenths(actual)) } else { "没有进展记录，按0%计".to_owned() };
    let scheduled = tenths(scheduled);
    match gap {
        1.. => format!("序时进度{scheduled}%，{actual}，落后{}个百分点", tenths(gap)),
        0 => format!("序时进度{scheduled}%，{actual}，与序时进度持平"),
        _ => format!("序时进度{scheduled}%，{actual}，超前{}个百分点", tenths(-gap)),
    }
}

/// Why it is 滞后.
pub fn behind_reason(gap: &str, bound: i64) -> String {
    format!("{gap}，超过{bound}个百分点，滞后。")
}

/// Why it is 偏慢.
pub fn slow_reason(gap: &str, bound: i64) -> String {
    format!("{gap}，达到{bound}个百分点，偏慢。")
}

/// 今天到期, 剩 4 个工作日; a deadline on a day off is not zero days away.
pub fn due_soon_word(days: i64, working: i64) -> String {
    match (days, working) {
        (0, _) => "今天到期".to_owned(),
        (_, 0) => format!("剩 {days} 天（无工作日）"),
        _ => format!("剩 {working} 个工作日"),
    }
}

/// Why it is 临期; `gap` when it is slow as well.
pub fn due_soon_reason(due: &str, days: i64, working: i64, bound: i64, gap: Option<&str>) -> String {
    let left = match (days, bound) {
        (0, _) => "今天到期".to_owned(),
        (_, 0) => format!("还剩{days}天，其间没有工作日，临期"),
        _ => format!("还剩{working}个工作日（{days}天），不超过{bound}个工作日，临期"),
    };
    match gap {
        Some(gap) => format!("完成时限{due}，{left}；{gap}。"),
        None => format!("完成时限{due}，{left}。"),
    }
}

/// Why nothing is wrong.
pub fn normal_reason(due: &str, working: i64, gap: Option<&str>) -> String {
    match gap {
        Some(gap) => format!("完成时限{due}，还剩{working}个工作日；{gap}。"),
        None => format!("完成时限{due}，还剩{working}个工作日。"),
    }
}

/// A clause as a sentence of its own.
pub fn sentence(clause: &str) -> String {
    format!("{clause}。")
}
