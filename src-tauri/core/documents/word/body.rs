//! word/document.xml: one short function a block.

use super::xml::{DECLARATION, WORD, push_escaped};
use super::{parts, styles};
use crate::documents::fonts::Face;
use crate::documents::layout::{
    CELL_MARGIN, CHARACTER, LINE, MARGIN_BOTTOM, MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, PAGE_HEIGHT,
    PAGE_NUMBER_BOTTOM, PAGE_WIDTH, ROW_HEIGHT, ROW_MARGIN, TEXT_WIDTH, row_fits_page, signature_indents, title_lines,
};
use crate::documents::model::{Align, Block, Document, Emphasis, PageNumbers, PageSetup, Run, Table};

/// The hint sends marks that two scripts share (“ ” … —) to the Chinese font.
const HINT: &str = "<w:rFonts w:hint=\"eastAsia\"/>";

/// The whole part.
pub fn document(paper: &Document) -> String {
    let mut out = String::with_capacity(64 * 1024);
    out += DECLARATION;
    out += "<w:document ";
    out += WORD;
    out += "><w:body>";
    for block in &paper.blocks {
        push_block(&mut out, block);
    }
    push_section(&mut out, paper.page);
    out += "</w:body></w:document>";
    out
}

pub fn push_block(out: &mut String, block: &Block) {
    match block {
        Block::Title { text } => push_title(out, styles::TITLE, text),
        Block::Heading { level, text } => push_line(out, styles::HEADINGS[*level as usize], text),
        Block::Paragraph { runs } => push_runs(out, runs),
        Block::Salutation { text } => push_line(out, styles::FLUSH, text),
        Block::AttachmentNote { names } => push_attachment_note(out, names),
        Block::Signature { by, date } => push_signature(out, by, date),
        Block::AttachmentStart { label, title } => {
            push_line(out, styles::ATTACHMENT_LABEL, label);
            push_title(out, styles::ATTACHMENT_TITLE, title);
        }
        Block::Table(table) => push_table(out, table),
        Block::Blank => push_line(out, styles::FLUSH, ""),
        Block::Note { text } => push_line(out, styles::BODY, &format!("（{text}）")),
    }
}

/// Opens a paragraph of a style; `more` is what stands differently in this one.
fn open_paragraph(out: &mut String, style: &str, more: &str) {
    out.push_str("<w:p><w:pPr><w:pStyle w:val=\"");
    out.push_str(style);
    out.push_str("\"/>");
    out.push_str(more);
    out.push_str("</w:pPr>");
}

/// A run; line breaks in the text stay line breaks.
fn push_run(out: &mut String, text: &str, properties: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r><w:rPr>");
    out.push_str(properties);
    out.push_str("</w:rPr>");
    for (n, line) in text.lines().enumerate() {
        if n > 0 {
            out.push_str("<w:br/>");
        }
        out.push_str("<w:t xml:space=\"preserve\">");
        push_escaped(out, line);
        out.push_str("</w:t>");
    }
    out.push_str("</w:r>");
}

/// A paragraph of one plain run.
fn push_line(out: &mut String, style: &str, text: &str) {
    push_paragraph(out, style, "", text);
}

fn push_paragraph(out: &mut String, style: &str, more: &str, text: &str) {
    open_paragraph(out, style, more);
    push_run(out, text, HINT);
    out.push_str("</w:p>");
}

fn push_title(out: &mut String, style: &str, text: &str) {
    push_line(out, style, &title_lines(text).join("\n"));
}

fn push_runs(out: &mut String, runs: &[Run]) {
    open_paragraph(out, styles::BODY, "");
    for run in runs {
        match run.emphasis {
            Emphasis::Plain => push_run(out, &run.text, HINT),
            Emphasis::LeadIn => {
                let kai = styles::fonts(Face::Kai).replace("<w:rFonts ", "<w:rFonts w:hint=\"eastAsia\" ");
                push_run(out, &run.text, &kai);
            }
            Emphasis::Strong => push_run(out, &run.text, &format!("{HINT}<w:b/><w:bCs/>")),
        }
    }
    out.push_str("</w:p>");
}

