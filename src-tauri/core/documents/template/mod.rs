//! Word templates: any .docx with placeholders, filled with any values. Bytes and values in, bytes out.
//!
//! Placeholders have docxtpl's forms (docs/templates.md says which, and what differs): `{{ 项目.名称 }}`,
//! `{%tr for 任务 in 任务清单 %}`. A template is read once and filled many times:
//!
//! - [`package`]: the file, unpacked within limits; macros, entities, circles and references to other files are refused.
//! - [`private`]: what a paper must not tell of who made the template goes.
//! - [`tags`]: placeholders as they are typed, with what an input method made of them. [`compile`]: a part as a text
//!   template, by way of [`markup`] and [`marks`]. [`cells`]: table tags. [`nesting`]: the last step.
//! - [`language`]: the template language and its filters, for plain text too. [`rich`]: values that are more than text.
//! - [`finish`]: a filled part made whole, in one pass. [`table`], [`styles`]: what that needs.
//! - [`trouble`]: complaints as sentences.

pub mod language;
pub mod rich;

mod cells;
mod compile;
mod finish;
mod marks;
mod markup;
mod nesting;
mod package;
mod private;
mod styles;
mod table;
mod tags;
mod trouble;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{Cursor, Write};
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use minijinja::Environment;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use self::compile::{Compiled, Where};
use self::finish::{Drawings, Host, Trouble, finish};
use self::language::Printed;
use self::package::{Package, TYPES, relations_name};
use self::rich::Picture;
use self::styles::Styles;
pub(crate) use self::tags::Level;
use super::model::Block;
use super::word;
use crate::texts::templates as texts;
use crate::{Error, Result};

/// What a template is filled with: a map of names, built from JSON or by hand; see [`rich`] for more than text.
pub type Values = minijinja::Value;

/// The most text a part may unfold to, bytes.
const MOST_FILLED: usize = 48 << 20;

/// The stack for templates that can put lists within lists without end: taking such a list apart goes as deep as it is.
/// Only what is used of it is ever taken.
const ROOM: usize = 512 << 20;

/// A template, read and compiled.
pub struct Template {
    name: String,
    language: Environment<'static>,
    parts: Vec<Part>,
    /// Everything that is the same in every paper, packed.
    fixed: ZipArchive<Cursor<Arc<[u8]>>>,
    /// The names of all parts in order; where each stands in `fixed`.
    names: Vec<(String, Option<usize>)>,
    /// Texts that change when a paper has pictures or paragraphs of ours: types, styles, relations.
    changing: HashMap<String, String>,
    styles_name: Option<String>,
    styles: OnceLock<Option<Styles>>,
    /// The highest number a drawing has.
    drawings: u32,
    warnings: Vec<String>,
}

/// A part with placeholders.
struct Part {
    name: String,
    /// 正文, 页眉 …
    label: &'static str,
    /// Properties take the time of writing.
    is_properties: bool,
    spots: Vec<(usize, usize)>,
    tags: Vec<tags::Tag>,
    places: Vec<String>,
}

impl Part {
    /// Whether it keeps values of its own making, which is how lists come to lie within lists.
    fn may_nest(&self) -> bool {
        let keeps =
            |tag: &tags::Tag| matches!(tag.keyword(), "set" | "with" | "macro") || tag.body.contains("namespace");
        self.tags.iter().any(keeps)
    }
}

