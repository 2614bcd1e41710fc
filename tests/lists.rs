//! 需求 in their steps, reference lists, units that merge, the calendar and 推进小组, as staff work with them.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

fn sample() -> Desk {
    let desk = Desk::empty();
    desk.call("workbook_sample", json!({"path": desk.path("示例.changwu")}));
    desk
}

fn demand(desk: &Desk, category: &str, text: &str) -> Value {
    let project = desk.call("project_create", json!({"name": format!("示例项目：{text}")}));
    desk.call("demand_create", json!({"project": project, "category": category, "text": text}))
}

fn page(desk: &Desk, id: &Value) -> Value {
    desk.call("demand_get", json!({ "id": id }))
}

fn go(desk: &Desk, id: &Value, status: &str, result: &str) {
    desk.call("demand_status_set", json!({"id": id, "status": status, "result": result}));
}

fn file(desk: &Desk, name: &str, text: &str) -> String {
    let path = desk.path(name);
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

/// The holidays of 2027 as an office might type them; made up for the test.
const CALENDAR_2027: &str = "日期,类型,名称\n2027-01-01至2027-01-03,休,元旦\n2027-02-05至2027-02-11,休,春节\n2027-02-20,班,春节\n\
    2027-02-21,班,春节\n2027-04-03至2027-04-05,休,清明\n2027-05-01至2027-05-05,休,劳动节\n2027-06-09,休,端午\n\
    2027-09-15,休,中秋\n2027-10-01至2027-10-07,休,国庆\n";

#[test]
fn scenario_15_two_of_the_three_needs_the_article_names_are_solved() {
    let desk = sample();
    desk.call("sample_remove", json!({}));
    let needs = desk.call("demand_list", json!({"limit": 50}));
    assert_eq!(needs["total"], 3, "the others' needs are not in the article and stay empty");
    let of = |firm: &str| -> Vec<(String, String)> {
        let rows = needs["rows"].as_array().unwrap().iter();
        let own = rows.filter(|row| row["enterprise"].as_str().unwrap().contains(firm));
        own.map(|row| (row["text"].as_str().unwrap().into(), row["status"].as_str().unwrap().into())).collect()
    };
    assert_eq!(of("环球"), [("用地".to_string(), "in_progress".to_string())]);
    let yunlu = of("云路");
    assert_eq!(yunlu.len(), 2);
    assert!(yunlu.iter().all(|(_, status)| status == "solved"), "{yunlu:?}");
    let figures = desk.call("figures_get", json!({"names": ["demand_solved_rate"]}));
    let rate = &figures["figures"][0];
    assert_eq!((&rate["numerator"], &rate["denominator"]), (&json!(2), &json!(3)), "{rate}");
    assert!(rate.to_string().contains("66.7%"), "{rate}");
}

#[test]
fn scenario_20_a_demand_handed_over_with_fifteen_working_days_is_due_over_the_spring_festival() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "120亩工业用地");
    desk.call("demand_set", json!({"ids": [id], "field": "raised_on", "text": "2021-02-05"}));
    let hand_over = |on: &str, due: &str| {
        desk.call("demand_status_set", json!({"id": id, "status": "assigned", "on": on, "due": due}));
        let row = page(&desk, &id)["row"].clone();
        desk.call("undo", json!({}));
        (row["due_text"].clone(), row["due_rule"].clone())
    };
    assert_eq!(hand_over("2021-02-08", "15个工作日"), (json!("2021-03-05"), json!("15个工作日自交办")));
    assert_eq!(hand_over("2021-02-05", "3个工作日"), (json!("2021-02-09"), json!("3个工作日自交办")));
    assert_eq!(hand_over("2021-02-08", "3月底前"), (json!("3月底前"), json!("")));
    let refusal = desk.refused("demand_status_set", json!({"id": id, "status": "assigned", "due": "下周"}));
    assert!(refusal.contains("下周"), "{refusal}");
}

