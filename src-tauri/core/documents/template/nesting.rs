//! The last step of reading: marks become the template language's own tags, and each that opens is closed.

use super::compile::{Tags, marks_in};
use super::marks;
use super::tags::Kind;
use crate::Result;
use crate::texts::templates as texts;

/// Tags that end with `end…`.
const OPENING: [&str; 7] = ["for", "if", "macro", "call", "filter", "with", "autoescape"];
/// Others that are known.
const KNOWN: [&str; 4] = ["set", "do", "raw", "endraw"];

/// The source for the template language, and where in it each placeholder begins.
pub(super) fn write(xml: &str, tags: &Tags<'_>) -> Result<(String, Vec<(usize, usize)>)> {
    let mut source = String::with_capacity(xml.len() + 64 * tags.all.len());
    let mut spots = Vec::with_capacity(tags.all.len());
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut at = 0;
    for (id, range) in marks_in(xml, 0..xml.len()) {
        source.push_str(&xml[at..range.start]);
        at = range.end;
        let tag = &tags.all[id];
        let (start, end) = match tag.kind {
            Kind::Comment => continue,
            Kind::Block if matches!(tag.keyword(), "raw" | "endraw") => continue,
            Kind::Block => {
                follow(&mut open, tags, id)?;
                marks::BLOCK
            }
            Kind::Value => marks::VALUE,
        };
        spots.push((source.len(), id));
        source.push_str(start);
        source.push(' ');
        source.push_str(tag.body.trim());
        source.push(' ');
        source.push_str(end);
    }
    source.push_str(&xml[at..]);
    match open.pop() {
        Some((keyword, id)) => Err(tags.refuse(id, &texts::never_ends(keyword))),
        None => Ok((source, spots)),
    }
}

fn follow<'a>(open: &mut Vec<(&'a str, usize)>, tags: &'a Tags<'_>, id: usize) -> Result<()> {
    let tag = &tags.all[id];
    let keyword = tag.keyword();
    if OPENING.contains(&keyword) || keyword == "set" && !tag.body.contains('=') {
        open.push((keyword, id));
    } else if let Some(ended) = keyword.strip_prefix("end").filter(|ended| OPENING.contains(ended) || *ended == "set") {
        match open.pop() {
            Some((begun, _)) if begun == ended => {}
            Some((begun, _)) => return Err(tags.refuse(id, &texts::ends_another(ended, begun))),
            None => return Err(tags.refuse(id, &texts::ends_nothing(ended))),
        }
    } else if matches!(keyword, "else" | "elif") {
        let within = open.last().map(|(begun, _)| *begun);
        if !(within == Some("if") || keyword == "else" && within == Some("for")) {
            return Err(tags.refuse(id, &texts::ends_nothing("if")));
        }
    } else if !KNOWN.contains(&keyword) {
        return Err(tags.refuse(id, &texts::unknown_tag(keyword)));
    }
    Ok(())
}
