//! 调度会: the queue in order of urgency, decisions that become tasks, what was said last time, 散会 and 纪要; 本周变化 and
//! how the 推进小组 stand.

mod common;

use common::{Desk, day};
use serde_json::{Value, json};

struct Told {
    desk: Desk,
    project: Value,
}

/// A workbook with a project; the clock stands on Thursday 2021-02-25.
fn told() -> Told {
    let desk = Desk::with_new_workbook();
    let firm = desk.call("enterprise_create", json!({"name": "青岛示例科技有限公司"}));
    let project = desk.call("project_create", json!({"name": "示例智工厂", "enterprise": firm}));
    Told { desk, project }
}

impl Told {
    fn task(&self, title: &str, due: &str, more: Value) -> Value {
        let mut request = json!({
            "title": title, "project": self.project, "lead": "市自然资源和规划局", "due": due, "assigned_on": "2021-01-04"
        });
        for (key, value) in more.as_object().expect("an object") {
            request[key] = value.clone();
        }
        self.desk.call("task_create", request)["id"].clone()
    }

    fn meets(&self, on: &str, tasks: &[&Value]) -> Value {
        self.desk.call("meeting_create", json!({"held_on": on, "tasks": tasks}))
    }

    fn page(&self, meeting: &Value) -> Value {
        self.desk.call("meeting_get", json!({"id": meeting}))
    }

    fn item(&self, meeting: &Value, at: usize) -> Value {
        self.page(meeting)["items"][at].clone()
    }
}

fn titles(items: &Value) -> Vec<String> {
    items.as_array().expect("items").iter().map(|item| item["task"]["title"].as_str().unwrap_or("").into()).collect()
}

#[test]
fn the_queue_goes_by_urgency_and_a_task_stands_under_the_first_reason_that_fits() {
    let told = told();
    let note = |task: &Value, request: Value| {
        let mut request = request;
        request["id"] = task.clone();
        told.desk.call("task_note_add", request);
    };
    told.task("在办", "2021-12-31", json!({}));
    let waits = told.task("待销号的", "2021-02-20", json!({"status": "in_progress"}));
    told.desk.call("task_set", json!({"id": waits, "field": "status", "text": "待销号", "evidence": "已取得批复"}));
    let stuck = told.task("要协调的", "2021-12-01", json!({}));
    note(&stuck, json!({"need_coordination": true, "problem": "缺指标"}));
    told.task("今天到期", "2021-02-25", json!({}));
    told.task("快到期", "2021-03-03", json!({}));
    told.task("滞后", "2021-03-31", json!({"start_on": "2021-01-04"}));
    told.task("刚逾期", "2021-02-24", json!({}));
    let late = told.task("逾期最久", "2021-01-20", json!({}));
    note(&late, json!({"need_coordination": true, "problem": "也要协调"}));

    let proposed = told.desk.call("meeting_propose", json!({}));
    assert_eq!(
        titles(&proposed["items"]),
        ["逾期最久", "刚逾期", "滞后", "今天到期", "快到期", "要协调的", "待销号的", "在办"]
    );
    let urgency: Vec<&str> =
        proposed["items"].as_array().unwrap().iter().map(|item| item["urgency"].as_str().unwrap()).collect();
    assert_eq!(
        urgency,
        ["overdue", "overdue", "behind", "due_today", "due_soon", "coordination", "submitted", "other"]
    );
    assert_eq!(proposed["number"], "2021年第1次");
    let three = told.desk.call("meeting_propose", json!({"count": 3}));
    assert_eq!(titles(&three["items"]), ["逾期最久", "刚逾期", "滞后"]);
}

