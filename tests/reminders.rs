//! Reminders by the clock's day: what is said when, what was missed, and that nothing is said twice.

mod common;

use changwu_core::clock::{Clock, local};
use common::{Desk, day};
use serde_json::{Value, json};

const HOUR: i64 = 3_600_000;

/// A desk where reminders come at the full hour after now, and an hour and a half later. Quiet at no time, so that the
/// test says the same in every time zone.
fn desk() -> Desk {
    let desk = Desk::with_new_workbook();
    assert!(desk.call("reminder_missed", json!({})).is_null(), "a workbook seen for the first time missed nothing");
    let now = local(desk.clock.now_ms()).naive_local();
    let time = |minutes: i64| (now + chrono::Duration::minutes(minutes)).format("%H:%M").to_string();
    let times = format!("{}、{}", time(60), time(150));
    desk.call("reminder_schedule_set", json!({"on": true, "times": times, "quiet": ""}));
    desk
}

fn task(desk: &Desk, title: &str, due: &str) -> Value {
    desk.call("task_create", json!({"title": title, "lead": "自规局", "due": due}))["id"].clone()
}

fn kinds(digest: &Value) -> Vec<(String, u64)> {
    let counts = digest["counts"].as_array().unwrap();
    counts.iter().map(|one| (one["kind"].as_str().unwrap().into(), one["count"].as_u64().unwrap())).collect()
}

#[test]
fn one_notification_a_moment_and_none_twice() {
    let desk = desk();
    task(&desk, "用地预审", "2021-02-25");
    let done = task(&desk, "供电增容", "2021-02-25");
    task(&desk, "环评批复", "2021-02-24");
    task(&desk, "不急的事", "2021-03-25");
    assert!(desk.call("reminder_take", json!({})).is_null(), "it is not time yet");
    let wait = desk.call("reminder_next", json!({}))["in_ms"].as_i64().unwrap();
    assert!((0..=HOUR).contains(&wait), "{wait}");

    desk.clock.advance(HOUR);
    let notice = desk.call("reminder_take", json!({}));
    assert_eq!(notice["body"], "今日到期 2 项：用地预审、供电增容", "what was late before today was late before");
    assert!(desk.call("reminder_take", json!({})).is_null());

    for status in ["进行中", "取消：并入其他项目"] {
        desk.call("task_set", json!({"id": done, "field": "status", "text": status}));
    }
    desk.clock.advance(2 * HOUR);
    let notice = desk.call("reminder_take", json!({}));
    assert_eq!(notice["body"], "今日到期 1 项：用地预审", "what is still open at the next moment");
    let wait = desk.call("reminder_next", json!({}))["in_ms"].as_i64().unwrap();
    assert!((20 * HOUR..24 * HOUR).contains(&wait), "then tomorrow: {wait}");

    desk.clock.advance(24 * HOUR);
    let notice = desk.call("reminder_take", json!({}));
    assert_eq!(notice["body"], "新逾期 1 项：用地预审", "the next day it is late, and said once");
    desk.clock.advance(24 * HOUR);
    assert!(desk.call("reminder_take", json!({})).is_null(), "late things are not repeated every day");
}

#[test]
fn what_was_missed_while_the_program_was_closed_is_shown_once() {
    let desk = desk();
    task(&desk, "用地预审", "2021-02-26");
    task(&desk, "供电增容", "2021-03-01");
    task(&desk, "环评批复", "2021-03-02");
    desk.call("workbook_close", json!({}));
    desk.clock.advance(5 * 24 * HOUR);
    desk.call("workbook_open", json!({ "path": desk.path("专班.changwu") }));
    let missed = desk.call("reminder_missed", json!({}));
    assert_eq!(kinds(&missed), [("task_late".into(), 2), ("task_due".into(), 1)]);
    assert_eq!((&missed["since"], &missed["today"]), (&json!("2021-02-25"), &json!("2021-03-02")));
    assert_eq!(missed["items"][0]["title"], "用地预审");
    assert_eq!((&missed["items"][0]["record"], &missed["items"][0]["due"]), (&json!("task"), &json!("2021-02-26")));
    assert!(desk.call("reminder_missed", json!({})).is_null() && desk.call("reminder_take", json!({})).is_null());
    let again = desk.call("reminder_list", json!({"since": "2021-02-25"}));
    assert_eq!(again["items"], missed["items"], "it can be looked at again");
}

#[test]
fn reminders_go_by_the_clock_and_not_by_the_day_looked_at() {
    let desk = desk();
    task(&desk, "用地预审", "2021-02-25");
    let list = desk.call_as_of(day("2020-12-31"), "reminder_list", json!({}));
    assert_eq!(kinds(&list), [("task_due".into(), 1)]);
}

#[test]
fn the_preparation_of_a_session_is_reminded_of_too() {
    let desk = desk();
    let session = desk.call("session_create", json!({"theme": "示例主题", "held_on": "2021-03-31"}));
    let session = session.get("id").cloned().unwrap_or(session);
    // Three working days ahead of 3月1日 is 2月24日, two is 2月25日.
    desk.call("session_set", json!({"id": session, "field": "held_on", "text": "2021-03-01"}));
    for (title, days) in [("确定场地", "3"), ("印制席卡", "2"), ("媒体对接", "1")] {
        desk.call("session_item_add", json!({"session": session, "title": title, "days_before": days}));
    }
    let list = desk.call("reminder_list", json!({"since": "2021-02-20"}));
    assert_eq!(kinds(&list), [("preparation_late".into(), 1), ("preparation_due".into(), 1)]);
    assert_eq!((&list["items"][1]["title"], &list["items"][1]["about"]), (&json!("印制席卡"), &json!("示例主题")));
}

#[test]
fn switched_off_nothing_is_said_and_a_wrong_time_is_refused() {
    let desk = desk();
    let refusal = desk.refused("reminder_schedule_set", json!({"on": true, "times": "早上", "quiet": ""}));
    assert!(refusal.contains("早上") && refusal.contains("9:00"), "{refusal}");
    task(&desk, "用地预审", "2021-02-25");
    let off = json!({"on": false, "times": "9:00", "quiet": "18:00—8:00"});
    assert_eq!(desk.call("reminder_schedule_set", off.clone()), off);
    assert!(desk.call("reminder_next", json!({}))["in_ms"].is_null());
    desk.clock.advance(30 * HOUR);
    assert!(desk.call("reminder_take", json!({})).is_null());
    let entries = desk.call("workbook_status", json!({}))["undo"].clone();
    assert!(entries.as_str().unwrap().contains("用地预审"), "a choice of this laptop is no action: {entries}");
}
