//! 时间表: the lines of bars, their frame, and moving them.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

fn create(desk: &Desk, title: &str, start: &str, due: &str) -> Value {
    let task = json!({"title": title, "lead": "自规局", "start_on": start, "due": due, "assigned_on": "2021-01-04"});
    desk.call("task_create", task)["id"].clone()
}

fn wait(desk: &Desk, task: &Value, depends_on: &Value) {
    desk.call("task_link_add", json!({"links": [{"task": task, "depends_on": depends_on}]}));
}

/// From when to when a task goes, as it is stored.
fn span(desk: &Desk, id: &Value) -> (String, String) {
    let row = desk.call("task_get", json!({ "id": id }))["row"].clone();
    (row["start_on"].as_str().unwrap_or_default().into(), row["due"]["encoded"].as_str().unwrap_or_default().into())
}

fn days(start: &str, due: &str) -> (String, String) {
    (start.into(), due.into())
}

#[test]
fn a_page_of_bars_is_that_of_the_ledger_and_its_frame_holds_all_of_them() {
    let desk = Desk::empty();
    desk.call("workbook_sample", json!({"path": desk.path("示例.changwu")}));
    for group in [json!(null), json!("lead"), json!("project"), json!("month"), json!("phase")] {
        let query = json!({"group": group, "limit": 100, "filter": {"open": true}});
        let bars = desk.call("gantt_rows", query.clone());
        let ledger = desk.call("task_list", query);
        let ids =
            |page: &Value| page["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
        assert_eq!((ids(&bars), &bars["total"]), (ids(&ledger), &ledger["total"]), "{group}");
        let frame = desk.call("gantt_frame", json!({"group": group, "filter": {"open": true}}));
        assert_eq!(frame["count"], bars["total"]);
        let groups = frame["groups"].as_array().unwrap();
        if group.is_null() {
            assert!(groups.is_empty());
            continue;
        }
        let counted: u64 = groups.iter().map(|group| group["count"].as_u64().unwrap()).sum();
        assert_eq!(json!(counted), frame["count"], "{group}");
        // The rows of each group stand together, in the order of the groups, within its days.
        let mut rows = bars["rows"].as_array().unwrap().iter();
        for one in groups {
            for row in rows.by_ref().take(one["count"].as_u64().unwrap() as usize) {
                let key = match group.as_str().unwrap() {
                    "lead" => row["lead"]["id"].clone(),
                    "project" => row["project"]["id"].clone(),
                    _ => continue,
                };
                assert_eq!(key, one["key"]);
                if let Some(start) = row["start_on"].as_str() {
                    assert!(one["from"].as_str().unwrap() <= start);
                }
                if let Some(due) = row["due"]["day"].as_str() {
                    assert!(one["to"].as_str().unwrap() >= due && frame["to"].as_str().unwrap() >= due);
                }
            }
        }
    }
    let phases = desk.call("gantt_frame", json!({"group": "phase"}))["groups"].clone();
    let keys: Vec<&str> = phases.as_array().unwrap().iter().map(|group| group["key"].as_str().unwrap()).collect();
    let order = ["preparation", "resources", "construction", "production", ""];
    assert_eq!(
        keys,
        order.iter().filter(|key| keys.contains(key)).copied().collect::<Vec<_>>(),
        "in the order of the 路线图"
    );
}

#[test]
fn bars_know_what_they_wait_for_and_are_told_as_of_a_day() {
    let desk = Desk::with_new_workbook();
    let a = create(&desk, "用地预审", "2021-01-04", "2021-02-19");
    let b = create(&desk, "土地招拍挂", "2021-03-01", "6月底前");
    wait(&desk, &b, &a);
    let rows = desk.call("gantt_rows", json!({"sort": "start_on"}))["rows"].clone();
    assert_eq!((&rows[0]["before"], &rows[1]["before"]), (&json!([]), &json!([a])));
    assert_eq!((&rows[0]["light"]["kind"], &rows[1]["due"]["day"]), (&json!("overdue"), &json!("2021-06-30")));
    let then = desk.call_as_of(day("2021-02-10"), "gantt_rows", json!({"sort": "start_on"}));
    assert_ne!(then["rows"][0]["light"]["kind"], "overdue");
    desk.call("task_trash", json!({"ids": [a]}));
    assert_eq!(desk.call("gantt_rows", json!({}))["rows"][0]["before"], json!([]));
}

#[test]
fn days_off_are_those_of_the_calendar() {
    let desk = Desk::with_new_workbook();
    let off = desk.call("calendar_days_off", json!({"from": "2021-02-05", "to": "2021-02-22"}));
    let expected = ["06", "11", "12", "13", "14", "15", "16", "17", "21"].map(|day| format!("2021-02-{day}"));
    assert_eq!(off, json!(expected));
    assert_eq!(desk.call("calendar_days_off", json!({"from": "2021-02-22", "to": "2021-02-05"})), json!([]));
}

#[test]
fn moving_says_what_it_would_delay_and_takes_it_along_when_wanted() {
    let desk = Desk::with_new_workbook();
    let a = create(&desk, "用地预审", "2021-01-04", "2021-02-26");
    let b = create(&desk, "土地招拍挂", "2021-03-01", "2021-03-12");
    let c = create(&desk, "施工许可", "2021-03-15", "2021-03-19");
    let d = create(&desk, "竣工", "2021-06-01", "2021-06-30");
    wait(&desk, &b, &a);
    wait(&desk, &c, &b);
    wait(&desk, &d, &c);
    let dates = json!({"id": a, "start_on": "2021-01-04", "due": "2021-03-05"});
    let preview = desk.call("task_reschedule_preview", dates.clone());
    assert_eq!(preview["task"]["extended"], true);
    let delayed: Vec<(&str, &str)> = preview["delayed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["title"].as_str().unwrap(), one["to"]["start_on"].as_str().unwrap()))
        .collect();
    assert_eq!(delayed, [("土地招拍挂", "2021-03-08"), ("施工许可", "2021-03-22")], "not what comes late enough");
    assert_eq!(span(&desk, &a), days("2021-01-04", "2021-02-26"), "a preview changes nothing");

    // Alone.
    let mut alone = dates.clone();
    alone["reason"] = json!("等土地指标");
    desk.call("task_reschedule", alone);
    assert_eq!(
        (span(&desk, &a), span(&desk, &b)),
        (days("2021-01-04", "2021-03-05"), days("2021-03-01", "2021-03-12"))
    );
    let record = desk.call("task_get", json!({ "id": a }));
    assert_eq!((&record["row"]["extended_times"], &record["dues"][0]["reason"]), (&json!(1), &json!("等土地指标")));
    assert_eq!(desk.call("undo", json!({}))["label"], "修改起止时间：用地预审");
    assert_eq!(span(&desk, &a), days("2021-01-04", "2021-02-26"));

    // With what waits for it: one action, one undo.
    let mut along = dates;
    along["reason"] = json!("等土地指标");
    along["with_following"] = json!(true);
    desk.call("task_reschedule", along);
    let moved = [days("2021-01-04", "2021-03-05"), days("2021-03-08", "2021-03-19"), days("2021-03-22", "2021-03-26")];
    assert_eq!([&a, &b, &c].map(|id| span(&desk, id)), moved);
    assert_eq!(desk.call("undo", json!({}))["label"], "修改起止时间：用地预审等3项");
    let before = [days("2021-01-04", "2021-02-26"), days("2021-03-01", "2021-03-12"), days("2021-03-15", "2021-03-19")];
    assert_eq!([&a, &b, &c].map(|id| span(&desk, id)), before);
    desk.call("redo", json!({}));
    assert_eq!([&a, &b, &c].map(|id| span(&desk, id)), moved);
}

#[test]
fn an_end_that_is_not_moved_stays_as_it_was_written() {
    let desk = Desk::with_new_workbook();
    let id = create(&desk, "招商", "2021-02-01", "3月底前");
    desk.call("task_reschedule", json!({"id": id, "start_on": "2021-02-08", "due": "2021-03-31"}));
    assert_eq!(span(&desk, &id), days("2021-02-08", "2021-03-31~month"));
    // A whole bar moved to earlier days: its start makes room first.
    desk.call("task_reschedule", json!({"id": id, "start_on": "2021-01-04", "due": "2021-01-29"}));
    assert_eq!(span(&desk, &id), days("2021-01-04", "2021-01-29"));
    assert_eq!(
        desk.refused("task_reschedule", json!({"id": id, "start_on": "2021-02-08", "due": "2021-02-05"})),
        "完成时限 2021-02-05 早于开始日期 2021-02-08；请改其中一个"
    );
    // And to later ones than it ever reached: its deadline goes first.
    let reason = "顺延";
    desk.call("task_reschedule", json!({"id": id, "start_on": "2021-05-06", "due": "2021-05-31", "reason": reason}));
    assert_eq!(span(&desk, &id), days("2021-05-06", "2021-05-31"));
}

#[test]
fn finished_work_is_not_pushed_and_a_task_without_a_start_keeps_none() {
    let desk = Desk::with_new_workbook();
    let a = create(&desk, "甲", "2021-02-01", "2021-02-26");
    let b = create(&desk, "乙", "", "2021-03-01");
    let c = create(&desk, "丙", "2021-03-01", "2021-03-05");
    wait(&desk, &b, &a);
    wait(&desk, &c, &a);
    desk.call("task_set", json!({"id": c, "field": "status", "text": "取消", "reason": "不再需要"}));
    let dates = json!({"id": a, "due": "2021-03-03", "with_following": true, "reason": "等评估"});
    desk.call("task_reschedule", dates);
    assert_eq!((span(&desk, &a), span(&desk, &b)), (days("2021-02-01", "2021-03-03"), days("", "2021-03-04")));
    assert_eq!(span(&desk, &c), days("2021-03-01", "2021-03-05"));
}