#[test]
fn the_source_of_a_need_sets_its_limit_and_the_list_of_limits_is_the_offices_own() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "用地");
    desk.call("demand_set", json!({"ids": [id], "field": "raised_on", "text": "2021-02-05"}));
    desk.call("demand_set", json!({"ids": [id], "field": "source", "text": "会议议定"}));
    assert_eq!(page(&desk, &id)["limit"], "20个工作日");
    let limits = desk.call("dictionary_get", json!({"list": "source_limit"}));
    let entries = limits["versions"][0]["entries"].as_array().unwrap().clone();
    let meeting = entries.iter().find(|entry| entry["code"] == "meeting").unwrap();
    desk.call("dictionary_set", json!({"id": meeting["id"], "field": "value", "text": "１５"}));
    assert_eq!(page(&desk, &id)["limit"], "15个工作日");
    desk.call("demand_status_set", json!({"id": id, "status": "assigned", "on": "2021-02-08"}));
    assert_eq!(page(&desk, &id)["row"]["due_text"], "2021-03-05");
    assert!(
        desk.refused("dictionary_set", json!({"id": meeting["id"], "field": "value", "text": "很快"})).contains("很快")
    );
    desk.call("undo", json!({}));
    desk.call("undo", json!({}));
    assert_eq!(
        desk.call("dictionary_get", json!({"list": "source_limit"})),
        limits,
        "a shipped entry comes back by undo"
    );
}

#[test]
fn scenario_21_importing_a_calendar_of_2027_recomputes_and_lists_the_changed_deadlines() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let task = |title: &str, due: &str, assigned: &str| {
        let new = json!({"project": project, "title": title, "due": due, "assigned_on": assigned});
        desk.call("task_create", new)["id"].clone()
    };
    let counted = task("办理用地预审", "10个工作日", "2027-02-01");
    let typed = task("报送材料", "2027-02-18", "2027-02-01");
    let closed = task("完成选址", "10个工作日", "2027-02-01");
    for status in ["进行中", "待销号", "已销号"] {
        desk.call("task_set", json!({"id": closed, "field": "status", "text": status}));
    }
    let due = |id: &Value| desk.call("task_get", json!({ "id": id }));
    let said = due(&counted)["due_notice"].clone();
    assert_eq!(said, "2027年放假安排未公布，按法定节日和周末推算");
    assert_eq!(due(&counted)["row"]["due"]["day"], "2027-02-17");
    let path = file(&desk, "2027年放假安排.csv", CALENDAR_2027);
    let preview = desk.call("calendar_preview", json!({ "path": path }));
    assert_eq!(preview["errors"], json!([]));
    assert_eq!(preview["years"], json!([{"year": 2027, "off": 27, "work": 2, "whole": true}]));
    let moved = preview["deadlines"].clone();
    assert_eq!(moved.as_array().unwrap().len(), 1, "only what is open and was counted: {moved}");
    assert_eq!(
        (&moved[0]["name"], &moved[0]["old"], &moved[0]["new"]),
        (&json!("办理用地预审"), &json!("2027-02-17"), &json!("2027-02-20"))
    );
    assert_eq!(due(&counted)["row"]["due"]["day"], "2027-02-17", "nothing is changed before it is confirmed");
    assert_eq!(desk.call("calendar_import", json!({ "path": path }))["deadlines"], moved);
    let after = due(&counted);
    assert_eq!((&after["row"]["due"]["day"], &after["due_notice"]), (&json!("2027-02-20"), &json!("")));
    assert!(after["dues"][0]["reason"].as_str().unwrap().contains("放假安排"), "{after}");
    assert_eq!(
        (due(&typed)["row"]["due"]["day"].clone(), due(&closed)["row"]["due"]["day"].clone()),
        (json!("2027-02-18"), json!("2027-02-17"))
    );
    let answer = desk.call("calendar_add_working_days", json!({"from": "2027-02-04", "days": 1}));
    assert_eq!(answer, json!({"date": "2027-02-12"}), "published now, and 2月9日 is off");
    assert_eq!(
        desk.call("calendar_import", json!({ "path": path }))["deadlines"],
        json!([]),
        "a second time moves nothing"
    );
    assert_eq!(desk.call("undo", json!({}))["label"], "导入日历：2027年");
    assert_eq!(due(&counted)["row"]["due"]["day"], "2027-02-17");
    assert_eq!(due(&counted)["due_notice"], said, "and the year is unpublished again");
}

