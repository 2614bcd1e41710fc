//! What taking files in would do: every form with what was read and what was not, whose it is, and whether it is there
//! already. Changes nothing.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::read::{MOST_FILES, files_in, read as read_forms};
use super::values::{NotRead, ReadLine, Typed, Values, read as read_values};
use crate::error::{Error, Result};
use crate::ids::EnterpriseId;
use crate::progress::Watch;
use crate::submissions::whose::{Found as Whose, Matches, matches, plain};
use crate::texts;

/// Files to take in, and what a person decided about the forms in them.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct FormRequest {
    /// Files, or folders with files.
    pub paths: Vec<String>,
    /// By the form's key.
    #[ts(optional, as = "Option<_>")]
    pub choices: BTreeMap<String, FormChoice>,
    /// 征集批次 of forms that name none.
    #[ts(optional, as = "Option<_>")]
    pub batch: String,
    /// 收到日期 as typed; today without one.
    #[ts(optional, as = "Option<_>")]
    pub received_on: String,
    /// How they came, by word or code; by what the files are without one: a list 区市推荐, a single form 企业自荐.
    #[ts(optional, as = "Option<_>")]
    pub channel: String,
}

/// What a person decided about one form.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct FormChoice {
    /// Take it in; without an answer what was proposed.
    #[ts(optional)]
    pub take: Option<bool>,
    /// It is of this enterprise.
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
}

/// A file and what is the matter with it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormFile {
    pub name: String,
    /// Forms in it.
    pub forms: usize,
    /// Why it could not be read; empty when it could.
    pub problem: String,
}

/// A form as it would be taken in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormDraft {
    /// File and row: what [`FormRequest::choices`] names it by.
    pub key: String,
    pub file: String,
    /// The row in Excel; none for a file that is one form.
    pub row: Option<usize>,
    pub title: String,
    pub enterprise: String,
    pub district: String,
    pub read: Vec<ReadLine>,
    pub not_read: Vec<NotRead>,
    /// Whose it is, and what is there already.
    pub matches: Matches,
    /// Where the same idea stands once more among the files; empty when it does not.
    pub twin: String,
    /// Why it cannot be taken in at all; empty when it can.
    pub problem: String,
    /// Is it to be taken in?
    pub take: bool,
    /// The enterprise the person chose.
    pub chosen: Option<EnterpriseId>,
}

/// What taking the files in would do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormsDraft {
    pub files: Vec<FormFile>,
    pub forms: Vec<FormDraft>,
    /// Forms that would be taken in.
    pub taken: usize,
    /// Enterprises that would be new.
    pub new_enterprises: usize,
}

/// A form as read, with the file it stands in.
pub struct Read {
    pub draft: FormDraft,
    pub values: Values,
    pub path: PathBuf,
    /// The only form of its file.
    pub alone: bool,
}

/// Files read once.
pub struct ReadFiles {
    files: Vec<FormFile>,
    forms: Vec<(String, PathBuf, Option<usize>, bool, Typed)>,
}

/// Reads every file; a file that is no form gets a sentence and does not stop the others.
pub fn read_files(paths: &[String], watch: &dyn Watch) -> Result<ReadFiles> {
    let mut all: Vec<PathBuf> = Vec::new();
    for path in paths {
        let path = PathBuf::from(path.trim());
        match path.is_dir() {
            true => all.extend(files_in(&path)?),
            false => all.push(path),
        }
    }
    all.dedup();
    if all.is_empty() {
        return Err(Error::invalid(texts::no_form_files()));
    }
    if all.len() > MOST_FILES {
        return Err(Error::invalid(texts::too_many_form_files(MOST_FILES)));
    }
    let (mut files, mut forms) = (Vec::new(), Vec::new());
    for (at, path) in all.iter().enumerate() {
        watch.check()?;
        watch.progress(at as u64, all.len() as u64, texts::reading_forms());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match read_forms(path, watch) {
            Ok(found) => {
                files.push(FormFile { name, forms: found.len(), problem: String::new() });
                let alone = found.len() == 1;
                for form in found {
                    let key = format!("{}#{}", key_of(path), form.row.unwrap_or(0));
                    forms.push((key, path.clone(), form.row, alone, form.typed));
                }
            }
            Err(error) if error.code() == crate::Code::Cancelled => return Err(error),
            Err(error) => files.push(FormFile { name, forms: 0, problem: error.message().to_string() }),
        }
    }
    Ok(ReadFiles { files, forms })
}

/// Two files of one name in two folders are two files.
fn key_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Puts together what the files would do to the workbook.
pub fn draft(connection: &Connection, read: &ReadFiles, request: &FormRequest) -> Result<(FormsDraft, Vec<Read>)> {
    let mut seen: HashMap<(String, String), String> = HashMap::new();
    let mut drafted = Vec::new();
    for (key, path, row, alone, typed) in &read.forms {
        let values = read_values(typed);
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let choice = request.choices.get(key).cloned().unwrap_or_default();
        let matches = matches(connection, &values.title, &values.enterprise, &values.uscc)?;
        let here = match row {
            Some(row) => texts::form_place(&file, *row),
            None => file.clone(),
        };
        let same = (plain(&values.title), plain(&values.enterprise));
        let twin = seen.get(&same).cloned().unwrap_or_default();
        let problem = match values.title.is_empty() {
            true => texts::form_without_title().to_string(),
            false => String::new(),
        };
        if problem.is_empty() {
            seen.entry(same).or_insert(here);
        }
        let there = matches.projects.iter().any(|project| project.same);
        let take = problem.is_empty() && choice.take.unwrap_or(twin.is_empty() && !there);
        let draft = FormDraft {
            key: key.clone(),
            file,
            row: *row,
            title: values.title.clone(),
            enterprise: values.enterprise.clone(),
            district: values.district.map(|district| district.name.to_string()).unwrap_or_default(),
            read: values.read.clone(),
            not_read: values.not_read.clone(),
            matches,
            twin,
            problem,
            take,
            chosen: choice.enterprise,
        };
        drafted.push(Read { draft, values, path: path.clone(), alone: *alone });
    }
    let taken: Vec<&FormDraft> = drafted.iter().map(|one| &one.draft).filter(|draft| draft.take).collect();
    let mut new: Vec<String> = taken
        .iter()
        .filter(|draft| draft.matches.found == Whose::New && draft.chosen.is_none() && !draft.enterprise.is_empty())
        .map(|draft| plain(&draft.enterprise))
        .collect();
    new.sort();
    new.dedup();
    let summary = FormsDraft {
        files: read.files.clone(),
        taken: taken.len(),
        new_enterprises: new.len(),
        forms: drafted.iter().map(|one| one.draft.clone()).collect(),
    };
    Ok((summary, drafted))
}
