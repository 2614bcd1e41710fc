//! 单位 and 人员, as staff work with them.

mod common;

use common::Desk;
use serde_json::json;

#[test]
fn a_new_workbook_has_the_units_of_the_city_in_their_order_and_the_districts() {
    let desk = Desk::with_new_workbook();
    let list = desk.call("department_list", json!({"kind": "municipal", "limit": 100}));
    let shorts: Vec<&str> = list["rows"].as_array().unwrap().iter().map(|row| row["short"].as_str().unwrap()).collect();
    assert_eq!(&shorts[..3], ["市政府办公厅", "市发展改革委", "市教育局"]);
    assert!(shorts.contains(&"市民营经济局"));
    assert_eq!(desk.call("department_list", json!({"text": "资规局"}))["rows"][0]["short"], "市自然资源和规划局");
    let status = desk.call("workbook_status", json!({}));
    assert_eq!(status["undo"], json!(null), "the shipped lists are not something to undo");
}

#[test]
fn a_renamed_unit_is_still_found_by_its_old_name() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("department_list", json!({"text": "市大数据局"}))["rows"][0]["id"].clone();
    desk.call("department_set", json!({"id": id, "field": "short", "text": "市数据局"}));
    let person = desk.call("person_create", json!({"name": "示例甲"}));
    desk.call("person_set", json!({"id": person, "field": "department", "text": "市大数据局"}));
    let row = &desk.call("person_list", json!({}))["rows"][0];
    assert_eq!((&row["department_id"], &row["department"]), (&id, &json!("市数据局")));
}

#[test]
fn an_unknown_unit_is_refused_with_the_nearest() {
    let desk = Desk::with_new_workbook();
    let person = desk.call("person_create", json!({"name": "示例甲"}));
    let set = |text: &str| json!({"id": person, "field": "department", "text": text});
    let refusal = desk.refused("person_set", set("市自然资源管理局"));
    assert!(refusal.contains("市自然资源和规划局"), "{refusal}");
    let refusal = desk.refused("person_set", set("火星局"));
    assert!(refusal.contains("火星局") && refusal.contains("单位人员"), "{refusal}");
}

#[test]
fn a_unit_with_people_cannot_be_deleted_one_without_can_and_comes_back() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("department_create", json!({"short": "市示例局", "kind": "municipal"}));
    let person = desk.call("person_create", json!({"department": id, "name": "示例甲"}));
    assert!(desk.refused("department_trash", json!({ "id": id })).contains("1 名人员"));
    desk.call("person_trash", json!({ "id": person }));
    desk.call("department_trash", json!({ "id": id }));
    assert_eq!(desk.call("department_list", json!({"text": "市示例局"}))["total"], 0);
    desk.call("undo", json!({}));
    desk.call("undo", json!({}));
    assert_eq!(desk.call("person_list", json!({"department": id}))["rows"][0]["name"], "示例甲");
}

#[test]
fn phones_are_kept_in_their_normal_form() {
    let desk = Desk::with_new_workbook();
    let person = desk.call("person_create", json!({"name": "示例甲"}));
    let set = |text: &str| json!({"id": person, "field": "mobile", "text": text});
    desk.call("person_set", set("+86 138 1234 5678"));
    assert_eq!(desk.call("person_list", json!({}))["rows"][0]["mobile"], "13812345678");
    desk.call("person_set", set(""));
    assert_eq!(desk.call("person_list", json!({}))["rows"][0]["mobile"], "");
    assert!(desk.refused("person_set", set("没有")).contains("没有"));
}
