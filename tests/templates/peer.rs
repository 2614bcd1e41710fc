//! Beside docxtpl: its own test templates, filled with the values its tests give, read paragraph by paragraph. The folder
//! is named by `CHANGWU_DOCXTPL` and holds x.docx, x.json and x.txt (what docxtpl's output says, blank paragraphs left
//! out); without it there is nothing to compare with.

use std::fs;
use std::path::Path;

use changwu_core::documents::template::{Template, Values};

use crate::{Filled, lines_of};

/// The words of a filled file: the document, then headers and footers. Breaks count as nothing.
fn said(filled: &Filled) -> Vec<String> {
    let parts =
        |start: &'static str| filled.parts.keys().filter(move |name| name.starts_with(start) && name.ends_with(".xml"));
    let names = parts("word/document").chain(parts("word/header")).chain(parts("word/footer"));
    let lines = names.flat_map(|name| lines_of(filled.part(name)));
    lines.map(|line| line.replace(['\n', '\t'], "")).filter(|line| !line.trim().is_empty()).collect()
}

fn compare(folder: &Path, name: &str) -> Result<(), String> {
    let bytes = fs::read(folder.join(format!("{name}.docx"))).map_err(|error| error.to_string())?;
    let json = fs::read_to_string(folder.join(format!("{name}.json"))).map_err(|error| error.to_string())?;
    let values: Values = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    let template = Template::read(name, &bytes).map_err(|error| error.message().to_owned())?;
    let filled = template.fill(&values, crate::written()).map_err(|error| error.message().to_owned())?;
    let ours = said(&Filled::read(&filled));
    let text = fs::read_to_string(folder.join(format!("{name}.txt"))).map_err(|error| error.to_string())?;
    let theirs: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    // In which order headers and footers are read is nobody's promise.
    let sorted = |mut lines: Vec<String>| {
        lines.sort();
        lines
    };
    if ours == theirs || sorted(ours.clone()) == sorted(theirs.iter().map(|line| (*line).to_owned()).collect()) {
        return Ok(());
    }
    let at = (0..).find(|&at| ours.get(at).map(String::as_str) != theirs.get(at).copied()).unwrap_or(0);
    Err(format!("第{}段：{:?}，docxtpl：{:?}", at + 1, ours.get(at), theirs.get(at)))
}

#[test]
fn says_the_same_as_docxtpl() {
    let Some(folder) = std::env::var_os("CHANGWU_DOCXTPL") else { return };
    let folder = Path::new(&folder);
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the folder")
        .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.strip_suffix(".txt")?.to_owned()))
        .collect();
    names.sort();
    let (mut same, mut all) = (0, 0);
    for name in &names {
        let result = compare(folder, name);
        all += 1;
        same += usize::from(result.is_ok());
        println!("{name:<28}{}", result.map_or_else(|why| format!("differs  {why}"), |()| "same".to_owned()));
    }
    println!("{same} of {all} say the same");
    assert!(same * 100 >= all * 95, "{same} of {all}");
}
