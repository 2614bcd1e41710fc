//! 前置任务: which task waits for which.

mod common;

use std::collections::BTreeSet;

use common::Desk;
use proptest::prelude::*;
use serde_json::{Value, json};

fn tasks(desk: &Desk, titles: &[&str]) -> Vec<Value> {
    titles.iter().map(|title| desk.call("task_create", json!({ "title": title }))["id"].clone()).collect()
}

fn link(task: &Value, depends_on: &Value) -> Value {
    json!({"links": [{"task": task, "depends_on": depends_on}]})
}

/// The titles before and behind a task.
fn around(desk: &Desk, id: &Value) -> [Vec<String>; 2] {
    let links = desk.call("task_links", json!({ "id": id }));
    ["before", "after"].map(|side| {
        let list = links[side].as_array().unwrap();
        list.iter().map(|task| task["title"].as_str().unwrap().to_owned()).collect()
    })
}

#[test]
fn links_are_seen_from_both_sides_and_undone_one_by_one() {
    let desk = Desk::with_new_workbook();
    let [a, b, c] = tasks(&desk, &["用地预审", "土地招拍挂", "施工许可"]).try_into().unwrap();
    desk.call("task_link_add", link(&b, &a));
    desk.call("task_link_add", link(&c, &b));
    assert_eq!(around(&desk, &b), [vec!["用地预审".to_owned()], vec!["施工许可".to_owned()]]);
    assert_eq!(around(&desk, &a), [vec![], vec!["土地招拍挂".to_owned()]]);
    desk.call("task_link_remove", link(&b, &a));
    assert_eq!(around(&desk, &b)[0], Vec::<String>::new());
    // The removed link comes back as it was, also when it is typed again.
    assert_eq!(desk.call("undo", json!({}))["label"], "移除前置任务：用地预审 → 土地招拍挂");
    assert_eq!(around(&desk, &b)[0], ["用地预审"]);
    desk.call("redo", json!({}));
    desk.call("task_link_add", link(&b, &a));
    assert_eq!(around(&desk, &b)[0], ["用地预审"]);
    assert_eq!(desk.call("undo", json!({}))["label"], "新增前置任务：用地预审 → 土地招拍挂");
    assert_eq!(around(&desk, &b)[0], Vec::<String>::new());
    assert_eq!(around(&desk, &c)[0], ["土地招拍挂"], "the other link stands");
}

#[test]
fn a_circle_is_refused_naming_all_of_it() {
    let desk = Desk::with_new_workbook();
    let [a, b, c] = tasks(&desk, &["用地预审", "土地招拍挂", "施工许可"]).try_into().unwrap();
    assert_eq!(desk.refused("task_link_add", link(&a, &a)), "“用地预审”不能以自己为前置任务；请另选一项");
    desk.call("task_link_add", link(&b, &a));
    desk.call("task_link_add", link(&c, &b));
    assert_eq!(
        desk.refused("task_link_add", link(&a, &c)),
        "这样会互相等待：任务“施工许可”→“用地预审”→“土地招拍挂”→“施工许可”；请先移除其中一个前置关系"
    );
    assert_eq!(
        desk.refused("task_link_add", link(&a, &b)),
        "这样会互相等待：任务“土地招拍挂”→“用地预审”→“土地招拍挂”；请先移除其中一个前置关系"
    );
    // A task in the recycle bin brings its links back with it, so they count.
    desk.call("task_trash", json!({ "ids": [b] }));
    assert!(desk.refused("task_link_add", link(&a, &c)).contains("“土地招拍挂（在回收站）”"));
    // A circle within one block is refused whole.
    let block = json!({"links": [{"task": b, "depends_on": c}]});
    assert!(desk.refused("task_link_add", block).contains("回收站"), "nothing waits for what was deleted");
    let [d, e] = tasks(&desk, &["立项", "环评"]).try_into().unwrap();
    let block = json!({"links": [{"task": d, "depends_on": e}, {"task": e, "depends_on": d}]});
    desk.refused("task_link_add", block);
    assert_eq!(around(&desk, &d), [Vec::<String>::new(), vec![]]);
}