#[test]
fn a_scope_narrows_the_queue_to_a_group_a_project_or_a_unit() {
    let told = told();
    told.task("本项目", "2021-02-20", json!({}));
    told.task("科技局的", "2021-02-20", json!({"lead": "市科技局"}));
    let other = told.desk.call(
        "project_create",
        json!({"name": "示例二", "enterprise": told.desk.call("enterprise_create", json!({"name": "青岛示例二厂"}))}),
    );
    told.task("别的项目", "2021-02-20", json!({"project": other}));
    let group = told.desk.call("group_create", json!({"name": "智能制造推进小组"}));
    told.desk.call("project_set", json!({"id": other, "field": "work_group", "text": group}));
    let of = |scope: Value| {
        let mut names = titles(&told.desk.call("meeting_propose", json!({"scope": scope}))["items"]);
        names.sort();
        names
    };
    assert_eq!(of(json!({"group": group})), ["别的项目"]);
    assert_eq!(of(json!({"project": told.project})), ["本项目", "科技局的"]);
    let unit = told.desk.call("department_list", json!({"text": "市科技局"}))["rows"][0]["id"].clone();
    assert_eq!(of(json!({"department": unit})), ["科技局的"]);
}

#[test]
fn a_decision_with_unit_and_time_becomes_a_task_and_one_without_a_unit_stays_a_line() {
    let told = told();
    let task = told.task("用地预审", "2021-02-19", json!({}));
    let meeting = told.meets("2月25日", &[&task]);
    let item = told.item(&meeting, 0);
    let settled = told.desk.call(
        "meeting_settle",
        json!({
            "id": item["id"], "said": "缺海绵城市专篇",
            "lines": "资规局 3月5日前 补齐专篇并报批\n西海岸新区管委 同步启动征地公告\n原则同意选址方案"
        }),
    );
    assert_eq!(settled["decisions"].as_array().unwrap().len(), 3);
    assert_eq!(settled["tasks"].as_array().unwrap().len(), 2);
    let item = told.item(&meeting, 0);
    assert_eq!((&item["state"], &item["said"]), (&json!("decided"), &json!("缺海绵城市专篇")));
    assert!(item["standing"].as_str().unwrap().contains("逾期 6 天"), "{}", item["standing"]);
    let decisions = item["decisions"].as_array().unwrap();
    assert_eq!(decisions[0]["unit"]["name"], "市自然资源和规划局");
    assert_eq!(decisions[0]["due"], "2021年3月5日");
    assert_eq!(decisions[2]["unit"], Value::Null);
    assert_eq!(decisions[2]["task"], Value::Null);
    let made = told.desk.call("task_get", json!({"id": settled["tasks"][0]}));
    assert_eq!(made["row"]["title"], "补齐专篇并报批");
    assert_eq!(made["row"]["due"]["day"], "2021-03-05");
    assert_eq!(made["row"]["project"]["id"], told.project);
    assert_eq!((&made["row"]["start_on"], &made["row"]["light"]["kind"]), (&json!("2021-02-26"), &json!("normal")));
    // 会议议定 without a time limit: 20 working days from the day of the meeting.
    let other = told.desk.call("task_get", json!({"id": settled["tasks"][1]}));
    assert_eq!(other["due_rule"], "20个工作日自交办");
    assert_eq!(other["row"]["due"]["day"], "2021-03-25");

    // One action: undone whole.
    told.desk.call("undo", json!({}));
    let item = told.item(&meeting, 0);
    assert_eq!((&item["state"], item["decisions"].as_array().unwrap().len()), (&json!("waiting"), 0));
    let why = told.desk.refused("task_get", json!({"id": settled["tasks"][0]}));
    assert!(why.contains("任务"), "{why}");
}

#[test]
fn a_line_is_read_before_anything_is_written() {
    let told = told();
    let read = |text: &str| told.desk.call("decision_read", json!({"text": text}));
    let one = read("市自然资源和规划局 3月5日前 补齐专篇并报批");
    assert_eq!(one["unit"]["name"], "市自然资源和规划局");
    assert_eq!(
        (&one["text"], &one["due"], &one["working_days"]),
        (&json!("补齐专篇并报批"), &json!("2021年3月5日"), &json!(6))
    );
    let none = read("同意选址方案");
    assert_eq!((&none["unit"], &none["due_by_default"]), (&Value::Null, &json!(true)));
    let doubt = read("市金控集团：提供授信");
    assert_eq!((&doubt["unit"], &doubt["unknown"]), (&Value::Null, &json!("市金控集团")));
}

