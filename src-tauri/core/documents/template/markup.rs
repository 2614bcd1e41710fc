//! XML as a flat list of tags and texts with their places, so that what is not touched stays byte for byte as it was.
//! No tree is built: a template is read once, and its XML is edited as text.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may lie within one another; Word's own files stay far below.
const DEEPEST: usize = 250;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `<w:p …>`
    Open,
    /// `</w:p>`
    Close,
    /// `<w:p/>`
    Empty,
    /// Characters between tags.
    Text,
    /// Comments, declarations and CDATA: passed through.
    Other,
}

/// A tag or a text.
#[derive(Debug, Clone, Copy)]
pub struct Node {
    pub kind: Kind,
    /// Where it stands in the XML.
    pub start: usize,
    pub end: usize,
    /// The closing tag of an opening one and the other way round; itself for everything else.
    pub mate: usize,
    /// The opening tag around it.
    pub parent: Option<usize>,
}

/// Why XML is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Not well-formed.
    Broken,
    /// Declares entities, which can unfold without end or fetch files.
    Doctype,
    /// Elements within elements beyond any paper.
    TooDeep,
}

/// XML with its nodes in order.
pub struct Markup<'a> {
    pub xml: &'a str,
    pub nodes: Vec<Node>,
}

/// Refuses what is not well-formed, what declares a document type, and what is nested beyond reason.
pub fn validate(xml: &str) -> Result<(), Flaw> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut roots) = (0usize, 0usize);
    let good = |tag: &BytesStart<'_>| match tag.attributes().all(|attribute| attribute.is_ok()) {
        true => Ok(()),
        false => Err(Flaw::Broken),
    };
    loop {
        match reader.read_event().map_err(|_| Flaw::Broken)? {
            Event::Start(tag) => {
                good(&tag)?;
                roots += usize::from(depth == 0);
                depth += 1;
                if depth > DEEPEST {
                    return Err(Flaw::TooDeep);
                }
            }
            Event::Empty(tag) => {
                good(&tag)?;
                roots += usize::from(depth == 0);
            }
            Event::End(_) => depth = depth.checked_sub(1).ok_or(Flaw::Broken)?,
            Event::DocType(_) => return Err(Flaw::Doctype),
            Event::GeneralRef(name) => {
                let known = matches!(&*name, "amp" | "lt" | "gt" | "quot" | "apos");
                let character = || name.resolve_char_ref().ok().flatten().is_some_and(allowed);
                if !known && !character() {
                    return Err(Flaw::Broken);
                }
            }
            Event::Text(text) if depth == 0 && !text.trim_ascii().is_empty() => return Err(Flaw::Broken),
            Event::Eof => break,
            _ => {}
        }
    }
    match depth == 0 && roots == 1 && xml.chars().all(allowed) {
        true => Ok(()),
        false => Err(Flaw::Broken),
    }
}

/// Whether XML 1.0 allows the character. Our own marks are control characters, which it does not, so nothing that a
/// template or a value holds can be taken for one.
pub fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

impl<'a> Markup<'a> {
    /// Reads XML that was validated (or made by the steps of this folder out of such).
    pub fn read(xml: &'a str) -> Result<Self, Flaw> {
        let mut nodes: Vec<Node> = Vec::with_capacity(xml.len() / 24);
        let mut open: Vec<usize> = Vec::new();
        let mut at = 0;
        while at < xml.len() {
            let rest = &xml[at..];
            let index = nodes.len();
            let (kind, end) = match () {
                () if !rest.starts_with('<') => (Kind::Text, rest.find('<').map_or(xml.len(), |n| at + n)),
                () if rest.starts_with("<!--") => (Kind::Other, past(xml, at, "-->")?),
                () if rest.starts_with("<![CDATA[") => (Kind::Other, past(xml, at, "]]>")?),
                () if rest.starts_with("<?") => (Kind::Other, past(xml, at, "?>")?),
                () if rest.starts_with("<!") => return Err(Flaw::Doctype),
                () => {
                    let end = tag_end(xml, at).ok_or(Flaw::Broken)?;
                    let kind = match () {
                        () if rest.starts_with("</") => Kind::Close,
                        () if xml[..end].ends_with("/>") => Kind::Empty,
                        () => Kind::Open,
                    };
                    (kind, end)
                }
            };
            let mut node = Node { kind, start: at, end, mate: index, parent: open.last().copied() };
            match kind {
                Kind::Open => open.push(index),
                Kind::Close => {
                    let mate = open.pop().ok_or(Flaw::Broken)?;
                    node.mate = mate;
                    node.parent = open.last().copied();
                    nodes[mate].mate = index;
                    if name_of(&xml[nodes[mate].start..nodes[mate].end]) != name_of(&xml[at..end]) {
                        return Err(Flaw::Broken);
                    }
                }
                _ => {}
            }
            nodes.push(node);
            at = end;
        }
        match open.is_empty() {
            true => Ok(Self { xml, nodes }),
            false => Err(Flaw::Broken),
        }
    }

