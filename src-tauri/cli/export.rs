//! `export`: papers, singly and in batches.

use changwu_core::papers::{PaperKind, PaperOf, PaperSheet};
use changwu_core::{Error, Result, ids, texts};
use serde_json::{Value, json};

use crate::arguments::Command;
use crate::commands::Cli;

/// Runs the command.
pub fn run(cli: &Cli<'_>) -> Result<()> {
    let Command::Export {
        kind,
        list,
        fields,
        out,
        project,
        enterprise,
        department,
        of,
        month,
        sheet,
        template,
        as_template,
        full_phones,
        format,
        all,
        ..
    } = &cli.arguments.command
    else {
        return Ok(());
    };
    if *list {
        for kind in PaperKind::ALL {
            let formats: Vec<&str> = kind.formats().iter().map(|format| format.code()).collect();
            say!("{}\t{}\t{}", kind.code(), kind.label(), formats.join(" "));
        }
        return Ok(());
    }
    let known = || PaperKind::ALL.iter().map(|one| format!("{}（{}）", one.code(), one.label())).collect::<Vec<_>>();
    let kind = PaperKind::from_code(kind).or_else(|| PaperKind::from_label(kind));
    let kind = kind.ok_or_else(|| Error::invalid(texts::no_such_paper(&known().join("、"))))?;
    if *fields {
        let fields = cli.call("paper_fields", json!({ "kind": kind }))?;
        cli.print(&fields, crate::output::fields);
        return Ok(());
    }
    let out = out.as_ref().ok_or_else(|| Error::invalid(texts::name_the_file()))?;
    if *as_template {
        let written = cli.in_workbook("template_export", json!({ "kind": kind, "path": out }))?;
        return made(cli, &written);
    }
    cli.open()?;
    let template = template.as_ref();
    if *all {
        let request = json!({ "kind": kind, "folder": out, "format": format, "template": template });
        let written = cli.call("paper_export_all", request)?;
        cli.print(&written, |written| say!("{}", texts::made_files(written.as_array().map_or(0, Vec::len))));
        return Ok(());
    }
    let sheet = sheet
        .as_deref()
        .map(|typed| PaperSheet::from_label(typed).ok_or_else(|| Error::invalid(texts::no_such_sheet(typed))));
    let mut subject = json!({ "sheet": sheet.transpose()?, "full_phones": full_phones });
    if let Some(month) = month {
        subject["month"] = json!(month);
    }
    for (field, named) in [("project", project), ("enterprise", enterprise), ("department", department)] {
        if let Some(named) = named {
            subject[field] = json!(cli.find(field, named)?);
        }
    }
    if let Some(named) = of {
        let (field, id) = find_of(cli, kind, named)?;
        subject[field] = json!(id);
    }
    let request = json!({ "kind": kind, "subject": subject, "path": out, "template": template });
    made(cli, &cli.call("paper_export", request)?)
}

fn made(cli: &Cli<'_>, written: &Value) -> Result<()> {
    cli.print(written, |written| say!("{}", texts::made(written["path"].as_str().unwrap_or_default())));
    Ok(())
}

/// What the paper is of, by its identity, its number or its name.
fn find_of(cli: &Cli<'_>, kind: PaperKind, named: &str) -> Result<(&'static str, String)> {
    let of = kind.of().first().copied().unwrap_or(PaperOf::Everything);
    if ids::Id::parse(named).is_some() {
        return Ok((of.code(), named.to_owned()));
    }
    let list = match of {
        PaperOf::Supervision => "supervision_list",
        PaperOf::Meeting => "meeting_list",
        PaperOf::Coordination => "coordination_list",
        PaperOf::Session => "session_list",
        _ => return Err(Error::invalid(texts::none_of_that_name(named))),
    };
    let answer = cli.call(list, json!({ "text": named, "limit": 2 }))?;
    match answer["rows"].as_array().map(Vec::as_slice) {
        Some([only]) => Ok((of.code(), only["id"].as_str().unwrap_or_default().to_owned())),
        Some([]) | None => Err(Error::invalid(texts::none_of_that_name(named))),
        Some(_) => Err(Error::invalid(texts::several_of_that_name(named))),
    }
}
