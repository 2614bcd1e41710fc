//! Scenarios of domain.md §7 that no single noun owns; the others stand in the tests of their noun, under their number.

mod common;

use common::Desk;
use serde_json::{Value, json};

fn task(desk: &Desk, due: &str) -> Value {
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let made = desk.call("task_create", json!({"project": project, "title": "办理用地预审", "due": due}));
    desk.call("task_get", json!({"id": made["id"]}))
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
