//! Versions of 实施方案: 征求意见, 送审, 印发 and what it freezes, 修订, 作废, two versions side by side.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

/// A project with two tasks of two units, and its plan.
fn desk() -> (Desk, Value, Value) {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    task(&desk, &project, "用地预审", "自规局", "2021-03-31");
    task(&desk, &project, "供电增容", "工信局", "2021-06-30");
    let plan = desk.call("plan_create", json!({ "project": project }));
    desk.call("plan_section_set", json!({"id": plan, "part": "goals", "text": "2021年底前开工。"}));
    (desk, project, plan)
}

fn task(desk: &Desk, project: &Value, title: &str, lead: &str, due: &str) -> Value {
    let new = json!({"project": project, "title": title, "lead": lead, "assisting": "西海岸新区管委", "persons": "示例甲", "due": due, "start_on": "2021-03-01"});
    desk.call("task_create", new)["id"].clone()
}

fn issue(desk: &Desk, plan: &Value) {
    desk.call("plan_issue", json!({"id": plan, "document_number": "青民发[2021]3号", "confirmed": true}));
}

fn get(desk: &Desk, plan: &Value) -> Value {
    desk.call("plan_get", json!({ "id": plan }))
}

fn section(page: &Value, part: &str) -> String {
    let parts = page["parts"].as_array().unwrap();
    parts.iter().find(|one| one["part"] == part).unwrap()["text"].as_str().unwrap().to_string()
}

fn baseline(desk: &Desk, title: &str) -> Value {
    desk.call("task_list", json!({"filter": {"text": title}}))["rows"][0]["baseline"].clone()
}

fn task_id(desk: &Desk, title: &str) -> Value {
    desk.call("task_list", json!({"filter": {"text": title}}))["rows"][0]["id"].clone()
}

fn undo_label(desk: &Desk) -> Value {
    desk.call("workbook_status", json!({}))["undo"].clone()
}

#[test]
fn an_issued_version_says_what_was_issued_whatever_happens_to_the_data() {
    let (desk, _, plan) = desk();
    let draft = get(&desk, &plan);
    assert_eq!((&draft["status"], &draft["editable"]), (&json!("draft"), &json!(true)));
    issue(&desk, &plan);
    let issued = get(&desk, &plan);
    assert_eq!((&issued["status"], &issued["issued_on"]), (&json!("issued"), &json!("2021-02-25")));
    assert_eq!(issued["document_number"], "青民发〔2021〕3号", "brackets as the standard has them");
    assert_eq!(issued["dated"], "2021-02-25", "a plan without a date gets that of the day it is issued");
    assert!(section(&issued, "duties").contains("市自然资源和规划局牵头负责用地预审"), "what the data said is kept");

    let id = task_id(&desk, "用地预审");
    desk.call("task_set", json!({"id": id, "field": "title", "text": "用地预审与规划选址"}));
    desk.call("task_set", json!({"id": id, "field": "due", "text": "4月15日"}));
    assert_eq!(get(&desk, &plan), issued, "nothing of it moves");
    assert!(baseline(&desk, "供电增容")["late_days"] == 0);
    let now = baseline(&desk, "用地预审与规划选址");
    assert_eq!((&now["late_days"], &now["version"], &now["due"]["day"]), (&json!(15), &json!(1), &json!("2021-03-31")));

    for refusal in [
        desk.refused("plan_section_set", json!({"id": plan, "part": "goals", "text": "改了。"})),
        desk.refused("plan_set", json!({"id": plan, "field": "title", "text": "改了"})),
        desk.refused("plan_trash", json!({ "id": plan })),
        desk.refused("plan_issue", json!({"id": plan, "confirmed": true})),
        desk.refused("plan_step", json!({"id": plan, "to": "draft"})),
    ] {
        assert!(refusal.contains("已印发"), "{refusal}");
    }
}

