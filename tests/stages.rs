//! Stages and 落地认定, told as domain.md §7 tells them.

mod common;

use common::{Desk, day};
use proptest::prelude::*;
use serde_json::{Value, json};

fn project(desk: &Desk, name: &str) -> Value {
    let found = desk.call("project_list", json!({ "text": name }));
    desk.call("project_get", json!({"id": found["rows"][0]["id"]}))
}

/// As printed with its parts: 65.5% (19/29).
fn rate(set: &Value) -> String {
    let figure = set["figures"].as_array().unwrap().iter().find(|figure| figure["name"] == "landing_rate").unwrap();
    format!("{} ({}/{})", figure["text"].as_str().unwrap(), figure["numerator"], figure["denominator"])
}

fn rate_now(desk: &Desk) -> String {
    rate(&desk.call("figures_get", json!({})))
}

fn move_to<'m>(moves: &'m Value, stage: &str) -> &'m Value {
    moves.as_array().unwrap().iter().find(|one| one["stage"] == stage).unwrap_or_else(|| panic!("no {stage}: {moves}"))
}

/// A project of the fixture that is pushed and has not landed.
fn advancing(desk: &Desk) -> Value {
    let rows = desk.call("project_list", json!({"stage": "advancing", "sample": true}));
    desk.call("project_get", json!({"id": rows["rows"][0]["id"]}))
}

#[test]
fn scenario_06_one_more_landing_needs_ground_day_and_evidence() {
    let desk = Desk::with_sample();
    let id = advancing(&desk)["id"].clone();
    assert_eq!(rate_now(&desk), "65.5% (19/29)");
    let refusal = desk.refused("landing_create", json!({"project": id, "basis": "started", "landed_on": "2021-02-24"}));
    assert!(refusal.contains("佐证") && !refusal.contains("认定依据"), "{refusal}");
    let refusal = desk.refused("landing_create", json!({"project": id, "evidence": "开工报告"}));
    assert!(refusal.contains("认定依据、落地日期") && !refusal.contains("佐证"), "{refusal}");
    let photo = desk.path("开工现场.txt");
    std::fs::write(&photo, "示例：开工现场照片说明").unwrap();
    let landing = desk.call(
        "landing_create",
        json!({"project": id, "basis": "started", "landed_on": "2月24日", "paths": [photo], "decided_by": "专班"}),
    );
    assert_eq!(rate_now(&desk), "69.0% (20/29)");
    let page = desk.call("project_get", json!({ "id": id }));
    assert_eq!((&page["stage"], &page["landed_on"]), (&json!("landed"), &json!("2021-02-24")));
    let landings = desk.call("landing_list", json!({ "id": id }));
    assert_eq!((&landings[0]["id"], &landings[0]["evidence"][0]["files"]), (&landing, &json!(1)));
    // The day before, it had not landed.
    assert_eq!(rate(&desk.call_as_of(day("2021-02-23"), "figures_get", json!({}))), "65.5% (19/29)");
    // One action: taken back as one.
    desk.call("undo", json!({}));
    assert_eq!(rate_now(&desk), "65.5% (19/29)");
    assert_eq!(desk.call("project_get", json!({ "id": id }))["stage"], "advancing");
    assert_eq!(desk.call("landing_list", json!({ "id": id })), json!([]));
}

#[test]
fn scenario_09_a_landing_is_revoked_and_the_history_says_who_when_and_why() {
    let desk = Desk::with_sample();
    let page = project(&desk, "示例项目01");
    let landing = desk.call("landing_list", json!({"id": page["id"]}))[0]["id"].clone();
    let refusal = desk.refused("landing_revoke", json!({"id": landing, "reason": ""}));
    assert!(refusal.contains("理由"), "{refusal}");
    let refusal = desk.refused("landing_revoke", json!({"id": landing, "on": "2020-01-01", "reason": "停工"}));
    assert!(refusal.contains("早于落地日期"), "{refusal}");
    desk.call("landing_revoke", json!({"id": landing, "reason": "停工，合同未履行"}));
    assert_eq!(rate_now(&desk), "62.1% (18/29)");
    assert_eq!(rate(&desk.call_as_of(day("2021-02-24"), "figures_get", json!({}))), "65.5% (19/29)");
    assert_eq!(desk.call("project_get", json!({"id": page["id"]}))["stage"], "advancing");
    let entry = desk.call("history", json!({"id": page["id"]}))[0].clone();
    assert!(entry["action"].as_str().unwrap().contains("停工，合同未履行"), "{entry}");
    assert_eq!((&entry["author"], &entry["laptop"]), (&json!("张三"), &json!("专班-笔记本1")));
    assert!(entry["at"].as_str().unwrap().starts_with("2021-02-25"), "{entry}");
    let said = |field: &str| {
        let changes = entry["changes"].as_array().unwrap();
        changes.iter().find(|change| change["field"] == field).unwrap_or_else(|| panic!("{field}: {entry}"))["to"]
            .clone()
    };
    assert_eq!([said("撤销日期"), said("撤销理由"), said("阶段")], ["2021-02-25", "停工，合同未履行", "推进中"]);
    // The same by the stage: 撤销认定 is the step from 已落地 to 推进中.
    desk.call("undo", json!({}));
    desk.call("project_stage_set", json!({"id": page["id"], "stage": "advancing", "reason": "停工"}));
    assert_eq!(rate_now(&desk), "62.1% (18/29)");
    assert_eq!(desk.call("landing_list", json!({"id": page["id"]}))[0]["revoke_reason"], "停工");
}

