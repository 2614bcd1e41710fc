//! Excel out: lists, and the 责任分工表 for units.

mod common;

use std::path::Path;

use changwu_core::api::{CallOptions, Host};
use changwu_core::ledgers::read::Cell;
use common::sheets::{self, HEAD, column, read, sent};
use common::{Desk, Impatient, day, tasks};
use serde_json::{Value, json};

/// A part of the package, as text.
fn part(path: &Path, name: &str) -> String {
    let file = std::fs::File::open(path).expect("the file");
    let mut zip = zip::ZipArchive::new(file).expect("a zip");
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut zip.by_name(name).expect(name), &mut xml).expect("text");
    xml
}

fn cells(path: &Path, row: usize) -> Vec<String> {
    read(path).sheets[0].rows[row].iter().map(|cell| cell.text().into_owned()).collect()
}

#[test]
fn a_list_goes_out_as_filtered_with_the_columns_chosen() {
    let desk = Desk::with_sample();
    let path = desk.path("台账.xlsx");
    let query = json!({"filter": {"lights": ["overdue"]}, "sort": "due", "group": "lead"});
    let answer = desk.call(
        "list_export",
        json!({"list": "tasks", "query": query, "columns": ["number", "title", "lead", "due", "percent"], "path": path}),
    );
    let listed = desk
        .call("task_list", json!({"filter": {"lights": ["overdue"]}, "sort": "due", "group": "lead", "limit": 1000}));
    assert_eq!(answer["rows"], listed["total"]);
    assert_eq!(cells(&path, 0), ["任务台账"]);
    assert_eq!(cells(&path, 1), [format!("数据截至：2021-02-25　　共 {} 项", listed["total"])]);
    assert_eq!(cells(&path, HEAD), ["序号", "重点任务", "牵头单位", "完成时限", "进度", "示例"]);
    let sheet = &read(&path).sheets[0];
    for (at, row) in listed["rows"].as_array().unwrap().iter().enumerate() {
        let cell = |column| sheet.cell(HEAD + 1 + at, column);
        assert_eq!(*cell(0), Cell::Number(at as f64 + 1.0));
        assert_eq!(cell(1).text(), row["title"].as_str().unwrap());
        if let Some(due) = row["due"]["encoded"].as_str().filter(|due| due.len() == 10) {
            assert_eq!(*cell(3), Cell::Date(day(due)), "a date, not a text");
        }
        if let Some(percent) = row["percent"].as_i64() {
            assert_eq!(*cell(4), Cell::Number(percent as f64 / 100.0));
        }
        assert_eq!(cell(5).text(), if row["sample"] == true { "示例" } else { "" });
    }
    assert_eq!(sheet.rows.len(), HEAD + 1 + listed["rows"].as_array().unwrap().len());
}

#[test]
fn every_list_goes_out_whole() {
    let desk = Desk::with_sample();
    for (list, request) in [
        ("tasks", "task_list"),
        ("projects", "project_list"),
        ("enterprises", "enterprise_list"),
        ("demands", "demand_list"),
        ("library", "library_list"),
        ("outcomes", "outcome_list"),
        ("submissions", "submission_list"),
        ("experts", "expert_list"),
        ("sessions", "session_list"),
        ("departments", "department_list"),
        ("people", "person_list"),
        ("supervisions", "supervision_list"),
        ("coordinations", "coordination_list"),
        ("sheets", "sheet_list"),
    ] {
        let path = desk.path(&format!("{list}.xlsx"));
        let rows = desk.call("list_export", json!({ "list": list, "path": path }))["rows"].clone();
        assert_eq!(rows, desk.call(request, json!({}))["total"], "{list}");
        let book = read(&path);
        assert_eq!(book.sheets[0].rows.len() as u64, HEAD as u64 + 1 + rows.as_u64().unwrap(), "{list}");
    }
}

