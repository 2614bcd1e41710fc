//! 项目, 需求 and 路线图, as staff work with them.

mod common;

use common::Desk;
use serde_json::{Value, json};

fn project(desk: &Desk, name: &str) -> Value {
    let found = desk.call("project_list", json!({ "text": name }));
    desk.call("project_get", json!({"id": found["rows"][0]["id"]}))
}

#[test]
fn scenario_14_huanqiu_is_advancing_its_land_in_hand_and_not_landed_without_a_landing() {
    let desk = Desk::with_sample();
    let page = project(&desk, "环球智工厂");
    assert_eq!((&page["stage"], &page["district_code"]), (&json!("advancing"), &json!("370211")));
    let demands = desk.call("demand_list", json!({"project": page["id"]}));
    assert_eq!((&demands["total"], &demands["rows"][0]["category"]), (&json!(1), &json!("land")));
    assert_eq!(demands["rows"][0]["status"], "in_progress");
    let refusal = desk.refused("project_stage_set", json!({"id": page["id"], "stage": "landed"}));
    assert!(refusal.contains("落地认定") && refusal.contains("佐证"), "{refusal}");
    assert!(
        !page["next_stages"].as_array().unwrap().contains(&json!("landed")),
        "what would be refused is not offered"
    );
}

#[test]
fn scenario_16_an_idea_cannot_be_published_directly_and_the_allowed_stages_are_listed() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("project_create", json!({"name": "示例智工厂"}));
    let refusal = desk.refused("project_stage_set", json!({"id": id, "stage": "published"}));
    assert!(refusal.contains("征集登记") && refusal.contains("评审论证、终止"), "{refusal}");
    let refusal = desk.refused("project_stage_set", json!({"id": id, "stage": "stopped"}));
    assert!(refusal.contains("理由"), "{refusal}");
    desk.call("project_stage_set", json!({"id": id, "stage": "stopped", "reason": "企业放弃"}));
    let history = desk.call("history", json!({ "id": id }));
    assert!(history[0]["action"].as_str().unwrap().contains("企业放弃"), "{history}");
    desk.call("undo", json!({}));
    assert_eq!(desk.call("project_get", json!({ "id": id }))["stage"], "collected");
}

#[test]
fn numbers_are_the_laptops_own_and_belong_to_one_project() {
    let desk = Desk::with_new_workbook();
    let first = desk.call("project_create", json!({"name": "示例甲"}));
    let second = desk.call("project_create", json!({"name": "示例乙"}));
    assert_eq!(desk.call("project_get", json!({ "id": first }))["code"], "CY-2021-A001");
    assert_eq!(desk.call("project_get", json!({ "id": second }))["code"], "CY-2021-A002");
    let refusal = desk.refused("project_set", json!({"id": second, "field": "code", "text": "CY-2021-A001"}));
    assert!(refusal.contains("示例甲"), "{refusal}");
    desk.call("project_set", json!({"id": second, "field": "code", "text": ""}));
    assert_eq!(desk.call("project_get", json!({ "id": second }))["code"], "");
}

#[test]
fn several_enterprises_take_part_and_one_leads() {
    let desk = Desk::with_new_workbook();
    let names = ["青岛示例甲有限公司", "青岛示例乙有限公司"];
    let [a, b] = names.map(|name| desk.call("enterprise_create", json!({ "name": name })));
    let id = desk.call("project_create", json!({"name": "示例智工厂", "enterprise": a}));
    desk.call("project_enterprise_add", json!({"id": id, "enterprise": b}));
    let row = desk.call("project_list", json!({}))["rows"][0].clone();
    assert_eq!((&row["enterprise"], &row["other_enterprises"]), (&json!(names[0]), &json!(1)));
    desk.call("project_enterprise_lead", json!({"id": id, "enterprise": b}));
    assert_eq!(desk.call("project_list", json!({}))["rows"][0]["enterprise"], names[1]);
    desk.call("project_enterprise_remove", json!({"id": id, "enterprise": b}));
    let page = desk.call("project_get", json!({ "id": id }));
    assert_eq!(page["enterprises"], json!([{"id": a, "name": names[0], "is_lead": true}]), "the next one leads");
    desk.call("undo", json!({}));
    assert_eq!(desk.call("project_list", json!({}))["rows"][0]["enterprise"], names[1]);
}

