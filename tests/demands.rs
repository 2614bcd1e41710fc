//! 需求 in their steps: statuses, 回访, trace and limits.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

fn demand(desk: &Desk, category: &str, text: &str) -> Value {
    let project = desk.call("project_create", json!({"name": format!("示例项目：{text}")}));
    desk.call("demand_create", json!({"project": project, "category": category, "text": text}))
}

fn page(desk: &Desk, id: &Value) -> Value {
    desk.call("demand_get", json!({ "id": id }))
}

fn go(desk: &Desk, id: &Value, status: &str, result: &str) {
    desk.call("demand_status_set", json!({"id": id, "status": status, "result": result}));
}

#[test]
fn scenario_15_two_of_the_three_needs_the_article_names_are_solved() {
    let desk = Desk::with_sample();
    desk.call("sample_remove", json!({}));
    let needs = desk.call("demand_list", json!({"limit": 50}));
    assert_eq!(needs["total"], 3, "the others' needs are not in the article and stay empty");
    let of = |firm: &str| -> Vec<(String, String)> {
        let rows = needs["rows"].as_array().unwrap().iter();
        let own = rows.filter(|row| row["enterprise"].as_str().unwrap().contains(firm));
        own.map(|row| (row["text"].as_str().unwrap().into(), row["status"].as_str().unwrap().into())).collect()
    };
    assert_eq!(of("环球"), [("用地".to_string(), "in_progress".to_string())]);
    let yunlu = of("云路");
    assert_eq!(yunlu.len(), 2);
    assert!(yunlu.iter().all(|(_, status)| status == "solved"), "{yunlu:?}");
    let figures = desk.call("figures_get", json!({"names": ["demand_solved_rate"]}));
    let rate = &figures["figures"][0];
    assert_eq!((&rate["numerator"], &rate["denominator"]), (&json!(2), &json!(3)), "{rate}");
    assert!(rate.to_string().contains("66.7%"), "{rate}");
}

#[test]
fn scenario_20_a_demand_handed_over_with_fifteen_working_days_is_due_over_the_spring_festival() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "120亩工业用地");
    desk.call("demand_set", json!({"ids": [id], "field": "raised_on", "text": "2021-02-05"}));
    let hand_over = |on: &str, due: &str| {
        desk.call("demand_status_set", json!({"id": id, "status": "assigned", "on": on, "due": due}));
        let row = page(&desk, &id)["row"].clone();
        desk.call("undo", json!({}));
        (row["due_text"].clone(), row["due_rule"].clone())
    };
    assert_eq!(hand_over("2021-02-08", "15个工作日"), (json!("2021-03-05"), json!("15个工作日自交办")));
    assert_eq!(hand_over("2021-02-05", "3个工作日"), (json!("2021-02-09"), json!("3个工作日自交办")));
    assert_eq!(hand_over("2021-02-08", "3月底前"), (json!("3月底前"), json!("")));
    let refusal = desk.refused("demand_status_set", json!({"id": id, "status": "assigned", "due": "下周"}));
    assert!(refusal.contains("下周"), "{refusal}");
}

#[test]
fn the_source_of_a_need_sets_its_limit_and_the_list_of_limits_is_the_offices_own() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "用地");
    desk.call("demand_set", json!({"ids": [id], "field": "raised_on", "text": "2021-02-05"}));
    desk.call("demand_set", json!({"ids": [id], "field": "source", "text": "会议议定"}));
    assert_eq!(page(&desk, &id)["limit"], "20个工作日");
    let limits = desk.call("dictionary_get", json!({"list": "source_limit"}));
    let entries = limits["versions"][0]["entries"].as_array().unwrap().clone();
    let meeting = entries.iter().find(|entry| entry["code"] == "meeting").unwrap();
    desk.call("dictionary_set", json!({"id": meeting["id"], "field": "value", "text": "１５"}));
    assert_eq!(page(&desk, &id)["limit"], "15个工作日");
    desk.call("demand_status_set", json!({"id": id, "status": "assigned", "on": "2021-02-08"}));
    assert_eq!(page(&desk, &id)["row"]["due_text"], "2021-03-05");
    assert!(
        desk.refused("dictionary_set", json!({"id": meeting["id"], "field": "value", "text": "很快"})).contains("很快")
    );
    desk.call("undo", json!({}));
    desk.call("undo", json!({}));
    assert_eq!(
        desk.call("dictionary_get", json!({"list": "source_limit"})),
        limits,
        "a shipped entry comes back by undo"
    );
}

