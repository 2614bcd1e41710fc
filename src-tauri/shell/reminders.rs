//! Desktop notifications at the moments the core names. One task sleeps until the next of them; nothing polls. It is
//! woken when a workbook was opened, when the times were changed, and when the window gets the focus again: a computer
//! that slept does not count the time it slept.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use changwu_core::Code;
use changwu_core::api::{CallOptions, Host};
use serde::Deserialize;
use serde_json::Value;
use tokio::sync::Notify;

/// Wakes the clockwork.
#[derive(Default)]
pub struct Clockwork {
    wake: Notify,
    /// The page has shown what was missed; before it nothing is said, or it would be said in the wrong place.
    begun: AtomicBool,
}

#[derive(Deserialize)]
struct Next {
    in_ms: Option<u64>,
}

#[derive(Deserialize)]
struct Notice {
    title: String,
    body: String,
}

impl Clockwork {
    /// A request was answered.
    pub fn after(&self, request: &str) {
        match request {
            "reminder_missed" => self.begun.store(true, Ordering::Relaxed),
            "workbook_open" | "workbook_new" | "workbook_sample" | "workbook_generate" | "workbook_close" => {
                self.begun.store(false, Ordering::Relaxed);
            }
            "reminder_schedule_set" => {}
            _ => return,
        }
        self.wake.notify_one();
    }

    /// The window is looked at again.
    pub fn looked_at(&self) {
        self.wake.notify_one();
    }

    /// Runs until the program ends.
    pub async fn run(&self, host: Arc<Host>) {
        loop {
            if !self.begun.load(Ordering::Relaxed) {
                self.wake.notified().await;
                continue;
            }
            if let Some(notice) = ask::<Option<Notice>>(&host, "reminder_take").await.flatten() {
                crate::notify::show(&notice.title, &notice.body);
            }
            match ask::<Next>(&host, "reminder_next").await.and_then(|next| next.in_ms) {
                Some(in_ms) => {
                    let _ = tokio::time::timeout(Duration::from_millis(in_ms), self.wake.notified()).await;
                }
                None => self.wake.notified().await,
            }
        }
    }
}

/// Asks the core; none without a workbook, or when it refuses (which is logged).
async fn ask<T: for<'d> Deserialize<'d>>(host: &Arc<Host>, name: &'static str) -> Option<T> {
    let host = host.clone();
    let asked = move || host.call(name, Value::Null, CallOptions::default());
    match tokio::task::spawn_blocking(asked).await.ok()? {
        Ok(answer) => serde_json::from_value(answer.value).ok(),
        Err(error) if error.code() == Code::NoWorkbook => None,
        Err(error) => {
            log::warn!("{name} refused, {}", error.log_line());
            None
        }
    }
}