    /// The node as it is written.
    pub fn slice(&self, index: usize) -> &'a str {
        &self.xml[self.nodes[index].start..self.nodes[index].end]
    }

    /// The name of a tag, with its prefix; empty for everything else.
    pub fn name(&self, index: usize) -> &'a str {
        match self.nodes[index].kind {
            Kind::Open | Kind::Close | Kind::Empty => name_of(self.slice(index)),
            Kind::Text | Kind::Other => "",
        }
    }

    /// The elements around a node, the innermost first.
    pub fn ancestors(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(self.nodes[index].parent, |&parent| self.nodes[parent].parent)
    }

    /// The innermost element of that name around a node.
    pub fn around(&self, index: usize, name: &str) -> Option<usize> {
        self.ancestors(index).find(|&ancestor| self.name(ancestor) == name)
    }

    /// The whole element: from its opening tag to the end of its closing one.
    pub fn span(&self, open: usize) -> Range<usize> {
        self.nodes[open].start..self.nodes[self.nodes[open].mate].end
    }

    /// What lies directly within an element: opening and empty tags, texts.
    pub fn children(&self, open: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.nodes[open].mate;
        let mut next = open + 1;
        std::iter::from_fn(move || {
            (next < end).then(|| {
                let index = next;
                next = self.nodes[index].mate.max(index) + 1;
                index
            })
        })
    }

    /// The first child of that name.
    pub fn child(&self, open: usize, name: &str) -> Option<usize> {
        self.children(open).find(|&child| self.name(child) == name)
    }

    /// The child of that name as it is written, empty without.
    pub fn child_slice(&self, open: usize, name: &str) -> &'a str {
        self.child(open, name).map_or("", |child| &self.xml[self.span(child)])
    }
}

/// The name of a tag.
pub fn name_of(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find([' ', '>', '/', '\t', '\n', '\r']).unwrap_or(name.len());
    &name[..end]
}

/// Where the tag that begins at `start` ends. A `>` within quotes does not end it.
pub fn tag_end(xml: &str, start: usize) -> Option<usize> {
    let mut quote = None;
    for (index, byte) in xml.as_bytes()[start..].iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(start + index + 1),
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
}

fn past(xml: &str, at: usize, end: &str) -> Result<usize, Flaw> {
    xml[at..].find(end).map(|n| at + n + end.len()).ok_or(Flaw::Broken)
}

/// The value of an attribute of a tag, as it is written.
pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    attributes(tag).find(|attribute| attribute.name == name).map(|attribute| &tag[attribute.value])
}

/// An attribute of a tag.
pub struct Attribute<'a> {
    pub name: &'a str,
    /// Where its value stands in the tag, without the quotes.
    pub value: Range<usize>,
    /// All of it, with the space before.
    pub whole: Range<usize>,
}

/// The attributes of a tag, in order.
pub fn attributes(tag: &str) -> impl Iterator<Item = Attribute<'_>> {
    let bytes = tag.as_bytes();
    let mut at = name_of(tag).len() + 1;
    std::iter::from_fn(move || {
        let begin = at;
        while bytes.get(at)?.is_ascii_whitespace() {
            at += 1;
        }
        let name = at..at + tag[at..].find('=')?;
        let open = name.end + tag[name.end..].find(['"', '\''])?;
        let close = open + 1 + tag[open + 1..].bytes().position(|byte| byte == bytes[open])?;
        at = close + 1;
        Some(Attribute { name: tag[name].trim(), value: open + 1..close, whole: begin..at })
    })
}

