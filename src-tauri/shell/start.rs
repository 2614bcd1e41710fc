//! What the window begins with. The workbook named on the command line is opened while the system still makes the
//! window, so that the page finds it open.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use changwu_core::api::{Answer, CallOptions, Host};
use changwu_core::workbook::Identity;
use changwu_core::{Code, Error};
use serde::Serialize;
use serde_json::{Value, json};
use tauri::State;

use crate::commands::{Refusal, Session};

/// The workbook to begin with, and the thread that opens it.
pub struct Start {
    file: Option<PathBuf>,
    opening: Mutex<Option<JoinHandle<Result<Answer, Error>>>>,
}

impl Start {
    /// Begins to open `file`, if it is known who sits here (otherwise the page asks that first).
    pub fn with(host: &Arc<Host>, file: Option<PathBuf>) -> Self {
        let file = file.map(|file| std::path::absolute(&file).unwrap_or(file));
        let opening = file.clone().filter(|_| host.identity().is_ok()).map(|file| {
            let host = host.clone();
            std::thread::spawn(move || host.call("workbook_open", json!({ "path": file }), CallOptions::default()))
        });
        Self { file, opening: Mutex::new(opening) }
    }
}

/// What the page needs to know to show its first picture.
#[derive(Serialize)]
pub struct Beginning {
    /// Who sits here; null before the first start.
    identity: Option<Identity>,
    /// The workbook named on the command line.
    file: Option<PathBuf>,
    /// Of the workbook that is open.
    status: Value,
    /// Why the named workbook did not open.
    refusal: Option<Refusal>,
}

/// Waits for the workbook of the command line and tells how things stand.
#[tauri::command]
pub async fn begin(session: State<'_, Session>) -> Result<Beginning, Refusal> {
    let opening = session.start.opening.lock().unwrap_or_else(PoisonError::into_inner).take();
    let (host, file) = (session.host.clone(), session.start.file.clone());
    let waited = tokio::task::spawn_blocking(move || {
        let opened = opening.map(|thread| thread.join().unwrap_or_else(|_| Err(Error::internal("opening panicked"))));
        let (status, refusal) = match opened {
            Some(Ok(answer)) => (answer.value, None),
            Some(Err(error)) => {
                log::warn!("workbook_open refused, {}", error.log_line());
                (Value::Null, Some(Refusal::from(error)))
            }
            // Nothing was named, or the page was loaded again.
            None => match host.call("workbook_status", Value::Null, CallOptions::default()) {
                Ok(answer) => (answer.value, None),
                Err(error) if error.code() == Code::NoWorkbook => (Value::Null, None),
                Err(error) => (Value::Null, Some(Refusal::from(error))),
            },
        };
        Beginning { identity: host.identity().ok(), file, status, refusal }
    });
    waited.await.map_err(|_| Refusal::from(Error::internal("the start panicked")))
}
