//! 任务台账 as staff use it.

mod common;

use changwu_core::calendar::Calendar;
use changwu_core::partial_date::{PartialDate, Precision};
use changwu_core::storage::task_list;
use changwu_core::tasks::light::{LightInput, LightKind, light};
use changwu_core::tasks::list::TaskQuery;
use changwu_core::tasks::status::TaskStatus;
use chrono::{Days, NaiveDate};
use common::{Desk, day, story_day};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A desk, and a new task led by 市自然资源和规划局.
fn with_task(title: &str) -> (Desk, Value) {
    let desk = Desk::with_new_workbook();
    let id = create(&desk, json!({"title": title, "lead": "自规局"}));
    (desk, id)
}

fn create(desk: &Desk, task: Value) -> Value {
    desk.call("task_create", task)["id"].clone()
}

fn set(desk: &Desk, id: &Value, field: &str, text: &str) -> Value {
    desk.call("task_set", json!({"id": id, "field": field, "text": text}))
}

fn refused(desk: &Desk, id: &Value, field: &str, text: &str) -> String {
    desk.refused("task_set", json!({"id": id, "field": field, "text": text}))
}

fn row(desk: &Desk, id: &Value) -> Value {
    desk.call("task_get", json!({"id": id}))["row"].clone()
}

fn titles(page: &Value) -> Vec<&str> {
    page["rows"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect()
}

fn undo(desk: &Desk) -> String {
    desk.call("undo", json!({}))["label"].as_str().unwrap().to_owned()
}

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
    set(&desk, &id, "due", "2021-03-20");
    assert_eq!(extended(&desk), 2);
    desk.clock.advance(86_400_000);
    set(&desk, &id, "due", "2021-03-05");
    assert_eq!(extended(&desk), 2, "earlier is no extension");
    let dues = desk.call("task_get", json!({"id": id}))["dues"].clone();
    assert_eq!(dues[2]["reason"], "等待评估");
    assert_eq!((&dues[2]["old"], &dues[2]["new"]), (&json!("2021年2月20日"), &json!("2021年3月10日")));
    // As of January it was due in February.
    let january = desk.call_as_of(day("2021-01-31"), "task_list", json!({}));
    assert_eq!(january["rows"][0]["due"]["text"], "2021-02-20");
    assert_eq!(january["rows"][0]["extended_times"], 0);
}

