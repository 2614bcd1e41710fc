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

/// A string literal. Line breaks stay; other control characters, which no font shows, are left out.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
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
    }
    out.push('"');
    out
}

/// The fonts of a role, the one to show first and all that may fill its gaps (rare characters) behind it.
fn fonts(face: Face, installed: &[String]) -> String {
    let there = |name: &&&str| installed.iter().any(|family| family.eq_ignore_ascii_case(name));
    let names = face.genuine().iter().chain(face.substitutes()).filter(there);
    let list: Vec<String> = names.map(|name| literal(name)).collect();
    format!("({},)", list.join(", ")).replace("(,)", "()")
}

/// Page, type and the functions the blocks call: one function a block.
fn push_preamble(out: &mut String, numbers: PageNumbers, installed: &[String]) {
    let face = |face| fonts(face, installed);
    let number = |align: &str| {
        format!(
            "align({align}, text(font: song, size: {}, tracking: 0pt)[— #counter(page).display() —])",
            pt(PAGE_NUMBER_SIZE)
        )
    };
    let outer = pt(PAGE_NUMBER_SIZE);
    let footer = match numbers {
        PageNumbers::None => "none".to_owned(),
        PageNumbers::Centred => format!("context {}", number("center")),
        PageNumbers::Outer => format!(
            "context pad(x: {outer}, if calc.odd(counter(page).get().first()) {{ {} }} else {{ {} }})",
            number("right"),
            number("left")
        ),
    };
    // Written as one template; the names in capitals are filled in.
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
        ("FOOTER", footer),
        ("BODY_SIZE", pt(BODY_SIZE)),
        ("TITLE_SIZE", pt(TITLE_SIZE)),
        ("TABLE_SIZE", pt(TABLE_SIZE)),
        ("TRACKING", pt(TRACKING)),
        ("ASCENT", pt(ASCENT)),
        ("DESCENT", pt(LINE - ASCENT)),
        ("LINE", pt(LINE)),
        ("INDENT", pt(2 * CHARACTER)),
        ("CELL_MARGIN", pt(CELL_MARGIN)),
        ("ROW_HEIGHT", pt(ROW_HEIGHT)),
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
        Block::Title { text } => writeln!(out, "#title({})", literal(&title_lines(text).join("\n"))),
        Block::Heading { level, text } => writeln!(out, "#{}({})", heading(*level), literal(text)),
        Block::Paragraph { runs } => writeln!(out, "#body({})", runs.iter().map(run).collect::<Vec<_>>().join(" + ")),
        Block::Salutation { text } => writeln!(out, "#flush({})", literal(text)),
        Block::AttachmentNote { names } => push_attachment_note(out, names),
        Block::Signature { by, date } => {
            let (by_indent, date_indent) = signature_indents(by, date);
            let indent = |characters: f32| pt(characters * CHARACTER as f32);
            let (by, date) = (literal(by), literal(date));
            writeln!(out, "#signature({by}, {}, {date}, {})", indent(by_indent), indent(date_indent))
        }
        Block::AttachmentStart { label, title } => {
            writeln!(out, "#attachment({}, {})", literal(label), literal(&title_lines(title).join("\n")))
        }
        Block::Table(table) => push_table(out, table),
        Block::Blank => writeln!(out, "#blank"),
        Block::Note { text } => writeln!(out, "#body({})", literal(&format!("（{text}）"))),
    };
}

fn heading(level: Level) -> &'static str {
    match level {
        Level::One => "heading-one",
        Level::Two => "heading-two",
        Level::Three | Level::Four => "heading-three",
    }
}

fn run(run: &Run) -> String {
    let text = literal(&run.text);
    match run.emphasis {
        Emphasis::Plain => format!("text({text})"),
        Emphasis::LeadIn => format!("text(font: kai, {text})"),
        Emphasis::Strong => format!("strong({text})"),
    }
}

fn push_attachment_note(out: &mut String, names: &[String]) -> std::fmt::Result {
    writeln!(out, "#blank")?;
    match names {
        [name] => writeln!(
            out,
            "#hanging({}, {}, {})",
            pt(5 * CHARACTER),
            pt(3 * CHARACTER),
            literal(&format!("附件：{name}"))
        ),
        _ => (1..).zip(names).try_for_each(|(n, name)| {
            let (text, hanging) = if n == 1 { (format!("附件：1.{name}"), 4) } else { (format!("{n}.{name}"), 1) };
            writeln!(out, "#hanging({}, {}, {})", pt(6 * CHARACTER), pt(hanging * CHARACTER), literal(&text))
        }),
    }
}

fn push_table(out: &mut String, table: &Table) -> std::fmt::Result {
    if table.columns.is_empty() {
        return Ok(());
    }
    let widths = table.widths(TEXT_WIDTH);
    let columns: Vec<String> = widths.iter().map(|&width| pt(width)).collect();
    let heads: Vec<String> = table.columns.iter().map(|column| literal(&column.heading)).collect();
    writeln!(out, "#sheet(({},), ({},),", columns.join(", "), heads.join(", "))?;
    for row in &table.rows {
        let whole = row_fits_page(widths.iter().copied().zip(row.iter().map(String::as_str)));
        for (column, text) in table.cells(row) {
            let align = match column.align {
                Align::Left => "left",
                Align::Centre => "center",
                Align::Right => "right",
            };
            write!(out, "  cell({align}, {}, {}),", literal(text), !whole)?;
        }
        out.push('\n');
    }
    writeln!(out, ")")
}
