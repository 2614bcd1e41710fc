//! Every paper the group sends: written from the sample workbook, by the standard layout and by a template.

mod common;

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;

use changwu_core::papers::PaperKind;
use common::Desk;
use serde_json::{Value, json};

/// Something of the sample that each paper can be of.
fn subject(desk: &Desk, kind: PaperKind) -> Value {
    let first = |list: &str, query: Value| desk.call(list, query)["rows"][0]["id"].clone();
    let project = |name: &str| first("project_list", json!({ "text": name }));
    match kind {
        PaperKind::Plan => json!({ "project": project("示例项目20") }),
        PaperKind::Supervision => json!({ "supervision": supervision(desk) }),
        PaperKind::Minutes => json!({ "meeting": first("meeting_list", json!({})) }),
        PaperKind::CoordinationMinutes => json!({ "coordination": first("coordination_list", json!({})) }),
        PaperKind::ReviewNotice | PaperKind::ReviewForm | PaperKind::ReviewOpinion => {
            json!({ "project": first("review_queue", json!({ "state": "concluded" })) })
        }
        PaperKind::Handbook | PaperKind::Agenda | PaperKind::Invitations | PaperKind::Cards | PaperKind::SignIn => {
            let session = first("session_list", json!({ "status": "preparing" }));
            let typed = "市科技局 王示例 副局长\n青岛示例集团股份有限公司 李示例 总经理";
            desk.call("guest_invite", json!({ "session": session, "kind": "department", "lines": typed }));
            json!({ "session": session })
        }
        PaperKind::Landing => json!({ "project": first("project_list", json!({ "stage": "landed" })) }),
        PaperKind::Brief | PaperKind::OnePager | PaperKind::Duties | PaperKind::DemandList | PaperKind::Calendar => {
            json!({ "project": project("示例项目20") })
        }
        PaperKind::Monthly | PaperKind::Bulletin => json!({ "month": "2021-02" }),
        PaperKind::SubmissionForm => json!({ "batch": "2021年第1季" }),
        PaperKind::Weekly | PaperKind::Board => json!({}),
    }
}

fn supervision(desk: &Desk) -> Value {
    let found = desk.call("supervision_list", json!({}))["rows"][0]["id"].clone();
    if !found.is_null() {
        return found;
    }
    let task = desk.call("task_list", json!({ "filter": { "lights": ["overdue"] } }))["rows"][0]["id"].clone();
    desk.call("supervision_issue", json!({ "papers": [{ "task": task }] }))[0].clone()
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The visible text, paragraph by paragraph; blank ones left out.
fn paragraphs(path: &Path) -> Vec<String> {
    let xml = part(path, "word/document.xml").replace("<w:br/>", "<w:t>\n</w:t>");
    let paragraph = |chunk: &str| -> String {
        let runs = chunk.split("<w:t").skip(1).filter(|run| run.starts_with('>') || run.starts_with(' '));
        runs.filter_map(|run| run.split_once('>')?.1.split_once("</w:t>").map(|(text, _)| text)).collect()
    };
    let all = xml.split("</w:p>").map(paragraph).map(|text| text.trim().to_owned());
    all.filter(|text| !text.is_empty()).collect()
}

fn export(desk: &Desk, kind: PaperKind, subject: &Value, name: &str) -> std::path::PathBuf {
    let path = desk.path(name);
    desk.call("paper_export", json!({ "kind": kind, "subject": subject, "path": path }));
    path
}

fn with_layout() -> impl Iterator<Item = PaperKind> {
    PaperKind::ALL.iter().copied().filter(|kind| kind.layout().is_some())
}

#[test]
fn every_paper_is_written_and_tells_nothing_of_where_it_was_made() {
    let desk = Desk::with_sample();
    for kind in with_layout() {
        let path = export(&desk, kind, &subject(&desk, kind), &format!("{}.docx", kind.label()));
        let text = paragraphs(&path);
        assert!(!text.is_empty(), "{}", kind.label());
        let joined = text.join("\n");
        assert!(!joined.contains("{{") && !joined.contains("{%"), "{}: {joined}", kind.label());
        for name in ["word/document.xml", "word/styles.xml", "docProps/core.xml"] {
            let xml = part(&path, name);
            for told in ["creator", "lastModifiedBy", "张三", "笔记本1", "/tmp"] {
                assert!(!xml.contains(told), "{}: {told} in {name}", kind.label());
            }
        }
        if let Some(folder) = std::env::var_os("CHANGWU_PAPERS") {
            std::fs::copy(&path, Path::new(&folder).join(path.file_name().unwrap())).unwrap();
        }
    }
}

#[test]
fn the_exported_template_filled_says_what_the_standard_layout_says() {
    let desk = Desk::with_sample();
    for kind in with_layout() {
        let subject = subject(&desk, kind);
        // Where the lines of a long title break is the layout's; a template leaves it to Word.
        let said = |path: &Path| paragraphs(path).into_iter().map(|text| text.replace('\n', "")).collect::<Vec<_>>();
        let standard = said(&export(&desk, kind, &subject, "标准.docx"));
        let template = desk.path("模板.docx");
        desk.call("template_export", json!({ "kind": kind, "path": template }));
        desk.call("template_set", json!({ "kind": kind, "path": template }));
        let filled = said(&export(&desk, kind, &subject, "模板填好.docx"));
        let differ = filled.iter().zip(&standard).find(|(filled, standard)| filled != standard);
        assert!(differ.is_none() && filled.len() == standard.len(), "{}: {differ:?}", kind.label());
        let kinds = desk.call("paper_kinds", json!({}));
        let row = kinds.as_array().unwrap().iter().find(|row| row["kind"] == json!(kind)).unwrap();
        assert_eq!(row["template"], "模板.docx");
        desk.call("undo", json!({}));
        assert_eq!(said(&export(&desk, kind, &subject, "撤销以后.docx")), standard, "{}", kind.label());
    }
}

#[test]
fn every_field_of_a_layout_is_declared_and_every_declared_one_is_there() {
    let desk = Desk::with_sample();
    for kind in with_layout() {
        let declared: BTreeSet<String> = kind.fields().into_iter().map(|field| field.name).collect();
        let gathered = desk
            .workbook()
            .read(|connection| {
                let subject = serde_json::from_value(subject(&desk, kind)).unwrap();
                changwu_core::papers::gather::gather(connection, kind, &subject, common::story_day())
            })
            .unwrap();
        let Ok(keys) = gathered.values.try_iter() else { panic!("{}", kind.label()) };
        let there: BTreeSet<String> = keys.map(|key| key.to_string()).collect();
        let first = |name: &String| name.split('.').next().unwrap().to_owned();
        let declared: BTreeSet<String> = declared.iter().map(first).collect();
        assert!(declared.is_subset(&there), "{}: declared {declared:?}, there {there:?}", kind.label());
    }
}

/// Scenario 27 of domain.md §7, by its own request.
#[test]
fn scenario_27_the_paper_of_an_overdue_task_once_more() {
    let desk = Desk::with_sample();
    let task = desk.call("task_list", json!({ "filter": { "lights": ["overdue"] } }))["rows"][0].clone();
    let id = desk.call("supervision_issue", json!({ "papers": [{ "task": task["id"] }] }))[0].clone();
    let page = desk.call("supervision_get", json!({ "id": id }));
    let text =
        paragraphs(&export(&desk, PaperKind::Supervision, &json!({ "supervision": id }), "督办单.docx")).join("\n");
    for said in
        ["督办单（通报）", "通报（红色）", page["overdue"].as_str().unwrap(), task["lead"]["name"].as_str().unwrap()]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(text.contains("2021年3月2日"), "three working days to answer: {text}");
    assert!(!desk.call("supervision_get", json!({ "id": id }))["row"]["exported_on"].is_null(), "it left the room");
}

#[test]
fn a_batch_is_a_file_each_in_a_folder() {
    let desk = Desk::with_sample();
    let folder = desk.path("责任分工表");
    let request = json!({ "kind": "duties", "folder": folder, "format": "docx" });
    let written = desk.call("paper_export_all", request);
    let names: BTreeSet<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), written.as_array().unwrap().len());
    assert!(names.len() >= 10 && names.iter().all(|name| name.contains("责任分工表2021年2月25日")), "{names:?}");
    let refused = desk.refused("paper_export_all", json!({ "kind": "weekly", "folder": folder, "format": "docx" }));
    assert!(refused.contains("周报") && refused.contains("一份一份"), "{refused}");
}

