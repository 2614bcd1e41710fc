//! 创意会, as staff work with them: the year's plan, preparation, the day itself, and what follows.

mod common;

use common::Desk;
use serde_json::{Value, json};

fn sessions(desk: &Desk) -> Vec<Value> {
    desk.call("session_list", json!({}))["rows"].as_array().unwrap().clone()
}

fn planned(desk: &Desk) -> Value {
    sessions(desk).pop().unwrap()["id"].clone()
}

fn orphans(desk: &Desk) -> Value {
    desk.call("workbook_check", json!({}))["orphans"].clone()
}

/// A session of one project at 待发布.
fn desk_with_a_session() -> (Desk, Value, Value, Value) {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let session = desk.call("session_create", json!({"theme": "示例专场", "held_on": "2021-02-24"}));
    let made = desk.call("presentation_add", json!({"session": session, "projects": [project]}));
    let presentation = made[0].clone();
    (desk, project, session, presentation)
}

fn agenda(desk: &Desk, session: &Value) -> Value {
    desk.call("session_agenda", json!({ "id": session }))
}

#[test]
fn scenario_03_six_sessions_in_the_articles_order_with_its_themes() {
    let desk = Desk::with_sample();
    let all = sessions(&desk);
    let held: Vec<&Value> = all.iter().filter(|one| one["status"] == "held").collect();
    let themes: Vec<&str> = held.iter().map(|one| one["theme"].as_str().unwrap()).collect();
    assert_eq!(
        themes,
        [
            "聚民企智慧、促青岛发展",
            "发现未来的青岛华为",
            "培育未来的独角兽",
            "创意赋能、项目落地",
            "支持民营企业创意创新，驱动现代医养健康产业发展",
            "工业互联网赋能升级特色产业集群",
        ]
    );
    for (at, one) in held.iter().enumerate() {
        assert_eq!(one["number"], json!(at + 1));
        assert_eq!(
            (&one["held_on"], &one["venue"], &one["projects"]),
            (&json!(null), &json!(""), &json!(0)),
            "not told"
        );
        assert!(one["verify"].as_str().unwrap().contains("原文未载"));
    }
    let next = all.last().unwrap();
    assert_eq!((all.len(), &next["status"], &next["season"]), (7, &json!("preparing"), &json!(1)));
    assert_eq!((&next["held_on"], &next["held_text"]), (&json!("2021-03-31~month"), &json!("2021年3月")));
    assert_eq!(desk.call("session_list", json!({"status": "held"}))["total"], 6);
}

#[test]
fn scenario_13_which_session_was_the_深圳专场_is_not_told_so_the_link_stays_empty() {
    let desk = Desk::with_sample();
    let found = desk.call("project_list", json!({"text": "檬豆科技"}))["rows"][0].clone();
    assert_eq!(desk.call("project_sessions", json!({"id": found["id"]})), json!([]));
    let verify = desk.call("project_get", json!({"id": found["id"]}))["verify"].as_str().unwrap().to_string();
    assert!(verify.contains("深圳专场") && verify.contains("待核实"), "{verify}");
    assert!(sessions(&desk).iter().all(|one| one["special"] == ""), "no session is said to be it");
    for project in desk.call("project_list", json!({"sample": false, "limit": 100}))["rows"].as_array().unwrap() {
        assert_eq!(desk.call("project_sessions", json!({"id": project["id"]})), json!([]), "nothing is made up");
    }
}

#[test]
fn removing_the_samples_leaves_the_articles_sessions_and_an_empty_agenda() {
    let desk = Desk::with_sample();
    let next = planned(&desk);
    assert_eq!(agenda(&desk, &next).as_array().unwrap().len(), 4);
    desk.call("sample_remove", json!({}));
    assert_eq!((sessions(&desk).len(), agenda(&desk, &next)), (7, json!([])));
    assert_eq!(orphans(&desk), json!([]));
    desk.call("undo", json!({}));
    assert_eq!(agenda(&desk, &next).as_array().unwrap().len(), 4);
}

