//! 督办单: one matter, one paper; its steps; what left the room is voided, not undone. Scenario 27 of domain.md §7.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

struct Told {
    desk: Desk,
    task: Value,
}

/// A task that was due on Friday 2021-02-19; today is Thursday 2021-02-25.
fn told() -> Told {
    let desk = Desk::with_new_workbook();
    let firm = desk.call("enterprise_create", json!({"name": "青岛示例科技有限公司"}));
    let project = desk.call("project_create", json!({"name": "示例智工厂", "enterprise": firm}));
    let task = desk.call(
        "task_create",
        json!({"title": "用地预审", "project": project, "lead": "市自然资源和规划局", "assisting": "西海岸新区管委", "due": "2021-02-19", "status": "in_progress", "assigned_on": "2021-01-04"}),
    )["id"]
        .clone();
    Told { desk, task }
}

impl Told {
    fn issues(&self, more: Value) -> Value {
        let mut paper = json!({"task": self.task});
        for (key, value) in more.as_object().expect("an object") {
            paper[key] = value.clone();
        }
        self.desk.call("supervision_issue", json!({"papers": [paper]}))[0].clone()
    }

    fn page(&self, id: &Value) -> Value {
        self.desk.call("supervision_get", json!({"id": id}))
    }

    fn goes(&self, id: &Value, to: &str, more: Value) {
        self.desk.call("supervision_advance", step(id, to, more));
    }
}

fn step(id: &Value, to: &str, more: Value) -> Value {
    let mut request = json!({"id": id, "to": to});
    for (key, value) in more.as_object().expect("an object") {
        request[key] = value.clone();
    }
    request
}