#[test]
fn a_demand_takes_its_steps_and_each_refusal_says_what_is_missing() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "park", "职工宿舍");
    desk.call("demand_set", json!({"ids": [id], "field": "raised_on", "text": "2021-02-01"}));
    let refused = |status: &str| desk.refused("demand_status_set", json!({"id": id, "status": status}));
    assert!(refused("closed").contains("登记"), "not a step of the table");
    assert!(refused("assigned").contains("牵头单位"));
    assert_eq!(page(&desk, &id)["next"][0]["lacks"], json!(["先写牵头单位"]), "and the page says so beforehand");
    desk.call("demand_set", json!({"ids": [id], "field": "lead", "text": "西海岸新区"}));
    desk.call("demand_status_set", json!({"id": id, "status": "assigned", "on": "2021-02-03"}));
    let early = desk.refused("demand_status_set", json!({"id": id, "status": "in_progress", "on": "2021-02-02"}));
    assert!(early.contains("2021-02-03"), "{early}");
    let late = desk.refused("demand_status_set", json!({"id": id, "status": "in_progress", "on": "2021-03-01"}));
    assert!(late.contains("还没到"), "{late}");
    desk.call("demand_status_set", json!({"id": id, "status": "in_progress", "on": "2021-02-04"}));
    assert!(refused("answered").contains("办理结果"));
    go(&desk, &id, "answered", "已协调公租房20套");
    assert!(refused("in_progress").contains("不满意"), "back only for a reason");
    go(&desk, &id, "in_progress", "房源太远");
    assert_eq!(page(&desk, &id)["row"]["result"], "已协调公租房20套", "a complaint is no result");
    go(&desk, &id, "answered", "");
    go(&desk, &id, "solved", "改为厂区旁宿舍30间");
    assert!(refused("closed").contains("回访"));
    let found = page(&desk, &id);
    assert_eq!(found["next"][0]["wants_visit"], true);
    let steps: Vec<&str> =
        found["statuses"].as_array().unwrap().iter().map(|one| one["to"].as_str().unwrap()).collect();
    assert_eq!(steps, ["solved", "answered", "in_progress", "answered", "in_progress", "assigned"]);
    assert_eq!(found["statuses"][2]["reason"], "房源太远");
    let visit = |said: &str| json!({"demand": id, "satisfaction": said, "manner": "电话", "visitor": "张三"});
    desk.call("demand_visit_add", visit("dissatisfied"));
    assert!(refused("closed").contains("满意"), "a 回访 that says 不满意 closes nothing");
    let mut closing = visit("satisfied");
    closing["then"] = json!("closed");
    desk.call("demand_visit_add", closing);
    let found = page(&desk, &id);
    assert_eq!((&found["row"]["status"], &found["row"]["satisfaction"]), (&json!("closed"), &json!("satisfied")));
    let visits = found["visits"].as_array().unwrap();
    assert_eq!((visits.len(), &visits[0]["manner"]), (2, &json!("电话")));
    assert!(desk.refused("demand_visit_trash", json!({"id": visits[0]["id"]})).contains("已销号"));
    assert!(desk.refused("demand_set", json!({"ids": [id], "field": "result", "text": ""})).contains("已销号"));
    desk.call("undo", json!({}));
    let found = page(&desk, &id);
    assert_eq!(
        (&found["row"]["status"], found["visits"].as_array().unwrap().len()),
        (&json!("solved"), 1),
        "回访 and 销号 are one action"
    );
}

