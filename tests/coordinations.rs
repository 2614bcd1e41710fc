//! 协调, from the 专班 up to 顶格: raised, decided, done; its decisions become tasks by the same reader as a meeting's.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

fn stuck_task(desk: &Desk) -> (Value, Value) {
    let firm = desk.call("enterprise_create", json!({"name": "青岛示例科技有限公司"}));
    let project = desk.call("project_create", json!({"name": "示例智工厂", "enterprise": firm}));
    let task = desk.call(
        "task_create",
        json!({"title": "用地预审", "project": project, "lead": "市自然资源和规划局", "due": "2021-03-19", "assigned_on": "2021-01-04"}),
    )["id"]
        .clone();
    desk.call("task_note_add", json!({"id": task, "problem": "缺指标", "need_coordination": true}));
    (project, task)
}

#[test]
fn what_is_decided_becomes_tasks_and_the_task_asks_no_more_when_it_is_done() {
    let desk = Desk::with_new_workbook();
    let (project, task) = stuck_task(&desk);
    let id = desk.call(
        "coordination_create",
        json!({"level": "chief", "issue": "用地指标", "task": task, "raised_on": "2月20日"}),
    );
    let row = &desk.call("coordination_list", json!({"project": project}))["rows"][0];
    assert_eq!((&row["status"], &row["level"], &row["task"]["id"]), (&json!("raised"), &json!("chief"), &task));
    let why = desk.refused("coordination_finish", json!({"id": id}));
    assert!(why.contains("议定"), "{why}");
    let why = desk.refused("coordination_decide", json!({"id": id}));
    assert!(why.contains("议定情况"), "{why}");
    let why = desk.refused("coordination_decide", json!({"id": id, "held_on": "2月19日", "decision": "同意"}));
    assert!(why.contains("早于"), "{why}");

    let settled = desk.call(
        "coordination_decide",
        json!({"id": id, "held_on": "2月24日", "decision": "优先保障", "lines": "资规局 3月5日前 落实指标120亩\n西海岸新区管委：15个工作日内完成征地"}),
    );
    let made = desk.call("task_get", json!({"id": settled["tasks"][1]}));
    // Counted from the day it was held.
    assert_eq!((&made["assigned_on"], &made["row"]["due"]["day"]), (&json!("2021-02-24"), &json!("2021-03-17")));
    assert_eq!(made["row"]["project"]["id"], project);
    let page = desk.call("coordination_get", json!({"id": id}));
    assert_eq!(
        (&page["row"]["status"], &page["row"]["decisions"], &page["row"]["open_tasks"]),
        (&json!("decided"), &json!(2), &json!(2))
    );
    // On the day before it was held it still waited.
    let before = desk.call_as_of(day("2021-02-23"), "coordination_get", json!({"id": id}));
    assert_eq!(before["row"]["status"], "raised");

    desk.call("coordination_finish", json!({"id": id}));
    let record = desk.call("task_get", json!({"id": task}));
    assert_eq!(record["row"]["need_coordination"], false);
    assert_eq!(record["notes"][0]["done_text"], "协调事项已办结：优先保障");
    desk.call("undo", json!({}));
    assert_eq!(desk.call("task_get", json!({"id": task}))["row"]["need_coordination"], true, "one action");
}

#[test]
fn the_list_puts_what_waits_first_and_the_highest_level_on_top() {
    let desk = Desk::with_new_workbook();
    for (level, issue) in [("office", "一"), ("chief", "二"), ("deputy", "三"), ("chief", "四")] {
        desk.call("coordination_create", json!({"level": level, "issue": issue}));
    }
    let rows = desk.call("coordination_list", json!({}));
    let second = rows["rows"].as_array().unwrap().iter().find(|row| row["issue"] == "二").unwrap()["id"].clone();
    desk.call("coordination_decide", json!({"id": second, "decision": "同意"}));
    let issues = |query: Value| -> Vec<String> {
        let rows = desk.call("coordination_list", query);
        rows["rows"].as_array().unwrap().iter().map(|row| row["issue"].as_str().unwrap().into()).collect()
    };
    assert_eq!(issues(json!({})), ["四", "三", "一", "二"]);
    assert_eq!(issues(json!({"level": "chief"})), ["四", "二"]);
    assert_eq!(issues(json!({"status": "decided"})), ["二"]);
    assert_eq!(issues(json!({"text": "_"})), Vec::<String>::new());
    let counts = desk.call("coordination_counts", json!({}));
    let of = |level: &str, status: &str| {
        counts
            .as_array()
            .unwrap()
            .iter()
            .find(|one| one["level"] == level && one["status"] == status)
            .map(|one| one["count"].clone())
    };
    assert_eq!(
        (of("chief", "raised"), of("chief", "decided"), of("group", "raised")),
        (Some(json!(1)), Some(json!(1)), None)
    );
}