#[test]
fn amounts_are_shown_as_stated() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("project_create", json!({"name": "示例智工厂"}));
    desk.call("project_set", json!({"id": id, "field": "investment", "text": "超2亿元"}));
    let page = desk.call("project_get", json!({ "id": id }));
    assert_eq!((&page["investment_text"], &page["investment"]["yuan"]), (&json!("超2亿元"), &json!(200_000_000)));
}

#[test]
fn the_funnel_counts_every_project_once() {
    let desk = Desk::with_sample();
    let stages = desk.call("project_stages", json!({}));
    let count =
        |stage: &str| stages.as_array().unwrap().iter().find(|one| one["stage"] == stage).unwrap()["count"].clone();
    let total: i64 = stages.as_array().unwrap().iter().map(|one| one["count"].as_i64().unwrap()).sum();
    assert_eq!((total, count("landed")), (29, json!(19)));
    assert_eq!(desk.call("project_list", json!({"stage": "landed"}))["total"], 19);
}

#[test]
fn a_projects_light_is_its_worst_open_tasks_and_says_why() {
    let desk = Desk::with_sample();
    let overdue = desk.call("project_list", json!({"overdue": true}));
    assert!(overdue["total"].as_i64().unwrap() > 0);
    for row in overdue["rows"].as_array().unwrap() {
        assert_eq!(row["light"]["kind"], "overdue", "{row}");
        assert!(row["light"]["reason"].as_str().unwrap().contains("逾期"), "{row}");
    }
    let before = desk.call_as_of(common::day("2020-07-01"), "project_list", json!({"overdue": true}));
    assert_eq!(before["total"], 0, "nothing was overdue before it was due");
}

#[test]
fn a_deleted_project_takes_its_own_along_and_brings_it_back() {
    let desk = Desk::with_sample();
    let page = desk.call("project_list", json!({"overdue": true}))["rows"][0].clone();
    let tasks =
        |desk: &Desk| desk.call("task_list", json!({"filter": {"project": page["id"]}}))["total"].as_i64().unwrap();
    let before = tasks(&desk);
    assert!(before > 0);
    desk.call("demand_create", json!({"project": page["id"], "category": "land", "text": "120亩工业用地"}));
    desk.call("milestone_create", json!({"project": page["id"], "phase": "construction", "name": "开工"}));
    desk.call("plan_create", json!({"project": page["id"]}));
    let whole = desk.call("project_get", json!({"id": page["id"]}));
    desk.call("project_trash", json!({"id": page["id"]}));
    assert_eq!(tasks(&desk), 0);
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
    let bin = desk.call("recycle_list", json!({}));
    assert_eq!(bin[0]["what"], page["name"]);
    desk.call("recycle_restore", json!({"entry": bin[0]["entry"]}));
    assert_eq!(tasks(&desk), before);
    assert_eq!(desk.call("project_get", json!({"id": page["id"]})), whole, "demands, nodes and enterprises too");
    assert!(desk.call("plan_of", json!({"project": page["id"]})).is_string());
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
    desk.call("undo", json!({}));
    desk.call("undo", json!({}));
    assert_eq!(desk.call("project_get", json!({"id": page["id"]})), whole, "undone as well as restored");
}

