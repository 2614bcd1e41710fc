//! A line of a table: its cells, and what stands in brackets before their text.

use super::escape::restore;
use crate::documents::grid::{GridCell, Look};
use crate::documents::model::Align;

/// The cells of a line between its bars; bars inside placeholders are filters.
pub fn split(line: &str) -> Vec<&str> {
    let line = line.strip_prefix('|').unwrap_or(line);
    let (mut cells, mut start, mut depth) = (Vec::new(), 0, 0_u32);
    let bytes = line.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' if bytes.get(at + 1).is_some_and(|next| matches!(next, b'{' | b'%')) => depth += 1,
            b'}' if at > 0 && matches!(bytes[at - 1], b'}' | b'%') => depth = depth.saturating_sub(1),
            b'|' if depth == 0 => {
                cells.push(line[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    let rest = line[start..].trim();
    if !rest.is_empty() {
        cells.push(rest);
    }
    cells
}

/// Is this a tag and nothing else?
pub fn is_tag(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("{%") && text.ends_with("%}") && text.matches("{%").count() == 1
}

/// A width and an alignment: 8中.
pub fn column(cell: &str) -> (u16, Align) {
    let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
    let align = match cell.chars().last() {
        Some('中') => Align::Centre,
        Some('右') => Align::Right,
        _ => Align::Left,
    };
    (digits.parse().unwrap_or(1), align)
}

/// A cell (`\n` in it is a line end), and the least height its row asks for. Where the cell says nothing, `align` holds.
pub fn cell(text: &str, align: Align) -> (GridCell, Option<u16>) {
    let mut cell = GridCell::new("", align);
    let mut height = None;
    let mut shown = text;
    let mut before = String::new();
    if let Some((marks, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        shown = rest;
        for mark in marks.split_whitespace() {
            let number = |prefix: &str| mark.strip_prefix(prefix).and_then(|number| number.parse::<u16>().ok());
            match mark {
                "标" => (cell.look, cell.align) = (Look::Label, Align::Centre),
                "粗" => cell.look = Look::Strong,
                "题" => cell.look = Look::Title,
                "左" => cell.align = Align::Left,
                "中" => cell.align = Align::Centre,
                "右" => cell.align = Align::Right,
                _ => {}
            }
            cell.across = number("跨").unwrap_or(cell.across);
            cell.down = number("下").unwrap_or(cell.down);
            cell.size = number("字").or(cell.size);
            height = number("高").or(height);
            if let Some(colour) = mark.strip_prefix('底') {
                // A template says the colour by a tag of its own.
                match colour.strip_prefix("{{").and_then(|colour| colour.strip_suffix("}}")) {
                    Some(value) => before = format!("{{% cellbg {} %}}", value.trim()),
                    None => cell.fill = Some(restore(colour)),
                }
            }
        }
    }
    cell.text = format!("{before}{}", restore(&shown.trim().replace("\\n", "\n")).replace('\u{7}', "\n"));
    (cell, height)
}