#[test]
fn a_calendar_with_a_bad_row_is_imported_not_at_all_and_the_row_is_named() {
    let desk = Desk::with_new_workbook();
    let path = file(&desk, "坏的.csv", "日期,类型\n2027-02-05,休\n2027-02-30,休\n");
    let preview = desk.call("calendar_preview", json!({ "path": path }));
    assert!(preview["errors"][0].as_str().unwrap().starts_with("第3行"), "{preview}");
    assert!(desk.refused("calendar_import", json!({ "path": path })).contains("第3行"));
    assert_eq!(desk.call("calendar_get", json!({}))["imported"], json!([]));
    for (name, text) in [("乱.json", "{"), ("乱.ics", "你好"), ("空.csv", " ")] {
        let path = file(&desk, name, text);
        assert!(!desk.refused("calendar_preview", json!({ "path": path })).is_empty());
    }
    assert!(desk.refused("calendar_preview", json!({"path": desk.path("没有.json")})).contains("没有.json"));
    let path = file(&desk, "日.json", r#"{"days":[{"date":"2027-03-01","isOffDay":true,"name":"厂休"}]}"#);
    desk.call("calendar_import", json!({ "path": path }));
    let years = desk.call("calendar_get", json!({}));
    assert_eq!(years["imported"], json!([{"year": 2027, "off": 1, "work": 0, "source": "日.json"}]));
    let answer = desk.call("calendar_add_working_days", json!({"from": "2027-02-26", "days": 1}));
    assert_eq!(answer["date"], "2027-03-02");
    assert!(answer["notice"].as_str().unwrap().contains("未公布"), "one day is no notice of a year");
}

#[test]
fn a_demand_takes_its_steps_and_each_refusal_says_what_is_missing() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "park", "职工宿舍");
    desk.call("demand_set", json!({"ids": [id], "field": "raised_on", "text": "2021-02-01"}));
    let refused = |status: &str| desk.refused("demand_status_set", json!({"id": id, "status": status}));
    assert!(refused("closed").contains("登记"), "not a step of the table");
    assert!(refused("assigned").contains("牵头单位"));
    assert_eq!(page(&desk, &id)["next"][0]["lacks"], json!(["先写牵头单位"]), "and the page says so beforehand");
    desk.call("demand_set", json!({"ids": [id], "field": "lead", "text": "西海岸新区"}));
    desk.call("demand_status_set", json!({"id": id, "status": "assigned", "on": "2021-02-03"}));
    let early = desk.refused("demand_status_set", json!({"id": id, "status": "in_progress", "on": "2021-02-02"}));
    assert!(early.contains("2021-02-03"), "{early}");
    let late = desk.refused("demand_status_set", json!({"id": id, "status": "in_progress", "on": "2021-03-01"}));
    assert!(late.contains("还没到"), "{late}");
    desk.call("demand_status_set", json!({"id": id, "status": "in_progress", "on": "2021-02-04"}));
    assert!(refused("answered").contains("办理结果"));
    go(&desk, &id, "answered", "已协调公租房20套");
    assert!(refused("in_progress").contains("不满意"), "back only for a reason");
    go(&desk, &id, "in_progress", "房源太远");
    assert_eq!(page(&desk, &id)["row"]["result"], "已协调公租房20套", "a complaint is no result");
    go(&desk, &id, "answered", "");
    go(&desk, &id, "solved", "改为厂区旁宿舍30间");
    assert!(refused("closed").contains("回访"));
    let found = page(&desk, &id);
    assert_eq!(found["next"][0]["wants_visit"], true);
    let steps: Vec<&str> =
        found["statuses"].as_array().unwrap().iter().map(|one| one["to"].as_str().unwrap()).collect();
    assert_eq!(steps, ["solved", "answered", "in_progress", "answered", "in_progress", "assigned"]);
    assert_eq!(found["statuses"][2]["reason"], "房源太远");
    let visit = |said: &str| json!({"demand": id, "satisfaction": said, "manner": "电话", "visitor": "张三"});
    desk.call("demand_visit_add", visit("dissatisfied"));
    assert!(refused("closed").contains("满意"), "a 回访 that says 不满意 closes nothing");
    let mut closing = visit("satisfied");
    closing["then"] = json!("closed");
    desk.call("demand_visit_add", closing);
    let found = page(&desk, &id);
    assert_eq!((&found["row"]["status"], &found["row"]["satisfaction"]), (&json!("closed"), &json!("satisfied")));
    let visits = found["visits"].as_array().unwrap();
    assert_eq!((visits.len(), &visits[0]["manner"]), (2, &json!("电话")));
    assert!(desk.refused("demand_visit_trash", json!({"id": visits[0]["id"]})).contains("已销号"));
    assert!(desk.refused("demand_set", json!({"ids": [id], "field": "result", "text": ""})).contains("已销号"));
    desk.call("undo", json!({}));
    let found = page(&desk, &id);
    assert_eq!(
        (&found["row"]["status"], found["visits"].as_array().unwrap().len()),
        (&json!("solved"), 1),
        "回访 and 销号 are one action"
    );
}

