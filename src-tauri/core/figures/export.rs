//! Figures to Excel: every figure with numerator, denominator, 口径 and day, so that a number never travels alone.

use std::path::Path;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::error::{Code, Error, Result};
use crate::figures::breakdown::Breakdowns;
use crate::figures::name::FigureKind;
use crate::figures::value::{FigureSet, FigureValue};
use crate::storage::open::file_name;
use crate::texts;
use crate::texts::figures::{self as words, sheet};

/// Writes figures as a workbook of Excel; an existing file is replaced.
pub fn write(path: &Path, title: &str, figures: &FigureSet) -> Result<()> {
    let bytes = bytes(title, figures).map_err(Error::internal)?;
    std::fs::write(path, bytes)
        .map_err(|error| Error::new(Code::Disk, texts::cannot_write(&file_name(path))).because(error))
}

struct Looks {
    title: Format,
    head: Format,
    text: Format,
    number: Format,
}

fn bytes(title: &str, figures: &FigureSet) -> std::result::Result<Vec<u8>, XlsxError> {
    let cell = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
    let looks = Looks {
        title: Format::new().set_bold().set_font_size(14),
        head: cell().set_bold().set_align(FormatAlign::Center).set_background_color(0xEE_F1F5),
        text: cell().set_text_wrap(),
        number: cell().set_align(FormatAlign::Right),
    };
    let mut book = Workbook::new();
    main_sheet(book.add_worksheet(), title, figures, &looks)?;
    stated_sheet(book.add_worksheet(), figures, &looks)?;
    if let Some(spread) = &figures.breakdowns {
        spread_sheet(book.add_worksheet(), spread, &looks)?;
        trend_sheet(book.add_worksheet(), spread, &looks)?;
    }
    book.save_to_buffer()
}

type Written = std::result::Result<(), XlsxError>;

fn head(sheet: &mut Worksheet, row: u32, words: &[&str], widths: &[f64], looks: &Looks) -> Written {
    for (at, word) in words.iter().enumerate() {
        sheet.write_with_format(row, at as u16, *word, &looks.head)?;
        sheet.set_column_width(at as u16, widths.get(at).copied().unwrap_or(12.0))?;
    }
    sheet.set_freeze_panes(row + 1, 0)?;
    Ok(())
}

fn main_sheet(sheet: &mut Worksheet, title: &str, figures: &FigureSet, looks: &Looks) -> Written {
    sheet.set_name(sheet::FIGURES)?;
    let day = figures.as_of.to_string();
    sheet.write_with_format(0, 0, sheet::title(title, &day, figures.definition_version), &looks.title)?;
    sheet.write(1, 0, figures.prose.as_str())?;
    head(sheet, 2, &sheet::FIGURE_HEAD, &[22.0, 26.0, 10.0, 10.0, 10.0, 26.0, 56.0, 12.0], looks)?;
    for (row, figure) in (3..).zip(&figures.figures) {
        sheet.write_with_format(row, 0, figure.title.as_str(), &looks.text)?;
        match figure.kind {
            FigureKind::Count => sheet.write_with_format(row, 1, figure.numerator as f64, &looks.number)?,
            _ => sheet.write_with_format(row, 1, figure.text.as_str(), &looks.number)?,
        };
        sheet.write_with_format(row, 2, figure.unit.as_str(), &looks.text)?;
        let (numerator, denominator) = printed_parts(figure);
        for (column, part) in [(3, numerator), (4, denominator)] {
            match part {
                Some(part) => sheet.write_with_format(row, column, part as f64, &looks.number)?,
                None => sheet.write_with_format(row, column, "", &looks.number)?,
            };
        }
        sheet.write_with_format(row, 5, figure.remark.as_str(), &looks.text)?;
        sheet.write_with_format(row, 6, figure.definition.as_str(), &looks.text)?;
        sheet.write_with_format(row, 7, day.as_str(), &looks.text)?;
    }
    Ok(())
}

/// Numerator and denominator of rates and averages.
fn printed_parts(figure: &FigureValue) -> (Option<i64>, Option<i64>) {
    match figure.kind {
        FigureKind::Rate | FigureKind::Average => (Some(figure.numerator), figure.denominator),
        _ => (None, None),
    }
}

fn stated_sheet(sheet: &mut Worksheet, figures: &FigureSet, looks: &Looks) -> Written {
    sheet.set_name(sheet::STATED)?;
    sheet.write(0, 0, sheet::STATED_NOTE)?;
    head(sheet, 1, &sheet::STATED_HEAD, &[24.0, 18.0, 40.0, 12.0, 40.0], looks)?;
    for (row, one) in (2..).zip(&figures.stated) {
        let day = one.as_of.map(|day| day.to_string()).unwrap_or_default();
        for (column, text) in (0..).zip([&one.name, &one.text, &one.scope, &day, &one.source]) {
            sheet.write_with_format(row, column, text.as_str(), &looks.text)?;
        }
    }
    Ok(())
}

fn spread_sheet(sheet: &mut Worksheet, spread: &Breakdowns, looks: &Looks) -> Written {
    sheet.set_name(sheet::SPREAD)?;
    head(sheet, 0, &sheet::SPREAD_HEAD, &[22.0, 28.0, 10.0, 22.0, 12.0, 12.0], looks)?;
    let mut lines: Vec<(&str, String, Vec<i64>)> = Vec::new();
    lines.extend(spread.stages.iter().map(|one| (sheet::STAGES, one.label.clone(), vec![one.count])));
    for (what, shares) in [(sheet::DISTRICTS, &spread.districts), (sheet::INDUSTRIES, &spread.industries)] {
        lines.extend(shares.iter().map(|one| (what, one.label.clone(), vec![one.library, one.landed])));
    }
    let unit = |one: &crate::figures::breakdown::DepartmentShare| vec![one.total, one.closed, one.open, one.overdue];
    lines.extend(spread.departments.iter().map(|one| (sheet::DEPARTMENTS, one.label.clone(), unit(one))));
    lines.extend(spread.outcomes.iter().map(|one| {
        (
            sheet::OUTCOMES,
            format!("{} {} {}", one.label, one.certainty_label, one.text).replace("  ", " "),
            vec![one.count],
        )
    }));
    for (row, (what, label, numbers)) in (1..).zip(lines) {
        sheet.write_with_format(row, 0, what, &looks.text)?;
        sheet.write_with_format(row, 1, label, &looks.text)?;
        for (column, number) in (2..).zip(numbers) {
            sheet.write_with_format(row, column, number as f64, &looks.number)?;
        }
    }
    Ok(())
}

fn trend_sheet(sheet: &mut Worksheet, spread: &Breakdowns, looks: &Looks) -> Written {
    sheet.set_name(sheet::TREND)?;
    head(sheet, 0, &sheet::TREND_HEAD, &[12.0, 14.0, 14.0, 12.0], looks)?;
    for (row, point) in (1..).zip(&spread.trend) {
        sheet.write_with_format(row, 0, point.month.as_str(), &looks.text)?;
        sheet.write_with_format(row, 1, point.library as f64, &looks.number)?;
        sheet.write_with_format(row, 2, point.landed as f64, &looks.number)?;
        let rate = point.tenths.map_or_else(|| texts::values::NOTHING.to_owned(), words::rate);
        sheet.write_with_format(row, 3, rate, &looks.number)?;
    }
    Ok(())
}
