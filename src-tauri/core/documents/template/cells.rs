//! Tags about cells: `{% colspan n %}`, `{% cellbg colour %}`, `{% vm %}`, `{% hm %}`.

use super::compile::Tags;
use super::language::{COLOUR, SPAN};
use super::markup::{Edits, Kind as Node, Markup, attribute};
use super::tags::Kind;
use crate::Result;
use crate::texts::templates as texts;

/// The tags.
pub(super) const WORDS: [&str; 4] = ["colspan", "cellbg", "vm", "hm"];

/// What is asked of a cell; the numbers of the tags that ask.
#[derive(Default)]
pub(super) struct Change {
    span: Option<usize>,
    shade: Option<usize>,
    /// Joined with the cells below that a loop makes of it.
    down: Option<usize>,
    /// Joined with the cells beside it that a loop makes of it.
    across: Option<usize>,
}

/// The order in which a cell's properties must stand (ECMA-376 part 1, 17.4.70).
const ORDER: [&str; 13] = [
    "w:cnfStyle",
    "w:tcW",
    "w:gridSpan",
    "w:hMerge",
    "w:vMerge",
    "w:tcBorders",
    "w:shd",
    "w:noWrap",
    "w:tcMar",
    "w:textDirection",
    "w:tcFitText",
    "w:vAlign",
    "w:hideMark",
];

impl Change {
    /// Takes note of a tag.
    pub fn take(&mut self, tags: &Tags<'_>, id: usize) -> Result<()> {
        let tag = &tags.all[id];
        let wants_argument = matches!(tag.keyword(), "colspan" | "cellbg");
        if wants_argument && tag.argument().is_empty() {
            return Err(tags.refuse(id, texts::wants_argument()));
        }
        match tag.keyword() {
            "colspan" => self.span = Some(id),
            "cellbg" => self.shade = Some(id),
            "vm" => self.down = Some(id),
            _ => self.across = Some(id),
        }
        Ok(())
    }

    /// Writes what was asked into the cell.
    pub fn apply(&self, markup: &Markup<'_>, cell: usize, tags: &mut Tags<'_>, edits: &mut Edits) {
        let properties = markup.child(cell, "w:tcPr");
        let mut kept: Vec<(usize, String)> = Vec::new();
        let mut cells: Option<String> = None;
        for child in properties
            .filter(|&node| markup.nodes[node].kind == Node::Open)
            .into_iter()
            .flat_map(|p| markup.children(p))
        {
            let name = markup.name(child);
            if name == "w:gridSpan" {
                cells = attribute(markup.slice(child), "w:val").map(str::to_owned);
            }
            let replaced = match name {
                "w:gridSpan" => self.span.is_some() || self.across.is_some(),
                "w:shd" => self.shade.is_some(),
                "w:vMerge" => self.down.is_some(),
                _ => false,
            };
            if !replaced && !name.is_empty() {
                let rank = ORDER.iter().position(|known| *known == name).unwrap_or(ORDER.len());
                kept.push((rank, markup.xml[markup.span(child)].to_owned()));
            }
        }
        let mut put = |name: &str, text: String| {
            kept.push((ORDER.iter().position(|known| *known == name).unwrap_or_default(), text));
        };
        let mut cells = cells.unwrap_or_else(|| "1".to_owned());
        if let Some(id) = self.span {
            cells = tags.all[id].argument().to_owned();
        }
        if let Some(id) = self.across.or(self.span) {
            let times = if self.across.is_some() { "*loop.length" } else { "" };
            let value = tags.add(Kind::Value, format!("(({cells}){times})|{SPAN}"), id);
            put("w:gridSpan", format!("<w:gridSpan w:val=\"{value}\"/>"));
        }
        if let Some(id) = self.shade {
            let value = tags.add(Kind::Value, format!("({})|{COLOUR}", tags.all[id].argument()), id);
            put("w:shd", format!("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"{value}\"/>"));
        }
        if let Some(id) = self.down {
            let value = tags.add(Kind::Value, "\"restart\" if loop.first else \"continue\"", id);
            put("w:vMerge", format!("<w:vMerge w:val=\"{value}\"/>"));
        }
        kept.sort_by_key(|(rank, _)| *rank);
        let text: String = kept.into_iter().map(|(_, text)| text).collect();
        let range = match properties {
            Some(properties) => markup.span(properties),
            None => markup.nodes[cell].end..markup.nodes[cell].end,
        };
        edits.replace(range, format!("<w:tcPr>{text}</w:tcPr>"));
        if let Some(id) = self.across {
            let span = markup.span(cell);
            let first = tags.add(Kind::Block, "if loop.first", id);
            let done = tags.add(Kind::Block, "endif", id);
            edits.insert(span.start, first);
            edits.insert(span.end, done);
        }
    }
}
