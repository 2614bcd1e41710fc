//! A document as typst source. Only this file knows the language; what people typed reaches it as string
//! literals, never as markup or code.

use std::fmt::Write;

use crate::documents::fonts::Face;
use crate::documents::layout::*;
use crate::documents::model::{Align, Block, Document, Emphasis, Level, PageNumbers, Run, Table};

/// How high a line reaches above its baseline, in twips; the rest of [`LINE`] is below it.
const ASCENT: u32 = 410;

/// The whole source, in the fonts that are installed.
pub fn typst(paper: &Document, installed: &[String]) -> String {
    let mut out = String::with_capacity(32 * 1024);
    push_preamble(&mut out, paper.page.numbers, installed);
    for block in &paper.blocks {
        push_block(&mut out, block);
    }
    out
}

/// A length in points out of twips.
fn pt(twips: impl Into<f64>) -> String {
    format!("{}pt", twips.into() / 20.0)
}

/// A string literal for a line that is `room` characters wide. Line breaks stay; other control characters, which
/// no font shows, are left out. A Latin word that may not fit the line (an address) may break, as in Word.
fn literal(text: &str, room: u32) -> String {
    const MAY_BREAK: char = '\u{200B}';
    let mut out = String::with_capacity(text.len() + 2);
    let mut word = 0;
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
        word = if c.is_ascii_graphic() { word + 1 } else { 0 };
        if word >= room {
            out.push(MAY_BREAK);
        }
    }
    out.push('"');
    out
}

/// A string literal for a line of body text.
fn line(text: &str) -> String {
    literal(text, CHARACTERS)
}

/// The fonts of a role, the one to show first and all that may fill its gaps (rare characters) behind it.
fn fonts(face: Face, installed: &[String]) -> String {
    let there = |name: &&&str| installed.iter().any(|family| family.eq_ignore_ascii_case(name));
    // With none of them typst falls back to whatever there is; it only wants a name.
    let names = face.genuine().iter().chain(face.substitutes()).filter(there).copied().chain([face.name()]);
    format!("({},)", names.map(line).collect::<Vec<_>>().join(", "))
}

/// Page, type and the functions the blocks call: one function a block.
fn push_preamble(out: &mut String, numbers: PageNumbers, installed: &[String]) {
    let face = |face| fonts(face, installed);
    let footer = match numbers {
        PageNumbers::None => "none",
        PageNumbers::Centred => "centred",
        PageNumbers::Outer => "outer",
    };
    // The names between dollar signs in the template.
    let values = [
        ("BODY_FONT", face(Face::Body)),
        ("TITLE_FONT", face(Face::Title)),
        ("KAI_FONT", face(Face::Kai)),
        ("HEI_FONT", face(Face::Hei)),
        ("SONG_FONT", face(Face::Song)),
        ("PAGE_WIDTH", pt(PAGE_WIDTH)),
        ("PAGE_HEIGHT", pt(PAGE_HEIGHT)),
        ("MARGIN_TOP", pt(MARGIN_TOP)),
        ("MARGIN_BOTTOM", pt(MARGIN_BOTTOM)),
        ("MARGIN_LEFT", pt(MARGIN_LEFT)),
        ("MARGIN_RIGHT", pt(MARGIN_RIGHT)),
        ("FOOTER_DESCENT", pt(MARGIN_BOTTOM - PAGE_NUMBER_BOTTOM - PAGE_NUMBER_LINE)),
        ("FOOTER", footer.to_owned()),
        ("BODY_SIZE", pt(BODY_SIZE)),
        ("TITLE_SIZE", pt(TITLE_SIZE)),
        ("PAGE_NUMBER_SIZE", pt(PAGE_NUMBER_SIZE)),
        ("PAGE_NUMBER_ASCENT", pt(PAGE_NUMBER_SIZE)),
        ("PAGE_NUMBER_DESCENT", pt(PAGE_NUMBER_LINE - PAGE_NUMBER_SIZE)),
        ("TABLE_SIZE", pt(TABLE_SIZE)),
        ("TRACKING", pt(TRACKING)),
        ("ASCENT", pt(ASCENT)),
        ("DESCENT", pt(LINE - ASCENT)),
        ("LINE", pt(LINE)),
        ("INDENT", pt(2 * CHARACTER)),
        ("CELL_MARGIN", pt(CELL_MARGIN)),
        ("ROW_MARGIN", pt(ROW_MARGIN)),
        ("ROW_HEIGHT", pt(ROW_HEIGHT - 2 * ROW_MARGIN)),
    ];
    let mut preamble = include_str!("paper.typ").to_owned();
    for (name, value) in values {
        preamble = preamble.replace(&format!("${name}$"), &value);
    }
    out.push_str(&preamble);
}

