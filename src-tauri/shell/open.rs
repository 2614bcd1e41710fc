//! Handing a file to the system's program for it (WPS, Excel, a picture viewer).

use std::path::Path;
use std::process::{Command, Stdio};

/// Opens `path` as a double click would. Returns once the system has taken it, not when the program is closed.
pub fn with_system(path: &Path) -> std::io::Result<()> {
    #[cfg(target_os = "windows")]
    let mut command = Command::new("explorer");
    #[cfg(target_os = "macos")]
    let mut command = Command::new("open");
    #[cfg(not(any(target_os = "windows", target_os = "macos")))]
    let mut command = Command::new("xdg-open");
    let mut child = command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // Collects the process when it ends; nobody waits for it.
    std::thread::spawn(move || child.wait());
    Ok(())
}
