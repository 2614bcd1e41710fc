//! The filled 责任分工表 back, cell by cell; and files that nobody should have sent.

mod common;

use std::path::Path;

use changwu_core::ledgers::read::Cell;
use common::sheets::{self, HEAD, column, count, fill, items, preview, put, read, save, sent, text};
use common::{Desk, day};
use serde_json::{Value, json};

/// The row of a task in the ledger, by title.
fn ledger(desk: &Desk, title: &str) -> Value {
    let listed = desk.call("task_list", json!({"filter": {"text": title}, "limit": 10}));
    let found = listed["rows"].as_array().unwrap().iter().find(|row| row["title"] == title);
    found.unwrap_or_else(|| panic!("no {title}")).clone()
}

#[test]
fn scenario_26_two_changed_one_unrecognised_nothing_overwritten_silently() {
    let (desk, path) = sent();
    let mut book = read(&path);
    let sheet = &mut book.sheets[1];
    fill(sheet, "用地预审", "当前进展（%）", Cell::Number(0.6));
    fill(sheet, "规划选址", "进展情况", text("选址已批复"));
    let end = sheet.rows.len();
    put(sheet, end, column(sheet, "重点任务"), text("新增的一件事"));
    save(&book, &path);
    let preview = preview(&desk, &path);
    assert_eq!((count(&preview, "changed"), count(&preview, "unknown_row"), count(&preview, "conflict")), (2, 1, 0));
    assert_eq!(
        items(&preview, "changed"),
        [["规划选址", "done", "正在选址", "选址已批复"], ["用地预审", "percent", "40%", "60%"]]
    );
    assert_eq!(items(&preview, "unknown_row")[0][0], "新增的一件事");
    assert!(preview["items"].as_array().unwrap().iter().all(|item| item["sheet"] == "市自然资源和规划局"));
    let changed = preview["items"].as_array().unwrap().iter().find(|item| item["column"] == "percent").unwrap();
    assert_eq!(changed["letter"], "I");
    assert_eq!(changed["sent"], "40%");
    // Nothing is saved until it is confirmed.
    assert_eq!(ledger(&desk, "用地预审")["percent"], 40);
    let applied = desk.call("return_apply", json!({ "path": path }));
    assert_eq!((&applied["counts"]["to_write"], &applied["returned"]), (&json!(2), &json!(1)));
    assert_eq!(ledger(&desk, "用地预审")["percent"], 60);
    assert_eq!(ledger(&desk, "规划选址")["done_text"], "选址已批复");
    assert_eq!(ledger(&desk, "规划选址")["percent"], 20, "what was not changed stays");
    assert_eq!(desk.call("task_list", json!({}))["total"], 4, "the unknown row became nothing");
    assert_eq!(desk.call("sheet_list", json!({}))["counts"]["returned"], 1, "the other unit filled in nothing");
    // One action, one undo.
    assert_eq!(desk.call("undo", json!({}))["label"], "导入回填：责任分工表.xlsx");
    assert_eq!(ledger(&desk, "用地预审")["percent"], 40);
    assert_eq!(ledger(&desk, "规划选址")["done_text"], "正在选址");
    assert_eq!(desk.call("sheet_list", json!({}))["counts"]["returned"], 0);
}

#[test]
fn the_same_sheet_again_changes_nothing() {
    let (desk, path) = sent();
    let mut book = read(&path);
    fill(&mut book.sheets[0], "高企认定", "存在问题", text("缺专利"));
    fill(&mut book.sheets[0], "高企认定", "需协调", text("是"));
    save(&book, &path);
    desk.call("return_apply", json!({ "path": path }));
    assert_eq!(ledger(&desk, "高企认定")["need_coordination"], true);
    let again = preview(&desk, &path);
    assert_eq!((again["items"].clone(), count(&again, "to_write")), (json!([]), 0));
    let before = desk.call("workbook_status", json!({}))["undo"].clone();
    desk.call("return_apply", json!({ "path": path }));
    assert_eq!(desk.call("workbook_status", json!({}))["undo"], before, "no second action");
}

