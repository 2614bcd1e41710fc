//! Whatever is typed into whatever field: it is taken as a sane value, or refused in Chinese, and a refusal changes
//! nothing. No request answers with an internal error or a panic.

mod common;

use changwu_core::api::CallOptions;
use changwu_core::{Code, texts};
use common::Desk;
use serde_json::{Value, json};

fn typed() -> Vec<String> {
    vec![
        String::new(),
        "   ".into(),
        "长".repeat(10_000),
        "长".repeat(30_000),
        "👩‍💻🚀用地".into(),
        "１２３４５".into(),
        "a\u{0}b\u{7}\u{1b}[31m".into(),
        "任务\t单位\t时限\n用地预审\t市科技局\t3月底\n".into(),
        "2021-02-30".into(),
        "2021年13月45日".into(),
        "1e99".into(),
        "-1".into(),
        "99999999999999999999999999".into(),
        "'; DROP TABLE task; --".into(),
        "%_\\".into(),
        "\u{202e}反向".into(),
    ]
}

fn journal(desk: &Desk) -> i64 {
    let count = |connection: &rusqlite::Connection| {
        Ok(connection.query_row("SELECT count(*) FROM jentry", [], |row| row.get(0))?)
    };
    desk.workbook().read(count).expect("a count")
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Asks; a refusal must be a sentence and leave the journal as it was.
fn ask(desk: &Desk, name: &str, request: Value, what: &str) {
    let before = journal(desk);
    if let Err(error) = desk.host.call(name, request, CallOptions::default()) {
        let start: String = what.chars().take(30).collect();
        assert!(
            matches!(error.code(), Code::Invalid | Code::NotFound) && is_chinese(error.message()),
            "{name} {start:?}: {error:?}"
        );
        assert_ne!(error.message(), texts::bad_request(name), "{name}: the test asks in the wrong shape");
        assert_eq!(journal(desk), before, "{name} {start:?} was refused and changed something");
    }
}

/// The codes of an enumeration of fields, as the contract lists them.
fn fields(name: &str) -> Vec<String> {
    let text = changwu_core::api::contract::requests_ts();
    let start = format!("type {name} = ");
    let from = text.find(&start).unwrap_or_else(|| panic!("{name} in the contract")) + start.len();
    let until = from + text[from..].find(';').expect("the end of the type");
    let codes: Vec<String> = text[from..until].split('"').skip(1).step_by(2).map(str::to_owned).collect();
    assert!(!codes.is_empty(), "{name} has fields");
    codes
}

struct Records {
    enterprise: Value,
    contact: Value,
    project: Value,
    milestone: Value,
    demand: Value,
    department: Value,
    person: Value,
    task: Value,
    plan: Value,
    attachment: Value,
}

fn records(desk: &Desk) -> Records {
    let enterprise = desk.call("enterprise_create", json!({ "name": "青岛示例一厂" }));
    let project = desk.call("project_create", json!({ "name": "示例项目", "enterprise": enterprise }));
    let department = desk.call("department_list", json!({ "limit": 1 }))["rows"][0]["id"].clone();
    let path = desk.path("证明.txt");
    std::fs::write(&path, "证明").expect("a file");
    Records {
        contact: desk.call("contact_create", json!({ "enterprise": enterprise, "name": "李工" })),
        milestone: desk.call("milestone_create", json!({ "project": project, "phase": "preparation", "name": "备案" })),
        demand: desk.call("demand_create", json!({ "project": project, "category": "land", "text": "用地" })),
        person: desk.call("person_create", json!({ "department": department, "name": "王科" })),
        task: desk.call("task_create", json!({ "title": "用地预审", "project": project }))["id"].clone(),
        plan: desk.call("plan_create", json!({ "project": project })),
        attachment: desk.call("attachment_add", json!({ "owner": project, "paths": [path] }))[0].clone(),
        enterprise,
        project,
        department,
    }
}

#[test]
fn every_field_takes_a_sane_value_or_says_what_is_wrong() {
    let desk = Desk::with_new_workbook();
    let r = records(&desk);
    for text in typed() {
        for (request, type_name, key, id) in [
            ("enterprise_set", "EnterpriseField", "id", &r.enterprise),
            ("contact_set", "ContactField", "id", &r.contact),
            ("project_set", "ProjectField", "id", &r.project),
            ("milestone_set", "MilestoneField", "id", &r.milestone),
            ("department_set", "DepartmentField", "id", &r.department),
            ("person_set", "PersonField", "id", &r.person),
            ("task_set", "TaskField", "id", &r.task),
            ("plan_set", "PlanField", "id", &r.plan),
            ("attachment_set", "AttachmentField", "id", &r.attachment),
        ] {
            for field in fields(type_name) {
                ask(&desk, request, json!({ key: id, "field": field, "text": text }), &format!("{field} {text}"));
            }
        }
        for field in fields("DemandField") {
            let request = json!({ "ids": [r.demand], "field": field, "text": text });
            ask(&desk, "demand_set", request, &format!("{field} {text}"));
        }
    }
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}

#[test]
fn so_does_every_field_of_what_comes_before_at_and_after_a_session() {
    let desk = Desk::with_new_workbook();
    let r = records(&desk);
    let first = |name: &str, request: Value| desk.call(name, request)["rows"][0]["id"].clone();
    let submission =
        desk.call("submission_create", json!({ "title": "示例创意", "enterprise_name": "青岛示例二厂" }))["id"].clone();
    let expert = desk.call("expert_create", json!({ "name": "王教授", "kind": "committee" }));
    let review = desk.call("review_create", json!({ "project": r.project, "kind": "meeting" }));
    desk.call("review_expert_add", json!({ "id": review, "experts": [expert] }));
    let opinion = desk.call("project_reviews", json!({ "id": r.project }))["rounds"][0]["opinions"][0]["id"].clone();
    let session = desk.call("session_create", json!({ "theme": "示例专题" }));
    let presentation = desk.call("presentation_add", json!({ "session": session, "projects": [r.project] }))[0].clone();
    let said = json!({ "presentation": presentation, "text": "市科技局：3月底前出具研发补助意见" });
    let reply = desk.call("session_reply_add", said)[0].clone();
    desk.call("library_enter", json!({ "projects": [r.project], "on": "2021-01-05" }));
    let library = first("library_list", json!({ "limit": 1 }));
    let outcome = desk.call("outcome_create", json!({ "project": r.project, "kind": "order", "amount": "3000万元" }));
    let stated = desk.call("stated_create", json!({ "name": "总投资", "text": "超200亿元" }));
    let snapshot = desk.call("snapshot_create", json!({}));
    for text in typed() {
        for (request, type_name, id) in [
            ("review_set", "ReviewField", &review),
            ("session_set", "SessionField", &session),
            ("presentation_set", "PresentationField", &presentation),
            ("session_reply_set", "ReplyField", &reply),
            ("library_set", "LibraryField", &library),
            ("outcome_set", "OutcomeField", &outcome),
            ("stated_set", "StatedField", &stated),
            ("snapshot_set", "SnapshotField", &snapshot),
        ] {
            for field in fields(type_name) {
                ask(&desk, request, json!({ "id": id, "field": field, "text": text }), &format!("{field} {text}"));
            }
        }
        for (request, type_name, id) in [
            ("submission_set", "SubmissionField", &submission),
            ("expert_set", "ExpertField", &expert),
            ("review_opinion_set", "OpinionField", &opinion),
        ] {
            for field in fields(type_name) {
                let cell = json!({ "cells": [{ "id": id, "field": field, "text": text }] });
                ask(&desk, request, cell, &format!("{field} {text}"));
            }
        }
        for (name, request) in [
            (
                "submission_create",
                json!({ "title": text, "enterprise_name": text, "received_on": text, "district": text }),
            ),
            ("expert_create", json!({ "name": text, "kind": "committee" })),
            ("review_create", json!({ "project": r.project, "held_on": text, "organiser": text, "experts": text })),
            ("session_create", json!({ "theme": text, "held_on": text, "year": text, "season": text })),
            ("session_item_add", json!({ "session": session, "title": text })),
            ("session_reply_add", json!({ "presentation": presentation, "text": text })),
            ("session_demand_add", json!({ "presentation": presentation, "text": text })),
            ("library_enter", json!({ "projects": [r.project], "on": text, "batch": text, "reason": text })),
            ("landing_create", json!({ "project": r.project, "basis": "signed", "landed_on": text, "evidence": text })),
            ("outcome_create", json!({ "project": r.project, "kind": "order", "amount": text, "on": text })),
            ("stated_create", json!({ "name": text, "text": text, "as_of": text })),
            ("snapshot_create", json!({ "title": text, "note": text })),
        ] {
            ask(&desk, name, request, &text);
        }
    }
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}

#[test]
fn so_does_every_field_of_needs_lists_and_groups() {
    let desk = Desk::with_new_workbook();
    let r = records(&desk);
    let visit = desk.call("demand_visit_add", json!({ "demand": r.demand, "satisfaction": "satisfied" }));
    let group = desk.call("group_create", json!({ "name": "示例推进小组" }));
    let member = desk.call("group_member_add", json!({ "id": group, "department": r.department }));
    let entry =
        desk.call("dictionary_add", json!({ "list": "chain", "version": "示例（2021）", "text": "示例链" }))[0].clone();
    for text in typed() {
        for (request, type_name, id) in [
            ("demand_visit_set", "VisitField", &visit),
            ("group_set", "WorkGroupField", &group),
            ("group_member_set", "MemberField", &member),
            ("dictionary_set", "DictionaryField", &entry),
        ] {
            for field in fields(type_name) {
                ask(&desk, request, json!({ "id": id, "field": field, "text": text }), &format!("{field} {text}"));
            }
        }
        for (name, request) in [
            ("demand_visit_add", json!({ "demand": r.demand, "satisfaction": "satisfied", "on": text, "text": text })),
            ("demand_status_set", json!({ "id": r.demand, "status": "assigned", "on": text, "due": text })),
            ("group_create", json!({ "name": text, "domain": text })),
            ("group_member_add", json!({ "id": group, "department": text, "person": text, "role": text })),
            ("dictionary_add", json!({ "list": "chain", "version": text, "text": text })),
            ("department_rename", json!({ "id": r.department, "short": text, "full": text, "on": text })),
            ("department_merge", json!({ "kept": r.department, "gone": r.department, "on": text })),
        ] {
            ask(&desk, name, request, &text);
        }
    }
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}

#[test]
fn so_do_rules_of_lights_sheets_handover_and_the_board() {
    let desk = Desk::with_new_workbook();
    let r = records(&desk);
    let rule = desk.call("light_rule_create", json!({ "due_soon_days": "7" }));
    let sheet = desk.call("sheet_create", json!({ "title": "进展表", "departments": "自规局" }))[0].clone();
    for text in typed() {
        for field in fields("LightRuleField") {
            ask(
                &desk,
                "light_rule_set",
                json!({ "id": rule, "field": field, "text": text }),
                &format!("{field} {text}"),
            );
        }
        for field in fields("SheetField") {
            let cell = json!({ "cells": [{ "id": sheet, "field": field, "text": text }] });
            ask(&desk, "sheet_set", cell, &format!("{field} {text}"));
        }
        for field in ["due", "status"] {
            let words = json!({ "id": r.task, "field": field, "text": text, "reason": text, "evidence": text });
            ask(&desk, "task_set", words, &format!("{field} {text}"));
        }
        for (name, request) in [
            (
                "light_rule_create",
                json!({ "valid_from": text, "behind_above": text, "slow_from": text, "due_soon_days": text, "note": text }),
            ),
            ("light_rule_preview", json!({ "behind_above": text, "slow_from": text, "due_soon_days": text })),
            ("sheet_create", json!({ "title": text, "departments": text, "sent_on": text, "due": text, "note": text })),
            ("sheet_return", json!({ "ids": [sheet], "on": text })),
            ("sheet_list", json!({ "limit": 10, "text": text })),
            ("task_handover", json!({ "from": r.person, "to": text, "note": text })),
            ("chase_text", json!({ "filter": { "text": text } })),
            ("board_get", json!({ "from": text, "text": text, "district": text })),
            ("board_cell", json!({ "project": r.project, "month": text })),
        ] {
            ask(&desk, name, request, &text);
        }
    }
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}

#[test]
fn every_new_record_takes_a_sane_name_or_says_what_is_wrong() {
    let desk = Desk::with_new_workbook();
    let r = records(&desk);
    for text in typed() {
        for (name, request) in [
            ("enterprise_create", json!({ "name": text })),
            ("contact_create", json!({ "enterprise": r.enterprise, "name": text })),
            ("project_create", json!({ "name": text, "enterprise": r.enterprise })),
            ("milestone_create", json!({ "project": r.project, "phase": "preparation", "name": text })),
            ("demand_create", json!({ "project": r.project, "category": "land", "text": text })),
            ("demand_status_set", json!({ "id": r.demand, "status": "answered", "result": text })),
            ("department_create", json!({ "short": text, "kind": "municipal" })),
            ("person_create", json!({ "department": r.department, "name": text })),
            ("task_create", json!({ "title": text, "due": text, "lead": text })),
            ("task_note_add", json!({ "id": r.task, "done_text": text })),
            ("setting_set", json!({ "key": text, "value": text })),
            ("search", json!({ "text": text, "limit": 10 })),
            ("task_list", json!({ "limit": 10, "filter": { "text": text } })),
            ("enterprise_list", json!({ "limit": 10, "text": text })),
            ("project_list", json!({ "limit": 10, "text": text })),
            ("demand_list", json!({ "limit": 10, "text": text })),
            ("department_list", json!({ "limit": 10, "text": text })),
            ("person_list", json!({ "limit": 10, "text": text })),
            ("library_list", json!({ "limit": 10, "text": text })),
            ("submission_list", json!({ "limit": 10, "text": text })),
            ("expert_list", json!({ "limit": 10, "text": text })),
            ("session_list", json!({ "limit": 10, "text": text })),
        ] {
            ask(&desk, name, request, &text);
        }
    }
}

#[test]
fn a_request_of_the_wrong_shape_is_refused_in_words() {
    let desk = Desk::with_new_workbook();
    for (name, _) in changwu_core::api::REQUESTS {
        for request in [json!([]), json!("文字"), json!({ "id": "不是", "ids": 3, "field": [] })] {
            if let Err(error) = desk.host.call(name, request, CallOptions::default()) {
                assert!(error.code() != Code::Internal && is_chinese(error.message()), "{name}: {error:?}");
            }
        }
    }
}

#[test]
fn every_field_and_line_of_a_session_takes_a_sane_value_or_says_what_is_wrong() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({ "name": "示例项目" }));
    let session = desk.call("session_create", json!({ "theme": "示例专场" }));
    let presentation = desk.call("presentation_add", json!({ "session": session, "projects": [project] }))[0].clone();
    let reply =
        desk.call("session_reply_add", json!({ "presentation": presentation, "text": "自规局：供地" }))[0].clone();
    let item = desk.call("session_item_add", json!({ "session": session, "title": "彩排" }));
    desk.call("guest_invite", json!({ "session": session, "kind": "media", "lines": "青岛日报 示例王" }));
    let guest = desk.call("guest_list", json!({ "session": session }))["rows"][0]["id"].clone();
    for text in typed() {
        for (request, type_name, id) in [
            ("session_set", "SessionField", &session),
            ("presentation_set", "PresentationField", &presentation),
            ("session_reply_set", "ReplyField", &reply),
        ] {
            for field in fields(type_name) {
                ask(&desk, request, json!({ "id": id, "field": field, "text": text }), &format!("{field} {text}"));
            }
        }
        for (request, type_name, id) in
            [("session_item_set", "SessionItemField", &item), ("guest_set", "GuestField", &guest)]
        {
            for field in fields(type_name) {
                let cells = json!({ "cells": [{ "id": id, "field": field, "text": text }] });
                ask(&desk, request, cells, &format!("{field} {text}"));
            }
        }
        for (name, request) in [
            ("session_create", json!({ "theme": text, "year": text, "season": text, "held_on": text })),
            ("session_status_set", json!({ "id": session, "status": "held", "held_on": text })),
            ("session_item_add", json!({ "session": session, "title": text, "days_before": text })),
            ("guest_invite", json!({ "session": session, "kind": "expert", "lines": text })),
            ("guest_candidates", json!({ "session": session, "kind": "department", "text": text })),
            ("session_demand_read", json!({ "presentation": presentation, "text": text })),
            ("session_demand_add", json!({ "presentation": presentation, "text": text })),
            ("session_reply_read", json!({ "presentation": presentation, "text": text })),
            ("session_reply_add", json!({ "presentation": presentation, "text": text })),
            ("session_convert", json!({ "session": session, "replies": [{ "id": reply, "persons": text }] })),
            ("session_list", json!({ "text": text })),
        ] {
            ask(&desk, name, request, &text);
        }
    }
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}