/// Edits of a text: what stands in a range is replaced. A range within an earlier one is swallowed by it.
#[derive(Default)]
pub struct Edits(Vec<(Range<usize>, String)>);

impl Edits {
    /// Replaces a range.
    pub fn replace(&mut self, range: Range<usize>, text: impl Into<String>) {
        self.0.push((range, text.into()));
    }

    /// Puts something in.
    pub fn insert(&mut self, at: usize, text: impl Into<String>) {
        self.replace(at..at, text);
    }

    /// Whether there is anything to do.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The edited text.
    pub fn apply(mut self, text: &str) -> String {
        // What is put in at a place comes before what is replaced from there on; in the order of asking else.
        self.0.sort_by_key(|(range, _)| (range.start, range.end != range.start, std::cmp::Reverse(range.end)));
        let mut out = String::with_capacity(text.len() + 256);
        let mut at = 0;
        for (range, new) in self.0 {
            if range.start < at {
                continue;
            }
            out.push_str(&text[at..range.start]);
            out.push_str(&new);
            at = range.end;
        }
        out.push_str(&text[at..]);
        out
    }
}

/// A text as it stands in XML, entities resolved, with the place of each character.
pub fn decode(xml: &str, range: Range<usize>, mut each: impl FnMut(char, Range<usize>)) {
    let mut at = range.start;
    while at < range.end {
        let rest = &xml[at..range.end];
        let entity = rest.strip_prefix('&').and_then(|rest| rest.find(';').map(|end| &rest[..end]));
        if let Some((entity, c)) = entity.and_then(|entity| Some((entity, character(entity)?))) {
            let end = at + entity.len() + 2;
            each(c, at..end);
            at = end;
        } else if let Some(c) = rest.chars().next() {
            each(c, at..at + c.len_utf8());
            at += c.len_utf8();
        } else {
            break;
        }
    }
}

fn character(entity: &str) -> Option<char> {
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = entity.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_xml_is_told_apart() {
        let cases = [
            ("<a><b/>文</a>", Ok(())),
            ("<a>&amp;&#x4e2d;</a>", Ok(())),
            ("<a><b></a>", Err(Flaw::Broken)),
            ("<a x='1' x='2'/>", Err(Flaw::Broken)),
            ("<a>&thing;</a>", Err(Flaw::Broken)),
            ("<a/><b/>", Err(Flaw::Broken)),
            ("", Err(Flaw::Broken)),
            ("<!DOCTYPE a [<!ENTITY x \"y\">]><a/>", Err(Flaw::Doctype)),
        ];
        for (xml, expected) in cases {
            assert_eq!(validate(xml), expected, "{xml}");
        }
        assert_eq!(validate(&format!("{}{}", "<a>".repeat(300), "</a>".repeat(300))), Err(Flaw::TooDeep));
    }

    #[test]
    fn nodes_know_their_mates_and_parents() {
        let markup = Markup::read("<a><b x=\">\"><c/>文</b></a>").expect("XML");
        let names: Vec<_> = (0..markup.nodes.len()).map(|index| markup.name(index)).collect();
        assert_eq!(names, ["a", "b", "c", "", "b", "a"]);
        assert_eq!(markup.around(3, "a"), Some(0));
        assert_eq!(&markup.xml[markup.span(1)], "<b x=\">\"><c/>文</b>");
        assert_eq!(markup.children(1).map(|child| markup.slice(child)).collect::<Vec<_>>(), ["<c/>", "文"]);
        assert_eq!(attribute("<b x=\"&gt;\" y='2'/>", "y"), Some("2"));
    }

    #[test]
    fn edits_leave_the_rest_as_it_was() {
        let mut edits = Edits::default();
        edits.replace(2..4, "X");
        edits.replace(3..4, "swallowed");
        edits.insert(2, "<");
        edits.insert(6, ">");
        assert_eq!(edits.apply("abcdef"), "ab<Xef>");
    }
}
