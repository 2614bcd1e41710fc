//! Reads the text of a layout, filled or not.

use super::cells::{cell, column, is_tag, split};
use super::escape::{paragraphs, restore};
use super::title_of;
use crate::documents::grid::{Grid, GridCell, GridRow, Lines, Look};
use crate::documents::model::{Align, Block, Document, Level, PageNumbers, Picture, Run, Sheet};
use crate::documents::template::language::Rendered;
use crate::documents::template::rich::{self, Rich};

/// The source as the language reads it: declarations gone, a tag that stands alone takes its line end or its cell's
/// bar with it, `{{p x}}` is `{{ x }}`.
pub fn renderable(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.lines().filter(|line| !line.starts_with('@') && !line.trim().is_empty()) {
        if is_tag(line) {
            out.push_str(line.trim());
            continue;
        }
        if line.starts_with('|') && split(line).into_iter().any(is_tag) {
            let (start, rest) = match line.get(..2) {
                Some(start @ ("|:" | "|=")) => (start, &line[2..]),
                _ => ("|", line),
            };
            out.push_str(start);
            for cell in split(rest) {
                out.push_str(cell);
                out.push_str(if is_tag(cell) { "" } else { " | " });
            }
        } else {
            out.push_str(&line.replace("{{p ", "{{ "));
        }
        out.push('\n');
    }
    out
}

/// The document a text describes: a filled one, or the source itself, whose tags become those of a Word template.
pub fn document(text: &str, filled: Option<&Rendered>) -> Document {
    let mut reader = Reader { paper: Document::untitled(""), filled, table: None, lines: Lines::Solid };
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        // A tag between the rows of a table is a row of the template.
        let next = lines[at + 1..].iter().find(|line| !is_tag(line));
        let rows_follow = next.is_some_and(|next| next.starts_with('|') && !next.starts_with("|:"));
        reader.line(line, rows_follow);
    }
    reader.end_table();
    reader.paper.title = title_of(&reader.paper.blocks);
    reader.paper
}

struct Reader<'f> {
    paper: Document,
    /// None: the source itself.
    filled: Option<&'f Rendered>,
    table: Option<(Grid, Vec<Align>)>,
    lines: Lines,
}