#[test]
fn a_demand_is_split_into_tasks_backwards_from_a_target() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let demand = desk.call("demand_create", json!({"project": project, "category": "land", "text": "120亩工业用地"}));
    let usual = desk.call("demand_steps", json!({"category": "land"}));
    assert_eq!(usual["lead"], "市自然资源和规划局");
    let row = desk.call("demand_list", json!({ "project": project }))["rows"][0].clone();
    assert_eq!(row["lead"], "市自然资源和规划局", "proposed");
    let steps: Vec<Value> = usual["steps"].as_array().unwrap().iter().take(3).cloned().collect();
    let tasks = desk.call("demand_split", json!({"id": demand, "steps": steps, "anchor": {"target": "2021-06-30"}}));
    assert_eq!(tasks.as_array().unwrap().len(), 3);
    let list = desk.call("task_list", json!({"filter": {"demand": demand}, "sort": "due"}));
    assert_eq!(list["rows"][2]["due"]["day"], "2021-06-30");
    assert_eq!(list["rows"][0]["project"]["id"], project);
    assert_eq!(desk.call("demand_list", json!({ "project": project }))["rows"][0]["status"], "assigned");
    desk.call("undo", json!({}));
    assert_eq!(desk.call("task_list", json!({"filter": {"demand": demand}}))["total"], 0);
}

#[test]
fn a_demand_that_claims_to_be_answered_says_what_was_done() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let id = desk.call("demand_create", json!({"project": project, "category": "talent", "text": "高端人才"}));
    let set = |status: &str, result: &str| json!({"id": id, "status": status, "result": result});
    assert!(desk.refused("demand_status_set", set("solved", "")).contains("交办"), "the next step is named");
    desk.call("demand_status_set", set("assigned", ""));
    desk.call("demand_status_set", set("in_progress", ""));
    assert!(desk.refused("demand_status_set", set("answered", "")).contains("办理结果"));
    desk.call("demand_status_set", set("answered", "已纳入引才计划"));
    desk.call("demand_status_set", set("solved", ""));
    let row = desk.call("demand_list", json!({ "project": project }))["rows"][0].clone();
    assert_eq!((&row["resolved_on"], &row["result"]), (&json!("2021-02-25"), &json!("已纳入引才计划")));
}

#[test]
fn many_demands_are_recategorised_as_one_action() {
    let desk = Desk::with_sample();
    let list = desk.call("demand_list", json!({"limit": 5}));
    let ids: Vec<Value> = list["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
    desk.call("demand_set", json!({"ids": ids, "field": "category", "text": "其他"}));
    assert!(desk.call("demand_list", json!({"category": "other"}))["total"].as_i64().unwrap() >= 5);
    assert_eq!(desk.call("undo", json!({}))["label"], "修改需求类别：5 项需求");
    assert_eq!(desk.call("demand_list", json!({"limit": 5}))["rows"], list["rows"]);
}

#[test]
fn the_road_map_is_laid_out_moved_and_says_what_is_late() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let create = |phase: &str, name: &str, plan: &str| json!({"project": project, "phase": phase, "name": name, "plan_on": plan});
    let a = desk.call("milestone_create", create("preparation", "完成备案", "2021年1月底前"));
    let b = desk.call("milestone_create", create("construction", "开工", "第三季度"));
    let list = desk.call("milestone_list", json!({ "id": project }));
    assert_eq!((&list[0]["late"], &list[1]["late"]), (&json!(true), &json!(false)));
    assert_eq!(list[1]["plan_text"], "2021年第三季度");
    desk.call("milestone_move", json!({ "id": b }));
    assert_eq!(desk.call("milestone_list", json!({ "id": project }))[0]["id"], b);
    desk.call("milestone_set", json!({"id": a, "field": "actual_on", "text": "2021.2.3"}));
    assert_eq!(desk.call("milestone_list", json!({ "id": project }))[1]["late"], false);
    desk.call("milestone_trash", json!({ "id": a }));
    assert_eq!(desk.call("milestone_list", json!({ "id": project })).as_array().unwrap().len(), 1);
    desk.call("undo", json!({}));
    assert_eq!(desk.call("milestone_list", json!({ "id": project }))[1]["actual_on"], "2021-02-03");
}