#[test]
fn a_session_is_held_on_a_day_that_has_come_and_publishes_what_was_ready() {
    let desk = Desk::with_new_workbook();
    let session = desk.call("session_create", json!({"theme": "示例专场", "year": "2021年", "season": "第一季"}));
    let hold = |held_on: &str| json!({"id": session, "status": "held", "held_on": held_on});
    assert!(desk.refused("session_status_set", hold("")).contains("举办时间"));
    assert!(desk.refused("session_status_set", hold("3月")).contains("还没到"));
    assert!(desk.refused("session_status_set", hold("2021-02-30")).contains("2月"));
    let page = desk.call("session_get", json!({"id": session}));
    assert_eq!(
        (&page["row"]["held_on"], &page["row"]["status"]),
        (&json!(null), &json!("preparing")),
        "all or nothing"
    );
    let early = desk.call("project_create", json!({"name": "示例智工厂"}));
    desk.call("presentation_add", json!({"session": session, "projects": [early]}));
    let done = desk.call("session_status_set", hold("2月25日"));
    assert_eq!(done["published"], 0);
    assert!(done["notices"][0].as_str().unwrap().contains("征集登记"), "{done}");
    let refusal = desk.refused("session_set", json!({"id": session, "field": "held_on", "text": "3月5日"}));
    assert!(refusal.contains("还没到"), "{refusal}");
    let refusal = desk.refused("session_status_set", json!({"id": session, "status": "cancelled", "reason": "改期"}));
    assert!(refusal.contains("已举办") && refusal.contains("撤销"), "{refusal}");
    desk.call("undo", json!({}));
    let page = desk.call("session_get", json!({"id": session}));
    assert_eq!((&page["row"]["held_on"], &page["row"]["status"]), (&json!(null), &json!("preparing")), "one action");
    assert!(desk.refused("session_status_set", json!({"id": session, "status": "cancelled"})).contains("理由"));
    desk.call("session_status_set", json!({"id": session, "status": "cancelled", "reason": "疫情"}));
    assert_eq!(desk.call("session_get", json!({"id": session}))["row"]["number"], json!(null), "it is no 第几场");
}

#[test]
fn fields_take_what_is_typed_or_say_what_is_wrong() {
    let (desk, _, session, presentation) = desk_with_a_session();
    let set = |field: &str, text: &str| json!({"id": session, "field": field, "text": text});
    for (field, text, expected) in [
        ("onsite", "１２００", "１２００人次"),
        ("onsite", "千余人次", "千余人次"),
        ("online", "百万人次", "百万人次"),
        ("starts_at", "下午２点半", "14:30"),
    ] {
        desk.call("session_set", set(field, text));
        assert_eq!(desk.call("session_get", json!({"id": session}))["row"][field], expected);
    }
    desk.call("session_set", set("focus", "新技术、新模式"));
    desk.call("session_set", set("season", "二季度"));
    desk.call("session_set", set("year", "２０２２"));
    let row = desk.call("session_get", json!({"id": session}))["row"].clone();
    assert_eq!(
        (&row["focus"], &row["season"], &row["year"]),
        (&json!(["technology", "model"]), &json!(2), &json!(2022))
    );
    for (field, text, words) in [
        ("theme", "  ", "不能为空"),
        ("theme", &"长".repeat(10_000), "最多"),
        ("season", "五", "1 到 4"),
        ("year", "明年", "整数"),
        ("focus", "新花样", "可选"),
        ("held_on", "改天", "看不懂"),
        ("starts_at", "饭后", "9:30"),
    ] {
        let refusal = desk.refused("session_set", set(field, text));
        assert!(refusal.contains(words), "{field}: {refusal}");
    }
    let refusal = desk.refused("presentation_set", json!({"id": presentation, "field": "minutes", "text": "很久"}));
    assert!(refusal.contains("整数"), "{refusal}");
    desk.call("presentation_set", json!({"id": presentation, "field": "minutes", "text": "１５分钟"}));
    assert_eq!(desk.call("session_get", json!({"id": session}))["minutes"], 15);
}