#[test]
fn what_was_changed_here_since_it_was_sent_stays_unless_chosen() {
    let (desk, path) = sent();
    let id = ledger(&desk, "用地预审")["id"].clone();
    desk.call("task_set", json!({"id": id, "field": "percent", "text": "55"}));
    let mut book = read(&path);
    fill(&mut book.sheets[1], "用地预审", "当前进展（%）", Cell::Number(0.7));
    save(&book, &path);
    let shown = preview(&desk, &path);
    assert_eq!(items(&shown, "conflict"), [["用地预审", "percent", "55%", "70%"]]);
    let item = &shown["items"][0];
    assert_eq!((&item["sent"], &item["chosen"]), (&json!("40%"), &json!("ours")));
    desk.call("return_apply", json!({ "path": path }));
    assert_eq!(ledger(&desk, "用地预审")["percent"], 55);
    let choices = json!({ item["key"].as_str().unwrap(): "theirs" });
    desk.call("return_apply", json!({ "path": path, "choices": choices }));
    assert_eq!(ledger(&desk, "用地预审")["percent"], 70);
    // What only we changed is no difference at all.
    let (desk, path) = sent();
    let id = ledger(&desk, "用地预审")["id"].clone();
    desk.call("task_set", json!({"id": id, "field": "percent", "text": "55"}));
    assert_eq!(preview(&desk, &path)["items"], json!([]));
}

#[test]
fn columns_and_rows_may_move_and_headings_change_slightly() {
    let (desk, path) = sent();
    let mut book = read(&path);
    book.sheets.remove(0);
    let sheet = &mut book.sheets[0];
    fill(sheet, "用地预审", "进展情况", text("已批复"));
    fill(sheet, "用地预审", "存在问题", text("无"));
    // Backwards: columns and rows; a title and the remark gone.
    let last = column(sheet, "标识");
    sheet.rows.drain(..HEAD);
    let mut rows: Vec<Vec<Cell>> = std::mem::take(&mut sheet.rows);
    let head = rows.remove(0);
    rows.reverse();
    rows.insert(0, head);
    for row in &mut rows {
        row.resize(last + 1, Cell::Blank);
        row.reverse();
    }
    for cell in &mut rows[0] {
        let renamed = match cell.text().as_ref() {
            "进展情况" => "进展情况\n（截至3月）",
            "存在问题" => "存在的问题",
            "当前进展（%）" => "目前进展%",
            "完成时限" => "完成时间",
            _ => continue,
        };
        *cell = text(renamed);
    }
    sheet.rows = rows;
    sheet.name = "Sheet1".into();
    let moved = desk.path("改过的.xlsx");
    save(&book, &moved);
    let shown = preview(&desk, &moved);
    assert_eq!(
        items(&shown, "changed"),
        [["用地预审", "problem", "缺材料", ""], ["用地预审", "done", "已报送材料", "已批复"]]
    );
    assert_eq!(shown["items"].as_array().unwrap().len(), 2, "{shown}");
    assert_eq!(shown["sheets"][0]["unit"], "市自然资源和规划局");
    desk.call("return_apply", json!({ "path": moved }));
    let task = ledger(&desk, "用地预审");
    let notes = desk.call("task_get", json!({"id": task["id"]}))["notes"].clone();
    assert_eq!((&notes[0]["done_text"], &notes[0]["problem"]), (&json!("已批复"), &json!("")));
    assert_eq!(notes[0]["reporter"], "市自然资源和规划局");
    assert_eq!(desk.call("sheet_list", json!({}))["counts"]["returned"], 1, "only the one that came");
}

#[test]
fn without_its_identity_a_row_is_told_by_title_unit_and_project() {
    let (desk, path) = sent();
    let mut book = read(&path);
    let sheet = &mut book.sheets[1];
    fill(sheet, "用地预审", "当前进展（%）", text("８０％"));
    let (id, title) = (column(sheet, "标识"), column(sheet, "重点任务"));
    for row in &mut sheet.rows {
        if let Some(cell) = row.get_mut(id) {
            *cell = Cell::Blank;
        }
    }
    let row = sheets::row(sheet, "用地预审");
    put(sheet, row, title, text("1.用地预审"));
    book.kept = None;
    // And through text, as someone saves it who has no Excel.
    let csv = desk.path("回填.csv");
    let lines: Vec<String> = book.sheets[1]
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| format!("\"{}\"", cell.text())).collect::<Vec<_>>().join(","))
        .collect();
    std::fs::write(&csv, lines.join("\n")).unwrap();
    let plain = desk.path("没有标识.xlsx");
    save(&book, &plain);
    for path in [&plain, &csv] {
        let shown = preview(&desk, path);
        let changed = items(&shown, "changed");
        assert_eq!(changed, [["用地预审", "percent", "40%", "80%"]], "{}: {shown}", path.display());
        assert_eq!(count(&shown, "unknown_row"), 0);
        // The 报送 is known by its title; the title's number is nothing to change.
        assert_eq!(shown["sheets"].as_array().unwrap().last().unwrap()["sent_on"], "2021-02-25");
    }
    desk.call("return_apply", json!({ "path": csv }));
    assert_eq!(desk.call("sheet_list", json!({}))["counts"]["returned"], 1);
}

