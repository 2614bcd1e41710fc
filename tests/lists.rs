//! Reference lists, units that merge, the calendar and 推进小组, as staff work with them.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

fn page(desk: &Desk, id: &Value) -> Value {
    desk.call("demand_get", json!({ "id": id }))
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
    for status in ["进行中", "待销号：材料齐全", "已销号"] {
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
    assert_eq!((count("industry"), count("format"), count("district"), count("source_limit")), (10, 4, 10, 7));
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
    for status in ["进行中", "待销号：材料齐全", "已销号"] {
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
