//! What the integration tests share: a workbook in a temporary folder, with a clock that stands still.
#![allow(dead_code)]

pub mod sheets;
pub mod tasks;

use std::path::PathBuf;
use std::sync::Arc;

use changwu_core::api::{CallOptions, Host};
use changwu_core::clock::FixedClock;
use changwu_core::progress::Watch;
use changwu_core::workbook::{Identity, Workbook};
use chrono::NaiveDate;
use serde_json::Value;

pub struct Desk {
    pub folder: tempfile::TempDir,
    pub clock: Arc<FixedClock>,
    pub host: Host,
}

/// Stops a long job at its first word.
pub struct Impatient;

impl Watch for Impatient {
    fn progress(&self, _: u64, _: u64, _: &str) {}

    fn cancelled(&self) -> bool {
        true
    }
}

/// The day most stories are told on.
pub fn story_day() -> NaiveDate {
    day("2021-02-25")
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day of the test")
}

pub fn identity() -> Identity {
    Identity { author: "张三".into(), laptop: "专班-笔记本1".into() }
}

impl Desk {
    /// Somebody at a laptop with nothing open.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let clock = Arc::new(FixedClock::on(story_day()));
        let host = Host::with_clock(folder.path().join("config"), clock.clone());
        let desk = Self { folder, clock, host };
        desk.call("identity_set", serde_json::json!({"author": "张三", "laptop": "专班-笔记本1"}));
        desk
    }

    /// Somebody with a new workbook open.
    pub fn with_new_workbook() -> Self {
        let desk = Self::empty();
        desk.call("workbook_new", serde_json::json!({ "path": desk.path("专班.changwu") }));
        desk
    }

    /// Somebody with the sample workbook open.
    pub fn with_sample() -> Self {
        let desk = Self::empty();
        desk.call("workbook_sample", serde_json::json!({ "path": desk.path("示例.changwu") }));
        desk
    }

    /// It is another day now.
    pub fn moves_to(&self, today: NaiveDate) {
        use changwu_core::clock::Clock;
        self.clock.advance(today.signed_duration_since(self.clock.today()).num_days() * 86_400_000);
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn workbook(&self) -> Arc<Workbook> {
        self.host.workbook().expect("a workbook is open")
    }

    /// Asks, and expects an answer.
    pub fn call(&self, name: &str, request: Value) -> Value {
        self.clock.advance(60_000);
        match self.host.call(name, request, CallOptions::default()) {
            Ok(answer) => answer.value,
            Err(error) => panic!("{name}: {error:?}"),
        }
    }

    /// Asks, and expects a refusal: its sentence.
    pub fn refused(&self, name: &str, request: Value) -> String {
        match self.host.call(name, request, CallOptions::default()) {
            Ok(answer) => panic!("{name} was answered: {}", answer.value),
            Err(error) => error.message().to_string(),
        }
    }

    /// Asks, and expects a refusal: its code and its sentence.
    pub fn refused_with(&self, name: &str, request: Value) -> (changwu_core::Code, String) {
        match self.host.call(name, request, CallOptions::default()) {
            Ok(answer) => panic!("{name} was answered: {}", answer.value),
            Err(error) => (error.code(), error.message().to_string()),
        }
    }

    /// Asks for another day.
    pub fn call_as_of(&self, day: NaiveDate, name: &str, request: Value) -> Value {
        let options = CallOptions { as_of: Some(day), ..CallOptions::default() };
        self.host
            .call(name, request, options)
            .map(|answer| answer.value)
            .unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }
}

/// The words of a Word file, without its marks.
pub fn word_text(path: &std::path::Path) -> String {
    let file = std::fs::File::open(path).expect("the paper");
    let mut zip = zip::ZipArchive::new(file).expect("a zip");
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("word/document.xml").expect("the body"), &mut xml).expect("text");
    let mut text = String::new();
    let mut inside = false;
    for c in xml.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text
}
