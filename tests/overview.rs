//! 总览: the figures of the first page and what is to be done first.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

/// Tasks of two units in every state, as of 2021-02-25.
fn busy_desk() -> Desk {
    let desk = Desk::with_new_workbook();
    let task = |title: &str, lead: &str, due: &str| {
        let new = json!({"title": title, "lead": lead, "due": due, "assigned_on": "2021-01-04"});
        desk.call("task_create", new)["id"].clone()
    };
    let set = |id: &Value, field: &str, text: &str| {
        desk.call("task_set", json!({"id": id, "field": field, "text": text}));
    };
    task("环评批复", "环保局", "2021-03-03");
    task("用地预审", "自规局", "2021-02-19");
    task("组织路演", "自规局", "2021-02-25");
    let submitted = task("办理备案", "环保局", "2021-02-20");
    let stuck = task("管网配套", "自规局", "长期");
    task("不急的事", "自规局", "年内");
    for status in ["进行中", "待销号：材料齐全"] {
        set(&submitted, "status", status);
    }
    desk.call("task_note_add", json!({"id": stuck, "problem": "两个单位意见不一", "need_coordination": true}));
    let enterprise = desk.call("enterprise_create", json!({"name": "青岛示例机器人有限公司"}));
    let id = enterprise.get("id").cloned().unwrap_or(enterprise);
    desk.call("enterprise_set", json!({"id": id, "field": "verify", "text": "参加的是哪一场"}));
    desk
}

#[test]
fn what_to_do_first_stands_in_the_order_of_urgency() {
    let desk = busy_desk();
    let todo = desk.call("overview_todo", json!({}));
    let seen: Vec<_> = todo["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| (item["kind"].as_str().unwrap(), item["title"].as_str().unwrap()))
        .collect();
    let expected = [
        ("overdue", "用地预审"),
        ("due_today", "组织路演"),
        ("due_soon", "环评批复"),
        ("submitted", "办理备案"),
        ("coordination", "管网配套"),
        ("verify", "青岛示例机器人有限公司"),
    ];
    assert_eq!(seen, expected);
    assert_eq!(todo["rows"][5]["note"], "参加的是哪一场");
    let counts = desk.call("overview_get", json!({}))["todo"].clone();
    let there: Vec<_> = counts.as_array().unwrap().iter().filter(|one| one["count"] != 0).collect();
    assert!(there.len() == expected.len() && there.iter().all(|one| one["count"] == 1), "{counts}");
    let late = desk.call("overview_todo", json!({"kind": "overdue"}));
    assert_eq!((&late["total"], &late["rows"][0]["light"]["word"]), (&json!(1), &json!("逾期 6 天（5 个工作日）")));
    assert_eq!(desk.call("overview_todo", json!({"limit": 2, "offset": 4}))["rows"].as_array().unwrap().len(), 2);
}

#[test]
fn units_show_their_open_tasks_by_colour() {
    let desk = busy_desk();
    let overview = desk.call("overview_get", json!({}));
    assert_eq!(
        (&overview["tasks"]["open"], &overview["tasks"]["overdue"], &overview["enterprises"]),
        (&json!(5), &json!(1), &json!(1))
    );
    let units = overview["departments"].as_array().unwrap();
    let figures =
        |unit: &Value| ["open", "overdue", "late", "soon", "normal", "hold"].map(|what| unit[what].as_u64().unwrap());
    assert_eq!((units[0]["name"].as_str(), figures(&units[0])), (Some("市自然资源和规划局"), [4, 1, 1, 1, 1, 1]));
    assert_eq!((units[1]["name"].as_str(), figures(&units[1])), (Some("市生态环境局"), [1, 0, 0, 1, 0, 0]));
    // Ten days earlier nothing was late.
    let earlier = desk.call_as_of(day("2021-02-15"), "overview_get", json!({}));
    assert_eq!(
        (&earlier["as_of"], &earlier["tasks"]["overdue"], &earlier["tasks"]["submitted"]),
        (&json!("2021-02-15"), &json!(0), &json!(0))
    );
}

/// A sheet that did not come back.
fn late_papers(desk: &Desk) {
    desk.call(
        "sheet_create",
        json!({"departments": "环保局", "title": "2月进展表", "sent_on": "2021-02-01", "due": "2021-02-22"}),
    );
}

#[test]
fn today_stands_in_groups_a_few_of_each_with_the_step_that_may_be_taken() {
    let desk = busy_desk();
    for title in ["组织对接", "报审图纸"] {
        desk.call("task_create", json!({"title": title, "lead": "自规局", "due": "2021-02-24"}));
    }
    let groups = desk.call("overview_today", json!({"few": 2}));
    let told: Vec<_> = groups
        .as_array()
        .unwrap()
        .iter()
        .map(|group| {
            (group["kind"].as_str().unwrap(), group["total"].as_u64().unwrap(), group["rows"].as_array().unwrap().len())
        })
        .collect();
    let expected = [
        ("overdue", 3, 2),
        ("due_today", 1, 1),
        ("due_soon", 1, 1),
        ("submitted", 1, 1),
        ("coordination", 1, 1),
        ("verify", 1, 1),
    ];
    assert_eq!(told, expected);
    assert_eq!(groups[0]["rows"][0]["title"], "用地预审", "the longest overdue first");
    assert_eq!(groups[0]["rows"][0]["next"], json!({"status": "in_progress", "word": "启动"}));
    assert_eq!(groups[3]["rows"][0]["next"], json!({"status": "closed", "word": "销号"}));
    assert!(groups[5]["rows"][0]["next"].is_null());
    let whole = desk.call("overview_today", json!({"few": 2, "whole": ["overdue"]}));
    assert_eq!(whole[0]["rows"].as_array().unwrap().len(), 3);

    // One key takes the step, and the line moves on.
    let submitted = groups[3]["rows"][0]["id"].clone();
    desk.call("task_set", json!({"id": submitted, "field": "status", "text": "closed"}));
    let groups = desk.call("overview_today", json!({"few": 2}));
    assert!(!groups.as_array().unwrap().iter().any(|group| group["kind"] == "submitted"));
}

#[test]
fn sheets_that_did_not_come_back_stand_among_the_things_to_do() {
    let desk = busy_desk();
    late_papers(&desk);
    let groups = desk.call("overview_today", json!({"few": 5}));
    let sheet = groups.as_array().unwrap().iter().find(|group| group["kind"] == "sheet_late").unwrap();
    assert_eq!(
        (&sheet["rows"][0]["title"], &sheet["rows"][0]["lead"]["name"]),
        (&json!("2月进展表"), &json!("市生态环境局"))
    );
    let counts = desk.call("overview_get", json!({}))["todo"].clone();
    let count = counts.as_array().unwrap().iter().find(|one| one["kind"] == "sheet_late").unwrap();
    assert_eq!(count["count"], 1);
    let earlier = desk.call_as_of(day("2021-02-22"), "overview_today", json!({"few": 5}));
    assert!(!earlier.as_array().unwrap().iter().any(|group| group["kind"] == "sheet_late"));
}