#[test]
fn exporting_an_issued_version_gives_the_same_bytes_and_ends_its_undo() {
    let (desk, _, plan) = desk();
    issue(&desk, &plan);
    desk.call("undo", json!({}));
    assert_eq!(get(&desk, &plan)["status"], "draft", "not exported yet: 印发 can be taken back");
    assert!(baseline(&desk, "用地预审").is_null());
    desk.call("redo", json!({}));
    assert_eq!(get(&desk, &plan)["status"], "issued");
    desk.call("workbook_check", json!({}));

    let first = desk.call("plan_export", json!({"id": plan, "path": desk.path("一.docx")}));
    let id = task_id(&desk, "用地预审");
    desk.call("task_set", json!({"id": id, "field": "measure", "text": "并联审批"}));
    desk.clock.advance(3 * 86_400_000);
    desk.call("workbook_check", json!({}));
    let second = desk.call("plan_export", json!({"id": plan, "path": desk.path("二.docx")}));
    let bytes = |file: &Value| std::fs::read(file["path"].as_str().unwrap()).unwrap();
    assert_eq!(bytes(&first), bytes(&second), "the frozen file, not one made anew");
    assert_eq!(get(&desk, &plan)["exported_on"], "2021-02-25");

    // What is left to undo are other things than the plan.
    desk.call("undo", json!({}));
    while !undo_label(&desk).is_null() {
        desk.call("undo", json!({}));
        assert_eq!(get(&desk, &plan)["status"], "issued", "what left the room stays");
    }
    assert_eq!(section(&get(&desk, &plan), "goals"), "2021年底前开工。");
    let kept = desk.call("plan_export", json!({"id": plan, "path": desk.path("三.docx")}));
    assert_eq!(bytes(&first), bytes(&kept));
}

#[test]
fn what_is_serious_must_have_been_seen() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    desk.call("task_create", json!({"project": project, "title": "供电增容", "lead": "工信局", "due": "2021-06-30"}));
    let plan = desk.call("plan_create", json!({ "project": project }));
    let refusal = desk.refused("plan_issue", json!({ "id": plan }));
    assert!(refusal.contains("1 处") && refusal.contains("缺责任人：供电增容"), "{refusal}");
    assert_eq!(get(&desk, &plan)["status"], "draft");
    desk.call("plan_issue", json!({"id": plan, "confirmed": true}));
    assert_eq!(get(&desk, &plan)["status"], "issued");
}

#[test]
fn the_day_of_issue_is_neither_to_come_nor_before_the_former_version() {
    let (desk, _, plan) = desk();
    let refusal = desk.refused("plan_issue", json!({"id": plan, "issued_on": "2021-02-26", "confirmed": true}));
    assert!(refusal.contains("2021-02-26") && refusal.contains("今天"), "{refusal}");
    desk.call("plan_issue", json!({"id": plan, "issued_on": "2月20日", "confirmed": true}));
    let next = desk.call("plan_revise", json!({ "id": plan }));
    let refusal = desk.refused("plan_issue", json!({"id": next, "issued_on": "2月19日", "confirmed": true}));
    assert!(refusal.contains("2021-02-20"), "{refusal}");
    // A day is corrected later by the same rules; as of a day before it there is no baseline yet.
    desk.call("plan_set", json!({"id": plan, "field": "issued_on", "text": "2月22日"}));
    let row = |day_: &str| {
        desk.call_as_of(day(day_), "task_list", json!({"filter": {"text": "用地预审"}}))["rows"][0]["baseline"].clone()
    };
    assert!(row("2021-02-21").is_null() && row("2021-02-22")["version"] == 1);
    let refusal = desk.refused("plan_set", json!({"id": next, "field": "issued_on", "text": "2月22日"}));
    assert!(refusal.contains("草拟"), "{refusal}");
}

#[test]
fn a_revision_begins_with_the_same_sections_and_the_old_version_stays_readable() {
    let (desk, project, plan) = desk();
    let refusal = desk.refused("plan_revise", json!({ "id": plan }));
    assert!(refusal.contains("草拟") && refusal.contains("直接修改"), "{refusal}");
    issue(&desk, &plan);
    let old = get(&desk, &plan);
    let next = desk.call("plan_revise", json!({ "id": plan }));
    let page = get(&desk, &next);
    assert_eq!((&page["version"], &page["status"], &page["document_number"]), (&json!(2), &json!("draft"), &json!("")));
    assert_eq!(section(&page, "goals"), "2021年底前开工。");
    assert_eq!(desk.call("plan_of", json!({ "project": project })), next, "it is the one to work on");
    desk.call("plan_section_set", json!({"id": next, "part": "goals", "text": "2022年底前开工。"}));
    let again = get(&desk, &plan);
    assert_eq!((&again["status"], &again["parts"]), (&json!("revised"), &old["parts"]));
    assert_eq!(again["versions"].as_array().unwrap().len(), 2);
    assert_eq!(baseline(&desk, "用地预审")["version"], 1, "until the next is issued");
    let refusal = desk.refused("plan_revise", json!({ "id": plan }));
    assert!(refusal.contains("第2版"), "{refusal}");

    // A draft that is thrown away lets the former version hold again.
    desk.call("plan_trash", json!({ "id": next }));
    assert_eq!(get(&desk, &plan)["status"], "issued");
    desk.call("undo", json!({}));
    assert_eq!(get(&desk, &plan)["status"], "revised");

    // A task the new version no longer holds has no baseline any more.
    let dropped = task_id(&desk, "供电增容");
    desk.call("task_set", json!({"id": dropped, "field": "status", "text": "取消：并入其他项目"}));
    issue(&desk, &next);
    assert_eq!(baseline(&desk, "用地预审")["version"], 2);
    assert!(baseline(&desk, "供电增容").is_null());
}

