//! Files that are damaged, foreign, newer, or held by another program: said in words, and nothing is touched.

mod common;

use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};

use changwu_core::Code;
use changwu_core::api::CallOptions;
use common::Desk;
use serde_json::json;

fn open(desk: &Desk, name: &str, read_only: bool) -> Result<serde_json::Value, (Code, String)> {
    let request = json!({"path": desk.path(name), "read_only": read_only});
    match desk.host.call("workbook_open", request, CallOptions::default()) {
        Ok(answer) => Ok(answer.value),
        Err(error) => Err((error.code(), error.message().to_string())),
    }
}

fn patch(desk: &Desk, name: &str, at: u64, bytes: &[u8]) {
    let mut file = fs::File::options().write(true).open(desk.path(name)).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(bytes).unwrap();
}

/// A closed workbook of that name.
fn closed(name: &str) -> Desk {
    let desk = Desk::empty();
    desk.call("workbook_new", json!({"path": desk.path(name)}));
    desk.call("workbook_close", json!({}));
    desk
}

#[test]
fn a_newer_file_is_refused_before_it_is_touched() {
    let desk = closed("新.changwu");
    patch(&desk, "新.changwu", 60, &99i32.to_be_bytes());
    let before = fs::read(desk.path("新.changwu")).unwrap();
    let (code, message) = open(&desk, "新.changwu", false).unwrap_err();
    assert_eq!(code, Code::Newer);
    assert!(message.contains("升级"), "{message}");
    assert_eq!(fs::read(desk.path("新.changwu")).unwrap(), before);
    assert!(!desk.path("新.changwu-wal").exists());
}

#[test]
fn foreign_and_empty_and_missing_files_are_told_apart() {
    let desk = Desk::empty();
    fs::write(desk.path("照片.changwu"), b"\x89PNG not a workbook").unwrap();
    fs::write(desk.path("空.changwu"), b"").unwrap();
    assert_eq!(open(&desk, "照片.changwu", false).unwrap_err().0, Code::Foreign);
    assert_eq!(open(&desk, "空.changwu", false).unwrap_err().0, Code::Foreign);
    assert_eq!(open(&desk, "没有.changwu", false).unwrap_err().0, Code::NotFound);
    assert_eq!(fs::read(desk.path("空.changwu")).unwrap(), b"", "an empty file stays empty");
    assert!(!desk.path("没有.changwu").exists(), "opening never makes a file");
}

#[test]
fn another_sqlite_file_is_foreign() {
    let desk = Desk::empty();
    let other = rusqlite::Connection::open(desk.path("别家.changwu")).unwrap();
    other.execute_batch("CREATE TABLE t(x)").unwrap();
    drop(other);
    assert_eq!(open(&desk, "别家.changwu", false).unwrap_err().0, Code::Foreign);
}

#[test]
fn a_damaged_file_is_said_to_be_damaged() {
    let desk = closed("坏.changwu");
    let length = fs::metadata(desk.path("坏.changwu")).unwrap().len();
    // The schema's page, after the header.
    patch(&desk, "坏.changwu", 100, &[0xff; 900]);
    let (code, message) = open(&desk, "坏.changwu", false).unwrap_err();
    assert_eq!(code, Code::Damaged, "{message}");
    assert!(message.contains("备份"), "{message}");
    assert_eq!(fs::metadata(desk.path("坏.changwu")).unwrap().len(), length);
}

#[test]
fn a_second_program_is_told_who_holds_the_file_and_may_read() {
    let holder = Desk::with_new_workbook();
    holder.call("enterprise_create", json!({"name": "中特科技"}));
    let other = Desk::empty();
    let request = json!({"path": holder.path("专班.changwu")});
    let refusal = other.host.call("workbook_open", request, CallOptions::default()).unwrap_err();
    assert_eq!(refusal.code(), Code::Locked);
    assert!(refusal.message().contains("张三 · 专班-笔记本1"), "{}", refusal.message());

    let status = other.call("workbook_open", json!({"path": holder.path("专班.changwu"), "read_only": true}));
    assert_eq!(status["read_only"], true);
    assert_eq!(other.call("enterprise_list", json!({}))["rows"][0]["name"], "中特科技");
    holder.call("enterprise_create", json!({"name": "檬豆科技"}));
    assert_eq!(other.call("enterprise_list", json!({}))["total"], 2, "a reader sees what was saved since");
    assert!(other.refused("enterprise_create", json!({"name": "甲"})).contains("只读"));

    holder.call("workbook_close", json!({}));
    other.call("workbook_open", json!({"path": holder.path("专班.changwu")}));
    assert_eq!(other.call("workbook_status", json!({}))["read_only"], false, "once it is let go, it can be written");
}

#[test]
fn a_workbook_is_ordinary_sqlite_until_it_gets_a_passphrase() {
    let desk = closed("明.changwu");
    let mut start = [0u8; 16];
    fs::File::open(desk.path("明.changwu")).unwrap().read_exact(&mut start).unwrap();
    assert_eq!(&start, b"SQLite format 3\0");
    let cipher: String = rusqlite::Connection::open(desk.path("明.changwu"))
        .unwrap()
        .query_row("PRAGMA cipher_version", [], |row| row.get(0))
        .expect("built as SQLCipher from the start");
    assert!(!cipher.is_empty());
}

#[test]
fn first_start_asks_who_sits_here() {
    let folder = tempfile::tempdir().unwrap();
    let host = changwu_core::api::Host::new(folder.path().join("config"));
    let request = json!({"path": folder.path().join("专班.changwu")});
    let refusal = host.call("workbook_new", request.clone(), CallOptions::default()).unwrap_err();
    assert_eq!(refusal.code(), Code::NoIdentity);
    let identity = json!({"author": "李四", "laptop": "专班-笔记本3"});
    host.call("identity_set", identity, CallOptions::default()).unwrap();
    host.call("workbook_new", request, CallOptions::default()).unwrap();
    let again = changwu_core::api::Host::new(folder.path().join("config"));
    let known = again.call("identity_get", json!({}), CallOptions::default()).unwrap().value;
    assert_eq!(known["author"], "李四", "asked once");
    assert!(refusal.message().contains("姓名"));
}
