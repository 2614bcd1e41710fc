//! The journal: whatever is done can be undone and redone, and the journal alone makes the tables again.

mod common;

use std::collections::BTreeMap;

use changwu_core::action::{Action, Kind, Verb};
use changwu_core::storage::changeset::decode;
use changwu_core::storage::fold::step;
use changwu_core::storage::rows::{self, TABLES};
use changwu_core::workbook::{Tx, Workbook};
use common::Desk;
use proptest::prelude::*;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use serde_json::json;

type Tables = BTreeMap<(i64, Vec<u8>), Vec<Value>>;

/// Every row of every travelling table.
fn tables(connection: &Connection) -> Tables {
    let mut all = Tables::new();
    for table in TABLES {
        let mut statement =
            connection.prepare(&format!("SELECT {} FROM {}", table.columns.join(","), table.name)).unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let cells: Vec<Value> = (0..table.columns.len()).map(|i| row.get(i).unwrap()).collect();
            let mut pk = Vec::new();
            for cell in &cells[..table.keys] {
                let Value::Blob(id) = cell else { panic!("keys are blobs") };
                pk.extend(id);
            }
            all.insert((table.number, pk), cells);
        }
    }
    all
}

/// What the journal makes of nothing.
fn folded(connection: &Connection) -> Tables {
    let mut all: BTreeMap<(i64, Vec<u8>), Option<Vec<Value>>> = BTreeMap::new();
    let mut statement = connection.prepare("SELECT cs FROM jentry ORDER BY hlc, id").unwrap();
    let mut entries = statement.query([]).unwrap();
    while let Some(entry) = entries.next().unwrap() {
        for op in decode(&entry.get::<_, Vec<u8>>(0).unwrap()).unwrap() {
            let table = rows::by_name(&op.table).unwrap();
            let defaults = vec![Value::Null; table.columns.len()];
            let row = all.entry((table.number, op.pk())).or_default();
            *row = step(row.take(), &op, &defaults);
        }
    }
    all.into_iter().filter_map(|(key, row)| Some((key, row?))).collect()
}

/// One thing somebody does to some row of some table.
#[derive(Debug, Clone)]
enum Step {
    Insert { table: usize, key: u8, text: String },
    Write { table: usize, key: u8, column: usize, text: String },
    Trash { table: usize, key: u8 },
    Undo,
    Redo,
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let table = 0..TABLES.len();
    let step = prop_oneof![
        3 => (table.clone(), 0..4u8, "[甲乙丙a-c]{0,3}").prop_map(|(table, key, text)| Step::Insert { table, key, text }),
        4 => (table.clone(), 0..4u8, 0..6usize, "[甲乙丙a-c]{0,3}").prop_map(|(table, key, column, text)| Step::Write { table, key, column, text }),
        1 => (table, 0..4u8).prop_map(|(table, key)| Step::Trash { table, key }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ];
    prop::collection::vec(step, 1..40)
}

fn key(table: usize, n: u8) -> Vec<Value> {
    (0..TABLES[table].keys).map(|part| Value::Blob([table as u8 + 1, n + 1, part as u8 + 1, 0].repeat(4))).collect()
}

/// Plain text columns, in which any text is a fine value.
fn text_columns(table: usize) -> Vec<&'static str> {
    let free = [
        "name",
        "note",
        "text",
        "address",
        "post",
        "title",
        "measure",
        "reason",
        "done_text",
        "heading",
        "summary",
        "position",
    ];
    TABLES[table].columns.iter().copied().filter(|column| free.contains(column)).collect()
}

fn take(tx: &Tx<'_>, step: &Step) {
    match step {
        Step::Insert { table, key: n, text } => {
            let info = &TABLES[*table];
            let mut values = key(*table, *n);
            // Columns that may not be empty get a value of their kind.
            let sql =
                format!("SELECT type, \"notnull\", dflt_value FROM pragma_table_info('{}') ORDER BY cid", info.name);
            let mut statement = tx.prepare(&sql).unwrap();
            let columns: Vec<(String, bool, Option<String>)> = statement
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            for (column, (kind, not_null, _)) in info.columns.iter().zip(&columns).skip(info.keys) {
                values.push(match (kind.as_str(), *not_null, *column) {
                    ("INTEGER", true, _) => Value::Integer(0),
                    ("TEXT", true, "on_day" | "as_of") => Value::Text("2021-02-25".into()),
                    ("TEXT", true, "to_status") => Value::Text("in_progress".into()),
                    ("TEXT", true, _) => Value::Text(text.clone()),
                    ("BLOB", true, _) => Value::Blob(vec![1; 16]),
                    _ => Value::Null,
                });
            }
            let marks = vec!["?"; values.len()].join(",");
            let sql = format!("INSERT OR IGNORE INTO {}({}) VALUES({marks})", info.name, info.columns.join(","));
            tx.execute(&sql, params_from_iter(values)).unwrap();
        }
        Step::Write { table, key: n, column, text } => {
            let columns = text_columns(*table);
            if let Some(column) = columns.get(column % columns.len().max(1)) {
                let mut values = key(*table, *n);
                values.push(Value::Text(text.clone()));
                let sql = format!(
                    "UPDATE {} SET {column}=?{} WHERE {}",
                    TABLES[*table].name,
                    values.len(),
                    TABLES[*table].key_condition()
                );
                tx.execute(&sql, params_from_iter(values)).unwrap();
            }
        }
        Step::Trash { table, key: n } => {
            let sql = format!("UPDATE {} SET deleted=1 WHERE {}", TABLES[*table].name, TABLES[*table].key_condition());
            tx.execute(&sql, params_from_iter(key(*table, *n))).unwrap();
        }
        Step::Undo | Step::Redo => unreachable!(),
    }
}

