//! Tasks as the integration tests make and read them.

use serde_json::{Value, json};

use super::Desk;

/// A desk, and a new task led by 市自然资源和规划局.
pub fn with_task(title: &str) -> (Desk, Value) {
    let desk = Desk::with_new_workbook();
    let id = create(&desk, json!({"title": title, "lead": "自规局"}));
    (desk, id)
}

pub fn create(desk: &Desk, task: Value) -> Value {
    desk.call("task_create", task)["id"].clone()
}

pub fn set(desk: &Desk, id: &Value, field: &str, text: &str) -> Value {
    desk.call("task_set", json!({"id": id, "field": field, "text": text}))
}

pub fn refused(desk: &Desk, id: &Value, field: &str, text: &str) -> String {
    desk.refused("task_set", json!({"id": id, "field": field, "text": text}))
}

pub fn row(desk: &Desk, id: &Value) -> Value {
    desk.call("task_get", json!({"id": id}))["row"].clone()
}

pub fn titles(page: &Value) -> Vec<&str> {
    page["rows"].as_array().unwrap().iter().map(|row| row["title"].as_str().unwrap()).collect()
}

pub fn undo(desk: &Desk) -> String {
    desk.call("undo", json!({}))["label"].as_str().unwrap().to_owned()
}

/// A project, and an enterprise that leads it.
pub fn project(desk: &Desk, name: &str) -> Value {
    use changwu_core::action::{Action, Kind, Verb};
    use changwu_core::ids::ProjectId;
    let id = ProjectId::new();
    let sql = "INSERT INTO project(id,name,stage,district) VALUES(?,?,'advancing','370211')";
    desk.workbook()
        .transact(
            Action::new(Verb::Create, Kind::Project, name),
            |tx| Ok(tx.execute(sql, rusqlite::params![id, name])?),
        )
        .unwrap();
    json!(id)
}
