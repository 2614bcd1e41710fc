//! 征集: the list, 初筛, and the form there and back.

mod common;

use std::io::{Read, Write};
use std::path::Path;

use common::Desk;
use serde_json::{Value, json};

/// Fills the Word form as a person does: words into the second cell of the row of a label.
fn fill_word(path: &Path, to: &Path, lines: &[(&str, &str)]) {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut out = zip::ZipWriter::new(std::fs::File::create(to).unwrap());
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == "word/document.xml" {
            let mut xml = String::from_utf8(bytes).unwrap();
            for (label, text) in lines {
                let label_at = xml.find(&format!(">{label}</w:t>")).unwrap_or_else(|| panic!("no {label}"));
                let cell = label_at + xml[label_at..].find("<w:tc>").unwrap();
                let end = cell + xml[cell..].find("</w:p>").unwrap();
                let runs: Vec<String> =
                    text.lines().map(|line| format!("<w:t>{}</w:t>", line.replace('&', "&amp;"))).collect();
                xml.insert_str(end, &format!("<w:r>{}</w:r>", runs.join("<w:br/>")));
            }
            bytes = xml.into_bytes();
        }
        out.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(&bytes).unwrap();
    }
    out.finish().unwrap();
}

fn word_form(desk: &Desk, name: &str, lines: &[(&str, &str)]) -> String {
    let blank = desk.path("空白申报表.docx");
    desk.call("submission_form_write", json!({"path": blank, "batch": "2021年第一季"}));
    let filled = desk.path(name);
    fill_word(&blank, &filled, lines);
    filled.to_string_lossy().into_owned()
}

fn excel_form(desk: &Desk, name: &str, rows: &[&[&str]]) -> String {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "崂山区创意项目申报汇总表").unwrap();
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            sheet.write(row as u32 + 2, column as u16, *text).unwrap();
        }
    }
    let path = desk.path(name);
    book.save(&path).unwrap();
    path.to_string_lossy().into_owned()
}

const FULL: &[(&str, &str)] = &[
    ("项目名称", "  海洋装备数字孪生 "),
    ("企业名称", "青岛示例海工有限公司"),
    ("统一社会信用代码", "９１３５０１００Ｍ０００１００Ｙ４３"),
    ("所属区市", "青岛市黄岛区"),
    ("联系人", "孙一"),
    ("联系人职务", "总经理"),
    ("联系电话", "１３８ ００００ １２３４"),
    ("创意类别", "☑重点企业创意 □产业集群创意"),
    ("四新", "新技术，新模式"),
    ("新技术新产业领域", "海洋科技"),
    ("总投资", "１.５亿元"),
    ("创意内容", "第一行 A&B\n第二行"),
    ("需要协调解决的事项", "1. 二期用地60亩\n2. 高端人才引进"),
    ("填报人", "李二"),
];

fn preview(desk: &Desk, paths: &[String]) -> Value {
    desk.call("submission_form_preview", json!({ "paths": paths }))
}

#[test]
fn the_word_form_comes_back_as_it_was_filled_in_one_action() {
    let desk = Desk::with_new_workbook();
    let file = word_form(&desk, "海工.docx", FULL);
    let before = desk.call("workbook_status", json!({}))["undo"].clone();
    let found = preview(&desk, std::slice::from_ref(&file));
    assert_eq!((&found["taken"], &found["new_enterprises"]), (&json!(1), &json!(1)));
    let form = &found["forms"][0];
    assert_eq!(
        (&form["title"], &form["not_read"], &form["matches"]["found"]),
        (&json!("海洋装备数字孪生"), &json!([]), &json!("new"))
    );
    assert_eq!(desk.call("workbook_status", json!({}))["undo"], before, "nothing is saved until it is confirmed");
    assert_eq!(desk.call("submission_list", json!({}))["total"], 0);

    let taken = desk.call("submission_form_take_in", json!({"paths": [file]}));
    assert_eq!(
        (taken["ids"].as_array().unwrap().len(), &taken["demands"], &taken["notices"]),
        (1, &json!(2), &json!([]))
    );
    let row = desk.call("submission_list", json!({}))["rows"][0].clone();
    assert_eq!(
        (&row["title"], &row["district"], &row["batch"]),
        (&json!("海洋装备数字孪生"), &json!("黄岛区"), &json!("2021年第一季"))
    );
    assert_eq!(
        (&row["screening"], &row["stage"], &row["channel"]),
        (&json!("waiting"), &json!("collected"), &json!("enterprise"))
    );
    assert_eq!(
        (&row["filled_by"], &row["file_name"], &row["received_on"]),
        (&json!("李二"), &json!("海工.docx"), &json!("2021-02-25"))
    );
    let project = desk.call("project_get", json!({"id": row["project_id"]}));
    assert_eq!((&project["investment"]["yuan"], &project["industry"]), (&json!(150_000_000), &json!("marine")));
    assert_eq!((&project["four_new"], &project["kind"]), (&json!(["technology", "model"]), &json!("key_enterprise")));
    assert_eq!(project["summary"], "第一行 A&B\n第二行");
    let firm = desk.call("enterprise_get", json!({"id": row["enterprise_id"]}));
    assert_eq!((&firm["uscc"], &firm["contacts"][0]["mobile"]), (&json!("91350100M000100Y43"), &json!("13800001234")));
    let demands = desk.call("demand_list", json!({"project": row["project_id"]}));
    assert_eq!(
        (&demands["rows"][0]["category"], &demands["rows"][0]["text"]),
        (&json!("land"), &json!("二期用地60亩"))
    );
    let papers = desk.call("attachment_list", json!({"owner": row["project_id"]}));
    assert_eq!(papers[0]["name"], "海工.docx", "the paper itself is kept");

    desk.call("undo", json!({}));
    assert_eq!(desk.call("submission_list", json!({}))["total"], 0);
    assert_eq!(desk.call("enterprise_list", json!({}))["total"], 0);
    desk.call("redo", json!({}));
    assert_eq!(desk.call("submission_list", json!({}))["total"], 1);
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}

