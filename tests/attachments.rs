//! Attachments through the api: bytes in are bytes out, once per content, undoable; bad files get a sentence.

mod common;

use changwu_core::Code;
use changwu_core::api::CallOptions;
use common::{Desk, Impatient};
use serde_json::{Value, json};

fn desk() -> (Desk, Value) {
    let desk = Desk::with_new_workbook();
    let owner = desk.call("enterprise_create", json!({"name": "青岛示例一厂"}));
    (desk, owner)
}

fn file(desk: &Desk, name: &str, bytes: &[u8]) -> String {
    let path = desk.path(name);
    std::fs::write(&path, bytes).expect("a file");
    path.to_string_lossy().into_owned()
}

fn names(desk: &Desk, owner: &Value) -> Vec<String> {
    let list = desk.call("attachment_list", json!({ "owner": owner }));
    list.as_array().expect("a list").iter().map(|row| row["name"].as_str().expect("a name").to_owned()).collect()
}

fn chunks(desk: &Desk) -> i64 {
    let count = |connection: &rusqlite::Connection| {
        Ok(connection.query_row("SELECT count(*) FROM attachment_chunk", [], |row| row.get(0))?)
    };
    desk.workbook().read(count).expect("a count")
}

fn picture() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let picture = image::DynamicImage::new_rgb8(600, 300);
    picture.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

