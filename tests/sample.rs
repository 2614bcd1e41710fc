//! The sample workbook is fixture F of domain.md §7, as far as these nouns reach.

mod common;

use common::Desk;
use serde_json::{Value, json};

fn count(desk: &Desk, noun: &str) -> u64 {
    let report = desk.call("workbook_check", json!({}));
    let counts = report["counts"].as_array().unwrap();
    counts.iter().find(|count| count[0] == noun).unwrap()[1].as_u64().unwrap()
}

fn enterprise(desk: &Desk, name: &str) -> Value {
    let row = &desk.call("enterprise_list", json!({ "text": name }))["rows"][0];
    desk.call("enterprise_get", json!({"id": row["id"]}))
}

#[test]
fn fixture_f_has_29_projects_60_tasks_and_nothing_made_up_for_a_real_enterprise() {
    let desk = Desk::with_sample();
    assert_eq!((count(&desk, "企业"), count(&desk, "项目"), count(&desk, "任务")), (29, 29, 60));
    let report = desk.call("workbook_check", json!({}));
    assert_eq!((&report["orphans"], &report["file"], &report["derived_mended"]), (&json!([]), &json!([]), &json!(0)));
    let huanqiu = enterprise(&desk, "青岛环球集团股份有限公司");
    assert_eq!((&huanqiu["uscc"], &huanqiu["employees"], &huanqiu["contacts"]), (&json!(""), &json!(null), &json!([])));
    assert_eq!(huanqiu["projects"][0]["name"], "环球智工厂");
    assert_eq!(huanqiu["open_demands"], 1, "用地 办理中");
    assert_eq!(enterprise(&desk, "青岛云路先进材料技术股份有限公司")["open_demands"], 0, "both solved");
    let real: Vec<Value> = desk.call("enterprise_list", json!({"limit": 100}))["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["sample"] == false)
        .map(|row| row["open_tasks"].clone())
        .collect();
    assert_eq!(real, vec![json!(0); 5], "five real enterprises, no task");
}

#[test]
fn a_sample_workbook_is_told_for_its_own_day_and_can_be_worked_in() {
    let desk = Desk::with_sample();
    let status = desk.call("workbook_status", json!({}));
    assert_eq!((&status["today"], &status["sample_day"]), (&json!("2021-02-25"), &json!("2021-02-25")));
    assert_eq!(status["undo"], json!(null), "the sample itself is not something to undo");
    desk.call("enterprise_create", json!({"name": "试一试有限公司"}));
    assert_eq!(desk.call("workbook_status", json!({}))["undo"], "新增企业：试一试有限公司");
}

#[test]
fn scenario_33_the_24_are_removed_in_one_action_and_the_five_remain() {
    let desk = Desk::with_sample();
    desk.call("sample_remove", json!({}));
    assert_eq!((count(&desk, "企业"), count(&desk, "项目"), count(&desk, "任务"), count(&desk, "需求")), (5, 5, 0, 3));
    let report = desk.call("workbook_check", json!({}));
    assert_eq!((&report["orphans"], &report["derived_mended"]), (&json!([]), &json!(0)));
    let status = desk.call("workbook_status", json!({}));
    assert_eq!(
        (&status["undo"], &status["sample"], &status["sample_day"]),
        (&json!("移除示例"), &json!(false), &json!(null))
    );
    desk.call("undo", json!({}));
    assert_eq!((count(&desk, "企业"), count(&desk, "项目"), count(&desk, "任务")), (29, 29, 60));
    assert_eq!(desk.call("workbook_status", json!({}))["sample_day"], "2021-02-25");
}

#[test]
fn a_synthetic_workbook_is_the_same_for_the_same_seed_and_in_order() {
    let tasks = |seed: u64| {
        let desk = Desk::empty();
        desk.call("workbook_generate", json!({"path": desk.path("生成.changwu"), "scale": "tiny", "seed": seed}));
        assert_eq!(
            (count(&desk, "企业"), count(&desk, "项目"), count(&desk, "任务"), count(&desk, "进展")),
            (6, 10, 40, 120)
        );
        let report = desk.call("workbook_check", json!({}));
        assert_eq!((&report["orphans"], &report["derived_mended"]), (&json!([]), &json!(0)));
        desk.call("task_list", json!({"limit": 50, "sort": "created"}))["rows"].clone()
    };
    assert_eq!(tasks(7), tasks(7));
    assert_ne!(tasks(7), tasks(8));
}

#[test]
fn the_week_before_has_a_meeting_papers_and_groups_which_go_with_the_sample() {
    let desk = Desk::with_sample();
    let proposed = desk.call("meeting_propose", json!({}));
    assert_eq!(proposed["number"], "2021年第8次", "the sample's was the seventh");
    let meeting = desk.call("meeting_list", json!({}))["rows"][0].clone();
    assert_eq!((&meeting["held_on"], &meeting["status"]), (&json!("2021-02-18"), &json!("closed")));
    let states = desk.call("supervision_counts", json!({}));
    let late = states.as_array().unwrap().iter().find(|one| one["state"] == "late").unwrap();
    assert_eq!(late["count"], 1, "one reply is late on the day of the sample");
    assert_eq!(desk.call("coordination_list", json!({}))["total"], 2);
    let groups = desk.call("dispatch_groups", json!({}));
    assert!(groups["groups"].as_array().unwrap().iter().all(|group| group["open"].as_i64() > Some(0)), "{groups}");

    desk.call("sample_remove", json!({}));
    for list in ["meeting_list", "supervision_list", "coordination_list", "group_list"] {
        assert_eq!(desk.call(list, json!({}))["total"], 0, "{list}");
    }
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}
