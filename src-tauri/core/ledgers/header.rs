//! Finds the head of a ledger below its title rows, of one row or two, and what the rows above it say.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::columns::{guess, normalise_heading};
use super::read::Sheet;
use crate::amount::AmountUnit;
use crate::partial_date::PartialDate;
use crate::typed::compact;

/// The head is looked for in so many rows.
const SEARCHED_ROWS: usize = 30;
/// Fewer known headings than this are no head.
const LEAST_KNOWN: usize = 2;

/// The head of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Head {
    /// The first and last row of the head, zero-based.
    pub first: usize,
    pub last: usize,
    /// The heading of each column; of a two-row head the lower one.
    pub labels: Vec<String>,
    /// The upper heading of each column of a two-row head, such as 责任分工 over 牵头单位; empty where it has none.
    pub groups: Vec<String>,
    /// 单位：万元, from the rows above.
    pub unit: Option<AmountUnit>,
    /// 截至：2021年2月25日, from the rows above.
    pub as_of: Option<NaiveDate>,
    /// The year of `as_of`, else of a date or title such as 2021年…台账 above.
    pub year: Option<i32>,
    /// 填报单位, from the rows above.
    pub reporter: Option<String>,
}

impl Head {
    /// The unit of the amounts of a column: its heading's（万元）, else that of the rows above.
    pub fn unit_of(&self, column: usize) -> Option<AmountUnit> {
        let own = self.labels.get(column).and_then(|label| unit_in(label));
        own.or_else(|| self.groups.get(column).and_then(|group| unit_in(group))).or(self.unit)
    }
}

/// The head with the most known headings; None if no row looks like one.
pub fn find(sheet: &Sheet) -> Option<Head> {
    let mut best: Option<(usize, usize, usize)> = None;
    for first in 0..sheet.rows.len().min(SEARCHED_ROWS) {
        for span in 1..=2 {
            let last = first + span - 1;
            let known = known_headings(sheet, first, last);
            // Of equals the earlier and, as it begins earlier, the two-row one.
            if known >= LEAST_KNOWN && best.is_none_or(|(most, ..)| known > most) {
                best = Some((known, first, last));
            }
        }
    }
    let (known, first, last) = best?;
    // A one-row head may be the upper row of two whose lower row, merged downwards, says the same and more.
    let taller = first == last && known_headings(sheet, first, last + 1) >= known && is_lower_row(sheet, first);
    Some(build(sheet, first, if taller { last + 1 } else { last }))
}

/// The head that ends at `last` (zero-based), where the user says it is.
pub fn at(sheet: &Sheet, last: usize) -> Head {
    let two = last > 0 && known_headings(sheet, last - 1, last) > known_headings(sheet, last, last);
    build(sheet, if two { last - 1 } else { last }, last)
}

/// Whether the row under `row` repeats some of its headings: cells merged over both rows.
fn is_lower_row(sheet: &Sheet, row: usize) -> bool {
    let width = sheet.width();
    (0..width).any(|column| {
        let upper = sheet.cell(row, column);
        !upper.is_blank() && upper == sheet.cell(row + 1, column)
    })
}

/// How many different columns the rows name; 0 if they cannot be a head.
fn known_headings(sheet: &Sheet, first: usize, last: usize) -> usize {
    if last >= sheet.rows.len() {
        return 0;
    }
    for row in first..=last {
        let texts: HashSet<_> =
            sheet.rows[row].iter().filter(|cell| !cell.is_blank()).map(|cell| cell.text()).collect();
        // A title is one text over many cells; a line such as 单位：万元 has colons.
        if texts.len() < 2 || texts.iter().any(|text| is_remark_line(text)) {
            return 0;
        }
    }
    let mut known = HashSet::new();
    for column in 0..sheet.width() {
        let label = label(sheet, first, last, column);
        let found = guess(&label);
        if found.confidence > 0 {
            known.insert(normalise_heading(&label));
        }
    }
    known.len()
}

fn is_remark_line(text: &str) -> bool {
    let text = compact(text);
    text.split_once(':').is_some_and(|(_, rest)| !rest.is_empty()) && !text.contains('(')
}