#[test]
fn values_typed_wildly_are_understood_asked_about_or_left_alone() {
    for (heading, typed, column, kind, theirs) in [
        ("当前进展（%）", text("80%"), "percent", "changed", "80%"),
        ("当前进展（%）", text("８０％"), "percent", "changed", "80%"),
        ("当前进展（%）", Cell::Number(0.8), "percent", "changed", "80%"),
        ("当前进展（%）", Cell::Number(80.0), "percent", "changed", "80%"),
        ("当前进展（%）", Cell::Number(1.0), "percent", "changed", "100%"),
        ("当前进展（%）", text("已完成"), "percent", "changed", "100%"),
        ("当前进展（%）", text("√"), "percent", "changed", "100%"),
        ("当前进展（%）", text("完成约 75 %"), "percent", "changed", "75%"),
        ("当前进展（%）", text("八成"), "percent", "asked", "80%"),
        ("当前进展（%）", text("#REF!"), "percent", "unread_value", "#REF!"),
        ("当前进展（%）", text("正在推进"), "percent", "unread_value", "正在推进"),
        ("当前进展（%）", Cell::Number(180.0), "percent", "unread_value", "180"),
        ("进展情况", text("#N/A"), "done", "unread_value", "#N/A"),
        ("完成时限", text("4月底前"), "due", "locked", "2021年4月底前"),
        ("完成时限", text("２０２１.３.１５"), "due", "locked", "2021年3月15日"),
        ("完成时限", Cell::Date(day("2021-03-20")), "due", "locked", "2021年3月20日"),
        ("完成时限", Cell::Number(44_275.0), "due", "locked", "2021年3月20日"),
        ("完成时限", text("抓紧"), "due", "unread_value", "抓紧"),
        ("需协调", text("√"), "coordination", "changed", "是"),
        ("需协调", text("需要市里协调"), "coordination", "changed", "是"),
        ("需协调", text("也许"), "coordination", "unread_value", "也许"),
        ("责任人", text("示例庚（处长）"), "persons", "changed", "示例庚"),
        ("重点任务", text("用地预审（二期）"), "title", "locked", "用地预审（二期）"),
        ("备注", Cell::Number(3.0), "note", "changed", "3"),
    ] {
        let (desk, path) = sent();
        let mut book = read(&path);
        fill(&mut book.sheets[1], "用地预审", heading, typed.clone());
        save(&book, &path);
        let shown = preview(&desk, &path);
        let found = items(&shown, kind);
        assert_eq!(found.len(), 1, "{heading} {typed:?}: {shown}");
        assert_eq!((found[0][1], found[0][3]), (column, theirs), "{heading} {typed:?}");
        assert_eq!(shown["items"].as_array().unwrap().len(), 1);
    }
    // What says the same in another way is no change.
    for (heading, typed) in [
        ("当前进展（%）", text("40%")),
        ("当前进展（%）", Cell::Number(40.0)),
        ("当前进展（%）", Cell::Blank),
        ("完成时限", text("2021年3月底前")),
        ("完成时限", text("3月底前")),
        ("完成时限", Cell::Blank),
        ("需协调", text("否")),
        ("需协调", text("暂不需要")),
        ("进展情况", text("已报送材料 \n")),
        ("牵头单位", text("资规局")),
        ("重点任务", text("1.用地预审")),
    ] {
        let (desk, path) = sent();
        let mut book = read(&path);
        fill(&mut book.sheets[1], "用地预审", heading, typed.clone());
        save(&book, &path);
        let shown = preview(&desk, &path);
        let left: Vec<_> = shown["items"].as_array().unwrap().iter().filter(|item| item["kind"] != "locked").collect();
        assert!(left.is_empty(), "{heading} {typed:?}: {shown}");
    }
}