impl Template {
    /// Reads a template; `name` is what messages call it.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self> {
        let mut package = package::open(name, bytes)?;
        private::clean(&mut package);
        let mut template = Self {
            name: name.to_owned(),
            language: language::environment(Printed::Xml),
            parts: Vec::new(),
            fixed: package.archive.clone(),
            names: Vec::new(),
            changing: HashMap::new(),
            styles_name: part_of(&package, "styles"),
            styles: OnceLock::new(),
            drawings: highest_drawing(&package),
            warnings: Vec::new(),
        };
        let reviewers = private::reviewers(&package);
        if !reviewers.is_empty() {
            template.warnings.push(texts::has_reviewers(name, &reviewers));
        }
        for (part, label) in places(&package) {
            if let Some(xml) = package.xml.get(&part) {
                template.compile(part, label, xml)?;
            }
        }
        if let Some(part) = package
            .relations_of("")
            .iter()
            .find(|relation| relation.kind == "core-properties")
            .and_then(|relation| relation.part.clone())
            && let Some(xml) = package.xml.get_mut(&part)
        {
            *xml = private::properties(xml);
            let xml = xml.clone();
            template.compile(part.clone(), texts::PROPERTIES, &xml)?;
            if template.parts.last().is_none_or(|last| last.name != part) {
                // Without placeholders its time still changes.
                let plain = Compiled { source: xml, spots: Vec::new(), tags: Vec::new(), places: Vec::new() };
                template.take(part, texts::PROPERTIES, plain)?;
            }
        }
        template.pack(package)?;
        Ok(template)
    }

    fn compile(&mut self, part: String, label: &'static str, xml: &str) -> Result<()> {
        let at = Where { template: &self.name, part: label };
        match compile::compile(xml, at)? {
            Some(compiled) => self.take(part, label, compiled),
            None => Ok(()),
        }
    }

    fn take(&mut self, name: String, label: &'static str, compiled: Compiled) -> Result<()> {
        let Compiled { source, spots, tags, places } = compiled;
        let part = Part { name, label, is_properties: label == texts::PROPERTIES, spots, tags, places };
        let added = self.language.add_template_owned(part.name.clone(), source);
        trouble::or_told(added, &self.name, &part, None)?;
        self.parts.push(part);
        Ok(())
    }

    /// Packs what stays the same, once.
    fn pack(&mut self, package: Package) -> Result<()> {
        let Package { mut archive, names, mut xml, relations, .. } = package;
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            let filled = self.parts.iter().any(|part| part.name == name);
            if !filled {
                match xml.get(&name) {
                    Some(text) => {
                        zip.start_file(name.as_str(), options()).map_err(Error::internal)?;
                        zip.write_all(text.as_bytes()).map_err(Error::internal)?;
                    }
                    None => {
                        let part = archive.by_name(&name).map_err(Error::internal)?;
                        zip.raw_copy_file(part).map_err(Error::internal)?;
                    }
                }
            }
            let index = self.names.iter().filter(|(_, index)| index.is_some()).count();
            self.names.push((name, (!filled).then_some(index)));
        }
        let bytes: Arc<[u8]> = zip.finish().map_err(Error::internal)?.into_inner().into();
        self.fixed = ZipArchive::new(Cursor::new(bytes)).map_err(Error::internal)?;
        let mut wanted: Vec<String> = vec![TYPES.to_owned()];
        wanted.extend(self.styles_name.clone());
        wanted.extend(self.parts.iter().map(|part| relations_name(&part.name)));
        self.changing = wanted.into_iter().filter_map(|name| xml.remove_entry(&name)).collect();
        drop(relations);
        Ok(())
    }

    /// Fills the template. `written` goes into the paper's properties; the same values at the same time give the same
    /// bytes.
    pub fn fill(&self, values: &Values, written: DateTime<Utc>) -> Result<Vec<u8>> {
        if !self.parts.iter().any(Part::may_nest) {
            return self.fill_here(values, written);
        }
        std::thread::scope(|scope| {
            let fill = || self.fill_here(values, written);
            let thread = std::thread::Builder::new().stack_size(ROOM).spawn_scoped(scope, fill);
            let filled = thread.map_err(Error::internal)?.join();
            filled.unwrap_or_else(|_| Err(Error::internal("a template's thread panicked")))
        })
    }

    fn fill_here(&self, values: &Values, written: DateTime<Utc>) -> Result<Vec<u8>> {
        let mut paper =
            Paper { template: self, part: 0, pictures: Vec::new(), relations: BTreeMap::new(), styled: false };
        let mut drawings = Drawings::beyond(self.drawings);
        let mut filled: HashMap<&str, String> = HashMap::new();
        for (index, part) in self.parts.iter().enumerate() {
            paper.part = index;
            let rendered = self
                .language
                .get_template(&part.name)
                .and_then(|source| language::render(&source, values.clone(), MOST_FILLED));
            let rendered = trouble::or_told(rendered, &self.name, part, Some(values))?;
            let text = finish(&rendered, &mut paper, &mut drawings).map_err(|trouble| self.misfit(part, trouble))?;
            let text = if part.is_properties { private::at(&text, written) } else { text };
            filled.insert(&part.name, text);
        }
        self.write(paper, filled, written)
    }

    /// The names of the fields a template asks for, those it gives itself left out.
    pub fn fields(&self) -> BTreeSet<String> {
        let names = self.parts.iter().filter_map(|part| self.language.get_template(&part.name).ok());
        names
            .flat_map(|source| source.undeclared_variables(false))
            .filter(|name| !language::OWN_NAMES.contains(&name.as_str()))
            .collect()
    }

    /// What a person should know before papers of this template are sent.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    fn misfit(&self, part: &Part, trouble: Trouble) -> Error {
        Error::invalid(match trouble {
            Trouble::Tangled(before) => texts::tangled(&self.name, part.label, &before),
            Trouble::Misplaced(before) => texts::misplaced(&self.name, part.label, &before),
        })
    }

    fn write(&self, paper: Paper<'_>, mut filled: HashMap<&str, String>, written: DateTime<Utc>) -> Result<Vec<u8>> {
        let options = options().last_modified_time(word::zip_time(written));
        let mut changed: HashMap<&str, String> = HashMap::new();
        if paper.styled
            && let (Some(name), Some(Some(styles))) = (&self.styles_name, self.styles.get())
        {
            changed.insert(name, styles.xml.clone());
        }
        if let (false, Some(types)) = (paper.pictures.is_empty(), self.changing.get(TYPES)) {
            changed.insert(TYPES, paper.types(types));
        }
        let mut relations: BTreeMap<String, String> = paper.relations_texts();
        let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(64 * 1024)));
        let mut fixed = self.fixed.clone();
        let put = |zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]| {
            zip.start_file(name, options).map_err(Error::internal)?;
            zip.write_all(bytes).map_err(Error::internal)
        };
        for (name, index) in &self.names {
            let text = filled
                .remove(name.as_str())
                .or_else(|| changed.remove(name.as_str()))
                .or_else(|| relations.remove(name));
            match (text, index) {
                (Some(text), _) => put(&mut zip, name, text.as_bytes())?,
                (None, Some(index)) => {
                    let part = fixed.by_index_raw(*index).map_err(Error::internal)?;
                    zip.raw_copy_file(part).map_err(Error::internal)?;
                }
                (None, None) => {}
            }
        }
        for (name, text) in relations {
            put(&mut zip, &name, text.as_bytes())?;
        }
        for (name, picture) in &paper.pictures {
            put(&mut zip, name, &picture.bytes)?;
        }
        Ok(zip.finish().map_err(Error::internal)?.into_inner())
    }
}

