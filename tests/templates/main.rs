//! Word templates as staff write them: built here part by part, filled, and read again.

mod any_text;
mod forms;
mod hostile;
mod messages;
mod peer;
mod privacy;
mod rich;

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use changwu_core::Error;
use changwu_core::documents::template::{Template, Values};
use chrono::{DateTime, Utc};
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use zip::write::SimpleFileOptions;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A Word file with that body, and what else it holds.
struct Docx {
    body: String,
    /// Kind, name in word/, content of the root element.
    parts: Vec<(&'static str, &'static str, String)>,
    core: Option<String>,
    /// Whole parts by name, in the place of others of that name.
    raw: Vec<(String, Vec<u8>)>,
}

impl Docx {
    fn new(body: impl Into<String>) -> Self {
        Self { body: body.into(), parts: Vec::new(), core: None, raw: Vec::new() }
    }

    fn with(mut self, kind: &'static str, name: &'static str, content: impl Into<String>) -> Self {
        self.parts.push((kind, name, content.into()));
        self
    }

    fn with_core(mut self, content: &str) -> Self {
        self.core = Some(content.to_owned());
        self
    }

    fn raw(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.raw.push((name.to_owned(), bytes.into()));
        self
    }

    fn all(&self) -> Vec<(String, Vec<u8>)> {
        let mut types = format!(
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/word/document.xml\" ContentType=\"{TYPE}.document.main+xml\"/>"
        );
        let mut relations = String::new();
        let mut files: Vec<(String, Vec<u8>)> = Vec::new();
        for (number, (kind, name, content)) in self.parts.iter().enumerate() {
            types += &format!("<Override PartName=\"/word/{name}\" ContentType=\"{TYPE}.{kind}+xml\"/>");
            relations += &format!("<Relationship Id=\"rId{number}\" Type=\"{RELATIONS}/{kind}\" Target=\"{name}\"/>");
            let root = match *kind {
                "header" => "w:hdr",
                "footer" => "w:ftr",
                kind => &format!("w:{kind}"),
            };
            files.push((format!("word/{name}"), format!("<{root} xmlns:w=\"{WORD}\">{content}</{root}>").into_bytes()));
        }
        let mut package =
            format!("<Relationship Id=\"rId1\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>");
        if let Some(core) = &self.core {
            package += "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/\
                        metadata/core-properties\" Target=\"docProps/core.xml\"/>";
            let root = "cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
                        xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\"";
            files.push(("docProps/core.xml".into(), format!("<{root}>{core}</cp:coreProperties>").into_bytes()));
        }
        let relationships = |content: &str| {
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{content}</Relationships>"
            )
        };
        let document = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document xmlns:w=\"{WORD}\"><w:body>{}\
             <w:sectPr/></w:body></w:document>",
            self.body
        );
        let mut all = vec![
            ("[Content_Types].xml".to_owned(), format!("{types}</Types>").into_bytes()),
            ("_rels/.rels".to_owned(), relationships(&package).into_bytes()),
            ("word/document.xml".to_owned(), document.into_bytes()),
            ("word/_rels/document.xml.rels".to_owned(), relationships(&relations).into_bytes()),
        ];
        all.extend(files);
        for (name, bytes) in &self.raw {
            match all.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) => known.clone_from(bytes),
                None => all.push((name.clone(), bytes.clone())),
            }
        }
        all
    }

    fn bytes(&self) -> Vec<u8> {
        zipped(&self.all())
    }

    fn read(&self) -> Result<Template, Error> {
        Template::read("模板.docx", &self.bytes())
    }

    /// Filled and unpacked.
    fn fill(&self, values: Value) -> Filled {
        self.try_fill(values).unwrap_or_else(|error| panic!("{error:?}"))
    }

    fn fill_with(&self, values: &Values) -> Filled {
        let template = self.read().unwrap_or_else(|error| panic!("{error:?}"));
        Filled::read(&template.fill(values, written()).unwrap_or_else(|error| panic!("{error:?}")))
    }

    fn try_fill(&self, values: Value) -> Result<Filled, Error> {
        Ok(Filled::read(&self.read()?.fill(&self::values(values), written())?))
    }

    /// What it is refused with, when read or when filled.
    fn refused(&self, values: Value) -> String {
        match self.try_fill(values) {
            Ok(filled) => panic!("filled: {:?}", filled.lines()),
            Err(error) => error.message().to_owned(),
        }
    }
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("written");
    }
    zip.finish().expect("a zip").into_inner()
}

