//! Which rows of a sheet are work, which are not and why, and what a blank or 同上 stands for.

use serde::Serialize;
use ts_rs::TS;

use super::columns::{Column, normalise_heading};
use super::header::Head;
use super::read::{Cell, Sheet};
use crate::typed::compact;

crate::codes! {
    /// Why a row is passed over.
    pub enum SkipReason {
        Blank => "blank", "空行";
        Total => "total", "小计、合计";
        Footer => "footer", "填报人、说明";
        Heading => "heading", "重复的表头";
        Section => "section", "分组标题";
    }
}

/// A row below the head, blanks and 同上 filled from above.
#[derive(Debug, Clone)]
pub struct Line {
    /// Zero-based row of the sheet.
    pub row: usize,
    /// One cell for each column of the mapping.
    pub cells: Vec<Cell>,
    /// Why it is passed over; None for work.
    pub skip: Option<SkipReason>,
}

/// How many rows are passed over for a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Skipped {
    pub reason: SkipReason,
    pub rows: u32,
}

/// All rows below the head.
pub fn lines(sheet: &Sheet, head: &Head, columns: &[Column]) -> Vec<Line> {
    let mut above: Vec<Cell> = Vec::new();
    (head.last + 1..sheet.rows.len())
        .map(|row| {
            let mut cells: Vec<Cell> = (0..columns.len()).map(|column| sheet.cell(row, column).clone()).collect();
            let skip = skip_reason(&sheet.rows[row], columns, head);
            if skip.is_none() {
                fill_down(&mut cells, &above, columns);
                above.clone_from(&cells);
            }
            Line { row, cells, skip }
        })
        .collect()
}

/// 同上 takes the value above in any column; a blank does so for the enterprise, and for the project while the
/// enterprise stays the same.
fn fill_down(cells: &mut [Cell], above: &[Cell], columns: &[Column]) {
    if above.is_empty() {
        return;
    }
    let mut same_enterprise = true;
    for (index, column) in columns.iter().enumerate() {
        if is_ditto(&cells[index]) {
            cells[index] = above[index].clone();
        } else if *column == Column::Enterprise {
            if cells[index].is_blank() {
                cells[index] = above[index].clone();
            }
            same_enterprise = cells[index] == above[index];
        }
    }
    for (index, _) in columns.iter().enumerate().filter(|(_, column)| **column == Column::Project) {
        if cells[index].is_blank() && same_enterprise {
            cells[index] = above[index].clone();
        }
    }
}

fn is_ditto(cell: &Cell) -> bool {
    matches!(compact(&cell.text()).as_str(), "同上" | "〃" | "″" | "\"" | "''" | "''." | "如上" | "同前")
}

fn skip_reason(row: &[Cell], columns: &[Column], head: &Head) -> Option<SkipReason> {
    let mut texts: Vec<String> = Vec::new();
    for cell in row.iter().filter(|cell| !cell.is_blank()) {
        let text = compact(&cell.text());
        if texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    let Some(first) = texts.first() else { return Some(SkipReason::Blank) };
    if is_total(first) || texts.len() < columns.len() && texts.iter().any(|text| is_total_word(text)) {
        return Some(SkipReason::Total);
    }
    if texts.len() <= 3 && is_footer(first) {
        return Some(SkipReason::Footer);
    }
    let same = |(cell, label): (&Cell, &String)| {
        !cell.is_blank() && normalise_heading(&cell.text()) == normalise_heading(label)
    };
    if texts.len() >= 2 && row.iter().zip(&head.labels).filter(|pair| same(*pair)).count() * 2 > texts.len() {
        return Some(SkipReason::Heading);
    }
    // One text alone that is no task, project or enterprise is the name of a group or a remark; merged over the
    // whole width it is so wherever it stands.
    let stands_in = |column: Column| columns.iter().zip(row).any(|(c, cell)| *c == column && !cell.is_blank());
    let work = [Column::Task, Column::Measure, Column::Project, Column::Enterprise];
    let merged = row.iter().filter(|cell| !cell.is_blank()).count() > 2;
    if texts.len() == 1 && (merged || !work.into_iter().any(stands_in)) {
        return Some(if is_footer(first) { SkipReason::Footer } else { SkipReason::Section });
    }
    // 栏次: 1 2 3 4 … under the head.
    let counts = texts.len() > 3 && texts.iter().enumerate().all(|(index, text)| *text == (index + 1).to_string());
    counts.then_some(SkipReason::Heading)
}

/// 小计, 合计：, 共300项, 本页合计.
fn is_total(text: &str) -> bool {
    let text = text.trim_start_matches("本页").trim_start_matches("本表");
    let counted = text.strip_prefix('共').is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.ends_with(['项', '个', '家', '户', '条', '件'])
    });
    counted
        || is_total_word(text)
        || ["小计:", "合计:", "总计:", "小计(", "合计(", "总计("].iter().any(|w| text.starts_with(w))
}