fn push_block(out: &mut String, block: &Block) {
    // Writing to a string cannot fail.
    let _ = match block {
        Block::Title { text } => writeln!(out, "#title({})", line(&title_lines(text).join("\n"))),
        Block::Heading { level, text } => writeln!(out, "#{}({})", heading(*level), line(text)),
        Block::Paragraph { runs } => push_paragraph(out, runs),
        Block::Salutation { text } => writeln!(out, "#flush({})", line(text)),
        Block::AttachmentNote { names } => push_attachment_note(out, names),
        Block::Signature { by, date } => {
            let (by_indent, date_indent) = signature_indents(by, date);
            let indent = |characters: f32| pt(characters * CHARACTER as f32);
            let (by, date) = (line(by), line(date));
            writeln!(out, "#signature({by}, {}, {date}, {})", indent(by_indent), indent(date_indent))
        }
        Block::AttachmentStart { label, title } => {
            writeln!(out, "#attachment({}, {})", line(label), line(&title_lines(title).join("\n")))
        }
        Block::Table(table) => push_table(out, table),
        Block::Blank => writeln!(out, "#blank"),
        Block::Note { text } => writeln!(out, "#body({})", line(&format!("（{text}）"))),
    };
}

fn heading(level: Level) -> &'static str {
    match level {
        Level::One => "heading-one",
        Level::Two => "heading-two",
        Level::Three | Level::Four => "heading-three",
    }
}

fn push_paragraph(out: &mut String, runs: &[Run]) -> std::fmt::Result {
    write!(out, "#body([]")?;
    runs.iter().try_for_each(|piece| write!(out, " + {}", run(piece)))?;
    writeln!(out, ")")
}

fn run(run: &Run) -> String {
    let text = line(&run.text);
    match run.emphasis {
        Emphasis::Plain => format!("text({text})"),
        Emphasis::LeadIn => format!("text(font: kai, {text})"),
        Emphasis::Strong => format!("strong({text})"),
    }
}

fn push_attachment_note(out: &mut String, names: &[String]) -> std::fmt::Result {
    writeln!(out, "#blank")?;
    match names {
        [name] => {
            writeln!(out, "#hanging({}, {}, {})", pt(5 * CHARACTER), pt(3 * CHARACTER), line(&format!("附件：{name}")))
        }
        _ => (1..).zip(names).try_for_each(|(n, name)| {
            let (text, hanging) = if n == 1 { (format!("附件：1.{name}"), 4) } else { (format!("{n}.{name}"), 1) };
            writeln!(out, "#hanging({}, {}, {})", pt(6 * CHARACTER), pt(hanging * CHARACTER), line(&text))
        }),
    }
}

fn push_table(out: &mut String, table: &Table) -> std::fmt::Result {
    if table.columns.is_empty() {
        return Ok(());
    }
    let widths = table.widths(TEXT_WIDTH);
    let columns: Vec<String> = widths.iter().map(|&width| pt(width)).collect();
    let cell_text = |text: &str, width: u32| literal(text, (width.saturating_sub(2 * CELL_MARGIN) / TABLE_SIZE).max(1));
    write!(out, "#sheet(({},), (", columns.join(", "))?;
    for (column, &width) in table.columns.iter().zip(&widths) {
        write!(out, "{}, ", cell_text(&column.heading, width))?;
    }
    out.push_str("),");
    for row in &table.rows {
        let whole = row_fits_page(widths.iter().copied().zip(row.iter().map(String::as_str)));
        for (n, ((column, text), &width)) in table.cells(row).zip(&widths).enumerate() {
            let align = match column.align {
                Align::Left => "left",
                Align::Centre => "center",
                Align::Right => "right",
            };
            // The first cell holds the row open to its least height.
            let strut = if n == 0 { "strut + " } else { "" };
            write!(out, " cell({align}, {strut}text({}), {}),", cell_text(text, width), !whole)?;
        }
        out.push('\n');
    }
    writeln!(out, ")")
}