/// Fast rather than small: a batch of papers is mostly packing.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(3))
}

/// The part of that kind the main part refers to.
fn part_of(package: &Package, kind: &str) -> Option<String> {
    package.relations_of(&package.main).iter().find(|relation| relation.kind == kind)?.part.clone()
}

/// The parts placeholders are looked for in, and what people call them.
fn places(package: &Package) -> Vec<(String, &'static str)> {
    let mut places = vec![(package.main.clone(), texts::BODY)];
    for relation in package.relations_of(&package.main) {
        let label = match relation.kind.as_str() {
            "header" => texts::HEADER,
            "footer" => texts::FOOTER,
            "footnotes" => texts::FOOTNOTES,
            "endnotes" => texts::ENDNOTES,
            _ => continue,
        };
        if let Some(part) = relation.part.clone().filter(|part| !places.iter().any(|(known, _)| known == part)) {
            places.push((part, label));
        }
    }
    places
}

/// The highest number a drawing has in any part.
fn highest_drawing(package: &Package) -> u32 {
    let numbers = package.xml.values().flat_map(|xml| xml.split("<wp:docPr ").skip(1)).filter_map(|rest| {
        let tag = &rest[..rest.find('>')?];
        markup::attribute(&format!("<a {tag}>"), "id")?.parse::<u32>().ok()
    });
    // Word counts with 31 bits.
    numbers.filter(|number| *number < 1 << 30).max().unwrap_or(0)
}

