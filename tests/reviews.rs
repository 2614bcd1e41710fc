//! 评审论证: rounds, opinions, conclusions and what they do to the project; the scenarios of domain.md §7 about them.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

struct Told {
    desk: Desk,
    project: Value,
}

fn project(name: &str) -> Told {
    let desk = Desk::with_new_workbook();
    let firm = desk.call("enterprise_create", json!({"name": "青岛示例科技有限公司"}));
    let project = desk.call("project_create", json!({"name": name, "enterprise": firm}));
    Told { desk, project }
}

impl Told {
    fn begins(&self, experts: &str) -> Value {
        self.desk.call("review_create", json!({"project": self.project, "held_on": "2月20日", "experts": experts}))
    }

    fn rounds(&self) -> Value {
        self.desk.call("project_reviews", json!({"id": self.project}))
    }

    fn stage(&self) -> Value {
        self.desk.call("project_get", json!({"id": self.project}))["stage"].clone()
    }

    fn says(&self, round: usize, expert: usize, field: &str, text: &str) {
        let id = self.rounds()["rounds"][round]["opinions"][expert]["id"].clone();
        self.desk.call("review_opinion_set", json!({"cells": [{"id": id, "field": field, "text": text}]}));
    }
}

#[test]
fn scenario_17_revise_sends_a_project_to_revision_and_round_two_to_ready_with_both_opinions_readable() {
    let told = project("示例智工厂");
    let first = told.begins("王五（青岛大学）、李四");
    assert_eq!(told.stage(), "review", "a round takes the project to 评审论证");
    told.says(0, 0, "idea", "88 创意新颖");
    told.says(0, 0, "overall", "修改后再审：市场数据不足");
    let why = told.desk.refused("review_conclude", json!({"id": first, "conclusion": "revise"}));
    assert!(why.contains("修改要求"), "{why}");
    told.desk.call("review_conclude", json!({"id": first, "conclusion": "revise", "to_change": "补充市场数据"}));
    assert_eq!(told.stage(), "revision");

    told.desk.call("review_set", json!({"id": first, "field": "how_met", "text": "补充了三年市场数据"}));
    let second = told.begins("王五（青岛大学）");
    assert_eq!(told.stage(), "review");
    told.says(1, 0, "overall", "通过：数据充分");
    told.desk.call("review_conclude", json!({"id": second, "conclusion": "passed"}));
    assert_eq!(told.stage(), "ready");

    let page = told.rounds();
    let rounds = page["rounds"].as_array().unwrap();
    assert_eq!((&rounds[0]["round"], &rounds[1]["round"]), (&json!(1), &json!(2)));
    assert_eq!(
        (&rounds[0]["opinions"][0]["idea"], &rounds[0]["opinions"][0]["overall"], &rounds[0]["mean_idea"]),
        (&json!("88分：创意新颖"), &json!("修改后再审：市场数据不足"), &json!("88.0"))
    );
    assert_eq!(
        (&rounds[0]["to_change"], &rounds[0]["how_met"]),
        (&json!("补充市场数据"), &json!("补充了三年市场数据"))
    );
    assert_eq!(rounds[1]["opinions"][0]["overall"], "通过：数据充分");
    assert_eq!(told.desk.call("expert_list", json!({}))["total"], 2, "王五 is one person in both rounds");
}

