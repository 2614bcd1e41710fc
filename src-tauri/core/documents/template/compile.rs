//! A part of a Word file into a text template: placeholders taken out of the runs they were split over, the paragraphs,
//! rows, cells and runs that `{%p`, `{%tr`, `{%tc` and `{%r` stand for put outside them, table tags turned into
//! properties of their cells.
//!
//! Each step reads XML and writes XML, with placeholders as numbered marks ([`marks`]) in between; the last one writes
//! what the template language compiles. What no placeholder touches is copied as it stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use super::cells;
use super::marks::{HOLE, LINES, REFIT, TAG, TAG_END};
use super::markup::{Edits, Kind as Node, Markup, attribute, attributes, decode};
use super::nesting;
use super::tags::{self, Found, Kind, Level, Tag};
use crate::texts::templates as texts;
use crate::{Error, Result};

/// A part as a text template.
pub struct Compiled {
    /// For the template language.
    pub source: String,
    /// Where in the source each placeholder begins, in order, with its number.
    pub spots: Vec<(usize, usize)>,
    pub tags: Vec<Tag>,
    /// Paragraphs, as messages name them.
    pub places: Vec<String>,
}

/// The part of a file that is read, for messages.
#[derive(Clone, Copy)]
pub struct Where<'a> {
    /// The template's name.
    pub template: &'a str,
    /// 正文, 页眉 …
    pub part: &'a str,
}

/// Tags with what is known about them.
pub(super) struct Tags<'a> {
    pub at: Where<'a>,
    pub all: Vec<Tag>,
    pub places: Vec<String>,
}

impl Tags<'_> {
    /// The sentence that says which placeholder is meant, and what is wrong with it.
    pub fn refuse(&self, id: usize, what: &str) -> Error {
        let tag = &self.all[id];
        let place = self.places.get(tag.place).map(String::as_str).unwrap_or_default();
        Error::invalid(texts::placeholder(self.at.template, self.at.part, place, &tag.shown, what))
    }

    /// A placeholder that nobody typed, told as another when something is wrong with it.
    pub fn add(&mut self, kind: Kind, body: impl Into<String>, like: usize) -> String {
        let tag = Tag { kind, level: Level::Text, body: body.into(), ..self.all[like].clone() };
        self.all.push(tag);
        mark(self.all.len() - 1)
    }
}

/// A placeholder's mark.
pub(super) fn mark(id: usize) -> String {
    format!("{TAG}{id}{TAG_END}")
}

/// The marks in a range of XML: their numbers and where they stand.
pub(super) fn marks_in(xml: &str, range: Range<usize>) -> Vec<(usize, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = range.start;
    while let Some(start) = xml[at..range.end].find(TAG).map(|n| at + n) {
        let Some(end) = xml[start..range.end].find(TAG_END).map(|n| start + n) else { break };
        if let Ok(id) = xml[start + 1..end].parse() {
            found.push((id, start..end + 1));
        }
        at = end + 1;
    }
    found
}

/// Reads a part; None when it has no placeholder.
pub fn compile(xml: &str, at: Where<'_>) -> Result<Option<Compiled>> {
    if !xml.contains(['{', '｛']) {
        return Ok(None);
    }
    let mut tags = Tags { at, all: Vec::new(), places: Vec::new() };
    let gathered = gather(xml, &mut tags)?;
    if gathered == xml {
        return Ok(None);
    }
    let whole = sweep(&gathered, at)?;
    let joined = sweep(&join(&whole, &tags)?, at)?;
    let lifted = sweep(&lift(&joined, &mut tags)?, at)?;
    let (source, spots) = nesting::write(&lifted, &tags)?;
    Ok(Some(Compiled { source, spots, tags: tags.all, places: tags.places }))
}

pub(super) fn read<'x>(xml: &'x str, at: Where<'_>) -> Result<Markup<'x>> {
    Markup::read(xml).map_err(|flaw| super::package::flawed(at.template, at.part, flaw))
}

