//! 签到表 and 席卡 of a session as one Excel file that prints as it is: those who declined are left out.

use std::path::Path;

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::error::{Code, Error, Result};
use crate::sessions::status::Attendance;
use crate::storage::open::file_name;
use crate::storage::rows::{Session, SessionGuest};
use crate::texts;
use crate::texts::sessions::papers as words;

/// A4.
const PAPER: u8 = 9;
/// Width of a card on A4 across, in characters of the standard font: the widest one in use still fits the page.
const CARD_WIDTH: f64 = 104.0;
/// Height of a card in points: two of them fill a page.
const CARD_HEIGHT: f64 = 230.0;

/// Writes both sheets; an existing file is replaced. Refuses when nobody is left to write.
pub fn write(path: &Path, session: &Session, guests: &[SessionGuest]) -> Result<()> {
    let coming: Vec<&SessionGuest> = guests.iter().filter(|guest| guest.attendance != Attendance::Declined).collect();
    if coming.is_empty() {
        return Err(Error::invalid(texts::nobody_on_the_list()));
    }
    let bytes = bytes(session, &coming).map_err(Error::internal)?;
    std::fs::write(path, bytes)
        .map_err(|error| Error::new(Code::Disk, texts::cannot_write(&file_name(path))).because(error))
}

type Written<T> = std::result::Result<T, XlsxError>;

fn bytes(session: &Session, guests: &[&SessionGuest]) -> Written<Vec<u8>> {
    let mut book = Workbook::new();
    sign_in(book.add_worksheet(), session, guests)?;
    cards(book.add_worksheet(), guests)?;
    book.save_to_buffer()
}

fn sign_in(sheet: &mut Worksheet, session: &Session, guests: &[&SessionGuest]) -> Written<()> {
    const WIDTHS: [f64; 7] = [5.0, 10.0, 26.0, 10.0, 14.0, 8.0, 14.0];
    let cell = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter).set_text_wrap();
    let head = cell.clone().set_bold().set_align(FormatAlign::Center);
    let title = Format::new().set_bold().set_font_size(18).set_align(FormatAlign::Center).set_text_wrap();
    sheet.set_name(words::SIGN_IN)?.set_paper_size(PAPER).set_print_fit_to_pages(1, 0);
    sheet.merge_range(0, 0, 0, 6, &words::title(&session.theme), &title)?;
    sheet.set_row_height(0, 48)?;
    let held = session.held_on.map(|held_on| texts::held_text(&held_on)).unwrap_or_default();
    let plain = Format::new().set_text_wrap();
    sheet.merge_range(1, 0, 1, 6, &words::when_and_where(&held, &session.starts_at, &session.venue), &plain)?;
    for (at, word) in (0..).zip(words::HEAD) {
        sheet.write_with_format(2, at, word, &head)?;
    }
    for (at, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(at, width)?;
    }
    sheet.set_repeat_rows(2, 2)?;
    for (row, guest) in (3..).zip(guests) {
        sheet.set_row_height(row, 27)?;
        sheet.write_with_format(row, 0, row - 2, &head.clone().unset_bold())?;
        let texts = [guest.kind.label(), &guest.organisation, &guest.name, &guest.post, &guest.seat, ""];
        for (at, text) in (1..).zip(texts) {
            sheet.write_with_format(row, at, text, &cell)?;
        }
    }
    Ok(())
}

/// One card a row: the name, or the unit of somebody who is not known by name yet.
fn cards(sheet: &mut Worksheet, guests: &[&SessionGuest]) -> Written<()> {
    let card = Format::new()
        .set_border(FormatBorder::Dashed)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_bold();
    sheet.set_name(words::CARDS)?.set_paper_size(PAPER).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.4, 0.4, 0.2, 0.2).set_print_center_horizontally(true);
    sheet.set_column_width(0, CARD_WIDTH)?;
    for (row, guest) in (0..).zip(guests) {
        let name = if guest.name.is_empty() { &guest.organisation } else { &guest.name };
        let size = match name.chars().count() {
            0..=4 => 110,
            5..=8 => 72,
            _ => 40,
        };
        sheet.set_row_height(row, CARD_HEIGHT)?;
        sheet.write_with_format(row, 0, words::spaced(name), &card.clone().set_font_size(size))?;
    }
    let breaks: Vec<u32> = (2..guests.len() as u32).step_by(2).take(1000).collect();
    if !breaks.is_empty() {
        sheet.set_page_breaks(&breaks)?;
    }
    Ok(())
}