#[test]
fn a_block_is_one_action_and_what_is_deleted_is_not_shown() {
    let desk = Desk::with_new_workbook();
    let [a, b, c] = tasks(&desk, &["甲", "乙", "丙"]).try_into().unwrap();
    let block = json!({"links": [{"task": c, "depends_on": a}, {"task": c, "depends_on": b}]});
    desk.call("task_link_add", block.clone());
    assert_eq!(around(&desk, &c)[0], ["甲", "乙"]);
    assert_eq!(desk.call("undo", json!({}))["label"], "新增前置任务：甲 → 丙等2项");
    assert_eq!(around(&desk, &c)[0], Vec::<String>::new());
    desk.call("redo", json!({}));
    desk.call("task_trash", json!({ "ids": [a] }));
    assert_eq!(around(&desk, &c)[0], ["乙"]);
    desk.call("undo", json!({}));
    assert_eq!(around(&desk, &c)[0], ["甲", "乙"], "restored with its links");
    desk.call("task_link_remove", block);
    assert_eq!(around(&desk, &c)[0], Vec::<String>::new());
}

#[derive(Debug, Clone)]
enum Edit {
    Add(usize, usize),
    Remove(usize, usize),
    Trash(usize),
    Undo,
    Redo,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let task = 0..6usize;
    let edit = prop_oneof![
        6 => (task.clone(), task.clone()).prop_map(|(a, b)| Edit::Add(a, b)),
        2 => (task.clone(), task.clone()).prop_map(|(a, b)| Edit::Remove(a, b)),
        1 => task.prop_map(Edit::Trash),
        2 => Just(Edit::Undo),
        1 => Just(Edit::Redo),
    ];
    prop::collection::vec(edit, 1..24)
}

/// The links that stand in the file, whether or not their tasks lie in the recycle bin.
fn stored(desk: &Desk, ids: &[Value]) -> BTreeSet<(usize, usize)> {
    let place = |id: changwu_core::ids::TaskId| ids.iter().position(|one| *one == json!(id)).unwrap();
    desk.workbook()
        .read(|connection| {
            let mut statement =
                connection.prepare("SELECT task_id, depends_on_id FROM task_dependency WHERE deleted=0")?;
            let rows = statement.query_map([], |row| Ok((place(row.get(0)?), place(row.get(1)?))))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
        .unwrap()
}

/// Can every task be put behind all it waits for?
fn has_no_circle(mut links: BTreeSet<(usize, usize)>) -> bool {
    while !links.is_empty() {
        let waiting: BTreeSet<usize> = links.iter().map(|(task, _)| *task).collect();
        let before = links.len();
        links.retain(|(_, depends_on)| waiting.contains(depends_on));
        if links.len() == before {
            return false;
        }
    }
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is linked, removed, deleted, undone and redone in whatever order: no task ever waits for itself. A
    /// link is refused only when it would do that, and undoing everything leaves none.
    #[test]
    fn no_order_of_edits_makes_a_circle(edits in edits()) {
        let desk = Desk::with_new_workbook();
        let ids = tasks(&desk, &["一", "二", "三", "四", "五", "六"]);
        let done = |name: &str, request: Value| desk.host.call(name, request, Default::default()).is_ok();
        let take_back = || done("undo", json!({}));
        let mut undoable = 0;
        for edit in edits {
            let before = stored(&desk, &ids);
            match edit {
                Edit::Add(task, on) => {
                    let live = |task: usize| done("task_get", json!({"id": ids[task]}));
                    let mut with = before.clone();
                    with.insert((task, on));
                    let allowed = task != on && has_no_circle(with.clone()) && live(task) && live(on);
                    prop_assert_eq!(done("task_link_add", link(&ids[task], &ids[on])), allowed);
                    prop_assert_eq!(stored(&desk, &ids), if allowed { with } else { before.clone() });
                    undoable += usize::from(stored(&desk, &ids) != before);
                }
                Edit::Remove(task, on) => {
                    prop_assert!(done("task_link_remove", link(&ids[task], &ids[on])));
                    undoable += usize::from(stored(&desk, &ids) != before);
                }
                Edit::Trash(task) => undoable += usize::from(done("task_trash", json!({"ids": [ids[task]]}))),
                Edit::Undo if undoable > 0 => {
                    prop_assert!(take_back());
                    undoable -= 1;
                }
                Edit::Undo => {}
                Edit::Redo => undoable += usize::from(done("redo", json!({}))),
            }
            prop_assert!(has_no_circle(stored(&desk, &ids)));
        }
        for _ in 0..undoable {
            prop_assert!(take_back());
        }
        prop_assert_eq!(stored(&desk, &ids), BTreeSet::new());
    }
}