fn is_total_word(text: &str) -> bool {
    matches!(text, "小计" | "合计" | "总计" | "共计" | "累计" | "汇总" | "总合计")
}

fn is_footer(text: &str) -> bool {
    const WORDS: [&str; 17] = [
        "填报人",
        "填表人",
        "制表人",
        "审核人",
        "审签人",
        "签发人",
        "填报单位",
        "报送单位",
        "填报时间",
        "填表说明",
        "填报说明",
        "说明:",
        "备注:",
        "注:",
        "联系人:",
        "联系电话:",
        "注意:",
    ];
    WORDS.iter().any(|word| text.starts_with(word))
}

/// A title without its number: “1.开展…” “（一）开展…” “①开展…” → “开展…”. A number that belongs to the words
/// (5G基站, 3.5亿元) stays.
pub fn without_number(text: &str) -> &str {
    let text = text.trim();
    let opened = text.strip_prefix(['（', '(']);
    let body = opened.unwrap_or(text);
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let rest = match body.strip_prefix(|c| ('①'..='⑳').contains(&c)) {
        Some(rest) => Some(rest),
        None => {
            let rest = body.trim_start_matches(is_digit);
            let digits = body[..body.len() - rest.len()].chars().count();
            let marks: &[char] = if opened.is_some() { &['）', ')'] } else { &['.', '．', '、', '）', ')', ' '] };
            let after = rest.strip_prefix(marks).filter(|_| (1..=3).contains(&digits));
            // 3.5亿元 is no number of a list.
            after.filter(|after| !(rest.starts_with('.') && after.starts_with(|c: char| c.is_ascii_digit())))
        }
    };
    let rest = rest.unwrap_or(text).trim_start_matches(['、', '.', ' ']).trim_start();
    if rest.is_empty() { text } else { rest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledgers::columns::guess_all;
    use crate::ledgers::header::find;
    use crate::ledgers::read::read;
    use crate::progress::Unwatched;

    fn lines_of(csv: &str) -> Vec<Line> {
        let sheet = read("台账.csv", csv.as_bytes(), &Unwatched).expect("readable").sheets.remove(0);
        let head = find(&sheet).expect("a head");
        let columns: Vec<Column> = guess_all(&head).into_iter().map(|guess| guess.column).collect();
        lines(&sheet, &head, &columns)
    }

    #[test]
    fn rows_that_are_no_work_are_passed_over_with_the_reason() {
        use SkipReason::*;
        let lines = lines_of(
            "序号,企业,项目,任务,牵头单位\n一、智能装备产业,,,,\n1,青岛示例甲公司,甲项目,1.对接授信,市科技局\n,,,,\n小计,,,本页任务共1项,\n\
             序号,企业,项目,任务,牵头单位\n2,青岛示例乙公司,乙项目,1.办理环评,市科技局\n合 计,,,共2项,\n,,共2项,,\n填报人：示例甲,,审核人：示例乙,,\n\
             备注：本表每月25日前报送,,,,\n",
        );
        let reasons: Vec<Option<SkipReason>> = lines.iter().map(|line| line.skip).collect();
        let expected = [
            Some(Section),
            None,
            Some(Blank),
            Some(Total),
            Some(Heading),
            None,
            Some(Total),
            Some(Total),
            Some(Footer),
            Some(Footer),
        ];
        assert_eq!(reasons, expected);
    }

    #[test]
    fn blanks_and_ditto_marks_take_what_stands_above() {
        let lines = lines_of(
            "企业,项目,任务,牵头单位\n青岛示例甲公司,甲项目,对接授信,市科技局\n,,办理环评,同上\n同上,〃,供电增容,市工信局\n青岛示例乙公司,,招工,市人社局\n",
        );
        let text = |line: usize, column: usize| lines[line].cells[column].text().into_owned();
        assert_eq!((text(1, 0), text(1, 1), text(1, 3)), ("青岛示例甲公司".into(), "甲项目".into(), "市科技局".into()));
        assert_eq!((text(2, 0), text(2, 1)), ("青岛示例甲公司".into(), "甲项目".into()));
        assert_eq!(text(3, 1), "", "another enterprise does not take over the project");
    }

    #[test]
    fn titles_lose_their_number_and_nothing_else() {
        for (typed, title) in [
            ("1.开展知识产权预审", "开展知识产权预审"),
            ("12、对接", "对接"),
            ("（一）对接", "对接"),
            ("(2)对接", "对接"),
            ("（3)对接", "对接"),
            ("①对接", "对接"),
            ("3）对接", "对接"),
            ("二、对接", "对接"),
            ("5G基站建设", "5G基站建设"),
            ("3.5亿元授信对接", "3.5亿元授信对接"),
            ("2021年完成备案", "2021年完成备案"),
            ("（重点）对接", "（重点）对接"),
            ("1.", "1."),
            ("", ""),
        ] {
            assert_eq!(without_number(typed), title, "{typed}");
        }
    }
}
