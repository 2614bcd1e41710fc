//! The log: one file in the program's own folder, for the people who maintain it. It holds times, names of
//! requests, codes and causes, never what a person typed.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use log::{LevelFilter, Log, Metadata, Record};

const NAME: &str = "changwu.log";
/// Beyond this the file of the last start becomes `changwu.old.log`; one generation is kept.
const KEEP_BYTES: u64 = 1_000_000;

struct Journal {
    file: Mutex<File>,
}

impl Log for Journal {
    fn enabled(&self, about: &Metadata) -> bool {
        // Libraries may quote what they were given; only their failures are kept.
        about.target().starts_with("changwu") || about.level() <= log::Level::Warn
    }

    fn log(&self, record: &Record) {
        if !self.enabled(record.metadata()) {
            return;
        }
        let now = chrono::Local::now().format("%Y-%m-%dT%H:%M:%S%.3f%:z");
        let line = format!("{now} {:5} {}: {}\n", record.level(), record.target(), record.args());
        let mut file = self.file.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        // A log that cannot be written must not stop the work.
        let _ = file.write_all(line.as_bytes());
    }

    fn flush(&self) {}
}

/// Starts the log in `folder` (created if need be) and has panics written to it. Without a writable folder the
/// program runs without a log.
pub fn start(folder: &Path) {
    let Ok(file) = open(folder) else { return };
    if log::set_boxed_logger(Box::new(Journal { file: Mutex::new(file) })).is_ok() {
        log::set_max_level(LevelFilter::Info);
        log::info!("started, version {}", env!("CARGO_PKG_VERSION"));
    }
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        // A formatted message may quote data; a literal cannot.
        let words = panic.payload().downcast_ref::<&'static str>().copied().unwrap_or("(message left out)");
        log::error!("panic at {place}: {words}");
        usual(panic);
    }));
}

fn open(folder: &Path) -> std::io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join(NAME);
    if fs::metadata(&path).is_ok_and(|about| about.len() > KEEP_BYTES) {
        fs::rename(&path, folder.join("changwu.old.log"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}
