//! Requests about papers and their templates.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::plans::{WrittenFile, drawn, leaves};
use crate::api::{Context, Nothing};
use crate::documents::fonts::{MissingFont, installed_families, missing_fonts};
use crate::documents::markup::Field;
use crate::error::{Error, Result};
use crate::ids::PlanId;
use crate::papers::kind::PaperRow;
use crate::papers::produce::{self, Templated};
use crate::papers::{Gathered, PaperFormat, PaperKind, Subject, gather, templates};
use crate::storage::papers as stored;
use crate::storage::rows::Plan;
use crate::storage::table::live;
use crate::texts::papers as texts;
use crate::{files, supervisions};

/// Which paper.
#[derive(Debug, Deserialize, TS)]
pub struct WhichPaper {
    pub kind: PaperKind,
}

/// A paper of something.
#[derive(Debug, Deserialize, TS)]
pub struct PaperRequest {
    pub kind: PaperKind,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub subject: Subject,
}

/// Where a paper goes; the file's ending says what it is written as.
#[derive(Debug, Deserialize, TS)]
pub struct ExportPaper {
    pub kind: PaperKind,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub subject: Subject,
    pub path: String,
    /// A template for this once, in place of the bureau's and of the standard layout.
    #[serde(default)]
    #[ts(optional)]
    pub template: Option<String>,
}

/// Many papers into a folder.
#[derive(Debug, Deserialize, TS)]
pub struct ExportPapers {
    pub kind: PaperKind,
    /// One for each of these; for everything there is when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub which: Vec<Subject>,
    pub folder: String,
    pub format: PaperFormat,
    #[serde(default)]
    #[ts(optional)]
    pub template: Option<String>,
}

/// A paper as it will print.
#[derive(Debug, Serialize, TS)]
pub struct PaperPreview {
    /// A drawing (SVG) for each page.
    pub pages: Vec<String>,
    /// Typefaces of the paper that this computer lacks; what is shown instead is named.
    pub missing_fonts: Vec<MissingFont>,
    /// What the save dialog proposes.
    pub file_name: String,
    /// The bureau's template that Word follows while these pages show the standard layout.
    pub template: Option<String>,
}

/// A template of a paper and its file.
#[derive(Debug, Deserialize, TS)]
pub struct TemplateFile {
    pub kind: PaperKind,
    pub path: String,
}

pub(super) fn kinds(context: &Context<'_>, _: Nothing) -> Result<Vec<PaperRow>> {
    context.read(|connection| {
        let row = |kind: &PaperKind| {
            Ok(PaperRow {
                kind: *kind,
                name: kind.label().to_owned(),
                of: kind.of().to_vec(),
                formats: kind.formats().to_vec(),
                sheets: kind.sheets().to_vec(),
                batch: kind.batch().is_some(),
                layout: kind.layout().is_some(),
                template: stored::template(connection, *kind)?.map(|template| template.name),
            })
        };
        PaperKind::ALL.iter().map(row).collect()
    })
}

pub(super) fn fields(_: &Context<'_>, request: WhichPaper) -> Result<Vec<Field>> {
    Ok(request.kind.fields())
}

pub(super) fn preview(context: &Context<'_>, request: PaperRequest) -> Result<PaperPreview> {
    let as_of = context.as_of();
    let (gathered, template) = context.read(|connection| {
        let gathered = gather::gather(connection, request.kind, &request.subject, as_of)?;
        Ok((gathered, stored::template(connection, request.kind)?))
    })?;
    let installed = installed_families().ok_or_else(|| Error::invalid(crate::texts::plans::no_preview()))?;
    Ok(PaperPreview {
        pages: drawn(&produce::document(request.kind, &gathered)?)?,
        missing_fonts: missing_fonts(&installed),
        file_name: produce::file_name(request.kind, &gathered, first_format(request.kind)),
        template: template.filter(|_| gathered.issued.is_none()).map(|template| template.name),
    })
}

fn first_format(kind: PaperKind) -> PaperFormat {
    kind.formats().first().copied().unwrap_or(PaperFormat::Word)
}

pub(super) fn name(context: &Context<'_>, request: PaperRequest) -> Result<WrittenFile> {
    let as_of = context.as_of();
    let gathered = context.read(|connection| gather::gather(connection, request.kind, &request.subject, as_of))?;
    Ok(WrittenFile { path: produce::file_name(request.kind, &gathered, first_format(request.kind)) })
}

pub(super) fn export(context: &Context<'_>, request: ExportPaper) -> Result<WrittenFile> {
    let ExportPaper { kind, subject, path, template } = request;
    let (format, path) = produce::format_of(kind, Path::new(path.trim()))?;
    let templated = templated(context, kind, template.as_deref())?;
    let written = write(context, kind, &subject, format, &templated, &|_| path.clone())?;
    Ok(WrittenFile { path: written.to_string_lossy().into_owned() })
}

fn templated(context: &Context<'_>, kind: PaperKind, file: Option<&str>) -> Result<Templated> {
    match file {
        Some(file) => Templated::of_file(Path::new(file.trim())),
        None => context.read(|connection| Templated::in_force(connection, kind)),
    }
}

