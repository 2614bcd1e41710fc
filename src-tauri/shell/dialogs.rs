//! The system's own file dialogs. A path the page may write to or open comes out of one of these.

use std::path::PathBuf;

use rfd::AsyncFileDialog;
use serde::Deserialize;
use tauri::{State, WebviewWindow};

use crate::commands::Session;

/// One entry of the dialog's list of filters, such as `Word 文档` with `["docx"]`.
#[derive(Deserialize)]
pub struct FileFilter {
    name: String,
    extensions: Vec<String>,
}

/// Asks for a file to read, or for a folder; `None` when the person thinks better of it.
#[tauri::command]
pub async fn dialog_open(
    window: WebviewWindow,
    session: State<'_, Session>,
    title: String,
    filters: Vec<FileFilter>,
    folder: bool,
) -> Result<Option<PathBuf>, ()> {
    let dialog = dialog(&window, &title, &filters, session.dialog_folder());
    let chosen = match folder {
        true => shown(&window, dialog.pick_folder()).await,
        false => shown(&window, dialog.pick_file()).await,
    };
    let Some(chosen) = chosen else { return Ok(None) };
    session.dialog_ended(chosen.path());
    Ok(Some(chosen.path().to_owned()))
}

/// Asks where to write a file, proposing `name`; the system's dialog asks before a file is overwritten. What is
/// chosen may be opened with [`crate::commands::open_path`] afterwards.
#[tauri::command]
pub async fn dialog_save(
    window: WebviewWindow,
    session: State<'_, Session>,
    title: String,
    name: String,
    filters: Vec<FileFilter>,
) -> Result<Option<PathBuf>, ()> {
    let mut name = plain(&name);
    loop {
        let dialog = dialog(&window, &title, &filters, session.dialog_folder()).set_file_name(&name);
        let Some(chosen) = shown(&window, dialog.save_file()).await else { return Ok(None) };
        session.dialog_ended(chosen.path());
        let path = with_ending(chosen.path().to_owned(), &filters);
        // The dialog asked about the name as typed. If the added ending makes it the name of another file, ask again.
        if path != chosen.path() && path.exists() {
            name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            continue;
        }
        session.may_open(path.clone());
        return Ok(Some(path));
    }
}

fn dialog(window: &WebviewWindow, title: &str, filters: &[FileFilter], folder: Option<PathBuf>) -> AsyncFileDialog {
    let mut dialog = AsyncFileDialog::new().set_parent(window).set_title(plain(title));
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    filters.iter().fold(dialog, |dialog, one| dialog.add_filter(plain(&one.name), &one.extensions))
}

/// `answer` is a dialog that is being opened; it stays above the window until it is answered.
async fn shown<T>(window: &WebviewWindow, answer: impl Future<Output = T>) -> T {
    keep_above(window);
    answer.await
}

/// GTK takes C strings, which end at the first NUL.
fn plain(text: &str) -> String {
    text.replace('\0', "")
}

/// Adds the first kind's ending when the person typed a name without one of the endings offered.
fn with_ending(path: PathBuf, filters: &[FileFilter]) -> PathBuf {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    let known = filters.iter().flat_map(|one| &one.extensions).any(|one| Some(one.to_lowercase()) == ending);
    match filters.first().and_then(|one| one.extensions.first()) {
        Some(first) if !known => {
            let mut name = path.into_os_string();
            name.push(".");
            name.push(first);
            PathBuf::from(name)
        }
        _ => path,
    }
}

/// rfd leaves the dialog without an owner on GTK, so it could slip behind the window and seem to hang it.
#[cfg(target_os = "linux")]
fn keep_above(window: &WebviewWindow) {
    use gtk::prelude::{Cast, GtkWindowExt};

    let window = window.clone();
    // Sources of one priority run in the order they came, so the dialog is there when this runs.
    gtk::glib::idle_add_once(move || {
        let Ok(owner) = window.gtk_window() else { return };
        for top in gtk::Window::list_toplevels() {
            if let Ok(dialog) = top.downcast::<gtk::FileChooserDialog>() {
                dialog.set_transient_for(Some(&owner));
                dialog.set_modal(true);
            }
        }
    });
}

#[cfg(not(target_os = "linux"))]
fn keep_above(_: &WebviewWindow) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn word() -> Vec<FileFilter> {
        vec![FileFilter { name: "Word".into(), extensions: vec!["docx".into()] }]
    }

    #[test]
    fn a_name_without_an_ending_gets_the_offered_one() {
        assert_eq!(with_ending("/a/方案".into(), &word()), PathBuf::from("/a/方案.docx"));
        assert_eq!(with_ending("/a/方案2021.2.25".into(), &word()), PathBuf::from("/a/方案2021.2.25.docx"));
        assert_eq!(with_ending("/a/方案.DOCX".into(), &word()), PathBuf::from("/a/方案.DOCX"));
        assert_eq!(with_ending("/a/方案".into(), &[]), PathBuf::from("/a/方案"));
    }
}
