//! 实施方案, as staff write and export it.

mod common;

use std::io::Read;
use std::path::Path;

use common::Desk;
use serde_json::{Value, json};

fn project(desk: &Desk, name: &str) -> Value {
    desk.call("project_list", json!({ "text": name }))["rows"][0]["id"].clone()
}

fn plan(desk: &Desk, name: &str) -> Value {
    let owner = json!({"project": project(desk, name)});
    let found = desk.call("plan_of", owner.clone());
    if found.is_null() { desk.call("plan_create", owner) } else { found }
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn exported(desk: &Desk, plan: &Value, name: &str) -> String {
    let path = desk.path(name);
    let written = desk.call("plan_export", json!({"id": plan, "path": path}));
    part(Path::new(written["path"].as_str().unwrap()), "word/document.xml")
}

/// The visible text, paragraph by paragraph.
fn paragraphs(xml: &str) -> Vec<String> {
    let paragraph = |chunk: &str| -> String {
        chunk
            .split("<w:t")
            .skip(1)
            .filter_map(|run| run.split_once('>')?.1.split_once("</w:t>").map(|(text, _)| text))
            .collect()
    };
    xml.split("<w:p>").flat_map(|chunk| chunk.split("<w:p ")).map(paragraph).filter(|text| !text.is_empty()).collect()
}

#[test]
fn scenario_24_the_plan_of_huanqiu_in_the_layout_of_the_standard() {
    let desk = Desk::with_sample();
    let id = plan(&desk, "环球智工厂");
    desk.call("plan_set", json!({"id": id, "field": "dated", "text": "2021-02-25"}));
    desk.call("plan_set", json!({"id": id, "field": "signer", "text": "市民营企业创意工作专班"}));
    let project = project(&desk, "环球智工厂");
    desk.call(
        "task_create",
        json!({"project": project, "title": "办理用地预审", "measure": "专人跟办", "lead": "资规局", "assisting": "西海岸新区管委", "due": "2021年6月底"}),
    );
    let xml = exported(&desk, &id, "环球智工厂.docx");
    let whole = format!("{xml}{}", part(&desk.path("环球智工厂.docx"), "word/styles.xml"));
    for figure in [
        r#"w:w="11906""#,
        r#"w:h="16838""#,
        r#"w:top="2098""#,
        r#"w:bottom="1984""#,
        r#"w:left="1587""#,
        r#"w:right="1474""#,
        "方正小标宋简体",
        "黑体",
        "楷体",
        "仿宋",
    ] {
        assert!(whole.contains(figure), "{figure}");
    }
    assert!(!whole.contains("Theme"), "no theme font");
    let text = paragraphs(&xml);
    let has = |wanted: &str| text.iter().any(|line| line.contains(wanted));
    assert!(has("2021年2月25日"));
    assert!(has("（一）用地需求"), "{text:?}");
    assert!(has("（市自然资源和规划局牵头，西海岸新区管委配合；2021年6月底前完成）"), "{text:?}");
    for heading in ["序号", "重点任务", "具体措施", "牵头单位", "责任（配合）单位", "责任人", "完成时限", "备注"]
    {
        assert!(text.iter().any(|line| line == heading), "{heading} of 责任分工表");
    }
    assert!(!has("青岛市民营经济发展局文件"), "no red head");
    let footer = part(&desk.path("环球智工厂.docx"), "word/footer1.xml");
    assert!(footer.contains("— ") && footer.contains("PAGE"), "— 1 —");
}

#[test]
fn what_was_typed_stands_and_what_was_not_comes_from_the_data() {
    let desk = Desk::with_sample();
    let id = plan(&desk, "示例项目20");
    let page = desk.call("plan_get", json!({ "id": id }));
    let of = |page: &Value, name: &str| {
        page["parts"].as_array().unwrap().iter().find(|part| part["part"] == name).unwrap().clone()
    };
    assert_eq!(of(&page, "content")["from_data"], false);
    desk.call("plan_section_set", json!({"id": id, "part": "content", "text": ""}));
    let page = desk.call("plan_get", json!({ "id": id }));
    assert_eq!(of(&page, "content")["from_data"], true, "empty lets the data speak");
    desk.call("plan_section_set", json!({"id": id, "part": "content", "text": "第一段。\n第二段 ]]> <b> 😀 㐂𠮷。"}));
    let text = paragraphs(&exported(&desk, &id, "a.docx"));
    assert!(text.iter().any(|line| line == "第一段。"), "each line a paragraph");
    assert!(text.iter().any(|line| line.contains("]]&gt; &lt;b&gt; 😀 㐂𠮷")));
    desk.call("undo", json!({}));
    assert_eq!(of(&desk.call("plan_get", json!({ "id": id })), "content")["from_data"], true);
}

#[test]
fn the_check_says_what_is_missing_and_where_it_is_mended() {
    let desk = Desk::with_new_workbook();
    let project = desk.call("project_create", json!({"name": "示例智工厂"}));
    let kinds = |desk: &Desk, id: &Value| -> Vec<String> {
        let page = desk.call("plan_get", json!({ "id": id }));
        page["findings"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap().to_string()).collect()
    };
    let id = desk.call("plan_create", json!({ "project": project }));
    let found = kinds(&desk, &id);
    assert!(
        ["no_task", "no_text", "no_date", "no_signer"].iter().all(|kind| found.contains(&kind.to_string())),
        "{found:?}"
    );

    let demand = desk.call("demand_create", json!({"project": project, "category": "loan", "text": "融资5000万元"}));
    assert!(kinds(&desk, &id).contains(&"not_split".to_string()));
    let task = desk
        .call("task_create", json!({"project": project, "demand": demand, "title": "供电增容", "due": "2021-02-19"}));
    let page = desk.call("plan_get", json!({ "id": id }));
    let about_task: Vec<&Value> =
        page["findings"].as_array().unwrap().iter().filter(|one| one["about"] == "供电增容").collect();
    let found: Vec<&str> = about_task.iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert!(found.contains(&"no_person") && found.contains(&"past_due"), "{found:?}");
    assert_eq!((&about_task[0]["cure"], &about_task[0]["place"]), (&task["id"], &json!("附件1 第1行")));
    assert!(!kinds(&desk, &id).contains(&"not_split".to_string()));

    desk.call("task_set", json!({"id": task["id"], "field": "due", "text": "2021-03-31"}));
    desk.call("task_set", json!({"id": task["id"], "field": "persons", "text": "示例甲"}));
    let found = kinds(&desk, &id);
    assert!(!found.contains(&"no_person".to_string()) && !found.contains(&"past_due".to_string()), "{found:?}");
}

#[test]
fn an_enterprises_plan_covers_all_its_projects() {
    let desk = Desk::with_new_workbook();
    let enterprise = desk.call("enterprise_create", json!({"name": "青岛示例智能装备有限公司"}));
    for name in ["示例一期", "示例二期"] {
        let project = desk.call("project_create", json!({"name": name, "enterprise": enterprise}));
        desk.call("demand_create", json!({"project": project, "category": "land", "text": "工业用地120亩"}));
    }
    let id = desk.call("plan_create", json!({ "enterprise": enterprise }));
    let page = desk.call("plan_get", json!({ "id": id }));
    assert_eq!((&page["kind"], &page["subject"]), (&json!("enterprise"), &json!("青岛示例智能装备有限公司")));
    let text = paragraphs(&exported(&desk, &id, "一企一策.docx"));
    assert!(text.iter().any(|line| line == "（一）“示例一期”用地需求"), "{text:?}");
    assert!(text.iter().any(|line| line == "（二）“示例二期”用地需求"));
    assert_eq!(desk.call("plan_create", json!({ "enterprise": enterprise })), id, "there is one plan to work on");
}

#[test]
fn the_file_is_named_for_name_kind_and_date_and_is_whole_or_not_there() {
    let desk = Desk::with_sample();
    let id = plan(&desk, "示例项目20");
    let page = desk.call("plan_get", json!({ "id": id }));
    assert_eq!(page["file_name"], "示例项目20实施方案2021年2月25日.docx");
    let refusal = desk.refused("plan_export", json!({"id": id, "path": desk.path("方案.pdf")}));
    assert!(refusal.contains(".docx"), "{refusal}");
    let refusal = desk.refused("plan_export", json!({"id": id, "path": desk.path("没有这个文件夹/方案.docx")}));
    assert!(refusal.contains("方案.docx") && refusal.contains("换个位置"), "{refusal}");
    let written = desk.call("plan_export", json!({"id": id, "path": desk.path("方案")}));
    assert!(written["path"].as_str().unwrap().ends_with("方案.docx"), "the ending is added");
    let left: Vec<_> = std::fs::read_dir(desk.folder.path())
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    assert!(left.iter().all(|name| !name.ends_with(".new")), "{left:?}");
}

#[test]
fn phones_on_paper_are_masked() {
    let desk = Desk::with_sample();
    let enterprise = desk.call("enterprise_list", json!({"text": "环球"}))["rows"][0]["id"].clone();
    let contact = desk.call("contact_create", json!({"enterprise": enterprise, "name": "示例甲"}));
    desk.call("contact_set", json!({"id": contact, "field": "mobile", "text": "13812345678"}));
    let id = plan(&desk, "环球智工厂");
    let xml = exported(&desk, &id, "a.docx");
    assert!(xml.contains("138****5678") && !xml.contains("13812345678"));
}

#[test]
fn every_plan_is_exported_into_a_folder() {
    let desk = Desk::with_sample();
    plan(&desk, "环球智工厂");
    let written = desk.call("plan_export_all", json!({"folder": desk.path("方案")}));
    let paths: Vec<&str> = written.as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect();
    assert_eq!(paths.len(), 2);
    assert!(paths.iter().all(|path| Path::new(path).exists()));
}