#[test]
fn a_status_goes_step_by_step_with_reasons() {
    let (desk, id) = with_task("用地预审");
    assert_eq!(
        refused(&desk, &id, "status", "已销号"),
        "任务现在是“未启动”，不能直接改为“已销号”；可以改为：进行中、暂缓、取消"
    );
    assert!(refused(&desk, &id, "status", "暂缓").contains("理由"));
    set(&desk, &id, "status", "暂缓：等土地指标");
    assert_eq!(desk.call("task_get", json!({"id": id}))["statuses"][0]["reason"], "等土地指标");
    for status in ["进行中", "待销号"] {
        set(&desk, &id, "status", status);
    }
    assert!(refused(&desk, &id, "status", "进行中").contains("理由"), "退回 needs one");
    desk.call("task_set", json!({"id": id, "field": "status", "text": "进行中", "reason": "佐证不全"}));
    set(&desk, &id, "status", "待销号");
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

/// A project, and an enterprise that leads it.
fn project(desk: &Desk, name: &str) -> Value {
    use changwu_core::action::{Action, Kind, Verb};
    use changwu_core::ids::ProjectId;
    let id = ProjectId::new();
    let sql = "INSERT INTO project(id,name,stage,district) VALUES(?,?,'advancing','370211')";
    desk.workbook()
        .transact(
            Action::new(Verb::Create, Kind::Project, name),
            |tx| Ok(tx.execute(sql, rusqlite::params![id, name])?),
        )
        .unwrap();
    json!(id)
}

#[test]
fn filters_groups_and_counts_agree() {
    let desk = Desk::with_new_workbook();
    let factory = project(&desk, "示例智工厂");
    let task = |title: &str, lead: &str, due: &str| {
        create(
            &desk,
            json!({"title": title, "lead": lead, "due": due, "project": factory, "assigned_on": "2021-01-04"}),
        )
    };
    task("用地预审", "自规局", "2021-02-19");
    task("控规调整", "自规局", "2021-02-26");
    let done = task("不动产登记", "自规局", "2021-02-01");
    task("人才引进", "人社局", "3月底前");
    task("长期服务", "人社局", "长期");
    let paused = task("安居政策", "人社局", "2021-02-10");
    create(&desk, json!({"title": "无主任务"}));
    set(&desk, &paused, "status", "暂缓：等政策");
    for status in ["进行中", "待销号", "已销号"] {
        set(&desk, &done, "status", status);
    }

    let list = |query: Value| desk.call("task_list", query);
    assert_eq!(titles(&list(json!({"filter": {"lights": ["overdue"]}}))), ["用地预审"]);
    assert_eq!(titles(&list(json!({"filter": {"lights": ["due_soon"]}}))), ["控规调整"]);
    assert_eq!(
        titles(&list(json!({"filter": {"due_to": "2021-03-31", "open": true}}))),
        ["用地预审", "控规调整", "人才引进"]
    );
    assert_eq!(titles(&list(json!({"filter": {"due_from": "2021-03-01"}}))), ["人才引进", "长期服务"]);
    assert_eq!(titles(&list(json!({"filter": {"text": "预审"}}))), ["用地预审"]);
    assert_eq!(titles(&list(json!({"filter": {"text": "rsj"}}))).len(), 3, "the unit by pinyin initials");
    assert_eq!(list(json!({"filter": {"text": "示例智工厂"}}))["total"], 6, "by the project's name");
    assert_eq!(titles(&list(json!({"filter": {"unassigned": true}}))), ["无主任务"]);
    assert_eq!(list(json!({"filter": {"district": "370211"}}))["total"], 6);
    assert_eq!(
        titles(&list(json!({"sort": "title", "limit": 2, "offset": 1}))),
        titles(&list(json!({"sort": "title"})))[1..3]
    );

    // 机构序列: 人社局 stands before 自规局; the group's rows follow in the same order.
    let groups = desk.call("task_groups", json!({"group": "lead"}));
    let seen: Vec<_> = groups
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (group["label"].as_str().unwrap(), group["count"].as_u64().unwrap()))
        .collect();
    assert_eq!(seen, [("市人力资源社会保障局", 3), ("市自然资源和规划局", 3), ("未定牵头单位", 1)]);
    let planning = &groups[1];
    assert_eq!(
        (&planning["overdue"], &planning["due_count"], &planning["due_done"]),
        (&json!(1), &json!(2), &json!(1))
    );
    assert_eq!(groups[0]["due_count"], 0, "暂缓 and 长期 are in no denominator");
    let rows = list(json!({"group": "lead"}));
    assert_eq!(titles(&rows), ["安居政策", "人才引进", "长期服务", "不动产登记", "用地预审", "控规调整", "无主任务"]);
    let months = desk.call("task_groups", json!({"group": "month"}));
    let labels: Vec<_> = months.as_array().unwrap().iter().map(|group| group["label"].as_str().unwrap()).collect();
    assert_eq!(labels, ["2021年2月", "2021年3月", "长期", "未定时限"]);

    let counts = desk.call("task_counts", json!({}));
    for (what, number) in [
        ("total", 7),
        ("open", 5),
        ("overdue", 1),
        ("due_soon", 1),
        ("submitted", 0),
        ("closed", 1),
        ("due_count", 2),
        ("due_done", 1),
    ] {
        assert_eq!(counts[what], number, "{what}");
    }
    // On the last day of January nothing was late yet and nothing was closed.
    let january = desk.call_as_of(day("2021-01-31"), "task_counts", json!({}));
    assert_eq!((&january["overdue"], &january["closed"], &january["total"]), (&json!(0), &json!(0), &json!(7)));
}

#[derive(Debug, Clone)]
struct Any {
    status: TaskStatus,
    start: Option<u64>,
    due: Option<(u64, Precision)>,
    percent: Option<i64>,
}

fn any_task() -> impl Strategy<Value = Any> {
    (
        prop::sample::select(TaskStatus::ALL),
        prop::option::of(0u64..120),
        prop::option::weighted(0.9, (0u64..120, prop::sample::select(Precision::ALL))),
        prop::option::of(0i64..=100),
    )
        .prop_map(|(status, start, due, percent)| Any { status, start, due, percent })
}

