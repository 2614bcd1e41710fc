//! word/document.xml: one short function a block.

use super::xml::{DECLARATION, WORD, push_escaped};
use super::{parts, styles};
use crate::documents::fonts::Face;
use crate::documents::grid::{Grid, GridCell, Lines, Look, Place};
use crate::documents::layout::{
    CELL_MARGIN, CHARACTER, LINE, Measures, ROW_HEIGHT, ROW_MARGIN, TEXT_WIDTH, millimetres, row_fits_page,
    signature_indents, title_lines,
};
use crate::documents::model::{Align, Block, Document, Emphasis, PageNumbers, PageSetup, Picture, Run};

/// The namespace of what points to other parts.
const RELATIONSHIPS: &str = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// The hint sends marks that two scripts share (“ ” … —) to the Chinese font.
const HINT: &str = "<w:rFonts w:hint=\"eastAsia\"/>";

/// The whole part.
pub fn document(paper: &Document) -> String {
    let mut out = String::with_capacity(64 * 1024);
    out += DECLARATION;
    out += "<w:document ";
    out += WORD;
    out += "><w:body>";
    let width = paper.page.measures().text_width();
    let mut pictures = 0;
    for (at, block) in paper.blocks.iter().enumerate() {
        match block {
            Block::Paragraph { runs } if paper.signed_after(at) => push_runs(&mut out, runs, "<w:keepNext/>"),
            block => push_any_block(&mut out, block, width, &mut pictures),
        }
    }
    push_section(&mut out, paper.page);
    out += "</w:body></w:document>";
    out
}

/// A block of a paper in the standard's page, for a place of its own; a picture cannot stand there.
pub fn push_block(out: &mut String, block: &Block) {
    if !matches!(block, Block::Picture(_)) {
        push_any_block(out, block, TEXT_WIDTH, &mut 0);
    }
}

