//! Many tasks at once and pasted blocks are the same as one by one, and one undo takes back all of it.

mod common;

use common::Desk;
use common::tasks::*;
use proptest::prelude::*;
use serde_json::{Value, json};

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Changing many at once is changing them one by one, and one undo takes back all of it.
    #[test]
    fn many_at_once_is_one_by_one(
        edits in prop::collection::vec((prop::sample::select(&["due", "lead", "persons", "percent", "note", "assisting", "status"][..]), 0usize..4), 1..6)
    ) {
        let value = |field: &str, n: usize| match field {
            "due" => ["3月底前", "2021-03-01", "15个工作日", "长期"][n],
            "lead" => ["自规局", "发改委", "", "人社局"][n],
            "persons" => ["示例甲", "示例甲、示例乙", "", "示例丙"][n],
            "percent" => ["10", "45%", "100", "0"][n],
            "assisting" => ["发改委、住建局", "", "人社局", "自规局"][n],
            "status" => ["进行中", "暂缓：等一等", "取消：不办了", "待销号：已取得批复"][n],
            _ => ["甲", "", "乙", "丙"][n],
        };
        let (one, many) = (Desk::with_new_workbook(), Desk::with_new_workbook());
        let made = |desk: &Desk| ["一", "二", "三"].map(|title| create(desk, json!({"title": title})));
        let (ones, manys) = (made(&one), made(&many));
        let view = |desk: &Desk, ids: &[Value; 3]| ids.each_ref().map(|id| {
            let mut record = desk.call("task_get", json!({"id": id}));
            // Identities differ from desk to desk; names do not.
            strip_ids(&mut record);
            record
        });
        for (field, n) in edits {
            let text = value(field, n);
            let before = view(&many, &manys);
            let result = many.host.call("task_set_many", json!({"ids": manys, "field": field, "text": text}), Default::default());
            if result.is_err() {
                prop_assert_eq!(&view(&many, &manys), &before, "refused whole");
                continue;
            }
            let changed = !result.unwrap().changed.is_empty();
            for id in &ones {
                set(&one, id, field, text);
            }
            prop_assert_eq!(&view(&many, &manys), &view(&one, &ones), "{} = {}", field, text);
            if changed {
                let after = view(&many, &manys);
                undo(&many);
                prop_assert_eq!(&view(&many, &manys), &before, "undo of {}", field);
                many.call("redo", json!({}));
                prop_assert_eq!(&view(&many, &manys), &after, "redo of {}", field);
            }
        }
    }
}

fn strip_ids(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("id");
            fields.values_mut().for_each(strip_ids);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_ids),
        _ => {}
    }
}
