//! The file in other programs' hands: random edits made by openpyxl, saved again by LibreOffice in three formats, come back
//! exactly. Skipped where CHANGWU_PYTHON names no Python with openpyxl, or there is no LibreOffice; CI has both.

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::sheets::{column, count, preview, read};
use common::{Desk, tasks};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Value, json};

const SHEET: &str = "市自然资源和规划局";

fn python() -> Option<PathBuf> {
    std::env::var_os("CHANGWU_PYTHON").map(PathBuf::from)
}

fn libreoffice() -> Option<&'static str> {
    ["soffice", "libreoffice"].into_iter().find(|name| Command::new(name).arg("--version").output().is_ok())
}

/// A workbook with twelve tasks of one unit, sent out.
fn sent() -> (Desk, PathBuf, Vec<String>) {
    let desk = Desk::with_new_workbook();
    let projects = [tasks::project(&desk, "示例甲项目"), tasks::project(&desk, "示例乙项目")];
    let dues = ["3月底前", "2021-03-05", "长期", "", "年内", "2021-12-01"];
    let mut ids = Vec::new();
    for at in 0..12 {
        let title = format!("{}办理第{}项", ["用地", "环评", "供电"][at % 3], at / 4);
        let task = json!({"title": title, "lead": "自规局", "due": dues[at % 6], "project": projects[at % 2], "persons": if at % 3 == 0 { "示例甲" } else { "" }});
        let id = tasks::create(&desk, task);
        if at % 2 == 0 {
            let note =
                json!({"id": id, "percent": at * 5, "done_text": format!("做了{at}件\n第二行"), "problem": "缺材料"});
            desk.call("task_note_add", note);
        }
        ids.push(id.as_str().unwrap().to_owned());
    }
    let path = desk.path("下发.xlsx");
    desk.call("sheets_send", json!({ "path": path }));
    (desk, path, ids)
}

/// What is typed into a cell, and what it must be understood as (`None`: it says what stood there).
fn typed() -> impl Strategy<Value = (&'static str, Value, String)> {
    let percent = (0u32..=100).prop_flat_map(|percent| {
        let (fraction, text, full) =
            (json!(f64::from(percent) / 100.0), format!("{percent}%"), format!("完成{percent}％"));
        let whole = if percent > 1 { json!(percent) } else { json!(f64::from(percent) / 100.0) };
        prop::sample::select(vec![fraction, whole, json!(text), json!(full)])
            .prop_map(move |value| ("当前进展（%）", value, format!("{percent}%")))
    });
    let words = "[a-z]{0,3}[一-龥，。]{1,12}(\n[一-龥0-9 <>&\"']{0,8}[一-龥])?";
    let done = words.prop_map(|text| ("进展情况", json!(format!("记{text}")), format!("记{text}")));
    let problem = words.prop_map(|text| ("存在问题", json!(format!("缺{text}")), format!("缺{text}")));
    let note = words.prop_map(|text| ("备注", json!(format!("注{text}")), format!("注{text}")));
    let persons = prop::sample::subsequence(vec!["示例丁", "示例戊", "示例己"], 1..=3)
        .prop_map(|names| ("责任人", json!(names.join("、")), names.join("、")));
    let coordination =
        prop::sample::select(vec!["是", "需要", "√"]).prop_map(|text| ("需协调", json!(text), "是".to_owned()));
    prop_oneof![percent, done, problem, note, persons, coordination]
}