fn do_step(workbook: &Workbook, step: &Step) {
    match step {
        Step::Undo => drop(workbook.undo()),
        Step::Redo => drop(workbook.redo()),
        step => {
            let action = Action::new(Verb::Set, Kind::Task, "某事");
            workbook
                .transact(action, |tx| {
                    take(tx, step);
                    Ok(())
                })
                .unwrap();
        }
    }
}

fn snapshot(workbook: &Workbook) -> Tables {
    workbook.read(|connection| Ok(tables(connection))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_all_is_the_start_redo_all_is_the_end_and_the_journal_folds_to_the_tables(steps in steps()) {
        let desk = Desk::with_new_workbook();
        let workbook = desk.workbook();
        let start = snapshot(&workbook);
        for step in &steps {
            do_step(&workbook, step);
        }
        let end = snapshot(&workbook);
        prop_assert_eq!(&workbook.read(|connection| Ok(folded(connection))).unwrap(), &end, "journal = tables");

        let mut undone = 0;
        while workbook.undo().is_ok() {
            undone += 1;
        }
        prop_assert_eq!(&snapshot(&workbook), &start, "undo all = the start");
        for _ in 0..undone {
            workbook.redo().unwrap();
        }
        prop_assert_eq!(&snapshot(&workbook), &end, "redo all = the end");
        prop_assert_eq!(&workbook.read(|connection| Ok(folded(connection))).unwrap(), &end, "journal = tables, after it all");
        let report = workbook.check().unwrap();
        prop_assert_eq!((report.file.len(), report.derived_mended, report.search_ok), (0, 0, true), "derived rows followed every step");
    }
}

#[test]
fn undo_works_after_a_restart_and_names_what_it_takes_back() {
    let desk = Desk::with_new_workbook();
    let id = desk.call("department_create", json!({"short": "市示例局", "kind": "municipal"}));
    desk.call("department_set", json!({"id": id, "field": "tel", "text": "0532-66200389"}));
    let path = desk.path("专班.changwu");
    desk.call("workbook_close", json!({}));
    let status = desk.call("workbook_open", json!({ "path": path }));
    assert_eq!(status["undo"], "修改电话：市示例局");
    assert_eq!(desk.call("undo", json!({}))["label"], "修改电话：市示例局");
    let row = &desk.call("department_list", json!({"text": "市示例局"}))["rows"][0];
    assert_eq!(row["tel"], "");
    assert_eq!(desk.call("workbook_status", json!({}))["redo"], "修改电话：市示例局");
    desk.call("redo", json!({}));
    assert_eq!(desk.call("department_list", json!({"text": "市示例局"}))["rows"][0]["tel"], "0532-66200389");
}

#[test]
fn undo_keeps_a_cell_that_was_changed_since() {
    let desk = Desk::with_new_workbook();
    let workbook = desk.workbook();
    let id = desk.call("department_create", json!({"short": "市示例局", "kind": "municipal"}));
    desk.call("department_set", json!({"id": id, "field": "note", "text": "先写"}));
    // Another laptop's later change of the same cell, as a merge will bring it: not on this laptop's undo list.
    workbook
        .transact(Action::set(Kind::Department, "备注", "市示例局"), |tx| {
            Ok(tx.execute("UPDATE department SET note='后写' WHERE note='先写'", []).map(drop)?)
        })
        .unwrap();
    workbook
        .read(|connection| Ok(connection.query_row("SELECT count(*) FROM jundo", [], |row| row.get::<_, i64>(0))?))
        .unwrap();
    let path = desk.path("专班.changwu");
    Connection::open(path)
        .unwrap()
        .execute("DELETE FROM jundo WHERE position=(SELECT max(position) FROM jundo)", [])
        .unwrap();
    let refusal = desk.refused("undo", json!({}));
    assert!(refusal.contains("都又改了"), "{refusal}");
    assert_eq!(desk.call("department_list", json!({"text": "市示例局"}))["rows"][0]["note"], "后写");
}

#[test]
fn a_large_action_becomes_several_entries_and_one_undo() {
    let desk = Desk::with_new_workbook();
    let workbook = desk.workbook();
    let start = snapshot(&workbook);
    let insert = "INSERT INTO person(id,name,role) VALUES(randomblob(16),'示例甲',NULL)";
    let action = Action::new(Verb::Import, Kind::Person, "一千二百人");
    workbook
        .transact(action, |tx| {
            for _ in 0..1200 {
                tx.execute(insert, [])?;
            }
            Ok(())
        })
        .unwrap();
    let entries = |workbook: &Workbook| -> i64 {
        workbook
            .read(
                |c| Ok(c.query_row("SELECT count(*) FROM jentry WHERE action='import.person'", [], |row| row.get(0))?),
            )
            .unwrap()
    };
    assert_eq!(entries(&workbook), 3, "500 row operations in an entry at most");
    workbook.undo().unwrap();
    assert_eq!(snapshot(&workbook), start);
}

#[test]
fn a_refusal_changes_nothing_and_writes_no_entry() {
    let desk = Desk::with_new_workbook();
    let start = snapshot(&desk.workbook());
    let refusal = desk.refused("department_create", json!({"short": "发改委", "kind": "municipal"}));
    assert!(refusal.contains("市发展改革委"), "{refusal}");
    assert_eq!(snapshot(&desk.workbook()), start);
    assert_eq!(desk.call("workbook_status", json!({}))["undo"], serde_json::Value::Null);
}