#[test]
fn a_district_sends_a_list_and_what_is_there_already_is_put_aside() {
    let desk = Desk::with_new_workbook();
    let firm = desk.call("enterprise_create", json!({"name": "青岛示例科技有限公司"}));
    desk.call("project_create", json!({"name": "示例智工厂", "enterprise": firm}));
    let rows: &[&[&str]] = &[
        &["序号", "项目名称", "企业名称", "总投资（万元）", "所属区市"],
        &["1", "示例智工厂", "青岛示例科技有限公司", "3000", "崂山"],
        &["2", "石墨烯 导热膜", "青岛示例（科技）有限公司", "超2亿元", "崂山区"],
        &["3", "石墨烯导热膜", "青岛示例科技有限公司", "", ""],
        &["4", "", "青岛空白有限公司", "", ""],
        &["5", "新企业项目", "青岛新来有限公司", "面议", "高新区"],
    ];
    let file = excel_form(&desk, "崂山.xlsx", rows);
    let found = preview(&desk, std::slice::from_ref(&file));
    let forms = found["forms"].as_array().unwrap();
    assert_eq!(forms.len(), 5);
    assert_eq!(
        (&forms[0]["matches"]["found"], &forms[0]["matches"]["projects"][0]["same"]),
        (&json!("name"), &json!(true))
    );
    assert_eq!(forms[0]["take"], false, "the same title of the same enterprise");
    assert_eq!((&forms[1]["take"], &forms[1]["read"][2]["text"]), (&json!(true), &json!("超2亿元")));
    assert_eq!((&forms[2]["take"], &forms[2]["twin"]), (&json!(false), &json!("崂山.xlsx 第5行")), "{}", forms[2]);
    assert!(forms[3]["problem"].as_str().unwrap().contains("项目名称"));
    assert_eq!(
        forms[4]["not_read"].as_array().unwrap().len(),
        1,
        "面议 is an amount without a number: {}",
        forms[4]["not_read"]
    );
    assert_eq!((&found["taken"], &found["new_enterprises"]), (&json!(2), &json!(1)));

    let first = forms[0]["key"].clone();
    let taken = desk.call(
        "submission_form_take_in",
        json!({"paths": [file], "choices": {first.as_str().unwrap(): {"take": true}}, "batch": "第二批"}),
    );
    assert_eq!(taken["ids"].as_array().unwrap().len(), 3);
    assert_eq!(desk.call("enterprise_list", json!({}))["total"], 2, "青岛示例科技 was found by its name");
    let counts = desk.call("submission_counts", json!({}));
    let districts: Vec<(&str, i64)> = counts["districts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["label"].as_str().unwrap(), one["count"].as_i64().unwrap()))
        .collect();
    assert_eq!(districts, [("崂山区", 2), ("未填区市", 1)]);
    assert_eq!(counts["batches"][0], json!({"key": "第二批", "label": "第二批", "count": 3}));
    assert_eq!(desk.call("submission_list", json!({"district": "370212"}))["total"], 2);
    let new = desk.call("submission_list", json!({"text": "新企业"}))["rows"][0].clone();
    assert_eq!((&new["channel"], &new["file_name"]), (&json!("district"), &json!("崂山.xlsx 第8行")));
    let project = desk.call("project_get", json!({"id": new["project_id"]}));
    assert!(
        project["note"].as_str().unwrap().contains("所属区市：高新区"),
        "what was not read is kept as typed: {}",
        project["note"]
    );
}

#[test]
fn wrong_files_get_a_sentence_each_and_do_not_stop_the_others() {
    let desk = Desk::with_new_workbook();
    let folder = desk.path("来件");
    std::fs::create_dir_all(folder.join("崂山")).unwrap();
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    put("01空.docx", b"");
    put("02照片.docx", b"\xFF\xD8\xFF\xE0 a photograph");
    put("03扫描.pdf", b"%PDF-1.4");
    put("04旧.doc", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]);
    put("05说明.txt", "请查收".as_bytes());
    put("~$打开着.docx", b"lock");
    let blank = folder.join("06空白.docx");
    desk.call("submission_form_write", json!({"path": blank}));
    let whole = std::fs::read(&blank).unwrap();
    put("07没传完.docx", &whole[..whole.len() / 2]);
    let good = word_form(&desk, "good.docx", FULL);
    std::fs::rename(&good, folder.join("崂山/08好的.docx")).unwrap();
    let other = excel_form(&desk, "other.xlsx", &[&["姓名", "电话", "备注"], &["张三", "1", ""]]);
    std::fs::rename(&other, folder.join("09通讯录.xlsx")).unwrap();

    let found = desk.call("submission_form_preview", json!({"paths": [folder]}));
    let problem = |name: &str| {
        let files = found["files"].as_array().unwrap();
        let file = files.iter().find(|file| file["name"] == name).unwrap_or_else(|| panic!("{name} is told of"));
        file["problem"].as_str().unwrap().to_string()
    };
    for (name, words) in [
        ("01空.docx", "空的"),
        ("02照片.docx", "图片"),
        ("03扫描.pdf", "PDF"),
        ("04旧.doc", "另存为 .docx"),
        ("05说明.txt", "不是Word或Excel"),
        ("06空白.docx", "还没有填写"),
        ("07没传完.docx", "损坏"),
        ("09通讯录.xlsx", "没有申报表的项目"),
    ] {
        assert!(problem(name).contains(words), "{name}: {}", problem(name));
    }
    assert_eq!((problem("08好的.docx"), &found["taken"]), (String::new(), &json!(1)));
    assert_eq!(found["files"].as_array().unwrap().len(), 9, "the lock file is passed over");
    desk.call("submission_form_take_in", json!({"paths": [folder]}));
    assert_eq!(desk.call("submission_list", json!({}))["total"], 1);
    let none = desk.refused("submission_form_take_in", json!({"paths": [folder.join("01空.docx")]}));
    assert!(none.contains("没有要收取"), "{none}");
}

