//! A spreadsheet file → [`Book`]: plain rows of cells, merged cells resolved, dates as dates.
//!
//! What the file is is told from its content, never from its name. Every file that cannot be read gets a
//! sentence; none may panic or take unbounded memory: the limits below are checked before anything large is
//! built, and the readers of others' formats run behind [`guarded`].

mod ods;
mod package;
mod text;
mod xls;
mod xlsx;

use std::borrow::Cow;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::progress::Watch;
use crate::texts::ledgers as texts;
use crate::{Code, Error, Result};

/// The largest file read, bytes.
const MAX_BYTES: u64 = 256 << 20;
/// The last row read of a sheet; a ledger beyond it is refused.
const MAX_ROWS: usize = 200_000;
/// The last column with content of a sheet.
const MAX_COLUMNS: usize = 1_000;
/// All rows and cells of a book together, merged ones counted in each place they cover.
const MAX_CELLS: usize = 5_000_000;
/// Rows between two looks at the 取消 button.
const STEP: usize = 1_000;

/// A spreadsheet file as read.
#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    /// The file's name, for the window.
    pub name: String,
    /// The visible sheets in their order; at least one.
    pub sheets: Vec<Sheet>,
    /// The sheet called [`KEPT`], which a workbook of this program's own carries, hidden as a rule.
    pub kept: Option<Sheet>,
}

/// The one sheet that is read although it is hidden, and is none of [`Book::sheets`] although it is not.
pub const KEPT: &str = "场务回填标记";

/// One sheet. Row `i` of `rows` is the sheet's row `i + 1`, as Excel numbers it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// The tab's name.
    pub name: String,
    /// Rows down to the last with content, each as long as its last cell with content. The value of a merged
    /// cell stands in each of the cells it covers.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// The cell at zero-based positions; blank beyond the edge.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(&Cell::Blank)
    }

    /// The number of columns of the longest row.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing in it.
    #[default]
    Blank,
    /// Text as typed, blanks around it included. Truth values and formula errors arrive as their text.
    Text(Arc<str>),
    /// A number without a date format; percentages are fractions.
    Number(f64),
    /// A number or text the file marks as a date; the time of day is dropped.
    Date(NaiveDate),
}

impl Cell {
    /// A text cell; blank if there is nothing but white space.
    pub fn from_text(text: &str) -> Self {
        if text.trim().is_empty() { Self::Blank } else { Self::Text(text.into()) }
    }

    /// Whether nothing is in it.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// The content as a person reads it, without blanks around it; dates as `2021-03-31`.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Blank => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text.trim()),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.format("%Y-%m-%d").to_string()),
        }
    }
}

/// The letter Excel shows for a zero-based column: A, B … Z, AA.
pub fn column_letter(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// Reads the file at `path`. Fails with a sentence if it is gone, locked, too large or not a readable
/// spreadsheet; nothing is ever written.
pub fn read_file(path: &Path, watch: &dyn Watch) -> Result<Book> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let open = || -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        std::fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = open().map_err(|error| cannot_open(&name, error))?;
    read(&name, &bytes, watch)
}

fn cannot_open(name: &str, error: std::io::Error) -> Error {
    use std::io::ErrorKind;
    /// Windows: another program (Excel) holds the file.
    const SHARING_VIOLATION: i32 = 32;
    let (code, message) = match error.kind() {
        ErrorKind::NotFound => (Code::NotFound, texts::file_gone(name)),
        _ if cfg!(windows) && error.raw_os_error() == Some(SHARING_VIOLATION) => {
            (Code::Invalid, texts::file_in_use(name))
        }
        ErrorKind::PermissionDenied => (Code::Invalid, texts::file_in_use(name)),
        ErrorKind::IsADirectory => (Code::Invalid, texts::not_a_workbook().to_owned()),
        _ => (Code::Disk, crate::texts::disk_failing().to_owned()),
    };
    Error::new(code, message).because(error)
}

/// Reads the bytes of a file called `name` (shown only). Fails as [`read_file`].
pub fn read(name: &str, bytes: &[u8], watch: &dyn Watch) -> Result<Book> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(Error::invalid(texts::file_too_large(MAX_BYTES >> 20)));
    }
    let mut reading = Reading { watch, cells_left: MAX_CELLS };
    let read = guarded(|| match Format::of(bytes, watch)? {
        Format::Xlsx => xlsx::read(bytes, &mut reading),
        Format::Ods => ods::read(bytes, &mut reading),
        Format::Xls => xls::read(bytes, &mut reading),
        Format::Text => text::read(name, bytes, &mut reading),
    })?;
    let (kept, sheets): (Vec<Sheet>, Vec<Sheet>) = read.into_iter().partition(|sheet| sheet.name == KEPT);
    if sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(Error::invalid(texts::file_empty()));
    }
    Ok(Book { name: name.to_owned(), sheets, kept: kept.into_iter().next() })
}