#[test]
fn the_agenda_is_arranged_and_a_project_stands_on_it_once() {
    let desk = Desk::with_new_workbook();
    let session = desk.call("session_create", json!({"theme": "示例专场"}));
    let [a, b, c] = ["示例甲", "示例乙", "示例丙"].map(|name| desk.call("project_create", json!({ "name": name })));
    let made = desk.call("presentation_add", json!({"session": session, "projects": [a, b, c]}));
    let refusal = desk.refused("presentation_add", json!({"session": session, "projects": [a]}));
    assert!(refusal.contains("示例甲"), "{refusal}");
    desk.call("presentation_move", json!({"id": made[2], "after": made[0]}));
    let names = |desk: &Desk| -> Vec<String> {
        let rows = agenda(desk, &session);
        rows.as_array().unwrap().iter().map(|row| row["project"].as_str().unwrap().to_string()).collect()
    };
    assert_eq!(names(&desk), ["示例甲", "示例丙", "示例乙"]);
    desk.call("project_trash", json!({"id": c}));
    assert_eq!((names(&desk), orphans(&desk)), (vec!["示例甲".to_string(), "示例乙".into()], json!([])));
    desk.call("undo", json!({}));
    assert_eq!(names(&desk), ["示例甲", "示例丙", "示例乙"]);
    desk.call("presentation_trash", json!({"id": made[0]}));
    assert_eq!(names(&desk), ["示例丙", "示例乙"]);
}

#[test]
fn preparation_is_counted_back_in_working_days() {
    let desk = Desk::with_new_workbook();
    let session = desk.call("session_create", json!({"theme": "示例专场"}));
    desk.call("session_prepare", json!({"id": session}));
    let told = |desk: &Desk| desk.call("session_preparation", json!({"id": session}));
    let item = |desk: &Desk, title: &str| {
        let items = told(desk)["items"].as_array().unwrap().clone();
        items.into_iter().find(|item| item["title"] == title).unwrap()
    };
    assert!(told(&desk)["notice"].as_str().unwrap().contains("还没有举办时间"));
    assert_eq!(item(&desk, "彩排")["due"], json!(null));
    // March 2021: the 31st is a Wednesday.
    desk.call("session_set", json!({"id": session, "field": "held_on", "text": "2021年3月"}));
    let notice = told(&desk)["notice"].clone();
    assert_eq!(notice, "举办时间只到“2021年3月”，暂按其最后一个工作日 2021-03-31 倒排；定了日期会自动重算");
    assert_eq!((&item(&desk, "彩排")["due"], &item(&desk, "彩排")["late"]), (&json!("2021-03-30"), &json!(false)));
    // 30 working days before 2021-03-31 the make-up day of 2021-02-20 and the Spring Festival lie between.
    assert_eq!(item(&desk, "征集截止")["due"], "2021-02-18");
    assert_eq!((&item(&desk, "征集截止")["late"], &told(&desk)["late"]), (&json!(true), &json!(1)));
    desk.call("session_set", json!({"id": session, "field": "held_on", "text": "2021-04-06"}));
    assert_eq!(
        (&told(&desk)["notice"], &item(&desk, "彩排")["due"]),
        (&json!(""), &json!("2021-04-02")),
        "清明 lies between"
    );
    let first = item(&desk, "征集截止");
    let refusal =
        desk.refused("session_item_set", json!({"cells": [{"id": first["id"], "field": "done_on", "text": "3月1日"}]}));
    assert!(refusal.contains("2021-03-01"), "{refusal}");
    desk.call("session_item_set", json!({"cells": [{"id": first["id"], "field": "done_on", "text": "2月24日"}]}));
    assert_eq!((&told(&desk)["done"], &told(&desk)["late"]), (&json!(1), &json!(0)));
    assert!(desk.refused("session_prepare", json!({"id": session})).contains("都已在表里"));
    desk.call("session_item_trash", json!({"id": first["id"]}));
    desk.call("session_prepare", json!({"id": session}));
    assert_eq!(told(&desk)["items"].as_array().unwrap().len(), 12, "what was taken away can be put back");
}

