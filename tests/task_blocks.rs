//! Many tasks at once and pasted blocks are the same as one by one, in every table; one undo takes back all of it.

mod common;

use std::collections::BTreeSet;

use changwu_core::storage::rows::TABLES;
use common::Desk;
use common::tasks::*;
use proptest::prelude::*;
use rusqlite::types::Value as Cell;
use serde_json::{Value, json};

/// Every row of every travelling table, as stored.
type Tables = Vec<(&'static str, Vec<Cell>)>;

fn tables(desk: &Desk) -> Tables {
    let read = |connection: &rusqlite::Connection| {
        let mut rows = Vec::new();
        for table in TABLES {
            let keys: Vec<String> = (1..=table.keys).map(|key| key.to_string()).collect();
            let sql = format!("SELECT {} FROM {} ORDER BY {}", table.columns.join(","), table.name, keys.join(","));
            let mut statement = connection.prepare(&sql)?;
            let mut found = statement.raw_query();
            while let Some(row) = found.next()? {
                let cells: Result<Vec<Cell>, _> = (0..table.columns.len()).map(|at| row.get(at)).collect();
                rows.push((table.name, cells?));
            }
        }
        Ok(rows)
    };
    desk.workbook().read(read).unwrap()
}

/// The same rows, sorted, with every identity that `before` does not know replaced by one word: two ways that make the
/// same new rows give them other identities.
fn anonymous(tables: &Tables, before: &Tables) -> Vec<String> {
    let known: BTreeSet<&Vec<u8>> = before
        .iter()
        .flat_map(|(_, cells)| cells)
        .filter_map(|cell| if let Cell::Blob(id) = cell { Some(id) } else { None })
        .collect();
    let shown = |cell: &Cell| match cell {
        Cell::Blob(id) if !known.contains(id) => "new".to_owned(),
        cell => format!("{cell:?}"),
    };
    let row =
        |(table, cells): &(&str, Vec<Cell>)| format!("{table}: {:?}", cells.iter().map(shown).collect::<Vec<_>>());
    let mut rows: Vec<String> = tables.iter().map(row).collect();
    rows.sort();
    rows
}

const FIELDS: &[&str] = &[
    "title",
    "measure",
    "lead",
    "assisting",
    "persons",
    "start_on",
    "due",
    "percent",
    "progress",
    "status",
    "weight",
    "note",
];

fn value(field: &str, n: usize) -> &'static str {
    match field {
        "title" => ["控规调整", "用地预审", "环评批复", "供电增容"][n],
        "lead" => ["自规局", "发改委", "", "人社局"][n],
        "persons" => ["示例甲", "示例甲、示例乙", "", "示例丙"][n],
        "assisting" => ["发改委、住建局", "", "人社局", "自规局"][n],
        "start_on" => ["2021-01-05", "", "2021-02-01", "2021-01-20"][n],
        "due" => ["3月底前", "4月10日：等土地指标", "15个工作日", "长期：统一安排"][n],
        "percent" => ["10", "45%", "100", "0"][n],
        "status" => ["进行中", "暂缓：等一等", "取消：不办了", "待销号：已取得批复"][n],
        "weight" => ["1", "2", "5", "10"][n],
        _ => ["甲", "", "乙", "丙"][n],
    }
}

/// A desk with three tasks of yesterday, so that a later deadline is 延期.
fn desk_with_three() -> (Desk, [Value; 3]) {
    let desk = Desk::with_new_workbook();
    let made = ["一", "二", "三"].map(|title| {
        create(&desk, json!({"title": title, "lead": "自规局", "due": "2021-03-10", "assigned_on": "2021-02-24"}))
    });
    (desk, made)
}

fn asked(desk: &Desk, name: &str, request: Value) -> bool {
    desk.host.call(name, request, Default::default()).is_ok()
}

/// Undo brings back exactly `before`, redo exactly `after`.
fn there_and_back(desk: &Desk, before: &Tables, after: &Tables) -> Result<(), TestCaseError> {
    undo(desk);
    prop_assert_eq!(&tables(desk), before, "undone");
    desk.call("redo", json!({}));
    prop_assert_eq!(&tables(desk), after, "done again");
    undo(desk);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn many_at_once_is_one_by_one(edits in prop::collection::vec((prop::sample::select(FIELDS), 0usize..4), 1..5)) {
        let (desk, ids) = desk_with_three();
        for (field, n) in edits {
            let text = value(field, n);
            let before = tables(&desk);
            if !asked(&desk, "task_set_many", json!({"ids": ids, "field": field, "text": text})) {
                prop_assert_eq!(&tables(&desk), &before, "refused whole");
                let one_by_one = ids.iter().all(|id| asked(&desk, "task_set", json!({"id": id, "field": field, "text": text})));
                prop_assert!(!one_by_one, "one of them is refused alone too: {} = {}", field, text);
                continue;
            }
            let many = tables(&desk);
            if many == before {
                continue;
            }
            there_and_back(&desk, &before, &many)?;
            for id in &ids {
                set(&desk, id, field, text);
            }
            prop_assert_eq!(anonymous(&tables(&desk), &before), anonymous(&many, &before), "{} = {}", field, text);
        }
    }

    #[test]
    fn a_pasted_block_is_its_cells_one_by_one(
        blocks in prop::collection::vec(prop::collection::vec((0usize..3, 0..FIELDS.len(), 0usize..4), 1..9), 1..4)
    ) {
        let (desk, ids) = desk_with_three();
        for mut block in blocks {
            // As a block lies in the grid: row by row, each cell once, in the order in which a row is written.
            block.sort_unstable();
            block.dedup_by_key(|(row, field, _)| (*row, *field));
            let cells: Vec<Value> = block
                .iter()
                .map(|(row, field, n)| json!({"id": ids[*row], "field": FIELDS[*field], "text": value(FIELDS[*field], *n)}))
                .collect();
            let before = tables(&desk);
            if !asked(&desk, "task_set_cells", json!({"cells": cells})) {
                prop_assert_eq!(&tables(&desk), &before, "refused whole");
                continue;
            }
            let pasted = tables(&desk);
            if pasted == before {
                continue;
            }
            there_and_back(&desk, &before, &pasted)?;
            for cell in &cells {
                desk.call("task_set", cell.clone());
            }
            prop_assert_eq!(anonymous(&tables(&desk), &before), anonymous(&pasted, &before), "{:?}", cells);
        }
    }
}