#[test]
fn a_locked_column_changes_only_when_chosen_and_says_why() {
    let (desk, path) = sent();
    let mut book = read(&path);
    fill(&mut book.sheets[1], "用地预审", "完成时限", text("4月底前"));
    save(&book, &path);
    desk.call("return_apply", json!({ "path": path }));
    assert_eq!(ledger(&desk, "用地预审")["due"]["encoded"], "2021-03-31~month");
    let key = preview(&desk, &path)["items"][0]["key"].as_str().unwrap().to_owned();
    desk.call("return_apply", json!({ "path": path, "choices": { key: "theirs" } }));
    let task = desk.call("task_get", json!({"id": ledger(&desk, "用地预审")["id"]}));
    assert_eq!(task["row"]["due"]["encoded"], "2021-04-30~month");
    assert_eq!(task["dues"][0]["reason"], "市自然资源和规划局回填", "延期 says why");
}

#[test]
fn a_row_the_unit_added_becomes_a_task_when_chosen() {
    let (desk, path) = sent();
    let mut book = read(&path);
    let sheet = &mut book.sheets[1];
    let end = sheet.rows.len();
    for (heading, value) in [
        ("重点任务", text("办理规划许可")),
        ("项目名称", text("环球智工厂")),
        ("完成时限", text("4月底前")),
        ("当前进展（%）", text("10%")),
        ("进展情况", text("已受理")),
    ] {
        put(sheet, end, column(sheet, heading), value);
    }
    save(&book, &path);
    let shown = preview(&desk, &path);
    let item = &shown["items"][0];
    assert_eq!((&item["kind"], &item["chosen"]), (&json!("unknown_row"), &json!("skip")));
    let applied =
        desk.call("return_apply", json!({ "path": path, "choices": { item["key"].as_str().unwrap(): "add" } }));
    assert_eq!(applied["counts"]["to_add"], 1);
    let task = ledger(&desk, "办理规划许可");
    assert_eq!((&task["lead"]["name"], &task["project"]["name"]), (&json!("市自然资源和规划局"), &json!("环球智工厂")));
    assert_eq!((&task["percent"], &task["done_text"]), (&json!(10), &json!("已受理")));
    assert_eq!(task["due"]["encoded"], "2021-04-30~month");
}

#[test]
fn copied_deleted_and_foreign_rows_are_told_apart() {
    let (desk, path) = sent();
    let mut book = read(&path);
    let sheet = &mut book.sheets[1];
    // Copied with another title: new work. Copied as it is: the same twice. One deleted.
    let copy = sheet.rows[sheets::row(sheet, "用地预审")].clone();
    let title = column(sheet, "重点任务");
    let gone = sheets::row(sheet, "不动产登记");
    sheet.rows.remove(gone);
    sheet.rows.insert(HEAD + 1, copy.clone());
    put(sheet, HEAD + 1, title, text("抄一行改的新事"));
    sheet.rows.push(copy);
    save(&book, &path);
    let shown = preview(&desk, &path);
    let unknown: Vec<(&str, &str)> = shown["items"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|item| item["kind"] == "unknown_row")
        .map(|item| (item["title"].as_str().unwrap(), item["why"].as_str().unwrap()))
        .collect();
    assert_eq!(unknown.len(), 2, "{shown}");
    assert_eq!(unknown[0], ("抄一行改的新事", "发出时没有这一行；要办的话可以新增为任务"));
    assert!(unknown[1].1.contains("是同一项任务"), "{unknown:?}");
    assert_eq!(items(&shown, "missing")[0][0], "不动产登记");
    assert_eq!(count(&shown, "to_write"), 0);
    // Deleted here meanwhile; and a sheet of another workbook.
    let id = ledger(&desk, "规划选址")["id"].clone();
    desk.call("task_trash", json!({"ids": [id]}));
    let (other, _) = sent();
    for desk in [&desk, &other] {
        let shown = preview(desk, &path);
        assert_eq!(count(&shown, "to_write"), 0);
    }
    let whys: Vec<_> =
        preview(&desk, &path)["items"].as_array().unwrap().iter().map(|item| item["why"].clone()).collect();
    assert!(whys.iter().any(|why| why.as_str().unwrap().starts_with("本机没有这项任务")), "{whys:?}");
}

