//! Plans whose texts are whatever people paste: each is a whole Word file with those texts in it. `CHANGWU_PLANS` says
//! how many (60 if unset); they stay in the target folder's `tmp/hostile` for other programs to open.

mod common;

use std::io::Read;
use std::path::Path;

use changwu_core::plans::outline::PlanSection;
use common::Desk;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::{Value, json};

/// What gets into papers by paste, and what would break a paper that trusts its texts.
const PIECES: &[&str] = &[
    "]]>",
    "{{",
    "}}",
    "{%",
    "%}",
    "{{ 项目 }}",
    "{% for 项 in 任务 %}",
    "<w:t>",
    "</w:p>",
    "&amp;",
    "&",
    "<",
    ">",
    "\"",
    "'",
    "|",
    "#",
    "## 一、",
    "!页面 A3横",
    "[跨3]",
    "**",
    "@ ",
    "\\",
    "\u{1}",
    "\u{b}",
    "\u{7f}",
    "㐂𠮷",
    "👨‍👩‍👧",
    "שלום",
    "\u{202e}abc",
    "\u{200b}",
    "\t",
    "\n",
    "　",
    "“智工厂”",
    "……——",
    "①㎡℃",
    "超200亿元",
];

/// A text of up to `most` pieces; none at all now and then.
fn text(random: &mut fastrand::Rng, most: usize) -> String {
    (0..random.usize(0..=most)).map(|_| *random.choice(PIECES).unwrap_or(&"")).collect()
}

/// Without blanks, which a paper keeps in its own ways, and control characters, which it cannot hold.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
}

fn parts(path: &Path) -> Vec<(String, Vec<u8>)> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(path).expect("the file")).expect("a zip");
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).expect("a part");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        parts.push((part.name().expect("a name").into_owned(), bytes));
    }
    parts
}

/// Reads XML to its end; what is in it as text, runs and paragraphs one after another.
fn well_formed(name: &str, xml: &[u8]) -> String {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = true;
    let (mut text, mut depth, mut buffer) = (String::new(), 0, Vec::new());
    loop {
        match reader.read_event_into(&mut buffer).unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Text(said) => text += &said,
            Event::GeneralRef(name) => match name.resolve_char_ref().expect("a reference") {
                Some(c) => text.push(c),
                None => text += quick_xml::escape::resolve_predefined_entity(&name).expect("a known name"),
            },
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    assert_eq!(depth, 0, "{name} ends where it began");
    assert!(
        !text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')),
        "{name} holds a control character"
    );
    text
}

#[test]
fn plans_of_hostile_texts_are_whole_and_say_what_was_typed() {
    let many: u64 = std::env::var("CHANGWU_PLANS").ok().and_then(|many| many.parse().ok()).unwrap_or(60);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile");
    std::fs::create_dir_all(&folder).expect("a folder");
    let desk = Desk::with_sample();
    let project = desk.call("project_list", json!({ "text": "示例项目20" }))["rows"][0]["id"].clone();
    let plan = desk.call("plan_of", json!({ "project": project }));
    let tasks: Vec<Value> = desk.call("task_list", json!({ "filter": { "project": project } }))["rows"]
        .as_array()
        .expect("tasks")
        .iter()
        .map(|one| one["id"].clone())
        .collect();
    for seed in 0..many {
        let mut random = fastrand::Rng::with_seed(seed);
        let typed = text(&mut random, 24);
        let section = random.choice(PlanSection::ALL).expect("a section");
        desk.call("plan_section_set", json!({ "id": plan, "part": section, "text": typed }));
        let title = format!("办理{}", text(&mut random, 6));
        let task = random.choice(&tasks).expect("a task");
        desk.call("task_set", json!({ "id": task, "field": "title", "text": title }));
        let path = folder.join(format!("{seed}.docx"));
        desk.call("paper_export", json!({ "kind": "plan", "subject": { "plan": plan }, "path": path }));
        let mut said = String::new();
        for (name, bytes) in parts(&path).iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
            let text = well_formed(name, bytes);
            if name == "word/document.xml" {
                said = bare(&text);
            }
        }
        for line in typed.lines().map(bare) {
            assert!(said.contains(&line), "{seed}: {line:?} is missing");
        }
    }
}
