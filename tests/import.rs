//! 导入台账, through the api: the office's ledger of 300 rows becomes records, once.

mod common;

use common::Desk;
use serde_json::{Value, json};

fn office_ledger() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/ledgers/ledger-office-300.xlsx").into()
}

fn counts(desk: &Desk) -> Vec<(String, u64)> {
    let report = desk.call("workbook_check", json!({}));
    let counts = report["counts"].as_array().unwrap().iter();
    counts.map(|count| (count[0].as_str().unwrap().to_string(), count[1].as_u64().unwrap())).collect()
}

fn count(desk: &Desk, noun: &str) -> u64 {
    counts(desk).into_iter().find(|(name, _)| name == noun).map(|(_, count)| count).unwrap()
}

#[test]
fn the_office_ledger_becomes_records_and_the_same_file_again_changes_nothing() {
    let desk = Desk::with_new_workbook();
    let before = counts(&desk);
    let preview = desk.call("ledger_preview", json!({"path": office_ledger()}));
    assert_eq!(counts(&desk), before, "a preview changes nothing");
    assert_eq!((&preview["header_row"], &preview["summary"]["tasks_new"]), (&json!(3), &json!(300)));
    assert_eq!(preview["summary"]["projects_new"], 77);
    let verdicts: Vec<&Value> = preview["verdicts"].as_array().unwrap().iter().map(|count| &count["rows"]).collect();
    assert_eq!(verdicts, [282, 0, 0, 18, 13], "新增, 更新, 重复, 有疑问, 跳过: {}", preview["verdicts"]);

    desk.call("ledger_apply", json!({"path": office_ledger()}));
    assert_eq!((count(&desk, "任务"), count(&desk, "项目")), (300, 77));
    assert_eq!(desk.call("workbook_status", json!({}))["undo"], "导入台账：ledger-office-300.xlsx");
    let after = counts(&desk);

    let again = desk.call("ledger_preview", json!({"path": office_ledger()}));
    let summary = &again["summary"];
    assert_eq!(
        (&summary["tasks_new"], &summary["tasks_updated"], &summary["enterprises_new"], &summary["projects_new"]),
        (&json!(0), &json!(0), &json!(0), &json!(0)),
        "{summary}"
    );
    assert_eq!(again["remembered"], true, "the mapping is remembered");
    desk.call("ledger_apply", json!({"path": office_ledger()}));
    assert_eq!(counts(&desk), after);

    assert_eq!(
        desk.call("undo", json!({}))["label"],
        "导入台账：ledger-office-300.xlsx",
        "the second import was no action"
    );
    assert_eq!(counts(&desk), before, "one 撤销 takes it all back");
    desk.call("redo", json!({}));
    assert_eq!(counts(&desk), after);
    let report = desk.call("workbook_check", json!({}));
    assert_eq!((&report["orphans"], &report["derived_mended"]), (&json!([]), &json!(0)));
}

#[test]
fn a_nickname_explained_once_is_remembered() {
    let desk = Desk::with_new_workbook();
    let path = desk.path("台账.csv");
    std::fs::write(&path, "重点任务,牵头单位,完成时限\n1.办理用地预审,市火星管理局,2021-03-31\n").unwrap();
    let preview = desk.call("ledger_preview", json!({ "path": path }));
    let question = &preview["questions"][0];
    assert_eq!((&question["kind"], &question["value"]), (&json!("department"), &json!("市火星管理局")));
    assert_eq!(question["cells"], json!([{"row": 2, "column": "B"}]));
    let unit = desk.call("department_list", json!({"text": "市大数据局"}))["rows"][0]["id"].clone();
    let answers: Value = json!({question["id"].as_str().unwrap(): format!("unit={}", unit.as_str().unwrap())});
    desk.call("ledger_apply", json!({"path": path, "answers": answers}));

    let next = desk.path("下月台账.csv");
    std::fs::write(&next, "重点任务,牵头单位,完成时限\n1.办理环评批复,市火星管理局,2021-04-30\n").unwrap();
    let preview = desk.call("ledger_preview", json!({ "path": next }));
    assert_eq!(preview["questions"], json!([]));
    assert_eq!(preview["rows"][0]["task"]["lead"]["id"], unit);
}

#[test]
fn what_changed_since_is_taken_over_and_said() {
    let desk = Desk::with_new_workbook();
    let path = desk.path("台账.csv");
    let head = "企业名称,创意项目,重点任务,牵头单位,责任人,完成时限,进展情况\n";
    let row = |due: &str, done: &str| {
        format!("青岛示例甲有限公司,示例项目,1.办理用地预审,市资规局,示例甲（处长）,{due},{done}\n")
    };
    std::fs::write(&path, format!("{head}{}", row("2021年3月底", "30%"))).unwrap();
    desk.call("ledger_apply", json!({ "path": path }));
    std::fs::write(&path, format!("{head}{}", row("2021年4月底", "50%"))).unwrap();
    let preview = desk.call("ledger_preview", json!({ "path": path }));
    assert_eq!(preview["rows"][0]["verdict"], "update");
    let changes = preview["rows"][0]["changes"].to_string();
    assert!(changes.contains("2021年3月底") && changes.contains("2021年4月底") && changes.contains("50%"), "{changes}");
    desk.call("ledger_apply", json!({ "path": path }));
    let again = desk.call("ledger_preview", json!({ "path": path }));
    assert_eq!(again["rows"][0]["verdict"], "same");
    let task = preview["rows"][0]["existing"].clone();
    let history = desk.call("history", json!({ "id": task }));
    assert!(history[0]["changes"].to_string().contains("2021年4月底"), "{history}");
}

#[test]
fn a_head_nobody_recognises_can_be_pointed_out() {
    let desk = Desk::with_new_workbook();
    let path = desk.path("台账.csv");
    std::fs::write(&path, "推进情况\n甲,乙\n办理用地预审,市科技局\n").unwrap();
    assert!(desk.refused("ledger_preview", json!({ "path": path })).contains("没有找到表头"));
    let sheets = desk.call("ledger_sheets", json!({ "path": path }));
    assert_eq!(sheets[0]["rows"][1], json!(["甲", "乙"]));

    assert!(desk.refused("ledger_preview", json!({ "path": path, "header_row": 2 })).contains("至少给一列选上"));
    let mapping = json!({"header_row": 2, "columns": ["task", "lead"]});
    let preview = desk.call("ledger_preview", json!({ "path": path, "mapping": mapping }));
    assert_eq!((&preview["labels"], &preview["summary"]["tasks_new"]), (&json!(["甲", "乙"]), &json!(1)));
}

#[test]
fn bad_files_get_a_sentence_and_change_nothing() {
    let desk = Desk::with_new_workbook();
    let before = counts(&desk);
    for (name, bytes) in [
        ("空.xlsx", &b""[..]),
        ("照片.xlsx", &b"\x89PNG\r\n\x1a\n0000"[..]),
        ("坏.xlsx", &b"PK\x03\x04 and then nothing"[..]),
        ("没有表头.csv", "甲,乙\n1,2\n".as_bytes()),
    ] {
        let path = desk.path(name);
        std::fs::write(&path, bytes).unwrap();
        for request in ["ledger_preview", "ledger_apply"] {
            let refusal = desk.refused(request, json!({ "path": path }));
            assert!(refusal.chars().count() > 8 && !refusal.contains("内部出错"), "{name}: {refusal}");
        }
    }
    assert!(desk.refused("ledger_preview", json!({"path": desk.path("没有.xlsx")})).contains("没有.xlsx"));
    assert_eq!(counts(&desk), before);
}