#[test]
fn every_field_of_opinions_versions_and_reminders_takes_a_sane_value_or_says_what_is_wrong() {
    let desk = Desk::with_new_workbook();
    let records = records(&desk);
    let unit = records.department.clone();
    desk.call("plan_consult", json!({ "id": records.plan, "departments": [unit], "due": "2021-03-04" }));
    let opinion = desk.call("plan_get", json!({ "id": records.plan }))["opinions"][0]["id"].clone();
    let other = desk.call("plan_create", json!({ "enterprise": records.enterprise }));
    desk.call("plan_issue", json!({ "id": other, "confirmed": true }));
    for text in typed() {
        for field in fields("PlanOpinionField") {
            ask(&desk, "plan_opinion_set", json!({ "id": opinion, "field": field, "text": text }), &text);
        }
        for field in fields("PlanField") {
            ask(&desk, "plan_set", json!({ "id": other, "field": field, "text": text }), &text);
        }
        desk.call("plan_opinion_set", json!({ "id": opinion, "field": "text", "text": "建议放宽时限" }));
        ask(&desk, "plan_opinion_decide", json!({ "id": opinion, "verdict": "declined", "reason": text }), &text);
        ask(&desk, "plan_consult", json!({ "id": records.plan, "departments": [unit], "due": text }), &text);
        ask(&desk, "plan_repeal", json!({ "id": records.plan, "reason": text, "on": text }), &text);
        let issue = json!({ "id": records.plan, "document_number": text, "issued_on": text });
        ask(&desk, "plan_issue", issue, &text);
        ask(&desk, "reminder_schedule_set", json!({ "on": true, "times": text, "quiet": "" }), &text);
        ask(&desk, "reminder_schedule_set", json!({ "on": true, "times": "9:00", "quiet": text }), &text);
    }
    let page = desk.call("plan_get", json!({ "id": other }));
    assert_eq!((&page["status"], &page["version"]), (&json!("issued"), &json!(1)));
}