#[test]
fn scenario_14_huanqiu_lands_only_with_a_landing_and_the_window_offers_to_add_it() {
    let desk = Desk::with_sample();
    let page = project(&desk, "环球智工厂");
    let moves = desk.call("project_stage_moves", json!({"id": page["id"]}));
    let landed = move_to(&moves, "landed");
    assert_eq!(landed["needs"], "landing");
    assert!(landed["missing"].as_str().unwrap().contains("佐证"), "{landed}");
    assert_eq!(move_to(&moves, "paused")["resume"], true);
    let refusal = desk.refused("project_stage_set", json!({"id": page["id"], "stage": "landed"}));
    assert_eq!(refusal, landed["missing"].as_str().unwrap(), "refused in the words that were offered");
}

#[test]
fn scenario_16_what_is_refused_lists_what_is_allowed() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("project_create", json!({"name": "示例智工厂"}));
    let refusal = desk.refused("project_stage_set", json!({"id": id, "stage": "published"}));
    for word in ["征集登记", "已发布", "评审论证、终止"] {
        assert!(refusal.contains(word), "{refusal}");
    }
    let moves = desk.call("project_stage_moves", json!({ "id": id }));
    let stages: Vec<&Value> = moves.as_array().unwrap().iter().map(|one| &one["stage"]).collect();
    assert_eq!(stages, ["review", "stopped"]);
    // On to a review: without a conclusion nothing follows but 终止.
    desk.call("project_stage_set", json!({"id": id, "stage": "review"}));
    let refusal = desk.refused("project_stage_set", json!({"id": id, "stage": "ready"}));
    assert!(refusal.contains("评审") && refusal.contains("通过"), "{refusal}");
    assert_eq!(desk.call("project_get", json!({ "id": id }))["next_stages"], json!(["stopped"]));
}

#[test]
fn pausing_asks_why_and_until_when_and_going_on_does_not() {
    let desk = Desk::with_sample();
    let id = advancing(&desk)["id"].clone();
    let pause =
        |reason: &str, resume: &str| json!({"id": id, "stage": "paused", "reason": reason, "resume_on": resume});
    assert!(desk.refused("project_stage_set", pause("", "4月30日")).contains("理由"));
    assert!(desk.refused("project_stage_set", pause("调整选址", "")).contains("预计恢复日期"));
    assert!(desk.refused("project_stage_set", pause("调整选址", "2月20日")).contains("晚于"));
    assert!(desk.refused("project_stage_set", pause("调整选址", "长期")).contains("预计恢复日期"));
    desk.call("project_stage_set", pause("调整选址", "4月底前"));
    let last = desk.call("project_stage_facts", json!({ "id": id })).as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&last["to"], &last["resume_on"], &last["reason"]),
        (&json!("paused"), &json!("2021-04-30"), &json!("调整选址"))
    );
    let moves = desk.call("project_stage_moves", json!({ "id": id }));
    assert_eq!(move_to(&moves, "advancing")["word"], "恢复推进");
    desk.call("project_stage_set", json!({"id": id, "stage": "advancing"}));
    desk.call("project_stage_set", json!({"id": id, "stage": "stopped", "reason": "企业放弃"}));
    assert!(desk.refused("project_stage_set", json!({"id": id, "stage": "advancing"})).contains("重启"));
    desk.call("project_stage_set", json!({"id": id, "stage": "advancing", "reason": "企业重新启动"}));
    for _ in 0..4 {
        desk.call("undo", json!({}));
    }
    assert_eq!(desk.call("project_get", json!({ "id": id }))["stage"], "advancing");
}

