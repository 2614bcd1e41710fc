//! 交接 and 催办语.

mod common;

use common::Desk;
use common::tasks::*;
use serde_json::{Value, json};

/// Three tasks of 示例甲 (one closed, one shared with 示例乙), a group they lead.
fn desk_of_a_leaver() -> (Desk, Value, Vec<Value>) {
    let desk = Desk::with_new_workbook();
    let new = |title: &str, persons: &str, due: &str| {
        create(
            &desk,
            json!({"title": title, "lead": "自规局", "persons": persons, "due": due, "assigned_on": "2021-01-10"}),
        )
    };
    let ids = vec![
        new("用地预审", "示例甲", "2021-02-19"),
        new("控规调整", "示例甲、示例乙", "2021-02-26"),
        new("不动产登记", "示例甲", "2021-02-01"),
    ];
    for status in ["进行中", "待销号：已发证", "已销号"] {
        set(&desk, &ids[2], "status", status);
    }
    let people = desk.call("person_list", json!({"text": "示例甲"}));
    let leaver = people["rows"][0]["id"].clone();
    let group = desk.call("group_create", json!({"name": "用地推进小组"}));
    desk.call("group_set", json!({"id": group, "field": "leader", "text": leaver}));
    desk.call("group_member_add", json!({"id": group, "department": "自规局", "person": "示例甲", "role": "联络员"}));
    (desk, leaver, ids)
}

fn persons(desk: &Desk, id: &Value) -> Vec<String> {
    let row = row(desk, id);
    row["persons"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn open_work_and_places_go_over_in_one_action() {
    let (desk, leaver, ids) = desk_of_a_leaver();
    let preview = desk.call("handover_preview", json!({"from": leaver}));
    let titles: Vec<&str> =
        preview["tasks"].as_array().unwrap().iter().map(|one| one["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["用地预审", "控规调整"], "what is done stays");
    assert_eq!((&preview["groups"][0]["leads"], &preview["groups"][0]["member"]), (&json!(true), &json!(true)));
    let done =
        desk.call("task_handover", json!({"from": leaver, "to": "示例乙", "groups": true, "note": "材料在档案柜"}));
    assert_eq!((&done["tasks"], &done["groups"], &done["to_name"]), (&json!(2), &json!(1), &json!("示例乙")));
    assert_eq!(persons(&desk, &ids[0]), ["示例乙"]);
    assert_eq!(persons(&desk, &ids[1]), ["示例乙"], "not twice");
    assert_eq!(persons(&desk, &ids[2]), ["示例甲"]);
    let note = desk.call("task_get", json!({"id": ids[0]}))["notes"][0].clone();
    assert_eq!(note["next_step"], "示例甲交接给示例乙：材料在档案柜");
    let group = desk.call("group_list", json!({}))["rows"][0].clone();
    assert_eq!(group["leader"], "示例乙");
    let members = desk.call("group_get", json!({"id": group["id"]}))["members"].clone();
    assert_eq!((&members[0]["person"], &members[0]["role"]), (&json!("示例乙"), &json!("联络员")));
    assert_eq!(undo(&desk), "修改责任人：示例甲交接给示例乙（任务2项、推进小组1个）");
    assert_eq!(persons(&desk, &ids[1]), ["示例甲", "示例乙"]);
    assert_eq!(desk.call("group_list", json!({}))["rows"][0]["leader"], "示例甲");
}

#[test]
fn chosen_tasks_alone_and_to_somebody_new() {
    let (desk, leaver, ids) = desk_of_a_leaver();
    let done = desk.call("task_handover", json!({"from": leaver, "to": "示例丙", "tasks": [ids[0], ids[2]]}));
    assert_eq!((&done["tasks"], &done["groups"]), (&json!(1), &json!(0)));
    assert_eq!(done["notices"][0], "市自然资源和规划局原来没有“示例丙”，已新增为该单位人员");
    assert_eq!(
        (persons(&desk, &ids[0]), persons(&desk, &ids[1])),
        (vec!["示例丙".to_owned()], vec!["示例甲".into(), "示例乙".into()])
    );
    assert!(desk.refused("task_handover", json!({"from": leaver, "to": leaver})).contains("不能交接给自己"));
    assert!(desk.refused("task_handover", json!({"from": leaver, "to": " "})).contains("交接给谁"));
    assert!(
        desk.refused("task_handover", json!({"from": leaver, "to": "示例乙", "tasks": [ids[2]]}))
            .contains("没有可以交接")
    );
    // Handed back, the new one's link is there again and not doubled.
    let newcomer = desk.call("person_list", json!({"text": "示例丙"}))["rows"][0]["id"].clone();
    desk.call("task_handover", json!({"from": newcomer, "to": leaver}));
    assert_eq!(persons(&desk, &ids[0]), ["示例甲"]);
}

#[test]
fn a_unit_is_chased_politely_with_days_and_in_order() {
    let (desk, leaver, _) = desk_of_a_leaver();
    create(&desk, json!({"title": "安居政策", "lead": "人社局", "due": "2021-02-10", "assigned_on": "2021-01-10"}));
    create(&desk, json!({"title": "人才引进", "lead": "人社局", "due": "2021-06-30"}));
    let all = desk.call("chase_text", json!({}));
    assert_eq!(
        (&all["count"], &all["overdue"], &all["due_soon"], &all["units"]),
        (&json!(3), &json!(2), &json!(1), &json!(2))
    );
    let text = all["text"].as_str().unwrap();
    let expected = "市自然资源和规划局：
截至2021年2月25日，贵单位牵头的任务有1项已逾期、1项临近时限，烦请抓紧办理：
【已逾期】
1. 用地预审：时限 2021-02-19，逾期6天（5个工作日），责任人示例甲；
【临近时限】
1. 控规调整：时限 2021-02-26，剩1个工作日，责任人示例甲、示例乙；
请于2021年3月2日前反馈办理进展；确有困难的，请说明原因和需要协调的事项。谢谢！
创意工作专班　张三　2021年2月25日";
    assert!(text.ends_with(expected), "{text}");
    assert!(text.starts_with("市人力资源社会保障局：\n"), "机构序列: {text}");
    assert!(!text.contains("人才引进") && !text.contains("不动产登记"));
    let to_person = desk.call("chase_text", json!({"person": leaver}));
    let text = to_person["text"].as_str().unwrap();
    assert!(text.starts_with("示例甲同志，您好：\n截至2021年2月25日，您负责的任务有1项已逾期、1项临近时限"), "{text}");
    assert!(!text.contains("责任人"), "who is spoken to knows: {text}");
    // Chosen rows: what is chosen is said, though not late.
    let far = desk.call("task_list", json!({"filter": {"text": "人才引进"}}))["rows"][0]["id"].clone();
    let chosen = desk.call("chase_text", json!({"ids": [far]}));
    assert!(chosen["text"].as_str().unwrap().contains("【请按时推进】\n1. 人才引进：时限 2021-06-30；"), "{chosen}");
    let nothing = desk.call("chase_text", json!({"filter": {"text": "人才引进"}}));
    assert_eq!((&nothing["count"], &nothing["text"]), (&json!(0), &json!("")));
}