#[test]
fn guests_are_invited_in_bulk_and_counted_by_kind() {
    let desk = Desk::with_sample();
    let session = planned(&desk);
    let candidates = desk.call("guest_candidates", json!({"session": session, "kind": "enterprise"}));
    let concerned: Vec<Value> = candidates
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["concerned"] == true)
        .map(|one| one["id"].clone())
        .collect();
    assert_eq!(concerned.len(), 4, "the enterprises of the four projects come first");
    let invited = desk.call("guest_invite", json!({"session": session, "kind": "enterprise", "ids": concerned}));
    assert_eq!(invited["count"], 4);
    let refusal = desk.refused("guest_invite", json!({"session": session, "kind": "enterprise", "ids": concerned}));
    assert!(refusal.contains("不重复邀请"), "{refusal}");
    let units = desk.call("guest_candidates", json!({"session": session, "kind": "department", "text": "资规局"}));
    assert_eq!(units[0]["name"], "市自然资源和规划局");
    desk.call(
        "guest_invite",
        json!({"session": session, "kind": "department", "lines": "自规局\t示例张\t处长\n市科技局 示例李\n"}),
    );
    desk.call("guest_invite", json!({"session": session, "kind": "media", "lines": "青岛日报 示例王 记者\n😀"}));
    let page = desk.call("guest_list", json!({"session": session, "kind": "department"}));
    let row = &page["rows"][0];
    assert_eq!(
        (&row["organisation"], &row["name"], &row["post"]),
        (&json!("自规局"), &json!("示例张"), &json!("处长"))
    );
    assert_eq!(row["record"][0], "department", "known by its nickname");
    let all: Vec<Value> = page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| json!({"id": row["id"], "field": "attendance", "text": "已到会"}))
        .collect();
    desk.call("guest_set", json!({"cells": all}));
    let counts = desk.call("guest_counts", json!({"id": session}));
    assert_eq!(
        counts,
        json!([
            {"kind": "department", "invited": 2, "coming": 2, "present": 2},
            {"kind": "enterprise", "invited": 4, "coming": 0, "present": 0},
            {"kind": "media", "invited": 2, "coming": 0, "present": 0},
        ])
    );
    let wrong = json!({"cells": [{"id": row["id"], "field": "attendance", "text": "也许"}]});
    assert!(desk.refused("guest_set", wrong).contains("已到会"));
    desk.call("sample_remove", json!({}));
    assert_eq!(orphans(&desk), json!([]));
    assert_eq!(desk.call("guest_list", json!({"session": session, "kind": "enterprise"}))["total"], 0);
}

#[test]
fn the_sign_in_sheet_and_the_cards_hold_everybody_who_did_not_decline() {
    use calamine::{Reader, open_workbook_auto};
    let (desk, _, session, _) = desk_with_a_session();
    let path = desk.path("签到表.xlsx");
    let export = json!({"session": session, "path": path});
    assert!(desk.refused("guest_export", export.clone()).contains("邀请"));
    let lines = "市科技局 示例张 处长\n市工业和信息化局 张三 =1+1\n市财政局";
    desk.call("guest_invite", json!({"session": session, "kind": "department", "lines": lines}));
    desk.call("guest_invite", json!({"session": session, "kind": "media", "lines": "青岛日报 示例王 记者"}));
    let rows = desk.call("guest_list", json!({"session": session}))["rows"].clone();
    let media = rows.as_array().unwrap().iter().find(|row| row["kind"] == "media").unwrap();
    let declined = json!({"cells": [{"id": media["id"], "field": "attendance", "text": "不能参会"}]});
    desk.call("guest_set", declined);
    desk.call("session_set", json!({"id": session, "field": "starts_at", "text": "9点"}));
    desk.call("guest_export", export);
    let mut book = open_workbook_auto(&path).unwrap();
    let sheet = |book: &mut calamine::Sheets<_>, name: &str| -> Vec<Vec<String>> {
        let range = book.worksheet_range(name).unwrap();
        range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
    };
    let told = sheet(&mut book, "签到表");
    assert_eq!(told[0][0], "示例专场签到表");
    assert_eq!(told[1][0], "时间：2021年2月24日 09:00    地点：＿＿＿＿＿＿");
    assert_eq!(told[3][..5], ["1", "政府部门", "市科技局", "示例张", "处长"]);
    assert_eq!((told[4][4].as_str(), told.len()), ("=1+1", 6), "text stays text");
    let cards = sheet(&mut book, "席卡").concat();
    assert_eq!(cards, ["示例张", "张\u{3000}三", "市财政局"]);
}