fn from_new_year(days: u64) -> NaiveDate {
    day("2021-01-01") + Days::new(days)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// The conditions in SQL are the rules in words: every task stands in the list of exactly its own light, told from
    /// `task_now` and told from the dated facts alike.
    #[test]
    fn the_list_of_a_light_holds_just_the_tasks_that_show_it(tasks in prop::collection::vec(any_task(), 1..30), as_of in 0u64..120) {
        let desk = Desk::with_new_workbook();
        let as_of = from_new_year(as_of);
        let insert = |tx: &changwu_core::workbook::Tx<'_>| {
            for any in &tasks {
                let id = changwu_core::ids::TaskId::new();
                let due = any.due.map(|(days, precision)| PartialDate::containing(from_new_year(days), precision));
                let start = any.start.map(from_new_year);
                tx.execute("INSERT INTO task(id,title,start_on) VALUES(?,?,?)", rusqlite::params![id, format!("{any:?}"), start])?;
                let fact = changwu_core::ids::Id::new;
                tx.execute("INSERT INTO task_status(id,task_id,on_day,to_status) VALUES(?,?,'2020-01-01',?)", rusqlite::params![fact(), id, any.status])?;
                tx.execute("INSERT INTO task_due(id,task_id,on_day,new_due) VALUES(?,?,'2020-01-01',?)", rusqlite::params![fact(), id, due])?;
                tx.execute("INSERT INTO progress(id,task_id,as_of,percent) VALUES(?,?,'2020-01-01',?)", rusqlite::params![fact(), id, any.percent])?;
            }
            // A fact to come: lists as of a day before it are told from the facts.
            tx.execute("INSERT INTO progress(id,task_id,as_of,percent) SELECT randomblob(16), id, '2021-03-15', 0 FROM task LIMIT 1", [])?;
            Ok(())
        };
        let action = changwu_core::action::Action::new(changwu_core::action::Verb::Import, changwu_core::action::Kind::Task, "");
        desk.workbook().transact(action, insert).unwrap();
        let mut seen = 0;
        for kind in LightKind::ALL {
            let page = desk.call_as_of(as_of, "task_list", json!({"filter": {"lights": [kind]}, "limit": 1000}));
            for row in page["rows"].as_array().unwrap() {
                prop_assert_eq!(&row["light"]["kind"], kind.code(), "{} as of {}", &row["title"], as_of);
                seen += 1;
            }
        }
        prop_assert_eq!(seen, tasks.len(), "every task has one light");
        let counts = desk.call_as_of(as_of, "task_counts", json!({}));
        let expected = |kind| tasks.iter().filter(|any| {
            let due = any.due.map(|(days, precision)| PartialDate::containing(from_new_year(days), precision));
            let input = LightInput { status: any.status, start_on: any.start.map(from_new_year), due, percent: any.percent.map(|p| p as f64) };
            light(&input, as_of, Calendar::builtin()).kind == kind
        }).count();
        prop_assert_eq!(&counts["overdue"], expected(LightKind::Overdue));
    }

    /// Changing many at once is changing them one by one, and one undo takes back all of it.
    #[test]
    fn many_at_once_is_one_by_one(
        edits in prop::collection::vec((prop::sample::select(&["due", "lead", "persons", "percent", "note", "assisting", "status"][..]), 0usize..4), 1..6)
    ) {
        let value = |field: &str, n: usize| match field {
            "due" => ["3月底前", "2021-03-01", "15个工作日", "长期"][n],
            "lead" => ["自规局", "发改委", "", "人社局"][n],
            "persons" => ["示例甲", "示例甲、示例乙", "", "示例丙"][n],
            "percent" => ["10", "45%", "100", "0"][n],
            "assisting" => ["发改委、住建局", "", "人社局", "自规局"][n],
            "status" => ["进行中", "暂缓：等一等", "取消：不办了", "待销号"][n],
            _ => ["甲", "", "乙", "丙"][n],
        };
        let (one, many) = (Desk::with_new_workbook(), Desk::with_new_workbook());
        let made = |desk: &Desk| ["一", "二", "三"].map(|title| create(desk, json!({"title": title})));
        let (ones, manys) = (made(&one), made(&many));
        let view = |desk: &Desk, ids: &[Value; 3]| ids.each_ref().map(|id| {
            let mut record = desk.call("task_get", json!({"id": id}));
            // Identities differ from desk to desk; names do not.
            strip_ids(&mut record);
            record
        });
        for (field, n) in edits {
            let text = value(field, n);
            let before = view(&many, &manys);
            let result = many.host.call("task_set_many", json!({"ids": manys, "field": field, "text": text}), Default::default());
            if result.is_err() {
                prop_assert_eq!(&view(&many, &manys), &before, "refused whole");
                continue;
            }
            let changed = !result.unwrap().changed.is_empty();
            for id in &ones {
                set(&one, id, field, text);
            }
            prop_assert_eq!(&view(&many, &manys), &view(&one, &ones), "{} = {}", field, text);
            if changed {
                let after = view(&many, &manys);
                undo(&many);
                prop_assert_eq!(&view(&many, &manys), &before, "undo of {}", field);
                many.call("redo", json!({}));
                prop_assert_eq!(&view(&many, &manys), &after, "redo of {}", field);
            }
        }
    }
}

fn strip_ids(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("id");
            fields.values_mut().for_each(strip_ids);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_ids),
        _ => {}
    }
}

#[test]
fn a_page_of_one_units_overdue_tasks_is_read_off_an_index() {
    let desk = Desk::with_new_workbook();
    let lead = desk.call("department_list", json!({"text": "市自然资源和规划局"}))["rows"][0]["id"].clone();
    let query: TaskQuery = serde_json::from_value(json!({"filter": {"lead": lead, "lights": ["overdue"]}})).unwrap();
    for sql in task_list::statements(&query, "task_now", &task_list::Condition::of(&query.filter, story_day())) {
        let explain = format!("EXPLAIN QUERY PLAN {sql}");
        let steps: Vec<String> = desk
            .workbook()
            .read(|connection| {
                let mut statement = connection.prepare(&explain)?;
                let (mut steps, mut rows) = (Vec::new(), statement.raw_query());
                while let Some(row) = rows.next()? {
                    steps.push(row.get(3)?);
                }
                Ok(steps)
            })
            .unwrap();
        assert!(steps.iter().any(|step| step.contains("task_now_lead")), "{steps:#?}");
        assert!(!steps.iter().any(|step| step.contains("SCAN") || step.contains("B-TREE")), "{steps:#?}");
    }
}
