//! A filled part, made whole in one pass: line breaks, tabs, new paragraphs and pages as Word's elements; pictures, runs
//! and paragraphs in their places; tables whose number of cells changed refitted; every cell with a paragraph at its end;
//! drawings numbered without doubles. What does not nest is refused: it would be a file Word cannot open.

use std::collections::HashSet;
use std::ops::Range;

use super::language::Rendered;
use super::marks::{BREAK, LINES, PAGE, PARAGRAPH, REFIT, RICH, RICH_END, TAB};
use super::markup::{attribute, name_of, tag_end};
use super::rich::{Picture, Rich};
use super::table;
use crate::documents::model::Block;

/// What the part asks of the file it stands in.
pub trait Host {
    /// Takes a picture in; its relationship.
    fn picture(&mut self, picture: &Picture) -> String;
    /// Paragraphs and tables as XML with the styles of the file.
    fn blocks(&mut self, blocks: &[Block]) -> String;
}

/// Why a filled part is no Word file.
#[derive(Debug, PartialEq, Eq)]
pub enum Trouble {
    /// An element ends within another: a loop begins in one and ends in the other. The text before.
    Tangled(String),
    /// Paragraphs or a picture where only text can stand. The text before.
    Misplaced(String),
}

/// The numbers of drawings given away so far.
#[derive(Default)]
pub struct Drawings {
    taken: HashSet<u32>,
    next: u32,
}

impl Drawings {
    /// Numbers beyond those of the template.
    pub fn beyond(highest: u32) -> Self {
        Self { taken: HashSet::new(), next: highest }
    }

    fn fresh(&mut self) -> u32 {
        self.next += 1;
        self.taken.insert(self.next);
        self.next
    }
}

/// An element that is open.
struct Frame<'a> {
    name: &'a str,
    /// Its opening tag.
    tag: &'a str,
    /// Where it begins in what was written, and where its tag ends there.
    start: usize,
    inside: usize,
    /// pPr or rPr, as read.
    properties: &'a str,
    /// Where pPr stands in what was written.
    written: Range<usize>,
    /// Of a paragraph: something stands in it. Of cells and the like: the last thing in it is a paragraph.
    said: bool,
    /// Of a paragraph: it goes when nothing stands in it.
    fleeting: bool,
    /// Of a paragraph: each line is one of its own.
    lines: bool,
    /// Rows of a table, cells of a row.
    count: u32,
    /// Of a table: its columns may change. Of rows: columns so far. Of cells: columns it takes.
    refit: bool,
    columns: u32,
}

/// A part being written.
struct Finish<'a, 'h> {
    xml: &'a str,
    at: usize,
    out: String,
    open: Vec<Frame<'a>>,
    rich: &'a Rendered,
    host: &'h mut dyn Host,
    drawings: &'h mut Drawings,
}

/// Writes the part.
pub fn finish(rendered: &Rendered, host: &mut dyn Host, drawings: &mut Drawings) -> Result<String, Trouble> {
    let mut finish = Finish {
        xml: &rendered.text,
        at: 0,
        out: String::with_capacity(rendered.text.len() + rendered.text.len() / 8),
        open: Vec::with_capacity(32),
        rich: rendered,
        host,
        drawings,
    };
    while finish.at < finish.xml.len() {
        match finish.xml.as_bytes()[finish.at] {
            b'<' => finish.tag()?,
            _ => finish.text()?,
        }
    }
    match finish.open.is_empty() {
        true => Ok(finish.out),
        false => Err(finish.tangled()),
    }
}