#[test]
fn projects_are_found_by_what_they_are_and_nodes_without_a_time_wait() {
    let desk = Desk::with_sample();
    let own = desk.call("project_create", json!({"name": "示例新材料产业园"}));
    let set = |field: &str, text: &str| desk.call("project_set", json!({"id": own, "field": field, "text": text}));
    set("kind", "产业集群创意");
    set("four_new", "新技术、新业态");
    set("district", "西海岸新区");
    set("lead", "市民营局");
    let found = |query: Value| -> Vec<Value> {
        let page = desk.call("project_list", query);
        page["rows"].as_array().unwrap().iter().map(|row| row["id"].clone()).collect()
    };
    assert_eq!(found(json!({"text": "示例新材料", "sample": false})), std::slice::from_ref(&own));
    assert_eq!(
        found(json!({"text": "示例新材料", "sample": false, "kind": "cluster", "four_new": "format"})),
        std::slice::from_ref(&own)
    );
    assert!(found(json!({"text": "示例新材料", "sample": false, "four_new": "model"})).is_empty());
    assert!(found(json!({"district": "370211"})).contains(&own));
    let all = desk.call("project_list", json!({}))["total"].as_i64().unwrap();
    let some = desk.call("project_list", json!({"stages": ["collected", "landed"]}))["total"].as_i64().unwrap();
    assert_eq!((all, some), (30, 20));
    let node = |name: &str, plan: &str| json!({"project": own, "phase": "construction", "name": name, "plan_on": plan});
    desk.call("milestone_create", node("择机竣工", ""));
    desk.call("milestone_create", node("开工", "2021年5月"));
    let row = desk.call("project_list", json!({"text": "示例新材料"}))["rows"][0].clone();
    assert!(row["next_node"].as_str().unwrap().starts_with("开工"), "{row}");
}

#[test]
fn every_change_of_a_project_is_taken_back_by_undo() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("project_create", json!({"name": "示例智工厂"}));
    let page = || desk.call("project_get", json!({ "id": id }));
    let fields = [
        ("code", "CY-2020-014"),
        ("name", "示例智工厂二期"),
        ("kind", "重点企业创意"),
        ("summary", "新建生产线"),
        ("four_new", "新技术"),
        ("industry", "新材料"),
        ("format", "工业互联网"),
        ("chain", "智能家电"),
        ("district", "城阳区"),
        ("investment", "约3.5亿元"),
        ("lead", "市发改委"),
        ("problems", "难点、堵点"),
        ("verify", "金额待核"),
        ("note", "首批"),
    ];
    for (field, text) in fields {
        let before = page();
        desk.call("project_set", json!({"id": id, "field": field, "text": text}));
        let after = page();
        assert_ne!(after, before, "{field}");
        let undone = desk.call("undo", json!({}));
        assert!(undone["label"].as_str().unwrap().contains("示例智工厂"), "{undone}");
        assert_eq!(page(), before, "{field}");
        desk.call("redo", json!({}));
        assert_eq!(page(), after, "{field}");
    }
    let history = desk.call("history", json!({ "id": id }));
    assert_eq!(history.as_array().unwrap().len(), 1 + 3 * fields.len(), "what was taken back stays in the history");
}

#[test]
fn what_cannot_be_read_is_refused_in_words_and_changes_nothing() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("project_create", json!({"name": "示例智工厂"}));
    let before = desk.call("project_get", json!({ "id": id }));
    for (field, text, says) in [
        ("name", "  ", "项目名称"),
        ("kind", "其它", "重点企业创意"),
        ("four_new", "新技术、新东西", "新东西"),
        ("lead", "市不存在局", "市不存在局"),
        ("investment", "很多很多钱", "很多很多钱"),
    ] {
        let refusal = desk.refused("project_set", json!({"id": id, "field": field, "text": text}));
        assert!(refusal.contains(says), "{field}: {refusal}");
    }
    assert_eq!(desk.call("project_get", json!({ "id": id })), before);
}