/// A letter of a text, and where it stands in the XML.
struct Letter {
    range: Range<usize>,
    node: usize,
}

/// The letters of a paragraph, over all its runs.
#[derive(Default)]
struct Line {
    characters: Vec<char>,
    letters: Vec<Letter>,
    paragraph: Option<usize>,
}

/// Elements whose text may hold placeholders, and what their letters are read together within.
fn line_of(markup: &Markup<'_>, node: usize) -> Option<(usize, &'static str)> {
    let element = markup.nodes[node].parent?;
    let (family, around) = match markup.name(element) {
        "w:t" => ("w:t", "w:p"),
        "m:t" => ("m:t", "w:p"),
        "a:t" => ("a:t", "a:p"),
        "w:instrText" => return Some((node, "w:instrText")),
        name if name.starts_with("dc:") || name.starts_with("cp:") => return Some((node, "property")),
        _ => return None,
    };
    Some((markup.around(node, around)?, family))
}

/// The placeholders as marks, each at the place where it begins.
fn gather(xml: &str, tags: &mut Tags<'_>) -> Result<String> {
    let markup = read(xml, tags.at)?;
    let mut lines: Vec<Line> = Vec::new();
    let mut known: HashMap<(usize, &str), usize> = HashMap::new();
    let mut edits = Edits::default();
    for (node, place) in markup.nodes.iter().enumerate() {
        let blank = match (place.kind, markup.name(node)) {
            (Node::Text, _) => None,
            (Node::Open | Node::Empty, name @ ("w:br" | "w:tab" | "w:cr"))
                if place.parent.is_some_and(|parent| markup.name(parent) == "w:r") =>
            {
                Some(if name == "w:tab" { '\t' } else { '\n' })
            }
            (Node::Empty, "w:noBreakHyphen") => Some('-'),
            (Node::Open | Node::Empty, _) => {
                if markup.slice(node).contains("{{") {
                    attribute_values(&markup, node, tags, &mut edits);
                }
                continue;
            }
            _ => continue,
        };
        let key = match blank {
            None => line_of(&markup, node),
            Some(_) => markup.around(node, "w:p").map(|paragraph| (paragraph, "w:t")),
        };
        let Some(key) = key else { continue };
        let index = *known.entry(key).or_insert_with(|| {
            lines.push(Line { paragraph: (key.0 != node).then_some(key.0), ..Line::default() });
            lines.len() - 1
        });
        let line = &mut lines[index];
        let mut push = |c, range| {
            line.characters.push(c);
            line.letters.push(Letter { range, node });
        };
        match blank {
            Some(c) => push(c, if place.kind == Node::Open { markup.span(node) } else { place.start..place.end }),
            None => decode(xml, place.start..place.end, push),
        }
    }
    let mut raw = false;
    for line in &lines {
        if !line.characters.iter().any(|c| matches!(c, '{' | '｛' | '_')) {
            continue;
        }
        take_out(&markup, line, &mut raw, tags, &mut edits)?;
    }
    Ok(edits.apply(xml))
}

/// Values within attributes (a picture's description): plain text only.
fn attribute_values(markup: &Markup<'_>, node: usize, tags: &mut Tags<'_>, edits: &mut Edits) {
    let (tag, start) = (markup.slice(node), markup.nodes[node].start);
    for attribute in attributes(tag) {
        let range = start + attribute.value.start..start + attribute.value.end;
        let (mut characters, mut ranges) = (Vec::new(), Vec::new());
        decode(markup.xml, range, |c, range| {
            characters.push(c);
            ranges.push(range);
        });
        for (letters, found) in tags::find(&characters, &mut false) {
            if let Found::Tag(mut tag) = found
                && tag.kind == Kind::Value
            {
                tag.place = place(tags, markup, markup.around(node, "w:p"));
                tag.body = format!("({})|{}", tag.body, super::language::PLAIN);
                edits.replace(ranges[letters.start].start..ranges[letters.end - 1].end, mark(tags.all.len()));
                tags.all.push(tag);
            }
        }
    }
}