#[test]
fn a_name_nobody_knew_is_remembered_when_its_unit_was_chosen() {
    let told = told();
    let meeting = told.meets("2月25日", &[]);
    told.desk.call("meeting_item_add", json!({"id": meeting, "title": "融资对接"}));
    let item = told.item(&meeting, 0);
    let unit = told.desk.call("department_list", json!({"text": "青岛财通集团"}))["rows"][0]["id"].clone();
    let settled = told.desk.call(
        "meeting_settle",
        json!({"id": item["id"], "lines": "市金控集团：3月底前提供授信", "remember": [{"said": "市金控集团", "unit": unit}]}),
    );
    assert_eq!(settled["tasks"].as_array().unwrap().len(), 1);
    let read = told.desk.call("decision_read", json!({"text": "市金控集团 下周五前 报方案"}));
    assert_eq!(read["unit"]["id"], unit);
}

#[test]
fn the_unit_of_a_decision_can_be_given_afterwards_and_a_decision_goes_with_its_untouched_task() {
    let told = told();
    let task = told.task("用地预审", "2021-02-19", json!({}));
    let meeting = told.meets("2月25日", &[&task]);
    let id = told.item(&meeting, 0)["id"].clone();
    told.desk.call("meeting_settle", json!({"id": id, "lines": "补齐海绵城市专篇，3月5日前"}));
    let decision = told.item(&meeting, 0)["decisions"][0].clone();
    assert_eq!(decision["task"], Value::Null);
    let settled = told.desk.call("decision_unit_set", json!({"id": decision["id"], "unit": "资规局"}));
    let made = settled["tasks"][0].clone();
    assert_eq!(told.desk.call("task_get", json!({"id": made}))["row"]["due"]["day"], "2021-03-05");
    let why = told.desk.refused("decision_unit_set", json!({"id": decision["id"], "unit": "市科技局"}));
    assert!(why.contains("已生成任务"), "{why}");

    assert_eq!(told.desk.call("decision_trash", json!({"id": decision["id"]}))["task"], true);
    told.desk.refused("task_get", json!({"id": made}));
    told.desk.call("undo", json!({}));
    // Somebody works on it: it stays.
    told.desk.call("task_note_add", json!({"id": made, "percent": 10}));
    assert_eq!(told.desk.call("decision_trash", json!({"id": decision["id"]}))["task"], false);
    told.desk.call("task_get", json!({"id": made}));
}

#[test]
fn the_next_meeting_says_what_was_said_last_time_and_what_was_noted_since() {
    let told = told();
    let task = told.task("用地预审", "2021-02-19", json!({}));
    let first = told.meets("2月18日", &[&task]);
    let item = told.item(&first, 0)["id"].clone();
    let lines = "资规局：2月19日前完成选址论证，24日上会";
    let settled = told.desk.call("meeting_settle", json!({"id": item, "said": "专家意见已收齐", "lines": lines}));
    told.desk.call("meeting_close", json!({"id": first}));
    told.desk.call("task_note_add", json!({"id": task, "as_of": "2021-02-17", "done_text": "会前的进展"}));
    told.desk.call("task_note_add", json!({"id": task, "as_of": "2021-02-23", "done_text": "选址论证已送审"}));

    let decided = settled["tasks"][0].clone();
    let second = told.meets("2月25日", &[&task, &decided]);
    let page = told.page(&second);
    assert_eq!(page["row"]["number"], "2021年第2次");
    let last = &page["items"][0]["last"];
    assert_eq!(
        (&last["held_on"], &last["said"], &last["born"]),
        (&json!("2021-02-18"), &json!("专家意见已收齐"), &json!(false))
    );
    assert_eq!(last["decisions"][0]["typed"], lines);
    let notes = page["items"][0]["notes"].as_array().unwrap();
    assert_eq!(notes.iter().map(|note| &note["done_text"]).collect::<Vec<_>>(), ["选址论证已送审"]);
    // The task that was decided there remembers where it came from.
    let born = &page["items"][1]["last"];
    assert_eq!((&born["born"], &born["decisions"][0]["typed"]), (&json!(true), &json!(lines)));
    // The first meeting knows nothing of the second.
    assert_eq!(told.item(&first, 0)["last"], Value::Null);
    let mentions = told.desk.call("task_meetings", json!({"id": task}));
    assert_eq!(mentions[0]["held_on"], "2021-02-18");
}

