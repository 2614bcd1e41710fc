//! Requests about plans.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::{Context, Nothing};
use crate::documents::fonts::{MissingFont, installed_families, missing_fonts};
use crate::error::{Error, Result};
use crate::ids::{EnterpriseId, PlanId, ProjectId};
use crate::papers::{PaperKind, Subject, produce};
use crate::plans::data::PlanData;
use crate::plans::outline::PlanSection;
use crate::plans::page::PlanPage;
use crate::plans::set::PlanField;
use crate::plans::{create, export, page, set, trash};
use crate::storage::rows::Plan;
use crate::storage::table::live;
use crate::storage::{plan_versions as versions, plans as stored};
use crate::texts::plans as texts;

/// Whose plan: a project's, or else an enterprise's.
#[derive(Debug, Deserialize, TS)]
pub struct PlanOwner {
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
}

/// Which plan.
#[derive(Debug, Deserialize, TS)]
pub struct WhichPlan {
    pub id: PlanId,
}

/// A field of a plan's head, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetPlan {
    pub id: PlanId,
    pub field: PlanField,
    pub text: String,
}

/// The text of a section, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetPlanSection {
    pub id: PlanId,
    pub part: PlanSection,
    pub text: String,
}

/// A plan to be drawn, with texts that are still being typed.
#[derive(Debug, Deserialize, TS)]
pub struct PreviewPlan {
    pub id: PlanId,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub typing: Vec<TypedSection>,
}

/// The text of a section as it stands in the field, saved or not.
#[derive(Debug, Deserialize, TS)]
pub struct TypedSection {
    pub part: PlanSection,
    pub text: String,
}

/// The paper as it will print.
#[derive(Debug, Serialize, TS)]
pub struct PlanPreview {
    /// A drawing (SVG) for each page.
    pub pages: Vec<String>,
    /// Typefaces of the paper that this computer lacks; what is shown instead is named.
    pub missing_fonts: Vec<MissingFont>,
}

/// Where a plan goes.
#[derive(Debug, Deserialize, TS)]
pub struct ExportPlan {
    pub id: PlanId,
    pub path: String,
}

/// Where the plans go.
#[derive(Debug, Deserialize, TS)]
pub struct ExportPlans {
    pub folder: String,
}

/// A file that was written.
#[derive(Debug, Serialize, TS)]
pub struct WrittenFile {
    pub path: String,
}

pub(super) fn of(context: &Context<'_>, owner: PlanOwner) -> Result<Option<PlanId>> {
    context.read(|connection| stored::current(connection, owner.project, owner.enterprise))
}

pub(super) fn create(context: &Context<'_>, owner: PlanOwner) -> Result<PlanId> {
    context.transact_named(|tx| {
        let plan = create::create(tx, owner.project, owner.enterprise)?;
        Ok((Action::new(Verb::Create, Kind::Plan, plan.title), plan.id))
    })
}

pub(super) fn get(context: &Context<'_>, request: WhichPlan) -> Result<PlanPage> {
    let as_of = context.as_of();
    context.read(|connection| {
        let plan: Plan = live(connection, request.id)?;
        let opinions = versions::opinions_on(connection, plan.id, as_of)?;
        let list = versions::list(connection, &plan)?;
        if plan.status.is_editable() {
            return Ok(page::page(&stored::gather(connection, plan.id, as_of)?, list, opinions, as_of));
        }
        let paper = versions::paper(connection, plan.id)?.ok_or_else(|| Error::not_found(texts::issued_paper()))?;
        page::issued(&plan, &paper, list, opinions)
    })
}

pub(super) fn set(context: &Context<'_>, request: SetPlan) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, request.id, request.field, &request.text)?, Nothing {})))
}

pub(super) fn set_section(context: &Context<'_>, request: SetPlanSection) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set_section(tx, request.id, request.part, &request.text)?, Nothing {})))
}

pub(super) fn trash(context: &Context<'_>, request: WhichPlan) -> Result<Nothing> {
    context.transact_named(|tx| Ok((Action::new(Verb::Trash, Kind::Plan, trash::trash(tx, request.id)?), Nothing {})))
}