#[test]
fn what_is_said_becomes_demands_replies_and_tasks_once() {
    let (desk, project, session, presentation) = desk_with_a_session();
    let typed = "二期用地60亩\n融资扩能3000万元";
    desk.call("session_demand_add", json!({"presentation": presentation, "text": typed}));
    let read = desk
        .call("session_reply_read", json!({"presentation": presentation, "text": "资规局：3月底前纳入土地供应计划"}));
    assert_eq!(
        (&read["unit"]["name"], &read["text"], &read["due"], &read["demand_name"]),
        (&json!("市自然资源和规划局"), &json!("纳入土地供应计划"), &json!("2021年3月底前"), &json!("二期用地"))
    );
    assert_eq!(agenda(&desk, &session)[0]["replies"], json!([]), "looking changes nothing");
    let lines = "资规局：3月底前纳入土地供应计划\n财通集团 15个工作日内对接融资方案\n市金控集团：提供授信";
    let made = desk.call("session_reply_add", json!({"presentation": presentation, "text": lines}));
    let row = agenda(&desk, &session)[0].clone();
    let demands = row["demands"].as_array().unwrap();
    assert_eq!((&demands[0]["category"], &demands[0]["quantity"]), (&json!("land"), &json!("60亩")));
    assert_eq!((&demands[1]["category"], &demands[1]["quantity"]), (&json!("loan"), &json!("3000万元")));
    let replies = row["replies"].as_array().unwrap();
    assert_eq!((&replies[0]["demand"], &replies[1]["demand"]), (&demands[0]["id"], &demands[1]["id"]));
    assert_eq!((&replies[1]["due"], &replies[1]["due_rule"]), (&json!("2021-03-17"), &json!("15个工作日自交办")));
    assert_eq!(
        (&replies[2]["unit"], &replies[2]["text"]),
        (&json!(null), &json!("市金控集团：提供授信")),
        "nothing said is lost"
    );
    assert_eq!(replies[2]["typed"], "市金控集团：提供授信");

    let wanted = |ids: &[&Value]| json!({"session": session, "replies": ids.iter().map(|id| json!({"id": id, "raise": true})).collect::<Vec<_>>()});
    let refusal = desk.refused("session_convert", wanted(&[&made[0], &made[1], &made[2]]));
    assert!(refusal.contains("市金控集团") && refusal.contains("单位"), "{refusal}");
    assert_eq!(desk.call("task_list", json!({}))["total"], 0, "refused whole");
    desk.call("session_reply_set", json!({"id": made[2], "field": "department", "text": "青岛财通集团"}));
    desk.call("session_reply_set", json!({"id": made[2], "field": "demand", "text": ""}));
    desk.call("session_reply_set", json!({"id": made[2], "field": "due", "text": "下周五"}));
    let done = desk.call("session_convert", wanted(&[&made[0], &made[1], &made[2]]));
    assert_eq!((done["tasks"].as_array().unwrap().len(), done["demands"].as_array().unwrap().len()), (3, 1));
    let task = desk.call("task_get", json!({"id": done["tasks"][1]}))["row"].clone();
    assert_eq!((&task["title"], &task["lead"]["name"]), (&json!("对接融资方案"), &json!("青岛财通集团")), "{task}");
    assert_eq!(task["due"]["day"], "2021-03-17");
    let listed = desk.call("demand_list", json!({"project": project}));
    for demand in listed["rows"].as_array().unwrap() {
        assert_eq!(
            (&demand["source"], &demand["source_date"], &demand["status"]),
            (&json!("session"), &json!("2021-02-24"), &json!("assigned"))
        );
        assert_eq!(demand["tasks"], 1);
    }
    assert!(desk.refused("session_convert", wanted(&[&made[0]])).contains("已转为任务"));
    assert_eq!(agenda(&desk, &session)[0]["replies"][0]["task"]["id"], done["tasks"][0]);
    let at = desk.call("project_sessions", json!({"id": project}));
    assert_eq!((&at[0]["session"]["id"], at[0]["presentation"]["replies"].as_array().unwrap().len()), (&session, 3));

    desk.call("undo", json!({}));
    assert_eq!(desk.call("task_list", json!({}))["total"], 0, "one action, one undo");
    assert_eq!(desk.call("demand_list", json!({"project": project}))["total"], 2);
    desk.call("redo", json!({}));
    desk.call("task_trash", json!({"ids": [done["tasks"][0]]}));
    assert_eq!(orphans(&desk), json!([]));
    let again = desk.call("session_convert", wanted(&[&made[0]]));
    assert_eq!(again["tasks"].as_array().unwrap().len(), 1, "its task was deleted, so it may become one again");
}