#[test]
fn figures_of_an_earlier_day_see_the_demand_as_it_stood_then() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "用地");
    desk.call("demand_set", json!({"ids": [id], "field": "raised_on", "text": "2021-01-04"}));
    for (status, on) in [
        ("assigned", "2021-01-05"),
        ("in_progress", "2021-01-06"),
        ("answered", "2021-01-20"),
        ("solved", "2021-02-01"),
    ] {
        desk.call("demand_status_set", json!({"id": id, "status": status, "on": on, "result": "已供地"}));
    }
    let rate = |on: &str| {
        let answer = desk.call_as_of(day(on), "figures_get", json!({"names": ["demand_solved_rate"]}));
        let figure = answer["figures"][0].clone();
        (figure["numerator"].clone(), figure["denominator"].clone())
    };
    assert_eq!(rate("2021-01-31"), (json!(0), json!(1)));
    assert_eq!(rate("2021-02-01"), (json!(1), json!(1)));
    let then = desk.call_as_of(day("2021-01-10"), "demand_get", json!({ "id": id }));
    assert_eq!(then["statuses"].as_array().unwrap().len(), 2);
}

#[test]
fn a_need_is_traced_to_its_tasks_and_back_from_each_of_them() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "120亩工业用地");
    let usual = desk.call("demand_steps", json!({"category": "land"}));
    let tasks =
        desk.call("demand_split", json!({"id": id, "steps": usual["steps"], "anchor": {"target": "2021-09-30"}}));
    let trace = desk.call("demand_trace", json!({"from": {"demand": id}}));
    assert_eq!(trace["demands"][0]["id"], id);
    let found: Vec<&Value> = trace["tasks"].as_array().unwrap().iter().map(|task| &task["id"]).collect();
    assert_eq!(found, tasks.as_array().unwrap().iter().collect::<Vec<_>>());
    assert_eq!(
        desk.call("demand_trace", json!({"from": {"task": tasks[2]}})),
        trace,
        "backwards it is the same picture"
    );
    let row = page(&desk, &id)["row"].clone();
    assert_eq!(desk.call("demand_trace", json!({"from": {"project": row["project_id"]}})), trace);
    assert_eq!(page(&desk, &id)["trace"], trace);
    assert_eq!(row["status"], "assigned", "a need with tasks is handed over");
}

#[test]
fn every_change_of_a_demand_and_its_visits_is_taken_back_by_undo() {
    let desk = Desk::with_new_workbook();
    let id = demand(&desk, "land", "用地");
    go(&desk, &id, "assigned", "");
    go(&desk, &id, "in_progress", "");
    go(&desk, &id, "answered", "已答复");
    let visit = desk.call("demand_visit_add", json!({"demand": id, "satisfaction": "rather_satisfied"}));
    let changes = [
        ("demand_visit_set", json!({"id": visit, "field": "satisfaction", "text": "不满意"})),
        ("demand_visit_set", json!({"id": visit, "field": "on_day", "text": "2021-02-24"})),
        ("demand_visit_set", json!({"id": visit, "field": "text", "text": "盼早日供地"})),
        ("demand_visit_set", json!({"id": visit, "field": "manner", "text": "上门"})),
        ("demand_visit_set", json!({"id": visit, "field": "visitor", "text": "李四"})),
        ("demand_visit_trash", json!({ "id": visit })),
        (
            "demand_visit_add",
            json!({"demand": id, "satisfaction": "dissatisfied", "text": "太慢", "then": "in_progress"}),
        ),
        ("demand_set", json!({"ids": [id], "field": "due", "text": "10个工作日"})),
        ("demand_status_set", json!({"id": id, "status": "unsolvable", "result": "规模指标不足"})),
    ];
    for (name, request) in changes {
        let before = page(&desk, &id);
        desk.call(name, request.clone());
        assert_ne!(page(&desk, &id), before, "{name} {request}");
        desk.call("undo", json!({}));
        assert_eq!(page(&desk, &id), before, "{name} {request}");
    }
    for bad in ["", "未回访", "很满意"] {
        assert!(
            desk.refused("demand_visit_set", json!({"id": visit, "field": "satisfaction", "text": bad}))
                .contains("满意")
        );
    }
    let refusal =
        desk.refused("demand_visit_add", json!({"demand": id, "satisfaction": "satisfied", "on": "2021-13-01"}));
    assert!(refusal.contains("13月"), "{refusal}");
}

