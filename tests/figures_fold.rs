//! Every figure told twice: by the program, and by a plain fold over all rows of the file, read without any condition.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use changwu_core::calendar::Calendar;
use changwu_core::sample::generate::Scale;
use chrono::{Days, NaiveDate};
use common::{Desk, day};
use rusqlite::types::Value;
use serde_json::json;

type Row = BTreeMap<String, Value>;

/// All live rows of the tables figures rest on.
struct Book(BTreeMap<&'static str, Vec<Row>>);

const TABLES: [&str; 13] = [
    "project",
    "enterprise",
    "project_enterprise",
    "project_stage_fact",
    "library_entry",
    "landing",
    "outcome",
    "demand",
    "demand_status",
    "demand_visit",
    "session",
    "task",
    "task_status",
];
const FACTS: [&str; 2] = ["task_due", "progress"];

impl Book {
    fn read(desk: &Desk) -> Self {
        let mut book = BTreeMap::new();
        desk.workbook()
            .read(|connection| {
                for table in TABLES.into_iter().chain(FACTS) {
                    let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
                    let names: Vec<String> = statement.column_names().map(String::from).collect();
                    let rows = statement.query_map([], |row| {
                        names.iter().enumerate().map(|(at, name)| Ok((name.clone(), row.get(at)?))).collect()
                    })?;
                    let rows: Vec<Row> = rows.collect::<rusqlite::Result<_>>()?;
                    book.insert(table, rows.into_iter().filter(|row| row["deleted"] == Value::Integer(0)).collect());
                }
                Ok(())
            })
            .unwrap();
        Self(book)
    }

    /// Facts about a record, in the order they happened.
    fn about(&self, table: &str, owner: &str, id: &Value, on: &str) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.0[table].iter().filter(|row| &row[owner] == id).collect();
        rows.sort_by_key(|row| (text(row, on), blob(row, "id")));
        rows
    }
}

fn text(row: &Row, name: &str) -> Option<String> {
    match &row[name] {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn blob(row: &Row, name: &str) -> Vec<u8> {
    match &row[name] {
        Value::Blob(bytes) => bytes.clone(),
        other => panic!("{name}: {other:?}"),
    }
}

fn date(text: &str) -> NaiveDate {
    text[..10].parse().unwrap()
}

/// Of facts in order, the last one by a day.
fn last<'r>(facts: &[&'r Row], on: &str, by: &str) -> Option<&'r Row> {
    facts.iter().rev().find(|row| text(row, on).unwrap().as_str() <= by).copied()
}

/// What a state was on a day: the latest fact; before the first, what that says it had been; without any, as it is.
fn state(facts: &[&Row], by: &str, value: &str, now: Option<String>, before: Option<String>) -> Option<String> {
    match (last(facts, "on_day", by), facts.first()) {
        (Some(row), _) => text(row, &format!("to_{value}")),
        (None, Some(first)) => text(first, &format!("from_{value}")).or(before),
        (None, None) => now,
    }
}

/// numerator and denominator of every figure, as the program gives them.
type Told = BTreeMap<&'static str, (i64, Option<i64>)>;

fn fold(book: &Book, as_of: NaiveDate) -> Told {
    let by = as_of.to_string();
    let by = by.as_str();
    let mut told = Told::new();
    let inside = |project: &Row| {
        let until = |row: &Row| text(row, "out_on").is_none_or(|out| out.as_str() > by);
        let entries = book.about("library_entry", "project_id", &project["id"], "in_on");
        entries.iter().any(|row| text(row, "in_on").unwrap().as_str() <= by && until(row))
    };
    let landed = |project: &Row| {
        let active = |row: &Row| text(row, "revoked_on").is_none_or(|day| day.as_str() > by);
        let landings = book.about("landing", "project_id", &project["id"], "landed_on");
        landings.iter().any(|row| text(row, "landed_on").unwrap().as_str() <= by && active(row))
    };
    let projects = &book.0["project"];
    let library: Vec<&Row> = projects.iter().filter(|row| inside(row)).collect();
    let landed_count = library.iter().filter(|row| landed(row)).count() as i64;
    let size = library.len() as i64;
    told.insert("library_projects", (size, None));
    told.insert("landed", (landed_count, None));
    told.insert("not_landed", (size - landed_count, None));
    told.insert("landing_rate", (landed_count, Some(size)));
    let leads = |project: &Row| -> Vec<Vec<u8>> {
        let links = book.0["project_enterprise"].iter();
        let links = links.filter(|row| row["project_id"] == project["id"] && row["is_lead"] == Value::Integer(1));
        let leads = links.map(|row| blob(row, "enterprise_id"));
        leads.filter(|id| book.0["enterprise"].iter().any(|row| &blob(row, "id") == id)).collect()
    };
    let all: BTreeSet<_> = library.iter().flat_map(|row| leads(row)).collect();
    let some: BTreeSet<_> = library.iter().filter(|row| landed(row)).flat_map(|row| leads(row)).collect();
    told.insert("enterprise_landing_rate", (some.len() as i64, Some(all.len() as i64)));
    let quantified = |rows: &[&Row], column: &str| {
        let number = |row: &&&Row| text(row, column).is_some_and(|amount| yuan(&amount).is_some());
        (rows.iter().filter(number).count() as i64, Some(rows.len() as i64))
    };
    told.insert("library_investment", quantified(&library, "investment"));
    let there = projects.iter().filter(|row| {
        let facts = book.about("project_stage_fact", "project_id", &row["id"], "on_day");
        state(&facts, by, "stage", text(row, "stage"), None).is_some()
    });
    told.insert("projects", (there.count() as i64, None));
    let held = book.0["session"].iter().filter(|row| text(row, "status").as_deref() == Some("held"));
    let by_then = held.filter(|row| match text(row, "held_on") {
        Some(on) if on.contains('~') => on[..7] <= by[..7],
        Some(on) => on.as_str() <= by,
        None => true,
    });
    told.insert("sessions", (by_then.count() as i64, None));
    outcomes(book, by, quantified, &mut told);
    demands(book, by, &mut told);
    tasks(book, as_of, &mut told);
    told
}

