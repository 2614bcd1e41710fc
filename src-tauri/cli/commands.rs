//! Each command is a request or two of the api, printed.

use std::fs;
use std::path::Path;

use changwu_core::api::{CallOptions, Host, REQUESTS};
use changwu_core::documents::template::{Template, Values};
use changwu_core::files::write_whole;
use changwu_core::sheets::out::lists::ListKind;
use changwu_core::{Code, Error, Result, texts};
use chrono::Utc;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::arguments::{Arguments, Command};
use crate::output;

/// Runs a command.
pub fn run(host: &Host, arguments: &Arguments) -> Result<()> {
    let cli = Cli { host, arguments };
    match &arguments.command {
        Command::New { file } => cli.made("workbook_new", file, json!({ "path": file })),
        Command::Sample { file } => cli.made("workbook_sample", file, json!({ "path": file })),
        Command::Generate { scale, seed, file } => {
            cli.made("workbook_generate", file, json!({ "path": file, "scale": scale, "seed": seed }))
        }
        Command::Call { list: true, .. } => {
            REQUESTS.iter().for_each(|(name, doc)| say!("{name}\t{}", doc.trim()));
            Ok(())
        }
        Command::Call { name, request, .. } => {
            cli.call_by_name(name.as_deref().unwrap_or_default(), request.as_deref())
        }
        Command::Import { file, sheet, map, answers, apply } => {
            cli.import(file, sheet.as_deref(), map.as_deref(), answers.as_deref(), *apply)
        }
        Command::List { kind, conditions, sort, page } => cli.list(kind, conditions, sort.as_deref(), *page),
        Command::Fill { template, values, out, fields } => {
            cli.fill(template, values.as_deref(), out.as_deref(), *fields)
        }
        Command::Search { text, limit } => {
            cli.print_rows(&cli.in_workbook("search", json!({ "text": text, "limit": limit }))?);
            Ok(())
        }
        Command::Show { id } => cli.show(id),
        Command::History { id } => {
            cli.print(&cli.in_workbook("history", json!({ "id": id }))?, output::history);
            Ok(())
        }
        Command::Undo => cli.done("undo"),
        Command::Redo => cli.done("redo"),
        Command::Export { kind, out, all, department, due, title, .. } if kind == "assignments" => {
            let department = department.as_deref();
            let request = json!({ "path": out, "separate": all, "due": due.as_deref().unwrap_or_default(),
                "title": title.as_deref().unwrap_or_default() });
            cli.send(request, department)
        }
        Command::Export { kind, out: Some(out), conditions, sort, columns, .. } if list_kinds().contains(kind) => {
            cli.open()?;
            let request = json!({ "list": kind, "query": query(kind, conditions, sort.as_deref())?, "columns": columns, "path": out });
            let answer = cli.call("list_export", request)?;
            cli.print(&answer, |answer| {
                say!("{}", texts::made(answer["path"].as_str().unwrap_or_default()));
                say!("{}", texts::rows_in_all(answer["rows"].as_u64().unwrap_or_default()));
            });
            Ok(())
        }
        Command::Export { .. } => crate::export::run(&cli),
        Command::Return { file, choices, apply } => {
            let choices = choices.as_deref().map_or(Ok(json!({})), read_json)?;
            let name = if *apply { "return_apply" } else { "return_preview" };
            let answer = cli.in_workbook(name, json!({ "path": file, "choices": choices }))?;
            cli.print(&answer, output::returned);
            Ok(())
        }
        Command::Figures { out: Some(path) } => {
            let written = cli.in_workbook("figures_export", json!({ "path": path }))?;
            cli.print(&written, |written| say!("{}", written["path"].as_str().unwrap_or_default()));
            Ok(())
        }
        Command::Figures { out: None } => {
            cli.print(&cli.in_workbook("figures_get", json!({}))?, output::figures);
            Ok(())
        }
        Command::Check => {
            let report = cli.in_workbook("workbook_check", json!({}))?;
            cli.print(&report, output::check);
            match report["file"].as_array().is_some_and(Vec::is_empty) {
                true => Ok(()),
                false => Err(Error::new(Code::Damaged, texts::workbook_damaged())),
            }
        }
    }
}

/// The api, and what was typed.
pub struct Cli<'a> {
    host: &'a Host,
    pub arguments: &'a Arguments,
}

