//! 报送情况.

mod common;

use common::Desk;
use common::day;
use serde_json::{Value, json};

fn list(desk: &Desk, query: Value) -> Value {
    desk.call("sheet_list", query)
}

fn units(page: &Value) -> Vec<&str> {
    page["rows"].as_array().unwrap().iter().map(|row| row["department"].as_str().unwrap()).collect()
}

#[test]
fn one_sheet_to_several_units_and_what_is_not_back_stands_first() {
    let desk = Desk::with_new_workbook();
    let made = desk.call(
        "sheet_create",
        json!({"title": "2月责任分工表", "departments": "自规局、人社局，发改委", "sent_on": "2021-02-18", "due": "3个工作日"}),
    );
    assert_eq!(made.as_array().unwrap().len(), 3);
    desk.call("sheet_create", json!({"title": "诉求表", "departments": "科技局", "due": "2021-03-01"}));
    let page = list(&desk, json!({}));
    assert_eq!(page["rows"][0]["due"], "2021-02-22", "2月20日 is a make-up day: 19, 20, 22");
    assert_eq!(units(&page), ["市发展改革委", "市人力资源社会保障局", "市自然资源和规划局", "市科技局"]);
    assert_eq!(
        (&page["rows"][0]["state"], &page["rows"][0]["word"]),
        (&json!("overdue"), &json!("超期 3 天（3 个工作日）"))
    );
    assert_eq!((&page["rows"][3]["state"], &page["rows"][3]["word"]), (&json!("out"), &json!("还剩 2 个工作日")));
    // Back with one click; the others stand before it.
    desk.call("sheet_return", json!({"ids": [page["rows"][0]["id"]]}));
    let page = list(&desk, json!({}));
    assert_eq!(units(&page).last(), Some(&"市发展改革委"));
    assert_eq!(page["counts"], json!({"total": 4, "overdue": 2, "out": 1, "returned": 1}));
    assert_eq!(page["rows"][3]["word"], "晚 3 天反馈");
    assert_eq!(list(&desk, json!({"state": "overdue", "text": "人社"}))["total"], 0, "by the unit's short name");
    assert_eq!(list(&desk, json!({"state": "overdue", "text": "人力"}))["total"], 1);
    assert_eq!(desk.call("undo", json!({}))["label"], "修改反馈日期：2月责任分工表（市发展改革委）");
    assert_eq!(list(&desk, json!({}))["counts"]["overdue"], 3);
    // As of a day before: not sent yet, not back yet, not overdue yet.
    let then = desk.call_as_of(day("2021-02-19"), "sheet_list", json!({}));
    assert_eq!(then["counts"], json!({"total": 3, "overdue": 0, "out": 3, "returned": 0}));
}

#[test]
fn a_reminder_for_each_unit_of_what_is_overdue_or_chosen() {
    let desk = Desk::with_new_workbook();
    let sent = |title: &str, units: &str, due: &str| {
        desk.call("sheet_create", json!({"title": title, "departments": units, "sent_on": "2021-02-08", "due": due}))
    };
    sent("1月进展表", "自规局、人社局", "2021-02-19");
    sent("2月责任分工表", "自规局", "2021-02-22");
    let later = sent("诉求表", "科技局", "2021-03-01");
    let all = desk.call("sheet_remind", json!({}));
    assert_eq!(all["count"], 3);
    let text = all["text"].as_str().unwrap();
    assert!(text.contains("市自然资源和规划局：\n以下材料尚未收到反馈，烦请尽快报送：\n1. 《1月进展表》（2021年2月8日发出，应于2021年2月19日前反馈，已超期6天）；\n2. 《2月责任分工表》"), "{text}");
    assert!(!text.contains("诉求表"));
    assert!(
        desk.call("sheet_remind", json!({"ids": later}))["text"].as_str().unwrap().contains("请于2021年3月1日前反馈")
    );
}

#[test]
fn cells_are_judged_and_a_block_is_one_action() {
    let desk = Desk::with_new_workbook();
    let made =
        desk.call("sheet_create", json!({"title": "进展表", "departments": "自规局、人社局", "sent_on": "2021-02-18"}));
    let cells = |due: &str| {
        json!({"cells": [
            {"id": made[0], "field": "due", "text": "2021-02-24"}, {"id": made[1], "field": "due", "text": due},
            {"id": made[1], "field": "note", "text": "电话催过"},
        ]})
    };
    let refusal = desk.refused("sheet_set", cells("2021-02-10"));
    assert!(
        refusal.contains("进展表（市人力资源社会保障局）的反馈时限")
            && refusal.contains("早于发出日期")
            && refusal.ends_with("整块都没有写入"),
        "{refusal}"
    );
    desk.call("sheet_set", cells("2月底"));
    assert_eq!(list(&desk, json!({}))["rows"][1]["due"], "2021-02-28");
    assert_eq!(desk.call("undo", json!({}))["label"], "修改报送：进展表（市自然资源和规划局）等2项");
    assert!(desk.refused("sheet_create", json!({"title": "x", "departments": ""})).contains("单位"));
    assert!(desk.refused("sheet_return", json!({"ids": [made[0]], "on": "2021-02-10"})).contains("早于发出日期"));
    assert!(desk.refused("sheet_return", json!({"ids": [made[0]], "on": "2021-03-10"})).contains("还没到"));
    desk.call("sheet_trash", json!({"ids": made}));
    assert_eq!(list(&desk, json!({}))["counts"]["total"], 0);
    let bin = desk.call("recycle_list", json!({}));
    assert!(bin[0]["what"].as_str().unwrap().contains("进展表"), "{bin}");
}
