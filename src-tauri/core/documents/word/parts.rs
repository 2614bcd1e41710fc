//! The parts of the package, their types and their relationships.

use std::borrow::Cow;

use chrono::{DateTime, SecondsFormat, Utc};

use super::xml::{DECLARATION, WORD, push_escaped};
use super::{body, styles};
use crate::documents::layout::CHARACTER;
use crate::documents::model::{Block, Document, PageNumbers};

/// Relationship ids, as the body's section refers to them.
pub const FOOTER: &str = "rId3";
pub const FOOTER_EVEN: &str = "rId4";

/// The relationship of the n-th picture.
pub fn picture_id(number: usize) -> String {
    format!("rIdPicture{number}")
}

/// The pictures of a paper with the names of their parts below word/.
pub fn pictures(paper: &Document) -> Vec<(String, &[u8])> {
    let pictures = paper.blocks.iter().filter_map(|block| match block {
        Block::Picture(picture) => Some(picture.bytes.as_slice()),
        _ => None,
    });
    let named = |(number, bytes): (usize, &'_ [u8])| {
        let ending = if bytes.starts_with(b"\x89PNG") { "png" } else { "jpg" };
        format!("media/picture{number}.{ending}")
    };
    (1..).zip(pictures).map(|(number, bytes)| (named((number, bytes)), bytes)).collect()
}

/// Every part of the paper's package that is text: its name and its text.
pub fn all(paper: &Document, written: DateTime<Utc>) -> Vec<(&'static str, Cow<'static, str>)> {
    let numbers = paper.page.numbers;
    let mut parts: Vec<(&'static str, Cow<'static, str>)> = vec![
        ("[Content_Types].xml", content_types(numbers).into()),
        ("_rels/.rels", PACKAGE_RELATIONSHIPS.into()),
        ("docProps/core.xml", properties(&paper.title, written).into()),
        ("word/document.xml", body::document(paper).into()),
        ("word/_rels/document.xml.rels", relationships(paper).into()),
        ("word/styles.xml", styles::part().into()),
        ("word/settings.xml", settings(numbers).into()),
    ];
    match numbers {
        PageNumbers::None => {}
        PageNumbers::Centred => parts.push(("word/footer1.xml", footer("<w:jc w:val=\"center\"/>").into())),
        PageNumbers::Outer => {
            // 空一字, of the page number's own size.
            let right = "<w:ind w:right=\"280\"/><w:jc w:val=\"right\"/>";
            let left = "<w:ind w:left=\"280\"/><w:jc w:val=\"left\"/>";
            parts.push(("word/footer1.xml", footer(right).into()));
            parts.push(("word/footer2.xml", footer(left).into()));
        }
    }
    parts
}

/// How many footer parts there are.
fn footers(numbers: PageNumbers) -> usize {
    match numbers {
        PageNumbers::None => 0,
        PageNumbers::Centred => 1,
        PageNumbers::Outer => 2,
    }
}

fn content_types(numbers: PageNumbers) -> String {
    const MAIN: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{MAIN}.document.main+xml\"/>\
         <Override PartName=\"/word/styles.xml\" ContentType=\"{MAIN}.styles+xml\"/>\
         <Override PartName=\"/word/settings.xml\" ContentType=\"{MAIN}.settings+xml\"/>"
    );
    for n in 1..=footers(numbers) {
        out += &format!("<Override PartName=\"/word/footer{n}.xml\" ContentType=\"{MAIN}.footer+xml\"/>");
    }
    out + "</Types>"
}

const PACKAGE_RELATIONSHIPS: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
    <Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>\
    <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
    </Relationships>";

fn relationships(paper: &Document) -> String {
    let numbers = paper.page.numbers;
    const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out = format!(
        "{DECLARATION}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
         <Relationship Id=\"rId1\" Type=\"{TYPE}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{TYPE}/settings\" Target=\"settings.xml\"/>"
    );
    for (n, id) in (1..=footers(numbers)).zip([FOOTER, FOOTER_EVEN]) {
        out += &format!("<Relationship Id=\"{id}\" Type=\"{TYPE}/footer\" Target=\"footer{n}.xml\"/>");
    }
    for (number, (name, _)) in (1..).zip(pictures(paper)) {
        out += &format!("<Relationship Id=\"{}\" Type=\"{TYPE}/image\" Target=\"{name}\"/>", picture_id(number));
    }
    out + "</Relationships>"
}

/// The title and when it was written; no author, no machine, no program.
fn properties(title: &str, written: DateTime<Utc>) -> String {
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
    );
    push_escaped(&mut out, title);
    let time = written.to_rfc3339_opts(SecondsFormat::Secs, true);
    out + &format!(
        "</dc:title><dcterms:created xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{time}</dcterms:modified></cp:coreProperties>"
    )
}

/// Word's behaviour since 2013 (mode 15), without which it says “兼容模式” and lays out as Word 2007 did.
fn settings(numbers: PageNumbers) -> String {
    let even = if numbers == PageNumbers::Outer { "<w:evenAndOddHeaders/>" } else { "" };
    format!(
        "{DECLARATION}<w:settings {WORD}><w:zoom w:percent=\"100\"/><w:bordersDoNotSurroundHeader/>\
         <w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val=\"{}\"/>{even}\
         <w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat></w:settings>",
        2 * CHARACTER
    )
}

/// “— 1 —”, placed as `position` says.
fn footer(position: &str) -> String {
    const FIELD: [&str; 3] = [
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>",
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    ];
    const DASH: &str = "<w:rPr><w:rFonts w:hint=\"eastAsia\"/></w:rPr><w:t xml:space=\"preserve\">";
    format!(
        "{DECLARATION}<w:ftr {WORD}><w:p><w:pPr><w:pStyle w:val=\"Footer\"/>{position}</w:pPr>\
         <w:r>{DASH}— </w:t></w:r>{}<w:r>{DASH} —</w:t></w:r></w:p></w:ftr>",
        FIELD.concat()
    )
}