pub(super) fn preview(context: &Context<'_>, request: PreviewPlan) -> Result<PlanPreview> {
    let plan: Plan = context.read(|connection| live(connection, request.id))?;
    let paper = if plan.status.is_editable() {
        let mut data = gather(context, request.id)?;
        for typed in request.typing {
            data.texts.retain(|(part, _)| *part != typed.part);
            data.texts.push((typed.part, typed.text));
        }
        crate::plans::content::document(&data)
    } else {
        context.read(|connection| versions::frozen(connection, request.id))?.document
    };
    let installed = installed_families().ok_or_else(|| Error::invalid(texts::no_preview()))?;
    Ok(PlanPreview { pages: drawn(&paper)?, missing_fonts: missing_fonts(&installed) })
}

#[cfg(feature = "pdf")]
pub(super) fn drawn(paper: &crate::documents::Document) -> Result<Vec<String>> {
    crate::documents::preview::pages(paper)
}

#[cfg(not(feature = "pdf"))]
pub(super) fn drawn(_: &crate::documents::Document) -> Result<Vec<String>> {
    Err(Error::invalid(texts::no_preview()))
}

pub(super) fn export(context: &Context<'_>, request: ExportPlan) -> Result<WrittenFile> {
    let path = Path::new(request.path.trim());
    let plan: Plan = context.read(|connection| live(connection, request.id))?;
    let path = match plan.status.is_editable() {
        true => {
            let subject = Subject { plan: Some(request.id), ..Subject::default() };
            let (as_of, now) = (context.as_of(), context.now());
            context.read(|connection| produce::write(connection, PaperKind::Plan, &subject, path, as_of, now))?
        }
        false => {
            let (_, bytes) = context.read(|connection| versions::file(connection, request.id))?;
            let path = export::write(&bytes, path)?;
            leaves(context, request.id)?;
            path
        }
    };
    Ok(WrittenFile { path: path.to_string_lossy().into_owned() })
}

/// Keeps that an issued version's paper left the room; a workbook opened for reading only cannot, and need not.
pub(super) fn leaves(context: &Context<'_>, id: PlanId) -> Result<()> {
    match context.transact_final(|tx| Ok((export::left_the_room(tx, id)?, ()))) {
        Err(error) if error.code() == crate::Code::ReadOnly => Ok(()),
        other => other,
    }
}

/// Every plan into a folder; a project without a plan gets none. Cancelling keeps what was written so far.
pub(super) fn export_all(context: &Context<'_>, request: ExportPlans) -> Result<Vec<WrittenFile>> {
    let ids = context.read(stored::all_plans)?;
    let folder = PathBuf::from(request.folder.trim());
    std::fs::create_dir_all(&folder)
        .map_err(|error| Error::new(crate::Code::Disk, crate::texts::cannot_create(&request.folder)).because(error))?;
    let mut written: Vec<WrittenFile> = Vec::new();
    for (done, id) in ids.iter().enumerate() {
        context.watch().progress(done as u64, ids.len() as u64, texts::exporting());
        context.watch().check()?;
        let plan: Plan = context.read(|connection| live(connection, *id))?;
        let name = match plan.status.is_editable() {
            true => export::file_name(&gather(context, *id)?, context.as_of()),
            false => context.read(|connection| versions::file(connection, *id))?.0.name,
        };
        let mut path = folder.join(&name);
        if written.iter().any(|file| Path::new(&file.path) == path) {
            path = folder.join(format!("{}（{}）", name.trim_end_matches(".docx"), done + 1)).with_extension("docx");
        }
        let path = path.to_string_lossy().into_owned();
        written.push(export(context, ExportPlan { id: *id, path })?);
    }
    Ok(written)
}

fn gather(context: &Context<'_>, id: PlanId) -> Result<PlanData> {
    let as_of = context.as_of();
    context.read(|connection| stored::gather(connection, id, as_of))
}