#[test]
fn work_that_is_over_here_is_not_reopened_by_a_sheet() {
    let (desk, path) = sent();
    let id = ledger(&desk, "高企认定")["id"].clone();
    desk.call("task_set", json!({"id": id, "field": "status", "text": "暂缓：等政策"}));
    let mut book = read(&path);
    fill(&mut book.sheets[0], "高企认定", "进展情况", text("继续辅导"));
    save(&book, &path);
    let shown = preview(&desk, &path);
    assert_eq!(items(&shown, "conflict"), [["高企认定", "done", "辅导中", "继续辅导"]]);
    assert_eq!(count(&shown, "to_write"), 0);
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_in_words() {
    let (desk, _) = sent();
    let csv = desk.path("别的.csv");
    std::fs::write(&csv, "姓名,电话\n示例甲,1\n").unwrap();
    assert!(desk.refused("return_preview", json!({ "path": csv })).starts_with("没有找到责任分工表的表头"));
    let gone = desk.refused("return_preview", json!({"path": desk.path("没有.xlsx")}));
    assert!(gone.contains("没有.xlsx"), "{gone}");
}

/// A package of these parts around one sheet's XML.
fn package(path: &Path, sheet: &str, more: &[(&str, &str)]) {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::fs::File::create(path).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{packaged}\"><Relationship Id=\"a\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{packaged}\"><Relationship Id=\"a\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>")),
    ];
    for (name, text) in parts.iter().map(|(name, text)| (*name, text.as_str())).chain(more.iter().copied()) {
        zip.start_file(name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
}

fn row_of(row: usize, texts: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let letter = char::from(b'A' + at as u8);
        format!("<c r=\"{letter}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
    };
    format!("<row r=\"{row}\">{}</row>", texts.iter().enumerate().map(cell).collect::<String>())
}

#[test]
fn macros_links_formulas_1904_and_a_million_empty_rows_are_read_as_values() {
    let (desk, _) = sent();
    let head = row_of(1, &["项目名称", "重点任务", "牵头单位", "进展情况", "当前进展", "完成时限"]);
    let empty: String = (3..300_000).map(|row| format!("<row r=\"{row}\"/>")).collect();
    let task = "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>环球智工厂</t></is></c>\
        <c r=\"B2\" t=\"inlineStr\"><is><t>规划选址</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>资规局</t></is></c>\
        <c r=\"D2\" t=\"str\"><f>[1]外部!A1</f><v>公式算出的话</v></c><c r=\"E2\" t=\"e\"><f>A1/0</f><v>#REF!</v></c>\
        <c r=\"F2\" s=\"1\"><v>42797</v></c></row>";
    let file = desk.path("回填.xlsm");
    let more = [("xl/vbaProject.bin", "not run"), ("xl/externalLinks/externalLink1.xml", "<externalLink/>")];
    package(&file, &format!("{head}{task}{empty}"), &more);
    let shown = preview(&desk, &file);
    // 42797 days after 1904-01-01 is 2021-03-04, a day before the deadline.
    assert_eq!(items(&shown, "locked")[0][3], "2021年3月4日", "{shown}");
    assert_eq!(items(&shown, "changed"), [["规划选址", "done", "正在选址", "公式算出的话"]]);
    assert_eq!(items(&shown, "unread_value"), [["规划选址", "percent", "20%", "#REF!"]]);
}

#[test]
fn hostile_files_get_a_sentence_within_a_bound_of_memory() {
    let (desk, path) = sent();
    let sparse = desk.path("稀疏.xlsx");
    package(&sparse, &format!("{}{}", row_of(1, &["重点任务", "进展情况", "备注"]), row_of(1_048_576, &["远"])), &[]);
    let bomb = desk.path("炸弹.xlsx");
    let zeros = " ".repeat(64 << 20);
    let names: Vec<String> = (0..17).map(|at| format!("xl/media/{at}.xml")).collect();
    let more: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), zeros.as_str())).collect();
    package(&bomb, &row_of(1, &["重点任务"]), &more);
    let cut = desk.path("半截.xlsx");
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    desk.call("workbook_close", json!({}));
    // A process of its own with 600 MB of addresses, program and stacks included.
    for file in [&sparse, &bomb, &cut] {
        let mut shell = std::process::Command::new("sh");
        shell.arg("-c").arg("ulimit -v 614400; exec \"$@\"").arg("sh").arg(env!("CARGO_BIN_EXE_changwu-cli"));
        shell.env("CHANGWU_CONFIG_DIR", desk.path("cli")).arg("--workbook").arg(desk.path("专班.changwu"));
        let output = shell.arg("return").arg(file).output().expect("the command line");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{}: {said}", file.display());
        assert!(said.trim().lines().count() == 1 && said.contains(['，', '；', '。']), "{}: {said}", file.display());
    }
}