/// The formats read, told by content.
enum Format {
    Xlsx,
    Ods,
    Xls,
    Text,
}

impl Format {
    fn of(bytes: &[u8], watch: &dyn Watch) -> Result<Self> {
        const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(Error::invalid(texts::file_empty()));
        }
        if bytes.starts_with(b"PK") {
            return package::format_of(bytes, watch);
        }
        if bytes.starts_with(OLE) {
            return xls::check(bytes).map(|()| Self::Xls);
        }
        text::check(bytes).map(|()| Self::Text)
    }
}

/// Runs a reader of a foreign format: should it panic on a malformed file, the file is called damaged.
fn guarded<T>(job: impl FnOnce() -> Result<T>) -> Result<T> {
    catch_unwind(AssertUnwindSafe(job)).unwrap_or_else(|_| Err(damaged("the reader panicked")))
}

/// The sentence for a file that is of a known kind but broken; `cause` goes to the log.
fn damaged(cause: impl std::fmt::Display) -> Error {
    Error::invalid(texts::file_damaged()).because(cause.to_string())
}

/// The sentence for a file that needs a password.
fn locked() -> Error {
    Error::invalid(texts::file_has_password())
}

/// One reading of one file: who watches, and how much more it may build.
struct Reading<'a> {
    watch: &'a dyn Watch,
    cells_left: usize,
}

impl Reading<'_> {
    fn spend(&mut self, cells: usize) -> Result<()> {
        self.cells_left = self.cells_left.checked_sub(cells).ok_or_else(|| Error::invalid(texts::too_many_cells()))?;
        Ok(())
    }
}

/// A sheet being built.
struct Grid {
    sheet: Sheet,
}

impl Grid {
    fn new(name: &str) -> Self {
        Self { sheet: Sheet { name: name.to_owned(), rows: Vec::new() } }
    }

    /// Puts a cell at zero-based positions. A blank one takes no room.
    fn put(&mut self, row: usize, column: usize, cell: Cell, reading: &mut Reading) -> Result<()> {
        if cell.is_blank() {
            return Ok(());
        }
        if row >= MAX_ROWS {
            return Err(Error::invalid(texts::too_many_rows(&self.sheet.name, MAX_ROWS)));
        }
        if column >= MAX_COLUMNS {
            return Err(Error::invalid(texts::too_many_columns(&self.sheet.name, MAX_COLUMNS)));
        }
        let rows = &mut self.sheet.rows;
        if rows.len() <= row {
            if row / STEP != rows.len() / STEP {
                reading.watch.check()?;
                reading.watch.progress(row as u64, 0, texts::reading());
            }
            reading.spend(row + 1 - rows.len())?;
            rows.resize(row + 1, Vec::new());
        }
        let cells = &mut rows[row];
        if cells.len() <= column {
            reading.spend(column + 1 - cells.len())?;
            cells.resize(column + 1, Cell::Blank);
        }
        cells[column] = cell;
        Ok(())
    }

    /// Repeats the value of the top left cell in the whole of each merged area, as far as the sheet has content.
    fn unmerge(&mut self, areas: &[Area], reading: &mut Reading) -> Result<()> {
        let (height, width) = (self.sheet.rows.len(), self.sheet.width());
        for area in areas {
            let value = self.sheet.cell(area.top, area.left).clone();
            if value.is_blank() {
                continue;
            }
            for row in area.top..=area.bottom.min(height - 1) {
                for column in area.left..=area.right.min(width - 1) {
                    reading.spend(1)?;
                    self.put(row, column, value.clone(), reading)?;
                }
            }
        }
        Ok(())
    }
}

/// A merged area, zero-based, ends included.
struct Area {
    top: usize,
    left: usize,
    bottom: usize,
    right: usize,
}

impl From<calamine::Dimensions> for Area {
    fn from(area: calamine::Dimensions) -> Self {
        let at = |position: u32| position as usize;
        Self { top: at(area.start.0), left: at(area.start.1), bottom: at(area.end.0), right: at(area.end.1) }
    }
}

#[cfg(test)]
mod tests;