#[test]
fn what_was_issued_is_repealed_for_a_reason() {
    let (desk, project, plan) = desk();
    let refusal = desk.refused("plan_repeal", json!({"id": plan, "reason": "不做了"}));
    assert!(refusal.contains("草拟") && refusal.contains("删除"), "{refusal}");
    issue(&desk, &plan);
    let refusal = desk.refused("plan_repeal", json!({"id": plan, "reason": " "}));
    assert!(refusal.contains("作废理由"), "{refusal}");
    let refusal = desk.refused("plan_repeal", json!({"id": plan, "reason": "企业撤资", "on": "2021-02-01"}));
    assert!(refusal.contains("2021-02-01"), "{refusal}");
    desk.call("plan_repeal", json!({"id": plan, "reason": "企业撤资"}));
    let page = get(&desk, &plan);
    assert_eq!((&page["status"], &page["repeal_reason"]), (&json!("repealed"), &json!("企业撤资")));
    assert!(baseline(&desk, "用地预审").is_null(), "nothing is agreed any more");
    assert!(desk.call("plan_export_all", json!({"folder": desk.path("全部")})).as_array().unwrap().is_empty());
    let next = desk.call("plan_revise", json!({ "id": plan }));
    assert_eq!(get(&desk, &plan)["status"], "repealed", "it stays repealed");
    assert_eq!(desk.call("plan_of", json!({ "project": project })), next);
}