#[test]
fn bytes_in_are_bytes_out_over_several_chunks() {
    let (desk, owner) = desk();
    let bytes: Vec<u8> = (0..700_000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let path = file(&desk, "土地预审 批复.pdf", &bytes);
    let ids = desk.call("attachment_add", json!({ "owner": owner, "paths": [path] }));
    let listed = desk.call("attachment_list", json!({ "owner": owner }));
    assert_eq!(listed[0]["name"], "土地预审 批复.pdf");
    assert_eq!((&listed[0]["bytes"], &listed[0]["picture"]), (&json!(700_000), &json!(false)));
    assert_eq!(chunks(&desk), 3);
    let out = desk.path("另存.pdf");
    desk.call("attachment_save", json!({ "id": ids[0], "path": out }));
    assert!(std::fs::read(out).expect("the saved file") == bytes);
    let copy = desk.call("attachment_open", json!({ "id": ids[0] }));
    let copy = std::path::PathBuf::from(copy["path"].as_str().expect("a path"));
    assert!(std::fs::read(&copy).expect("the copy") == bytes && copy.ends_with("土地预审 批复.pdf"));
    assert!(std::fs::metadata(&copy).expect("the copy").permissions().readonly());
    desk.host.forget_opened();
    assert!(!copy.exists());
}

#[test]
fn the_same_content_lies_there_once_and_a_picture_has_a_small_copy() {
    let (desk, owner) = desk();
    let (one, two) = (file(&desk, "现场.png", &picture()), file(&desk, "现场（副本）.png", &picture()));
    let ids = desk.call("attachment_add", json!({ "owner": owner, "paths": [one, two] }));
    assert_eq!(names(&desk, &owner), ["现场.png", "现场（副本）.png"]);
    assert_eq!(chunks(&desk), 1);
    let view = desk.call("attachment_view", json!({ "id": ids[0] }));
    assert!(view["url"].as_str().expect("a url").starts_with("data:image/jpeg;base64,/9j/"));
    desk.call("undo", json!({}));
    assert_eq!(names(&desk, &owner), Vec::<String>::new());
}

#[test]
fn taken_back_and_done_again_with_its_bytes_also_after_a_check() {
    let (desk, owner) = desk();
    let path = file(&desk, "证明.txt", "已开工".as_bytes());
    let ids = desk.call("attachment_add", json!({ "owner": owner, "paths": [path] }));
    desk.call("attachment_set", json!({ "id": ids[0], "field": "caption", "text": "开工令" }));
    desk.call("attachment_set", json!({ "id": ids[0], "field": "name", "text": "开工证明" }));
    assert_eq!(names(&desk, &owner), ["开工证明.txt"]);
    desk.call("attachment_trash", json!({ "id": ids[0] }));
    assert_eq!(names(&desk, &owner), Vec::<String>::new());
    for _ in 0..4 {
        desk.call("undo", json!({}));
    }
    let report = desk.call("workbook_check", json!({}));
    assert_eq!(report["orphans"], json!([]));
    for _ in 0..3 {
        desk.call("redo", json!({}));
    }
    let out = desk.path("再存.txt");
    desk.call("attachment_save", json!({ "id": ids[0], "path": out }));
    assert_eq!(std::fs::read(out).expect("the saved file"), "已开工".as_bytes());
}

#[test]
fn bytes_nobody_can_bring_back_go_with_a_check() {
    let (desk, owner) = desk();
    let path = file(&desk, "误加.txt", b"x");
    desk.call("attachment_add", json!({ "owner": owner, "paths": [path] }));
    desk.call("undo", json!({}));
    desk.call("workbook_check", json!({}));
    assert_eq!(chunks(&desk), 1, "it can still be done again");
    desk.call("enterprise_create", json!({"name": "青岛示例二厂"}));
    desk.call("workbook_check", json!({}));
    assert_eq!(chunks(&desk), 0);
}

#[test]
fn bytes_lost_from_the_file_are_said() {
    let (desk, owner) = desk();
    let path = file(&desk, "证明.txt", b"abc");
    let ids = desk.call("attachment_add", json!({ "owner": owner, "paths": [path] }));
    let connection = rusqlite::Connection::open(desk.workbook().path()).expect("the file");
    connection.execute("DELETE FROM attachment_chunk", []).expect("bytes lost");
    assert!(desk.refused("attachment_save", json!({ "id": ids[0], "path": desk.path("x") })).contains("证明.txt"));
    let report = desk.call("workbook_check", json!({}));
    assert_eq!(report["orphans"][0]["name"], "证明.txt");
}

#[test]
fn bad_files_get_a_sentence_and_change_nothing() {
    let (desk, owner) = desk();
    let good = file(&desk, "好.txt", b"good");
    let empty = file(&desk, "空.txt", b"");
    let folder = desk.path("文件夹");
    std::fs::create_dir(&folder).expect("a folder");
    let huge = desk.path("录像.mp4");
    std::fs::File::create(&huge).and_then(|file| file.set_len(201 << 20)).expect("a sparse file");
    for (path, words) in [
        (json!(empty), "空文件"),
        (json!(folder), "是文件夹"),
        (json!(huge), "超过 200 MB"),
        (json!(desk.path("没有.txt")), "读不到“没有.txt”"),
        (json!(""), "读不到"),
    ] {
        let sentence = desk.refused("attachment_add", json!({ "owner": owner, "paths": [good, path] }));
        assert!(sentence.contains(words), "{sentence}");
    }
    assert!(desk.refused("attachment_add", json!({ "owner": owner, "paths": [] })).contains("没有选择"));
    let pasted = json!({ "owner": owner, "name": "", "data": "不是" });
    assert!(desk.refused("attachment_paste", pasted).contains("粘贴"));
    let nobody = json!({ "owner": changwu_core::ids::Id::new(), "paths": [good] });
    assert!(desk.refused("attachment_add", nobody).contains("不存在"));
    assert_eq!((names(&desk, &owner).len(), chunks(&desk)), (0, 0));
}

#[test]
fn a_pasted_picture_and_names_no_system_would_take() {
    let (desk, owner) = desk();
    use base64::Engine;
    let data = base64::engine::general_purpose::STANDARD.encode(picture());
    desk.call("attachment_paste", json!({ "owner": owner, "name": "", "data": data }));
    desk.call("attachment_paste", json!({ "owner": owner, "name": "../CON.png", "data": data }));
    assert_eq!(names(&desk, &owner), ["粘贴图片2021-02-25.png", "_CON.png"]);
}

#[test]
fn adding_can_be_stopped() {
    let (desk, owner) = desk();
    let path = file(&desk, "大.bin", &[7; 1 << 20]);
    let options = CallOptions { as_of: None, watch: &Impatient };
    let stopped = desk.host.call("attachment_add", json!({ "owner": owner, "paths": [path] }), options);
    assert_eq!(stopped.err().map(|error| error.code()), Some(Code::Cancelled));
    assert_eq!((names(&desk, &owner).len(), chunks(&desk)), (0, 0));
}

#[test]
fn found_by_name_and_caption_and_shown_with_its_record() {
    let (desk, owner) = desk();
    let path = file(&desk, "营业执照.png", &picture());
    let ids = desk.call("attachment_add", json!({ "owner": owner, "paths": [path] }));
    desk.call("attachment_set", json!({ "id": ids[0], "field": "caption", "text": "扫描件" }));
    for typed in ["执照", "yyzz", "扫描"] {
        let hits = desk.call("search", json!({ "text": typed, "limit": 5 }));
        assert_eq!((&hits[0]["id"], &hits[0]["page"], &hits[0]["page_kind"]), (&ids[0], &owner, &json!("enterprise")));
    }
}