#[test]
fn reference_lists_are_shipped_and_the_thirteen_chains_stay_empty_with_a_notice() {
    let desk = Desk::with_new_workbook();
    let chains = desk.call("dictionary_get", json!({"list": "chain"}));
    let versions = chains["versions"].as_array().unwrap();
    let version =
        |part: &str| versions.iter().find(|one| one["version"].as_str().unwrap().contains(part)).unwrap().clone();
    let thirteen = version("13条");
    assert_eq!(thirteen["entries"], json!([]));
    assert!(thirteen["notice"].as_str().unwrap().contains("不代拟"), "{thirteen}");
    assert!(version("24条")["notice"].as_str().unwrap().contains("11"), "eleven of them are named by a source");
    let count = |list: &str| {
        let page = desk.call("dictionary_get", json!({ "list": list }));
        page["versions"][0]["entries"].as_array().unwrap().len()
    };
    assert_eq!((count("industry"), count("format"), count("district"), count("source_limit")), (10, 4, 10, 6));
    // A pasted column.
    let made = desk.call(
        "dictionary_add",
        json!({"list": "chain", "version": thirteen["version"], "text": "示例链甲\n示例链乙\n"}),
    );
    assert_eq!(made.as_array().unwrap().len(), 2);
    let twin =
        desk.refused("dictionary_add", json!({"list": "chain", "version": thirteen["version"], "text": "示例链甲"}));
    assert!(twin.contains("示例链甲"), "{twin}");
    assert!(
        desk.refused("dictionary_add", json!({"list": "district", "version": "", "text": "示例区"}))
            .contains("停用日期")
    );
    desk.call("undo", json!({}));
    assert_eq!(desk.call("dictionary_get", json!({"list": "chain"})), chains);
}

#[test]
fn the_open_lists_of_the_article_take_words_of_the_office() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("project_create", json!({"name": "示例智工厂"}));
    let set = |text: &str| json!({"id": id, "field": "format", "text": text});
    let refusal = desk.refused("project_set", set("示例直播电商"));
    assert!(refusal.contains("工业互联网"), "the list says what there is: {refusal}");
    let added = desk.call("dictionary_add", json!({"list": "format", "version": "", "text": "示例直播电商"}));
    desk.call("project_set", set("示例直播电商"));
    assert_eq!(desk.call("project_get", json!({ "id": id }))["format"], "示例直播电商");
    let rename = json!({"id": added[0], "field": "name", "text": "直播"});
    assert!(desk.refused("dictionary_set", rename.clone()).contains("1 条记录"));
    desk.call("project_set", set("工业互联网"));
    assert_eq!(desk.call("project_get", json!({ "id": id }))["format"], "industrial_internet");
    desk.call("dictionary_set", rename);
    desk.call("project_set", set("直播"));
    let formats = desk.call("dictionary_get", json!({"list": "format"}))["versions"][0]["entries"].clone();
    assert_eq!((formats.as_array().unwrap().len(), &formats[4]["used"]), (5, &json!(1)));
    let shipped = json!({"id": formats[0]["id"], "field": "name", "text": "互联网"});
    assert!(desk.refused("dictionary_set", shipped).contains("不能改名"), "the article's words stay");
}

