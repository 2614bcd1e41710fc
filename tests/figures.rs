//! The figures of domain.md §1.7 on fixture F, told as the scenarios of §7 tell them.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

fn figure(set: &Value, name: &str) -> Value {
    let found = set["figures"].as_array().unwrap().iter().find(|figure| figure["name"] == name);
    found.unwrap_or_else(|| panic!("no figure {name}")).clone()
}

/// As printed, with numerator and denominator for a rate: 65.5% (19/29).
fn said(set: &Value, name: &str) -> String {
    let figure = figure(set, name);
    match (figure["kind"].as_str(), figure["denominator"].as_i64()) {
        (Some("rate"), Some(denominator)) => {
            format!("{} ({}/{denominator})", figure["text"].as_str().unwrap(), figure["numerator"])
        }
        _ => figure["text"].as_str().unwrap().to_string(),
    }
}

#[test]
fn scenario_01_the_overview_says_29_19_10_and_the_rate_with_both_numbers() {
    let desk = Desk::with_sample();
    let overview = desk.call_as_of(day("2021-02-25"), "overview_get", json!({}));
    let names = ["library_projects", "landed", "not_landed", "landing_rate", "enterprise_landing_rate"];
    assert_eq!(
        names.map(|name| said(&overview, name)),
        ["29", "19", "10", "65.5% (19/29)", "65.5% (19/29)"].map(String::from)
    );
    // Every number opens down to its rows.
    let rows =
        |name: &str, part: &str| desk.call("figure_rows", json!({ "name": name, "part": part }))["total"].clone();
    assert_eq!([rows("landing_rate", "all"), rows("landing_rate", "counted"), rows("not_landed", "all")], [29, 19, 10]);
    // Figures rest on business dates: at the end of January seventeen had landed, before the library there was none.
    assert_eq!(said(&desk.call_as_of(day("2021-01-31"), "figures_get", json!({})), "landing_rate"), "58.6% (17/29)");
    assert_eq!(said(&desk.call_as_of(day("2020-06-29"), "figures_get", json!({})), "library_projects"), "0");
}

#[test]
fn scenario_02_the_words_for_the_report_are_the_articles() {
    let overview = Desk::with_sample().call("overview_get", json!({}));
    assert_eq!(overview["prose"], "29个项目中已有19个完成落地，落地率超过65%");
}

#[test]
fn scenario_04_the_investment_of_the_sessions_is_stated_and_stands_apart_from_the_library() {
    let set = Desk::with_sample().call("figures_get", json!({}));
    let stated = set["stated"].as_array().unwrap();
    assert_eq!((&stated[0]["text"], &stated[0]["scope"]), (&json!("超200亿元"), &json!("六场创意会发布项目")));
    let library = figure(&set, "library_investment");
    assert!(!library.to_string().contains("200亿"), "{library}");
}

#[test]
fn scenario_05_attendance_stands_as_typed_and_nothing_is_made_of_it() {
    let set = Desk::with_sample().call("figures_get", json!({}));
    let words: Vec<&str> = set["stated"].as_array().unwrap().iter().map(|one| one["text"].as_str().unwrap()).collect();
    assert_eq!(words, ["超200亿元", "千余人次", "百万人次"], "in the order they were given, not sorted by a number");
    assert!(!set["figures"].to_string().contains("1000000"));
}

#[test]
fn scenario_10_without_a_library_the_rate_is_a_dash() {
    let desk = Desk::with_new_workbook();
    let set = desk.call("figures_get", json!({}));
    assert_eq!(said(&set, "landing_rate"), "— (0/0)");
    assert_eq!(set["prose"], "重点项目库中还没有项目");
}

#[test]
fn scenario_11_an_intention_is_never_among_orders() {
    let set = Desk::with_sample().call("figures_get", json!({}));
    assert_eq!(said(&set, "intentions"), "2亿元");
    assert!(!figure(&set, "orders")["by_certainty"].to_string().contains("intention"));
}

#[test]
fn scenario_12_orders_say_that_they_are_more_and_what_has_no_number() {
    let set = Desk::with_sample().call("figures_get", json!({}));
    assert_eq!(said(&set, "orders"), "超3000万元，另有1项未量化");
}

#[test]
fn scenario_15_two_of_three_needs_of_the_five_enterprises_are_solved() {
    let desk = Desk::with_sample();
    desk.call("sample_remove", json!({}));
    let set = desk.call("figures_get", json!({}));
    assert_eq!(said(&set, "demand_solved_rate"), "66.7% (2/3)");
}

#[test]
fn scenario_32_a_snapshot_opens_as_it_was_kept() {
    let desk = Desk::with_sample();
    let id = desk.call("snapshot_create", json!({}));
    let kept = desk.call("snapshot_get", json!({ "id": id }));
    assert_eq!(kept["title"], "2021年2月通报");
    let project = desk.call("project_list", json!({ "text": "示例项目01" }))["rows"][0]["id"].clone();
    desk.call("project_trash", json!({ "id": project }));
    assert_eq!(said(&desk.call("figures_get", json!({})), "landing_rate"), "64.3% (18/28)");
    assert_eq!(desk.call("snapshot_get", json!({ "id": id })), kept, "identical after the edits");
    let compared = desk.call("snapshot_compare", json!({ "left": id }));
    let row = compared["rows"].as_array().unwrap().iter().find(|row| row["name"] == "landing_rate").unwrap();
    assert_eq!([&row["left_parts"], &row["right_parts"], &row["difference"]], ["19/29", "18/28", "-1.2 个百分点"]);
    desk.call("undo", json!({}));
    assert_eq!(said(&desk.call("figures_get", json!({})), "landing_rate"), "65.5% (19/29)");
}

#[test]
fn scenario_33_without_the_samples_the_figures_say_five() {
    let desk = Desk::with_sample();
    desk.call("sample_remove", json!({}));
    let set = desk.call_as_of(day("2021-02-25"), "figures_get", json!({}));
    assert_eq!(
        ["library_projects", "landing_rate"].map(|name| said(&set, name)),
        ["5", "0.0% (0/5)"].map(String::from)
    );
    assert_eq!(set["prose"], "5个项目中尚无项目落地");
    assert_eq!(said(&set, "orders"), "超3000万元，另有1项未量化", "what the article says stays");
}