#[test]
fn the_excel_form_of_the_program_is_read_back() {
    let desk = Desk::with_new_workbook();
    let path = desk.path("汇总.xlsx");
    desk.call("submission_form_write", json!({"path": path, "batch": "2021年第一季"}));
    let found = preview(&desk, &[path.to_string_lossy().into_owned()]);
    assert_eq!(found["files"][0]["problem"], "这份申报表还没有填写");
    let why = desk.refused("submission_form_write", json!({"path": desk.path("表.pdf")}));
    assert!(why.contains(".docx"), "{why}");
}

#[test]
fn an_idea_is_registered_by_hand_and_its_enterprise_found_by_code_or_name() {
    let desk = Desk::with_new_workbook();
    let firm = desk.call("enterprise_create", json!({"name": "青岛示例科技有限公司"}));
    desk.call("enterprise_set", json!({"id": firm, "field": "uscc", "text": "91350100M000100Y43"}));
    let asked = json!({"title": "智工厂", "enterprise_name": "青岛示例科技", "uscc": ""});
    let likely = desk.call("submission_match", asked);
    assert_eq!((&likely["found"], &likely["similar"][0]["name"]), (&json!("new"), &json!("青岛示例科技有限公司")));
    let asked = json!({"title": "智工厂", "enterprise_name": "别的名字", "uscc": "91350100m000100y43"});
    assert_eq!(desk.call("submission_match", asked)["found"], "code");

    let made = desk.call(
        "submission_create",
        json!({"title": "示例智工厂", "enterprise_name": "示例科技（青岛）", "uscc": "91350100M000100Y43", "district": "西海岸", "received_on": "2月20日"}),
    );
    assert_eq!(made["enterprise"], firm);
    assert!(made["notices"][0].as_str().unwrap().contains("归到现有企业"), "{made}");
    assert_eq!(desk.call("workbook_status", json!({}))["undo"], "新增征集：示例智工厂");
    let row = desk.call("submission_list", json!({}))["rows"][0].clone();
    assert_eq!((&row["received_on"], &row["district"]), (&json!("2021-02-20"), &json!("黄岛区")));
    let project = desk.call("project_get", json!({"id": made["project"]}));
    assert_eq!((&project["stage"], &project["code"]), (&json!("collected"), &json!("CY-2021-A001")));

    assert!(desk.refused("submission_create", json!({"title": " "})).contains("项目名称"));
    assert!(desk.refused("submission_create", json!({"title": "x", "received_on": "2021年3月5日"})).contains("还没到"));
    desk.call("undo", json!({}));
    assert_eq!(desk.call("project_list", json!({}))["total"], 0);
    assert_eq!(desk.call("enterprise_list", json!({}))["total"], 1, "the enterprise was there before");
}