/// Takes the placeholders of a line out of its runs.
fn take_out(markup: &Markup<'_>, line: &Line, raw: &mut bool, tags: &mut Tags<'_>, edits: &mut Edits) -> Result<()> {
    let found = tags::find(&line.characters, raw);
    if found.is_empty() {
        return Ok(());
    }
    let place = place(tags, markup, line.paragraph);
    let mut spaced = BTreeSet::new();
    for (range, found) in found {
        let replacement = match found {
            Found::Unclosed(shown) => {
                let place = &tags.places[place];
                let sentence = texts::unclosed(tags.at.template, tags.at.part, place, &shown);
                return Err(Error::invalid(sentence));
            }
            Found::Braces(braces) => braces.to_owned(),
            Found::Tag(tag) => {
                tags.all.push(Tag { place, ..tag });
                mark(tags.all.len() - 1)
            }
        };
        let letters = &line.letters[range];
        for (index, group) in letters.chunk_by(|a, b| a.node == b.node).enumerate() {
            let (node, text) = (group[0].node, group[0].range.start..group[group.len() - 1].range.end);
            let whole = markup.nodes[node].start == text.start && markup.nodes[node].end == text.end;
            match (index, markup.nodes[node].kind) {
                (0, _) => edits.replace(text, replacement.as_str()),
                // All of a text belonged to the placeholder: its run goes. A break within it goes in any case.
                (_, Node::Text) if whole => edits.replace(text, HOLE.to_string()),
                _ => edits.replace(text, ""),
            }
            if let Some(element) = markup.nodes[node].parent.filter(|&element| markup.name(element) == "w:t") {
                spaced.insert(element);
            }
        }
    }
    for element in spaced {
        let tag = markup.slice(element);
        if attribute(tag, "xml:space").is_none() {
            edits.insert(markup.nodes[element].start + "<w:t".len(), " xml:space=\"preserve\"");
        }
    }
    Ok(())
}

/// The number of a paragraph among the places.
fn place(tags: &mut Tags<'_>, markup: &Markup<'_>, paragraph: Option<usize>) -> usize {
    let place = paragraph.map(|paragraph| place_of(markup, paragraph)).unwrap_or_default();
    match tags.places.last() {
        Some(last) if *last == place => {}
        _ => tags.places.push(place),
    }
    tags.places.len() - 1
}

/// As a person would count: tables by their number, rows and cells; paragraphs outside tables by their number.
fn place_of(markup: &Markup<'_>, paragraph: usize) -> String {
    if markup.around(paragraph, "w:txbxContent").is_some() {
        return texts::in_text_box();
    }
    let among = |wanted: usize, name: &str, within: Option<usize>| {
        let from = within.map_or(0, |open| open + 1);
        (from..=wanted)
            .filter(|&node| matches!(markup.nodes[node].kind, Node::Open | Node::Empty) && markup.name(node) == name)
            .filter(|&node| markup.around(node, "w:tbl") == markup.around(wanted, "w:tbl"))
            .count()
    };
    let Some(table) = markup.ancestors(paragraph).filter(|&node| markup.name(node) == "w:tbl").last() else {
        return texts::nth_paragraph(among(paragraph, "w:p", None));
    };
    let within = |name| markup.ancestors(paragraph).filter(|&node| markup.name(node) == name).last();
    let (row, cell) = (within("w:tr"), within("w:tc"));
    let row_number = row.map_or(0, |row| among(row, "w:tr", Some(table)));
    let cell_number = cell.map_or(0, |cell| among(cell, "w:tc", row));
    texts::nth_cell(among(table, "w:tbl", None), row_number, cell_number)
}