fn push_any_block(out: &mut String, block: &Block, width: u32, pictures: &mut usize) {
    match block {
        Block::Title { text } => push_title(out, styles::TITLE, text),
        Block::Heading { level, text } => push_line(out, styles::HEADINGS[*level as usize], text),
        Block::Paragraph { runs } => push_runs(out, runs, ""),
        Block::Salutation { text } => push_line(out, styles::FLUSH, text),
        Block::AttachmentNote { names } => push_attachment_note(out, names),
        Block::Signature { by, date } => push_signature(out, by, date),
        Block::AttachmentStart { label, title } => {
            push_line(out, styles::ATTACHMENT_LABEL, label);
            push_title(out, styles::ATTACHMENT_TITLE, title);
        }
        Block::Table(table) => push_grid(out, &Grid::from(table), width),
        Block::Grid(grid) => push_grid(out, grid, width),
        Block::Blank => push_line(out, styles::FLUSH, ""),
        Block::Note { text } => push_line(out, styles::BODY, &format!("（{text}）")),
        Block::Line { text, align, small } => push_small_line(out, text, *align, *small),
        Block::Picture(picture) => {
            *pictures += 1;
            push_picture(out, picture, *pictures);
        }
        Block::PageBreak => out.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
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

fn push_runs(out: &mut String, runs: &[Run], more: &str) {
    open_paragraph(out, styles::BODY, more);
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

fn push_grid(out: &mut String, grid: &Grid, width: u32) {
    if grid.widths.is_empty() || grid.rows.is_empty() {
        return;
    }
    let widths = grid.column_widths(width);
    *out += &format!("<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>");
    let line = match grid.lines {
        Lines::Solid => "single",
        Lines::Dashed => "dashed",
        Lines::None => "nil",
    };
    for edge in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        *out += &format!("<w:{edge} w:val=\"{line}\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>");
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
    for (at, (row, places)) in grid.rows.iter().zip(grid.places()).enumerate() {
        let span = |column: usize, across: u16| widths[column..column + usize::from(across)].iter().sum::<u32>();
        let texts = places.iter().filter_map(|place| match place {
            Place::Cell { column, across, cell, .. } => Some((span(*column, *across), cell.text.as_str())),
            _ => None,
        });
        let head = at < grid.heads;
        let whole = if head || row_fits_page(texts) { "<w:cantSplit/>" } else { "" };
        let again = if head { "<w:tblHeader/>" } else { "" };
        let height = row.height.map_or(ROW_HEIGHT, millimetres);
        *out += &format!("<w:tr><w:trPr>{whole}<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>{again}</w:trPr>");
        for place in places {
            match place {
                Place::Cell { column, across, down, cell } => {
                    let merged = if down > 1 { "<w:vMerge w:val=\"restart\"/>" } else { "" };
                    push_cell(out, span(column, across), across, merged, cell);
                }
                Place::Continued { column, across } => {
                    push_cell(out, span(column, across), across, "<w:vMerge/>", &GridCell::new("", Align::Left));
                }
                Place::Empty { column } => push_cell(out, widths[column], 1, "", &GridCell::new("", Align::Left)),
            }
        }
        out.push_str("</w:tr>");
    }
    // Word wants a paragraph after a table; one point high, so that it never fills a page of its own.
    out.push_str(
        "</w:tbl><w:p><w:pPr><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"20\" w:lineRule=\"exact\"/>\
         <w:rPr><w:sz w:val=\"2\"/></w:rPr></w:pPr></w:p>",
    );
}

fn push_cell(out: &mut String, width: u32, across: u16, merged: &str, cell: &GridCell) {
    *out += &format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>");
    if across > 1 {
        *out += &format!("<w:gridSpan w:val=\"{across}\"/>");
    }
    out.push_str(merged);
    if let Some(colour) = cell.colour() {
        *out += &format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{colour}\"/>");
    }
    out.push_str("<w:vAlign w:val=\"center\"/></w:tcPr>");
    let style = match cell.look {
        Look::Head | Look::Label => styles::TABLE_HEAD,
        Look::Plain | Look::Strong | Look::Title => styles::TABLE_TEXT,
    };
    let mut run = match cell.look {
        Look::Title => styles::fonts(Face::Title).replace("<w:rFonts ", "<w:rFonts w:hint=\"eastAsia\" "),
        _ => HINT.to_owned(),
    };
    if cell.look == Look::Strong {
        run.push_str("<w:b/><w:bCs/>");
    }
    if let Some(size) = cell.size {
        run += &format!("<w:sz w:val=\"{0}\"/><w:szCs w:val=\"{0}\"/>", 2 * size);
    }
    open_paragraph(out, style, justification(cell.align));
    push_run(out, &cell.text, &run);
    out.push_str("</w:p></w:tc>");
}

/// Centred is what the styles of tables and lines are.
fn justification(align: Align) -> &'static str {
    match align {
        Align::Left => "<w:jc w:val=\"left\"/>",
        Align::Centre => "",
        Align::Right => "<w:jc w:val=\"right\"/>",
    }
}

fn push_small_line(out: &mut String, text: &str, align: Align, small: bool) {
    let (style, centred) = match small {
        true => (styles::TABLE_TEXT, ""),
        false => (styles::FLUSH, "<w:jc w:val=\"center\"/>"),
    };
    let align = if align == Align::Centre { centred } else { justification(align) };
    push_paragraph(out, style, align, text);
}

/// A drawing in the line; `number` names it in this paper and its part in the package.
fn push_picture(out: &mut String, picture: &Picture, number: usize) {
    const EMU: u32 = 36000;
    let (width, height) = (u32::from(picture.width) * EMU, u32::from(picture.height) * EMU);
    open_paragraph(out, styles::TABLE_TEXT, "<w:keepNext/>");
    *out += &format!(
        "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
         distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"{number}\" name=\"图{number}\" descr=\""
    );
    push_escaped(out, &picture.description);
    const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
    const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    *out += &format!(
        "\"/><a:graphic xmlns:a=\"{MAIN}\"><a:graphicData uri=\"{PICTURE}\"><pic:pic xmlns:pic=\"{PICTURE}\">\
         <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"图{number}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>\
         <a:blip {RELATIONSHIPS} r:embed=\"{}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>\
         <a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/>\
         </a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>",
        parts::picture_id(number)
    );
}

fn push_section(out: &mut String, page: PageSetup) {
    let Measures { width, height, top, bottom, left, right, number_bottom } = page.measures();
    let across = if width > height { " w:orient=\"landscape\"" } else { "" };
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
        "<w:pgSz w:w=\"{width}\" w:h=\"{height}\"{across}/><w:pgMar w:top=\"{top}\" w:right=\"{right}\" \
         w:bottom=\"{bottom}\" w:left=\"{left}\" w:header=\"851\" w:footer=\"{number_bottom}\" \
         w:gutter=\"0\"/><w:docGrid w:type=\"lines\" w:linePitch=\"{LINE}\"/></w:sectPr>"
    );
}
