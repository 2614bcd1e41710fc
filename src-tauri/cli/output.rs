//! Printing for people: one line a row, fields between tabs.

use changwu_core::progress::Watch;
use changwu_core::sheets::back::draft::ReturnKind;
use changwu_core::sheets::columns::SheetColumn;
use changwu_core::{Error, texts};
use serde_json::{Value, json};

/// A refusal, on standard error.
pub fn refusal(error: &Error, as_json: bool) {
    match as_json {
        true => eprintln!("{}", json!({ "code": error.code(), "message": error.message() })),
        false => eprintln!("{}", error.message()),
    }
    if std::env::var_os("CHANGWU_LOG").is_some() {
        eprintln!("{}", error.log_line());
    }
}

/// Rows of any list: a head, then a line for each.
pub fn rows(rows: &Value) {
    let rows = rows.as_array().map(Vec::as_slice).unwrap_or_default();
    if let Some(Value::Object(first)) = rows.first() {
        say!("{}", first.keys().map(String::as_str).collect::<Vec<_>>().join("\t"));
    }
    for row in rows {
        if let Value::Object(fields) = row {
            say!("{}", fields.values().map(cell).collect::<Vec<_>>().join("\t"));
        }
    }
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.replace(['\n', '\t'], " "),
        Value::Array(values) => values.iter().map(cell).collect::<Vec<_>>().join("、"),
        Value::Object(fields) => {
            let word = ["word", "name", "short", "text"].iter().find_map(|key| fields.get(*key));
            word.map(cell).unwrap_or_else(|| value.to_string())
        }
        value => value.to_string(),
    }
}

/// The history of a record.
pub fn history(entries: &Value) {
    for entry in entries.as_array().into_iter().flatten() {
        say!("{}\t{}\t{}", cell(&entry["at"]), cell(&entry["author"]), cell(&entry["action"]));
        for change in entry["changes"].as_array().into_iter().flatten() {
            say!("\t{}\t{} → {}", cell(&change["field"]), cell(&change["from"]), cell(&change["to"]));
        }
    }
}

/// 汇报用语, then each figure with what it is made of and its 口径.
pub fn figures(set: &Value) {
    say!("数据截至 {}\t{}", cell(&set["as_of"]), cell(&set["prose"]));
    for figure in set["figures"].as_array().into_iter().flatten() {
        let parts = match figure["kind"] == "rate" {
            true => format!("{}/{}", figure["numerator"], figure["denominator"]),
            false => String::new(),
        };
        let value = format!("{}{}", cell(&figure["text"]), cell(&figure["unit"]));
        say!("{}\t{value}\t{parts}\t{}", cell(&figure["title"]), cell(&figure["definition"]));
    }
    for one in set["stated"].as_array().into_iter().flatten() {
        say!("引述\t{}\t{}\t{}", cell(&one["name"]), cell(&one["text"]), cell(&one["scope"]));
    }
}

/// What 检查工作簿 found.
pub fn check(report: &Value) {
    for count in report["counts"].as_array().into_iter().flatten() {
        say!("{}\t{}", cell(&count[0]), cell(&count[1]));
    }
    for line in report["file"].as_array().into_iter().flatten() {
        say!("文件\t{}", cell(line));
    }
    rows(&report["orphans"]);
    say!("派生数据已重建\t{}", cell(&report["derived_mended"]));
    say!("搜索索引\t{}", if report["search_ok"] == true { "完好" } else { "已重建" });
}

/// What an import would do, or did.
pub fn import(answer: &Value) {
    say!("{}", serde_json::to_string_pretty(&answer["summary"]).unwrap_or_default());
    for question in answer["questions"].as_array().into_iter().flatten() {
        let cells = question["cells"].as_array().map(Vec::as_slice).unwrap_or_default();
        let places: Vec<String> = cells
            .iter()
            .take(3)
            .map(|place| format!("第{}行 {}列", cell(&place["row"]), cell(&place["column"])))
            .collect();
        let more = if cells.len() > 3 { format!("等 {} 处", cells.len()) } else { String::new() };
        say!(
            "{}{more}\t{} {}\t{}",
            places.join("、"),
            cell(&question["value"]),
            cell(&question["text"]),
            cell(&question["chosen"])
        );
    }
}

/// What a filled sheet would change, or changed.
pub fn returned(answer: &Value) {
    let counts = &answer["counts"];
    let count = |key: &str| counts[key].as_u64().unwrap_or_default();
    for item in answer["items"].as_array().into_iter().flatten() {
        let place = format!("{} {}{}", cell(&item["sheet"]), cell(&item["letter"]), cell(&item["row"]));
        let kind = ReturnKind::from_code(&cell(&item["kind"])).map(ReturnKind::label).unwrap_or_default();
        let column = SheetColumn::from_code(&cell(&item["column"])).map(SheetColumn::label).unwrap_or_default();
        let change = match item["ours"].as_str() {
            None | Some("") => cell(&item["theirs"]),
            Some(_) => format!("{} → {}", cell(&item["ours"]), cell(&item["theirs"])),
        };
        say!(
            "{}\t{kind}\t{}\t{column}\t{change}\t{}\t{}",
            place.trim(),
            cell(&item["title"]),
            cell(&item["why"]),
            cell(&item["key"])
        );
    }
    let changed = ["changed", "conflict", "asked", "locked"].iter().map(|kind| count(kind)).sum();
    let unknown = count("unknown_row") + count("unread_value");
    say!("{}", texts::sheets::summary(changed, count("conflict"), unknown, count("unchanged")));
    say!("{}", texts::sheets::to_write(count("to_write"), count("to_add")));
}

/// The fields of a paper, as a list to print.
pub fn fields(fields: &Value) {
    for field in fields.as_array().into_iter().flatten() {
        say!("{}\t{}", cell(&field["name"]), cell(&field["about"]));
    }
}

/// Progress of a long job, on standard error.
pub struct OnStandardError;

impl Watch for OnStandardError {
    fn progress(&self, done: u64, total: u64, what: &str) {
        use std::io::IsTerminal;
        if std::io::stderr().is_terminal() {
            eprint!("\r{what} {done}/{total}  ");
        }
    }

    fn cancelled(&self) -> bool {
        false
    }
}