#[test]
fn a_step_is_dated_with_the_day_it_happened() {
    let desk = Desk::with_sample();
    let id = advancing(&desk)["id"].clone();
    let stop = |on: &str| json!({"id": id, "stage": "stopped", "reason": "企业放弃", "on": on});
    assert!(desk.refused("project_stage_set", stop("2021-02-26")).contains("还没有到"));
    assert!(desk.refused("project_stage_set", stop("2020-01-01")).contains("早于上一次"));
    assert!(desk.refused("project_stage_set", stop("２月３０日")).contains("2"));
    desk.call("project_stage_set", stop("2月10日"));
    let facts = desk.call("project_stage_facts", json!({ "id": id }));
    let facts = facts.as_array().unwrap();
    let (last, before) = (&facts[facts.len() - 1], &facts[facts.len() - 2]);
    assert_eq!(last["on_day"], "2021-02-10");
    let refusal = desk.refused("project_stage_day_set", json!({"id": last["id"], "text": "2020-01-01"}));
    assert!(refusal.contains(before["on_day"].as_str().unwrap()), "{refusal}");
    desk.call("project_stage_day_set", json!({"id": last["id"], "text": "2月12日"}));
    let row = |on: &str| desk.call_as_of(day(on), "library_list", json!({"state": "inside", "limit": 100}));
    let stage =
        |on: &str| row(on)["rows"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap()["stage"].clone();
    assert_eq!([stage("2021-02-11"), stage("2021-02-12")], ["advancing", "stopped"]);
}

#[test]
fn a_landing_that_stands_keeps_its_evidence() {
    let desk = Desk::with_sample();
    let page = project(&desk, "示例项目01");
    let landing = desk.call("landing_list", json!({"id": page["id"]}))[0].clone();
    let only = landing["evidence"][0]["id"].clone();
    assert!(desk.refused("evidence_trash", json!({ "id": only })).contains("最后一件"));
    assert!(desk.refused("evidence_set", json!({"id": only, "text": "  "})).contains("最后一件"));
    assert!(desk.refused("evidence_add", json!({"landing": landing["id"]})).contains("附上文件"));
    let file = desk.path("合同.txt");
    std::fs::write(&file, "示例合同").unwrap();
    let second = desk.call("evidence_add", json!({"landing": landing["id"], "paths": [file]}));
    desk.call("evidence_trash", json!({ "id": only }));
    // Now the file is the last evidence.
    let attached = desk.call("attachment_list", json!({ "owner": second }))[0]["id"].clone();
    assert!(desk.refused("attachment_trash", json!({ "id": attached })).contains("最后一件"));
    let history = desk.call("history", json!({"id": page["id"]})).to_string();
    assert!(history.contains("佐证"), "evidence is told in the history of its project: {history}");
    desk.call("landing_revoke", json!({"id": landing["id"], "reason": "误认定"}));
    desk.call("attachment_trash", json!({ "id": attached }));
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}

#[test]
fn needs_that_are_not_all_solved_are_no_ground() {
    let desk = Desk::with_sample();
    let id = advancing(&desk)["id"].clone();
    let decide = json!({"project": id, "basis": "demands_solved", "landed_on": "2021-02-24", "evidence": "回访记录"});
    desk.call("demand_create", json!({"project": id, "category": "land", "text": "示例用地120亩"}));
    let refusal = desk.refused("landing_create", decide);
    assert!(refusal.contains("没有解决"), "{refusal}");
    let refusal = desk.refused(
        "landing_create",
        json!({"project": id, "basis": "other", "landed_on": "2021-02-24", "evidence": "证明"}),
    );
    assert!(refusal.contains("说明"), "{refusal}");
    assert!(
        desk.refused(
            "landing_create",
            json!({"project": id, "basis": "started", "landed_on": "2021-03-01", "evidence": "证明"})
        )
        .contains("还没有到")
    );
}

#[test]
fn the_day_of_a_landing_is_put_right_together_with_the_stage() {
    let desk = Desk::with_sample();
    let page = project(&desk, "示例项目05");
    let landing = desk.call("landing_list", json!({"id": page["id"]}))[0].clone();
    desk.call("landing_set", json!({"id": landing["id"], "field": "landed_on", "text": "2020-07-15"}));
    let facts = desk.call("project_stage_facts", json!({"id": page["id"]}));
    let last = facts.as_array().unwrap().last().unwrap();
    assert_eq!((&last["to"], &last["on_day"]), (&json!("landed"), &json!("2020-07-15")));
    for (field, text, says) in [
        ("landed_on", "", "不能为空"),
        ("landed_on", "2021-12-31", "还没有到"),
        ("basis", "感觉", "可选"),
        ("revoked_on", "2021-02-01", "没有撤销"),
    ] {
        let refusal = desk.refused("landing_set", json!({"id": landing["id"], "field": field, "text": text}));
        assert!(refusal.contains(says), "{field} {text}: {refusal}");
    }
}

#[test]
fn the_whole_way_from_an_idea_to_the_archive_each_step_with_its_day() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("project_create", json!({"name": "示例智工厂"}));
    let step = |stage: &str| json!({"id": id, "stage": stage});
    let stage = || desk.call("project_get", json!({ "id": id }))["stage"].clone();
    let review = desk.call("review_create", json!({"project": id, "held_on": "2月1日", "experts": "王五（青岛大学）"}));
    assert!(desk.refused("project_stage_set", step("ready")).contains("评审"), "the round is still open");
    desk.call("review_conclude", json!({"id": review, "conclusion": "passed", "opinion": "可行"}));
    assert_eq!(stage(), "ready");
    assert!(desk.refused("project_stage_set", step("published")).contains("创意会"));
    let session = desk.call("session_create", json!({"theme": "示例专题"}));
    desk.call("presentation_add", json!({"session": session, "projects": [id]}));
    assert!(desk.refused("project_stage_set", step("published")).contains("已举办"), "on the agenda is not presented");
    desk.call("session_status_set", json!({"id": session, "status": "held", "held_on": "2月10日"}));
    assert_eq!(stage(), "published");
    assert!(desk.refused("project_stage_set", step("advancing")).contains("需求或任务"));
    desk.call("demand_create", json!({"project": id, "category": "land", "text": "示例用地"}));
    desk.call("project_stage_set", json!({"id": id, "stage": "advancing", "on": "2月12日"}));
    desk.call(
        "landing_create",
        json!({"project": id, "basis": "signed", "landed_on": "2月20日", "evidence": "示例合同"}),
    );
    desk.call("project_stage_set", step("archived"));
    let facts = desk.call("project_stage_facts", json!({ "id": id }));
    let told: Vec<(&str, &str)> = facts
        .as_array()
        .unwrap()
        .iter()
        .map(|fact| (fact["to"].as_str().unwrap(), fact["on_day"].as_str().unwrap()))
        .collect();
    assert_eq!(
        told[told.len() - 4..],
        [
            ("published", "2021-02-10"),
            ("advancing", "2021-02-12"),
            ("landed", "2021-02-20"),
            ("archived", "2021-02-25"),
        ]
    );
    // Taken up again for a reason: the landing still stands, so 已落地 is open again.
    assert!(desk.refused("project_stage_set", step("advancing")).contains("理由"));
    desk.call("project_stage_set", json!({"id": id, "stage": "advancing", "reason": "二期"}));
    let moves = desk.call("project_stage_moves", json!({ "id": id }));
    assert_eq!(move_to(&moves, "landed")["needs"], Value::Null);
    desk.call("project_stage_set", step("landed"));
    let text = desk.call("history", json!({ "id": id })).to_string();
    for word in ["落地日期", "佐证", "二期", "已归档"] {
        assert!(text.contains(word), "{word}: {text}");
    }
}

