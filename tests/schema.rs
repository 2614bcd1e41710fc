//! The rules of merge.md §7, enforced by walking the real schema: what breaks them breaks merging later, silently.

mod common;

use changwu_core::storage::rows::{REFERENCES, TABLES};
use common::Desk;
use rusqlite::Connection;

fn schema() -> (Desk, Connection) {
    let desk = Desk::with_new_workbook();
    let connection = Connection::open(desk.path("专班.changwu")).unwrap();
    (desk, connection)
}

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_travelling_table_has_a_sixteen_byte_key_that_is_never_null() {
    let (_desk, connection) = schema();
    for table in TABLES {
        let sql = format!("SELECT name, type, \"notnull\", pk FROM pragma_table_info('{}') ORDER BY cid", table.name);
        let mut statement = connection.prepare(&sql).unwrap();
        let columns: Vec<(String, String, bool, i64)> = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        let names: Vec<&str> = columns.iter().map(|(name, ..)| name.as_str()).collect();
        assert_eq!(names, table.columns, "{}: the row type names the columns in the order of the schema", table.name);
        for (i, (name, kind, not_null, pk)) in columns.iter().enumerate() {
            assert_eq!(*pk > 0, i < table.keys, "{}.{name}: key columns come first", table.name);
            if *pk > 0 {
                assert_eq!((kind.as_str(), not_null), ("BLOB", &true), "{}.{name}", table.name);
            }
        }
        let deleted = columns
            .iter()
            .find(|(name, ..)| name == "deleted")
            .map(|(_, kind, not_null, _)| (kind.as_str(), *not_null));
        assert_eq!(deleted, Some(("INTEGER", true)), "{}: deleting is a mark", table.name);
        for banned in ["updated_at", "updated_by", "rev", "version_number", "seq", "serial"] {
            assert!(
                !names.contains(&banned),
                "{}: no {banned}, it would conflict on every concurrent edit",
                table.name
            );
        }
    }
}

#[test]
fn nothing_but_the_key_is_unique_and_no_reference_is_enforced() {
    let (_desk, connection) = schema();
    for table in TABLES {
        let unique =
            format!("SELECT name FROM pragma_index_list('{}') WHERE \"unique\"=1 AND origin<>'pk'", table.name);
        assert_eq!(texts(&connection, &unique), Vec::<String>::new(), "{}", table.name);
        let keys = format!("SELECT \"table\" FROM pragma_foreign_key_list('{}')", table.name);
        assert_eq!(texts(&connection, &keys), Vec::<String>::new(), "{}", table.name);
        let sql =
            texts(&connection, &format!("SELECT sql FROM sqlite_schema WHERE type='table' AND name='{}'", table.name));
        assert!(!sql[0].to_uppercase().contains("CHECK"), "{}", table.name);
        assert!(!sql[0].to_uppercase().contains("CURRENT_"), "{}: defaults are constant", table.name);
        assert!(!sql[0].to_uppercase().contains("GENERATED"), "{}", table.name);
    }
    assert_eq!(texts(&connection, "SELECT name FROM sqlite_schema WHERE type='trigger'"), Vec::<String>::new());
}

#[test]
fn table_numbers_are_their_own_and_every_reference_has_an_index() {
    let (_desk, connection) = schema();
    let mut numbers: Vec<i64> = TABLES.iter().map(|table| table.number).collect();
    numbers.dedup();
    assert_eq!(
        numbers,
        (1..=TABLES.len() as i64).collect::<Vec<_>>(),
        "numbers are given in order and never used again"
    );
    for table in TABLES {
        for column in table.columns.iter().filter(|column| column.ends_with("_id")) {
            let known = REFERENCES.iter().any(|reference| reference.from == table.name && reference.column == *column);
            assert!(known, "{}.{column} is in the list of references", table.name);
        }
    }
    for reference in REFERENCES {
        let sql = format!(
            "SELECT i.name FROM pragma_index_list('{}') i, pragma_index_info(i.name) c WHERE c.seqno=0 AND c.name='{}'",
            reference.from, reference.column
        );
        assert!(!texts(&connection, &sql).is_empty(), "{}.{} is indexed", reference.from, reference.column);
    }
}

#[test]
fn a_table_is_either_declared_to_travel_or_known_to_stay() {
    let (_desk, connection) = schema();
    let stays = [
        "jentry",
        "jrow",
        "jbase",
        "jconflict",
        "jsegment",
        "jmeta",
        "jundo",
        "task_now",
        "search_doc",
        "local_setting",
        "attachment_chunk",
        "attachment_scaled",
        "sqlite_sequence",
    ];
    for name in texts(&connection, "SELECT name FROM sqlite_schema WHERE type='table'") {
        let known = TABLES.iter().any(|table| table.name == name)
            || stays.contains(&name.as_str())
            || name.starts_with("search_index");
        assert!(known, "{name}");
    }
    let pragma = |name: &str| texts(&connection, &format!("SELECT CAST({name} AS TEXT) FROM pragma_{name}"))[0].clone();
    assert_eq!(pragma("journal_mode"), "wal");
}
