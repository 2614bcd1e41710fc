//! A list as a sheet of Excel: title, what was filtered and how it stands, head, rows. Rows go to disk one by one, so that
//! 100,000 of them need no more memory than ten.

use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use crate::error::{Error, Result};
use crate::files::write_through;
use crate::texts::sheets as texts;

/// A value as a sheet shows it: dates are dates, numbers numbers.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'r> {
    Nothing,
    Text(&'r str),
    Made(String),
    Number(i64),
    /// 0–100.
    Percent(i64),
    Day(NaiveDate),
}

impl<'r> From<&'r String> for Value<'r> {
    fn from(text: &'r String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<NaiveDate>> for Value<'_> {
    fn from(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Nothing, Self::Day)
    }
}

/// How a column looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Text,
    Number,
    Percent,
    Day,
}

/// A column of a list of `R`.
pub struct Column<R: 'static> {
    /// By which it is chosen; the window's own lists call it the same.
    pub key: &'static str,
    pub title: &'static str,
    /// In characters.
    pub width: f64,
    pub look: Look,
    pub value: for<'r> fn(&'r R) -> Value<'r>,
}

impl<R> Column<R> {
    /// A column of texts.
    pub const fn text(
        key: &'static str,
        title: &'static str,
        width: f64,
        value: for<'r> fn(&'r R) -> Value<'r>,
    ) -> Self {
        Self { key, title, width, look: Look::Text, value }
    }

    /// A column of whole numbers.
    pub const fn number(key: &'static str, title: &'static str, value: for<'r> fn(&'r R) -> Value<'r>) -> Self {
        Self { key, title, width: 9.0, look: Look::Number, value }
    }

    /// A column of percentages.
    pub const fn percent(key: &'static str, title: &'static str, value: for<'r> fn(&'r R) -> Value<'r>) -> Self {
        Self { key, title, width: 9.0, look: Look::Percent, value }
    }

    /// A column of days; what is no day stands there as text.
    pub const fn day(key: &'static str, title: &'static str, value: for<'r> fn(&'r R) -> Value<'r>) -> Self {
        Self { key, title, width: 12.0, look: Look::Day, value }
    }
}

/// What stands above the head, and in the properties of the file.
pub struct Heading<'t> {
    pub title: &'t str,
    pub remark: &'t str,
    pub made_at: DateTime<Utc>,
}

/// The first row below title and remark.
const HEAD_ROW: u32 = 2;

/// A list being written.
pub struct ListSheet<'c, R: 'static> {
    book: Workbook,
    sheet: Worksheet,
    columns: Vec<&'c Column<R>>,
    rows: u32,
}

/// The properties of a file that goes out: what it is and when it was made; no name of a person, a program's path or a
/// computer.
pub fn properties(title: &str, made_at: DateTime<Utc>) -> DocProperties {
    let made_at = ExcelDateTime::from_timestamp(made_at.timestamp()).unwrap_or_default();
    DocProperties::new().set_title(title).set_creation_datetime(&made_at)
}

/// A4 on its side, as wide as the page, the head on each page, numbered.
pub fn set_up_page(sheet: &mut Worksheet, head_row: u32) -> std::result::Result<(), XlsxError> {
    const A4: u8 = 9;
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    sheet.set_footer(texts::FOOTER).set_repeat_rows(head_row, head_row)?;
    Ok(())
}

/// The looks of a head.
pub fn head_format() -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_background_color(0xEE_F1F5)
}

/// The looks of cells of a kind, without lines: those of a list are printed as its grid, so that a column has one look from
/// end to end and its cells need none of their own.
pub fn cell_format(look: Look) -> Format {
    let cell = Format::new().set_align(FormatAlign::VerticalCenter);
    match look {
        Look::Text => cell.set_text_wrap(),
        Look::Number => cell.set_num_format("0").set_align(FormatAlign::Right),
        Look::Percent => cell.set_num_format("0%").set_align(FormatAlign::Right),
        Look::Day => cell.set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center),
    }
}

impl<'c, R> ListSheet<'c, R> {
    /// Begins a sheet with its head. `columns` are shown from the left, behind 序号.
    pub fn begin(heading: &Heading<'_>, columns: Vec<&'c Column<R>>) -> Result<Self> {
        let mut book = Workbook::new();
        book.set_properties(&properties(heading.title, heading.made_at));
        let mut sheet = book.new_worksheet_with_constant_memory().map_err(Error::internal)?;
        Self::head(&mut sheet, heading, &columns).map_err(Error::internal)?;
        Ok(Self { book, sheet, columns, rows: 0 })
    }

