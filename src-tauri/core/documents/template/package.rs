//! The file a template comes in: unpacked within limits, and refused in words when it is no template we can answer for.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::ZipArchive;

use super::markup::{Flaw, Kind, Markup, attribute, validate};
use crate::texts::templates as texts;
use crate::{Error, Result};

/// The largest file, packed.
const MOST_PACKED: usize = 64 << 20;
/// The most parts; Word's own files have some dozens.
const MOST_PARTS: usize = 2_000;
/// The most one part of text, all text, and everything may unpack to.
const MOST_XML: u64 = 12 << 20;
const MOST_XML_TOTAL: u64 = 32 << 20;
const MOST_TOTAL: u64 = 192 << 20;
/// Beyond this size, a part packed more than this many times over is a bomb.
const RATIO: (u64, u64) = (1 << 20, 150);
/// The most tags and texts in a part.
const MOST_NODES: usize = 1_000_000;

/// A file unpacked as far as templates go: its texts, and the rest as it was.
pub(super) struct Package {
    pub archive: ZipArchive<Cursor<Arc<[u8]>>>,
    /// Names in order.
    pub names: Vec<String>,
    /// Parts that are XML.
    pub xml: HashMap<String, String>,
    /// The main part.
    pub main: String,
    /// Relations by the part they belong to; "" is the package.
    pub relations: BTreeMap<String, Vec<Relation>>,
}

/// What a part refers to.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub id: String,
    /// The last word of its type: header, image …
    pub kind: String,
    /// As written.
    pub target: String,
    /// The part it names; none outside the file.
    pub part: Option<String>,
    pub external: bool,
}

/// The sentence for XML that is none.
pub(super) fn flawed(template: &str, part: &str, flaw: Flaw) -> Error {
    let sentence = match flaw {
        Flaw::Broken => texts::part_broken(template, part),
        Flaw::Doctype => texts::has_entities(template, part),
        Flaw::TooDeep => texts::too_large(template),
    };
    Error::invalid(sentence).because(format!("{flaw:?}"))
}

/// Opens a file and looks it through.
pub(super) fn open(template: &str, bytes: &[u8]) -> Result<Package> {
    let too_large = || Error::invalid(texts::too_large(template));
    if bytes.len() > MOST_PACKED {
        return Err(too_large());
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(compound(template, bytes));
    }
    let no_word = || Error::invalid(texts::not_a_word_file(template));
    let damaged = |cause: String| Error::invalid(texts::file_damaged(template)).because(cause);
    if !bytes.starts_with(b"PK") {
        return Err(no_word());
    }
    let bytes: Arc<[u8]> = bytes.into();
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    if archive.len() > MOST_PARTS {
        return Err(too_large());
    }
    if archive.has_duplicate_names() {
        return Err(Error::invalid(texts::same_name_twice(template)));
    }
    let (mut names, mut xml) = (Vec::new(), HashMap::new());
    let (mut total, mut total_xml) = (0, 0);
    let mut lower = HashSet::new();
    for index in 0..archive.len() {
        let raw = archive.by_index_raw(index).map_err(|error| damaged(error.to_string()))?;
        let name = raw.name().map_err(|error| damaged(error.to_string()))?.into_owned();
        if raw.encrypted() {
            return Err(Error::invalid(texts::locked(template)));
        }
        if strays(&name) {
            return Err(Error::invalid(texts::name_strays(template)));
        }
        if !lower.insert(name.to_lowercase()) {
            return Err(Error::invalid(texts::same_name_twice(template)));
        }
        let (size, packed) = (raw.size(), raw.compressed_size());
        drop(raw);
        let is_xml = name.ends_with(".xml") || name.ends_with(".rels");
        let most = if is_xml { MOST_XML } else { MOST_TOTAL };
        if size > most || size > RATIO.0 && size / packed.max(1) > RATIO.1 {
            return Err(too_large());
        }
        // A declared size may lie: counted by unpacking, which checks the parts that are only passed on as well.
        let mut part = archive.by_index(index).map_err(|error| damaged(error.to_string()))?.take(most + 1);
        let count = if is_xml {
            let mut text = Vec::new();
            let count = part.read_to_end(&mut text).map_err(|error| damaged(error.to_string()))? as u64;
            total_xml += count;
            xml.insert(name.clone(), decoded(template, &name, text)?);
            count
        } else {
            std::io::copy(&mut part, &mut std::io::sink()).map_err(|error| damaged(error.to_string()))?
        };
        total += count;
        if count > most || total > MOST_TOTAL || total_xml > MOST_XML_TOTAL {
            return Err(too_large());
        }
        names.push(name);
    }
    for (name, text) in &xml {
        validate(text).map_err(|flaw| flawed(template, name, flaw))?;
        if text.bytes().filter(|byte| *byte == b'<').count() > MOST_NODES / 2 {
            return Err(too_large());
        }
    }
    let relations = relations(template, &xml, &lower)?;
    let main = relations
        .get("")
        .and_then(|all| all.iter().find(|relation| relation.kind == "officeDocument"))
        .and_then(|relation| relation.part.clone())
        .filter(|part| xml.contains_key(part))
        .ok_or_else(no_word)?;
    let package = Package { archive, names, xml, main, relations };
    package.is_a_plain_word_file(template)?;
    Ok(package)
}

/// A file of Word before 2007, or one encrypted by a password.
fn compound(template: &str, bytes: &[u8]) -> Error {
    let encrypted = cfb::CompoundFile::open(Cursor::new(bytes)).is_ok_and(|file| file.exists("/EncryptedPackage"));
    Error::invalid(if encrypted { texts::locked(template) } else { texts::old_word_file(template) })
}

