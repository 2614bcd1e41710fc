//! 重点项目库: who is in it on which day, told as domain.md §7 tells it.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

/// As printed with its parts: 65.5% (19/29).
fn rate(set: &Value) -> String {
    let figure = set["figures"].as_array().unwrap().iter().find(|figure| figure["name"] == "landing_rate").unwrap();
    format!("{} ({}/{})", figure["text"].as_str().unwrap(), figure["numerator"], figure["denominator"])
}

fn rate_now(desk: &Desk) -> String {
    rate(&desk.call("figures_get", json!({})))
}

/// A project of the fixture that is pushed and has not landed.
fn advancing(desk: &Desk) -> Value {
    let rows = desk.call("project_list", json!({"stage": "advancing", "sample": true}));
    desk.call("project_get", json!({"id": rows["rows"][0]["id"]}))
}

#[test]
fn scenario_07_a_thirtieth_project_enters_the_library() {
    let desk = Desk::with_sample();
    let id = desk.call("project_create", json!({"name": "示例第三十个项目"}));
    desk.call("library_enter", json!({"projects": [id], "batch": "第二批", "reason": "专家遴选"}));
    assert_eq!(rate_now(&desk), "63.3% (19/30)");
    assert_eq!(desk.call("overview_get", json!({}))["prose"], "30个项目中已有19个完成落地，落地率超过63%");
    let refusal = desk.refused("library_enter", json!({"projects": [id]}));
    assert!(refusal.contains("示例第三十个项目") && refusal.contains("已在库内"), "{refusal}");
    desk.call("undo", json!({}));
    assert_eq!(rate_now(&desk), "65.5% (19/29)");
}

#[test]
fn scenario_08_a_project_leaves_the_library_and_the_days_before_stay_as_they_were() {
    let desk = Desk::with_sample();
    let id = advancing(&desk)["id"].clone();
    let refusal = desk.refused("library_leave", json!({"projects": [id], "reason": " "}));
    assert!(refusal.contains("理由"), "{refusal}");
    desk.call("library_leave", json!({"projects": [id], "on": "2021-02-20", "reason": "企业迁出"}));
    assert_eq!(rate_now(&desk), "67.9% (19/28)");
    assert_eq!(rate(&desk.call_as_of(day("2021-02-20"), "figures_get", json!({}))), "67.9% (19/28)");
    // On the day before it left, 示例项目19 of 2021-02-20 had not landed yet.
    assert_eq!(rate(&desk.call_as_of(day("2021-02-19"), "figures_get", json!({}))), "62.1% (18/29)");
    let left = desk.call("library_list", json!({"state": "left"}));
    assert_eq!((&left["rows"][0]["id"], &left["rows"][0]["out_reason"]), (&id, &json!("企业迁出")));
    let before = desk.call_as_of(day("2021-02-19"), "library_list", json!({"state": "inside", "limit": 100}));
    assert_eq!(before["total"], 29);
    assert!(before["rows"].as_array().unwrap().iter().all(|row| row["out_on"].is_null()));
    let history = desk.call("history", json!({ "id": id })).to_string();
    assert!(history.contains("出库理由") && history.contains("企业迁出"), "{history}");
}

/// The day of the story as the dossier words it: with as_of before the 出库 date the rate is again 65.5%.
#[test]
fn scenario_08_the_rate_of_the_eve_is_the_old_one() {
    let desk = Desk::with_sample();
    let id = advancing(&desk)["id"].clone();
    desk.call("library_leave", json!({"projects": [id], "on": "2021-02-25", "reason": "企业迁出"}));
    assert_eq!(rate_now(&desk), "67.9% (19/28)");
    assert_eq!(rate(&desk.call_as_of(day("2021-02-24"), "figures_get", json!({}))), "65.5% (19/29)");
}