/// Removes what fell empty: the text, and its run when nothing else is in it.
fn sweep(xml: &str, at: Where<'_>) -> Result<String> {
    if !xml.contains(HOLE) {
        return Ok(xml.to_owned());
    }
    let markup = read(xml, at)?;
    let mut edits = Edits::default();
    let hollow = |element: usize| {
        let text = &xml[markup.nodes[element].end..markup.nodes[markup.nodes[element].mate].start];
        text.contains(HOLE) && text.chars().all(|c| c == HOLE)
    };
    for node in 0..markup.nodes.len() {
        if !matches!(markup.name(node), "w:t" | "a:t") || markup.nodes[node].kind != Node::Open || !hollow(node) {
            continue;
        }
        let run = markup.nodes[node].parent.filter(|&run| matches!(markup.name(run), "w:r" | "a:r"));
        let empty = |run: usize| {
            markup.children(run).all(|child| match markup.name(child) {
                "w:rPr" | "a:rPr" => true,
                "w:t" | "a:t" => hollow(child),
                "" => markup.slice(child).trim().is_empty(),
                _ => false,
            })
        };
        match run {
            Some(run) if empty(run) => edits.replace(markup.span(run), ""),
            _ => edits.replace(markup.span(node), ""),
        }
    }
    Ok(edits.apply(xml).replace(HOLE, ""))
}

/// `{%-` and `-%}`: what they stand between becomes one text, over the ends of runs, lines and paragraphs.
fn join(xml: &str, tags: &Tags<'_>) -> Result<String> {
    if !tags.all.iter().any(|tag| tag.cut_before || tag.cut_after) {
        return Ok(xml.to_owned());
    }
    let markup = read(xml, tags.at)?;
    let texts: Vec<usize> = (0..markup.nodes.len())
        .filter(|&node| markup.name(node) == "w:t" && markup.nodes[node].kind == Node::Open)
        .collect();
    let content = |text: usize| markup.nodes[text].end..markup.nodes[markup.nodes[text].mate].start;
    let mut removed: Vec<Range<usize>> = Vec::new();
    for (index, &text) in texts.iter().enumerate() {
        let range = content(text);
        for (id, at) in marks_in(xml, range.clone()) {
            let tag = &tags.all[id];
            let (before, after) = (&xml[range.start..at.start], &xml[at.end..range.end]);
            if tag.cut_before {
                let previous = index.checked_sub(1).map(|previous| texts[previous]);
                match previous {
                    Some(previous)
                        if tag.kind == Kind::Block && before.trim().is_empty() && joins(&markup, previous, text) =>
                    {
                        removed.push(content(previous).end..at.start);
                    }
                    _ => removed.push(range.start + before.trim_end().len()..at.start),
                }
            }
            if tag.cut_after {
                match texts.get(index + 1) {
                    Some(&next) if tag.kind == Kind::Block && after.trim().is_empty() && joins(&markup, text, next) => {
                        removed.push(at.end..content(next).start);
                    }
                    _ => removed.push(at.end..range.end - after.trim_start().len()),
                }
            }
        }
    }
    removed.sort_by_key(|range| range.start);
    let mut out = String::with_capacity(xml.len());
    let mut at = 0;
    for range in removed {
        if range.start > at {
            out.push_str(&xml[at..range.start]);
        }
        at = at.max(range.end);
    }
    out.push_str(&xml[at..]);
    Ok(out)
}

/// Whether two texts can become one: what closes after the first opens again before the second, within one cell, and
/// nothing but ends of runs, lines and paragraphs lies between.
fn joins(markup: &Markup<'_>, first: usize, second: usize) -> bool {
    let (mut closed, mut opened) = (Vec::new(), Vec::new());
    for node in markup.nodes[first].mate..=second {
        let name = markup.name(node);
        let stays =
            ["w:tbl", "w:tc", "w:drawing", "w:pict", "w:object", "w:sectPr", "w:footnoteReference", "w:fldChar"];
        if stays.contains(&name) {
            return false;
        }
        match markup.nodes[node].kind {
            Node::Open => opened.push(name),
            Node::Close => match opened.pop() {
                Some(_) => {}
                None => closed.push(name),
            },
            _ => {}
        }
    }
    opened.reverse();
    closed == opened
}

