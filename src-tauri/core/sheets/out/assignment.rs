//! The 责任分工表 of one or several units as a workbook that is filled in and comes back: what the unit fills in is open and
//! tinted, the rest locked (without a password: it keeps slips away, not people), dates are dates, what is asked for in a
//! few words is picked from a list, each row carries its identity where nobody sees it.

use chrono::{DateTime, NaiveDate, Utc};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, Format, FormatAlign, FormatBorder, ProtectionOptions,
    Workbook, Worksheet, XlsxError,
};

use super::list::{fitting, head_format, lines_in, properties, row_height, serial, set_up_page};
use crate::partial_date::{PartialDate, Precision};
use crate::sheets::assigned::Assigned;
use crate::sheets::columns::SheetColumn;
use crate::sheets::mark::{self, MarkedSheet};
use crate::texts::sheets as texts;

/// The sheet of one unit.
pub struct UnitSheet {
    pub marked: MarkedSheet,
    pub unit: String,
    pub tasks: Vec<Assigned>,
}

/// What stands above the tables.
pub struct Heading<'t> {
    pub title: &'t str,
    pub sent_on: NaiveDate,
    pub due: Option<NaiveDate>,
    pub made_at: DateTime<Utc>,
}

const HEAD_ROW: u32 = 2;
/// Rows at the end for what a unit wants to add.
const SPARE_ROWS: u32 = 3;

type Written = Result<(), XlsxError>;

/// The workbook's bytes.
pub fn bytes(heading: &Heading<'_>, units: &[UnitSheet]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&properties(heading.title, heading.made_at));
    let looks = Looks::new();
    for unit in units {
        unit_sheet(book.add_worksheet(), heading, unit, &looks)?;
    }
    let marked: Vec<MarkedSheet> = units.iter().map(|unit| unit.marked.clone()).collect();
    let tasks: Vec<&Assigned> = units.iter().flat_map(|unit| &unit.tasks).collect();
    let hidden = book.add_worksheet();
    hidden.set_name(mark::NAME)?.set_very_hidden(true);
    for (row, line) in (0..).zip(mark::lines(heading.sent_on, &marked, &tasks)) {
        for (column, text) in (0..).zip(line).filter(|(_, text)| !text.is_empty()) {
            hidden.write_string(row, column, fitting(&text))?;
        }
    }
    book.save_to_buffer()
}

/// The looks of the cells, locked and open.
struct Looks {
    title: Format,
    remark: Format,
    head: Format,
    asked: Format,
    text: Format,
    centred: Format,
    date: Format,
    open: Format,
    open_centred: Format,
    open_percent: Format,
    open_date: Format,
}

impl Looks {
    fn new() -> Self {
        const TINT: u32 = 0xFF_F8E1;
        let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let open = cell.clone().set_unlocked().set_background_color(TINT);
        let centred = |format: &Format| format.clone().set_align(FormatAlign::Center);
        let date = |format: &Format| centred(format).set_num_format("yyyy-mm-dd");
        Self {
            title: Format::new().set_bold().set_font_size(16).set_align(FormatAlign::Center),
            remark: Format::new().set_font_color(0x5B_6573).set_text_wrap().set_align(FormatAlign::VerticalCenter),
            head: head_format(),
            asked: head_format().set_background_color(0xFF_E9A8),
            centred: centred(&cell),
            date: date(&cell),
            text: cell,
            open_centred: centred(&open),
            open_percent: centred(&open).set_num_format("0%"),
            open_date: date(&open),
            open,
        }
    }

    fn of(&self, column: SheetColumn, spare: bool) -> &Format {
        match column {
            SheetColumn::Number | SheetColumn::Id => &self.centred,
            SheetColumn::Percent => &self.open_percent,
            SheetColumn::Persons | SheetColumn::Coordination => &self.open_centred,
            SheetColumn::Due if spare => &self.open_date,
            SheetColumn::Due => &self.date,
            column if spare || column.is_filled_in() => &self.open,
            SheetColumn::Lead => &self.centred,
            _ => &self.text,
        }
    }
}

fn columns() -> impl Iterator<Item = (u16, SheetColumn)> {
    (0..).zip(SheetColumn::ALL.iter().copied())
}

