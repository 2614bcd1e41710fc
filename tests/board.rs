//! 挂图作战: scenario 28, its data side.

mod common;

use common::Desk;
use common::day;
use common::tasks::*;
use serde_json::{Value, json};

fn flags(row: &Value) -> Vec<&str> {
    row["cells"].as_array().unwrap().iter().map(|cell| cell["flag"].as_str().unwrap()).collect()
}

/// A task of a project that was closed on a day, or is open.
fn task(desk: &Desk, project: &Value, title: &str, due: &str, closed: Option<&str>) -> Value {
    let id = create(
        desk,
        json!({"title": title, "project": project, "lead": "自规局", "due": due, "assigned_on": "2021-08-01"}),
    );
    if let Some(on) = closed {
        for (status, on) in [("进行中", "2021-08-02"), ("待销号：已办结", on), ("已销号", on)] {
            desk.call("task_set", json!({"id": id, "field": "status", "text": status, "on": on}));
        }
    }
    id
}

#[test]
fn scenario_28_red_and_black_flags_from_september_to_december() {
    let desk = Desk::with_new_workbook();
    desk.moves_to(day("2021-11-15"));
    let project = project(&desk, "示例智工厂");
    let other = common::tasks::project(&desk, "示例云工厂");
    task(&desk, &project, "用地预审", "2021-09-30", Some("2021-09-28"));
    task(&desk, &project, "环评批复", "2021年9月底前", Some("2021-09-30"));
    task(&desk, &project, "施工许可", "2021-10-20", Some("2021-10-20"));
    task(&desk, &project, "供电增容", "2021-10-25", Some("2021-10-27"));
    task(&desk, &project, "设备进场", "2021-11-10", None);
    task(&desk, &project, "银企对接", "2021-12-20", None);
    let paused = task(&desk, &project, "长期服务", "2021-12-31", None);
    set(&desk, &paused, "status", "暂缓：等政策");
    task(&desk, &other, "人才引进", "2021-10-31", None);
    let period = json!({"from": "2021-09", "months": 4});
    let board = desk.call("board_get", period.clone());
    let keys: Vec<&str> =
        board["months"].as_array().unwrap().iter().map(|month| month["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["2021-09", "2021-10", "2021-11", "2021-12"]);
    assert_eq!(flags(&board["rows"][0]), ["red", "black", "black", "pending"]);
    assert_eq!(flags(&board["rows"][1]), ["blank", "black", "blank", "blank"]);
    assert_eq!(
        (&board["months"][1]["black"], &board["months"][0]["red"], &board["months"][2]["now"]),
        (&json!(2), &json!(1), &json!(true))
    );
    let cells = &board["rows"][0]["cells"];
    assert_eq!(cells[0]["why"], "到期2项：按时销号2项");
    assert_eq!(cells[1]["why"], "到期2项：按时销号1项，逾期1项（供电增容）");
    assert_eq!(cells[3]["why"], "到期1项：未到期或待核验1项", "暂缓 is in no count");
    assert_eq!(board["rows"][0]["light"]["kind"], "overdue");
    // Behind a flag: which tasks, what blackens first.
    let cell = desk.call("board_cell", json!({"project": project, "month": "2021-10"}));
    let words: Vec<&str> = cell["tasks"].as_array().unwrap().iter().map(|one| one["word"].as_str().unwrap()).collect();
    assert_eq!(words, ["晚 2 天销号（2021-10-27）", "按时销号（2021-10-20）"]);
    // As of an earlier day the month was still open.
    let then = desk.call_as_of(day("2021-10-22"), "board_get", period.clone());
    assert_eq!(flags(&then["rows"][0]), ["red", "pending", "pending", "pending"]);
    // A deadline put off in time moves the task to its new month.
    let moved = desk.call("task_list", json!({"filter": {"text": "银企对接"}}))["rows"][0]["id"].clone();
    desk.call("task_set", json!({"id": moved, "field": "due", "text": "2022-01-20", "reason": "银行排期"}));
    assert_eq!(flags(&desk.call("board_get", period)["rows"][0])[3], "blank");
}

#[test]
fn the_board_is_narrowed_and_its_period_chosen() {
    let desk = Desk::with_sample();
    let board = |query: Value| desk.call("board_get", query);
    let all = board(json!({}));
    assert_eq!(all["months"].as_array().unwrap().len(), 12);
    assert_eq!((&all["months"][0]["key"], &all["months"][1]["now"]), (&json!("2021-01"), &json!(true)));
    let total = all["total"].as_u64().unwrap();
    assert!(total > 0 && board(json!({"all": true}))["total"].as_u64().unwrap() == 29);
    let black = board(json!({"flag": "black"}));
    assert!(black["total"].as_u64().unwrap() < total);
    for row in black["rows"].as_array().unwrap() {
        assert!(flags(row).contains(&"black"), "{row}");
    }
    let flown: u64 = all["months"].as_array().unwrap().iter().map(|month| month["black"].as_u64().unwrap()).sum();
    let cells: usize = board(json!({"limit": 100}))["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| flags(row).iter().filter(|flag| **flag == "black").count())
        .sum();
    assert_eq!(flown as usize, cells, "the head counts what flies");
    assert_eq!(
        board(json!({"text": "示例海洋", "all": true}))["total"].as_u64().unwrap(),
        desk.call("project_list", json!({"text": "示例海洋"}))["total"].as_u64().unwrap()
    );
    assert_eq!(
        board(json!({"district": "370211", "all": true}))["total"],
        desk.call("project_list", json!({"district": "370211"}))["total"]
    );
    assert!(desk.refused("board_get", json!({"from": "2021年2月"})).contains("不是月份"));
    assert!(desk.refused("board_get", json!({"from": "99999-01"})).contains("不是月份"));
}