#[test]
fn figures_of_an_earlier_day_see_the_demand_as_it_stood_then() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "用地");
    desk.call("demand_set", json!({"ids": [id], "field": "raised_on", "text": "2021-01-04"}));
    for (status, on) in [
        ("assigned", "2021-01-05"),
        ("in_progress", "2021-01-06"),
        ("answered", "2021-01-20"),
        ("solved", "2021-02-01"),
    ] {
        desk.call("demand_status_set", json!({"id": id, "status": status, "on": on, "result": "已供地"}));
    }
    let rate = |on: &str| {
        let answer = desk.call_as_of(day(on), "figures_get", json!({"names": ["demand_solved_rate"]}));
        let figure = answer["figures"][0].clone();
        (figure["numerator"].clone(), figure["denominator"].clone())
    };
    assert_eq!(rate("2021-01-31"), (json!(0), json!(1)));
    assert_eq!(rate("2021-02-01"), (json!(1), json!(1)));
    let then = desk.call_as_of(day("2021-01-10"), "demand_get", json!({ "id": id }));
    assert_eq!(then["statuses"].as_array().unwrap().len(), 2);
}

#[test]
fn a_need_is_traced_to_its_tasks_and_back_from_each_of_them() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "120亩工业用地");
    let usual = desk.call("demand_steps", json!({"category": "land"}));
    let tasks =
        desk.call("demand_split", json!({"id": id, "steps": usual["steps"], "anchor": {"target": "2021-09-30"}}));
    let trace = desk.call("demand_trace", json!({"from": {"demand": id}}));
    assert_eq!(trace["demands"][0]["id"], id);
    let found: Vec<&Value> = trace["tasks"].as_array().unwrap().iter().map(|task| &task["id"]).collect();
    assert_eq!(found, tasks.as_array().unwrap().iter().collect::<Vec<_>>());
    assert_eq!(
        desk.call("demand_trace", json!({"from": {"task": tasks[2]}})),
        trace,
        "backwards it is the same picture"
    );
    let row = page(&desk, &id)["row"].clone();
    assert_eq!(desk.call("demand_trace", json!({"from": {"project": row["project_id"]}})), trace);
    assert_eq!(page(&desk, &id)["trace"], trace);
    assert_eq!(row["status"], "assigned", "a need with tasks is handed over");
}

#[test]
fn every_change_of_a_demand_and_its_visits_is_taken_back_by_undo() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "用地");
    go(&desk, &id, "assigned", "");
    go(&desk, &id, "in_progress", "");
    go(&desk, &id, "answered", "已答复");
    let visit = desk.call("demand_visit_add", json!({"demand": id, "satisfaction": "rather_satisfied"}));
    let changes = [
        ("demand_visit_set", json!({"id": visit, "field": "satisfaction", "text": "不满意"})),
        ("demand_visit_set", json!({"id": visit, "field": "on_day", "text": "2021-02-24"})),
        ("demand_visit_set", json!({"id": visit, "field": "text", "text": "盼早日供地"})),
        ("demand_visit_set", json!({"id": visit, "field": "manner", "text": "上门"})),
        ("demand_visit_set", json!({"id": visit, "field": "visitor", "text": "李四"})),
        ("demand_visit_trash", json!({ "id": visit })),
        (
            "demand_visit_add",
            json!({"demand": id, "satisfaction": "dissatisfied", "text": "太慢", "then": "in_progress"}),
        ),
        ("demand_set", json!({"ids": [id], "field": "due", "text": "10个工作日"})),
        ("demand_status_set", json!({"id": id, "status": "unsolvable", "result": "规模指标不足"})),
    ];
    for (name, request) in changes {
        let before = page(&desk, &id);
        desk.call(name, request.clone());
        assert_ne!(page(&desk, &id), before, "{name} {request}");
        desk.call("undo", json!({}));
        assert_eq!(page(&desk, &id), before, "{name} {request}");
    }
    for bad in ["", "未回访", "很满意"] {
        assert!(
            desk.refused("demand_visit_set", json!({"id": visit, "field": "satisfaction", "text": bad}))
                .contains("满意")
        );
    }
    let refusal =
        desk.refused("demand_visit_add", json!({"demand": id, "satisfaction": "satisfied", "on": "2021-13-01"}));
    assert!(refusal.contains("13月"), "{refusal}");
}