#[test]
fn demands_are_arranged_within_their_project_and_every_change_is_taken_back() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let list = || desk.call("demand_list", json!({ "project": project }))["rows"].clone();
    let order = || list().as_array().unwrap().iter().map(|row| row["id"].clone()).collect::<Vec<_>>();
    let create = |text: &str| desk.call("demand_create", json!({"project": project, "category": "land", "text": text}));
    let [a, b, c] = ["甲", "乙", "丙"].map(create);
    desk.call("demand_move", json!({"id": c, "after": a}));
    assert_eq!(order(), [a.clone(), c.clone(), b.clone()]);
    desk.call("demand_move", json!({ "id": b }));
    assert_eq!(order(), [b.clone(), a.clone(), c.clone()]);
    assert_eq!(desk.call("undo", json!({}))["label"], "移动需求：乙");
    assert_eq!(order(), [a.clone(), c, b]);
    let changes = [
        ("demand_set", json!({"ids": [a], "field": "quantity", "text": "120亩"})),
        ("demand_set", json!({"ids": [a], "field": "due", "text": "2021年6月底前"})),
        ("demand_set", json!({"ids": [a], "field": "source", "text": "走访"})),
        ("demand_set", json!({"ids": [a], "field": "satisfaction", "text": "基本满意"})),
        ("demand_status_set", json!({"id": a, "status": "assigned"})),
        ("demand_trash", json!({"id": a})),
        ("demand_create", json!({"project": project, "category": "talent"})),
    ];
    for (name, request) in changes {
        let before = list();
        desk.call(name, request.clone());
        assert_ne!(list(), before, "{name} {request}");
        desk.call("undo", json!({}));
        assert_eq!(list(), before, "{name} {request}");
    }
}

#[test]
fn fifteen_working_days_from_the_eighth_of_february_2021_end_on_the_fifth_of_march() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let demand = desk.call("demand_create", json!({"project": project, "category": "land", "text": "工业用地"}));
    let split = |anchor: Value| {
        let steps = json!([{"title": "用地预审", "lead": "自规局", "working_days": 15}]);
        desk.call("demand_split", json!({"id": demand, "steps": steps, "anchor": anchor}));
        let row = desk.call("task_list", json!({"filter": {"demand": demand}}))["rows"][0].clone();
        desk.call("undo", json!({}));
        (row["start_on"].clone(), row["due"]["day"].clone())
    };
    let span = (json!("2021-02-09"), json!("2021-03-05"));
    assert_eq!(split(json!({"start": "2021-02-08"})), span);
    assert_eq!(split(json!({"target": "2021-03-05"})), span, "倒排工期");
    let refusal = desk.refused("demand_split", json!({"id": demand, "steps": [], "anchor": {"start": "2021-02-08"}}));
    assert!(refusal.contains("步"), "{refusal}");
}

#[test]
fn a_demand_that_cannot_be_met_says_why_and_other_says_what() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let refusal = desk.refused("demand_create", json!({"project": project, "category": "other"}));
    assert!(refusal.contains("其他") && refusal.contains("需求内容"), "{refusal}");
    let id = desk.call("demand_create", json!({"project": project, "category": "land"}));
    let refusal = desk.refused("demand_set", json!({"ids": [id], "field": "category", "text": "其他"}));
    assert!(refusal.contains("其他"), "{refusal}");
    let set = |status: &str, result: &str| json!({"id": id, "status": status, "result": result});
    desk.call("demand_status_set", set("assigned", ""));
    desk.call("demand_status_set", set("in_progress", ""));
    desk.call("demand_status_set", set("answered", "正在研究"));
    let refusal = desk.refused("demand_status_set", set("unsolvable", ""));
    assert!(refusal.contains("政策依据"), "an earlier answer is no reason: {refusal}");
    desk.call("demand_status_set", set("unsolvable", "用地规模指标不足"));
    let row = desk.call("demand_list", json!({ "project": project }))["rows"][0].clone();
    assert_eq!((&row["status"], &row["next"]), (&json!("unsolvable"), &json!([])));
}