/// Writes one paper, and notes what left the room; the whole file or none.
fn write(
    context: &Context<'_>,
    kind: PaperKind,
    subject: &Subject,
    format: PaperFormat,
    templated: &Templated,
    path: &dyn Fn(&Gathered) -> PathBuf,
) -> Result<PathBuf> {
    let (as_of, now) = (context.as_of(), context.now());
    let make = |connection: &rusqlite::Connection| {
        let gathered = gather::gather(connection, kind, subject, as_of)?;
        let bytes = produce::bytes(connection, kind, subject, &gathered, format, templated, now)?;
        let path = path(&gathered);
        files::write_whole(&path, &bytes)?;
        Ok((path, gathered.issued.is_some()))
    };
    if let (PaperKind::Supervision, Some(id)) = (kind, subject.supervision) {
        // A 督办单 that leaves the room is voided from then on, not undone (domain.md §1.8).
        return context.transact_final(|tx| {
            let number = supervisions::export::leaves(tx, id)?;
            let (path, _) = make(tx)?;
            Ok((supervisions::export::left(number), path))
        });
    }
    let (path, issued) = context.read(make)?;
    if let Some(plan) = issued_plan(context, subject).filter(|_| issued) {
        leaves(context, plan)?;
    }
    Ok(path)
}

/// The plan an issued paper is of.
fn issued_plan(context: &Context<'_>, subject: &Subject) -> Option<PlanId> {
    let found = context.read(|connection| match subject.plan {
        Some(id) => Ok(Some(live::<Plan>(connection, id)?.id)),
        None => crate::storage::plans::current(connection, subject.project, subject.enterprise),
    });
    found.ok().flatten()
}

/// Papers into a folder, a file each. Cancelling keeps what was written so far.
pub(super) fn export_all(context: &Context<'_>, request: ExportPapers) -> Result<Vec<WrittenFile>> {
    let ExportPapers { kind, which, folder, format, template } = request;
    let of = kind.batch().ok_or_else(|| Error::invalid(texts::no_batch(kind.label())))?;
    let (format, _) = produce::format_of(kind, Path::new(&format!("_.{}", format.code())))?;
    let folder = PathBuf::from(folder.trim());
    std::fs::create_dir_all(&folder).map_err(|error| {
        Error::new(crate::Code::Disk, crate::texts::cannot_create(&folder.to_string_lossy())).because(error)
    })?;
    let everything = which.is_empty();
    let subjects = match everything {
        true => context.read(|connection| stored::all_of(connection, kind, of))?,
        false => which,
    };
    let templated = templated(context, kind, template.as_deref())?;
    let mut taken = std::collections::HashSet::new();
    let mut written = Vec::new();
    let mut nothing = None;
    for (done, subject) in subjects.iter().enumerate() {
        context.watch().progress(done as u64, subjects.len() as u64, texts::exporting_papers());
        context.watch().check()?;
        let name = |gathered: &Gathered| {
            let name = produce::file_name(kind, gathered, format);
            match taken.contains(&name) {
                false => folder.join(name),
                true => {
                    let ending = format!(".{}", format.code());
                    folder.join(format!("{}（{}）{ending}", name.trim_end_matches(&ending), done + 1))
                }
            }
        };
        let path = match write(context, kind, subject, format, &templated, &name) {
            Ok(path) => path,
            // Of everything there is, what has nothing to print yet (席卡 of a session without guests) is passed over.
            Err(error) if everything && error.code() == crate::Code::Invalid => {
                nothing = Some(error);
                continue;
            }
            Err(error) => return Err(error),
        };
        taken.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
        written.push(WrittenFile { path: path.to_string_lossy().into_owned() });
    }
    match nothing {
        Some(error) if written.is_empty() => Err(error),
        _ => Ok(written),
    }
}

/// The template in force of a paper, or the standard layout as a template, to be changed in Word.
pub(super) fn template_export(context: &Context<'_>, request: TemplateFile) -> Result<WrittenFile> {
    let path = Path::new(request.path.trim());
    let path = match path.extension() {
        None => path.with_extension("docx"),
        Some(_) => path.to_path_buf(),
    };
    let bytes = match context.read(|connection| templates::in_force(connection, request.kind))? {
        Some((_, bytes)) => bytes,
        None => templates::standard(request.kind, context.now())?,
    };
    files::write_whole(&path, &bytes)?;
    Ok(WrittenFile { path: path.to_string_lossy().into_owned() })
}

pub(super) fn template_set(context: &Context<'_>, request: TemplateFile) -> Result<Nothing> {
    let (name, bytes) = templates::read_file(Path::new(request.path.trim()))?;
    templates::check(request.kind, &name, &bytes)?;
    context.transact_named(|tx| Ok((templates::set(tx, request.kind, &name, &bytes)?, Nothing {})))
}

pub(super) fn template_reset(context: &Context<'_>, request: WhichPaper) -> Result<Nothing> {
    context.transact_named(|tx| Ok((templates::reset(tx, request.kind)?, Nothing {})))
}