fn yuan(amount: &str) -> Option<i64> {
    serde_json::from_str::<serde_json::Value>(amount).unwrap()["yuan"].as_i64()
}

fn outcomes(book: &Book, by: &str, quantified: impl Fn(&[&Row], &str) -> (i64, Option<i64>), told: &mut Told) {
    let known = |row: &&Row| {
        let live = book.0["project"].iter().any(|project| project["id"] == row["project_id"]);
        live && text(row, "on_day").is_none_or(|on| on.as_str() <= by)
    };
    let known: Vec<&Row> = book.0["outcome"].iter().filter(known).collect();
    told.insert("outcomes", (known.len() as i64, None));
    let kind = |row: &Row| text(row, "kind").unwrap();
    let intended = |row: &Row| {
        let amount = text(row, "amount").map(|amount| serde_json::from_str::<serde_json::Value>(&amount).unwrap());
        amount.is_some_and(|amount| amount["certainty"] == "intention")
    };
    let some = |wanted: &dyn Fn(&Row) -> bool| -> (i64, Option<i64>) {
        let rows: Vec<&Row> = known.iter().copied().filter(|row| wanted(row)).collect();
        quantified(&rows, "amount")
    };
    told.insert("orders", some(&|row| kind(row) == "order" && !intended(row)));
    told.insert("intentions", some(&|row| kind(row) == "intent" || intended(row)));
    told.insert("financing", some(&|row| kind(row) == "financing"));
}

fn demands(book: &Book, by: &str, told: &mut Told) {
    let (mut all, mut solved, mut asked, mut satisfied) = (0, 0, 0, 0);
    for row in &book.0["demand"] {
        if text(row, "raised_on").is_some_and(|on| on.as_str() > by) {
            continue;
        }
        let facts = book.about("demand_status", "demand_id", &row["id"], "on_day");
        let registered = text(row, "raised_on").map(|_| "registered".to_string());
        let Some(status) = state(&facts, by, "status", text(row, "status"), registered) else { continue };
        let visits = book.about("demand_visit", "demand_id", &row["id"], "on_day");
        let said = match visits.is_empty() {
            true => text(row, "satisfaction"),
            false => last(&visits, "on_day", by).and_then(|visit| text(visit, "satisfaction")),
        };
        all += 1;
        solved += i64::from(["solved", "closed"].contains(&status.as_str()));
        if let Some(said) = said.filter(|said| said != "not_asked") {
            asked += 1;
            satisfied += i64::from(["satisfied", "rather_satisfied"].contains(&said.as_str()));
        }
    }
    told.insert("demands", (all, None));
    told.insert("demand_solved_rate", (solved, Some(all)));
    told.insert("satisfaction_rate", (satisfied, Some(asked)));
}

