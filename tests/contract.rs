//! The contract with the window is written from the core and committed; this test writes it and fails on a drift.

use std::fs;
use std::path::Path;

use changwu_core::api::contract::{labels_ts, requests_ts};

fn kept(name: &str, text: &str) -> bool {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/api/generated").join(name);
    let before = fs::read_to_string(&path).unwrap_or_default();
    if before != text {
        fs::create_dir_all(path.parent().expect("a folder")).expect("the folder of generated types");
        fs::write(&path, text).expect("the generated types");
    }
    before == text
}

#[test]
fn the_committed_types_are_those_of_the_core() {
    let requests = kept("requests.ts", &requests_ts());
    let labels = kept("labels.ts", &labels_ts());
    assert!(requests && labels, "ui/src/api/generated was written anew: look at the difference and commit it");
}