/// A mark, and the text node it stands in.
#[derive(Clone)]
struct Standing {
    id: usize,
    node: usize,
    range: Range<usize>,
}

/// Puts the marks of rows, cells, paragraphs and runs in the place of these, and turns table tags into properties.
fn lift(xml: &str, tags: &mut Tags<'_>) -> Result<String> {
    let markup = read(xml, tags.at)?;
    let mut standing = Vec::new();
    for (node, place) in markup.nodes.iter().enumerate().filter(|(_, place)| place.kind == Node::Text) {
        let marks = marks_in(xml, place.start..place.end);
        standing.extend(marks.into_iter().map(|(id, range)| Standing { id, node, range }));
    }
    let mut edits = Edits::default();
    let mut gone: Vec<Range<usize>> = Vec::new();
    let mut refit = BTreeSet::new();
    for (level, name) in [(Level::Row, "w:tr"), (Level::Cell, "w:tc"), (Level::Paragraph, "w:p")] {
        let mut groups: BTreeMap<usize, Vec<Standing>> = BTreeMap::new();
        for one in standing.iter().filter(|one| tags.all[one.id].level == level) {
            if gone.iter().any(|range| range.contains(&one.range.start)) {
                continue;
            }
            let around = markup.around(one.node, name).ok_or_else(|| tags.refuse(one.id, texts::not_in(level)))?;
            groups.entry(around).or_default().push(one.clone());
        }
        for (element, group) in groups {
            let span = markup.span(element);
            if gone.iter().any(|range| range.contains(&span.start)) {
                continue;
            }
            if level == Level::Cell {
                refit.extend(markup.around(element, "w:tbl"));
            }
            if !around_content(&markup, tags, element, &group, &standing, &mut edits)? {
                edits.replace(span.clone(), instead(&markup, tags, element, &group)?);
                gone.push(span);
            }
        }
    }
    let lives = |one: &&Standing| !gone.iter().any(|range| range.contains(&one.range.start));
    let mut merged: BTreeMap<usize, cells::Change> = BTreeMap::new();
    for one in standing.iter().filter(lives) {
        let tag = &tags.all[one.id];
        if tag.kind != Kind::Block || !cells::WORDS.contains(&tag.keyword()) {
            continue;
        }
        let cell = markup.around(one.node, "w:tc").ok_or_else(|| tags.refuse(one.id, texts::not_in(Level::Cell)))?;
        merged.entry(cell).or_default().take(tags, one.id)?;
        match tags.all[one.id].keyword() {
            // Word shows the first cell over all of them: the text beside the tag is written there alone.
            "vm" => {
                let text = &markup.nodes[one.node];
                edits.insert(text.start, tags.add(Kind::Block, "if loop.first", one.id));
                edits.insert(text.end, tags.add(Kind::Block, "endif", one.id));
            }
            "cellbg" => {}
            _ => refit.extend(markup.around(cell, "w:tbl")),
        }
        edits.replace(one.range.clone(), HOLE.to_string());
    }
    for (cell, change) in merged {
        change.apply(&markup, cell, tags, &mut edits);
    }
    for table in refit {
        edits.insert(markup.nodes[table].end, REFIT.to_string());
    }
    for one in standing.iter().filter(lives) {
        let tag = &tags.all[one.id];
        if tag.level == Level::Run && tag.kind != Kind::Value {
            edits.replace(one.range.clone(), out_of_run(&markup, tags, one)?);
        }
    }
    Ok(edits.apply(xml))
}

