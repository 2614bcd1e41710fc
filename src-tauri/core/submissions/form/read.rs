//! A file that came back → the forms in it. What the file is is told from its content; every file that is no form
//! gets a sentence.

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::values::Typed;
use super::{FormField, docx};
use crate::error::{Error, Result};
use crate::ledgers::read::{Sheet, read as read_book};
use crate::progress::Watch;
use crate::texts;

/// The largest file read, bytes.
const MOST_BYTES: u64 = 64 << 20;
/// The most files taken in at once.
pub const MOST_FILES: usize = 1_000;
/// Rows of a sheet in which its head is looked for.
const HEAD_ROWS: usize = 20;

/// One form as it stands in a file.
pub struct Found {
    /// The row in Excel, from 1; none for a file that is one form.
    pub row: Option<usize>,
    pub typed: Typed,
}

/// The files of a folder and of those in it, in the order of their names; hidden ones and those Office leaves while a
/// file is open aside.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    walk(folder, 0, &mut found)
        .map_err(|error| Error::invalid(texts::form_folder_unreadable(&folder.to_string_lossy())).because(error))?;
    found.sort();
    Ok(found)
}

fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(['.', '~']) || found.len() > MOST_FILES {
            continue;
        }
        match path.is_dir() {
            true if depth < 3 => walk(&path, depth + 1, found)?,
            true => {}
            false => found.push(path),
        }
    }
    Ok(())
}

/// The forms in a file, at least one.
pub fn read(path: &Path, watch: &dyn Watch) -> Result<Vec<Found>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    opened.map_err(|error| Error::invalid(texts::form_unreadable()).because(error))?;
    read_bytes(&name, &bytes, watch)
}

/// As [`read`], from bytes; `name` tells a .csv.
pub fn read_bytes(name: &str, bytes: &[u8], watch: &dyn Watch) -> Result<Vec<Found>> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Error::invalid(texts::form_too_large(MOST_BYTES >> 20)));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::invalid(texts::form_file_empty()));
    }
    if bytes.starts_with(b"PK") {
        let mut archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| Error::invalid(texts::form_damaged()).because(error))?;
        let has = |start: &str| archive.file_names().flatten().any(|one| one.to_ascii_lowercase().starts_with(start));
        if has("word/") {
            return of_word(&docx::rows(&mut archive)?);
        }
        if !has("xl/") && !has("content.xml") {
            return Err(Error::invalid(texts::not_a_form_file()));
        }
    } else if let Some(sentence) = other_kind(name, bytes) {
        return Err(Error::invalid(sentence));
    }
    let book = read_book(name, bytes, watch)?;
    let mut found = Vec::new();
    let mut known = false;
    for sheet in &book.sheets {
        if let Some(forms) = of_sheet(sheet) {
            known = true;
            found.extend(forms);
        }
    }
    match (known, found.is_empty()) {
        (false, _) => Err(Error::invalid(texts::not_a_form())),
        (true, true) => Err(Error::invalid(texts::form_blank())),
        _ => Ok(found),
    }
}

/// What is neither a package nor a workbook of old.
fn other_kind(name: &str, bytes: &[u8]) -> Option<&'static str> {
    const PICTURES: [&[u8]; 6] = [b"\xFF\xD8\xFF", b"\x89PNG", b"GIF8", b"BM", b"RIFF", b"II*\0"];
    const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match () {
        () if PICTURES.iter().any(|start| bytes.starts_with(start)) => Some(texts::form_is_picture()),
        () if bytes.starts_with(b"%PDF") => Some(texts::form_is_pdf()),
        () if bytes.starts_with(OLE) && matches!(ending.as_str(), "doc" | "wps") => Some(texts::form_is_old_word()),
        () if bytes.starts_with(OLE) || ending == "csv" => None,
        () => Some(texts::not_a_form_file()),
    }
}

/// Label and value beside each other, anywhere in the tables of a paper.
fn of_word(rows: &[Vec<String>]) -> Result<Vec<Found>> {
    let typed = pairs(rows.iter().map(Vec::as_slice));
    match () {
        () if typed.len() < 3 => Err(Error::invalid(texts::not_a_form())),
        () if typed.iter().all(|(_, text)| text.trim().is_empty()) => Err(Error::invalid(texts::form_blank())),
        () => Ok(vec![Found { row: None, typed }]),
    }
}

fn pairs<'r>(rows: impl Iterator<Item = &'r [String]>) -> Typed {
    let mut typed = Vec::new();
    for row in rows {
        let mut at = 0;
        while at + 1 < row.len() {
            match FormField::of_label(&row[at]) {
                Some(field) => {
                    // A merged label stands in each cell it covers.
                    let value = (at + 1..row.len()).find(|next| row[*next] != row[at]);
                    let Some(value) = value else { break };
                    typed.push((field, row[value].clone()));
                    at = value + 1;
                }
                None => at += 1,
            }
        }
    }
    typed
}

/// A head with a form in each row below it, or one form with its labels in a column. None when it is neither.
fn of_sheet(sheet: &Sheet) -> Option<Vec<Found>> {
    let text = |row: usize, column: usize| sheet.cell(row, column).text().into_owned();
    let width = sheet.width();
    let head = (0..sheet.rows.len().min(HEAD_ROWS))
        .map(|row| {
            (
                row,
                (0..width)
                    .filter_map(|column| Some((column, FormField::of_label(&text(row, column))?)))
                    .collect::<Vec<_>>(),
            )
        })
        .max_by_key(|(row, fields)| (distinct(fields), std::cmp::Reverse(*row)));
    let (at, columns) = head?;
    if distinct(&columns) >= 3 && columns.iter().any(|(_, field)| *field == FormField::Title) {
        let mut found = Vec::new();
        for row in at + 1..sheet.rows.len() {
            let typed: Typed = columns.iter().map(|(column, field)| (*field, text(row, *column))).collect();
            // 征集批次 is filled in by the program for every row.
            let empty = |(field, text): &(FormField, String)| text.trim().is_empty() || *field == FormField::Batch;
            if !typed.iter().all(empty) {
                found.push(Found { row: Some(row + 1), typed });
            }
        }
        return Some(found);
    }
    let rows: Vec<Vec<String>> =
        (0..sheet.rows.len()).map(|row| (0..width).map(|column| text(row, column)).collect()).collect();
    let typed = pairs(rows.iter().map(Vec::as_slice));
    if typed.len() < 3 {
        return None;
    }
    let blank = typed.iter().all(|(_, text)| text.trim().is_empty());
    Some(if blank { Vec::new() } else { vec![Found { row: None, typed }] })
}

fn distinct(fields: &[(usize, FormField)]) -> usize {
    let mut seen: Vec<FormField> = fields.iter().map(|(_, field)| *field).collect();
    seen.sort();
    seen.dedup();
    seen.len()
}