/// “附件：1.×××”: the names stand under one another, and their second lines under their first.
fn push_attachment_note(out: &mut String, names: &[String]) {
    let indents = |left: u32, hanging: u32| {
        format!("<w:ind w:left=\"{}\" w:hanging=\"{}\"/>", left * CHARACTER, hanging * CHARACTER)
    };
    // The empty line above is a paragraph, not a distance: at the top of a page Word drops distances.
    push_line(out, styles::FLUSH, "");
    match names {
        [] => {}
        [name] => push_paragraph(out, styles::ATTACHMENT_NOTE, &indents(5, 3), &format!("附件：{name}")),
        _ => {
            for (n, name) in (1..).zip(names) {
                let (text, hanging) =
                    if n == 1 { (format!("附件：1.{name}"), 4) } else { (format!("{n}.{name}"), 1) };
                push_paragraph(out, styles::ATTACHMENT_NOTE, &indents(6, hanging), &text);
            }
        }
    }
}

fn push_signature(out: &mut String, by: &str, date: &str) {
    let (by_indent, date_indent) = signature_indents(by, date);
    let right = |characters: f32| format!("<w:ind w:right=\"{}\"/>", (characters * CHARACTER as f32).round());
    push_line(out, styles::SIGNATURE, "");
    push_paragraph(out, styles::SIGNATURE, &right(by_indent), by);
    push_paragraph(out, styles::SIGNATURE, &format!("<w:keepNext w:val=\"0\"/>{}", right(date_indent)), date);
}

fn push_table(out: &mut String, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let widths = table.widths(TEXT_WIDTH);
    *out +=
        &format!("<w:tbl><w:tblPr><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>");
    for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        *out += &format!("<w:{edge} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
    }
    out.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar>");
    for (edge, margin) in [("top", ROW_MARGIN), ("left", CELL_MARGIN), ("bottom", ROW_MARGIN), ("right", CELL_MARGIN)] {
        *out += &format!("<w:{edge} w:w=\"{margin}\" w:type=\"dxa\"/>");
    }
    out.push_str("</w:tblCellMar></w:tblPr><w:tblGrid>");
    for width in &widths {
        *out += &format!("<w:gridCol w:w=\"{width}\"/>");
    }
    out.push_str("</w:tblGrid>");
    open_row(out, true, "<w:tblHeader/>");
    for (column, width) in table.columns.iter().zip(&widths) {
        push_cell(out, *width, styles::TABLE_HEAD, "", &column.heading);
    }
    out.push_str("</w:tr>");
    for row in &table.rows {
        let whole = row_fits_page(widths.iter().copied().zip(row.iter().map(String::as_str)));
        open_row(out, whole, "");
        for ((column, text), width) in table.cells(row).zip(&widths) {
            let align = match column.align {
                Align::Left => "<w:jc w:val=\"left\"/>",
                Align::Centre => "",
                Align::Right => "<w:jc w:val=\"right\"/>",
            };
            push_cell(out, *width, styles::TABLE_TEXT, align, text);
        }
        out.push_str("</w:tr>");
    }
    // Word wants a paragraph after a table; one point high, so that it never fills a page of its own.
    out.push_str(
        "</w:tbl><w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>\
         <w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>",
    );
}

fn open_row(out: &mut String, whole: bool, more: &str) {
    let cant_split = if whole { "<w:cantSplit/>" } else { "" };
    *out +=
        &format!("<w:tr><w:trPr>{cant_split}<w:trHeight w:val=\"{ROW_HEIGHT}\" w:hRule=\"atLeast\"/>{more}</w:trPr>");
}

fn push_cell(out: &mut String, width: u32, style: &str, align: &str, text: &str) {
    *out += &format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
    push_paragraph(out, style, align, text);
    out.push_str("</w:tc>");
}

fn push_section(out: &mut String, page: PageSetup) {
    const RELATIONSHIPS: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    out.push_str("<w:sectPr>");
    let mut footer = |kind: &str, id: &str| {
        *out += &format!("<w:footerReference {RELATIONSHIPS} w:type=\"{kind}\" r:id=\"{id}\"/>");
    };
    match page.numbers {
        PageNumbers::None => {}
        PageNumbers::Centred => footer("default", parts::FOOTER),
        PageNumbers::Outer => {
            footer("default", parts::FOOTER);
            footer("even", parts::FOOTER_EVEN);
        }
    }
    *out += &format!(
        "<w:pgSz w:w=\"{PAGE_WIDTH}\" w:h=\"{PAGE_HEIGHT}\"/><w:pgMar w:top=\"{MARGIN_TOP}\" w:right=\"{MARGIN_RIGHT}\" \
         w:bottom=\"{MARGIN_BOTTOM}\" w:left=\"{MARGIN_LEFT}\" w:header=\"851\" w:footer=\"{PAGE_NUMBER_BOTTOM}\" \
         w:gutter=\"0\"/><w:docGrid w:type=\"lines\" w:linePitch=\"{LINE}\"/></w:sectPr>"
    );
}