#[test]
fn the_years_plan_of_sessions_covers_the_chains_that_count_in_that_year() {
    let desk = Desk::with_new_workbook();
    let chains = |year: i64| desk.call("session_year", json!({ "year": year }))["chains"].as_array().unwrap().len();
    assert_eq!((chains(2021), chains(2019), chains(2026)), (0, 10, 11), "the thirteen of 2020 to 2021 are not known");
    let version = "13条产业链（2020—2021）";
    desk.call("dictionary_add", json!({"list": "chain", "version": version, "text": "示例链甲\n示例链乙"}));
    assert_eq!(chains(2021), 2);
}

#[test]
fn an_entry_out_of_validity_stays_on_old_records_and_is_chosen_no_more() {
    let desk = Desk::with_new_workbook();
    let [old, new] = ["示例甲", "示例乙"].map(|name| desk.call("project_create", json!({ "name": name })));
    let set = |id: &Value, field: &str, text: &str| json!({"id": id, "field": field, "text": text});
    desk.call("project_set", set(&old, "industry", "氢能"));
    let industries = desk.call("dictionary_get", json!({"list": "industry"}));
    let hydrogen = industries["versions"][0]["entries"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["code"] == "hydrogen")
        .unwrap()
        .clone();
    assert_eq!(hydrogen["used"], 1);
    desk.call("dictionary_set", json!({"id": hydrogen["id"], "field": "valid_to", "text": "2021-02-01"}));
    let refusal = desk.refused("project_set", set(&new, "industry", "氢能"));
    assert!(refusal.contains("停用") && refusal.contains("2021-02-01"), "{refusal}");
    desk.call("project_set", set(&old, "industry", "氢能"));
    assert_eq!(desk.call("project_get", json!({ "id": old }))["industry"], "hydrogen");
    let choices = |list: &str| desk.call("dictionary_choices", json!({ "list": list }));
    assert!(choices("industry").as_array().unwrap().iter().all(|one| one["code"] != "hydrogen"));
    let then = desk.call_as_of(day("2021-01-31"), "dictionary_choices", json!({"list": "industry"}));
    assert_eq!(then.as_array().unwrap().len(), 10, "before that day it could be chosen");
    assert!(
        desk.refused("dictionary_set", json!({"id": hydrogen["id"], "field": "valid_from", "text": "2021-03-01"}))
            .contains("早于")
    );
}

#[test]
fn a_project_keeps_the_version_of_the_chain_it_was_classified_under() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("project_create", json!({"name": "示例智工厂"}));
    let classified = |text: &str| {
        desk.call("project_set", json!({"id": id, "field": "chain", "text": text}));
        let page = desk.call("project_get", json!({ "id": id }));
        (page["chain"].as_str().unwrap().to_string(), page["chain_version"].as_str().unwrap().to_string())
    };
    assert!(classified("智能家电").1.contains("2025"), "the newest list that holds it");
    let choices = desk.call("dictionary_choices", json!({"list": "chain", "text": "智能家电"}));
    let older = choices
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["version"].as_str().unwrap().contains("2022"))
        .unwrap()
        .clone();
    assert_eq!(
        classified(older["id"].as_str().unwrap()),
        ("智能家电".into(), older["version"].as_str().unwrap().into())
    );
    let used = desk.refused("dictionary_trash", json!({"id": older["id"]}));
    assert!(used.contains("停用日期"), "{used}");
    desk.call("dictionary_set", json!({"id": older["id"], "field": "valid_to", "text": "2021-01-01"}));
    let page = desk.call("project_get", json!({ "id": id }));
    assert_eq!(page["chain_version"], older["version"], "an old record keeps it");
    assert_eq!(classified("示例链"), ("示例链".into(), String::new()), "what no list holds is kept as typed");
    desk.call("dictionary_trash", json!({"id": older["id"]}));
    assert!(
        desk.call("dictionary_choices", json!({"list": "chain"}))
            .as_array()
            .unwrap()
            .iter()
            .all(|one| one["id"] != older["id"])
    );
    desk.call("undo", json!({}));
    assert!(desk.call("dictionary_get", json!({"list": "chain"})).to_string().contains(older["id"].as_str().unwrap()));
}

fn unit(desk: &Desk, name: &str) -> Value {
    desk.call("department_list", json!({ "text": name }))["rows"][0]["id"].clone()
}