fn written() -> DateTime<Utc> {
    DateTime::from_timestamp(1_614_216_600, 0).expect("a time")
}

fn values(values: Value) -> Values {
    serde_json::from_value(values).expect("values")
}

/// A paragraph of one run.
fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", r(text))
}

/// A run, its text as it is typed.
fn r(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

/// A table of rows of cells.
fn table(rows: &[&[&str]]) -> String {
    let columns = rows.iter().map(|row| row.len()).max().unwrap_or(0);
    let grid = "<w:gridCol w:w=\"1000\"/>".repeat(columns);
    let cell = |text: &&str| format!("<w:tc><w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>", p(text));
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
}

/// A filled file, unpacked: every part well-formed.
struct Filled {
    parts: BTreeMap<String, Vec<u8>>,
}

impl Filled {
    fn read(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut parts = BTreeMap::new();
        for index in 0..zip.len() {
            let mut part = zip.by_index(index).expect("a part");
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("read");
            let name = part.name().expect("a name").into_owned();
            if name.ends_with(".xml") || name.ends_with(".rels") {
                well_formed(&name, std::str::from_utf8(&bytes).expect("UTF-8"));
            }
            parts.insert(name, bytes);
        }
        Self { parts }
    }

    fn part(&self, name: &str) -> &str {
        std::str::from_utf8(self.parts.get(name).unwrap_or_else(|| panic!("{name}"))).expect("UTF-8")
    }

    fn document(&self) -> &str {
        self.part("word/document.xml")
    }

    /// The text of each paragraph, breaks as \n and tabs as \t.
    fn lines(&self) -> Vec<String> {
        lines_of(self.document())
    }
}

fn well_formed(name: &str, xml: &str) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut roots) = (0, 0);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}: {xml}")) {
            Event::Start(tag) => {
                roots += usize::from(depth == 0);
                depth += 1;
                tag.attributes().for_each(|one| drop(one.unwrap_or_else(|error| panic!("{name}: {error}"))));
            }
            Event::Empty(_) => roots += usize::from(depth == 0),
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!((depth, roots), (0, 1), "{name} is one element: {xml}");
    let allowed = |c: char| c >= ' ' || matches!(c, '\n' | '\t' | '\r');
    assert!(xml.chars().all(allowed), "{name} holds no control characters: {xml:?}");
}

/// The text of each paragraph of a part, in order; blank ones too.
fn lines_of(xml: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut lines, mut open): (Vec<String>, Vec<usize>) = (Vec::new(), Vec::new());
    let (mut in_text, mut in_run) = (false, false);
    loop {
        let mut push = |text: &str| {
            if let Some(line) = open.last() {
                lines[*line].push_str(text);
            }
        };
        match reader.read_event().expect("XML") {
            Event::Start(tag) => match tag.name().as_ref() {
                "w:p" => {
                    open.push(lines.len());
                    lines.push(String::new());
                }
                "w:t" => in_text = true,
                "w:r" => in_run = true,
                _ => {}
            },
            Event::Empty(tag) => match tag.name().as_ref() {
                "w:p" => lines.push(String::new()),
                "w:br" if in_run => push("\n"),
                "w:tab" if in_run => push("\t"),
                _ => {}
            },
            Event::End(tag) => match tag.name().as_ref() {
                "w:p" => drop(open.pop()),
                "w:t" => in_text = false,
                "w:r" => in_run = false,
                _ => {}
            },
            Event::Text(text) if in_text => push(&text),
            Event::GeneralRef(name) if in_text => match name.resolve_char_ref().expect("a character") {
                Some(c) => push(&c.to_string()),
                None => push(quick_xml::escape::resolve_predefined_entity(&name).expect("an entity")),
            },
            Event::Eof => break,
            _ => {}
        }
    }
    lines
}
