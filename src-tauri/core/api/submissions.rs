//! Requests about 征集.

use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::api::list::Page;
use crate::api::{Context, Nothing};
use crate::attachments::add::read_file;
use crate::error::{Error, Result};
use crate::ids::SubmissionId;
use crate::papers::{PaperKind, Subject, produce};
use crate::storage::submissions as stored;
use crate::submissions::create::{self, CreatedSubmission, NewSubmission};
use crate::submissions::form::draft::{FormRequest, FormsDraft, draft, read_files};
use crate::submissions::form::take_in::{self, TakenIn};
use crate::submissions::form::write;
use crate::submissions::list::{SubmissionCounts, SubmissionQuery, SubmissionRow};
use crate::submissions::screening::Screening;
use crate::submissions::set::{self, SubmissionCell};
use crate::submissions::whose::{self, Matches};
use crate::submissions::{screen, trash};
use crate::{files, texts};

/// Cells of the list, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SetSubmissions {
    pub cells: Vec<SubmissionCell>,
}

/// What 初筛 says of entries.
#[derive(Debug, Deserialize, TS)]
pub struct ScreenSubmissions {
    pub ids: Vec<SubmissionId>,
    pub screening: Screening,
    /// 初筛意见; needed for 未通过 and 退回补充.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub note: String,
    /// 初筛日期 as typed; today without one.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub on: String,
}

/// Which entries.
#[derive(Debug, Deserialize, TS)]
pub struct WhichSubmissions {
    pub ids: Vec<SubmissionId>,
}

/// A title and an enterprise as typed.
#[derive(Debug, Deserialize, TS)]
pub struct MatchSubmission {
    pub title: String,
    pub enterprise_name: String,
    pub uscc: String,
}

/// Where to write the blank form: .docx for one project, .xlsx for many.
#[derive(Debug, Deserialize, TS)]
pub struct WriteForm {
    pub path: String,
    /// 征集批次, filled in.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub batch: String,
}

/// A form that was written.
#[derive(Debug, Serialize, TS)]
pub struct WrittenForm {
    pub path: String,
}

pub(super) fn list(context: &Context<'_>, query: SubmissionQuery) -> Result<Page<SubmissionRow>> {
    context.read(|connection| stored::list(connection, &query))
}

pub(super) fn counts(context: &Context<'_>, query: SubmissionQuery) -> Result<SubmissionCounts> {
    context.read(|connection| stored::counts(connection, &query))
}

pub(super) fn find(context: &Context<'_>, request: MatchSubmission) -> Result<Matches> {
    context.read(|connection| whose::matches(connection, &request.title, &request.enterprise_name, &request.uscc))
}

pub(super) fn create(context: &Context<'_>, request: NewSubmission) -> Result<CreatedSubmission> {
    let action = Action::new(Verb::Create, Kind::Submission, request.title.trim());
    context.transact(action, |tx| create::create(tx, &request))
}

pub(super) fn set(context: &Context<'_>, request: SetSubmissions) -> Result<Nothing> {
    context.transact_named(|tx| Ok((set::set(tx, &request.cells)?, Nothing {})))
}

pub(super) fn screen(context: &Context<'_>, request: ScreenSubmissions) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((screen::screen(tx, &request.ids, request.screening, &request.note, &request.on)?, Nothing {}))
    })
}

pub(super) fn trash(context: &Context<'_>, request: WhichSubmissions) -> Result<Nothing> {
    context.transact_named(|tx| {
        Ok((Action::new(Verb::Trash, Kind::Submission, trash::trash(tx, &request.ids)?), Nothing {}))
    })
}

pub(super) fn write_form(context: &Context<'_>, request: WriteForm) -> Result<WrittenForm> {
    let path = Path::new(request.path.trim());
    let bytes = match path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("docx") => {
            let subject = Subject { batch: request.batch, ..Subject::default() };
            let (as_of, now) = (context.as_of(), context.now());
            let written =
                |connection: &_| produce::write(connection, PaperKind::SubmissionForm, &subject, path, as_of, now);
            let path = context.read(written)?;
            return Ok(WrittenForm { path: path.to_string_lossy().into_owned() });
        }
        Some("xlsx") => write::excel_form(&request.batch)?,
        ending => return Err(Error::invalid(texts::form_ending(ending.unwrap_or_default()))),
    };
    files::write_whole(path, &bytes)?;
    Ok(WrittenForm { path: path.to_string_lossy().into_owned() })
}

pub(super) fn preview_forms(context: &Context<'_>, request: FormRequest) -> Result<FormsDraft> {
    let read = read_files(&request.paths, context.watch())?;
    context.read(|connection| Ok(draft(connection, &read, &request)?.0))
}

pub(super) fn take_in_forms(context: &Context<'_>, request: FormRequest) -> Result<TakenIn> {
    let read = read_files(&request.paths, context.watch())?;
    let (_, drafted) = context.read(|connection| draft(connection, &read, &request))?;
    let mut forms = Vec::new();
    for form in drafted.into_iter().filter(|form| form.draft.take) {
        let paper = if form.alone { Some(read_file(&form.path, context.watch())?) } else { None };
        forms.push((form, paper));
    }
    let subject = match forms.as_slice() {
        [(one, _)] => one.draft.title.clone(),
        many => texts::so_many_forms(many.len()),
    };
    context.transact(Action::new(Verb::Import, Kind::Submission, subject), |tx| take_in::take_in(tx, forms, &request))
}