#[test]
fn due_days_go_to_a_calendar() {
    let desk = Desk::with_sample();
    let path = desk.path("到期.ics");
    desk.call("paper_export", json!({ "kind": "calendar", "subject": {}, "path": path }));
    let text = std::fs::read_to_string(&path).unwrap();
    let open = desk.call("task_list", json!({ "filter": { "open": true }, "limit": 1000 }));
    let with_day = open["rows"].as_array().unwrap().iter().filter(|task| !task["due"]["day"].is_null()).count();
    assert_eq!(text.matches("BEGIN:VEVENT").count(), with_day);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    let ids: BTreeSet<&str> = text.lines().filter(|line| line.starts_with("UID:")).collect();
    assert_eq!(ids.len(), with_day, "each its own");
}

#[test]
fn wrong_requests_are_refused_in_words() {
    let desk = Desk::with_sample();
    let refused = |kind: &str, subject: Value, path: &str| {
        desk.refused("paper_export", json!({ "kind": kind, "subject": subject, "path": desk.path(path) }))
    };
    assert!(refused("supervision", json!({}), "单.docx").contains("要指明是哪一个：督办单"));
    assert!(refused("weekly", json!({}), "周报.xlsx").contains("不能是 .xlsx"));
    assert!(refused("monthly", json!({ "month": "2021-13" }), "月报.docx").contains("2021-02"));
    let landing = json!({ "project": desk.call("project_list", json!({ "text": "环球智工厂" }))["rows"][0]["id"] });
    assert!(refused("landing", landing, "认定.docx").contains("还没有落地认定"));
    let text = desk.path("不是模板.txt");
    std::fs::write(&text, "文字").unwrap();
    assert!(desk.refused("template_set", json!({ "kind": "weekly", "path": text })).contains("另存为 .docx"));
    assert!(desk.refused("template_reset", json!({ "kind": "weekly" })).contains("标准版式"));
}

#[test]
fn phones_are_masked_unless_asked_for() {
    let desk = Desk::with_sample();
    let project = desk.call("project_list", json!({ "text": "环球智工厂" }))["rows"][0].clone();
    let contact = desk.call("contact_create", json!({ "enterprise": project["enterprise_id"], "name": "王示例" }));
    desk.call("contact_set", json!({ "id": contact, "field": "mobile", "text": "13800001234" }));
    let with = |full: bool| {
        let subject = json!({ "project": project["id"], "full_phones": full });
        paragraphs(&export(&desk, PaperKind::Plan, &subject, "方案.docx")).join("\n")
    };
    assert!(with(false).contains("138****1234") && !with(false).contains("13800001234"));
    assert!(with(true).contains("13800001234"));
}
