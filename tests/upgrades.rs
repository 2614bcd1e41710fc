//! A workbook of an earlier version opens in this one: a copy first, then only additions.

mod common;

use common::Desk;
use rusqlite::Connection;

/// The schema as version 1 froze it.
const VERSION_1: &str = include_str!("../src-tauri/core/storage/migrations/v1.sql");

#[test]
fn a_workbook_of_version_1_is_copied_upgraded_and_used() {
    let desk = Desk::empty();
    let path = desk.path("旧版.changwu");
    let old = Connection::open(&path).unwrap();
    old.pragma_update(None, "application_id", 0x4357_5742).unwrap();
    old.execute_batch(VERSION_1).unwrap();
    old.pragma_update(None, "user_version", 1).unwrap();
    let id = changwu_core::ids::Id::new();
    old.execute("INSERT INTO enterprise(id,name_full) VALUES(?,'青岛环球集团股份有限公司')", [id]).unwrap();
    old.execute("INSERT INTO jmeta VALUES('stream', randomblob(16))", []).unwrap();
    drop(old);

    desk.call("workbook_open", serde_json::json!({ "path": path }));
    assert!(desk.path("旧版.v1.changwu").exists(), "a copy of the old version lies beside it");
    let found = desk.call("search", serde_json::json!({ "text": "环球" }));
    assert_eq!(found[0]["title"], "青岛环球集团股份有限公司", "what was in it is there, and found");
    desk.call("enterprise_set", serde_json::json!({ "id": id, "field": "name_short", "text": "环球集团" }));
    assert_eq!(desk.call("undo", serde_json::json!({}))["label"], "修改简称：青岛环球集团股份有限公司");
}
