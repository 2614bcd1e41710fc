//! The bureau's own template of a paper: put into the workbook, taken out again, put back to the standard layout.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::action::{Action, Kind, Verb};
use crate::documents::template::Template;
use crate::documents::word;
use crate::error::{Error, Result};
use crate::ids::Id;
use crate::papers::PaperKind;
use crate::storage::rows::PaperTemplate;
use crate::storage::table::{Bytes, insert, update};
use crate::storage::{attachments, papers as stored};
use crate::texts::papers as texts;
use crate::workbook::Tx;

/// No template is larger; a letterhead with pictures has some megabytes.
const MOST_MB: u64 = 20;

/// Reads a file that is to become a template. Whether it can be filled is looked at before it is put in.
pub fn read_file(path: &Path) -> Result<(String, Vec<u8>)> {
    let name = crate::storage::open::file_name(path);
    if !path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx")) {
        return Err(Error::invalid(texts::only_docx_template(&name)));
    }
    let unreadable = |error: std::io::Error| Error::invalid(crate::texts::cannot_read(&name)).because(error);
    let length = std::fs::metadata(path).map_err(unreadable)?.len();
    if length > MOST_MB << 20 {
        return Err(Error::invalid(texts::template_too_large(&name, MOST_MB)));
    }
    Ok((name.clone(), std::fs::read(path).map_err(unreadable)?))
}

/// Refuses a template that asks for what the paper does not have, before anything is written.
pub fn check(paper: PaperKind, name: &str, bytes: &[u8]) -> Result<()> {
    if paper.layout().is_none() {
        return Err(Error::invalid(texts::no_template(paper.label())));
    }
    let template = Template::read(name, bytes)?;
    let known: Vec<String> = paper.fields().into_iter().map(|field| field.name).collect();
    let first = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    let unknown: Vec<String> =
        template.fields().into_iter().filter(|field| !known.iter().any(|one| first(one) == first(field))).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let near: Vec<String> = unknown.iter().filter_map(|field| nearest(field, &known)).collect();
    Err(Error::invalid(texts::unknown_fields(name, &unknown.join("、"), &near.join("、"))))
}

/// The known field that shares most characters with one that is not known.
fn nearest(field: &str, known: &[String]) -> Option<String> {
    let shared = |one: &&String| one.chars().filter(|c| field.contains(*c)).count();
    known.iter().max_by_key(shared).filter(|one| shared(one) > 0).cloned()
}

/// Puts a template in force.
pub fn set(tx: &Tx<'_>, paper: PaperKind, name: &str, bytes: &[u8]) -> Result<Action> {
    let sha256 = Sha256::digest(bytes).to_vec();
    if !attachments::has_bytes(tx, &sha256, bytes.len() as u64)? {
        attachments::put(tx, &sha256, &mut &bytes[..])?;
    }
    drop_all(tx, paper)?;
    let row = PaperTemplate {
        id: Id::new(),
        paper,
        name: name.to_owned(),
        sha256: Bytes(sha256),
        bytes: bytes.len() as i64,
        set_on: tx.today,
        deleted: false,
    };
    insert(tx, &row)?;
    Ok(Action::new(Verb::Set, Kind::Template, paper.label()))
}

/// Back to the standard layout.
pub fn reset(tx: &Tx<'_>, paper: PaperKind) -> Result<Action> {
    match drop_all(tx, paper)? {
        0 => Err(Error::invalid(texts::no_template(paper.label()))),
        _ => Ok(Action::new(Verb::Remove, Kind::Template, paper.label())),
    }
}

fn drop_all(tx: &Tx<'_>, paper: PaperKind) -> Result<usize> {
    let standing = stored::templates(tx, paper)?;
    for row in &standing {
        update(tx, row, &PaperTemplate { deleted: true, ..row.clone() })?;
    }
    Ok(standing.len())
}

/// The bureau's template of a paper, if one is in force: its name and its bytes.
pub fn in_force(connection: &rusqlite::Connection, paper: PaperKind) -> Result<Option<(String, Vec<u8>)>> {
    let Some(row) = stored::template(connection, paper)? else { return Ok(None) };
    let bytes = attachments::bytes(connection, &row.sha256.0)?;
    let bytes = bytes.ok_or_else(|| Error::invalid(texts::template_gone(paper.label())))?;
    Ok(Some((row.name, bytes)))
}

/// The standard layout of a paper as a Word template.
pub fn standard(paper: PaperKind, written: chrono::DateTime<chrono::Utc>) -> Result<Vec<u8>> {
    let layout = paper.layout().ok_or_else(|| Error::invalid(texts::no_template(paper.label())))?;
    let mut document = layout.template();
    document.title = format!("{}{}", paper.label(), texts::template_kind());
    word::render(&document, written)
}
