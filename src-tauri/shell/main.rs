//! The window. The only folder that names tauri, rfd or gtk, and it decides nothing: it carries requests to
//! [`changwu_core::api`] and answers back, shows the system's dialogs, and writes the log.
//!
//! `changwu [FILE]` opens that workbook. `CHANGWU_CONFIG_DIR` moves the program's own folder (who sits here,
//! recent files, the log) for tests and for developers' scratch data.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod dialogs;
mod journal;
mod notify;
mod open;
mod reminders;
mod start;

use std::path::PathBuf;

use changwu_core::api::Host;
use commands::Session;
use tauri::Manager;

fn main() {
    choose_renderer();
    let folder = Host::usual_folder();
    journal::start(&folder);
    let file = std::env::args_os().nth(1).map(PathBuf::from);
    if let Err(error) = run(Session::new(folder, file)) {
        log::error!("the window could not be opened: {error}");
        eprintln!("changwu: {error}");
        std::process::exit(1);
    }
}

/// Without a GPU, WebKitGTK's DMABUF renderer doubles frame times or leaves the window blank; who knows better
/// sets the variable. Must run before any other thread exists.
fn choose_renderer() {
    const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if cfg!(target_os = "linux") && std::env::var_os(RENDERER).is_none() {
        // SAFETY: the first thing `main` does; no other thread can be reading the environment.
        unsafe { std::env::set_var(RENDERER, "1") };
    }
}

fn run(session: Session) -> tauri::Result<()> {
    let app = tauri::Builder::default()
        .manage(session)
        .setup(|app| {
            let session = app.state::<Session>();
            let (clockwork, host) = (session.clockwork.clone(), session.host.clone());
            tauri::async_runtime::spawn(async move { clockwork.run(host).await });
            Ok(())
        })
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::cancel,
            start::begin,
            commands::set_title,
            commands::set_fullscreen,
            commands::open_path,
            dialogs::dialog_open,
            dialogs::dialog_save,
        ])
        .build(tauri::generate_context!())?;
    #[cfg(target_os = "linux")]
    let context = gtk::glib::MainContext::default();
    // rfd starts a thread of its own that turns GTK's main loop. While this thread owns the loop, that one waits
    // and its dialogs run here: GTK and WebKit abort when called from two threads.
    #[cfg(target_os = "linux")]
    let _owned = context.acquire();
    app.run(|app, event| match event {
        tauri::RunEvent::Exit => app.state::<Session>().end(),
        tauri::RunEvent::WindowEvent { event: tauri::WindowEvent::Focused(true), .. } => {
            app.state::<Session>().clockwork.looked_at();
        }
        _ => {}
    });
    Ok(())
}
