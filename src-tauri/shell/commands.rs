//! The adapter: the page's one `call` carries every request of [`changwu_core::api`]; the rest is what a page
//! cannot do itself.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Instant;

use changwu_core::api::{Answer, CallOptions, Host};
use changwu_core::progress::Watch;
use changwu_core::{Code, Error, texts};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use crate::reminders::Clockwork;
use crate::start::Start;

/// What lives as long as the window.
pub struct Session {
    pub host: Arc<Host>,
    pub start: Start,
    pub clockwork: Arc<Clockwork>,
    /// Running jobs the page may stop, by the name it gave them.
    jobs: Mutex<HashMap<String, Arc<AtomicBool>>>,
    /// Files a save dialog of this session gave: the only ones [`open_path`] hands to the system.
    written: Mutex<HashSet<PathBuf>>,
    /// Where the next file dialog starts: where the last one ended.
    folder: Mutex<Option<PathBuf>>,
}

impl Session {
    /// `folder` is where the program keeps what belongs to this laptop.
    pub fn new(folder: PathBuf, file: Option<PathBuf>) -> Self {
        let host = Arc::new(Host::new(folder));
        host.forget_left_open();
        Self {
            start: Start::with(&host, file),
            host,
            clockwork: Arc::default(),
            jobs: Mutex::default(),
            written: Mutex::default(),
            folder: Mutex::new(dirs::document_dir().or_else(dirs::home_dir)),
        }
    }

    /// The program ends: private copies of attachments go.
    pub fn end(&self) {
        self.host.forget_opened();
    }

    /// Remembers a file the person chose to write, so that the page may have it opened.
    pub fn may_open(&self, path: PathBuf) {
        held(&self.written).insert(path);
    }

    /// Where a file dialog starts.
    pub fn dialog_folder(&self) -> Option<PathBuf> {
        held(&self.folder).clone()
    }

    /// A dialog ended with this file or folder.
    pub fn dialog_ended(&self, path: &Path) {
        *held(&self.folder) = path.parent().map(Path::to_owned);
    }
}

/// The lock also after a panic in another command: the sets it guards are never half changed.
fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// A refusal as the page sees it: a code to branch on, a sentence to show.
#[derive(Serialize)]
pub struct Refusal {
    code: Code,
    message: String,
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self { code: error.code(), message: error.message().to_owned() }
    }
}

/// How far a long job is: `done` of `total` steps (rows, files, bytes) of the phase `doing` (Chinese); no total
/// while the amount of work is not known.
#[derive(Clone, Serialize)]
pub struct Progress {
    done: u64,
    total: Option<u64>,
    doing: String,
}

/// A page that watches: progress goes through its channel, [`cancel`] sets the flag.
struct Watcher {
    channel: Channel<Progress>,
    stop: Arc<AtomicBool>,
}

impl Watch for Watcher {
    fn progress(&self, done: u64, total: u64, what: &str) {
        // A page that has gone away misses its progress; the job still ends on its own terms.
        let _ =
            self.channel.send(Progress { done, total: Some(total).filter(|&total| total > 0), doing: what.to_owned() });
    }

    fn cancelled(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Any request of the api by name. `as_of` is the day the figures are for (数据截至); `job` names a call that
/// [`cancel`] may stop.
///
/// The work runs on tokio's blocking threads: on the main thread it would freeze the window, on a worker of the
/// runtime it would hold up every other call behind it.
#[tauri::command]
pub async fn call(
    session: State<'_, Session>,
    name: String,
    request: Value,
    as_of: Option<NaiveDate>,
    job: Option<String>,
    progress: Channel<Progress>,
) -> Result<Answer, Refusal> {
    let stop = Arc::new(AtomicBool::new(false));
    if let Some(job) = &job {
        held(&session.jobs).insert(job.clone(), stop.clone());
    }
    let host = session.host.clone();
    let asked = name.clone();
    let started = Instant::now();
    let answer = tokio::task::spawn_blocking(move || {
        let watch = Watcher { channel: progress, stop };
        host.call(&name, request, CallOptions { as_of, watch: &watch })
    })
    .await
    // What the panic says may quote what was typed; where it was is in the log already.
    .unwrap_or_else(|_| Err(Error::internal("the request panicked")));
    if let Some(job) = &job {
        held(&session.jobs).remove(job);
    }
    session.clockwork.after(&asked);
    match &answer {
        Ok(_) => log::info!("{asked} {} ms", started.elapsed().as_millis()),
        Err(error) => log::warn!("{asked} refused, {}", error.log_line()),
    }
    answer.map_err(Refusal::from)
}

/// Asks a running job to stop; its `call` then fails with the code `cancelled`. Without such a job, nothing.
#[tauri::command]
pub fn cancel(session: State<'_, Session>, job: &str) {
    if let Some(stop) = held(&session.jobs).get(job) {
        stop.store(true, Ordering::Relaxed);
    }
}

/// The title of the window, normally the workbook's name.
#[tauri::command]
pub fn set_title(window: WebviewWindow, text: &str) {
    if let Err(error) = window.set_title(text) {
        log::warn!("title not set: {error}");
    }
}

/// The whole screen for this window, for a projector, or its own size again.
#[tauri::command]
pub fn set_fullscreen(window: WebviewWindow, on: bool) {
    if let Err(error) = window.set_fullscreen(on) {
        log::warn!("full screen not set: {error}");
    }
}

/// Opens a file written in this session, or an attachment's private copy, with the system's program for it.
#[tauri::command]
pub async fn open_path(session: State<'_, Session>, path: PathBuf) -> Result<(), Refusal> {
    let known = held(&session.written).contains(&path) || is_private_copy(&path, session.host.opened_folder());
    open_known(&path, known).map_err(|error| {
        log::warn!("open_path refused, {}", error.log_line());
        error.into()
    })
}

/// A copy of an attachment that the core made in this run; no way out of its folder.
fn is_private_copy(path: &Path, folder: &Path) -> bool {
    path.starts_with(folder) && path.components().all(|part| part != std::path::Component::ParentDir)
}

fn open_known(path: &Path, known: bool) -> Result<(), Error> {
    if !known {
        return Err(Error::invalid(texts::window::not_ours_to_open()));
    }
    if !path.is_file() {
        return Err(Error::new(Code::NotFound, texts::window::file_gone()));
    }
    crate::open::with_system(path)
        .map_err(|error| Error::new(Code::Disk, texts::window::cannot_open_file()).because(error))
}