#[test]
fn items_are_added_dropped_skipped_and_arranged_until_the_meeting_is_closed() {
    let told = told();
    let (a, b) = (told.task("甲", "2021-02-19", json!({})), told.task("乙", "2021-02-20", json!({})));
    let meeting = told.meets("2月25日", &[&a, &b]);
    told.desk.call("meeting_item_add", json!({"id": meeting, "tasks": [a]}));
    assert_eq!(told.page(&meeting)["items"].as_array().unwrap().len(), 2, "a task stands once");
    told.desk.call("meeting_item_add", json!({"id": meeting, "project": told.project}));
    told.desk.call("meeting_item_add", json!({"id": meeting, "title": "第七场创意会筹备"}));
    let names = |told: &Told| -> Vec<String> {
        told.page(&meeting)["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["title"].as_str().unwrap().into())
            .collect()
    };
    assert_eq!(names(&told), ["甲", "乙", "示例智工厂", "第七场创意会筹备"]);
    let last = told.item(&meeting, 3)["id"].clone();
    told.desk.call("meeting_item_move", json!({"id": last, "after": null}));
    assert_eq!(names(&told), ["第七场创意会筹备", "甲", "乙", "示例智工厂"]);
    told.desk.call("meeting_item_state", json!({"id": last, "state": "skipped"}));
    let b_item = told.item(&meeting, 2)["id"].clone();
    told.desk.call("meeting_item_drop", json!({"id": b_item}));
    let a_item = told.item(&meeting, 1)["id"].clone();
    told.desk.call("meeting_settle", json!({"id": a_item, "lines": "资规局 3月底前 完成"}));
    let why = told.desk.refused("meeting_item_drop", json!({"id": a_item}));
    assert!(why.contains("已有决定"), "{why}");
    let row = told.page(&meeting)["row"].clone();
    assert_eq!(
        (&row["items"], &row["decided"], &row["skipped"], &row["decisions"]),
        (&json!(3), &json!(1), &json!(1), &json!(1))
    );

    told.desk.call("meeting_close", json!({"id": meeting}));
    let why = told.desk.refused("meeting_settle", json!({"id": a_item, "lines": ""}));
    assert!(why.contains("已散会"), "{why}");
    told.desk.call("meeting_reopen", json!({"id": meeting}));
    told.desk.call("meeting_settle", json!({"id": a_item, "lines": "市科技局 下周五前 会商"}));
    assert_eq!(told.page(&meeting)["row"]["decisions"], 2);
}

#[test]
fn numbers_follow_each_other_in_a_year_and_are_not_given_twice() {
    let told = told();
    let eighth = told.desk.call("meeting_create", json!({"number": "2021年第8次"}));
    assert_eq!(told.desk.call("meeting_propose", json!({}))["number"], "2021年第9次");
    let why = told.desk.refused("meeting_create", json!({"number": "2021年第8次"}));
    assert!(why.contains("已有"), "{why}");
    let why = told
        .desk
        .refused("meeting_close", json!({"id": told.desk.call("meeting_create", json!({"held_on": "3月4日"}))}));
    assert!(why.contains("还没到"), "{why}");
    told.desk.call("meeting_trash", json!({"id": eighth}));
    assert_eq!(told.desk.call("meeting_list", json!({}))["total"], 1);
    // A meeting still to come is not there on an earlier day.
    assert_eq!(told.desk.call_as_of(day("2021-02-20"), "meeting_list", json!({}))["total"], 0);
}

#[test]
fn the_minutes_say_what_was_decided_by_whom_until_when() {
    let told = told();
    let task = told.task("用地预审", "2021-02-19", json!({}));
    let meeting = told.desk.call("meeting_create", json!({"held_on": "2月25日", "chair": "示例主任", "tasks": [task]}));
    let item = told.item(&meeting, 0)["id"].clone();
    told.desk.call("meeting_settle", json!({"id": item, "said": "缺专篇", "lines": "资规局 3月5日前 补齐专篇并报批"}));
    told.desk.call("supervision_issue", json!({"papers": [{"task": task}], "meeting": meeting}));
    told.desk.call("meeting_close", json!({"id": meeting}));
    let name = told.desk.call("meeting_paper_name", json!({"id": meeting}))["path"].clone();
    assert_eq!(name, "2021年第1次调度会纪要2021年2月25日.docx");
    let path = told.desk.path("纪要.docx");
    told.desk.call("meeting_export", json!({"id": meeting, "path": path}));
    let text = common::word_text(&path);
    for words in [
        "（2021年第1次）",
        "示例主任",
        "形成决定1项，发出督办单1张",
        "用地预审（示例智工厂）",
        "逾期 6 天",
        "缺专篇",
        "补齐专篇并报批（市自然资源和规划局牵头；2021年3月5日前完成）",
        "DB-2021-A001",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    let why = told.desk.refused("meeting_export", json!({"id": meeting, "path": told.desk.path("纪要.pdf")}));
    assert!(why.contains(".docx"), "{why}");
}

#[test]
fn what_changed_since_the_last_meeting_is_told_by_unit_from_dated_facts() {
    let told = told();
    told.meets("2月18日", &[]);
    let set = |id: &Value, field: &str, text: &str, on: &str| {
        told.desk.call(
            "task_set",
            json!({"id": id, "field": field, "text": text, "on": on, "reason": "等指标", "evidence": "批复文件"}),
        );
    };
    // 新逾期: due after the first day, over on the last.
    told.task("新逾期", "2021-02-22", json!({}));
    told.task("早就逾期", "2021-02-01", json!({}));
    told.task("新交办", "2021-04-01", json!({"assigned_on": "2021-02-19"}));
    let put_off = told.task("延期", "2021-03-01", json!({}));
    set(&put_off, "due", "2021-04-10", "2021-02-20");
    let noted = told.task("有进展", "2021-06-01", json!({"lead": "市科技局"}));
    told.desk.call("task_note_add", json!({"id": noted, "as_of": "2021-02-24", "done_text": "已立项"}));
    let closed = told.task("销号", "2021-03-01", json!({"status": "in_progress"}));
    set(&closed, "status", "待销号", "2021-02-22");
    set(&closed, "status", "已销号", "2021-02-23");

    let week = told.desk.call("week_get", json!({}));
    assert_eq!(
        (&week["since"], &week["until"], &week["since_meeting"]),
        (&json!("2021-02-18"), &json!("2021-02-25"), &json!("2021年第1次"))
    );
    assert_eq!(week["totals"], json!({"created": 1, "closed": 1, "extended": 1, "overdue": 1, "noted": 1}));
    let names: Vec<&str> =
        week["units"].as_array().unwrap().iter().map(|unit| unit["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["市科技局", "市自然资源和规划局"], "in 机构序列");
    let rows = told.desk.call("week_rows", json!({"since": "2021-02-18", "until": "2021-02-25", "kind": "extended"}));
    assert_eq!(rows["rows"][0]["words"], "2021年3月1日 → 2021年4月10日：等指标");
    // The same days looked at from before the facts: nothing of what came later.
    let early = told.desk.call("week_get", json!({"since": "2021-02-18", "until": "2021-02-19"}));
    assert_eq!(early["totals"], json!({"created": 1, "closed": 0, "extended": 0, "overdue": 0, "noted": 0}));
    let why = told.desk.refused("week_get", json!({"since": "3月1日", "until": "2月1日"}));
    assert!(why.contains("晚于"), "{why}");
}

#[test]
fn groups_stand_with_their_projects_lights_and_the_items_of_the_meeting_to_come() {
    let told = told();
    let group = told.desk.call("group_create", json!({"name": "智能制造推进小组"}));
    told.desk.call("project_set", json!({"id": told.project, "field": "work_group", "text": group}));
    let late = told.task("用地预审", "2021-02-19", json!({}));
    told.task("环评批复", "2021-12-31", json!({}));
    told.meets("2月25日", &[&late]);
    let answer = told.desk.call("dispatch_groups", json!({}));
    let group = &answer["groups"][0];
    assert_eq!((&group["open"], &group["overdue"], &group["items"]), (&json!(2), &json!(1), &json!(1)));
    let project = &group["projects"][0];
    assert_eq!((&project["light"]["kind"], &project["task"]), (&json!("overdue"), &json!("用地预审")));
    assert_eq!(answer["meeting_number"], "2021年第1次");
}