    fn head(
        sheet: &mut Worksheet,
        heading: &Heading<'_>,
        columns: &[&Column<R>],
    ) -> std::result::Result<(), XlsxError> {
        sheet.set_name(super::assignment::sheet_name(heading.title))?;
        // The cells have the looks of their column; only what stands out carries its own.
        sheet.set_column_width(0, 6)?.set_column_format(0, &cell_format(Look::Number))?;
        for (at, column) in (1..).zip(columns) {
            sheet.set_column_width(at, column.width)?.set_column_format(at, &cell_format(column.look))?;
        }
        let plain = Format::new();
        sheet.write_with_format(0, 0, heading.title, &plain.clone().set_bold().set_font_size(14))?;
        sheet.write_with_format(1, 0, heading.remark, &plain.set_font_color(0x5B_6573))?;
        let head = head_format();
        sheet.write_with_format(HEAD_ROW, 0, texts::NUMBER, &head)?;
        for (at, column) in (1..).zip(columns) {
            sheet.write_with_format(HEAD_ROW, at, column.title, &head)?;
        }
        sheet.set_freeze_panes(HEAD_ROW + 1, 2)?;
        sheet.set_print_gridlines(true);
        set_up_page(sheet, HEAD_ROW)
    }

    /// Writes a row.
    pub fn row(&mut self, row: &R) -> Result<()> {
        self.rows += 1;
        let at = HEAD_ROW + self.rows;
        self.cells(at, row).map_err(|error| match error {
            XlsxError::RowColumnLimitError => Error::invalid(texts::too_many_rows()),
            error => Error::internal(error),
        })
    }

    fn cells(&mut self, at: u32, row: &R) -> std::result::Result<(), XlsxError> {
        let lines =
            self.columns.iter().filter(|column| column.look == Look::Text).map(|column| match (column.value)(row) {
                Value::Text(text) => lines_in(text, column.width),
                Value::Made(text) => lines_in(&text, column.width),
                _ => 1,
            });
        if let Some(lines) = lines.max().filter(|lines| *lines > 1) {
            self.sheet.set_row_height(at, row_height(lines))?;
        }
        self.sheet.write_number(at, 0, self.rows)?;
        for (place, column) in (1..).zip(&self.columns) {
            match (column.value)(row) {
                Value::Nothing => {}
                Value::Text(text) => write_text(&mut self.sheet, at, place, text)?,
                Value::Made(text) => write_text(&mut self.sheet, at, place, &text)?,
                Value::Number(number) => self.sheet.write_number(at, place, number as f64).map(drop)?,
                Value::Percent(percent) => self.sheet.write_number(at, place, percent as f64 / 100.0).map(drop)?,
                Value::Day(day) => self.sheet.write_number(at, place, serial(day)).map(drop)?,
            }
        }
        Ok(())
    }

    /// Puts the file in its place; an existing one is replaced. Answers how many rows it has.
    pub fn finish(mut self, path: &Path) -> Result<u32> {
        let last = HEAD_ROW + self.rows.max(1);
        self.sheet.autofilter(HEAD_ROW, 0, last, self.columns.len() as u16).map_err(Error::internal)?;
        self.book.push_worksheet(self.sheet);
        let mut book = self.book;
        write_through(path, |file| book.save_to_writer(file).map_err(std::io::Error::other))?;
        Ok(self.rows)
    }
}

/// The day as Excel counts it.
pub fn serial(day: NaiveDate) -> f64 {
    let origin = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    day.signed_duration_since(origin).num_days() as f64
}

/// How many lines a text takes in a column so many characters wide; a Chinese character is as wide as two others.
pub fn lines_in(text: &str, width: f64) -> u32 {
    let most = (width as u32).max(2);
    let wide = |line: &str| line.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<u32>();
    text.split('\n').map(|line| wide(line).div_ceil(most).max(1)).sum()
}

/// The height of a row with so many lines, for programs that do not find it themselves; at most half a page.
pub fn row_height(lines: u32) -> u32 {
    3 + 15 * lines.clamp(1, 16)
}

/// A text, cut where a cell ends: Excel takes 32,767 characters (of UTF-16).
pub fn write_text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> std::result::Result<(), XlsxError> {
    sheet.write_string(row, column, fitting(text)).map(drop)
}

/// As much of a text as a cell takes.
pub fn fitting(text: &str) -> &str {
    const MOST: usize = 32_767;
    if text.len() <= MOST {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MOST
    });
    end.map_or(text, |(at, _)| &text[..at])
}
