//! The command line, as a script uses it: the real program, its answers and its exit status.

mod common;

use std::path::Path;
use std::process::{Command, Output};

fn cli(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_changwu-cli"))
        .args(arguments)
        .current_dir(folder)
        .env("CHANGWU_CONFIG_DIR", folder.join("config"))
        .env_remove("CHANGWU_WORKBOOK")
        .output()
        .expect("the program starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim().to_string()
}

#[test]
fn working_days_are_counted_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let answer = cli(folder.path(), &["call", "calendar_add_working_days", r#"{"from":"2021-02-05","days":3}"#]);
    assert_eq!((said(&answer).as_str(), answer.status.code()), (r#"{"date":"2021-02-09"}"#, Some(0)));
    let answer = cli(folder.path(), &["call", "calendar_add_working_days", r#"{"from":"2027-03-01","days":1}"#]);
    assert!(said(&answer).contains("2027年放假安排未公布，按法定节日和周末推算"), "{}", said(&answer));
}

#[test]
fn a_workbook_is_made_changed_undone_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let run = |arguments: &[&str]| {
        let mut all = vec!["--workbook", "专班.changwu", "--json"];
        all.extend(arguments);
        cli(folder.path(), &all)
    };
    assert_eq!(cli(folder.path(), &["new", "专班.changwu"]).status.code(), Some(0));
    let refused = cli(folder.path(), &["new", "专班.changwu"]);
    assert_eq!(refused.status.code(), Some(1), "a file is never overwritten");
    assert!(String::from_utf8_lossy(&refused.stderr).contains("已经存在"));

    let id = said(&run(&["call", "enterprise_create", r#"{"name":"青岛环球集团股份有限公司"}"#]));
    let listed: serde_json::Value = serde_json::from_str(&said(&run(&["list", "enterprises"]))).unwrap();
    assert_eq!((&listed["total"], &listed["rows"][0]["name"]), (&1.into(), &"青岛环球集团股份有限公司".into()));
    let found: serde_json::Value = serde_json::from_str(&said(&run(&["search", "hqjt"]))).unwrap();
    assert_eq!(found[0]["id"].to_string(), id);
    assert!(said(&run(&["show", id.trim_matches('"')])).contains("青岛环球集团股份有限公司"));
    assert!(said(&run(&["history", id.trim_matches('"')])).contains("新增企业"));
    assert!(said(&run(&["undo"])).contains("新增企业：青岛环球集团股份有限公司"));
    assert_eq!(run(&["undo"]).status.code(), Some(1), "nothing more to undo");
    assert!(said(&run(&["redo"])).contains("新增企业"));
    assert_eq!(run(&["check"]).status.code(), Some(0));
}

#[test]
fn figures_are_told_with_what_they_are_made_of_and_written_to_excel() {
    let folder = tempfile::tempdir().unwrap();
    cli(folder.path(), &["call", "identity_set", r#"{"author":"张三","laptop":"专班-笔记本1"}"#]);
    cli(folder.path(), &["sample", "示例.changwu"]);
    let figures = |more: &[&str]| {
        let mut all = vec!["--workbook", "示例.changwu", "--as-of", "2021-02-25", "figures"];
        all.extend(more);
        said(&cli(folder.path(), &all))
    };
    let told = figures(&[]);
    assert!(told.starts_with("数据截至 2021-02-25\t29个项目中已有19个完成落地，落地率超过65%"), "{told}");
    assert!(told.contains("落地率（按项目）\t65.5%\t19/29\t已落地数 ÷ 库内项目数，按项目"), "{told}");
    assert_eq!(figures(&["--out", "二月.xlsx"]), "二月.xlsx");
    assert!(std::fs::read(folder.path().join("二月.xlsx")).unwrap().starts_with(b"PK"));
}

#[test]
fn wrong_use_is_told_apart_from_a_refusal() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(cli(folder.path(), &["no-such-command"]).status.code(), Some(2));
    assert_eq!(cli(folder.path(), &["list", "tasks"]).status.code(), Some(1), "no workbook named");
    assert_eq!(cli(folder.path(), &["call", "no_such_request"]).status.code(), Some(1));
    std::fs::write(folder.path().join("照片.changwu"), b"not a workbook at all").unwrap();
    let refused = cli(folder.path(), &["--workbook", "照片.changwu", "check"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("不是场务的工作簿"));
}

#[test]
fn reading_works_beside_a_program_that_holds_the_workbook() {
    let desk = common::Desk::with_new_workbook();
    desk.call("enterprise_create", serde_json::json!({ "name": "青岛环球集团股份有限公司" }));
    let folder = desk.folder.path();
    let read = cli(folder, &["--workbook", "专班.changwu", "search", "环球"]);
    assert!(said(&read).contains("青岛环球集团股份有限公司"), "{read:?}");
    let refused = cli(folder, &["--workbook", "专班.changwu", "undo"]);
    assert!(String::from_utf8_lossy(&refused.stderr).contains("张三 · 专班-笔记本1"), "says who holds it");
}

#[test]
fn a_template_is_filled_and_its_fields_are_listed() {
    use changwu_core::documents::{Document, word};
    let folder = tempfile::tempdir().unwrap();
    let mut paper = Document::new("关于{{ 项目.名称 }}的方案");
    paper.text("牵头单位：{{ 单位|连接 }}");
    std::fs::write(folder.path().join("模板.docx"), word::render(&paper, chrono::Utc::now()).unwrap()).unwrap();
    let values = |text: &str| std::fs::write(folder.path().join("数据.json"), text).unwrap();
    let fields = cli(folder.path(), &["fill", "--template", "模板.docx", "--fields"]);
    assert_eq!(said(&fields).lines().collect::<Vec<_>>(), ["单位", "项目"]);
    let fill =
        || cli(folder.path(), &["fill", "--template", "模板.docx", "--values", "数据.json", "--out", "方案.docx"]);
    values(r#"{"项目": {"名称": "环球"}, "单位": ["资规局", "发改委"]}"#);
    assert_eq!((said(&fill()).as_str(), fill().status.code()), ("已生成 方案.docx", Some(0)));
    let bytes = std::fs::read(folder.path().join("方案.docx")).unwrap();
    values(r#"{"项目": {"名字": "环球"}, "单位": []}"#);
    let refused = fill();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("没有“项目.名称”这个字段，是不是“项目.名字”？"));
    assert_eq!(std::fs::read(folder.path().join("方案.docx")).unwrap(), bytes, "a refusal leaves the file as it was");
}