impl Cli<'_> {
    /// Asks.
    pub fn call(&self, name: &str, request: Value) -> Result<Value> {
        let options = CallOptions { as_of: self.arguments.as_of, watch: &output::OnStandardError };
        Ok(self.host.call(name, request, options)?.value)
    }

    /// Asks, with the workbook of `--workbook` open.
    pub fn in_workbook(&self, name: &str, request: Value) -> Result<Value> {
        self.open()?;
        self.call(name, request)
    }

    pub fn open(&self) -> Result<()> {
        if self.host.workbook().is_ok() {
            return Ok(());
        }
        let path =
            self.arguments.workbook.as_ref().ok_or_else(|| Error::new(Code::NoWorkbook, texts::name_the_workbook()))?;
        // What only reads works beside a window that holds the workbook.
        let reads = matches!(
            self.arguments.command,
            Command::List { .. }
                | Command::Search { .. }
                | Command::Show { .. }
                | Command::History { .. }
                | Command::Return { apply: false, .. }
                | Command::Figures { .. }
                | Command::Import { apply: false, .. }
        );
        // What goes out to units is noted.
        let reads = reads
            || matches!(&self.arguments.command, Command::Export { kind, .. } if !matches!(kind.as_str(), "assignments" | "supervision" | "督办单"));
        self.call("workbook_open", json!({ "path": path, "read_only": reads })).map(drop)
    }

    fn made(&self, name: &str, file: &Path, request: Value) -> Result<()> {
        let status = self.call(name, request)?;
        self.print(&status, |_| say!("{}", texts::made(&file.to_string_lossy())));
        Ok(())
    }

    fn done(&self, name: &str) -> Result<()> {
        let value = self.in_workbook(name, json!({}))?;
        self.print(&value, |value| say!("{}", value["label"].as_str().unwrap_or_default()));
        Ok(())
    }

    fn call_by_name(&self, name: &str, request: Option<&str>) -> Result<()> {
        let request = match request {
            Some(text) => {
                serde_json::from_str(text).map_err(|error| Error::invalid(texts::not_json()).because(error))?
            }
            None => json!({}),
        };
        if self.arguments.workbook.is_some() && !name.starts_with("workbook_") {
            self.open()?;
        }
        say!("{}", self.call(name, request)?);
        Ok(())
    }

    fn list(&self, kind: &str, conditions: &[String], sort: Option<&str>, page: usize) -> Result<()> {
        const LISTS: &[(&str, &str)] = &[
            ("enterprises", "enterprise_list"),
            ("projects", "project_list"),
            ("tasks", "task_list"),
            ("demands", "demand_list"),
            ("departments", "department_list"),
            ("people", "person_list"),
        ];
        let known = || LISTS.iter().map(|(kind, _)| *kind).collect::<Vec<_>>().join("、");
        let (_, request) = LISTS
            .iter()
            .find(|(name, _)| *name == kind)
            .ok_or_else(|| Error::invalid(texts::no_such_list(kind, &known())))?;
        let mut query = query(kind, conditions, sort)?;
        query["offset"] = json!(page.saturating_sub(1) * 50);
        query["limit"] = json!(50);
        let answer = self.in_workbook(request, query)?;
        self.print(&answer, |answer| {
            output::rows(&answer["rows"]);
            say!("{}", texts::rows_in_all(answer["total"].as_u64().unwrap_or_default()));
        });
        Ok(())
    }

    /// 下发责任分工表, to one unit or to all with open work.
    fn send(&self, mut request: Value, department: Option<&str>) -> Result<()> {
        self.open()?;
        request["filter"] = json!({ "open": true });
        if let Some(department) = department {
            request["filter"]["lead"] = json!(self.find("department", department)?);
        }
        let answer = self.call("sheets_send", request)?;
        self.print(&answer, |answer| {
            let paths = answer["paths"].as_array().into_iter().flatten().filter_map(Value::as_str);
            paths.for_each(|path| say!("{}", texts::made(path)));
            let count = |key: &str| answer[key].as_u64().unwrap_or_default();
            say!("{}", texts::sheets::sent(count("units"), count("tasks"), count("without_lead")));
        });
        Ok(())
    }

    fn show(&self, id: &str) -> Result<()> {
        let kind = self.in_workbook("record_kind", json!({ "id": id }))?;
        let record = self.call(&format!("{}_get", kind.as_str().unwrap_or_default()), json!({ "id": id }))?;
        say!("{}", serde_json::to_string_pretty(&record).map_err(Error::internal)?);
        Ok(())
    }

    fn import(
        &self,
        file: &Path,
        sheet: Option<&str>,
        map: Option<&Path>,
        answers: Option<&Path>,
        apply: bool,
    ) -> Result<()> {
        let mut request = json!({ "path": file, "sheet": sheet });
        if let Some(map) = map {
            request["mapping"] = read_json(map)?;
        }
        if let Some(answers) = answers {
            request["answers"] = read_json(answers)?;
        }
        let name = if apply { "ledger_apply" } else { "ledger_preview" };
        let answer = self.in_workbook(name, request)?;
        self.print(&answer, output::import);
        Ok(())
    }

    /// Fills a template, or lists its fields.
    fn fill(&self, template: &Path, values: Option<&Path>, out: Option<&Path>, fields: bool) -> Result<()> {
        let name = template.file_name().unwrap_or_default().to_string_lossy();
        let bytes = fs::read(template)
            .map_err(|error| Error::invalid(texts::cannot_read(&template.to_string_lossy())).because(error))?;
        let template = Template::read(&name, &bytes)?;
        if fields {
            let fields = json!(template.fields());
            self.print(&fields, |fields| {
                fields.as_array().into_iter().flatten().for_each(|name| say!("{}", name.as_str().unwrap_or_default()))
            });
            return Ok(());
        }
        template.warnings().iter().for_each(|warning| eprintln!("{warning}"));
        // Read straight into the template language's values, which keep the order of fields.
        let values: Values = read_json(values.unwrap_or(Path::new("")))?;
        let out = out.unwrap_or(Path::new(""));
        write_whole(out, &template.fill(&values, Utc::now())?)?;
        self.print(&json!({ "path": out }), |_| say!("{}", texts::made(&out.to_string_lossy())));
        Ok(())
    }

    /// A project or an enterprise by its identity, its code, or its whole name.
    pub fn find(&self, kind: &str, named: &str) -> Result<String> {
        if changwu_core::ids::Id::parse(named).is_some() {
            return Ok(named.to_string());
        }
        let answer = self.call(&format!("{kind}_list"), json!({ "text": named, "limit": 2 }))?;
        match answer["rows"].as_array().map(Vec::as_slice) {
            Some([only]) => Ok(only["id"].as_str().unwrap_or_default().to_string()),
            Some([]) | None => Err(Error::invalid(texts::none_of_that_name(named))),
            Some(_) => Err(Error::invalid(texts::several_of_that_name(named))),
        }
    }

    fn print_rows(&self, rows: &Value) {
        self.print(rows, output::rows);
    }

    pub fn print(&self, value: &Value, for_people: impl Fn(&Value)) {
        match self.arguments.json {
            true => say!("{value}"),
            false => for_people(value),
        }
    }
}

/// The lists that can be written as a sheet.
fn list_kinds() -> Vec<String> {
    ListKind::ALL.iter().map(|kind| kind.code().to_owned()).collect()
}

/// The query of a list from conditions and sorting as typed.
fn query(kind: &str, conditions: &[String], sort: Option<&str>) -> Result<Value> {
    let mut filter = serde_json::Map::new();
    for condition in conditions {
        let (field, value) =
            condition.split_once('=').ok_or_else(|| Error::invalid(texts::not_a_condition(condition)))?;
        // true, 3 and ["a"] are what they look like; anything else is text.
        filter.insert(field.trim().into(), serde_json::from_str(value).unwrap_or_else(|_| value.into()));
    }
    let mut query = match kind {
        "tasks" => json!({ "filter": filter }),
        _ => Value::Object(filter),
    };
    if let Some(sort) = sort {
        query["descending"] = json!(sort.starts_with('-'));
        query["sort"] = json!(sort.trim_start_matches('-'));
    }
    Ok(query)
}

fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path)
        .map_err(|error| Error::invalid(texts::cannot_read(&path.to_string_lossy())).because(error))?;
    serde_json::from_str(&text).map_err(|error| Error::invalid(texts::not_json()).because(error))
}