#[test]
fn so_does_every_field_of_meetings_and_of_what_urges_and_coordinates() {
    let desk = Desk::with_new_workbook();
    let r = records(&desk);
    desk.call("task_set", json!({ "id": r.task, "field": "lead", "text": "市科技局" }));
    let meeting = desk.call("meeting_create", json!({ "tasks": [r.task] }));
    let item = desk.call("meeting_get", json!({ "id": meeting }))["items"][0]["id"].clone();
    desk.call("meeting_settle", json!({ "id": item, "lines": "同意选址方案" }));
    let decision = desk.call("meeting_get", json!({ "id": meeting }))["items"][0]["decisions"][0]["id"].clone();
    let paper = desk.call("supervision_issue", json!({ "papers": [{ "task": r.task }] }))[0].clone();
    let coordination = desk.call("coordination_create", json!({ "level": "chief", "issue": "用地指标" }));
    for text in typed() {
        for (request, type_name, id) in [
            ("meeting_set", "MeetingField", &meeting),
            ("meeting_item_set", "MeetingItemField", &item),
            ("supervision_set", "SupervisionField", &paper),
            ("coordination_set", "CoordinationField", &coordination),
        ] {
            for field in fields(type_name) {
                ask(&desk, request, json!({ "id": id, "field": field, "text": text }), &format!("{field} {text}"));
            }
        }
        for (name, request) in [
            ("meeting_create", json!({ "held_on": text, "number": text, "title": text, "chair": text, "place": text })),
            ("meeting_item_add", json!({ "id": meeting, "title": text })),
            ("meeting_settle", json!({ "id": item, "lines": text, "said": text })),
            ("meeting_settle", json!({ "id": item, "lines": format!("市科技局 {text}") })),
            (
                "meeting_settle",
                json!({ "id": item, "lines": "甲局：办", "remember": [{ "said": text, "unit": r.department }] }),
            ),
            ("decision_read", json!({ "text": text, "meeting": meeting })),
            ("decision_unit_set", json!({ "id": decision, "unit": text })),
            ("meeting_list", json!({ "text": text })),
            ("week_get", json!({ "since": text, "until": text })),
            ("supervision_list", json!({ "text": text })),
            ("supervision_issue", json!({ "papers": [{ "task": r.task, "number": text, "reply_due": text }] })),
            (
                "supervision_issue",
                json!({ "papers": [{ "matter": text, "department": text, "requirement": text }], "issued_on": text }),
            ),
            ("supervision_advance", json!({ "id": paper, "to": "replied", "text": text, "on": text })),
            ("coordination_list", json!({ "text": text })),
            ("coordination_create", json!({ "level": "office", "issue": text, "raised_on": text, "convener": text })),
            ("coordination_decide", json!({ "id": coordination, "held_on": text, "lines": text, "decision": text })),
        ] {
            ask(&desk, name, request, &text);
        }
    }
    assert_eq!(desk.call("workbook_check", json!({}))["orphans"], json!([]));
}