/// Whether a part's name leads out of the file.
fn strays(name: &str) -> bool {
    name.is_empty()
        || name.starts_with(['/', '\\'])
        || name.contains(['\\', ':', '\0'])
        || name.chars().any(char::is_control)
        || name.split('/').any(|step| step == ".." || step == ".")
}

fn decoded(template: &str, name: &str, bytes: Vec<u8>) -> Result<String> {
    let broken = || flawed(template, name, Flaw::Broken);
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        return String::from_utf8(bytes[3..].to_vec()).map_err(|_| broken());
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let (text, _, bad) = encoding_rs::UTF_16LE.decode(&bytes);
        // It is written as UTF-8, so it must not say otherwise.
        let text = text.replacen("UTF-16", "UTF-8", 1).replacen("utf-16", "UTF-8", 1);
        return if bad { Err(broken()) } else { Ok(text) };
    }
    String::from_utf8(bytes).map_err(|_| broken())
}

/// Reads all relations; refuses circles, and references out of the file other than links to click.
fn relations(
    template: &str,
    xml: &HashMap<String, String>,
    names: &HashSet<String>,
) -> Result<BTreeMap<String, Vec<Relation>>> {
    let mut all = BTreeMap::new();
    for (name, text) in xml.iter().filter(|(name, _)| name.ends_with(".rels")) {
        let Some((folder, file)) = name.split_once("_rels/").filter(|(_, file)| !file.contains('/')) else { continue };
        let owner = format!("{folder}{}", file.trim_end_matches(".rels"));
        let markup = Markup::read(text).map_err(|flaw| flawed(template, name, flaw))?;
        let mut found = Vec::new();
        for node in (0..markup.nodes.len()).filter(|&node| matches!(markup.nodes[node].kind, Kind::Open | Kind::Empty))
        {
            if !markup.name(node).ends_with("Relationship") {
                continue;
            }
            let tag = markup.slice(node);
            let value = |name| attribute(tag, name).unwrap_or_default().replace("&amp;", "&");
            let kind = value("Type").rsplit('/').next().unwrap_or_default().to_owned();
            let (target, external) = (value("Target"), value("TargetMode") == "External");
            // Word writes a missing picture as NULL.
            let part = (!external && !target.starts_with('#'))
                .then(|| resolve(folder, &target))
                .filter(|part| names.contains(&part.to_lowercase()));
            found.push(Relation { id: value("Id"), kind, target, part, external });
        }
        all.insert(owner, found);
    }
    for relation in all.values().flatten() {
        const FINE: [&str; 4] = ["hyperlink", "attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"];
        if relation.external && !FINE.contains(&relation.kind.as_str()) {
            return Err(Error::invalid(texts::refers_outside(template, &relation.kind, &relation.target)));
        }
    }
    match circular(&all) {
        true => Err(Error::invalid(texts::circular(template))),
        false => Ok(all),
    }
}

/// The part a target names, seen from a folder ("word/").
pub(super) fn resolve(folder: &str, target: &str) -> String {
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." | "" => {}
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Whether the parts refer to one another in a circle.
fn circular(all: &BTreeMap<String, Vec<Relation>>) -> bool {
    // Parts that lead nowhere are taken away until nothing is left, or nothing more can be.
    let mut left: BTreeMap<&str, HashSet<&str>> = all
        .iter()
        .map(|(owner, relations)| {
            let parts = relations.iter().filter_map(|relation| relation.part.as_deref());
            (owner.as_str(), parts.filter(|part| all.contains_key(*part)).collect())
        })
        .collect();
    loop {
        let done: Vec<&str> = left
            .iter()
            .filter(|(_, parts)| parts.iter().all(|part| !left.contains_key(part)))
            .map(|(o, _)| *o)
            .collect();
        if done.is_empty() {
            return !left.is_empty();
        }
        done.iter().for_each(|owner| drop(left.remove(owner)));
    }
}

impl Package {
    fn is_a_plain_word_file(&self, template: &str) -> Result<()> {
        let types = self.xml.get(TYPES).ok_or_else(|| Error::invalid(texts::not_a_word_file(template)))?;
        let kind = content_type(types, &self.main).unwrap_or_default();
        let macros = kind.contains("macroEnabled") || self.names.iter().any(|name| name.ends_with("vbaProject.bin"));
        if macros {
            return Err(Error::invalid(texts::has_macros(template)));
        }
        let word = kind.contains("wordprocessingml") && self.xml[&self.main].contains("xmlns:w=");
        if word { Ok(()) } else { Err(Error::invalid(texts::not_a_word_file(template))) }
    }

    /// What a part refers to.
    pub fn relations_of(&self, part: &str) -> &[Relation] {
        self.relations.get(part).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The part that says what the others are.
pub(super) const TYPES: &str = "[Content_Types].xml";

/// What a part is, by its own entry.
fn content_type<'a>(types: &'a str, part: &str) -> Option<&'a str> {
    let at = types.find(&format!("PartName=\"/{part}\""))?;
    let start = types[..at].rfind('<')?;
    let end = at + types[at..].find('>')?;
    attribute(&types[start..=end], "ContentType")
}

/// Where a part's relations stand.
pub(super) fn relations_name(part: &str) -> String {
    let (folder, file) = part.rsplit_once('/').map_or(("", part), |(folder, file)| (folder, file));
    if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") }
}