impl<'a> Finish<'a, '_> {
    /// The next tag.
    fn tag(&mut self) -> Result<(), Trouble> {
        let rest = &self.xml[self.at..];
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = match () {
                () if rest.starts_with("<!--") => "-->",
                () if rest.starts_with("<![CDATA[") => "]]>",
                () => ">",
            };
            let end = rest.find(end).map(|at| at + end.len()).ok_or_else(|| self.tangled())?;
            self.out.push_str(&rest[..end]);
            self.at += end;
            return Ok(());
        }
        let end = tag_end(self.xml, self.at).ok_or_else(|| self.tangled())?;
        let tag = &self.xml[self.at..end];
        self.at = end;
        let name = name_of(tag);
        if tag.starts_with("</") {
            return self.close(name, tag);
        }
        if name == "wp:docPr" {
            self.numbered(tag);
        } else {
            let empty = tag.ends_with("/>");
            if empty && name == "w:p" {
                self.paragraph_stands();
            }
            if empty && (name == "w:gridSpan" || name == "w:gridBefore" || name == "w:gridAfter") {
                self.spans(name, tag);
            }
            if empty {
                self.stands(name);
            }
        }
        let start = self.out.len();
        if name != "wp:docPr" {
            self.out.push_str(tag);
        }
        if !tag.ends_with("/>") {
            self.stands(name);
            self.open.push(Frame {
                name,
                tag,
                start,
                inside: self.out.len(),
                properties: "",
                written: 0..0,
                said: false,
                fleeting: false,
                lines: false,
                count: 0,
                refit: false,
                columns: 0,
            });
        }
        Ok(())
    }

    /// A drawing's number: kept unless another drawing has it, as the copies a loop makes do.
    fn numbered(&mut self, tag: &str) {
        let id = attribute(tag, "id").and_then(|id| id.parse::<u32>().ok());
        let known = id.is_some_and(|id| self.drawings.taken.insert(id));
        let value = super::markup::attributes(tag).find(|attribute| attribute.name == "id").map(|found| found.value);
        match value.filter(|_| !known) {
            Some(value) => {
                let number = self.drawings.fresh();
                self.out += &format!("{}{number}{}", &tag[..value.start], &tag[value.end..]);
            }
            None => self.out.push_str(tag),
        }
    }

    /// Something that shows stands in the paragraph.
    fn stands(&mut self, name: &str) {
        const SHOWN: [&str; 12] = [
            "w:drawing",
            "w:pict",
            "w:object",
            "w:br",
            "w:tab",
            "w:sym",
            "w:fldChar",
            "w:fldSimple",
            "w:footnoteReference",
            "w:endnoteReference",
            "w:sectPr",
            "m:oMath",
        ];
        // Tabs are named in a paragraph's properties too.
        let in_run = || self.open.last().is_some_and(|frame| frame.name == "w:r");
        if SHOWN.contains(&name)
            && (!matches!(name, "w:br" | "w:tab") || in_run())
            && let Some(paragraph) = self.paragraph()
        {
            self.open[paragraph].said = true;
        }
    }

    /// The innermost paragraph that is open.
    fn paragraph(&self) -> Option<usize> {
        self.open.iter().rposition(|frame| frame.name == "w:p")
    }

    fn spans(&mut self, name: &str, tag: &str) {
        let wanted = if name == "w:gridSpan" { "w:tc" } else { "w:tr" };
        let columns = attribute(tag, "w:val").and_then(|value| value.parse::<u32>().ok()).unwrap_or(1).min(63);
        if let Some(frame) = self.open.iter_mut().rfind(|frame| frame.name == wanted) {
            frame.columns += columns;
        }
    }

    /// A paragraph ends in the element around it.
    fn paragraph_stands(&mut self) {
        if let Some(around) = self.open.last_mut() {
            around.said = true;
        }
    }

    fn close(&mut self, name: &'a str, tag: &'a str) -> Result<(), Trouble> {
        let Some(frame) = self.open.pop() else { return Err(self.tangled()) };
        if frame.name != name {
            return Err(self.tangled());
        }
        match name {
            "w:p" => {
                if frame.fleeting && !frame.said && !frame.properties.contains("<w:sectPr") {
                    self.out.truncate(frame.start);
                    return Ok(());
                }
                self.paragraph_stands();
            }
            "w:pPr" | "w:rPr" => {
                self.out.push_str(tag);
                let read = self.at - (self.out.len() - frame.start);
                if let Some(around) = self.open.last_mut()
                    && (name == "w:pPr" && around.name == "w:p" || name == "w:rPr" && around.name == "w:r")
                {
                    around.properties = &self.xml[read..self.at];
                    around.written = frame.start..self.out.len();
                    around.inside = self.out.len();
                }
                return Ok(());
            }
            "w:tc" => {
                if !frame.said {
                    self.out.push_str("<w:p/>");
                }
                if let Some(row) = self.open.iter_mut().rfind(|around| around.name == "w:tr") {
                    row.count += 1;
                    row.columns += frame.columns.max(1);
                }
            }
            "w:tr" => {
                // A row whose cells a loop left out altogether.
                if frame.count == 0 {
                    self.out.truncate(frame.start);
                    return Ok(());
                }
                if let Some(table) = self.open.iter_mut().rfind(|around| around.name == "w:tbl") {
                    table.count += 1;
                    table.columns = table.columns.max(frame.columns);
                }
            }
            "w:tbl" => {
                if frame.count == 0 {
                    self.out.truncate(frame.start);
                    return Ok(());
                }
                self.out.push_str(tag);
                if frame.refit {
                    table::refit(&mut self.out, frame.start, frame.columns);
                }
                if let Some(around) = self.open.last_mut() {
                    around.said = false;
                }
                return Ok(());
            }
            "w:txbxContent" | "w:hdr" | "w:ftr" | "w:footnote" | "w:endnote" if !frame.said => {
                self.out.push_str("<w:p/>");
            }
            // What wraps paragraphs within a cell says what it holds.
            "w:sdt" | "w:sdtContent" | "w:customXml" | "w:ins" | "w:del" if frame.said => self.paragraph_stands(),
            _ => {}
        }
        self.out.push_str(tag);
        Ok(())
    }

    /// Text up to the next tag, with its marks.
    fn text(&mut self) -> Result<(), Trouble> {
        let end = self.xml[self.at..].find('<').map_or(self.xml.len(), |n| self.at + n);
        while self.at < end {
            let text = &self.xml[self.at..end];
            let mark = text.bytes().position(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r'));
            let plain = &text[..mark.unwrap_or(text.len())];
            if !plain.is_empty() {
                if self.in_text()
                    && let Some(paragraph) = self.paragraph()
                {
                    self.open[paragraph].said = true;
                }
                self.out.push_str(plain);
                self.at += plain.len();
            }
            let Some(mark) = self.xml[self.at..end].chars().next() else { break };
            self.at += mark.len_utf8();
            self.mark(mark, end)?;
        }
        Ok(())
    }

    /// Within the text of a run of a paragraph.
    fn in_text(&self) -> bool {
        let mut names = self.open.iter().rev().map(|frame| frame.name);
        names.next() == Some("w:t") && names.next() == Some("w:r")
    }

    fn mark(&mut self, mark: char, end: usize) -> Result<(), Trouble> {
        let in_text = self.in_text();
        match mark {
            REFIT => self.open.iter_mut().rfind(|frame| frame.name == "w:tbl").into_iter().for_each(|f| f.refit = true),
            LINES => {
                if let Some(paragraph) = self.paragraph() {
                    (self.open[paragraph].lines, self.open[paragraph].fleeting) = (true, true);
                }
            }
            BREAK | TAB | PARAGRAPH | PAGE if !in_text => self.out.push(' '),
            BREAK if self.paragraph().is_some_and(|at| self.open[at].lines) => self.next_paragraph(""),
            BREAK => self.element("<w:br/>"),
            TAB => self.element("<w:tab/>"),
            PARAGRAPH => self.next_paragraph(""),
            PAGE => self.next_paragraph("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
            RICH => {
                let number = &self.xml[self.at..end];
                let number = &number[..number.find(RICH_END).unwrap_or(number.len())];
                self.at += number.len() + RICH_END.len_utf8();
                let rendered = self.rich;
                match rendered.rich(number) {
                    Some(_) if !in_text => return Err(Trouble::Misplaced(self.before())),
                    Some(Rich::Blocks(blocks)) => self.blocks(blocks),
                    Some(Rich::Picture(picture)) => {
                        let relationship = self.host.picture(picture);
                        let number = self.drawings.fresh();
                        self.inline(|out, _| picture.push_xml(out, &relationship, number));
                    }
                    Some(Rich::Runs(runs)) => {
                        self.inline(|out, like| runs.iter().for_each(|run| run.push_xml(out, like)));
                    }
                    None => {}
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// An element of the run, between two texts.
    fn element(&mut self, element: &str) {
        self.out.push_str("</w:t>");
        self.out.push_str(element);
        self.out.push_str("<w:t xml:space=\"preserve\">");
        if let Some(paragraph) = self.paragraph() {
            self.open[paragraph].said = true;
        }
    }

    /// Runs in the place of a text: the run around it ends before and begins again after, unless nothing is left for it.
    fn inline(&mut self, write: impl FnOnce(&mut String, &str)) {
        let (run, text) = (self.open.len() - 2, self.open.len() - 1);
        let text_is_empty = self.out.len() == self.open[text].inside;
        if text_is_empty && self.open[text].start == self.open[run].inside {
            self.out.truncate(self.open[run].start);
        } else {
            self.out.push_str("</w:t></w:r>");
        }
        write(&mut self.out, self.open[run].properties);
        if let Some(paragraph) = self.paragraph() {
            self.open[paragraph].said = true;
        }
        if self.xml[self.at..].starts_with("</w:t></w:r>") {
            self.at += "</w:t></w:r>".len();
            self.open.truncate(run);
            return;
        }
        self.reopen(run);
    }

    /// Writes the opening tags from a frame on again, with the properties of paragraph and run.
    fn reopen(&mut self, from: usize) {
        let text = self.open.len() - 1;
        for index in from..self.open.len() {
            let start = self.out.len();
            let frame = &mut self.open[index];
            frame.start = start;
            self.out.push_str(if index == text { "<w:t xml:space=\"preserve\">" } else { frame.tag });
            self.out.push_str(frame.properties);
            frame.written = self.out.len() - frame.properties.len()..self.out.len();
            frame.inside = self.out.len();
        }
    }

    /// Ends the paragraph (or takes it back when nothing stands in it and `drop`), writes something, and begins it again.
    fn split(&mut self, drop: bool, between: &str) {
        let Some(paragraph) = self.paragraph() else { return };
        if drop && !self.open[paragraph].said {
            self.out.truncate(self.open[paragraph].start);
        } else {
            // The end of a section stays with the last of the paragraphs.
            let written = self.open[paragraph].written.clone();
            let section = self.out[written.clone()].find("<w:sectPr").map(|at| written.start + at);
            if let Some((from, to)) = section
                .and_then(|from| Some((from, from + self.out[from..].find("</w:sectPr>")? + "</w:sectPr>".len())))
            {
                self.out.replace_range(from..to, "");
            }
            for index in (paragraph..self.open.len()).rev() {
                let name = self.open[index].name;
                self.out.push_str("</");
                self.out.push_str(name);
                self.out.push('>');
            }
        }
        self.out.push_str(between);
        self.open[paragraph].said = false;
        self.reopen(paragraph);
    }

    fn next_paragraph(&mut self, between: &str) {
        self.split(false, between);
    }

    /// Paragraphs and tables: in the place of the paragraph when nothing else stands in it, else after what stands in it.
    fn blocks(&mut self, blocks: &[Block]) {
        let xml = self.host.blocks(blocks);
        self.split(true, &xml);
        let Some(paragraph) = self.paragraph() else { return };
        self.open[paragraph].fleeting = true;
        // Our tables end with a paragraph, so whatever they are, a paragraph stood last.
        if !xml.is_empty()
            && let Some(around) = paragraph.checked_sub(1)
        {
            self.open[around].said = true;
        }
    }

    fn tangled(&self) -> Trouble {
        Trouble::Tangled(self.before())
    }

    /// The words before this place, for messages.
    fn before(&self) -> String {
        let mut words: Vec<char> = Vec::new();
        let mut in_tag = false;
        for c in self.xml[..self.at].chars().rev() {
            match c {
                '>' => in_tag = true,
                '<' => in_tag = false,
                c if !in_tag && !c.is_control() => words.push(c),
                _ => {}
            }
            if words.len() >= 16 {
                break;
            }
        }
        words.iter().rev().collect()
    }
}
