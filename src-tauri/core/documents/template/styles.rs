//! Our own papers' styles in somebody else's file. A style the template has by name is the template's; what it lacks is
//! added with all that our papers' base sets, so that paragraphs we write look like ours and nothing else changes.

use std::collections::HashMap;

use super::markup::{Kind, Markup, attribute};
use crate::documents::word;

/// What our added styles rest on.
const BASE: &str = "ChangwuBase";

/// The template's styles with ours added, and what ours are called there.
pub(super) struct Styles {
    pub xml: String,
    names: HashMap<String, String>,
}

struct Style<'a> {
    id: &'a str,
    name: &'a str,
    based_on: &'a str,
    xml: &'a str,
    kind: &'a str,
}

/// Adds what is missing.
pub(super) fn add_ours(template: &str) -> Option<Styles> {
    let theirs = read(template)?;
    let ours = read(word::styles())?;
    let taken: HashMap<String, &str> =
        theirs.iter().filter(|style| style.kind == "paragraph").map(|s| (s.name.to_lowercase(), s.id)).collect();
    let is_taken = |id: &str| theirs.iter().any(|style| style.id == id);
    let mut names = HashMap::new();
    for style in ours.iter().filter(|style| style.kind == "paragraph" && style.id != "Normal") {
        let id = match taken.get(&style.name.to_lowercase()) {
            Some(id) => (*id).to_owned(),
            None if is_taken(style.id) => format!("Changwu{}", style.id),
            None => style.id.to_owned(),
        };
        names.insert(style.id.to_owned(), id);
    }
    let normal = ours.iter().find(|style| style.id == "Normal")?;
    let mut added = String::new();
    for style in ours.iter().filter(|style| names.contains_key(style.id)) {
        let id = &names[style.id];
        if is_taken(id) {
            continue;
        }
        let base = names.get(style.based_on).map_or(BASE, String::as_str);
        added +=
            &style.xml.replacen(&format!("w:styleId=\"{}\"", style.id), &format!("w:styleId=\"{id}\""), 1).replacen(
                &format!("<w:basedOn w:val=\"{}\"/>", style.based_on),
                &format!("<w:basedOn w:val=\"{base}\"/>"),
                1,
            );
    }
    if !added.is_empty() && !is_taken(BASE) {
        let base = normal
            .xml
            .replacen("w:default=\"1\" ", "", 1)
            .replacen("w:styleId=\"Normal\"", &format!("w:styleId=\"{BASE}\""), 1)
            .replacen("<w:name w:val=\"Normal\"/>", &format!("<w:name w:val=\"{BASE}\"/><w:semiHidden/>"), 1)
            .replacen("<w:qFormat/>", "", 1);
        added.insert_str(0, &base);
    }
    let end = template.rfind("</w:styles>")?;
    Some(Styles { xml: format!("{}{added}{}", &template[..end], &template[end..]), names })
}

impl Styles {
    /// Paragraphs written with our styles, by the names these have in the template.
    pub fn renamed(&self, xml: &str) -> String {
        const STYLE: &str = "<w:pStyle w:val=\"";
        let mut out = String::with_capacity(xml.len());
        let mut rest = xml;
        while let Some((before, after)) = rest.split_once(STYLE) {
            out.push_str(before);
            out.push_str(STYLE);
            let end = after.find('"').unwrap_or(0);
            out.push_str(self.names.get(&after[..end]).map_or(&after[..end], String::as_str));
            rest = &after[end..];
        }
        out.push_str(rest);
        out
    }
}

fn read(xml: &str) -> Option<Vec<Style<'_>>> {
    let markup = Markup::read(xml).ok()?;
    let mut styles = Vec::new();
    for node in 0..markup.nodes.len() {
        if markup.name(node) != "w:style" || markup.nodes[node].kind != Kind::Open {
            continue;
        }
        let value = |name| {
            markup.child(node, name).and_then(|child| attribute(markup.slice(child), "w:val")).unwrap_or_default()
        };
        let tag = markup.slice(node);
        styles.push(Style {
            id: attribute(tag, "w:styleId").unwrap_or_default(),
            name: value("w:name"),
            based_on: value("w:basedOn"),
            xml: &xml[markup.span(node)],
            kind: attribute(tag, "w:type").unwrap_or("paragraph"),
        });
    }
    Some(styles)
}