#[derive(Debug, Clone)]
enum Deed {
    Move(usize),
    Demand,
    ForgetDemand,
    Land(bool),
    Revoke,
    Evidence,
    ForgetEvidence,
    Undo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = prop_oneof![
        6 => (0usize..4).prop_map(Deed::Move),
        1 => Just(Deed::Demand),
        1 => Just(Deed::ForgetDemand),
        3 => any::<bool>().prop_map(Deed::Land),
        1 => Just(Deed::Revoke),
        1 => Just(Deed::Evidence),
        2 => Just(Deed::ForgetEvidence),
        1 => Just(Deed::Undo),
    ];
    prop::collection::vec(deed, 1..24)
}

fn tries(desk: &Desk, name: &str, request: Value) -> Result<Value, String> {
    let answer = desk.host.call(name, request, Default::default());
    answer.map(|answer| answer.value).map_err(|error| error.message().to_string())
}

/// The landing that stands, if one does, and how many pieces of evidence it has.
fn standing(desk: &Desk, id: &Value) -> Option<(Value, Value)> {
    let landings = desk.call("landing_list", json!({ "id": id }));
    let found = landings.as_array().unwrap().iter().find(|one| one["revoked_on"].is_null())?;
    Some((found["id"].clone(), found["evidence"].clone()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever people do, a project at 已落地 or 已归档 has a landing with evidence, what is offered is done, what lacks
    /// something is refused in the same words, and the dated facts tell the stage.
    #[test]
    fn no_deeds_bring_a_project_where_its_guard_is_false(start in 0usize..3, deeds in deeds()) {
        let desk = Desk::with_new_workbook();
        let id = desk.call("project_create", json!({"name": "示例项目"}));
        let start = ["collected", "ready", "advancing"][start];
        desk.workbook().transact(
            changwu_core::action::Action::new(changwu_core::action::Verb::Set, changwu_core::action::Kind::Project, "示例项目"),
            |tx| Ok(tx.execute("UPDATE project SET stage=?", [start])?),
        ).unwrap();
        let beginning = desk.call("workbook_status", json!({}))["undo"].clone();
        for deed in deeds {
            match deed {
                Deed::Move(at) => {
                    let moves = desk.call("project_stage_moves", json!({ "id": id }));
                    let moves = moves.as_array().unwrap();
                    let wanted = &moves[at % moves.len()];
                    let request = json!({"id": id, "stage": wanted["stage"], "reason": "有理由", "resume_on": "2021-12-31"});
                    match (wanted["needs"].is_null(), tries(&desk, "project_stage_set", request)) {
                        (true, Ok(_)) => {}
                        (false, Err(sentence)) => prop_assert_eq!(sentence, wanted["missing"].as_str().unwrap()),
                        (offered, got) => prop_assert!(false, "offered: {}, got {:?}", offered, got),
                    }
                }
                Deed::Demand => drop(desk.call("demand_create", json!({"project": id, "category": "land"}))),
                Deed::ForgetDemand => {
                    let demands = desk.call("demand_list", json!({ "project": id }));
                    if let Some(first) = demands["rows"].as_array().unwrap().first() {
                        desk.call("demand_trash", json!({"id": first["id"]}));
                    }
                }
                Deed::Land(with) => {
                    let evidence = if with { "开工报告" } else { "" };
                    let asked = json!({"project": id, "basis": "started", "landed_on": "2021-02-20", "evidence": evidence});
                    let may = with && desk.call("project_get", json!({ "id": id }))["stage"] == "advancing" && standing(&desk, &id).is_none();
                    prop_assert_eq!(tries(&desk, "landing_create", asked).is_ok(), may);
                }
                Deed::Revoke => {
                    if let Some((landing, _)) = standing(&desk, &id) {
                        desk.call("landing_revoke", json!({"id": landing, "reason": "有理由"}));
                        prop_assert_eq!(&desk.call("project_get", json!({ "id": id }))["landed_on"], &Value::Null);
                    }
                }
                Deed::Evidence => {
                    if let Some((landing, _)) = standing(&desk, &id) {
                        desk.call("evidence_add", json!({"landing": landing, "text": "又一件"}));
                    }
                }
                Deed::ForgetEvidence => {
                    if let Some((_, evidence)) = standing(&desk, &id) {
                        let several = evidence.as_array().unwrap().len() > 1;
                        let forgotten = tries(&desk, "evidence_trash", json!({"id": evidence[0]["id"]}));
                        prop_assert_eq!(forgotten.is_ok(), several);
                    }
                }
                Deed::Undo => {
                    // As far back as the story goes.
                    if desk.call("workbook_status", json!({}))["undo"] != beginning {
                        desk.call("undo", json!({}));
                    }
                }
            }
            let stage = desk.call("project_get", json!({ "id": id }))["stage"].clone();
            if stage == "landed" || stage == "archived" {
                let (_, evidence) = standing(&desk, &id).expect("a landing that stands");
                prop_assert!(!evidence.as_array().unwrap().is_empty());
            }
            let facts = desk.call("project_stage_facts", json!({ "id": id }));
            let facts = facts.as_array().unwrap();
            let told = facts.last().map_or(json!(start), |fact| fact["to"].clone());
            prop_assert_eq!(told, stage);
            for pair in facts.windows(2) {
                prop_assert_eq!(&pair[0]["to"], &pair[1]["from"]);
            }
        }
        prop_assert_eq!(&desk.call("workbook_check", json!({}))["orphans"], &json!([]));
    }
}