#[test]
fn a_unit_chosen_for_an_unknown_name_is_remembered() {
    let (desk, _, _, presentation) = desk_with_a_session();
    let line = json!({"presentation": presentation, "text": "市金控集团：提供授信"});
    let read = desk.call("session_reply_read", line.clone());
    assert_eq!((&read["unit"], &read["unknown"]), (&json!(null), &json!("市金控集团")));
    let unit = desk.call("department_list", json!({"text": "青岛财通集团"}))["rows"][0]["id"].clone();
    desk.call("session_reply_add", json!({"presentation": presentation, "text": "市金控集团：提供授信", "unit": unit}));
    assert_eq!(desk.call("session_reply_read", line)["unit"]["name"], "青岛财通集团");
    for (text, words) in [("自规局：3月底前", "没有答复内容"), ("", "不能为空"), ("  \n ", "不能为空")]
    {
        let refusal = desk.refused("session_reply_add", json!({"presentation": presentation, "text": text}));
        assert!(refusal.contains(words), "{refusal}");
    }
}

#[test]
fn the_years_plan_says_what_is_covered_and_what_is_missing() {
    let desk = Desk::with_sample();
    let plan = desk.call("session_year", json!({"year": 2021}));
    assert_eq!(plan["quarters"][0]["sessions"].as_array().unwrap().len(), 1);
    assert_eq!((&plan["undated"], &plan["years"]), (&json!(6), &json!([2021])));
    let missing: Vec<&str> = plan["missing"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert!(missing.contains(&"第二季还没有安排") && missing.contains(&"第四季还没有安排"), "{missing:?}");
    assert!(!missing.iter().any(|one| one.contains("第一季")), "{missing:?}");
    let session = planned(&desk);
    let none: Vec<Value> =
        plan["four_new"].as_array().unwrap().iter().filter(|one| one["sessions"] == 0).cloned().collect();
    desk.call("session_set", json!({"id": session, "field": "focus", "text": "新技术、新产业、新业态、新模式"}));
    let after = desk.call("session_year", json!({"year": 2021}));
    assert!(after["four_new"].as_array().unwrap().iter().all(|one| one["sessions"] == 1), "{none:?}");
    assert_eq!(desk.call("session_year", json!({"year": 2020}))["missing"][0], "第一季没有举办");
}

#[test]
fn sessions_and_what_was_said_are_found() {
    let (desk, _, session, presentation) = desk_with_a_session();
    desk.call("session_reply_add", json!({"presentation": presentation, "text": "自规局：完成海域使用论证"}));
    let found = desk.call("search", json!({"text": "海域使用"}));
    assert_eq!((&found[0]["page_kind"], &found[0]["page"]), (&json!("session"), &session));
    assert_eq!(desk.call("search", json!({"text": "slzc"}))[0]["id"], session, "by pinyin initials");
    assert_eq!(desk.call("record_kind", json!({"id": session})), "session");
    desk.call("session_trash", json!({"id": session}));
    assert_eq!((orphans(&desk), desk.call("search", json!({"text": "海域使用"}))), (json!([]), json!([])));
    desk.call("undo", json!({}));
    assert_eq!(agenda(&desk, &session)[0]["replies"].as_array().unwrap().len(), 1);
}