impl Reader<'_> {
    fn line(&mut self, line: &str, rows_follow: bool) {
        if line.starts_with('@') || line.trim().is_empty() || line.trim_start().starts_with("{#") {
            return;
        }
        if line.starts_with('|') {
            return self.row(line);
        }
        if is_tag(line) && self.filled.is_none() {
            return self.tag(line.trim(), rows_follow);
        }
        self.end_table();
        let push = |paper: &mut Document, block| paper.blocks.push(block);
        match line.split_once(' ').unwrap_or((line, "")) {
            ("#", text) => push(&mut self.paper, Block::Title { text: restore(text.trim()) }),
            (marks @ ("##" | "###" | "####" | "#####"), text) => {
                let level = [Level::One, Level::Two, Level::Three, Level::Four][marks.len() - 2];
                push(&mut self.paper, Block::Heading { level, text: restore(text.trim()) });
            }
            (directive, text) if directive.starts_with('!') => self.directive(&directive[1..], text.trim()),
            _ => self.paragraph(line),
        }
    }

    fn paragraph(&mut self, line: &str) {
        match self.filled.and_then(|filled| filled.alone(line)) {
            Some(Rich::Blocks(blocks)) => return self.paper.blocks.extend(blocks.iter().cloned()),
            Some(Rich::Picture(one)) => return self.paper.blocks.push(Block::Picture(picture(one))),
            _ => {}
        }
        for text in paragraphs(line).filter(|text| !restore(text).trim().is_empty()) {
            let runs = text.trim().split("**").enumerate().filter(|(_, text)| !text.is_empty());
            let runs = runs.map(|(at, text)| match at % 2 {
                0 => Run::plain(restore(text)),
                _ => Run::strong(restore(text)),
            });
            self.paper.paragraph(runs);
        }
    }

    fn directive(&mut self, name: &str, text: &str) {
        let parts = || split(text).into_iter().map(restore).collect::<Vec<String>>();
        let block = match name {
            "主送" => Block::Salutation { text: restore(text) },
            "署名" => {
                let mut parts = parts().into_iter();
                let (by, date) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                if by.is_empty() && date.is_empty() {
                    return;
                }
                Block::Signature { by, date }
            }
            "附注" => Block::Note { text: restore(text) },
            "附件说明" => Block::AttachmentNote { names: parts() },
            "附件" => {
                let mut parts = parts().into_iter();
                let (label, title) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                Block::AttachmentStart { label, title }
            }
            "空行" => Block::Blank,
            "分页" => Block::PageBreak,
            "图" => match (self.filled, self.filled.and_then(|filled| filled.alone(text))) {
                (_, Some(Rich::Picture(one))) => Block::Picture(picture(one)),
                (None, _) => Block::Line { text: text.to_owned(), align: Align::Centre, small: true },
                _ => return,
            },
            "页面" => return self.page(text),
            "表" => {
                self.lines = match text {
                    "虚线" => Lines::Dashed,
                    "无线" => Lines::None,
                    _ => Lines::Solid,
                };
                return;
            }
            line => {
                let align = match line.chars().next() {
                    Some('中') => Align::Centre,
                    Some('右') => Align::Right,
                    _ => Align::Left,
                };
                let text = restore(text).replace('\u{7}', "\n");
                if text.is_empty() {
                    return;
                }
                Block::Line { text, align, small: line.ends_with('小') }
            }
        };
        self.paper.blocks.push(block);
    }

    fn page(&mut self, text: &str) {
        for word in text.split_whitespace() {
            let page = &mut self.paper.page;
            match word {
                "A4横" => page.sheet = Sheet::A4Across,
                "A3横" => page.sheet = Sheet::A3Across,
                "屏幕" => page.sheet = Sheet::Screen,
                "无页码" => page.numbers = PageNumbers::None,
                "外侧页码" => page.numbers = PageNumbers::Outer,
                _ => {}
            }
        }
    }

    fn row(&mut self, line: &str) {
        if let Some(columns) = line.strip_prefix("|:") {
            self.end_table();
            let (mut widths, mut aligns) = (Vec::new(), Vec::new());
            for text in split(columns) {
                // The tag of a template repeats cells: its own take a column as narrow as can be.
                let (width, align) = if is_tag(text) { (1, Align::Centre) } else { column(text) };
                widths.push(width);
                aligns.push(align);
            }
            let lines = std::mem::take(&mut self.lines);
            self.table = Some((Grid { widths, lines, ..Grid::default() }, aligns));
            return;
        }
        let Some((grid, aligns)) = &mut self.table else { return };
        let head = line.starts_with("|=");
        let line = line.strip_prefix("|=").unwrap_or(line);
        let mut row = GridRow::default();
        let mut column = 0;
        for text in split(line) {
            let align = aligns.get(column).copied().unwrap_or(Align::Left);
            let (mut one, height) = match is_tag(text) {
                true => (GridCell::new(text.replacen("{%", "{%tc", 1), align), None),
                false => cell(text, align),
            };
            if head {
                (one.look, one.align) = (Look::Head, Align::Centre);
            }
            column += usize::from(one.across);
            row.height = height.or(row.height);
            row.cells.push(one);
        }
        if head && grid.heads == grid.rows.len() {
            grid.heads += 1;
        }
        grid.rows.push(row);
    }

    fn tag(&mut self, tag: &str, rows_follow: bool) {
        match &mut self.table {
            // A tag that closes or turns belongs to the table if it was opened between its rows.
            Some((grid, _)) if if opens(tag) { rows_follow } else { open_tags(grid) > 0 } => {
                let cells = vec![GridCell::new(tag.replacen("{%", "{%tr", 1), Align::Left)];
                grid.rows.push(GridRow { height: None, cells });
            }
            _ => {
                self.end_table();
                self.paper.paragraph([Run::plain(tag.replacen("{%", "{%p", 1))]);
            }
        }
    }

    fn end_table(&mut self) {
        if let Some((grid, _)) = self.table.take() {
            self.paper.blocks.push(Block::Grid(grid));
        }
    }
}

fn picture(one: &rich::Picture) -> Picture {
    let side = |millimetres: f64| millimetres.round().clamp(1.0, 1500.0) as u16;
    let (width, height) = one.size();
    Picture {
        bytes: one.bytes().to_vec(),
        width: side(width),
        height: side(height),
        description: one.description().to_owned(),
    }
}

fn opens(tag: &str) -> bool {
    matches!(tag.trim_start_matches("{%").split_whitespace().next(), Some("for" | "if" | "set" | "with"))
}

/// How many blocks tags between the rows have opened and not closed.
fn open_tags(grid: &Grid) -> i32 {
    let tags = grid.rows.iter().filter_map(|row| row.cells.first()).filter(|cell| cell.text.starts_with("{%tr"));
    tags.map(|cell| match cell.text.trim_start_matches("{%tr").split_whitespace().next() {
        Some("for" | "if") => 1,
        Some("endfor" | "endif") => -1,
        _ => 0,
    })
    .sum()
}