fn unit_sheet(sheet: &mut Worksheet, heading: &Heading<'_>, unit: &UnitSheet, looks: &Looks) -> Written {
    sheet.set_name(unit.marked.name.as_str())?;
    let last = SheetColumn::ALL.len() as u16 - 1;
    for (at, column) in columns() {
        sheet.set_column_width(at, column.width())?;
        let head = if column.is_filled_in() { &looks.asked } else { &looks.head };
        sheet.write_with_format(HEAD_ROW, at, column.label(), head)?;
    }
    let title = texts::unit_title(heading.title, &unit.unit);
    sheet.merge_range(0, 0, 0, last - 1, &title, &looks.title)?.set_row_height(0, 28)?;
    let remark = texts::how_to_fill(heading.sent_on, heading.due);
    sheet.merge_range(1, 0, 1, last - 1, &remark, &looks.remark)?.set_row_height(1, 30)?;
    sheet.set_row_height(HEAD_ROW, 32)?;
    let first = HEAD_ROW + 1;
    for (row, (number, task)) in (first..).zip((1..).zip(&unit.tasks)) {
        let texts = columns().filter(|(_, column)| *column != SheetColumn::Id);
        let lines = texts.map(|(_, column)| match content(task, column, number) {
            Content::Text(text) => lines_in(&text, column.width()),
            _ => 1,
        });
        sheet.set_row_height(row, row_height(lines.max().unwrap_or(1)))?;
        for (at, column) in columns() {
            cell(sheet, row, at, looks.of(column, false), &content(task, column, number))?;
        }
    }
    let end = first + unit.tasks.len() as u32;
    for row in end..end + SPARE_ROWS {
        for (at, column) in columns() {
            sheet.write_blank(row, at, looks.of(column, true))?;
        }
    }
    sheet.set_column_hidden(last)?;
    sheet.set_freeze_panes(first, 3)?;
    sheet.autofilter(HEAD_ROW, 0, end + SPARE_ROWS - 1, last - 1)?;
    choices(sheet, first, end + SPARE_ROWS - 1)?;
    sheet.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        insert_rows: true,
        delete_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    });
    set_up_page(sheet, HEAD_ROW)
}

/// What a cell holds.
enum Content {
    Nothing,
    Text(String),
    Number(f64),
}

fn content(task: &Assigned, column: SheetColumn, number: usize) -> Content {
    match column {
        SheetColumn::Number => Content::Number(number as f64),
        SheetColumn::Owner if task.sample => Content::Text(texts::marked_sample(&task.owner)),
        SheetColumn::Due => match task.due {
            None => Content::Nothing,
            Some(PartialDate { date: Some(day), precision: Precision::Day }) => Content::Number(serial(day)),
            Some(due) => Content::Text(due.prose()),
        },
        SheetColumn::Percent => {
            task.percent.map_or(Content::Nothing, |percent| Content::Number(percent as f64 / 100.0))
        }
        column => Content::Text(task.said(column)),
    }
}

fn cell(sheet: &mut Worksheet, row: u32, at: u16, look: &Format, content: &Content) -> Written {
    match content {
        Content::Text(text) if !text.is_empty() => sheet.write_string_with_format(row, at, fitting(text), look)?,
        Content::Number(number) => sheet.write_number_with_format(row, at, *number, look)?,
        _ => sheet.write_blank(row, at, look)?,
    };
    Ok(())
}

/// What is picked or held within bounds. A percent may also be said in words (已完成): that is warned of, not refused.
fn choices(sheet: &mut Worksheet, first: u32, last: u32) -> Written {
    for (at, column) in columns() {
        let rule = match column {
            SheetColumn::Percent => DataValidation::new()
                .allow_decimal_number(DataValidationRule::Between(0.0, 1.0))
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_input_message(texts::PERCENT_HINT)?
                .set_error_message(texts::PERCENT_HINT)?,
            SheetColumn::Coordination => DataValidation::new()
                .allow_list_strings(&[texts::YES, texts::NO])?
                .set_error_style(DataValidationErrorStyle::Warning)
                .set_error_message(texts::COORDINATION_HINT)?,
            _ => continue,
        };
        sheet.add_data_validation(first, at, last, at, &rule)?;
    }
    Ok(())
}

/// A name Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, no apostrophe at an end.
pub fn sheet_name(name: &str) -> String {
    let clean: String = name.chars().filter(|c| !c.is_control() && !"[]:*?/\\".contains(*c)).take(31).collect();
    match clean.trim().trim_matches('\'') {
        "" => texts::SHEET.to_owned(),
        name => name.to_owned(),
    }
}

/// As [`sheet_name`], and different from those there are: Excel does not tell capitals apart.
pub fn new_sheet_name(name: &str, taken: &[String]) -> String {
    let first = sheet_name(name);
    let is_taken = |name: &String| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let numbered = (2..).map(|number| {
        let short: String = first.chars().take(25).collect();
        format!("{short}（{number}）")
    });
    std::iter::once(first.clone()).chain(numbered).find(|name| !is_taken(name)).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sheets_are_taken_by_excel() {
        assert_eq!(sheet_name("市/区[联合]办"), "市区联合办");
        assert_eq!(sheet_name("'"), texts::SHEET);
        assert_eq!(sheet_name(&"长".repeat(40)).chars().count(), 31);
        let taken = vec!["A局".to_owned(), "a局（2）".to_owned()];
        assert_eq!(new_sheet_name("a局", &taken), "a局（3）");
        assert_eq!(new_sheet_name("b局", &taken), "b局");
    }
}
