//! A document as typst source. Only this file knows the language; what people typed reaches it as string
//! literals, never as markup or code.

use std::fmt::Write;

use crate::documents::fonts::Face;
use crate::documents::grid::{Grid, GridCell, Lines, Look, Place};
use crate::documents::layout::*;
use crate::documents::model::{Align, Block, Document, Emphasis, Level, PageNumbers, PageSetup, Run};

/// How high a line reaches above its baseline, in twips; the rest of [`LINE`] is below it.
const ASCENT: u32 = 410;

/// The whole source, in the fonts that are installed.
pub fn typst(paper: &Document, installed: &[String]) -> String {
    let mut out = String::with_capacity(32 * 1024);
    push_preamble(&mut out, paper.page, installed);
    let width = paper.page.measures().text_width();
    let mut pictures = 0;
    for (at, block) in paper.blocks.iter().enumerate() {
        let kept = matches!(block, Block::Paragraph { .. }) && paper.signed_after(at);
        if kept {
            out.push_str("#keep[");
        }
        push_block(&mut out, block, width, &mut pictures);
        if kept {
            out.push_str("]\n");
        }
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
fn push_preamble(out: &mut String, page: PageSetup, installed: &[String]) {
    let Measures { width, height, top, bottom, left, right, number_bottom } = page.measures();
    let face = |face| fonts(face, installed);
    let footer = match page.numbers {
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
        ("PAGE_WIDTH", pt(width)),
        ("PAGE_HEIGHT", pt(height)),
        ("MARGIN_TOP", pt(top)),
        ("MARGIN_BOTTOM", pt(bottom)),
        ("MARGIN_LEFT", pt(left)),
        ("MARGIN_RIGHT", pt(right)),
        ("FOOTER_DESCENT", pt(bottom - number_bottom - PAGE_NUMBER_LINE)),
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

fn push_block(out: &mut String, block: &Block, width: u32, pictures: &mut usize) {
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
        Block::Table(table) => push_grid(out, &Grid::from(table), width),
        Block::Grid(grid) => push_grid(out, grid, width),
        Block::Blank => writeln!(out, "#blank"),
        Block::Note { text } => writeln!(out, "#body({})", line(&format!("（{text}）"))),
        Block::Line { text, align, small } => {
            let style = if *small { "small-line" } else { "plain-line" };
            writeln!(out, "#{style}({}, {})", typst_align(*align), line(text))
        }
        Block::Picture(picture) => {
            *pictures += 1;
            let (w, h) = (picture.width, picture.height);
            writeln!(out, "#picture({}, {w}mm, {h}mm)", line(&picture_path(*pictures)))
        }
        Block::PageBreak => writeln!(out, "#pagebreak(weak: true)"),
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

/// What the n-th picture is called in the source.
pub fn picture_path(number: usize) -> String {
    format!("/picture{number}")
}

fn typst_align(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
    }
}

fn push_grid(out: &mut String, grid: &Grid, width: u32) -> std::fmt::Result {
    if grid.widths.is_empty() || grid.rows.is_empty() {
        return Ok(());
    }
    let widths = grid.column_widths(width);
    let columns: Vec<String> = widths.iter().map(|&width| pt(width)).collect();
    let lines = match grid.lines {
        Lines::Solid => "0.5pt",
        Lines::Dashed => "(thickness: 0.5pt, dash: \"dashed\")",
        Lines::None => "none",
    };
    let heads = grid.heads.min(grid.rows.len());
    write!(out, "#sheet(({},), {lines}, {heads}, (", columns.join(", "))?;
    for (at, (row, places)) in grid.rows.iter().zip(grid.places()).enumerate() {
        if at == heads {
            out.push_str("),");
        }
        let span = |column: usize, across: u16| widths[column..column + usize::from(across)].iter().sum::<u32>();
        let texts = places.iter().filter_map(|place| match place {
            Place::Cell { column, across, cell, .. } => Some((span(*column, *across), cell.text.as_str())),
            _ => None,
        });
        let breakable = at >= heads && !row_fits_page(texts);
        let height = row.height.map_or(ROW_HEIGHT, millimetres).saturating_sub(2 * ROW_MARGIN);
        // One cell holds the row open to its least height.
        let mut open = false;
        for place in places {
            match place {
                Place::Cell { column, across, down, cell } => {
                    let strut = !open && down == 1;
                    open |= strut;
                    push_cell(out, cell, span(column, across), across, down, strut.then_some(height), breakable)?;
                }
                Place::Continued { .. } => {}
                Place::Empty { .. } => out.push_str(" [],"),
            }
        }
        out.push('\n');
    }
    if heads == grid.rows.len() {
        out.push_str("),");
    }
    writeln!(out, ")")
}

fn push_cell(
    out: &mut String,
    cell: &GridCell,
    width: u32,
    across: u16,
    down: u16,
    height: Option<u32>,
    breakable: bool,
) -> std::fmt::Result {
    let size = cell.size.map_or(TABLE_SIZE, |size| 20 * u32::from(size).max(1));
    let room = (width.saturating_sub(2 * CELL_MARGIN) / size).max(1);
    write!(out, " cell({}, {across}, {down}, ", typst_align(cell.align))?;
    match cell.colour() {
        Some(colour) => write!(out, "rgb(\"{colour}\"), ")?,
        None => out.push_str("none, "),
    }
    write!(out, "{breakable}, ")?;
    if let Some(height) = height {
        write!(out, "strut({}) + ", pt(height))?;
    }
    out.push_str("text(");
    match cell.look {
        Look::Plain => {}
        Look::Head | Look::Label => out.push_str("font: hei, "),
        Look::Strong => out.push_str("weight: \"bold\", "),
        Look::Title => out.push_str("font: xbs, "),
    }
    if cell.size.is_some() {
        write!(out, "size: {}, ", pt(size))?;
    }
    write!(out, "{})),", literal(&cell.text, room))
}
