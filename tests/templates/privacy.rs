//! What a paper must not tell of who made its template.

use serde_json::json;

use crate::{Docx, RELATIONS, p};

#[test]
fn names_companies_and_revisions_go() {
    let body = "<w:p w:rsidR=\"00A1\" w:rsidRDefault=\"00B2\"><w:r w:rsidRPr=\"00C3\"><w:t>{{ 名 }}</w:t></w:r></w:p>";
    let app =
        "<Properties><Template>C:\\Users\\王\\方案.dotx</Template><Company>某局</Company><Pages>1</Pages></Properties>";
    let core = "<dc:title>方案</dc:title><dc:creator>王某</dc:creator><cp:lastModifiedBy>李某</cp:lastModifiedBy>\
                <cp:revision>7</cp:revision><cp:lastPrinted>2020-01-01</cp:lastPrinted><dc:subject>主题</dc:subject>";
    let settings = "<w:attachedTemplate/><w:zoom w:percent=\"100\"/><w:rsids><w:rsid w:val=\"00A1\"/></w:rsids>";
    let filled = Docx::new(body)
        .with("settings", "settings.xml", settings)
        .with_core(core)
        .raw("docProps/app.xml", app)
        .fill(json!({"名": "甲"}));
    assert_eq!(filled.lines(), ["甲"]);
    let all: String = filled.parts.keys().filter(|name| name.ends_with(".xml")).map(|name| filled.part(name)).collect();
    for trace in ["rsid", "王", "李某", "某局", "attachedTemplate", "revision", "lastPrinted"] {
        assert!(!all.contains(trace), "{trace} is gone");
    }
    let core = filled.part("docProps/core.xml");
    assert!(core.contains("<dc:title>方案</dc:title><dc:subject>主题</dc:subject>"));
    assert!(core.contains("2021-02-25T01:30:00Z"));
    assert!(filled.part("docProps/app.xml").contains("<Pages>1</Pages>"));
    assert!(filled.part("word/settings.xml").contains("<w:zoom w:percent=\"100\"/>"));
}

#[test]
fn pictures_of_earlier_versions_go_with_their_relations() {
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"a\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"b\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail\" \
         Target=\"docProps/thumbnail.jpeg\"/></Relationships>"
    );
    let filled =
        Docx::new(p("x")).raw("_rels/.rels", relations).raw("docProps/thumbnail.jpeg", vec![1, 2]).fill(json!({}));
    assert!(!filled.parts.contains_key("docProps/thumbnail.jpeg"));
    assert!(!filled.part("_rels/.rels").contains("thumbnail"));
}

#[test]
fn comments_and_tracked_changes_are_warned_of() {
    let body = "<w:p><w:ins w:id=\"1\" w:author=\"王某\"><w:r><w:t>x</w:t></w:r></w:ins></w:p>";
    let template = Docx::new(body).read().expect("a template");
    assert!(template.warnings().len() == 1 && template.warnings()[0].contains("王某"));
    assert!(Docx::new(p("x")).read().expect("a template").warnings().is_empty());
}

#[test]
fn a_template_file_of_word_makes_papers() {
    let types = String::from_utf8(Docx::new(p("x")).all().remove(0).1).expect("text");
    let types = types.replace("document.main+xml", "template.main+xml");
    let filled = Docx::new(p("{{ 名 }}")).raw("[Content_Types].xml", types).fill(json!({"名": "甲"}));
    assert!(filled.part("[Content_Types].xml").contains("document.main+xml"));
}
