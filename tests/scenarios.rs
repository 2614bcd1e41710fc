//! Scenarios of domain.md §7 that no single noun owns; the others stand in the tests of their noun, under their number.

mod common;

use common::Desk;
use serde_json::{Value, json};

fn task(desk: &Desk, due: &str) -> Value {
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let made = desk.call("task_create", json!({"project": project, "title": "办理用地预审", "due": due}));
    desk.call("task_get", json!({"id": made["id"]}))
}

/// A task in a new project with its light as of a day.
fn light(desk: &Desk, task: Value, as_of: &str) -> Value {
    let made = desk.call("task_create", task);
    desk.call_as_of(common::day(as_of), "task_get", json!({"id": made["id"]}))["row"]["light"].clone()
}

#[test]
fn scenario_18_progress_against_time_is_green_yellow_or_red_and_says_why() {
    let desk = Desk::with_new_workbook();
    desk.moves_to(common::day("2021-03-16"));
    let seen = |percent: &str| {
        let task = json!({"title": format!("完成{percent}"), "start_on": "2021-03-01", "due": "2021-03-31", "percent": percent, "assigned_on": "2021-03-01"});
        light(&desk, task, "2021-03-16")
    };
    let (green, yellow, red) = (seen("45"), seen("40"), seen("20"));
    assert_eq!([&green["kind"], &yellow["kind"], &red["kind"]], ["normal", "slow", "behind"]);
    assert!(green["reason"].as_str().unwrap().contains("序时进度51.6%，实际45.0%，落后6.6个百分点"), "{green}");
    assert_eq!(yellow["reason"], "序时进度51.6%，实际40.0%，落后11.6个百分点，达到10个百分点，偏慢。");
    assert_eq!(red["reason"], "序时进度51.6%，实际20.0%，落后31.6个百分点，超过30个百分点，滞后。");
}

#[test]
fn scenario_19_four_working_days_are_left_over_the_spring_festival() {
    let desk = Desk::with_new_workbook();
    let task = json!({"title": "用地预审", "due": "2021-02-20", "assigned_on": "2021-02-01"});
    let seen = light(&desk, task, "2021-02-09");
    assert_eq!((&seen["kind"], &seen["word"]), (&json!("due_soon"), &json!("剩 4 个工作日")));
    assert_eq!(seen["reason"], "完成时限2021年2月20日，还剩4个工作日（11天），不超过5个工作日，临期。");
}

#[test]
fn scenario_20_a_demand_assigned_with_15_working_days_is_due_on_5_march() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let demand = desk.call("demand_create", json!({"project": project, "category": "land", "text": "用地80亩"}));
    desk.call("demand_set", json!({"ids": [demand], "field": "raised_on", "text": "2021-02-05"}));
    let assign = |on: &str, due: &str| {
        desk.call("demand_status_set", json!({"id": demand, "status": "assigned", "on": on, "due": due}));
        desk.call("demand_list", json!({}))["rows"][0]["due"].clone()
    };
    assert_eq!(assign("2021-02-08", "15个工作日"), "2021-03-05");
    let task = desk.call(
        "task_create",
        json!({"title": "协调用地", "demand": demand, "assigned_on": "2021-02-05", "due": "3个工作日"}),
    );
    assert_eq!(desk.call("task_get", json!({"id": task["id"]}))["row"]["due"]["day"], "2021-02-09");
}

#[test]
fn scenario_21_a_deadline_in_2027_is_computed_and_says_that_the_holidays_are_not_published() {
    let desk = Desk::with_new_workbook();
    let answer = desk.call("calendar_add_working_days", json!({"from": "2027-02-04", "days": 1}));
    assert_eq!(answer["notice"], "2027年放假安排未公布，按法定节日和周末推算");
    assert_eq!(answer["date"], "2027-02-09", "2月5日至8日 are the statutory days of the Spring Festival");
    let found = task(&desk, "2027年3月31日");
    assert_eq!(found["row"]["due"]["day"], "2027-03-31");
    let said = format!("{} {}", found["row"]["light"]["reason"], found["due_notice"]);
    assert!(said.contains("2027年放假安排未公布"), "{said}");
    assert_eq!(
        desk.call("calendar_add_working_days", json!({"from": "2021-02-05", "days": 3})),
        json!({"date": "2021-02-09"})
    );
}

#[test]
fn scenario_23_a_deadline_typed_as_3月底前_is_the_31st_and_is_printed_back_as_typed() {
    let desk = Desk::with_new_workbook();
    let due = task(&desk, "3月底前")["row"]["due"].clone();
    assert_eq!(
        (&due["day"], &due["encoded"], &due["text"]),
        (&json!("2021-03-31"), &json!("2021-03-31~month"), &json!("3月底前"))
    );
}
