//! A paper as the bytes of a file.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Connection;

use crate::documents::{Document, file_name as names, word};
use crate::error::{Error, Result};
use crate::files;
use crate::papers::gather::{self, Gathered, Subject};
use crate::papers::kind::{PaperFormat, PaperKind};
use crate::papers::templates;
use crate::partial_date::PartialDate;
use crate::texts::papers as texts;

/// The paper in its standard layout.
pub fn document(kind: PaperKind, gathered: &Gathered) -> Result<Document> {
    match (&gathered.issued, kind.layout()) {
        (Some(issued), _) => Ok(issued.document.clone()),
        (None, Some(layout)) => layout.fill(&gathered.values),
        (None, None) => Err(Error::internal("a paper without a layout")),
    }
}

/// What the save dialog proposes.
pub fn file_name(kind: PaperKind, gathered: &Gathered, format: PaperFormat) -> String {
    match (&gathered.issued, format) {
        (Some(issued), PaperFormat::Word) => issued.name.clone(),
        _ => names::propose(&gathered.about, kind.label(), &PartialDate::day(gathered.on).prose(), format.code()),
    }
}

/// What a file's ending asks for; `.docx` (or the paper's own) when it has none.
pub fn format_of(kind: PaperKind, path: &Path) -> Result<(PaperFormat, PathBuf)> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let offered = kind.formats();
    if ending.is_empty() {
        let first = offered.first().copied().unwrap_or(PaperFormat::Word);
        return Ok((first, path.with_extension(first.code())));
    }
    let format = PaperFormat::from_code(&ending).filter(|format| offered.contains(format));
    let format = format.ok_or_else(|| {
        let formats: Vec<String> = offered.iter().map(|one| format!(".{}", one.code())).collect();
        Error::invalid(texts::no_such_format(kind.label(), &ending, &formats.join("、")))
    })?;
    Ok((format, path.to_path_buf()))
}

/// A template compiled once for many papers: the bureau's, or one a request brings.
pub struct Templated(Option<crate::documents::template::Template>);

impl Templated {
    /// The bureau's template of a paper, if one is in force.
    pub fn in_force(connection: &Connection, kind: PaperKind) -> Result<Self> {
        let read = |(name, bytes): (String, Vec<u8>)| crate::documents::template::Template::read(&name, &bytes);
        Ok(Self(templates::in_force(connection, kind)?.map(read).transpose()?))
    }

    /// The template filled; none without a template.
    pub fn fill(&self, values: &minijinja::Value, written: DateTime<Utc>) -> Result<Option<Vec<u8>>> {
        self.0.as_ref().map(|template| template.fill(values, written)).transpose()
    }

    /// A template out of a file.
    pub fn of_file(path: &Path) -> Result<Self> {
        let (name, bytes) = templates::read_file(path)?;
        Ok(Self(Some(crate::documents::template::Template::read(&name, &bytes)?)))
    }
}

/// The bytes of a paper's file.
pub fn bytes(
    connection: &Connection,
    kind: PaperKind,
    subject: &Subject,
    gathered: &Gathered,
    format: PaperFormat,
    templated: &Templated,
    written: DateTime<Utc>,
) -> Result<Vec<u8>> {
    match format {
        PaperFormat::Word => match &gathered.issued {
            Some(issued) => Ok(issued.bytes.clone()),
            None => match templated.fill(&gathered.values, written)? {
                Some(filled) => Ok(filled),
                None => word::render(&document(kind, gathered)?, written),
            },
        },
        PaperFormat::Pdf => pdf(&document(kind, gathered)?, written),
        PaperFormat::Picture => picture(&document(kind, gathered)?),
        PaperFormat::Calendar => {
            let tasks = gather::calendar_tasks(connection, subject, gathered.on)?;
            Ok(crate::tasks::duties::calendar(&tasks, written).into_bytes())
        }
    }
}

/// Writes a paper by the bureau's template or in the standard layout; the whole file or none. Returns where.
pub fn write(
    connection: &Connection,
    kind: PaperKind,
    subject: &Subject,
    path: &Path,
    as_of: NaiveDate,
    written: DateTime<Utc>,
) -> Result<PathBuf> {
    let (format, path) = format_of(kind, path)?;
    let gathered = gather::gather(connection, kind, subject, as_of)?;
    let templated = Templated::in_force(connection, kind)?;
    files::write_whole(&path, &bytes(connection, kind, subject, &gathered, format, &templated, written)?)?;
    Ok(path)
}

#[cfg(feature = "pdf")]
fn pdf(paper: &Document, written: DateTime<Utc>) -> Result<Vec<u8>> {
    crate::documents::preview::pdf(paper, written)
}

#[cfg(feature = "pdf")]
fn picture(paper: &Document) -> Result<Vec<u8>> {
    crate::documents::preview::picture(paper)
}

#[cfg(not(feature = "pdf"))]
fn pdf(_: &Document, _: DateTime<Utc>) -> Result<Vec<u8>> {
    Err(Error::invalid(texts::no_pdf()))
}

#[cfg(not(feature = "pdf"))]
fn picture(_: &Document) -> Result<Vec<u8>> {
    Err(Error::invalid(texts::no_pdf()))
}