#[test]
fn scenario_27_the_paper_of_an_overdue_task() {
    let told = told();
    let proposed = &told.desk.call("supervision_propose", json!({"tasks": [told.task]}))[0];
    assert_eq!(proposed["level"], "report", "逾期 is reported");
    assert_eq!(proposed["number"], "DB-2021-A001");
    // 2021-02-20 is a make-up day: four working days after Friday the 19th, with Saturday worked, are five.
    assert_eq!(proposed["overdue"], "逾期 6 天（5 个工作日）");
    assert_eq!(proposed["department"], "市自然资源和规划局");
    assert_eq!(proposed["reply_due"], "2021-03-02", "three working days");

    let id = told.issues(json!({}));
    let page = told.page(&id);
    assert_eq!(
        (&page["row"]["number"], &page["row"]["level"], &page["row"]["reply_due"], &page["row"]["status"]),
        (&json!("DB-2021-A001"), &json!("report"), &json!("2021-03-02"), &json!("issued"))
    );
    let path = told.desk.path("督办单.docx");
    told.desk.call("supervision_export", json!({"id": id, "path": path}));
    let text = common::word_text(&path);
    for words in [
        "督办单（通报）",
        "DB-2021-A001",
        "通报（红色）",
        "示例智工厂：用地预审",
        "市自然资源和规划局",
        "西海岸新区管委",
        "2021年2月19日",
        "已逾期6天（5个工作日）",
        "2021年3月2日前反馈",
        "签收",
        "办理情况",
        "审核意见",
        "销号日期",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
}

#[test]
fn the_level_follows_the_light() {
    let told = told();
    let make = |title: &str, request: Value| {
        let mut request = request;
        request["title"] = json!(title);
        request["lead"] = json!("市科技局");
        request["assigned_on"] = json!("2021-01-04");
        told.desk.call("task_create", request)["id"].clone()
    };
    let soon = make("临期", json!({"due": "2021-03-01"}));
    let behind = make("滞后", json!({"start_on": "2021-01-04", "due": "2021-03-31"}));
    let proposed = told.desk.call("supervision_propose", json!({"tasks": [soon, behind, told.task]}));
    let levels: Vec<&str> = proposed.as_array().unwrap().iter().map(|one| one["level"].as_str().unwrap()).collect();
    assert_eq!(levels, ["notice", "urge", "report"]);
    let numbers: Vec<&str> = proposed.as_array().unwrap().iter().map(|one| one["number"].as_str().unwrap()).collect();
    assert_eq!(numbers, ["DB-2021-A001", "DB-2021-A002", "DB-2021-A003"]);
    let papers: Vec<Value> = [&soon, &behind, &told.task].map(|task| json!({"task": task})).into();
    let made = told.desk.call("supervision_issue", json!({"papers": papers}));
    assert_eq!(made.as_array().unwrap().len(), 3);
    // One action: all or none.
    told.desk.call("undo", json!({}));
    assert_eq!(told.desk.call("supervision_list", json!({}))["total"], 0);
}

#[test]
fn from_issue_to_closing_with_the_task() {
    let told = told();
    let id = told.issues(json!({}));
    let why = told.desk.refused("supervision_advance", step(&id, "closed", json!({})));
    assert!(why.contains("已签收") && why.contains("待复核"), "{why}");
    told.goes(&id, "received", json!({}));
    let why = told.desk.refused("supervision_advance", step(&id, "replied", json!({})));
    assert!(why.contains("办理情况"), "{why}");
    told.goes(&id, "replied", json!({"text": "专篇已补齐，3月5日上会"}));
    let why = told.desk.refused("supervision_advance", step(&id, "returned", json!({})));
    assert!(why.contains("退回"), "{why}");
    told.goes(&id, "returned", json!({"text": "没有明确办结时限"}));
    let page = told.page(&id);
    assert_eq!((&page["row"]["reply_due"], &page["row"]["replied_on"]), (&json!("2021-03-02"), &Value::Null));
    told.goes(&id, "replied", json!({"text": "3月5日前办结"}));

    let why = told.desk.refused("supervision_advance", step(&id, "closed", json!({"close_task": true})));
    assert!(why.contains("还没有申请销号"), "{why}");
    assert_eq!(told.page(&id)["row"]["status"], "replied", "a refusal changes nothing");
    told.desk.call("task_set", json!({"id": told.task, "field": "status", "text": "待销号", "evidence": "已取得批复"}));
    told.goes(&id, "closed", json!({"close_task": true}));
    let page = told.page(&id);
    assert_eq!((&page["row"]["status"], &page["row"]["closed_on"]), (&json!("closed"), &json!("2021-02-25")));
    assert_eq!(page["verdict"], "经复核，同意销号");
    let steps: Vec<&str> = page["steps"].as_array().unwrap().iter().map(|one| one["to"].as_str().unwrap()).collect();
    assert_eq!(steps, ["closed", "replied", "returned", "replied", "received", "issued"]);
    assert_eq!(told.desk.call("task_get", json!({"id": told.task}))["row"]["status"], "closed");
    told.desk.call("undo", json!({}));
    assert_eq!(told.desk.call("task_get", json!({"id": told.task}))["row"]["status"], "submitted");
}

#[test]
fn what_left_the_room_is_voided_with_a_reason_and_not_undone() {
    let told = told();
    let id = told.issues(json!({}));
    told.desk.call("supervision_set", json!({"id": id, "field": "requirement", "text": "请于三日内反馈"}));
    told.desk.call("undo", json!({}));
    told.desk.call("redo", json!({}));
    told.desk.call("supervision_export", json!({"id": id, "path": told.desk.path("督办单")}));
    assert!(told.desk.path("督办单.docx").exists());

    let why = told.desk.refused("supervision_set", json!({"id": id, "field": "matter", "text": "别的事"}));
    assert!(why.contains("作废"), "{why}");
    let why = told.desk.refused("supervision_trash", json!({"id": id}));
    assert!(why.contains("作废"), "{why}");
    // Whatever wrote the paper cannot be taken back any more; what was done before it can.
    told.desk.call("undo", json!({}));
    assert_eq!(told.desk.call("supervision_list", json!({}))["total"], 1, "the paper stands");
    told.desk.call("redo", json!({}));

    let why = told.desk.refused("supervision_advance", step(&id, "voided", json!({})));
    assert!(why.contains("作废理由"), "{why}");
    told.goes(&id, "voided", json!({"text": "事项重复"}));
    let page = told.page(&id);
    assert_eq!((&page["row"]["status"], &page["steps"][0]["text"]), (&json!("voided"), &json!("事项重复")));
    assert_eq!(page["next"], json!([]));
    // The step itself is an ordinary action, and its number is not given again.
    told.desk.call("undo", json!({}));
    assert_eq!(told.page(&id)["row"]["status"], "issued");
    assert_eq!(told.desk.call("supervision_propose", json!({"tasks": [told.task]}))[0]["number"], "DB-2021-A002");
}

#[test]
fn a_paper_that_stayed_can_be_undone_and_deleted() {
    let told = told();
    let id = told.issues(json!({}));
    told.desk.call("undo", json!({}));
    told.desk.refused("supervision_get", json!({"id": id}));
    let id = told.issues(json!({"level": "urge", "reply_due": "5个工作日"}));
    let page = told.page(&id);
    assert_eq!((&page["row"]["level"], &page["row"]["reply_due"]), (&json!("urge"), &json!("2021-03-04")));
    assert!(
        page["requirement"].as_str().unwrap().contains("2021年3月4日"),
        "the wording follows: {}",
        page["requirement"]
    );
    told.desk.call("supervision_trash", json!({"id": id}));
    assert_eq!(told.desk.call("supervision_list", json!({}))["total"], 0);
}

#[test]
fn the_list_says_what_is_out_and_what_is_late_as_of_a_day() {
    let told = told();
    let id = told.issues(json!({}));
    told.goes(&id, "received", json!({}));
    let states = |on: &str| -> Vec<(String, i64)> {
        told.desk
            .call_as_of(day(on), "supervision_counts", json!({}))
            .as_array()
            .unwrap()
            .iter()
            .map(|one| (one["state"].as_str().unwrap().to_string(), one["count"].as_i64().unwrap()))
            .filter(|(_, count)| *count > 0)
            .collect()
    };
    assert_eq!(states("2021-02-24"), [], "not issued yet");
    assert_eq!(states("2021-03-02"), [("out".to_string(), 1)]);
    assert_eq!(states("2021-03-05"), [("out".to_string(), 1), ("late".to_string(), 1)]);
    let row = &told.desk.call_as_of(day("2021-03-05"), "supervision_list", json!({"state": "late"}))["rows"][0];
    assert_eq!((&row["reply_word"], &row["late"]), (&json!("逾期 3 天（3 个工作日）"), &json!(true)));
    told.goes(&id, "replied", json!({"text": "已办"}));
    assert_eq!(states("2021-03-05"), [("replied".to_string(), 1)]);
    assert_eq!(told.desk.call("supervision_list", json!({"text": "智工厂"}))["total"], 1);
    assert_eq!(told.desk.call("supervision_list", json!({"text": "%"}))["total"], 0);
}

#[test]
fn numbers_units_and_days_are_checked() {
    let told = told();
    told.issues(json!({}));
    let refused = |paper: Value, more: Value| {
        let mut request = json!({"papers": [paper]});
        for (key, value) in more.as_object().unwrap() {
            request[key] = value.clone();
        }
        told.desk.refused("supervision_issue", request)
    };
    let why = refused(json!({"task": told.task, "number": "DB-2021-A001"}), json!({}));
    assert!(why.contains("已用于"), "{why}");
    let why = refused(json!({"matter": "没有单位的事"}), json!({}));
    assert!(why.contains("牵头单位"), "{why}");
    let why = refused(json!({"task": told.task}), json!({"issued_on": "2021-03-20"}));
    assert!(why.contains("还没到"), "{why}");
    let why = refused(json!({"task": told.task, "reply_due": "2021-02-01"}), json!({}));
    assert!(why.contains("早于"), "{why}");
    // Days overdue are told from the day of issue.
    let earlier = told.desk.call("supervision_issue", json!({"papers": [{"task": told.task}], "issued_on": "2月22日"}));
    assert_eq!(told.page(&earlier[0])["overdue"], "逾期 3 天（2 个工作日）");
}

#[test]
fn a_demand_and_a_limit_of_the_office_count_too() {
    let told = told();
    let project = told.desk.call("task_get", json!({"id": told.task}))["row"]["project"]["id"].clone();
    let demand =
        told.desk.call("demand_create", json!({"project": project, "category": "land", "text": "新增用地120亩"}));
    told.desk.call("demand_set", json!({"ids": [demand], "field": "lead", "text": "资规局"}));
    let page = told.desk.call("dictionary_get", json!({"list": "source_limit"}));
    let text = page.to_string();
    assert!(text.contains("督办单反馈"), "{text}");
    let proposed = &told.desk.call("supervision_propose", json!({"demands": [demand]}))[0];
    assert_eq!(proposed["department"], "市自然资源和规划局");
    assert_eq!(proposed["matter"], "示例智工厂：新增用地120亩");
    told.desk.call("supervision_issue", json!({"papers": [{"demand": demand}]}));
    assert_eq!(told.desk.call("supervision_list", json!({"demand": demand}))["total"], 1);
}