#[test]
fn the_library_is_filtered_by_district_batch_and_landing_as_of_a_day() {
    let desk = Desk::with_sample();
    let counts = desk.call("library_counts", json!({"state": "inside"}));
    assert_eq!(
        (&counts["inside"], &counts["left"], &counts["never"], &counts["batches"]),
        (&json!(29), &json!(0), &json!(0), &json!(["首批"]))
    );
    let total = |query: Value| desk.call("library_list", query)["total"].as_i64().unwrap();
    assert_eq!(total(json!({"state": "inside", "landed": true})), 19);
    assert_eq!(total(json!({"state": "inside", "landed": false})), 10);
    assert_eq!(total(json!({"state": "inside", "batch": "第二批"})), 0);
    let huangdao = total(json!({"state": "inside", "district": "370211"}));
    assert!(huangdao > 0 && huangdao < 29);
    let early = desk.call_as_of(day("2020-06-29"), "library_counts", json!({"state": "inside"}));
    assert_eq!((&early["inside"], &early["never"]), (&json!(0), &json!(29)));
    for sort in ["name", "district", "investment", "in_on", "out_on", "batch", "landed_on"] {
        let rows =
            desk.call("library_list", json!({"state": "inside", "sort": sort, "descending": true, "limit": 100}));
        assert_eq!(rows["rows"].as_array().unwrap().len(), 29, "{sort}");
    }
}

#[test]
fn a_project_is_in_the_library_once_at_a_time_and_may_come_back() {
    let desk = Desk::with_sample();
    let id = advancing(&desk)["id"].clone();
    desk.call("library_leave", json!({"projects": [id], "on": "2021-01-31", "reason": "停滞"}));
    let refusal = desk.refused("library_enter", json!({"projects": [id], "on": "2021-01-15"}));
    assert!(refusal.contains("不能重叠"), "{refusal}");
    assert!(desk.refused("library_enter", json!({"projects": [id], "on": "2021-12-01"})).contains("还没有到"));
    desk.call("library_enter", json!({"projects": [id], "on": "2021-02-10", "batch": "第二批"}));
    let entries = desk.call("library_of", json!({ "id": id }));
    assert_eq!(entries.as_array().unwrap().len(), 2);
    // The first stay cannot grow into the second, nor end before it began, nor end without a reason.
    let first = entries[1]["id"].clone();
    for (field, text, says) in [
        ("out_on", "2021-02-20", "不能重叠"),
        ("out_on", "", "不用再入库"),
        ("out_on", "2020-01-01", "早于入库日期"),
        ("out_reason", "", "理由"),
        ("in_on", "", "不能为空"),
    ] {
        let refusal = desk.refused("library_set", json!({"id": first, "field": field, "text": text}));
        assert!(refusal.contains(says), "{field} {text}: {refusal}");
    }
    desk.call("library_trash", json!({"id": entries[0]["id"]}));
    assert_eq!(desk.call("project_get", json!({ "id": id }))["in_library"], Value::Null);
    desk.call("undo", json!({}));
    assert_eq!(desk.call("project_get", json!({ "id": id }))["in_library"], "2021-02-10");
}

#[test]
fn several_projects_enter_and_leave_as_one_action_or_none_does() {
    let desk = Desk::with_sample();
    let new: Vec<Value> =
        ["示例甲", "示例乙", "示例丙"].map(|name| desk.call("project_create", json!({ "name": name }))).into();
    let inside = advancing(&desk)["id"].clone();
    let mut mixed = new.clone();
    mixed.push(inside);
    desk.refused("library_enter", json!({ "projects": mixed }));
    assert_eq!(desk.call("library_counts", json!({"state": "inside"}))["inside"], 29, "all or none");
    desk.call("library_enter", json!({ "projects": new, "batch": "第二批" }));
    assert_eq!(desk.call("library_list", json!({"state": "inside", "batch": "第二批"}))["total"], 3);
    desk.call("library_leave", json!({ "projects": new, "reason": "整批调整" }));
    desk.call("undo", json!({}));
    desk.call("undo", json!({}));
    assert_eq!(desk.call("library_counts", json!({"state": "inside"}))["never"], 3);
    assert!(desk.refused("library_leave", json!({"projects": new, "reason": "整批调整"})).contains("不在库内"));
    assert!(desk.refused("library_enter", json!({"projects": []})).contains("项目"));
}
