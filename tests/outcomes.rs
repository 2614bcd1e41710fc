//! 成效 and 引述数, kept as they were stated.

mod common;

use common::Desk;
use serde_json::{Value, json};

/// A project of the fixture that is pushed and has not landed.
fn advancing(desk: &Desk) -> Value {
    let rows = desk.call("project_list", json!({"stage": "advancing", "sample": true}));
    desk.call("project_get", json!({"id": rows["rows"][0]["id"]}))
}

#[test]
fn scenario_11_mengdous_two_hundred_million_stand_under_intentions_and_nowhere_else() {
    let desk = Desk::with_sample();
    let firm = desk.call("enterprise_list", json!({"text": "檬豆"}))["rows"][0]["id"].clone();
    let id = desk.call("project_list", json!({"enterprise": firm}))["rows"][0]["id"].clone();
    let outcomes = desk.call("outcome_list", json!({ "project": id }));
    let row = &outcomes["rows"][0];
    assert_eq!((&outcomes["total"], &row["kind"], &row["amount"]), (&json!(1), &json!("intent"), &json!("2亿元")));
    assert!(row["verify"].as_str().unwrap().contains("待核实"), "{row}");
    assert_eq!(desk.call("outcome_totals", json!({ "id": id })), json!([{"certainty": "intention", "text": "2亿元"}]));
    // A contract of the same project does not melt into it.
    desk.call("outcome_create", json!({"project": id, "kind": "order", "amount": "约300万元"}));
    assert_eq!(
        desk.call("outcome_totals", json!({ "id": id })),
        json!([{"certainty": "intention", "text": "2亿元"}, {"certainty": "contract", "text": "约300万元"}])
    );
    let refusal = desk.refused("outcome_set", json!({"id": row["id"], "field": "certainty", "text": "contract"}));
    assert!(refusal.contains("意向"), "{refusal}");
}

#[test]
fn outcomes_are_kept_as_stated_and_bad_input_is_refused_in_words() {
    let desk = Desk::with_sample();
    let id = advancing(&desk)["id"].clone();
    let before = desk.call("outcome_list", json!({ "project": id }))["total"].as_i64().unwrap();
    let create = |kind: &str, amount: &str| json!({"project": id, "kind": kind, "amount": amount});
    for (amount, says) in
        [("很多", "金额"), ("-3万元", "负"), ("800万美元", "美元"), ("0.5元", "元"), (&"9".repeat(10_000), "字")]
    {
        let refusal = desk.refused("outcome_create", create("order", amount));
        assert!(refusal.contains(says), "{}: {refusal}", &amount[..amount.len().min(20)]);
    }
    assert!(desk.refused("outcome_create", create("other", "")).contains("其他"));
    let order = desk.call("outcome_create", create("order", "超２,０００万元"));
    desk.call("outcome_create", create("order", "数千万元"));
    desk.call("outcome_create", create("financing", "1亿元意向"));
    let rows = desk.call("outcome_list", json!({ "project": id }))["rows"].clone();
    let row = rows.as_array().unwrap().iter().find(|row| row["id"] == order).unwrap().clone();
    assert_eq!((&row["amount"], &row["certainty"]), (&json!("超２,０００万元"), &json!("contract")));
    let totals = desk.call("outcome_totals", json!({ "id": id })).to_string();
    assert!(
        totals.contains("超2000万元，另有1项未量化") && totals.contains(r#""certainty":"intention","text":"1亿元""#),
        "{totals}"
    );
    desk.call("outcome_set", json!({"id": order, "field": "verify", "text": "签约方待核实"}));
    assert_eq!(desk.call("outcome_list", json!({"project": id, "verify": true}))["rows"][0]["id"], order);
    let demand = desk.call("demand_create", json!({"project": id, "category": "orders", "text": "示例市场需求"}));
    desk.call("outcome_set", json!({"id": order, "field": "demand", "text": demand}));
    desk.call("demand_trash", json!({ "id": demand }));
    assert_eq!(
        desk.call("workbook_check", json!({}))["orphans"],
        json!([]),
        "what came of it stays, without the demand"
    );
    desk.call("outcome_trash", json!({ "id": order }));
    desk.call("undo", json!({}));
    assert_eq!(desk.call("outcome_list", json!({ "project": id }))["total"].as_i64().unwrap(), before + 3);
    let found = desk.call("search", json!({"text": "深圳投融资机构"}));
    assert_eq!(found[0]["kind"], "outcome", "{found}");
}

#[test]
fn stated_figures_stand_apart_as_printed() {
    let desk = Desk::with_sample();
    let whole = desk.call("stated_list", json!({}));
    let texts: Vec<&str> = whole["rows"].as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["超200亿元", "千余人次", "百万人次"]);
    assert!(desk.refused("stated_create", json!({"name": "总投资", "text": " "})).contains("原文"));
    assert!(desk.refused("stated_create", json!({"name": "", "text": "超1亿元"})).contains("名称"));
    let id = advancing(&desk)["id"].clone();
    let stated = json!({"project": id, "name": "预计产值", "text": "近百亿元", "unit": "元", "scope": "达产后每年", "source": "示例可研报告", "as_of": "2021-02-01"});
    let figure = desk.call("stated_create", stated);
    assert_eq!(desk.call("stated_list", json!({ "project": id }))["rows"][0]["text"], "近百亿元");
    assert_eq!(desk.call("stated_list", json!({}))["total"], 3, "one of a project is not one of the whole work");
    assert_eq!(desk.call("figures_get", json!({}))["stated"].as_array().unwrap().len(), 3);
    desk.call("stated_set", json!({"id": figure, "field": "text", "text": "超百亿元"}));
    desk.call("project_trash", json!({ "id": id }));
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
    desk.call("undo", json!({}));
    desk.call("stated_trash", json!({ "id": figure }));
    assert_eq!(desk.call("stated_list", json!({ "project": id }))["total"], 0);
}