/// `{%tr for … %}` and `{%tr endfor %}` in one and the same row, with content between: the row itself is repeated.
fn around_content(
    markup: &Markup<'_>,
    tags: &Tags<'_>,
    element: usize,
    group: &[Standing],
    standing: &[Standing],
    edits: &mut Edits,
) -> Result<bool> {
    let blocks: Vec<&Standing> = group.iter().filter(|one| tags.all[one.id].kind == Kind::Block).collect();
    let ([first, .., last], Some(_)) = (&blocks[..], blocks.get(1)) else { return Ok(false) };
    let own = |id: usize| group.iter().any(|one| one.id == id);
    // Where something other than these marks stands in the element.
    let mut content: Vec<usize> = standing
        .iter()
        .filter(|one| markup.span(element).contains(&one.range.start) && !own(one.id))
        .map(|one| one.range.start)
        .collect();
    for node in element..markup.nodes[element].mate {
        let named = markup.nodes[node].parent.is_some_and(|parent| markup.name(parent) == "w:t");
        if markup.nodes[node].kind != Node::Text || !named {
            continue;
        }
        let (start, end) = (markup.nodes[node].start, markup.nodes[node].end);
        let mut at = start;
        let marks = marks_in(markup.xml, start..end).into_iter().map(|(_, range)| range);
        for range in marks.chain(std::iter::once(end..end)) {
            if !markup.xml[at..range.start].trim().is_empty() {
                content.push(at);
            }
            at = range.end;
        }
    }
    let between = |at: &usize| first.range.start < *at && *at < last.range.start;
    let inside: Vec<usize> = content.into_iter().filter(between).collect();
    let (Some(&from), Some(&to)) = (inside.iter().min(), inside.iter().max()) else { return Ok(false) };
    let span = markup.span(element);
    for one in blocks {
        match one.range.start {
            at if at < from => edits.insert(span.start, mark(one.id)),
            at if at > to => edits.insert(span.end, mark(one.id)),
            _ => return Err(tags.refuse(one.id, texts::amid_content())),
        }
    }
    group.iter().for_each(|one| edits.replace(one.range.clone(), HOLE.to_string()));
    Ok(true)
}

/// What stands in the place of an element: its marks, or the paragraph that a value gives.
fn instead(markup: &Markup<'_>, tags: &Tags<'_>, element: usize, group: &[Standing]) -> Result<String> {
    let value = group.iter().find(|one| tags.all[one.id].kind == Kind::Value);
    if let Some(one) = value {
        if tags.all[one.id].level != Level::Paragraph {
            return Err(tags.refuse(one.id, texts::no_such_value()));
        }
        let properties = markup.child_slice(element, "w:pPr");
        let run = markup.around(one.node, "w:r").map_or("", |run| markup.child_slice(run, "w:rPr"));
        let (open, mark) = (markup.slice(element), mark(one.id));
        return Ok(format!("{open}{properties}<w:r>{run}<w:t xml:space=\"preserve\">{LINES}{mark}</w:t></w:r></w:p>"));
    }
    Ok(group.iter().filter(|one| tags.all[one.id].kind == Kind::Block).map(|one| mark(one.id)).collect())
}

/// `{%r if … %}`: the run ends before it and begins again after it.
fn out_of_run(markup: &Markup<'_>, tags: &Tags<'_>, one: &Standing) -> Result<String> {
    let text = markup.nodes[one.node].parent.filter(|&text| markup.name(text) == "w:t");
    let run = text.and_then(|text| markup.nodes[text].parent).filter(|&run| markup.name(run) == "w:r");
    let run = run.ok_or_else(|| tags.refuse(one.id, texts::not_in(Level::Run)))?;
    let (open, properties, mark) = (markup.slice(run), markup.child_slice(run, "w:rPr"), mark(one.id));
    Ok(format!("{HOLE}</w:t></w:r>{mark}{open}{properties}<w:t xml:space=\"preserve\">{HOLE}"))
}
