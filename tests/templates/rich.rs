//! Values that are more than text.

use changwu_core::documents::template::Values;
use changwu_core::documents::template::rich::{Picture, Rich, Run};
use changwu_core::documents::{Align, Column, Document, Level, Table};

use crate::{Docx, p, r, table};

fn png() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(40, 20).write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn with(pairs: impl IntoIterator<Item = (&'static str, Values)>) -> Values {
    Values::from_pairs(pairs)
}

fn blocks() -> Values {
    let mut paper = Document::new("题");
    paper.blocks.clear();
    paper.heading(Level::One, "基本情况");
    paper.text("第一段。\n第二段。");
    let mut list = Table::new([Column::new("序号", 1, Align::Centre), Column::new("任务", 4, Align::Left)]);
    list.row(["1", "用地"]);
    paper.table(list);
    Rich::Blocks(paper.blocks).value()
}

#[test]
fn a_picture_stands_in_the_line_with_its_file() {
    let picture = || Picture::new(png(), Some(40.0), None, "平面图").expect("a picture");
    assert_eq!(picture().size(), (40.0, 20.0));
    let one = Rich::Picture(picture()).value();
    let docx = Docx::new(p("图：{{ 图 }}，见上") + &p("{{ 图 }}") + &table(&[&["{{ 图 }}"]])).with(
        "header",
        "header1.xml",
        p("{{ 图 }}"),
    );
    let filled = docx.fill_with(&with([("图", one)]));
    assert_eq!(filled.lines(), ["图：，见上", "", ""]);
    assert_eq!(filled.document().matches("<w:drawing>").count(), 3);
    assert_eq!(filled.document().matches("r:embed=\"rPicture1\"").count(), 3, "one file, one relation");
    assert!(
        filled.document().contains("cx=\"1440000\" cy=\"720000\"") && filled.document().contains("descr=\"平面图\"")
    );
    let target = "Id=\"rPicture1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image\" \
                  Target=\"/word/media/picture1.png\"";
    assert!(filled.part("word/_rels/document.xml.rels").contains(target));
    assert!(filled.part("word/_rels/header1.xml.rels").contains(target));
    assert_eq!(filled.parts["word/media/picture1.png"], png());
    assert!(filled.part("[Content_Types].xml").contains("Extension=\"png\" ContentType=\"image/png\""));
    let numbers: Vec<_> = (1..=3).map(|number| format!("<wp:docPr id=\"{number}\"")).collect();
    assert!(numbers.iter().all(|number| filled.document().matches(number.as_str()).count() == 1));
    assert!(!filled.document().contains("<w:t xml:space=\"preserve\"></w:t></w:r></w:p>"), "no empty run is left over");
}

#[test]
fn what_is_no_picture_is_refused() {
    assert!(Picture::new(b"text".to_vec(), None, None, "图").unwrap_err().message().contains("读不出来"));
    assert!(Picture::new(png()[..20].to_vec(), None, None, "图").is_err());
}

#[test]
fn paragraphs_and_tables_take_the_place_of_their_paragraph() {
    let styles = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>\
                  <w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>";
    for template in ["{{p 正文 }}", "{{ 正文 }}"] {
        let docx = Docx::new(p("前") + &p(template) + &p("后")).with("styles", "styles.xml", styles);
        let filled = docx.fill_with(&with([("正文", blocks())]));
        let lines = filled.lines();
        assert_eq!(lines[..4], ["前", "一、基本情况", "第一段。", "第二段。"], "{template}");
        assert_eq!(lines[lines.len() - 1], "后");
        // The template's own heading, our body text with what it rests on.
        assert!(filled.document().contains("<w:pStyle w:val=\"1\"/>"), "{}", filled.document());
        assert!(filled.document().contains("<w:pStyle w:val=\"BodyText\"/>"));
        let styles = filled.part("word/styles.xml");
        assert!(styles.contains("w:styleId=\"BodyText\"") && styles.contains("<w:basedOn w:val=\"ChangwuBase\"/>"));
        assert_eq!(styles.matches("w:default=\"1\"").count(), 1, "Normal stays the template's");
        assert!(!styles.contains("w:styleId=\"Heading1\""));
    }
}

#[test]
fn paragraphs_within_text_part_it() {
    let filled =
        Docx::new(format!("<w:p>{}{}</w:p>", r("前{{ 正文 }}中"), r("后"))).fill_with(&with([("正文", blocks())]));
    let lines = filled.lines();
    assert_eq!((lines[0].as_str(), lines[1].as_str(), lines[lines.len() - 1].as_str()), ("前", "一、基本情况", "中后"));
    let nothing = Docx::new(table(&[&["{{p 正文 }}"]])).fill_with(&with([("正文", Rich::Blocks(Vec::new()).value())]));
    assert_eq!(nothing.lines(), [""], "a cell keeps a paragraph");
}

#[test]
fn a_long_text_given_for_a_paragraph_is_a_paragraph_a_line() {
    let body = "<w:p><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{{p 正文 }}</w:t></w:r></w:p>";
    let docx = Docx::new(format!("{body}{}", p("后")));
    let filled = docx.fill_with(&with([("正文", "一\n二".into())]));
    assert_eq!(filled.lines(), ["一", "二", "后"]);
    assert_eq!(filled.document().matches("<w:rPr><w:b/></w:rPr>").count(), 2);
    assert_eq!(docx.fill_with(&with([("正文", "".into())])).lines(), ["后"], "nothing leaves no empty line");
}

#[test]
fn runs_look_as_they_say_or_like_their_placeholder() {
    let strong = Run {
        bold: true,
        colour: Some("FF0000".into()),
        size: Some(16.0),
        font: Some("黑体".into()),
        ..Run::plain("<急>")
    };
    let body = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>前{{r 文 }}后</w:t></w:r></w:p>";
    let filled = Docx::new(body).fill_with(&with([("文", Rich::Runs(vec![Run::plain("甲\n乙\t丙"), strong]).value())]));
    assert_eq!(filled.lines(), ["前甲\n乙\t丙<急>后"]);
    let xml = filled.document();
    assert_eq!(xml.matches("<w:rPr><w:i/></w:rPr>").count(), 3);
    assert!(
        xml.contains(
            "w:eastAsia=\"黑体\" w:cs=\"黑体\"/><w:b/><w:bCs/><w:color w:val=\"FF0000\"/><w:sz w:val=\"32\"/>"
        )
    );
}

#[test]
fn pictures_pass_through_macros_and_conditions() {
    let picture = Rich::Picture(Picture::new(png(), None, Some(10.0), "图").expect("a picture")).value();
    let body = p("{% macro 框(x) %}[{{ x }}]{% endmacro %}{{ 框(图) }}{{ 图 if 有 else \"无\" }}{{ 图|默认(\"无\") }}");
    let filled = Docx::new(body).fill_with(&with([("图", picture), ("有", true.into())]));
    assert_eq!(filled.lines(), ["[]"]);
    assert_eq!(filled.document().matches("<w:drawing>").count(), 3);
}

#[test]
fn pictures_where_only_text_can_stand_are_told() {
    let body = "<w:p><w:r><w:instrText>{{ 图 }}</w:instrText></w:r></w:p>";
    let picture = Rich::Picture(Picture::new(png(), None, None, "图").expect("a picture")).value();
    let template = Docx::new(body).read().expect("a template");
    let error = template.fill(&with([("图", picture)]), crate::written()).expect_err("misplaced");
    assert!(error.message().contains("只能放在段落的文字里"), "{}", error.message());
}