#[test]
fn telephones_are_masked_unless_asked_for_and_nobody_is_named_in_the_properties() {
    let desk = Desk::with_new_workbook();
    let unit = desk.call("department_list", json!({"text": "科技局", "limit": 1}))["rows"][0]["id"].clone();
    let person = desk.call("person_create", json!({"department": unit, "name": "示例甲"}));
    desk.call("person_set", json!({"id": person, "field": "mobile", "text": "138 1234 1234"}));
    let path = desk.path("人员.xlsx");
    desk.call("list_export", json!({"list": "people", "columns": ["name", "mobile"], "path": path}));
    assert_eq!(cells(&path, HEAD + 1), ["1", "示例甲", "138****1234"]);
    desk.call("list_export", json!({"list": "people", "columns": ["name", "mobile"], "phones": true, "path": path}));
    assert_eq!(cells(&path, HEAD + 1), ["1", "示例甲", "13812341234"]);
    let properties = part(&path, "docProps/core.xml") + &part(&path, "docProps/app.xml");
    for word in ["张三", "专班-笔记本1", "/tmp", "<dc:creator>张"] {
        assert!(!properties.contains(word), "{properties}");
    }
    assert!(properties.contains("责任人名录") && properties.contains("2021-02-2"), "{properties}");
}

#[test]
fn a_wrong_column_or_query_is_refused_in_words_and_writes_nothing() {
    let desk = Desk::with_sample();
    let path = desk.path("表.xlsx");
    let refused = desk.refused("list_export", json!({"list": "tasks", "columns": ["天气"], "path": path}));
    assert_eq!(refused, "这张表没有“天气”列；请重新选择要导出的列");
    desk.refused("list_export", json!({"list": "tasks", "query": {"sort": "天气"}, "path": path}));
    let nowhere = desk.path("没有/这个/文件夹.xlsx");
    assert!(desk.refused("list_export", json!({"list": "tasks", "path": nowhere})).contains("文件夹.xlsx"));
    assert!(!path.exists());
}

#[test]
fn a_list_that_is_stopped_leaves_the_file_that_was_there() {
    let desk = Desk::with_sample();
    let path = desk.path("台账.xlsx");
    std::fs::write(&path, "以前的文件").unwrap();
    let host: &Host = &desk.host;
    let stopped = host.call(
        "list_export",
        json!({"list": "tasks", "path": path}),
        CallOptions { watch: &Impatient, ..CallOptions::default() },
    );
    assert_eq!(stopped.unwrap_err().code(), changwu_core::Code::Cancelled);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "以前的文件");
    let left: Vec<_> = std::fs::read_dir(desk.folder.path()).unwrap().flatten().map(|file| file.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().ends_with(".new")), "{left:?}");
}

#[test]
fn a_sheet_for_each_unit_is_written_and_noted_in_one_action() {
    let (desk, path) = sent();
    let book = read(&path);
    let names: Vec<&str> = book.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["市科技局", "市自然资源和规划局"], "in 机构序列");
    let sheet = &book.sheets[1];
    let heads: Vec<_> = sheet.rows[HEAD].iter().map(|cell| cell.text().into_owned()).collect();
    assert_eq!(
        heads,
        [
            "序号",
            "项目名称",
            "重点任务",
            "具体措施",
            "牵头单位",
            "责任（配合）单位",
            "责任人",
            "完成时限",
            "当前进展（%）",
            "进展情况",
            "存在问题",
            "需协调",
            "备注",
            "标识"
        ]
    );
    assert_eq!(sheet.cell(0, 0).text(), "2021年2月责任分工表（市自然资源和规划局）");
    assert!(sheet.cell(1, 0).text().contains("请于2021-03-04前填好发回"), "{}", sheet.cell(1, 0).text());
    let due = column(sheet, "完成时限");
    assert_eq!(*sheet.cell(sheets::row(sheet, "规划选址"), due), Cell::Date(day("2021-03-05")));
    assert_eq!(sheet.cell(sheets::row(sheet, "用地预审"), due).text(), "2021年3月底前");
    assert_eq!(*sheet.cell(sheets::row(sheet, "用地预审"), column(sheet, "当前进展（%）")), Cell::Number(0.4));

    let listed = desk.call("sheet_list", json!({}));
    assert_eq!(listed["total"], 2);
    assert_eq!(listed["rows"][0]["title"], "2021年2月责任分工表");
    assert_eq!(listed["rows"][0]["due"], "2021-03-04");
    assert_eq!(desk.call("undo", json!({}))["label"], "新增报送：2021年2月责任分工表（2家单位）");
    assert_eq!(desk.call("sheet_list", json!({}))["total"], 0);
}

