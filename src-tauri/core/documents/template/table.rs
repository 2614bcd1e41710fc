//! The columns of a table whose rows have more or fewer cells than its template.

use super::markup::{attribute, attributes, name_of, tag_end};

/// Gives the table that begins at `start` and ends the text as many columns as its rows have, in the same width: what
/// there was keeps its shares, and new columns get an even one. Cells take the widths of their columns.
pub(super) fn refit(out: &mut String, start: usize, columns: u32) {
    let columns = columns as usize;
    let Some(grid) = out[start..].find("<w:tblGrid>").map(|at| start + at + "<w:tblGrid>".len()) else { return };
    let Some(end) = out[grid..].find("</w:tblGrid>").map(|at| grid + at) else { return };
    let mut widths: Vec<u64> = Vec::new();
    let mut at = grid;
    while let Some(tag) = out[at..end].find("<w:gridCol").map(|n| at + n) {
        let Some(stop) = tag_end(out, tag) else { return };
        widths.push(attribute(&out[tag..stop], "w:w").and_then(|width| width.parse().ok()).unwrap_or(0));
        at = stop;
    }
    if widths.len() == columns || widths.is_empty() || columns == 0 {
        return;
    }
    let widths = shared(&widths, columns);
    let cells = cells(&out[end..], &widths);
    let text: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    out.truncate(end);
    out.push_str(&cells);
    out.replace_range(grid..end, &text);
}

fn shared(widths: &[u64], columns: usize) -> Vec<u64> {
    let total: u64 = widths.iter().sum();
    let mut new: Vec<u64> = if columns > widths.len() {
        let (old, count) = (widths.len() as u64, columns as u64);
        let mut new: Vec<u64> = widths.iter().map(|width| width * old / count).collect();
        new.resize(columns, total / count);
        new
    } else {
        let kept = &widths[..columns];
        let freed: u64 = widths[columns..].iter().sum();
        kept.iter().map(|width| width + freed / columns as u64).collect()
    };
    // What the divisions left over.
    let sum: u64 = new.iter().sum();
    if let Some(last) = new.last_mut() {
        *last += total.saturating_sub(sum);
    }
    new
}

/// The rows with the widths of their cells. Tables within cells keep theirs.
fn cells(rows: &str, widths: &[u64]) -> String {
    let mut out = String::with_capacity(rows.len());
    let (mut depth, mut column, mut copied, mut at) = (0u32, 0usize, 0usize, 0usize);
    // Where the cell's width stands, until its span is known.
    let mut width: Option<(usize, usize)> = None;
    let mut span = 1;
    while let Some(start) = rows[at..].find('<').map(|n| at + n) {
        let Some(end) = tag_end(rows, start) else { break };
        let tag = &rows[start..end];
        at = end;
        let val = || attribute(tag, "w:val").and_then(|value| value.parse::<usize>().ok()).unwrap_or(1);
        match (name_of(tag), tag.starts_with("</")) {
            ("w:tbl", false) => depth += 1,
            ("w:tbl", true) => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            ("w:tr", false) => column = 0,
            ("w:gridBefore", false) => column += val(),
            ("w:tc", false) => (width, span) = (None, 1),
            ("w:gridSpan", false) => span = val(),
            ("w:tcW", false) if attribute(tag, "w:type").is_none_or(|kind| kind == "dxa") => {
                let value = attributes(tag).find(|attribute| attribute.name == "w:w").map(|found| found.value);
                width = value.map(|value| (start + value.start, start + value.end));
            }
            ("w:tcPr", true) => {
                let sum: u64 = widths.iter().skip(column).take(span).sum();
                if let Some((from, to)) = width.filter(|_| sum > 0) {
                    out.push_str(&rows[copied..from]);
                    out += &sum.to_string();
                    copied = to;
                }
            }
            ("w:tc", true) => column += span,
            _ => {}
        }
    }
    out.push_str(&rows[copied..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_same_width() {
        assert_eq!(shared(&[100, 200], 3), [66, 133, 101]);
        assert_eq!(shared(&[100, 200, 300], 2), [250, 350]);
        let mut out = "x<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"600\"/></w:tblGrid><w:tr><w:tc><w:tcPr>\
                       <w:tcW w:w=\"600\" w:type=\"dxa\"/></w:tcPr></w:tc><w:tc><w:tcPr><w:tcW w:w=\"600\" w:type=\"dxa\"/>\
                       </w:tcPr></w:tc></w:tr></w:tbl>"
            .to_owned();
        refit(&mut out, 1, 2);
        assert_eq!(out.matches("w:w=\"300\"").count(), 4, "{out}");
    }
}
