//! The program behind any window: where its own settings lie, who sits here, and the workbook that is open.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::SystemTime;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::action::Kind;
use crate::api::ledgers::ReadBook;
use crate::api::{CallOptions, Context, dispatch};
use crate::clock::{Clock, SystemClock};
use crate::error::{Code, Error, Result};
use crate::ledgers::Book;
use crate::texts;
use crate::workbook::{Identity, Workbook};

/// What a request came to.
#[derive(Debug, Serialize)]
pub struct Answer {
    pub value: serde_json::Value,
    /// The kinds of thing it changed.
    pub changed: Vec<Kind>,
}

/// What this program remembers of its own, beside any workbook.
#[derive(Debug, Default, Clone, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Profile {
    pub identity: Option<Identity>,
    pub recent: Vec<PathBuf>,
}

/// Answers requests. Shared between threads.
pub struct Host {
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    /// Who acts when nobody has said who sits here (the command line).
    fallback: Option<Identity>,
    workbook: RwLock<Option<Arc<Workbook>>>,
    last_ledger: Mutex<Option<ReadBook>>,
    /// Private copies of attachments opened in this run.
    opened: PathBuf,
}

impl Host {
    /// A host that keeps its own settings in a folder (made when first needed).
    pub fn new(folder: PathBuf) -> Self {
        Self::with_clock(folder, Arc::new(SystemClock))
    }

    /// As [`Self::new`], with a clock of the caller's.
    pub fn with_clock(folder: PathBuf, clock: Arc<dyn Clock>) -> Self {
        let opened = folder.join("opened").join(uuid::Uuid::new_v4().to_string());
        Self { folder, clock, fallback: None, workbook: RwLock::new(None), last_ledger: Mutex::new(None), opened }
    }

    /// Acts as somebody when nobody has said who sits here, without remembering it: a script is no first start.
    pub fn or_acting_as(mut self, identity: Identity) -> Self {
        self.fallback = Some(identity);
        self
    }

    /// The usual folder for this program's own settings; `CHANGWU_CONFIG_DIR` names another (tests, developers).
    pub fn usual_folder() -> PathBuf {
        match std::env::var_os("CHANGWU_CONFIG_DIR") {
            Some(folder) => folder.into(),
            None => dirs::config_dir().unwrap_or_else(|| PathBuf::from(".")).join("changwu"),
        }
    }

    /// Answers a request by name.
    pub fn call(&self, name: &str, request: serde_json::Value, options: CallOptions<'_>) -> Result<Answer> {
        let context = Context::new(self, options);
        let value = dispatch(&context, name, request)?;
        Ok(Answer { value, changed: context.changed() })
    }

    /// Where private copies of attachments lie until [`Self::forget_opened`]; made when first needed.
    pub fn opened_folder(&self) -> &Path {
        &self.opened
    }

    /// Takes away the private copies of this run. One that another program still holds stays until a later run.
    pub fn forget_opened(&self) {
        remove_folder(&self.opened);
    }

    /// Takes away what earlier runs left when they were cut off: copies older than a day.
    pub fn forget_left_open(&self) {
        const DAY: std::time::Duration = std::time::Duration::from_secs(24 * 3600);
        for entry in fs::read_dir(self.folder.join("opened")).into_iter().flatten().flatten() {
            let age = entry.metadata().and_then(|data| data.modified()).ok().and_then(|time| time.elapsed().ok());
            if age.is_some_and(|age| age > DAY) {
                remove_folder(&entry.path());
            }
        }
    }

    /// What time it is.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The open workbook.
    pub fn workbook(&self) -> Result<Arc<Workbook>> {
        let open = self.workbook.read().unwrap_or_else(PoisonError::into_inner).clone();
        open.ok_or_else(|| Error::new(Code::NoWorkbook, texts::no_workbook()))
    }

    /// Makes a workbook the open one (the one before is closed) and remembers where it lies.
    pub fn set_workbook(&self, workbook: Option<Workbook>) -> Result<()> {
        let path = workbook.as_ref().map(|workbook| workbook.path().to_path_buf());
        *self.workbook.write().unwrap_or_else(PoisonError::into_inner) = workbook.map(Arc::new);
        if let Some(path) = path {
            let mut profile = self.profile();
            profile.recent.retain(|other| *other != path);
            profile.recent.insert(0, path);
            profile.recent.truncate(10);
            self.keep_profile(&profile)?;
        }
        Ok(())
    }

    /// The ledger file read last, if it is this one and has not changed since.
    pub(super) fn read_before(&self, path: &Path, changed: Option<SystemTime>, length: u64) -> Option<Arc<Book>> {
        let last = self.last_ledger.lock().unwrap_or_else(PoisonError::into_inner);
        let (of, when, size, book) = last.as_ref()?;
        (of == path && *when == changed && *size == length).then(|| book.clone())
    }

    /// Keeps a ledger file that was read.
    pub(super) fn keep_read(&self, book: ReadBook) {
        *self.last_ledger.lock().unwrap_or_else(PoisonError::into_inner) = Some(book);
    }

    /// Who sits here; asked for at first start.
    pub fn identity(&self) -> Result<Identity> {
        self.profile()
            .identity
            .or_else(|| self.fallback.clone())
            .ok_or_else(|| Error::new(Code::NoIdentity, texts::no_identity()))
    }

    pub(super) fn profile(&self) -> Profile {
        let text = fs::read_to_string(self.profile_path()).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    pub(super) fn keep_profile(&self, profile: &Profile) -> Result<()> {
        let text = serde_json::to_string_pretty(profile).map_err(Error::internal)?;
        let path = self.profile_path();
        let fresh = path.with_extension("json.new");
        fs::create_dir_all(&self.folder)
            .and_then(|()| fs::write(&fresh, text))
            .and_then(|()| fs::rename(&fresh, &path))
            .map_err(|error| Error::new(Code::Disk, texts::disk_failing()).because(error))
    }

    fn profile_path(&self) -> PathBuf {
        self.folder.join("profile.json")
    }
}

/// Removes a folder of read-only copies as far as it can be; Windows removes no read-only file.
fn remove_folder(folder: &Path) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        for copy in fs::read_dir(file.path()).into_iter().flatten().flatten() {
            if let Ok(data) = copy.metadata() {
                let mut permissions = data.permissions();
                #[allow(clippy::permissions_set_readonly_false, reason = "it is about to be removed")]
                permissions.set_readonly(false);
                let _ = fs::set_permissions(copy.path(), permissions);
            }
        }
    }
    let _ = fs::remove_dir_all(folder);
}

/// Reads a request; `null` stands for an empty one.
pub(super) fn read_request<T: DeserializeOwned>(name: &str, request: serde_json::Value) -> Result<T> {
    let request = if request.is_null() { serde_json::json!({}) } else { request };
    serde_json::from_value(request).map_err(|error| Error::invalid(texts::bad_request(name)).because(error))
}

/// A path as typed or chosen: absolute, with the workbook's extension if it has none.
pub(super) fn workbook_path(text: &str) -> PathBuf {
    let path = Path::new(text.trim());
    let path = match path.extension() {
        Some(_) => path.to_path_buf(),
        None => path.with_extension("changwu"),
    };
    std::path::absolute(&path).unwrap_or(path)
}