fn tasks(book: &Book, as_of: NaiveDate, told: &mut Told) {
    let by = as_of.to_string();
    let mut count: BTreeMap<&str, i64> = BTreeMap::new();
    let mut add = |name: &'static str, by: i64| *count.entry(name).or_default() += by;
    for task in &book.0["task"] {
        let statuses = book.about("task_status", "task_id", &task["id"], "on_day");
        let status = last(&statuses, "on_day", &by).and_then(|row| text(row, "to_status"));
        let status = status.unwrap_or("not_started".into());
        let dues = book.about("task_due", "task_id", &task["id"], "on_day");
        let due = last(&dues, "on_day", &by).and_then(|row| text(row, "new_due"));
        // 长期 has no day; a month is due on its last day.
        let due_on = due.filter(|due| !due.starts_with("9999")).map(|due| date(&due));
        let notes = book.about("progress", "task_id", &task["id"], "as_of");
        let percents: Vec<&Row> = notes.into_iter().filter(|row| row["percent"] != Value::Null).collect();
        let percent = match last(&percents, "as_of", &by).map(|row| &row["percent"]) {
            Some(Value::Integer(percent)) => *percent,
            _ => 0,
        };
        let (cancelled, closed) = (status == "cancelled", status == "closed");
        let closed_on =
            closed.then(|| last(&statuses, "on_day", &by)).flatten().map(|row| date(&text(row, "on_day").unwrap()));
        add("tasks", i64::from(!cancelled));
        add("done", i64::from(closed));
        add("submitted", i64::from(status == "submitted"));
        if due_on.is_some_and(|due| due <= as_of) && !cancelled && status != "paused" {
            add("due", 1);
            add("due_done", i64::from(closed));
            add("on_time", i64::from(closed_on.is_some_and(|on| Some(on) <= due_on)));
        }
        if let (Some(assigned), Some(closed)) = (text(task, "assigned_on"), closed_on) {
            let assigned = date(&assigned);
            let worked = |day: &NaiveDate| *day > assigned && Calendar::builtin().is_workday(*day);
            add("handled", 1);
            add("handling", assigned.iter_days().take_while(|day| *day <= closed).filter(worked).count() as i64);
        }
        if !["not_started", "in_progress"].contains(&status.as_str()) {
            continue;
        }
        let Some(due) = due_on else { continue };
        add("overdue", i64::from(due < as_of));
        if let Some(start) =
            text(task, "start_on").map(|start| date(&start)).filter(|start| *start <= due && due >= as_of)
        {
            let days = |to: NaiveDate| (to - start).num_days() + 1;
            let expected = (1000.0 * days(as_of).clamp(0, days(due)) as f64 / days(due) as f64 + 0.5).floor() as i64;
            add("behind", i64::from(expected - 10 * percent > 300));
        }
    }
    let of = |name: &str| count.get(name).copied().unwrap_or(0);
    for name in ["tasks", "overdue", "behind", "submitted"] {
        told.insert(name, (of(name), None));
    }
    told.insert("task_done_rate", (of("done"), Some(of("tasks"))));
    told.insert("due_done_rate", (of("due_done"), Some(of("due"))));
    told.insert("on_time_rate", (of("on_time"), Some(of("due"))));
    told.insert("handling_days", (of("handling"), Some(of("handled"))));
}

/// As the program tells them.
fn by_sql(desk: &Desk, as_of: NaiveDate) -> BTreeMap<String, (i64, Option<i64>)> {
    let set = desk.call("figures_get", json!({ "as_of": as_of }));
    let figures = set["figures"].as_array().unwrap();
    let parts = |figure: &serde_json::Value| (figure["numerator"].as_i64().unwrap(), figure["denominator"].as_i64());
    figures.iter().map(|figure| (figure["name"].as_str().unwrap().to_string(), parts(figure))).collect()
}

fn compare(desk: &Desk, days: impl Iterator<Item = NaiveDate>) {
    let book = Book::read(desk);
    for as_of in days {
        let told: BTreeMap<String, _> =
            fold(&book, as_of).into_iter().map(|(name, parts)| (name.to_string(), parts)).collect();
        assert_eq!(by_sql(desk, as_of), told, "as of {as_of}");
    }
}

#[test]
fn figures_are_a_plain_fold_over_all_rows_at_200_random_days_of_generated_data() {
    let mut random = fastrand::Rng::with_seed(20210225);
    for seed in 0..4 {
        let desk = Desk::empty();
        desk.call(
            "workbook_generate",
            json!({ "path": desk.path("生成.changwu"), "scale": Scale::Tiny, "seed": seed }),
        );
        let days: Vec<NaiveDate> = (0..50).map(|_| day("2019-06-01") + Days::new(random.u64(..1000))).collect();
        compare(&desk, days.into_iter());
    }
}

#[test]
fn figures_are_a_plain_fold_over_the_sample_on_every_day_of_its_year() {
    let desk = Desk::empty();
    desk.call("workbook_sample", json!({ "path": desk.path("示例.changwu") }));
    compare(&desk, day("2020-05-01").iter_days().step_by(3).take(130));
}