fn label(sheet: &Sheet, first: usize, last: usize, column: usize) -> String {
    let lower = sheet.cell(last, column);
    let cell = if lower.is_blank() { sheet.cell(first, column) } else { lower };
    cell.text().into_owned()
}

fn build(sheet: &Sheet, first: usize, last: usize) -> Head {
    let width = sheet.width();
    let labels: Vec<String> = (0..width).map(|column| label(sheet, first, last, column)).collect();
    let mut above = String::new();
    let groups = (0..width)
        .map(|column| {
            if first == last {
                return String::new();
            }
            // An upper heading that is not merged stands over the columns to its right as well.
            let upper = sheet.cell(first, column).text().into_owned();
            if !upper.is_empty() {
                above = upper;
            } else if sheet.cell(last, column).is_blank() {
                above.clear();
            }
            if above == labels[column] { String::new() } else { above.clone() }
        })
        .collect();
    let mut head = Head { first, last, labels, groups, ..Head::default() };
    for row in 0..first {
        let mut seen = HashSet::new();
        for cell in sheet.rows[row].iter().filter(|cell| !cell.is_blank()) {
            let text = cell.text();
            if seen.insert(text.clone()) {
                head.take_remark(&text);
            }
        }
    }
    head.year = head.as_of.map(|date| chrono::Datelike::year(&date)).or(head.year);
    head
}

impl Head {
    /// Takes what a line above the head says.
    fn take_remark(&mut self, line: &str) {
        self.unit = self.unit.or_else(|| unit_in(line));
        for word in ["截至", "截止", "填报时间", "填报日期", "填表日期", "日期", "时间"] {
            let Some((_, rest)) = line.split_once(word) else { continue };
            let rest = rest.trim_start_matches(['日', '期', '时', '间', ':', '：', ' ', '\u{3000}']);
            let date = first_words(rest).find_map(|text| PartialDate::parse(text, None).ok()?.date);
            self.as_of = self.as_of.or(date);
        }
        if let Some((_, rest)) = line.split_once("填报单位").or_else(|| line.split_once("报送单位")) {
            let name = rest.trim_start_matches([':', '：', ' ', '\u{3000}', '（', '(']);
            let name = name.split_whitespace().next().unwrap_or_default();
            self.reporter = self.reporter.take().or_else(|| (!name.is_empty()).then(|| name.to_owned()));
        }
        self.year = self.year.or_else(|| year_in(line));
    }
}

/// Beginnings of a text that may be a date: up to the first blank or bracket, then shorter.
fn first_words(text: &str) -> impl Iterator<Item = &str> {
    let word = text.split(|c: char| c.is_whitespace() || "）)，,；;。".contains(c)).next().unwrap_or_default();
    let ends =
        ['日', '号', '月', '年'].into_iter().filter_map(|end| word.find(end).map(|at| &word[..at + end.len_utf8()]));
    std::iter::once(word).chain(ends)
}

/// A year such as 2021年 in a title.
fn year_in(line: &str) -> Option<i32> {
    let line = compact(line);
    let (before, _) = line.split_once('年')?;
    let digits = before.get(before.len().checked_sub(4)?..)?;
    digits.parse().ok().filter(|year| (1990..2100).contains(year))
}

