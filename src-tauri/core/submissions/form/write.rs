//! The blank form: in Word one project on a page or two, in Excel a line a project with lists to choose from.

use minijinja::{Value, context};
use rust_xlsxwriter::{DataValidation, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::FormField;
use crate::error::{Error, Result};
use crate::texts;

/// Lines made ready in the Excel form.
const ROWS: u32 = 200;

/// What the form for one project says; `batch` is filled in.
pub fn values(batch: &str) -> Value {
    let line = |field: &FormField| {
        let filled = match field {
            // Room to write by hand: empty lines.
            FormField::Summary => "\n\n\n\n\n\n",
            FormField::Demands => "\n\n\n",
            FormField::Batch => batch.trim(),
            _ => "",
        };
        context! { 名称 => field.label(), 内容 => filled, 说明 => field.hint() }
    };
    context! { 项 => FormField::ALL.iter().map(line).collect::<Vec<Value>>() }
}

/// The form for many projects as the bytes of a .xlsx; `batch` stands in every line.
pub fn excel_form(batch: &str) -> Result<Vec<u8>> {
    let mut book = Workbook::new();
    let written = lines(book.add_worksheet(), batch.trim())
        .and_then(|()| how(book.add_worksheet()))
        .and_then(|()| book.save_to_buffer());
    written.map_err(Error::internal)
}

type Written = std::result::Result<(), XlsxError>;

fn lines(sheet: &mut Worksheet, batch: &str) -> Written {
    let cell = || Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter).set_text_wrap();
    let head = cell().set_bold().set_align(FormatAlign::Center).set_background_color(0xEE_F1F5);
    // Text, so that 18 digits stay 18 digits.
    let text = cell().set_num_format("@");
    let last = FormField::ALL.len() as u16 - 1;
    sheet.set_name(texts::form_sheet())?;
    sheet.merge_range(
        0,
        0,
        0,
        last,
        texts::form_list_title(),
        &Format::new()
            .set_bold()
            .set_font_size(16)
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter),
    )?;
    sheet.merge_range(
        1,
        0,
        1,
        last,
        texts::form_excel_how(),
        &Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter),
    )?;
    sheet.set_row_height(0, 30)?;
    sheet.set_row_height(1, 32)?;
    sheet.set_row_height(2, 32)?;
    for (column, field) in (0..).zip(FormField::ALL) {
        sheet.write_with_format(2, column, field.label(), &head)?;
        let width = match field {
            FormField::Summary | FormField::Demands => 40.0,
            FormField::Title | FormField::Enterprise | FormField::Address => 28.0,
            FormField::Uscc => 21.0,
            _ => 14.0,
        };
        sheet.set_column_width(column, width)?;
        for row in 3..3 + ROWS {
            let value = if *field == FormField::Batch { batch } else { "" };
            sheet.write_with_format(row, column, value, &text)?;
        }
        let choices = field.choices();
        if !choices.is_empty() {
            let rule = DataValidation::new().allow_list_strings(&choices)?.ignore_blank(true);
            // Other words may be typed: reading is the program's business.
            sheet.add_data_validation(
                3,
                column,
                2 + ROWS,
                column,
                &rule.set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Information),
            )?;
        }
    }
    sheet.set_freeze_panes(3, 2)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 2)?;
    Ok(())
}

fn how(sheet: &mut Worksheet) -> Written {
    sheet.set_name(texts::form_how_sheet())?;
    let bold = Format::new().set_bold();
    sheet.write_with_format(0, 0, texts::form_head_field(), &bold)?;
    sheet.write_with_format(0, 1, texts::form_head_hint(), &bold)?;
    sheet.set_column_width(0, 22)?;
    sheet.set_column_width(1, 90)?;
    for (row, field) in (1..).zip(FormField::ALL) {
        // Not the label alone: this sheet is no form.
        sheet.write(row, 0, texts::form_column(field.label()))?;
        sheet.write(row, 1, field.hint())?;
    }
    Ok(())
}
