//! 任务 as staff work on them: fields, deadlines, states, many at once.

mod common;

use changwu_core::Code;
use common::tasks::*;
use common::{Desk, day};
use serde_json::{Value, json};

#[test]
fn units_are_known_by_nickname_and_the_lead_never_assists() {
    let (desk, id) = with_task("用地预审");
    assert_eq!(row(&desk, &id)["lead"]["name"], "市自然资源和规划局");
    let answer = set(&desk, &id, "assisting", "发改委、自规局，住建局");
    assert_eq!(answer["notices"][0], "市自然资源和规划局已是牵头单位，没有再列入配合单位");
    let assisting = |desk: &Desk| {
        let row = row(desk, &id);
        row["assisting"]
            .as_array()
            .unwrap()
            .iter()
            .map(|unit| unit["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(assisting(&desk), ["市发展改革委", "市住房和城乡建设局"]);
    // A unit that becomes the lead no longer assists.
    set(&desk, &id, "lead", "住建局");
    assert_eq!(assisting(&desk), ["市发展改革委"]);
    undo(&desk);
    assert_eq!(assisting(&desk), ["市发展改革委", "市住房和城乡建设局"]);
    // Taken away and put back: the order is that of the typing.
    set(&desk, &id, "assisting", "");
    set(&desk, &id, "assisting", "住建局、发改委");
    assert_eq!(assisting(&desk), ["市住房和城乡建设局", "市发展改革委"]);
    let refusal = refused(&desk, &id, "lead", "自然资源规划");
    assert!(refusal.contains("市自然资源和规划局"), "proposes the nearest: {refusal}");
}

#[test]
fn a_person_is_of_the_lead_unit_or_is_added_to_it() {
    let (desk, id) = with_task("用地预审");
    let answer = set(&desk, &id, "persons", "示例甲、示例乙");
    assert_eq!(answer["notices"][0], "市自然资源和规划局原来没有“示例甲”，已新增为该单位人员");
    let other = create(&desk, json!({"title": "控规调整", "lead": "资规局", "persons": "示例甲"}));
    assert_eq!(row(&desk, &other)["persons"][0], row(&desk, &id)["persons"][0], "the same person, not a second one");
    let units = desk.call("department_list", json!({"text": "市自然资源和规划局"}));
    assert_eq!(units["rows"][0]["people"], 2);
    // One undo takes back the task and all that came with it.
    assert_eq!(undo(&desk), "新增任务：控规调整");
    assert_eq!(undo(&desk), "修改责任人：用地预审");
    assert_eq!(desk.call("department_list", json!({"text": "市自然资源和规划局"}))["rows"][0]["people"], 0);
}

#[test]
fn scenario_20_a_deadline_in_working_days() {
    let desk = Desk::with_new_workbook();
    let id = create(&desk, json!({"title": "协调用地", "assigned_on": "2021-02-08", "due": "15个工作日"}));
    let record = desk.call("task_get", json!({"id": id}));
    assert_eq!(record["row"]["due"]["text"], "2021-03-05");
    assert_eq!(record["due_rule"], "15个工作日自交办");
    set(&desk, &id, "assigned_on", "2021-02-05");
    set(&desk, &id, "due", "3个工作日内");
    assert_eq!(row(&desk, &id)["due"]["text"], "2021-02-09");
    // The day of assignment moves, the deadline follows.
    set(&desk, &id, "assigned_on", "2021-02-08");
    assert_eq!(row(&desk, &id)["due"]["text"], "2021-02-18");
    set(&desk, &id, "due", "3月底前");
    let record = desk.call("task_get", json!({"id": id}));
    assert_eq!((&record["row"]["due"]["text"], &record["due_rule"]), (&json!("3月底前"), &json!("")));
    set(&desk, &id, "start_on", "2021-03-01");
    let refusal = refused(&desk, &id, "due", "2021-02-20");
    assert_eq!(refusal, "完成时限 2021-02-20 早于开始日期 2021-03-01；请改其中一个");
    set(&desk, &id, "due", "2027-02-25");
    let notice = desk.call("task_get", json!({"id": id}))["due_notice"].clone();
    assert_eq!(notice, "2027年放假安排未公布，按法定节日和周末推算");
}

#[test]
fn a_later_deadline_counts_as_extended_and_a_correction_does_not() {
    let desk = Desk::with_new_workbook();
    let id = create(&desk, json!({"title": "环评批复", "assigned_on": "2021-01-10", "due": "2021-02-20"}));
    let extended = |desk: &Desk| row(desk, &id)["extended_times"].clone();
    desk.call("task_set", json!({"id": id, "field": "due", "text": "2021-03-01", "reason": "等待评估"}));
    assert_eq!(extended(&desk), 1);
    set(&desk, &id, "due", "2021-03-10");
    assert_eq!(extended(&desk), 1, "the same day: a correction");
    desk.clock.advance(86_400_000);
    set(&desk, &id, "due", "3月20日：评估机构排期");
    assert_eq!(extended(&desk), 2);
    set(&desk, &id, "due", "3月底前");
    desk.clock.advance(86_400_000);
    set(&desk, &id, "due", "2021-03-31");
    assert_eq!(extended(&desk), 2, "3月底前 ends on the 31st");
    set(&desk, &id, "due", "2021-03-05");
    assert_eq!(extended(&desk), 2, "earlier is no extension");
    let dues = desk.call("task_get", json!({"id": id}))["dues"].clone();
    assert_eq!((&dues[1]["reason"], &dues[1]["extended"]), (&json!("评估机构排期"), &json!(true)));
    assert_eq!(dues[2]["reason"], "等待评估");
    assert_eq!((&dues[2]["old"], &dues[2]["new"]), (&json!("2021年2月20日"), &json!("2021年3月10日")));
    // As of January it was due in February.
    let january = desk.call_as_of(day("2021-01-31"), "task_list", json!({}));
    assert_eq!(january["rows"][0]["due"]["text"], "2021-02-20");
    assert_eq!(january["rows"][0]["extended_times"], 0);
}

#[test]
fn putting_off_a_deadline_of_an_earlier_day_must_say_why() {
    let desk = Desk::with_new_workbook();
    let id = create(&desk, json!({"title": "环评批复", "due": "2021-03-01"}));
    set(&desk, &id, "due", "2021-03-10");
    desk.clock.advance(86_400_000);
    let due = |desk: &Desk| row(desk, &id)["due"]["text"].clone();
    let later = json!({"id": id, "field": "due", "text": "2021-03-20"});
    assert_eq!(desk.refused_with("task_set", later.clone()).0, Code::ReasonNeeded);
    assert_eq!(
        desk.refused("task_set", later),
        "完成时限由2021年3月10日延到2021年3月20日，延期要写明理由；可以写成“2021年3月20日：理由”"
    );
    assert!(refused(&desk, &id, "due", "长期").contains("延期要写明理由"));
    assert!(refused(&desk, &id, "due", "").contains("取消完成时限"), "none at all is later than any");
    assert_eq!(refused(&desk, &id, "due", "2021-03-20： "), refused(&desk, &id, "due", "2021-03-20"));
    set(&desk, &id, "due", "2021-03-05");
    // Still the same day: later than what stood yesterday is 延期, however it is reached.
    assert!(refused(&desk, &id, "due", "2021-03-11").contains("延期"));
    set(&desk, &id, "due", "2021-03-10");
    assert_eq!((due(&desk), row(&desk, &id)["extended_times"].clone()), (json!("2021-03-10"), json!(0)));
    // In a block and for many the same is asked, and one reason answers for all.
    let cells = json!([{"id": id, "field": "due", "text": "2021-04-01"}, {"id": id, "field": "note", "text": "改"}]);
    assert_eq!(desk.refused_with("task_set_cells", json!({"cells": cells})).0, Code::ReasonNeeded);
    assert_eq!(due(&desk), "2021-03-10");
    desk.call("task_set_cells", json!({"cells": cells, "reason": "等土地指标"}));
    let dues = desk.call("task_get", json!({"id": id}))["dues"].clone();
    assert_eq!(dues[0]["reason"], "等土地指标");
    desk.clock.advance(86_400_000);
    let many = json!({"ids": [id], "field": "due", "text": "2021-05-01"});
    assert_eq!(desk.refused_with("task_set_many", many).0, Code::ReasonNeeded);
    // A deadline by rule that moves with 交办 says so by itself.
    let ruled = create(&desk, json!({"title": "协调用地", "assigned_on": "2021-02-08", "due": "15个工作日"}));
    set(&desk, &ruled, "assigned_on", "2021-02-22");
    let reason = desk.call("task_get", json!({"id": ruled}))["dues"][0]["reason"].clone();
    assert_eq!(reason, "交办日期改为 2021-02-22，按15个工作日自交办重新计算");
    let refusal = desk.refused("task_set", json!({"id": id, "field": "due", "text": "2021-03-01", "on": "2021-03-09"}));
    assert!(refusal.contains("还没到"), "{refusal}");
}

#[test]
fn a_status_goes_step_by_step_with_reasons_and_evidence() {
    let (desk, id) = with_task("用地预审");
    assert_eq!(
        refused(&desk, &id, "status", "已销号"),
        "任务现在是“未启动”，不能直接改为“已销号”；可以改为：进行中、暂缓、取消"
    );
    let pause = json!({"id": id, "field": "status", "text": "暂缓"});
    assert_eq!(desk.refused_with("task_set", pause).0, Code::ReasonNeeded);
    set(&desk, &id, "status", "暂缓：等土地指标");
    assert_eq!(desk.call("task_get", json!({"id": id}))["statuses"][0]["reason"], "等土地指标");
    set(&desk, &id, "status", "进行中");
    let next = |desk: &Desk| desk.call("task_get", json!({"id": id}))["next"].clone();
    assert_eq!((&next(&desk)[0]["word"], &next(&desk)[0]["needs_evidence"]), (&json!("申请销号"), &json!(true)));
    let submit = json!({"id": id, "field": "status", "text": "待销号"});
    assert_eq!(desk.refused_with("task_set", submit.clone()).0, Code::EvidenceNeeded);
    assert!(desk.refused("task_set", submit).contains("佐证"));
    set(&desk, &id, "status", "待销号：预审意见已下发");
    let record = desk.call("task_get", json!({"id": id}));
    assert_eq!(
        (&record["statuses"][0]["evidence"], &record["statuses"][0]["reason"]),
        (&json!("预审意见已下发"), &json!(""))
    );
    assert_eq!(refused(&desk, &id, "status", "进行中"), "退回要写明理由；可以写成“进行中：理由”");
    desk.call("task_set", json!({"id": id, "field": "status", "text": "进行中", "reason": "佐证不全"}));
    assert_eq!(desk.call("task_get", json!({"id": id}))["returned_times"], 1);
    desk.call("task_set", json!({"id": id, "field": "status", "text": "待销号", "evidence": "预审意见〔2021〕3号"}));
    set(&desk, &id, "status", "已销号");
    let record = desk.call("task_get", json!({"id": id}));
    assert_eq!((&record["closed_on"], &record["row"]["light"]["kind"]), (&json!("2021-02-25"), &json!("done")));
    assert_eq!(record["statuses"].as_array().unwrap().len(), 6);
    assert_eq!(undo(&desk), "修改状态：用地预审");
    let record = desk.call("task_get", json!({"id": id}));
    assert_eq!((&record["closed_on"], &record["row"]["status"]), (&Value::Null, &json!("submitted")));
    let refusal = desk.refused("task_set", json!({"id": id, "field": "status", "text": "已销号", "on": "2021-02-26"}));
    assert!(refusal.contains("还没到"), "{refusal}");
    let refusal = desk.refused("task_set", json!({"id": id, "field": "status", "text": "已销号", "on": "2021-02-01"}));
    assert!(refusal.contains("2021-02-25"), "{refusal}");
    // Closed too early: taken up again, with a reason, and it is no 退回.
    set(&desk, &id, "status", "已销号");
    assert!(refused(&desk, &id, "status", "进行中").starts_with("重新启动要写明理由"));
    set(&desk, &id, "status", "进行中：现场复核未完成");
    let record = desk.call("task_get", json!({"id": id}));
    assert_eq!((&record["returned_times"], &record["statuses"][0]["word"]), (&json!(1), &json!("重新启动")));
}

#[test]
fn a_file_on_the_task_is_evidence_enough() {
    let (desk, id) = with_task("用地预审");
    set(&desk, &id, "status", "进行中");
    std::fs::write(desk.path("预审意见.pdf"), b"%PDF-1.4 ...").unwrap();
    desk.call("attachment_add", json!({"owner": id, "paths": [desk.path("预审意见.pdf")]}));
    assert_eq!(desk.call("task_get", json!({"id": id}))["next"][0]["needs_evidence"], false);
    set(&desk, &id, "status", "待销号");
    assert_eq!(row(&desk, &id)["status"], "submitted");
}

#[test]
fn percent_is_that_of_the_latest_note_up_to_the_day() {
    let (desk, id) = with_task("用地预审");
    desk.call(
        "task_note_add",
        json!({"id": id, "as_of": "2021-02-01", "percent": 20, "done_text": "已报送材料", "need_coordination": true}),
    );
    set(&desk, &id, "percent", "45%");
    let now = row(&desk, &id);
    assert_eq!(
        (&now["percent"], &now["done_text"], &now["status"]),
        (&json!(45), &json!("已报送材料"), &json!("in_progress"))
    );
    assert_eq!(now["need_coordination"], true, "what a note does not say stays as it was");
    let before = desk.call_as_of(day("2021-02-10"), "task_get", json!({"id": id}))["row"].clone();
    assert_eq!(before["percent"], 20);
    assert_eq!(desk.call_as_of(day("2021-01-31"), "task_get", json!({"id": id}))["row"]["percent"], Value::Null);
    set(&desk, &id, "percent", "45");
    assert_eq!(desk.call("task_get", json!({"id": id}))["notes"].as_array().unwrap().len(), 2, "nothing new, no note");
    assert_eq!(refused(&desk, &id, "percent", "120"), "进度要填 0 到 100 的整数，“120”不是");
    assert!(desk.refused("task_note_add", json!({"id": id})).contains("空的"));
    assert!(desk.refused("task_note_add", json!({"id": id, "percent": 50, "as_of": "2021-02-26"})).contains("还没到"));
    undo(&desk);
    assert_eq!(row(&desk, &id)["percent"], 20);
}

#[test]
fn many_at_once_are_one_action_and_refused_whole() {
    let desk = Desk::with_new_workbook();
    let ids: Vec<Value> =
        ["用地预审", "控规调整", "不动产登记"].iter().map(|title| create(&desk, json!({"title": title}))).collect();
    desk.call("task_set_many", json!({"ids": ids, "field": "due", "text": "3月底前", "reason": "统一调整"}));
    assert!(ids.iter().all(|id| row(&desk, id)["due"]["text"] == "3月底前"));
    assert_eq!(undo(&desk), "修改完成时限：用地预审等3项");
    assert!(ids.iter().all(|id| row(&desk, id)["due"].is_null()));
    set(&desk, &ids[1], "status", "取消：已并入其他项目");
    let refusal = desk.refused("task_set_many", json!({"ids": ids, "field": "status", "text": "暂缓：统一安排"}));
    assert!(refusal.starts_with("控规调整：任务现在是“取消”"), "{refusal}");
    assert_eq!(row(&desk, &ids[0])["status"], "not_started", "nothing was written");
}

#[test]
fn a_pasted_block_is_one_action_and_a_bad_cell_refuses_it_by_row_and_column() {
    let desk = Desk::with_new_workbook();
    let a = create(&desk, json!({"title": "用地预审"}));
    let b = create(&desk, json!({"title": "控规调整"}));
    // The person stands before the unit in the block, but belongs to it.
    let cells = |due: &str| {
        json!({"cells": [
            {"id": a, "field": "persons", "text": "示例甲"}, {"id": a, "field": "lead", "text": "自规局"}, {"id": a, "field": "due", "text": "2021-03-01"},
            {"id": b, "field": "persons", "text": "示例乙"}, {"id": b, "field": "lead", "text": "发改委"}, {"id": b, "field": "due", "text": due},
        ]})
    };
    let refusal = desk.refused("task_set_cells", cells("2021-02-30"));
    assert!(refusal.starts_with("第2行（控规调整）完成时限："), "{refusal}");
    assert_eq!(row(&desk, &a)["lead"], Value::Null);
    desk.call("task_set_cells", cells("长期"));
    assert_eq!(row(&desk, &a)["persons"][0]["name"], "示例甲");
    assert_eq!(desk.call("department_list", json!({"text": "市发展改革委"}))["rows"][0]["people"], 1);
    assert_eq!(undo(&desk), "修改任务：用地预审等2项");
    assert_eq!(row(&desk, &b)["due"], Value::Null);
}

#[test]
fn deleting_and_taking_it_back() {
    let (desk, id) = with_task("用地预审");
    let other = create(&desk, json!({"title": "控规调整"}));
    desk.call("task_trash", json!({"ids": [id, other]}));
    assert_eq!(desk.call("task_list", json!({}))["total"], 0);
    assert_eq!(
        desk.refused("task_get", json!({"id": id})),
        desk.refused("task_set", json!({"id": id, "field": "note", "text": "x"}))
    );
    let bin = desk.call("recycle_list", json!({}));
    assert!(bin[0]["what"].as_str().unwrap().contains("用地预审等2项"), "{bin}");
    assert_eq!(undo(&desk), "删除任务：用地预审等2项");
    assert_eq!(desk.call("task_list", json!({}))["total"], 2);
}

#[test]
fn the_order_within_a_project_is_the_users() {
    let desk = Desk::with_new_workbook();
    let project = project(&desk, "示例智工厂");
    let ids: Vec<Value> =
        ["一", "二", "三"].iter().map(|title| create(&desk, json!({"title": title, "project": project}))).collect();
    let order = |desk: &Desk| {
        let page = desk.call("task_list", json!({"filter": {"project": project}, "sort": "position"}));
        titles(&page).concat()
    };
    assert_eq!(order(&desk), "一二三");
    desk.call("task_move", json!({"id": ids[2], "after": ids[0]}));
    assert_eq!(order(&desk), "一三二");
    desk.call("task_move", json!({"id": ids[1]}));
    assert_eq!(order(&desk), "二一三");
    assert_eq!(undo(&desk), "移动任务：二");
    assert_eq!(order(&desk), "一三二");
}
