//! What the template language complains about, as sentences: which placeholder in which paragraph, and what to do.

use minijinja::value::ValueKind;
use minijinja::{Error as Complaint, ErrorKind, Value};

use super::tags::{Kind, Tag};
use super::{Part, language};
use crate::texts::templates as texts;
use crate::{Error, Result};

/// How deep values are looked through for names, and how many names are enough.
const DEEPEST: usize = 4;
const MOST_NAMES: usize = 5_000;

/// The sentence for a complaint about a part.
pub(super) fn told(template: &str, part: &Part, complaint: &Complaint, values: Option<&Value>) -> Error {
    if matches!(complaint.kind(), ErrorKind::OutOfFuel | ErrorKind::WriteFailure) && !own(complaint) {
        return Error::invalid(texts::unfolds_too_far(template)).because(complaint.to_string());
    }
    let at = complaint.range().map_or(0, |range| range.start);
    let spot = part.spots.partition_point(|(start, _)| *start <= at).saturating_sub(1);
    let Some(tag) = part.spots.get(spot).and_then(|(_, id)| part.tags.get(*id)) else {
        return Error::invalid(texts::part_broken(template, part.label)).because(complaint.to_string());
    };
    let what = what(complaint, tag, part, values);
    let place = part.places.get(tag.place).map(String::as_str).unwrap_or_default();
    Error::invalid(texts::placeholder(template, part.label, place, &tag.shown, &what)).because(complaint.to_string())
}

/// Whether the complaint is a sentence of ours already.
fn own(complaint: &Complaint) -> bool {
    complaint.detail().is_some_and(|detail| detail.starts_with(|c: char| !c.is_ascii()))
}

fn what(complaint: &Complaint, tag: &Tag, part: &Part, values: Option<&Value>) -> String {
    let detail = complaint.detail().unwrap_or_default();
    match complaint.kind() {
        _ if own(complaint) => detail.to_owned(),
        ErrorKind::UndefinedError => unknown_field(detail, tag, part, values),
        // Complaints about what an unknown field was used for name it as well.
        _ if detail.contains("is undefined") => unknown_field(detail, tag, part, values),
        ErrorKind::UnknownFilter => texts::unknown_filter(word(detail)),
        ErrorKind::UnknownTest | ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => {
            texts::unknown_function(word(detail))
        }
        ErrorKind::SyntaxError | ErrorKind::BadEscape => texts::bad_syntax(),
        ErrorKind::InvalidOperation if detail.contains("iterable") => texts::no_list(),
        ErrorKind::CannotUnpack => texts::no_list(),
        _ => texts::cannot_be_worked_out(),
    }
}

/// The name in “filter x is unknown” and “string has no method named x”.
fn word(detail: &str) -> &str {
    let named = detail.split_once("named ").map(|(_, name)| name);
    let name = named.or_else(|| detail.split_whitespace().nth(1)).unwrap_or(detail);
    name.trim_matches('`')
}

fn unknown_field(detail: &str, tag: &Tag, part: &Part, values: Option<&Value>) -> String {
    let named = detail.split('`').nth(1).map(str::to_owned);
    let path = named.or_else(|| first_unknown(tag, part, values?)).unwrap_or_default();
    if path.is_empty() {
        return texts::unknown_field(tag.body.trim(), None);
    }
    let (parent, name) = path.rsplit_once('.').map_or(("", path.as_str()), |(parent, name)| (parent, name));
    let candidates = match values {
        Some(values) if parent.is_empty() => names_of(values).into_iter().chain(assigned(part)).collect(),
        Some(values) => match lookup(values, parent) {
            Some(parent) => names_of(&parent),
            None => all_names(values),
        },
        None => Vec::new(),
    };
    let nearest = nearest(name, candidates).map(|found| match parent {
        "" => found,
        parent => format!("{parent}.{found}"),
    });
    texts::unknown_field(&path, nearest.as_deref())
}

/// The first name in a placeholder that the values do not have.
fn first_unknown(tag: &Tag, part: &Part, values: &Value) -> Option<String> {
    let assigned = assigned(part);
    let paths = tag.body.split(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.')));
    paths
        .filter(|path| path.starts_with(|c: char| c.is_alphabetic() || c == '_'))
        .find(|path| {
            let root = path.split('.').next().unwrap_or_default();
            let known = assigned.iter().any(|name| name == root) || language::OWN_NAMES.contains(&root);
            !known && !KEYWORDS.contains(&root) && lookup(values, path).is_none()
        })
        .map(str::to_owned)
}

const KEYWORDS: [&str; 14] =
    ["for", "in", "if", "else", "elif", "endif", "endfor", "set", "and", "or", "not", "is", "true", "false"];

fn lookup(values: &Value, path: &str) -> Option<Value> {
    path.split('.')
        .try_fold(values.clone(), |value, name| value.get_attr(name).ok().filter(|value| !value.is_undefined()))
}

/// Names a template gives itself: of loops, and by `set`.
fn assigned(part: &Part) -> Vec<String> {
    let mut names = Vec::new();
    for tag in part.tags.iter().filter(|tag| tag.kind == Kind::Block) {
        let given = match tag.keyword() {
            "for" => tag.argument().split(" in ").next(),
            "set" | "with" => tag.argument().split('=').next(),
            "macro" => tag.argument().split('(').next(),
            _ => None,
        };
        let given = given.into_iter().flat_map(|given| given.split(',')).map(|name| name.trim_matches([' ', '(', ')']));
        names.extend(given.filter(|name| !name.is_empty()).map(str::to_owned));
    }
    names
}

fn names_of(value: &Value) -> Vec<String> {
    match value.kind() {
        ValueKind::Map => value.try_iter().into_iter().flatten().take(MOST_NAMES).map(|key| key.to_string()).collect(),
        _ => Vec::new(),
    }
}

/// All names anywhere in the values; of lists their first items speak for the others.
fn all_names(values: &Value) -> Vec<String> {
    let mut names = Vec::new();
    let mut left = vec![(values.clone(), 0)];
    while let Some((value, depth)) = left.pop() {
        if depth > DEEPEST || names.len() > MOST_NAMES {
            continue;
        }
        match value.kind() {
            ValueKind::Map => {
                for name in names_of(&value) {
                    left.extend(value.get_attr(&name).ok().map(|inner| (inner, depth + 1)));
                    names.push(name);
                }
            }
            ValueKind::Seq => left.extend(value.get_item_by_index(0).ok().map(|inner| (inner, depth + 1))),
            _ => {}
        }
    }
    names
}

/// The name that was probably meant, if one is near enough.
fn nearest(name: &str, candidates: Vec<String>) -> Option<String> {
    let length = name.chars().count();
    let near = |candidate: &String| {
        let distance = strsim::damerau_levenshtein(name, candidate);
        let within = candidate.contains(name) || name.contains(candidate.as_str()) && !candidate.is_empty();
        let good = distance <= length.max(2) / 2 || within;
        good.then_some(distance)
    };
    candidates.into_iter().filter_map(|one| near(&one).map(|distance| (distance, one))).min().map(|(_, one)| one)
}

/// The result of the language's own step, told.
pub(super) fn or_told<T>(
    result: Result<T, Complaint>,
    template: &str,
    part: &Part,
    values: Option<&Value>,
) -> Result<T> {
    result.map_err(|complaint| told(template, part, &complaint, values))
}