/// A paper while it is filled: what it takes along.
struct Paper<'a> {
    template: &'a Template,
    /// The part at work.
    part: usize,
    /// Pictures by the names of their parts.
    pictures: Vec<(String, Picture)>,
    /// New relations of parts: their ids and the parts they name.
    relations: BTreeMap<usize, Vec<(String, String)>>,
    styled: bool,
}

impl Host for Paper<'_> {
    fn picture(&mut self, picture: &Picture) -> String {
        let known = self.pictures.iter().find(|(_, known)| Arc::ptr_eq(&known.bytes, &picture.bytes));
        let name = match known {
            Some((name, _)) => name.clone(),
            None => {
                let number = self.pictures.len() + 1;
                let mut name = format!("word/media/picture{number}.{}", picture.kind);
                while self.template.names.iter().any(|(taken, _)| taken.eq_ignore_ascii_case(&name)) {
                    name.insert("word/media/".len(), '_');
                }
                self.pictures.push((name.clone(), picture.clone()));
                name
            }
        };
        let relations = self.relations.entry(self.part).or_default();
        if let Some((id, _)) = relations.iter().find(|(_, part)| *part == name) {
            return id.clone();
        }
        let id = format!("rPicture{}", relations.len() + 1);
        relations.push((id.clone(), name));
        id
    }

    fn blocks(&mut self, blocks: &[Block]) -> String {
        let mut xml = String::new();
        word::push_blocks(&mut xml, blocks);
        let template = self.template;
        let styles =
            template.styles.get_or_init(|| styles::add_ours(template.changing.get(template.styles_name.as_ref()?)?));
        self.styled = true;
        styles.as_ref().map_or(xml.clone(), |styles| styles.renamed(&xml))
    }
}

impl Paper<'_> {
    /// The types of parts, with those of the pictures.
    fn types(&self, types: &str) -> String {
        let mut out = types.to_owned();
        let kinds: BTreeSet<&str> = self.pictures.iter().map(|(_, picture)| picture.kind).collect();
        for kind in kinds {
            let at = out.find("<Types").and_then(|start| Some(start + out[start..].find('>')? + 1));
            if let Some(at) = at.filter(|_| !out.contains(&format!("Extension=\"{kind}\""))) {
                out.insert_str(at, &format!("<Default Extension=\"{kind}\" ContentType=\"image/{kind}\"/>"));
            }
        }
        out
    }

    /// The relations of the parts that took pictures in.
    fn relations_texts(&self) -> BTreeMap<String, String> {
        const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
        const EMPTY: &str =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";
        let mut texts = BTreeMap::new();
        for (part, new) in &self.relations {
            let name = relations_name(&self.template.parts[*part].name);
            let mut text = match self.template.changing.get(&name) {
                Some(text) => text.clone(),
                None => format!("{}{EMPTY}", word::DECLARATION),
            };
            // An element without content is opened for some.
            if !text.contains("</Relationships>")
                && let Some(end) = text.rfind("/>")
            {
                text.replace_range(end.., "></Relationships>");
            }
            let all: String = new
                .iter()
                .map(|(id, part)| format!("<Relationship Id=\"{id}\" Type=\"{TYPE}\" Target=\"/{part}\"/>"))
                .collect();
            if let Some(end) = text.rfind("</Relationships>") {
                text.insert_str(end, &all);
            }
            texts.insert(name, text);
        }
        texts
    }
}
