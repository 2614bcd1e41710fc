//! What a template tells of those who made it, and a paper must not: names, companies, paths, printers, revision numbers,
//! earlier versions (issue 6: safe to send). Title, subject and key words stay.

use std::collections::BTreeSet;

use chrono::{DateTime, SecondsFormat, Utc};

use super::markup::{Edits, Kind, Markup, attribute, attributes};
use super::package::{Package, TYPES};
use crate::documents::word::DECLARATION;

/// Stands for the time a paper is written, in the template's properties.
const TIME: &str = "0000-00-00T00:00:00Z";

/// Relations that go with their parts: a small picture of an earlier version, properties programs keep for themselves,
/// the printer's name, the template it was made from.
const DROPPED: [&str; 6] = [
    "thumbnail",
    "custom-properties",
    "printerSettings",
    "attachedTemplate",
    "mailMergeSource",
    "mailMergeHeaderSource",
];

/// Elements that go, wherever they stand.
const ELEMENTS: [&str; 12] = [
    "w:rsid",
    "w:rsids",
    "w:attachedTemplate",
    "w:mailMerge",
    "w:printerSettings",
    "w14:docId",
    "w15:docId",
    "Company",
    "Manager",
    "HyperlinkBase",
    "Template",
    "TotalTime",
];

/// Takes out of the package what must not go along. The parts that were dropped.
pub(super) fn clean(package: &mut Package) -> BTreeSet<String> {
    let keeps_custom = package.xml.values().any(|xml| xml.contains("DOCPROPERTY"));
    let goes = |kind: &str| DROPPED.contains(&kind) && !(kind == "custom-properties" && keeps_custom);
    let mut parts = BTreeSet::new();
    let mut rewritten = Vec::new();
    for (owner, relations) in &mut package.relations {
        let (gone, kept): (Vec<_>, Vec<_>) = std::mem::take(relations).into_iter().partition(|one| goes(&one.kind));
        *relations = kept;
        let name = super::package::relations_name(owner);
        let Some(xml) = package.xml.get(&name).filter(|_| !gone.is_empty()) else { continue };
        let ids: Vec<&str> = gone.iter().map(|one| one.id.as_str()).collect();
        rewritten.push((name, without(xml, |tag| attribute(tag, "Id").is_some_and(|id| ids.contains(&id)))));
        parts.extend(gone.into_iter().filter_map(|one| one.part));
    }
    package.xml.extend(rewritten);
    if let Some(types) = package.xml.get(TYPES) {
        let named =
            |tag: &str| attribute(tag, "PartName").is_some_and(|name| parts.contains(name.trim_start_matches('/')));
        let types = without(types, named);
        // A .dotx makes .docx.
        package.xml.insert(TYPES.to_owned(), types.replace("template.main+xml", "document.main+xml"));
    }
    parts.iter().for_each(|part| drop(package.xml.remove(part)));
    package.names.retain(|name| !parts.contains(name));
    for (name, xml) in &mut package.xml {
        let word = name.starts_with("word/") && !name.ends_with(".rels");
        if word || name == "docProps/app.xml" {
            let cleaned = without_traces(xml);
            *xml = cleaned;
        }
    }
    parts
}

/// XML without the empty tags that are meant.
fn without(xml: &str, meant: impl Fn(&str) -> bool) -> String {
    let Ok(markup) = Markup::read(xml) else { return xml.to_owned() };
    let mut edits = Edits::default();
    for node in 0..markup.nodes.len() {
        if matches!(markup.nodes[node].kind, Kind::Open | Kind::Empty) && meant(markup.slice(node)) {
            edits.replace(markup.span(node), "");
        }
    }
    edits.apply(xml)
}

/// Without revision numbers and the elements that tell of the maker. Ids of paragraphs go too: a loop would double them.
fn without_traces(xml: &str) -> String {
    let Ok(markup) = Markup::read(xml) else { return xml.to_owned() };
    let mut edits = Edits::default();
    for node in 0..markup.nodes.len() {
        if !matches!(markup.nodes[node].kind, Kind::Open | Kind::Empty) {
            continue;
        }
        if ELEMENTS.contains(&markup.name(node)) {
            edits.replace(markup.span(node), "");
            continue;
        }
        let tag = markup.slice(node);
        if !tag.contains(":rsid") && !tag.contains("w14:paraId") {
            continue;
        }
        for one in attributes(tag) {
            if one.name.starts_with("w:rsid") || matches!(one.name, "w14:paraId" | "w14:textId") {
                let start = markup.nodes[node].start;
                edits.replace(start + one.whole.start..start + one.whole.end, "");
            }
        }
    }
    if edits.is_empty() { xml.to_owned() } else { edits.apply(xml) }
}

/// The properties of a template as those of its papers: what may be told, and what has placeholders in it.
pub(super) fn properties(xml: &str) -> String {
    const KEPT: [&str; 6] = ["dc:title", "dc:subject", "cp:keywords", "cp:category", "dc:description", "dc:language"];
    let mut out = format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    );
    if let Ok(markup) = Markup::read(xml)
        && let Some(root) = (0..markup.nodes.len()).find(|&node| markup.nodes[node].kind == Kind::Open)
    {
        for child in markup.children(root) {
            let (name, text) = (markup.name(child), &xml[markup.span(child)]);
            let known = name.starts_with("dc:") || name.starts_with("cp:");
            if KEPT.contains(&name) || known && text.contains("{{") {
                out.push_str(text);
            }
        }
    }
    out += &format!(
        "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{TIME}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{TIME}</dcterms:modified></cp:coreProperties>"
    );
    out
}

/// The properties with the time the paper is written.
pub(super) fn at(properties: &str, written: DateTime<Utc>) -> String {
    properties.replace(TIME, &written.to_rfc3339_opts(SecondsFormat::Secs, true))
}

/// Who is named in comments and tracked changes, which a template should not have.
pub(super) fn reviewers(package: &Package) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (name, xml) in &package.xml {
        if !name.starts_with("word/") || !xml.contains("w:author=") {
            continue;
        }
        let Ok(markup) = Markup::read(xml) else { continue };
        for node in 0..markup.nodes.len() {
            if matches!(markup.nodes[node].kind, Kind::Open | Kind::Empty) {
                found.extend(attribute(markup.slice(node), "w:author").map(str::to_owned));
            }
        }
    }
    found
}