#[test]
fn not_passing_stops_the_project_with_the_reason_and_each_step_is_dated_with_the_day_of_the_review() {
    let told = project("示例项目");
    let round = told.begins("");
    let why = told.desk.refused("review_conclude", json!({"id": round, "conclusion": "failed"}));
    assert!(why.contains("论证意见"), "{why}");
    told.desk.call("review_conclude", json!({"id": round, "conclusion": "failed", "opinion": "技术路线不可行"}));
    assert_eq!(told.stage(), "stopped");
    let connection = rusqlite::Connection::open(told.desk.path("专班.changwu")).unwrap();
    let mut statement = connection
        .prepare("SELECT on_day, from_stage, to_stage FROM project_stage_fact WHERE deleted=0 ORDER BY id")
        .unwrap();
    let facts: Vec<(String, String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let fact = |from: &str, to: &str| ("2021-02-20".to_string(), from.to_string(), to.to_string());
    assert_eq!(facts, [fact("collected", "review"), fact("review", "stopped")]);
}

#[test]
fn a_conclusion_can_be_corrected_or_taken_back_until_the_project_goes_on() {
    let told = project("示例项目");
    let round = told.begins("");
    told.desk.call("review_conclude", json!({"id": round, "conclusion": "passed"}));
    assert_eq!(told.stage(), "ready");
    told.desk.call("review_conclude", json!({"id": round, "conclusion": "revise", "to_change": "补充数据"}));
    assert_eq!(told.stage(), "revision");
    told.desk.call("review_conclude", json!({"id": round, "conclusion": null}));
    assert_eq!(told.stage(), "review");
    told.desk.call("review_conclude", json!({"id": round, "conclusion": "passed"}));
    told.desk.call("project_stage_set", json!({"id": told.project, "stage": "advancing", "reason": "不上会直接推进"}));
    let why =
        told.desk.refused("review_conclude", json!({"id": round, "conclusion": "revise", "to_change": "补充数据"}));
    assert!(why.contains("推进中") && why.contains("再开一轮"), "{why}");
    assert_eq!(told.stage(), "advancing", "whoever stands further on is not sent back by a correction");
    told.begins("");
    assert_eq!(told.stage(), "advancing", "a round of a project that has gone on is kept, no more");
}

#[test]
fn one_conclusion_is_one_entry_and_undo_takes_it_and_the_stage_back() {
    let told = project("示例项目");
    let round = told.begins("张三");
    told.desk.call("review_conclude", json!({"id": round, "conclusion": "passed"}));
    assert_eq!(told.desk.call("workbook_status", json!({}))["undo"], "修改结论为通过：示例项目 第1轮");
    told.desk.call("undo", json!({}));
    assert_eq!(told.stage(), "review");
    assert_eq!(told.rounds()["rounds"][0]["conclusion"], json!(null));
    told.desk.call("undo", json!({}));
    assert_eq!(told.stage(), "collected", "the round and its experts go with it");
    assert_eq!(told.desk.call("expert_list", json!({}))["total"], 0);
    told.desk.call("redo", json!({}));
    assert_eq!(
        (told.stage(), told.rounds()["rounds"][0]["opinions"][0]["expert"].clone()),
        (json!("review"), json!("张三"))
    );
}

#[test]
fn rounds_follow_one_another() {
    let told = project("示例项目");
    let first = told.begins("");
    let why = told.desk.refused("review_create", json!({"project": told.project}));
    assert!(why.contains("第1轮评审还没有结论"), "{why}");
    told.desk.call("review_trash", json!({"id": first}));
    assert_eq!((told.stage(), told.rounds()["next_round"].clone()), (json!("collected"), json!(1)));
    let first = told.begins("");
    told.desk.call("review_conclude", json!({"id": first, "conclusion": "revise", "to_change": "改"}));
    assert!(told.desk.refused("review_trash", json!({"id": first})).contains("撤回结论"));
    told.begins("");
    let why = told.desk.refused("review_conclude", json!({"id": first, "conclusion": "passed"}));
    assert!(why.contains("已经有新的一轮"), "{why}");
}

#[test]
fn bad_input_is_refused_with_what_to_do() {
    let told = project("示例项目");
    let round = told.begins("张三（青岛大学）");
    let opinion = told.rounds()["rounds"][0]["opinions"][0]["id"].clone();
    let says = |field: &str, text: &str| json!({"cells": [{"id": opinion, "field": field, "text": text}]});
    assert!(told.desk.refused("review_opinion_set", says("idea", "１２０")).contains("0到100"));
    assert!(told.desk.refused("review_opinion_set", says("idea", "88.5分")).contains("整数"));
    assert!(told.desk.refused("review_opinion_set", says("advice", "马马虎虎")).contains("修改后再审"));
    assert!(told.desk.refused("review_opinion_set", says("overall", &"长".repeat(20_001))).contains("总体意见"));
    told.desk.call("review_opinion_set", says("overall", "🙂 很好\n第二行"));
    told.desk.call("review_opinion_set", says("argument", "９０分　论证扎实"));
    assert_eq!(told.rounds()["rounds"][0]["opinions"][0]["argument"], "90分：论证扎实");
    assert!(told.desk.refused("review_opinion_set", says("declined", "是")).contains("已经提了意见"));
    assert!(told.desk.refused("review_set", json!({"id": round, "field": "held_on", "text": "2月30日"})).contains("2"));
    let late = told.desk.refused("review_conclude", json!({"id": round, "conclusion": "passed", "on": "2021年3月1日"}));
    assert!(late.contains("今天是 2021-02-25"), "{late}");
    let used = told.desk.call("expert_list", json!({}))["rows"][0]["id"].clone();
    assert!(told.desk.refused("expert_trash", json!({"ids": [used]})).contains("不能删除"));
    told.desk.call("expert_create", json!({"name": "李四", "organisation": "甲", "kind": "other"}));
    told.desk.call("expert_create", json!({"name": "李四", "organisation": "乙", "kind": "other"}));
    assert!(told.desk.refused("review_expert_add", json!({"id": round, "typed": "李四"})).contains("写明单位"));
    let added = told.desk.call("review_expert_add", json!({"id": round, "typed": "李四（乙）、王五"}));
    assert_eq!(added["added"], 2);
}

#[test]
fn the_page_says_what_waits_for_which_round() {
    let told = project("甲");
    let states = || {
        let rows = told.desk.call("review_states", json!({}));
        let counts: Vec<(String, i64)> = rows
            .as_array()
            .unwrap()
            .iter()
            .map(|row| (row["state"].as_str().unwrap().into(), row["count"].as_i64().unwrap()))
            .filter(|(_, count)| *count > 0)
            .collect();
        counts
    };
    assert_eq!(states(), [], "nobody asked for a review yet");
    let round = told.begins("张三、李四");
    assert_eq!(states(), [("open".to_string(), 1)]);
    told.says(0, 1, "idea", "90");
    let row = told.desk.call("review_queue", json!({"state": "open"}))["rows"][0].clone();
    assert_eq!((&row["experts"], &row["said"], &row["asked"]), (&json!("张三、李四"), &json!(1), &json!(2)));
    told.desk.call("review_conclude", json!({"id": round, "conclusion": "revise", "to_change": "补数据"}));
    assert_eq!(states(), [("revising".to_string(), 1)]);
    told.desk.call("review_set", json!({"id": round, "field": "how_met", "text": "已补"}));
    assert_eq!(states(), [("revised".to_string(), 1)]);
    assert_eq!(told.desk.call("review_queue", json!({}))["rows"][0]["round"], 2, "it waits for round 2");
    assert_eq!(told.rounds()["rounds"][0]["met_on"], day("2021-02-25").to_string());
}

#[test]
fn the_notice_says_what_to_change_without_naming_the_experts() {
    let told = project("示例智工厂");
    let round = told.begins("王五（青岛大学）");
    told.says(0, 0, "feasible", "60 用地未落实");
    told.desk.call(
        "review_conclude",
        json!({"id": round, "conclusion": "revise", "to_change": "一是落实用地。\n二是补充测算。"}),
    );
    let name = told.desk.call("review_paper_name", json!({"id": round}))["path"].clone();
    assert_eq!(name, "示例智工厂修改完善通知2021年2月25日.docx");
    let path = told.desk.path(name.as_str().unwrap());
    told.desk.call("review_export", json!({"id": round, "path": path}));
    let mut archive = zip::ZipArchive::new(std::fs::File::open(&path).unwrap()).unwrap();
    let xml = std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap();
    for words in
        ["青岛示例科技有限公司：", "修改后再审", "一是落实用地。", "专家1", "60分：用地未落实", "2021年2月25日"]
    {
        assert!(xml.contains(words), "{words}");
    }
    assert!(!xml.contains("王五"));
    let other = told.desk.refused("review_export", json!({"id": round, "path": told.desk.path("通知.pdf")}));
    assert!(other.contains(".docx"), "{other}");
}

#[test]
fn what_was_said_is_found_and_stands_in_the_history() {
    let told = project("示例项目");
    let round = told.begins("王五");
    told.says(0, 0, "overall", "石墨烯产业化数据不足");
    let hits = told.desk.call("search", json!({"text": "产业化数据", "limit": 5}));
    assert_eq!((&hits[0]["kind"], &hits[0]["page_kind"]), (&json!("review"), &json!("project")));
    let history = told.desk.call("history", json!({"id": told.project}));
    assert!(history.to_string().contains("评审") && history.to_string().contains("第1轮"), "{history}");
    told.desk.call("project_trash", json!({"id": told.project}));
    let report = told.desk.call("workbook_check", json!({}));
    assert_eq!((&report["orphans"], &report["search_ok"]), (&json!([]), &json!(true)));
    assert!(told.desk.refused("review_set", json!({"id": round, "field": "note", "text": "x"})).contains("项目"));
}
