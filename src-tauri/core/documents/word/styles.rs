//! The styles of the paper. Fonts stand here, so that staff who change a style in Word change the whole paper.

use std::sync::OnceLock;

use super::xml::{DECLARATION, WORD};
use crate::documents::fonts::Face;
use crate::documents::layout::{BODY_SIZE, LINE, PAGE_NUMBER_LINE, PAGE_NUMBER_SIZE, TABLE_SIZE, TITLE_SIZE, TRACKING};

/// Style ids, as paragraphs name them.
pub const BODY: &str = "BodyText";
pub const TITLE: &str = "Title";
pub const HEADINGS: [&str; 4] = ["Heading1", "Heading2", "Heading3", "Heading4"];
pub const FLUSH: &str = "Flush";
pub const ATTACHMENT_NOTE: &str = "AttachmentNote";
pub const SIGNATURE: &str = "Signature";
pub const ATTACHMENT_LABEL: &str = "AttachmentLabel";
pub const ATTACHMENT_TITLE: &str = "AttachmentTitle";
pub const TABLE_TEXT: &str = "TableText";
pub const TABLE_HEAD: &str = "TableHead";

/// The first line stands in by two characters.
const INDENT: &str = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"630\"/>";

/// word/styles.xml; the same for every paper.
pub fn part() -> &'static str {
    static PART: OnceLock<String> = OnceLock::new();
    PART.get_or_init(build)
}

/// Names the font for every script: whatever the computer's language, no other font creeps in.
pub fn fonts(face: Face) -> String {
    let name = face.name();
    format!("<w:rFonts w:ascii=\"{name}\" w:hAnsi=\"{name}\" w:eastAsia=\"{name}\" w:cs=\"{name}\"/>")
}

/// Size in twips; Word counts in half points.
fn size(twips: u32) -> String {
    let half_points = twips / 10;
    format!("<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/>")
}

fn build() -> String {
    let normal = format!("{}<w:color w:val=\"000000\"/><w:spacing w:val=\"{TRACKING}\"/>", fonts(Face::Body));
    let mut out = format!(
        "{DECLARATION}<w:styles {WORD}><w:docDefaults><w:rPrDefault><w:rPr>{}{}\
         <w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:widowControl w:val=\"0\"/><w:kinsoku/><w:overflowPunct/><w:autoSpaceDE w:val=\"0\"/>\
         <w:autoSpaceDN w:val=\"0\"/><w:spacing w:line=\"{LINE}\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr>\
         <w:rPr>{normal}{}</w:rPr></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>\
         <w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/></w:tblPr></w:style>",
        fonts(Face::Body),
        size(BODY_SIZE),
        size(BODY_SIZE),
    );
    // Off the grid: LibreOffice would give each line of 2号 two lines of it.
    let title =
        format!("<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:spacing w:after=\"{LINE}\"/><w:jc w:val=\"center\"/>");
    let title_type = format!("{}<w:spacing w:val=\"0\"/>{}", fonts(Face::Title), size(TITLE_SIZE));
    let mut style = |id: &str, name: &str, based_on: &str, paragraph: &str, run: &str| {
        out += &format!(
            "<w:style w:type=\"paragraph\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"{based_on}\"/>\
             <w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        );
    };
    style(BODY, "Body Text", "Normal", INDENT, "");
    style(TITLE, "Title", "Normal", &title, &title_type);
    for (level, face) in [Face::Hei, Face::Kai, Face::Body, Face::Body].into_iter().enumerate() {
        let paragraph = format!("<w:keepNext/>{INDENT}<w:outlineLvl w:val=\"{level}\"/>");
        style(HEADINGS[level], &format!("heading {}", level + 1), "Normal", &paragraph, &fonts(face));
    }
    style(FLUSH, "主送", "Normal", "", "");
    // “附件：1.” stands four characters wide after two of indent; later lines hang under the name.
    style(ATTACHMENT_NOTE, "附件说明", "Normal", "", "");
    style(SIGNATURE, "Signature", "Normal", "<w:keepNext/><w:jc w:val=\"right\"/>", "");
    let label = format!("<w:keepNext/><w:pageBreakBefore/><w:spacing w:after=\"{LINE}\"/>");
    style(ATTACHMENT_LABEL, "附件标记", "Normal", &label, &fonts(Face::Hei));
    style(ATTACHMENT_TITLE, "附件标题", TITLE, "", "");
    let single = "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>";
    let small = format!("<w:spacing w:val=\"0\"/>{}", size(TABLE_SIZE));
    style(TABLE_TEXT, "表格文字", "Normal", single, &small);
    style(TABLE_HEAD, "表格标题", TABLE_TEXT, "<w:keepNext/>", &fonts(Face::Hei));
    let footer = format!(
        "<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"{PAGE_NUMBER_LINE}\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>"
    );
    let number = format!("{}<w:spacing w:val=\"0\"/>{}", fonts(Face::Song), size(PAGE_NUMBER_SIZE));
    style("Footer", "footer", "Normal", &footer, &number);
    out + "</w:styles>"
}
