//! Sheets of Excel as the tests read them, and as another program would save them again.

use std::path::Path;

use changwu_core::ledgers::read::{Book, Cell, Sheet, read_file};
use changwu_core::progress::Unwatched;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use serde_json::{Value, json};

use super::Desk;

pub fn read(path: &Path) -> Book {
    read_file(path, &Unwatched).unwrap_or_else(|error| panic!("{}: {error:?}", path.display()))
}

/// Where the head of a 责任分工表 stands, zero-based.
pub const HEAD: usize = 2;

/// The column under a heading.
pub fn column(sheet: &Sheet, heading: &str) -> usize {
    let found = (0..sheet.width()).find(|at| sheet.cell(HEAD, *at).text() == heading);
    found.unwrap_or_else(|| panic!("no column {heading} in {:?}", sheet.rows[HEAD]))
}

/// The row of a task, zero-based.
pub fn row(sheet: &Sheet, title: &str) -> usize {
    let at = column(sheet, "重点任务");
    (HEAD + 1..sheet.rows.len())
        .find(|row| sheet.cell(*row, at).text() == title)
        .unwrap_or_else(|| panic!("no {title}"))
}

pub fn text(text: &str) -> Cell {
    Cell::Text(text.into())
}

/// Puts a value under a heading into the row of a task.
pub fn fill(sheet: &mut Sheet, title: &str, heading: &str, value: Cell) {
    let (row, column) = (row(sheet, title), column(sheet, heading));
    put(sheet, row, column, value);
}

pub fn put(sheet: &mut Sheet, row: usize, column: usize, value: Cell) {
    while sheet.rows.len() <= row {
        sheet.rows.push(Vec::new());
    }
    let cells = &mut sheet.rows[row];
    while cells.len() <= column {
        cells.push(Cell::Blank);
    }
    cells[column] = value;
}

/// Writes a book as a program would that knows nothing of ours: values, no formats, the hidden sheet hidden.
pub fn save(book: &Book, path: &Path) {
    let mut out = Workbook::new();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    for (hidden, sheet) in
        book.sheets.iter().map(|sheet| (false, sheet)).chain(book.kept.iter().map(|sheet| (true, sheet)))
    {
        let to = out.add_worksheet();
        to.set_name(&sheet.name).expect("a name").set_hidden(hidden);
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Cell::Blank => {}
                    Cell::Text(text) => drop(to.write_string(row, column, &**text).expect("a text")),
                    Cell::Number(number) => drop(to.write_number(row, column, *number).expect("a number")),
                    Cell::Date(date) => {
                        let date = ExcelDateTime::parse_from_str(&date.to_string()).expect("a date");
                        to.write_datetime_with_format(row, column, date, &day).expect("a date");
                    }
                }
            }
        }
    }
    out.save(path).expect("a file");
}

/// Three tasks of 市自然资源和规划局 and one of 市科技局, each with a note, sent out as one workbook.
pub fn sent() -> (Desk, std::path::PathBuf) {
    let desk = Desk::with_new_workbook();
    let project = super::tasks::project(&desk, "环球智工厂");
    for (title, lead, due, percent, done) in [
        ("用地预审", "自规局", "3月底前", 40, "已报送材料"),
        ("规划选址", "自规局", "2021-03-05", 20, "正在选址"),
        ("不动产登记", "自规局", "长期", 0, ""),
        ("高企认定", "科技局", "2021-04-30", 10, "辅导中"),
    ] {
        let task = json!({"title": title, "lead": lead, "due": due, "project": project, "measure": "按程序办理"});
        let id = super::tasks::create(&desk, task);
        if !done.is_empty() {
            desk.call("task_note_add", json!({"id": id, "percent": percent, "done_text": done, "problem": "缺材料"}));
        }
    }
    let path = desk.path("责任分工表.xlsx");
    desk.call("sheets_send", json!({"path": path, "due": "5个工作日", "filter": {"open": true}}));
    (desk, path)
}

pub fn preview(desk: &Desk, path: &Path) -> Value {
    desk.call("return_preview", json!({ "path": path }))
}

/// The items of a kind: title, column, what stands here, what came back.
pub fn items<'v>(preview: &'v Value, kind: &str) -> Vec<[&'v str; 4]> {
    let items = preview["items"].as_array().expect("items").iter().filter(|item| item["kind"] == kind);
    let text = |item: &'v Value, key: &str| item[key].as_str().unwrap_or_default();
    items.map(|item| [text(item, "title"), text(item, "column"), text(item, "ours"), text(item, "theirs")]).collect()
}

pub fn count(preview: &Value, kind: &str) -> u64 {
    preview["counts"][kind].as_u64().unwrap_or_else(|| panic!("no count of {kind}"))
}