#[test]
fn units_are_asked_and_what_they_say_is_decided_on() {
    let (desk, _, plan) = desk();
    let proposal = desk.call("plan_consult_proposal", json!({ "id": plan }));
    let named: Vec<(&str, u64, u64)> = proposal["units"]
        .as_array()
        .unwrap()
        .iter()
        .map(|unit| {
            (unit["name"].as_str().unwrap(), unit["leads"].as_u64().unwrap(), unit["assists"].as_u64().unwrap())
        })
        .collect();
    assert_eq!(named, [("市工业和信息化局", 1, 0), ("市自然资源和规划局", 1, 0), ("西海岸新区管委", 0, 2)]);
    assert_eq!(proposal["due"], "2021-03-04", "five working days");

    let units: Vec<Value> = proposal["units"].as_array().unwrap().iter().map(|unit| unit["id"].clone()).collect();
    let refusal = desk.refused("plan_consult", json!({"id": plan, "departments": units, "due": "2月20日"}));
    assert!(refusal.contains("2021-02-20"), "{refusal}");
    let refusal = desk.refused("plan_consult", json!({"id": plan, "departments": units, "due": ""}));
    assert!(refusal.contains("反馈时限"), "{refusal}");
    desk.call("plan_consult", json!({"id": plan, "departments": units, "due": "3月4日"}));
    let page = get(&desk, &plan);
    assert_eq!((&page["status"], page["opinions"].as_array().unwrap().len()), (&json!("consultation"), 3));
    let opinion = |at: usize| page["opinions"][at]["id"].clone();
    let late = desk.call_as_of(day("2021-03-05"), "plan_get", json!({ "id": plan }));
    assert!(late["opinions"].as_array().unwrap().iter().all(|one| one["late"] == true));

    desk.call("plan_opinion_none", json!({"ids": [opinion(0)]}));
    desk.call("plan_opinion_set", json!({"id": opinion(1), "field": "text", "text": "建议时限放宽到4月底。"}));
    let page = get(&desk, &plan);
    assert_eq!((&page["opinions"][0]["text"], &page["opinions"][0]["answered_on"]), (&json!(""), &json!("2021-02-25")));
    assert_eq!(page["opinions"][1]["answered_on"], "2021-02-25", "words are an answer of today");
    let found: Vec<(&str, bool)> = page["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["place"] == "征求意见")
        .map(|one| (one["kind"].as_str().unwrap(), one["serious"].as_bool().unwrap()))
        .collect();
    assert_eq!(found, [("opinion_open", true), ("not_answered", false)]);

    let refusal = desk.refused("plan_opinion_decide", json!({"id": opinion(1), "verdict": "declined"}));
    assert!(refusal.contains("市自然资源和规划局") && refusal.contains("理由"), "{refusal}");
    let refusal = desk.refused("plan_opinion_decide", json!({"id": opinion(0), "verdict": "taken"}));
    assert!(refusal.contains("还没有意见"), "{refusal}");
    desk.call(
        "plan_opinion_decide",
        json!({"id": opinion(1), "verdict": "declined", "reason": "项目3月底前须完成用地预审"}),
    );
    let page = get(&desk, &plan);
    assert_eq!(page["opinions"][1]["reason"], "项目3月底前须完成用地预审");
    assert!(!page["findings"].as_array().unwrap().iter().any(|one| one["kind"] == "opinion_open"));

    // Asking again gives the silent one a new day, and asks the one that answered anew.
    desk.call("plan_consult", json!({"id": plan, "departments": [units[1], units[2]], "due": "3月10日"}));
    let page = get(&desk, &plan);
    let dues: Vec<&str> = page["opinions"].as_array().unwrap().iter().map(|one| one["due"].as_str().unwrap()).collect();
    assert_eq!(dues, ["2021-03-04", "2021-03-04", "2021-03-10", "2021-03-10"]);

    desk.call("plan_step", json!({"id": plan, "to": "signing"}));
    desk.call("plan_step", json!({"id": plan, "to": "draft"}));
    let history = desk.call("history", json!({ "id": plan }));
    let steps: Vec<&str> = history.as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
    assert!(steps[0].starts_with("修改草拟") && steps[1].starts_with("修改审签"), "{steps:?}");
    issue(&desk, &plan);
    let refusal = desk.refused("plan_opinion_set", json!({"id": opinion(1), "field": "text", "text": "晚了"}));
    assert!(refusal.contains("已印发"), "{refusal}");
}

#[test]
fn two_versions_stand_side_by_side() {
    let (desk, project, plan) = desk();
    issue(&desk, &plan);
    let next = desk.call("plan_revise", json!({ "id": plan }));
    desk.call("plan_section_set", json!({"id": next, "part": "goals", "text": "2022年底前开工。"}));
    let id = task_id(&desk, "用地预审");
    desk.call("task_set", json!({"id": id, "field": "due", "text": "4月15日"}));
    let dropped = task_id(&desk, "供电增容");
    desk.call("task_set", json!({"id": dropped, "field": "status", "text": "取消：并入其他项目"}));
    task(&desk, &project, "环评批复", "环保局", "2021-05-31");

    let check = |comparison: &Value| {
        let sections = comparison["sections"].as_array().unwrap();
        let goals = sections.iter().find(|one| one["part"] == "goals").unwrap();
        let pieces: Vec<(&str, &str)> = goals["pieces"]
            .as_array()
            .unwrap()
            .iter()
            .map(|piece| (piece["kind"].as_str().unwrap(), piece["text"].as_str().unwrap()))
            .collect();
        assert_eq!(pieces, [("removed", "2021"), ("added", "2022"), ("same", "年底前开工。")]);
        let leadership = sections.iter().find(|one| one["part"] == "leadership").unwrap();
        assert_eq!(leadership["changed"], false);
        let tasks: Vec<(&str, &str)> = comparison["tasks"]
            .as_array()
            .unwrap()
            .iter()
            .map(|task| (task["title"].as_str().unwrap(), task["change"].as_str().unwrap()))
            .collect();
        assert_eq!(tasks, [("用地预审", "changed"), ("环评批复", "added"), ("供电增容", "dropped")]);
        let due = json!([{"field": "完成时限", "old": "2021年3月31日", "new": "2021年4月15日"}]);
        assert_eq!(comparison["tasks"][0]["fields"], due);
        let said: Vec<&str> =
            comparison["history"].as_array().unwrap().iter().map(|one| one["action"].as_str().unwrap()).collect();
        assert!(said.iter().any(|action| action.contains("完成时限")), "{said:?}");
        assert!(!said.iter().any(|action| action.contains("印发")), "only what lies in between: {said:?}");
    };
    let live = desk.call("plan_compare", json!({"old": plan, "new": next}));
    check(&live);
    issue(&desk, &next);
    desk.call("task_set", json!({"id": id, "field": "title", "text": "改名"}));
    check(&desk.call("plan_compare", json!({"old": plan, "new": next})));
}
