//! 亮灯规则: the rule of the day asked decides every light, list and figure.

mod common;

use changwu_core::light_rules::bounds::Bounds;
use common::Desk;
use common::day;
use common::tasks::*;
use serde_json::{Value, json};

fn light(desk: &Desk, id: &Value) -> String {
    row(desk, id)["light"]["kind"].as_str().unwrap().to_owned()
}

#[test]
fn a_stricter_rule_holds_from_its_day_on_everywhere() {
    let desk = Desk::with_new_workbook();
    // As of 2021-02-25: 8 working days left; 序时 68.0%, 45% done, 23.0 behind.
    let soon =
        create(&desk, json!({"title": "控规调整", "lead": "自规局", "due": "2021-03-09", "assigned_on": "2021-02-01"}));
    let slow = create(
        &desk,
        json!({"title": "土地供应", "lead": "自规局", "start_on": "2021-01-05", "due": "2021-03-21", "percent": "45", "assigned_on": "2021-01-05"}),
    );
    assert_eq!([light(&desk, &soon), light(&desk, &slow)], ["normal", "slow"]);
    let rule = desk.call(
        "light_rule_create",
        json!({"valid_from": "2021-02-20", "behind_above": "20", "slow_from": "5", "due_soon_days": "10", "note": "专班会议定"}),
    );
    assert_eq!([light(&desk, &soon), light(&desk, &slow)], ["due_soon", "behind"]);
    let reason = row(&desk, &slow)["light"]["reason"].clone();
    assert!(reason.as_str().unwrap().contains("超过20个百分点，滞后"), "{reason}");
    assert!(row(&desk, &soon)["light"]["reason"].as_str().unwrap().contains("不超过10个工作日"));
    // Lists, counts, figures and the overview by the same rule.
    let listed = |kind: &str| desk.call("task_list", json!({"filter": {"lights": [kind]}}))["rows"][0]["id"].clone();
    assert_eq!([listed("due_soon"), listed("behind")], [soon.clone(), slow.clone()]);
    assert_eq!(desk.call("task_counts", json!({}))["due_soon"], 1);
    let behind = desk.call("figures_get", json!({}))["figures"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["name"] == "behind")
        .unwrap()
        .clone();
    assert_eq!(behind["text"], "1", "{behind}");
    assert_eq!(desk.call("figure_rows", json!({"name": "behind"}))["total"], 1);
    let todo = desk.call("overview_get", json!({}))["todo"].clone();
    let due_soon = todo.as_array().unwrap().iter().find(|one| one["kind"] == "due_soon").unwrap().clone();
    assert_eq!(due_soon["count"], 1);
    // The day before it began the shipped rule held: 12 working days are no warning, and no progress is above 30 points.
    let before = |query: Value| desk.call_as_of(day("2021-02-19"), "task_list", query);
    assert_eq!(before(json!({"filter": {"lights": ["due_soon"]}}))["total"], 0);
    let behind = before(json!({"filter": {"lights": ["behind"]}}));
    assert!(behind["rows"][0]["light"]["reason"].as_str().unwrap().ends_with("超过30个百分点，滞后。"), "{behind}");
    // Undone, redone, deleted: the lights follow at once.
    assert_eq!(undo(&desk), "新增亮灯规则：2021-02-20 起的亮灯规则");
    assert_eq!([light(&desk, &soon), light(&desk, &slow)], ["normal", "slow"]);
    desk.call("redo", json!({}));
    assert_eq!(light(&desk, &slow), "behind");
    desk.call("light_rule_set", json!({"id": rule, "field": "behind_above", "text": "25"}));
    assert_eq!(light(&desk, &slow), "slow");
    desk.call("light_rule_trash", json!({"id": rule}));
    assert_eq!(light(&desk, &soon), "normal");
}

#[test]
fn a_rule_tells_beforehand_what_it_would_change() {
    let desk = Desk::with_sample();
    let asked = json!({"due_soon_days": "15", "behind_above": "20"});
    let preview = desk.call("light_rule_preview", asked.clone());
    let counted =
        |kinds: Value| desk.call("task_counts", json!({"filter": {"lights": kinds}}))["total"].as_u64().unwrap();
    let before: Vec<u64> = ["due_soon", "behind", "overdue"].iter().map(|kind| counted(json!([kind]))).collect();
    assert!(preview["changed"].as_u64().unwrap() > 0, "{preview}");
    desk.call("light_rule_create", json!({"due_soon_days": "15", "behind_above": "20"}));
    let after: Vec<u64> = ["due_soon", "behind", "overdue"].iter().map(|kind| counted(json!([kind]))).collect();
    let moves = preview["moves"].as_array().unwrap();
    let sum = |key: &str, kind: &str| -> u64 {
        moves.iter().filter(|one| one[key] == kind).map(|one| one["count"].as_u64().unwrap()).sum()
    };
    for (at, kind) in ["due_soon", "behind", "overdue"].iter().enumerate() {
        assert_eq!(before[at] + sum("to", kind) - sum("from", kind), after[at], "{kind}: {preview}");
    }
    assert_eq!(desk.call("light_rule_preview", asked)["changed"], 0, "it is the rule now");
}

#[test]
fn rules_are_kept_sane_and_what_is_shipped_is_told() {
    let desk = Desk::with_new_workbook();
    let page = desk.call("light_rules", json!({}));
    assert_eq!(page["shipped"], json!({"behind_above": 30, "slow_from": 10, "due_soon_days": 5}));
    assert_eq!(page["now"], serde_json::to_value(Bounds::SHIPPED).unwrap());
    let refusal = desk.refused("light_rule_create", json!({"behind_above": "8"}));
    assert_eq!(refusal, "偏慢界限 10 个百分点大于滞后界限 8 个百分点；请改小偏慢界限或改大滞后界限");
    assert!(desk.refused("light_rule_create", json!({"due_soon_days": "90"})).contains("0 到 60"));
    desk.call("light_rule_create", json!({"due_soon_days": "3"}));
    assert_eq!(
        desk.refused("light_rule_create", json!({"valid_from": "2021-02-25", "due_soon_days": "4"})),
        "2021-02-25 起已有一条亮灯规则；请直接修改那一条，或换一个启用日期"
    );
    // A second rule keeps what is not said from the one before.
    desk.call("light_rule_create", json!({"valid_from": "2021-03-01", "behind_above": "40"}));
    let rows = desk.call("light_rules", json!({}))["rows"].clone();
    assert_eq!(rows[0]["bounds"], json!({"behind_above": 40, "slow_from": 10, "due_soon_days": 3}));
    assert_eq!([&rows[0]["in_force"], &rows[1]["in_force"]], [false, true]);
    let history = desk.call("history", json!({"id": rows[0]["id"]}));
    assert!(history[0]["changes"].to_string().contains("40"), "{history}");
}
