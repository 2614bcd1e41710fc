use std::collections::HashMap;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::*;
use crate::documents::model::{Align, Block, Column, Level, PageNumbers, Run, Table};
use crate::documents::specimens::{HOSTILE, everywhere};

fn written() -> DateTime<Utc> {
    DateTime::from_timestamp(1_614_216_600, 0).expect("a time")
}

/// The parts of the rendered paper by name.
fn parts_of(paper: &Document) -> HashMap<String, String> {
    let bytes = render(paper, written()).expect("renders");
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut parts = HashMap::new();
    for n in 0..zip.len() {
        let mut file = zip.by_index(n).expect("a part");
        let mut text = String::new();
        file.read_to_string(&mut text).expect("text");
        parts.insert(file.name().expect("a name").into_owned(), text);
    }
    parts
}

/// Fails unless the text is one well-formed element of characters XML allows; returns what it says.
fn well_formed(name: &str, xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut roots, mut said) = (0, 0, String::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(tag) => {
                roots += usize::from(depth == 0);
                depth += 1;
                tag.attributes().for_each(|attribute| drop(attribute.unwrap_or_else(|e| panic!("{name}: {e}"))));
            }
            Event::End(_) => depth -= 1,
            Event::Text(text) => said += &text,
            Event::GeneralRef(entity) => match &*entity {
                "amp" => said.push('&'),
                "lt" => said.push('<'),
                "gt" => said.push('>'),
                "quot" => said.push('"'),
                other => panic!("{name}: &{other};"),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((depth, roots), (0, 1), "{name} is one element");
    assert!(xml.chars().all(|c| c >= ' ' || c == '\n'), "{name} holds no control characters");
    said
}

fn check(paper: &Document) -> HashMap<String, String> {
    let parts = parts_of(paper);
    for (name, xml) in &parts {
        well_formed(name, xml);
        for trap in ["Theme=", "w:theme", "linesAndChars", "等线"] {
            assert!(!xml.contains(trap), "{name} contains {trap}");
        }
    }
    for (name, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        for target in values(&parts[name], "Target") {
            assert!(parts.contains_key(&format!("{folder}{target}")), "{name} names {target}");
        }
    }
    let relationships = values(&parts["word/_rels/document.xml.rels"], "Id");
    for id in values(&parts["word/document.xml"], "r:id") {
        assert!(relationships.contains(&id), "the body refers to {id}");
    }
    for part in values(&parts["[Content_Types].xml"], "PartName") {
        assert!(parts.contains_key(part.trim_start_matches('/')), "a type is given to {part}");
    }
    let styles = values(&parts["word/styles.xml"], "w:styleId");
    for used in values(&parts["word/document.xml"], "w:pStyle w:val") {
        assert!(styles.contains(&used), "the body uses style {used}");
    }
    parts
}

/// The values of an attribute, in order.
fn values(xml: &str, attribute: &str) -> Vec<String> {
    xml.split(&format!(" {attribute}=\""))
        .skip(1)
        .chain(xml.split(&format!("<{attribute}=\"")).skip(1))
        .filter_map(|rest| rest.split('"').next().map(str::to_owned))
        .collect()
}

fn table(rows: usize) -> Table {
    let mut table = Table::new(["序号", "重点任务"].map(|heading| Column::new(heading, 50, Align::Left)));
    for n in 0..rows {
        table.row([n.to_string(), "任务".to_owned()]);
    }
    table
}

#[test]
fn any_text_gives_a_file_word_can_read() {
    for text in HOSTILE {
        let parts = check(&everywhere(text));
        let said = well_formed("word/document.xml", &parts["word/document.xml"]);
        let kept: String = text.chars().filter(|c| *c >= ' ' && *c != '\u{FFFE}').collect();
        assert!(said.contains(&kept) || text.contains('\n'), "{text:?} is on the paper");
    }
}

#[test]
fn an_empty_paper_and_a_long_table_are_fine() {
    check(&Document::new(""));
    let mut paper = Document::new("方案");
    paper.table(Table::default());
    paper.table(table(0));
    paper.table(table(200));
    let parts = check(&paper);
    let body = &parts["word/document.xml"];
    assert_eq!(body.matches("<w:tr>").count(), 202);
    assert_eq!(body.matches("<w:tblHeader/>").count(), 2, "every table repeats its header");
    assert_eq!(body.matches("<w:cantSplit/>").count(), 202);
}

#[test]
fn a_short_row_still_has_a_cell_for_each_column() {
    let mut paper = Document::new("方案");
    let mut table = table(0);
    table.row(["1"]);
    table.row(["2", "任务", "多出的一格"]);
    paper.table(table);
    assert_eq!(check(&paper)["word/document.xml"].matches("<w:tc>").count(), 6);
}

/// The measures of scenario 24.
#[test]
fn the_page_and_the_type_are_the_standards() {
    let mut paper = Document::new("关于推进示例项目落地的实施方案");
    paper.heading(Level::One, "基本情况");
    paper.text("“引号”……——");
    let parts = check(&paper);
    let (body, styles) = (&parts["word/document.xml"], &parts["word/styles.xml"]);
    assert!(body.contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"));
    assert!(body.contains("w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\""));
    assert!(body.contains("<w:docGrid w:type=\"lines\""));
    assert!(!body.contains("FF0000"), "no red head");
    let style = |id: &str| {
        let start = styles.find(&format!("w:styleId=\"{id}\"")).unwrap_or_else(|| panic!("style {id}"));
        styles[start..].split("</w:style>").next().unwrap_or_default().to_owned()
    };
    let wanted = [
        ("Normal", "仿宋", "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>"),
        ("Normal", "仿宋", "<w:spacing w:val=\"-5\"/><w:sz w:val=\"32\"/>"),
        ("Title", "方正小标宋简体", "<w:sz w:val=\"44\"/>"),
        ("Title", "方正小标宋简体", "<w:jc w:val=\"center\"/>"),
        ("Heading1", "黑体", "<w:outlineLvl w:val=\"0\"/>"),
        ("Heading2", "楷体", "w:firstLineChars=\"200\""),
        ("Heading3", "仿宋", "<w:outlineLvl w:val=\"2\"/>"),
        ("TableText", "", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>"),
        ("Footer", "宋体", "<w:sz w:val=\"28\"/>"),
    ];
    for (id, font, rest) in wanted {
        let style = style(id);
        assert!(style.contains(rest), "{id}: {style}");
        for script in ["ascii", "hAnsi", "eastAsia", "cs"].into_iter().filter(|_| !font.is_empty()) {
            assert!(style.contains(&format!("w:{script}=\"{font}\"")), "{id} names its font for {script}");
        }
        assert!(!style.contains("<w:b/>"), "{id} is not bold");
    }
    assert_eq!(body.matches("<w:r>").count(), body.matches("w:hint=\"eastAsia\"").count(), "every run has the hint");
}

#[test]
fn page_numbers_follow_the_setup() {
    let with = |numbers| {
        let mut paper = Document::new("方案");
        paper.page.numbers = numbers;
        check(&paper)
    };
    let centred = with(PageNumbers::Centred);
    let said = well_formed("footer", &centred["word/footer1.xml"]);
    assert_eq!(said.replace(" PAGE ", "").trim(), "— 1 —");
    assert!(centred["word/footer1.xml"].contains("\"center\"") && !centred.contains_key("word/footer2.xml"));
    let outer = with(PageNumbers::Outer);
    assert!(outer["word/footer1.xml"].contains("\"right\"") && outer["word/footer2.xml"].contains("\"left\""));
    assert!(outer["word/settings.xml"].contains("evenAndOddHeaders"));
    assert!(!with(PageNumbers::None).contains_key("word/footer1.xml"));
}

#[test]
fn the_file_tells_its_title_and_nothing_of_its_maker() {
    let paper = Document::new("标题<一>");
    let core = &check(&paper)["docProps/core.xml"];
    assert!(core.contains("标题&lt;一&gt;") && core.contains("2021-02-25T01:30:00Z"));
    for field in ["creator", "lastModifiedBy", "Company"] {
        assert!(!core.contains(field));
    }
    assert_eq!(render(&paper, written()).expect("renders"), render(&paper, written()).expect("renders"));
}

#[test]
fn a_line_break_stays_and_a_run_keeps_its_spaces() {
    let mut paper = Document::new("方案");
    paper.blocks.push(Block::Paragraph { runs: vec![Run::plain("甲\n 乙")] });
    let body = &check(&paper)["word/document.xml"];
    assert!(body.contains(">甲</w:t><w:br/><w:t xml:space=\"preserve\"> 乙</w:t>"));
}