#[derive(Debug, Clone)]
struct Edits {
    /// Task and heading → typed and understood.
    cells: BTreeMap<(usize, &'static str), (Value, String)>,
    order: Vec<usize>,
    rows: Vec<usize>,
    rename: BTreeMap<&'static str, &'static str>,
    added: Vec<String>,
}

fn edits() -> impl Strategy<Value = Edits> {
    let cells = prop::collection::vec((0usize..12, typed()), 0..12);
    let order = Just((0..14).collect::<Vec<usize>>()).prop_shuffle();
    let rows = Just((0..12).collect::<Vec<usize>>())
        .prop_shuffle()
        .prop_flat_map(|rows| (6usize..=12).prop_map(move |most| rows[..most].to_vec()));
    let names =
        vec![("进展情况", "本月进展"), ("存在问题", "存在的问题"), ("责任人", "具体责任人"), ("完成时限", "完成时间")];
    let rename = prop::sample::subsequence(names, 0..=4).prop_map(|names| names.into_iter().collect());
    let added = prop::collection::vec("新增[一-龥]{2,6}", 0..3);
    (cells, order, rows, rename, added).prop_map(|(cells, order, rows, rename, added)| Edits {
        cells: cells.into_iter().map(|(task, (column, value, said))| ((task, column), (value, said))).collect(),
        order,
        rows,
        rename,
        added,
    })
}

impl Edits {
    /// As the script wants them; `ids` in the order of the sheet.
    fn json(&self, ids: &[String]) -> Value {
        let cells = self
            .cells
            .iter()
            .map(|((task, column), (value, _))| json!({"id": ids[*task], "column": column, "value": value}));
        let added = self.added.iter().map(|title| json!({"重点任务": title, "项目名称": "示例甲项目"}));
        json!({
            "sheet": SHEET, "cells": cells.collect::<Vec<_>>(), "order": self.order, "rows": self.rows, "rename": self.rename,
            "added": added.collect::<Vec<_>>(),
        })
    }
}

/// What the preview says: task and column → value; and how many rows are unknown and missing.
fn told(preview: &Value) -> (BTreeMap<(String, String), String>, u64, u64) {
    let mut cells = BTreeMap::new();
    for item in preview["items"].as_array().unwrap() {
        match item["kind"].as_str().unwrap() {
            "changed" => {
                let key = (item["task"].as_str().unwrap().to_owned(), item["column"].as_str().unwrap().to_owned());
                cells.insert(key, item["theirs"].as_str().unwrap().to_owned());
            }
            "unknown_row" | "missing" => {}
            other => panic!("{other}: {item}"),
        }
    }
    (cells, count(preview, "unknown_row"), count(preview, "missing"))
}

/// What must be told of these edits: cells of rows that came back and say something new.
fn expected(desk: &Desk, edits: &Edits, ids: &[String]) -> (BTreeMap<(String, String), String>, u64, u64) {
    const CODES: [(&str, &str); 6] = [
        ("当前进展（%）", "percent"),
        ("进展情况", "done"),
        ("存在问题", "problem"),
        ("备注", "note"),
        ("责任人", "persons"),
        ("需协调", "coordination"),
    ];
    let mut cells = BTreeMap::new();
    for ((task, heading), (_, said)) in &edits.cells {
        let code = CODES.iter().find(|(name, _)| name == heading).unwrap().1;
        let row = desk.call("task_get", json!({"id": ids[*task]}))["row"].clone();
        let stands = match code {
            "percent" => row["percent"].as_i64().map(|percent| format!("{percent}%")).unwrap_or_default(),
            _ => String::new(),
        };
        if edits.rows.contains(task) && stands != *said {
            cells.insert((ids[*task].clone(), code.to_owned()), said.clone());
        }
    }
    (cells, edits.added.len() as u64, 12 - edits.rows.len() as u64)
}

fn run(command: &mut Command) {
    let output = command.output().expect("it starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

fn edited(python: &Path, desk: &Desk, source: &Path, edits: &Value, name: &str) -> PathBuf {
    let (list, out) = (desk.path(&format!("{name}.json")), desk.path(&format!("{name}.xlsx")));
    std::fs::write(&list, edits.to_string()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sheets/edit_with_openpyxl.py");
    run(Command::new(python).arg(script).arg(source).arg(list).arg(&out));
    out
}

/// Some edits, edited by openpyxl: each with its file.
fn some(python: &Path, desk: &Desk, source: &Path, ids: &[String], number: usize) -> Vec<(Edits, PathBuf)> {
    let mut runner = TestRunner::new(Config::default());
    (0..number)
        .map(|at| {
            let edits = edits().new_tree(&mut runner).expect("edits").current();
            let file = edited(python, desk, source, &edits.json(ids), &format!("改{at}"));
            (edits, file)
        })
        .collect()
}

/// The tasks in the order of the sheet.
fn ids_in(path: &Path) -> Vec<String> {
    let book = read(path);
    let sheet = &book.sheets[0];
    let at = column(sheet, "标识");
    sheet
        .rows
        .iter()
        .skip(3)
        .map(|row| row.get(at).map(|cell| cell.text().into_owned()).unwrap_or_default())
        .filter(|id| !id.is_empty())
        .collect()
}

use proptest::strategy::ValueTree;

#[test]
fn random_edits_made_by_openpyxl_come_back_exactly() {
    let Some(python) = python() else { return eprintln!("skipped: CHANGWU_PYTHON is not set") };
    let (desk, source, _) = sent();
    let ids = ids_in(&source);
    assert_eq!(ids.len(), 12);
    for (edits, file) in some(&python, &desk, &source, &ids, 24) {
        let preview = preview(&desk, &file);
        assert_eq!(told(&preview), expected(&desk, &edits, &ids), "{edits:?}\n{preview:#}");
        assert_eq!(preview["sheets"][0]["compared_with_sent"], true);
    }
}

#[test]
fn what_libreoffice_saves_again_comes_back_exactly() {
    let (Some(python), Some(office)) = (python(), libreoffice()) else {
        return eprintln!("skipped: CHANGWU_PYTHON is not set, or there is no LibreOffice");
    };
    let (desk, source, _) = sent();
    let ids = ids_in(&source);
    let some = some(&python, &desk, &source, &ids, 6);
    for format in ["xlsx", "ods", "xls"] {
        let folder = desk.path(format);
        let home = format!("-env:UserInstallation=file://{}", desk.path("office").display());
        let files: Vec<&PathBuf> = some.iter().map(|(_, file)| file).collect();
        run(Command::new(office)
            .args([&home, "--headless", "--convert-to", format, "--outdir"])
            .arg(&folder)
            .args(files));
        for (edits, file) in &some {
            let again = folder.join(file.with_extension(format).file_name().unwrap());
            let preview = preview(&desk, &again);
            assert_eq!(told(&preview), expected(&desk, edits, &ids), "{format} {edits:?}\n{preview:#}");
        }
    }
}

#[test]
fn what_is_taken_in_stands_as_it_was_filled_in_and_goes_back_whole() {
    let Some(python) = python() else { return eprintln!("skipped: CHANGWU_PYTHON is not set") };
    let (desk, source, _) = sent();
    let ids = ids_in(&source);
    for (edits, file) in some(&python, &desk, &source, &ids, 6) {
        let before = desk.call("task_list", json!({"limit": 100, "sort": "created"}));
        let (cells, ..) = expected(&desk, &edits, &ids);
        desk.call("return_apply", json!({ "path": file }));
        let again = preview(&desk, &file);
        assert_eq!(count(&again, "to_write"), 0, "{edits:?}\n{again:#}");
        for ((id, column), said) in &cells {
            let task = desk.call("task_get", json!({ "id": id }));
            let now = match column.as_str() {
                "percent" => format!("{}%", task["row"]["percent"]),
                "done" => task["row"]["done_text"].as_str().unwrap().to_owned(),
                "problem" => task["notes"][0]["problem"].as_str().unwrap().to_owned(),
                "note" => task["row"]["note"].as_str().unwrap().to_owned(),
                "coordination" => if task["row"]["need_coordination"] == true { "是" } else { "" }.to_owned(),
                _ => {
                    let names =
                        task["row"]["persons"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap());
                    names.collect::<Vec<_>>().join("、")
                }
            };
            assert_eq!(now, *said, "{column}: {edits:?}");
        }
        while desk.call("workbook_status", json!({}))["undo"]
            .as_str()
            .is_some_and(|label| label.starts_with("导入回填"))
        {
            desk.call("undo", json!({}));
        }
        assert_eq!(desk.call("task_list", json!({"limit": 100, "sort": "created"})), before);
    }
}