#[test]
fn a_unit_that_merges_hands_over_what_is_open_and_old_records_keep_its_name() {
    let desk = Desk::with_new_workbook();
    let (kept, gone) = (unit(&desk, "市发展改革委"), unit(&desk, "市大数据局"));
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let task = |title: &str| {
        desk.call("task_create", json!({"project": project, "title": title, "lead": "大数据局"}))["id"].clone()
    };
    let (open, closed) = (task("开放数据"), task("接入平台"));
    desk.call("task_set", json!({"id": open, "field": "assisting", "text": "市发展改革委、市财政局"}));
    for status in ["进行中", "待销号", "已销号"] {
        desk.call("task_set", json!({"id": closed, "field": "status", "text": status}));
    }
    let person = desk.call("person_create", json!({"department": gone, "name": "示例甲"}));
    let before = desk.call("task_list", json!({"filter": {"project": project}}));
    desk.call("department_merge", json!({"kept": kept, "gone": gone, "on": "2021-02-20"}));
    let lead = |id: &Value| desk.call("task_get", json!({ "id": id }))["row"]["lead"]["name"].clone();
    assert_eq!(
        (lead(&open), lead(&closed)),
        (json!("市发展改革委"), json!("市大数据局")),
        "what was done keeps the old name"
    );
    let assisting = desk.call("task_get", json!({ "id": open }))["row"]["assisting"].clone();
    assert_eq!(assisting.as_array().unwrap().len(), 1, "nobody assists himself: {assisting}");
    assert_eq!(desk.call("person_list", json!({"department": kept}))["rows"][0]["id"], person);
    desk.call("demand_create", json!({"project": project, "category": "land", "text": "用地"}));
    let id = desk.call("demand_list", json!({ "project": project }))["rows"][0]["id"].clone();
    desk.call("demand_set", json!({"ids": [id], "field": "lead", "text": "大数据管理局"}));
    assert_eq!(page(&desk, &id)["row"]["lead_id"], kept, "the old name finds the unit that took its place");
    assert_eq!(desk.call("department_list", json!({"text": "市大数据局"}))["total"], 0);
    let former = desk.call("department_list", json!({"text": "市大数据局", "former": true}))["rows"][0].clone();
    assert_eq!((&former["merged_into"], &former["valid_to"]), (&json!("市发展改革委"), &json!("2021-02-20")));
    assert_eq!(desk.call("department_get", json!({ "id": kept }))["former"][0]["short"], "市大数据局");
    assert!(desk.refused("department_merge", json!({"kept": gone, "gone": kept})).contains("市大数据局"));
    assert!(desk.refused("department_merge", json!({"kept": kept, "gone": kept})).contains("自己"));
    for _ in 0..2 {
        desk.call("undo", json!({}));
    }
    assert_eq!(desk.call("undo", json!({}))["label"], "合并单位：市大数据局并入市发展改革委");
    assert_eq!(desk.call("task_list", json!({"filter": {"project": project}})), before, "one undo takes it all back");
    assert_eq!(unit(&desk, "市大数据局"), gone);
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}

