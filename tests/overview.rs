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
    assert!(counts.as_array().unwrap().iter().all(|one| one["count"] == 1), "{counts}");
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
