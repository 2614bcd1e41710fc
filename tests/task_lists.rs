//! 任务台账 as it is read: filters, groups, counts, and the lights in SQL beside the rules in words.

mod common;

use changwu_core::calendar::Calendar;
use changwu_core::partial_date::{PartialDate, Precision};
use changwu_core::storage::task_list;
use changwu_core::tasks::light::{LightInput, LightKind, light};
use changwu_core::tasks::list::TaskQuery;
use changwu_core::tasks::status::TaskStatus;
use chrono::{Days, NaiveDate};
use common::tasks::*;
use common::{Desk, day, story_day};
use proptest::prelude::*;
use serde_json::{Value, json};

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
    for status in ["进行中", "待销号：已发证", "已销号"] {
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