/// A unit of money: 单位：万元, （亿元）, 万元 alone; not that of 填报单位：….
pub fn unit_in(text: &str) -> Option<AmountUnit> {
    let text = compact(text);
    for (word, unit) in [("亿元", AmountUnit::Yi), ("万元", AmountUnit::Wan), ("元", AmountUnit::Yuan)] {
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        let said = |form: String| text.match_indices(&form).any(|(at, form)| ends(&text[at + form.len()..]));
        if text == word || ["单位:", "(", "单位(", "/"].iter().any(|before| said(format!("{before}{word}"))) {
            return Some(unit);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledgers::columns::{Column, guess_all};
    use crate::ledgers::read::read;
    use crate::progress::Unwatched;

    fn sheet(csv: &str) -> Sheet {
        read("台账.csv", csv.as_bytes(), &Unwatched).expect("readable").sheets.remove(0)
    }

    fn columns(head: &Head) -> Vec<Column> {
        guess_all(head).into_iter().map(|guess| guess.column).collect()
    }

    #[test]
    fn the_office_ledger_has_its_head_in_row_3() {
        let bytes = include_bytes!("../../../tests/ledgers/ledger-office-300.xlsx");
        let book = read("台账.xlsx", bytes, &Unwatched).expect("readable");
        let head = find(&book.sheets[0]).expect("a head");
        assert_eq!((head.first, head.last), (2, 2));
        assert_eq!(head.unit, Some(AmountUnit::Wan));
        assert_eq!(head.as_of, NaiveDate::from_ymd_opt(2021, 2, 25));
        assert_eq!(head.year, Some(2021));
        assert_eq!(head.reporter.as_deref(), Some("创意工作专班"));
        use Column::*;
        let expected =
            [Number, Enterprise, Project, District, Investment, Demand, Task, Lead, Assisting, Person, Due, Progress];
        assert_eq!(columns(&head), expected);
        assert!(find(&book.sheets[1]).is_none(), "填表说明 is no ledger");
    }

    #[test]
    fn a_head_of_two_rows_merged_or_not() {
        use Column::*;
        let expected = [Number, Project, Investment, Task, Lead, Assisting, Due];
        let merged = "2021年度任务台账,2021年度任务台账,2021年度任务台账,2021年度任务台账,2021年度任务台账,2021年度任务台账,2021年度任务台账\n\
            序号,项目名称,总投资（亿元）,任务,责任分工,责任分工,完成时限\n序号,项目名称,总投资（亿元）,任务,牵头单位,配合单位,完成时限\n\
            1,甲项目,2,对接,市科技局,市工信局,年内\n";
        let unmerged = "任务台账,,,,,,\n序号,项目名称,总投资（亿元）,任务,责任分工,,完成时限\n,,,,牵头单位,配合单位,\n\
            1,甲项目,2,对接,市科技局,市工信局,年内\n";
        for (text, year) in [(merged, Some(2021)), (unmerged, None)] {
            let head = find(&sheet(text)).expect("a head");
            assert_eq!((head.first, head.last), (1, 2), "{text}");
            assert_eq!(columns(&head), expected);
            assert_eq!((head.groups[4].as_str(), head.groups[5].as_str()), ("责任分工", "责任分工"));
            assert_eq!(head.groups[6], "");
            assert_eq!(head.unit_of(2), Some(AmountUnit::Yi));
            assert_eq!(head.year, year);
        }
    }

    #[test]
    fn months_as_columns_and_a_head_without_titles() {
        let head = find(&sheet("任务,责任单位,1月,2月,3月\n对接,市科技局,,√,√\n")).expect("a head");
        assert_eq!((head.first, head.last), (0, 0));
        assert_eq!(columns(&head)[2..], [Column::Month; 3]);
        assert!(find(&sheet("市科技局,1\n市工信局,2\n")).is_none());
    }

    #[test]
    fn responsible_units_beside_leading_ones_assist() {
        let head = find(&sheet("任务,牵头单位,责任单位\n对接,市科技局,市工信局\n")).expect("a head");
        assert_eq!(columns(&head), [Column::Task, Column::Lead, Column::Assisting]);
        let head = find(&sheet("任务,责任单位,配合单位\n对接,市科技局,市工信局\n")).expect("a head");
        assert_eq!(columns(&head), [Column::Task, Column::Lead, Column::Assisting]);
    }

    #[test]
    fn units_of_money_are_not_units_that_report() {
        assert_eq!(unit_in("填报单位：元件公司"), None);
        assert_eq!(unit_in("总投资（万元）"), Some(AmountUnit::Wan));
        assert_eq!(unit_in("（单位：亿元）"), Some(AmountUnit::Yi));
        assert_eq!(unit_in("金额单位: 元"), Some(AmountUnit::Yuan));
    }
}