#[test]
fn the_sheet_is_set_up_to_be_filled_in_and_printed() {
    let (_desk, path) = sent();
    let sheet = part(&path, "xl/worksheets/sheet2.xml");
    for wanted in [
        "<sheetProtection sheet=\"1\"",
        "orientation=\"landscape\"",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "fitToPage=\"1\"",
        "ySplit=\"3\"",
        "hidden=\"1\"",
        "type=\"list\"",
        "是,否",
        "type=\"decimal\"",
        "第 &amp;P 页，共 &amp;N 页",
    ] {
        assert!(sheet.contains(wanted), "no {wanted} in {sheet}");
    }
    let book = part(&path, "xl/workbook.xml");
    assert!(book.contains("场务回填标记") && book.contains("state=\"veryHidden\""), "{book}");
    assert!(book.contains("_xlnm.Print_Titles"), "{book}");
    assert!(part(&path, "xl/styles.xml").contains("<protection locked=\"0\""));
    // Nothing personal, no password.
    let properties = part(&path, "docProps/core.xml") + &part(&path, "docProps/app.xml") + &book;
    assert!(!properties.contains("张三") && !properties.contains("/tmp") && !sheet.contains("hashValue"));
}

#[test]
fn one_file_each_never_covers_the_filled_one_of_last_time() {
    let (desk, _) = sent();
    let folder = desk.path("下发");
    let request = json!({"path": folder, "separate": true, "filter": {"open": true}, "title": "3月责任分工表"});
    let first = desk.call("sheets_send", request.clone());
    assert_eq!((&first["units"], &first["tasks"], &first["without_lead"]), (&json!(2), &json!(4), &json!(0)));
    let again = desk.call("sheets_send", request);
    let names = |answer: &Value| -> Vec<String> {
        let paths = answer["paths"].as_array().unwrap().iter();
        paths
            .map(|path| Path::new(path.as_str().unwrap()).file_name().unwrap().to_string_lossy().into_owned())
            .collect()
    };
    assert_eq!(names(&first), ["市科技局3月责任分工表.xlsx", "市自然资源和规划局3月责任分工表.xlsx"]);
    assert_eq!(names(&again), ["市科技局3月责任分工表（2）.xlsx", "市自然资源和规划局3月责任分工表（2）.xlsx"]);
    let one = read(Path::new(first["paths"][0].as_str().unwrap()));
    assert_eq!(one.sheets.len(), 1);
    assert!(one.kept.is_some());
}

#[test]
fn what_has_no_lead_unit_goes_to_nobody_and_that_is_said() {
    let desk = Desk::with_new_workbook();
    tasks::create(&desk, json!({"title": "没人办"}));
    let refused = desk.refused("sheets_send", json!({"path": desk.path("a.xlsx")}));
    assert_eq!(refused, "这 1 项任务都没有牵头单位，没有下发；请先填牵头单位");
    tasks::create(&desk, json!({"title": "有人办", "lead": "科技局"}));
    let sent = desk.call("sheets_send", json!({"path": desk.path("a.xlsx")}));
    assert_eq!((&sent["tasks"], &sent["without_lead"]), (&json!(1), &json!(1)));
    // A file that cannot be written notes nothing.
    let before = desk.call("sheet_list", json!({}))["total"].clone();
    desk.refused("sheets_send", json!({"path": desk.path("没有/文件夹/a.xlsx")}));
    assert_eq!(desk.call("sheet_list", json!({}))["total"], before);
}
