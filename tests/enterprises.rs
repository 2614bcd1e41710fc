//! 企业, as staff work with them.

mod common;

use common::Desk;
use serde_json::{Value, json};

const FULL: &str = "青岛环球集团股份有限公司";

fn with_huanqiu() -> (Desk, Value) {
    let desk = Desk::with_new_workbook();
    let id = desk.call("enterprise_create", json!({ "name": FULL }));
    (desk, id)
}

#[test]
fn scenario_22_the_credit_code_is_checked_and_normalised() {
    let (desk, id) = with_huanqiu();
    let set = |text: &str| json!({"id": id, "field": "uscc", "text": text});
    assert_eq!(desk.refused("enterprise_set", set("91350100M000100Y4Z")), "第18位“Z”不可用，应为3");
    desk.call("enterprise_set", set(" ９1350100m000100y43 "));
    assert_eq!(desk.call("enterprise_get", json!({ "id": id }))["uscc"], "91350100M000100Y43");
    desk.call("enterprise_set", set(""));
    assert_eq!(desk.call("enterprise_get", json!({ "id": id }))["uscc"], "", "blank is allowed");
}

#[test]
fn a_code_belongs_to_one_enterprise() {
    let (desk, id) = with_huanqiu();
    desk.call("enterprise_set", json!({"id": id, "field": "uscc", "text": "91350100M000100Y43"}));
    let other = desk.call("enterprise_create", json!({"name": "中特科技"}));
    let refusal = desk.refused("enterprise_set", json!({"id": other, "field": "uscc", "text": "91350100M000100Y43"}));
    assert!(refusal.contains(FULL), "{refusal}");
}

#[test]
fn scenario_31_found_by_initials_and_by_a_word_and_a_near_name_is_warned_of() {
    let (desk, id) = with_huanqiu();
    for typed in ["hqjt", "环球", "HQJT", "huanqiu"] {
        let hits = desk.call("search", json!({ "text": typed }));
        assert_eq!((&hits[0]["id"], &hits[0]["title"]), (&id, &json!(FULL)), "{typed}");
    }
    let same = desk.call("enterprise_similar", json!({"name": "青岛环球集团"}));
    assert_eq!(same[0]["name"], FULL);
    assert_eq!(desk.call("enterprise_similar", json!({"name": "中特科技"})), json!([]));
}

#[test]
fn the_district_is_shown_as_typed_and_known_by_its_code() {
    let (desk, id) = with_huanqiu();
    desk.call("enterprise_set", json!({"id": id, "field": "district", "text": "西海岸新区"}));
    let page = desk.call("enterprise_get", json!({ "id": id }));
    assert_eq!((&page["district"], &page["district_code"]), (&json!("西海岸新区"), &json!("370211")));
    let list = desk.call("enterprise_list", json!({"district": "370211"}));
    assert_eq!((&list["total"], &list["rows"][0]["name"]), (&json!(1), &json!(FULL)));
}

#[test]
fn merging_moves_contacts_and_names_and_one_undo_takes_it_back() {
    let (desk, kept) = with_huanqiu();
    let gone = desk.call("enterprise_create", json!({"name": "青岛环球集团"}));
    desk.call("enterprise_set", json!({"id": gone, "field": "address", "text": "示例路1号"}));
    desk.call("contact_create", json!({"enterprise": gone, "name": "示例甲"}));
    desk.call("enterprise_merge", json!({"keep": kept, "merge": gone}));
    let page = desk.call("enterprise_get", json!({ "id": kept }));
    assert_eq!(page["aliases"], json!(["青岛环球集团"]));
    assert_eq!((&page["address"], &page["contacts"][0]["name"]), (&json!("示例路1号"), &json!("示例甲")));
    assert_eq!(desk.call("enterprise_list", json!({}))["total"], 1);
    assert_eq!(desk.call("undo", json!({}))["kept"], 0);
    assert_eq!(desk.call("enterprise_list", json!({}))["total"], 2);
    assert_eq!(desk.call("enterprise_get", json!({ "id": gone }))["contacts"][0]["name"], "示例甲");
    assert_eq!(desk.call("enterprise_get", json!({ "id": kept }))["aliases"], json!([]));
}

#[test]
fn what_is_deleted_lies_in_the_recycle_bin_and_comes_back_whole() {
    let (desk, id) = with_huanqiu();
    desk.call("contact_create", json!({"enterprise": id, "name": "示例甲"}));
    desk.call("enterprise_trash", json!({ "id": id }));
    assert_eq!(desk.call("enterprise_list", json!({}))["total"], 0);
    assert_eq!(desk.call("search", json!({"text": "环球"})), json!([]));
    let bin = desk.call("recycle_list", json!({}));
    assert_eq!((&bin[0]["what"], &bin[0]["author"]), (&json!(FULL), &json!("张三")));
    desk.call("recycle_restore", json!({"entry": bin[0]["entry"]}));
    assert_eq!(desk.call("recycle_list", json!({})), json!([]));
    assert_eq!(desk.call("enterprise_get", json!({ "id": id }))["contacts"][0]["name"], "示例甲");
    assert_eq!(desk.call("search", json!({"text": "环球"}))[0]["id"], id);
}

#[test]
fn history_says_who_changed_what_from_what_to_what() {
    let (desk, id) = with_huanqiu();
    desk.call("enterprise_set", json!({"id": id, "field": "size_class", "text": "大型"}));
    desk.call("enterprise_set", json!({"id": id, "field": "size_class", "text": "中型"}));
    desk.call("undo", json!({}));
    let history = desk.call("history", json!({ "id": id }));
    let said: Vec<&str> = history.as_array().unwrap().iter().map(|entry| entry["action"].as_str().unwrap()).collect();
    assert_eq!(
        said,
        [
            format!("撤销修改规模：{FULL}"),
            format!("修改规模：{FULL}"),
            format!("修改规模：{FULL}"),
            format!("新增企业：{FULL}")
        ]
    );
    assert_eq!(history[1]["changes"], json!([{"field": "规模", "from": "大型", "to": "中型"}]));
    assert_eq!((&history[0]["author"], &history[0]["laptop"]), (&json!("张三"), &json!("专班-笔记本1")));
    assert_eq!(history[3]["changes"][0], json!({"field": "企业名称", "from": "", "to": FULL}));
}

#[test]
fn whatever_is_typed_gets_a_sentence_and_changes_nothing() {
    let (desk, id) = with_huanqiu();
    let set = |field: &str, text: &str| json!({"id": id, "field": field, "text": text});
    let before = desk.call("enterprise_get", json!({ "id": id }));
    for (field, text, says) in [
        ("name_full", "  ", "不能为空"),
        ("name_full", &"长".repeat(201) as &str, "最多 200 个字"),
        ("employees", "三百人", "整数"),
        ("employees", "-1", "整数"),
        ("size_class", "巨型", "大型、中型、小型、微型"),
        ("revenue", "800万美元", "万美元"),
    ] {
        let refusal = desk.refused("enterprise_set", set(field, text));
        assert!(refusal.contains(says), "{field}: {refusal}");
    }
    assert_eq!(desk.call("enterprise_get", json!({ "id": id })), before);
    desk.call("enterprise_set", set("note", "第一行\n😀 ｆｕｌｌ ]]> \u{202e}"));
    desk.call("enterprise_set", set("employees", "１，２００"));
    assert_eq!(desk.call("enterprise_get", json!({ "id": id }))["employees"], 1200);
}