#[test]
fn cells_are_edited_in_place_all_or_none() {
    let desk = Desk::with_new_workbook();
    let made: Vec<Value> =
        ["甲", "乙"].iter().map(|title| desk.call("submission_create", json!({"title": title}))).collect();
    let cell = |at: usize, field: &str, text: &str| json!({"id": made[at]["id"], "field": field, "text": text});
    let bad = json!({"cells": [cell(0, "batch", "第一批"), cell(1, "district", "高新区")]});
    assert!(desk.refused("submission_set", bad).contains("高新区"));
    assert_eq!(desk.call("submission_list", json!({"batch": "第一批"}))["total"], 0, "refused whole");
    desk.call(
        "submission_set",
        json!({"cells": [cell(0, "batch", "第一批"), cell(1, "district", "莱西"), cell(1, "investment", "约２亿元")]}),
    );
    assert_eq!(desk.call("workbook_status", json!({}))["undo"], "修改征集：2个征集项目");
    let row = desk.call("submission_list", json!({"district": "370285"}))["rows"][0].clone();
    assert_eq!((&row["title"], &row["investment"]), (&json!("乙"), &json!("约２亿元")), "as stated");
    for (field, text) in [
        ("title", ""),
        ("received_on", "明年"),
        ("channel", "天上来的"),
        ("investment", "abc"),
        ("title", &"长".repeat(201)),
    ] {
        desk.refused("submission_set", json!({"cells": [cell(0, field, text)]}));
    }
}

#[test]
fn screening_says_why_and_stands_before_the_review() {
    let desk = Desk::with_new_workbook();
    let made = desk.call("submission_create", json!({"title": "示例项目", "received_on": "2月20日"}));
    let screen = |to: &str, note: &str, on: &str| json!({"ids": [made["id"]], "screening": to, "note": note, "on": on});
    assert!(desk.refused("submission_screen", screen("refused", "", "")).contains("理由"));
    assert!(desk.refused("submission_screen", screen("passed", "", "2月19日")).contains("才收到"));
    desk.call("submission_screen", screen("supplement", "缺总投资", ""));
    assert_eq!(desk.call("workbook_status", json!({}))["undo"], "修改初筛为退回补充：示例项目");
    let why = desk.refused("review_create", json!({"project": made["project"]}));
    assert!(why.contains("退回补充") && why.contains("征集"), "{why}");
    desk.call("submission_screen", screen("passed", "", "2月24日"));
    let row = desk.call("submission_list", json!({"screening": "passed"}))["rows"][0].clone();
    assert_eq!((&row["screened_on"], &row["screening_note"]), (&json!("2021-02-24"), &json!("缺总投资")));
    assert_eq!(desk.call("review_queue", json!({"state": "to_start"}))["rows"][0]["round"], 1);
    desk.call("review_create", json!({"project": made["project"]}));
    assert_eq!(desk.call("project_get", json!({"id": made["project"]}))["stage"], "review");
    desk.call("submission_trash", json!({"ids": [made["id"]]}));
    assert_eq!(desk.call("project_list", json!({}))["total"], 1, "a project under review stays");
    desk.call("undo", json!({}));
    assert_eq!(desk.call("submission_list", json!({}))["total"], 1);
}

#[test]
fn a_long_list_comes_a_page_at_a_time() {
    let desk = Desk::with_new_workbook();
    let mut rows: Vec<Vec<String>> = vec![["项目名称", "企业名称", "所属区市"].map(String::from).to_vec()];
    rows.extend((0..120).map(|at| vec![format!("示例项目{at}"), format!("青岛示例{at}公司"), "城阳".into()]));
    let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    let file = excel_form(&desk, "城阳.xlsx", &rows);
    desk.call("submission_form_take_in", json!({"paths": [file]}));
    let page = desk.call("submission_list", json!({"limit": 50, "offset": 100, "sort": "title"}));
    assert_eq!((&page["total"], page["rows"].as_array().unwrap().len()), (&json!(120), 20));
}