#[test]
fn a_renamed_unit_is_called_on_each_day_as_it_was_then() {
    let desk = Desk::with_new_workbook();
    let old = unit(&desk, "市地方金融监管局");
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    desk.call("demand_create", json!({"project": project, "category": "loan", "text": "融资"}));
    desk.call("task_create", json!({"project": project, "title": "银企对接", "lead": "金融局", "due": "2021-06-30", "assigned_on": "2021-01-04"}));
    let plan = desk.call("plan_create", json!({ "project": project }));
    let new = desk.call(
        "department_rename",
        json!({"id": old, "short": "市示例金融办", "full": "青岛市示例金融办公室", "on": "2021-02-20"}),
    );
    assert_ne!(new, old);
    let paper = |on: &str| {
        let id = changwu_core::ids::Id::parse(plan.as_str().unwrap()).unwrap().into();
        let data = desk.workbook().read(|connection| changwu_core::storage::plans::gather(connection, id, day(on)));
        let data = data.unwrap();
        let task = data.tasks().next().unwrap().lead.clone().unwrap();
        (task.short, data.projects[0].demands[0].lead.clone().unwrap())
    };
    let both = |name: &str| (name.to_string(), name.to_string());
    assert_eq!(paper("2021-02-25"), both("市示例金融办"), "a paper of today");
    assert_eq!(paper("2021-02-19"), both("市地方金融监管局"), "a paper of the day before");
    let list = desk.call("department_list", json!({"kind": "municipal", "limit": 100}));
    let shorts: Vec<&str> = list["rows"].as_array().unwrap().iter().map(|row| row["short"].as_str().unwrap()).collect();
    let at = shorts.iter().position(|short| *short == "市示例金融办").unwrap();
    assert_eq!((shorts[at - 1], shorts[at + 1]), ("市民营经济局", "市信访局"), "at its place in 机构序列");
    assert!(desk.refused("department_rename", json!({"id": new, "short": "市财政局"})).contains("市财政局"));
    assert!(
        desk.refused("department_rename", json!({"id": new, "short": "市某局", "on": "2021-03-01"})).contains("还没到")
    );
    assert_eq!(desk.call("undo", json!({}))["label"], "修改名称：市地方金融监管局更名为市示例金融办");
    assert_eq!(unit(&desk, "金融局"), old);
}

#[test]
fn groups_have_leads_members_and_projects() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("group_create", json!({"name": "智能制造推进小组", "domain": "智能制造、工业互联网"}));
    assert!(desk.refused("group_create", json!({"name": "智能制造推进小组"})).contains("智能制造"));
    assert!(desk.refused("group_create", json!({"name": " "})).contains("名称"));
    let person = desk.call("person_create", json!({"department": unit(&desk, "工信局"), "name": "示例甲"}));
    desk.call("group_set", json!({"id": id, "field": "leader", "text": person}));
    let member = desk.call(
        "group_member_add",
        json!({"id": id, "department": "科技局", "person": "示例乙（处长）", "role": "联络员"}),
    );
    desk.call("group_member_add", json!({"id": id, "department": "资规局"}));
    assert!(desk.refused("group_member_add", json!({"id": id, "department": "资规局"})).contains("已经在"));
    assert!(desk.refused("group_member_add", json!({"id": id, "role": "联络员"})).contains("单位或人员"));
    assert!(desk.refused("group_member_add", json!({"id": id, "department": "火星局"})).contains("火星局"));
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    desk.call("project_set", json!({"id": project, "field": "work_group", "text": "智能制造推进小组"}));
    assert_eq!(desk.call("project_get", json!({ "id": project }))["work_group"], "智能制造推进小组");
    let page = desk.call("group_get", json!({ "id": id }));
    assert_eq!((&page["row"]["leader"], &page["row"]["leader_unit"]), (&json!("示例甲"), &json!("市工业和信息化局")));
    assert_eq!((&page["members"][0]["person"], &page["members"][0]["post"]), (&json!("示例乙"), &json!("处长")));
    assert_eq!(
        (&page["members"][1]["department"], &page["projects"][0]["id"]),
        (&json!("市自然资源和规划局"), &project)
    );
    assert_eq!(desk.call("group_list", json!({"text": "科技局"}))["total"], 1, "found by a member");
    assert_eq!(desk.call("search", json!({"text": "智能制造"}))[0]["id"], id);
    let changes = [
        ("group_set", json!({"id": id, "field": "domain", "text": "新材料"})),
        ("group_set", json!({"id": id, "field": "leader", "text": ""})),
        ("group_member_set", json!({"id": member, "field": "role", "text": "副组长"})),
        ("group_member_set", json!({"id": member, "field": "department", "text": "商务局"})),
        ("group_member_remove", json!({ "id": member })),
    ];
    for (name, request) in changes {
        desk.call(name, request.clone());
        assert_ne!(desk.call("group_get", json!({ "id": id })), page, "{name} {request}");
        desk.call("undo", json!({}));
        assert_eq!(desk.call("group_get", json!({ "id": id })), page, "{name} {request}");
    }
    desk.call("group_trash", json!({ "id": id }));
    assert_eq!(desk.call("project_get", json!({ "id": project }))["work_group"], "");
    desk.call("undo", json!({}));
    assert_eq!(desk.call("group_get", json!({ "id": id })), page);
}
