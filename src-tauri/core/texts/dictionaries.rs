//! What is said about reference lists and calendars.

use chrono::NaiveDate;

/// A list whose entries this program computes with.
pub fn list_is_closed(list: &str) -> String {
    format!("“{list}”里程序自带的条目不能改名或删除；不再使用的请填写停用日期")
}

/// The name stands in the version already.
pub fn entry_there_already(name: &str, version: &str) -> String {
    format!("“{version}”里已有“{name}”")
}

/// Records bear the entry.
pub fn entry_in_use(name: &str, used: i64) -> String {
    format!("有 {used} 条记录用着“{name}”，不能删除或改名；不再使用请填写停用日期，旧记录照旧显示")
}

/// An end before its beginning.
pub fn validity_backwards(from: NaiveDate, to: NaiveDate) -> String {
    format!("停用日期 {to} 早于启用日期 {from}；请改其中一个")
}

/// Chosen outside of its validity.
pub fn entry_out_of_use(name: &str, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
    match (from, to) {
        (_, Some(to)) => format!("“{name}”自 {to} 起停用，请另选一项；已选用的旧记录不受影响"),
        (Some(from), None) => format!("“{name}”自 {from} 起才启用，请另选一项"),
        (None, None) => format!("“{name}”现在不能选用，请另选一项"),
    }
}

/// The thirteen chains no source names.
pub fn thirteen_unknown(expected: usize, there: usize) -> String {
    format!("公开资料没有列出这 {expected} 条产业链的名称，这里不代拟；请按正式文件逐条填写（已填 {there} 条）")
}

/// A list of which a source names only some.
pub fn so_many_known(expected: usize, there: usize) -> String {
    format!("应有 {expected} 条，现有 {there} 条；其余请按正式文件补充")
}

/// A row of a calendar table.
pub fn calendar_row(number: usize) -> String {
    format!("第{number}行")
}

/// An event of a calendar program's file.
pub fn calendar_event(number: usize, title: &str) -> String {
    format!("第{number}条日程“{}”", title.chars().take(20).collect::<String>())
}

/// An item of a list in a JSON file.
pub fn calendar_item(list: &str, number: usize) -> String {
    format!("{list} 第{number}项")
}

/// No date where one should be.
pub fn calendar_no_date(place: &str, typed: &str) -> String {
    let typed: String = typed.chars().take(30).collect();
    match typed.is_empty() {
        true => format!("{place}：没有日期；请写成 2027-02-05，一段假期写成 2027-02-05至2027-02-11"),
        false => format!("{place}：“{typed}”不是日期；请写成 2027-02-05，一段假期写成 2027-02-05至2027-02-11"),
    }
}

/// Neither a day off nor a working day.
pub fn calendar_no_kind(place: &str) -> String {
    format!("{place}：没有写是“休”还是“班”；请补上")
}

/// A span that is backwards, far too long, or of an odd year.
pub fn calendar_odd_span(place: &str, from: NaiveDate, to: NaiveDate) -> String {
    format!("{place}：{from} 至 {to} 不像一段假期；请核对年份和起止")
}

/// A day stated as both.
pub fn calendar_twice(place: &str, date: NaiveDate, before: &str) -> String {
    format!("{place}：{date} 写成了与{before}相反的休、班；请留下一条")
}

/// Nothing in the file.
pub fn calendar_empty() -> &'static str {
    "文件里没有找到放假或补班的日期；请检查是不是选错了文件"
}

/// While rows cannot be read nothing is imported.
pub fn calendar_has_errors(count: usize, first: &str) -> String {
    format!("日历文件有 {count} 处要先改正，例如：{first}")
}

/// A file that cannot be opened.
pub fn calendar_unreadable(name: &str) -> String {
    format!("打不开“{name}”；请确认文件还在原处，没有被移动或改名")
}

/// A file far too large for a calendar.
pub fn calendar_too_large(name: &str) -> String {
    format!("“{name}”太大，不像日历文件；请检查是不是选错了文件")
}

/// Not UTF-8.
pub fn calendar_not_utf8(name: &str) -> String {
    format!("“{name}”不是 UTF-8 编码；请另存为 UTF-8 后再选")
}

/// Not a calendar program's file.
pub fn calendar_not_ics() -> &'static str {
    "这个 .ics 文件里没有日程；请从日历程序重新导出"
}

/// Broken JSON.
pub fn calendar_bad_json(line: usize, column: usize) -> String {
    format!("这个 .json 文件在第{line}行第{column}个字符处读不下去；请检查文件是否完整")
}

/// JSON of another kind.
pub fn calendar_unknown_json() -> &'static str {
    "这个 .json 文件里没有放假日期；认得的写法有 years、days、holidays/workdays 三种"
}

/// Why a deadline moved.
pub fn calendar_reason() -> &'static str {
    "导入放假安排，按工作日重新推算"
}

/// A year whose days were imported.
pub fn calendar_year(year: i32) -> String {
    format!("{year}年")
}
