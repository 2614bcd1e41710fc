//! 下发责任分工表: a sheet for each lead unit, in one workbook or one file each, and in 报送情况 in the same action.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::assignment::{Heading, UnitSheet, bytes, new_sheet_name};
use crate::action::Action;
use crate::documents::file_name;
use crate::error::{Code, Error, Result};
use crate::files::write_whole;
use crate::ids::{DepartmentId, SentSheetId, TaskId};
use crate::progress::Watch;
use crate::sent_sheets::edit::{self, NewSheets};
use crate::sheets::assigned::Assigned;
use crate::sheets::mark::MarkedSheet;
use crate::storage::assigned as stored;
use crate::storage::rows::SentSheet;
use crate::storage::table::live;
use crate::tasks::list::TaskFilter;
use crate::texts::sheets as texts;
use crate::workbook::Tx;

/// What to send.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct SendSheets {
    /// These tasks …
    #[ts(optional)]
    pub tasks: Option<Vec<TaskId>>,
    /// … or those of a filter.
    #[ts(optional, as = "Option<_>")]
    pub filter: TaskFilter,
    /// What the sheets are called, 2021年2月责任分工表 if left out.
    #[ts(optional, as = "Option<_>")]
    pub title: String,
    /// When they are due back: a day, or so many working days from today; not said if left out.
    #[ts(optional, as = "Option<_>")]
    pub due: String,
    #[ts(optional, as = "Option<_>")]
    pub note: String,
    /// The file; with `separate` the folder for a file each.
    pub path: String,
    #[ts(optional, as = "Option<_>")]
    pub separate: bool,
}

/// What was sent.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetsSent {
    pub paths: Vec<PathBuf>,
    pub sheets: Vec<SentSheetId>,
    pub units: usize,
    pub tasks: usize,
    /// Tasks without a lead unit, which went to nobody.
    pub without_lead: usize,
}

/// 2021年2月责任分工表.
pub fn default_title(today: NaiveDate) -> String {
    texts::default_title(today.year(), today.month())
}

/// Writes the sheets and notes them; returns the action by name. When a file cannot be written nothing is noted, and what
/// was written before it is taken away.
pub fn send(
    tx: &Tx<'_>,
    request: &SendSheets,
    made_at: DateTime<Utc>,
    watch: &dyn Watch,
) -> Result<(Action, SheetsSent)> {
    let tasks = stored::to_send(tx, &request.filter, request.tasks.as_deref(), tx.today)?;
    let without_lead = tasks.iter().filter(|task| task.lead.is_none()).count();
    let units = by_unit(tasks);
    if units.is_empty() {
        return Err(Error::invalid(texts::nothing_to_send(without_lead)));
    }
    let title = match request.title.trim() {
        "" => default_title(tx.today),
        title => title.to_owned(),
    };
    let noted = NewSheets { title, due: request.due.clone(), note: request.note.clone(), ..NewSheets::default() };
    let ids: Vec<DepartmentId> = units.iter().map(|(unit, _)| *unit).collect();
    let (action, sheets) = edit::note_sent(tx, &ids, &noted)?;
    let sent: SentSheet = live(tx, sheets[0])?;
    let heading = Heading { title: &sent.title, sent_on: sent.sent_on, due: sent.due, made_at };
    let mut names: Vec<String> = Vec::new();
    let mut unit_sheets: Vec<UnitSheet> = Vec::new();
    for ((department, tasks), id) in units.into_iter().zip(&sheets) {
        let unit = tasks.first().map(|task| task.lead_name.clone()).unwrap_or_default();
        let name = new_sheet_name(&unit, &names);
        names.push(name.clone());
        unit_sheets.push(UnitSheet { marked: MarkedSheet { name, sent: *id, department }, unit, tasks });
    }
    let paths = write(request, &heading, &unit_sheets, watch)?;
    let tasks = unit_sheets.iter().map(|unit| unit.tasks.len()).sum();
    Ok((action, SheetsSent { paths, units: sheets.len(), sheets, tasks, without_lead }))
}

/// Tasks stand in the order of their units.
fn by_unit(tasks: Vec<Assigned>) -> Vec<(DepartmentId, Vec<Assigned>)> {
    let mut units: Vec<(DepartmentId, Vec<Assigned>)> = Vec::new();
    for task in tasks {
        match (task.lead, units.last_mut()) {
            (None, _) => {}
            (Some(lead), Some((unit, of_unit))) if *unit == lead => of_unit.push(task),
            (Some(lead), _) => units.push((lead, vec![task])),
        }
    }
    units
}

fn write(request: &SendSheets, heading: &Heading<'_>, units: &[UnitSheet], watch: &dyn Watch) -> Result<Vec<PathBuf>> {
    let path = Path::new(request.path.trim());
    if !request.separate {
        watch.progress(0, 1, crate::texts::plans::exporting());
        write_whole(path, &bytes(heading, units).map_err(Error::internal)?)?;
        return Ok(vec![path.to_owned()]);
    }
    std::fs::create_dir_all(path)
        .map_err(|error| Error::new(Code::Disk, crate::texts::cannot_create(&path.to_string_lossy())).because(error))?;
    let mut written: Vec<PathBuf> = Vec::new();
    for (done, unit) in units.iter().enumerate() {
        watch.progress(done as u64, units.len() as u64, crate::texts::plans::exporting());
        let one = watch.check().and_then(|()| {
            let bytes = bytes(heading, std::slice::from_ref(unit)).map_err(Error::internal)?;
            let file = free_name(path, &unit.unit, heading.title);
            write_whole(&file, &bytes).map(|()| file)
        });
        match one {
            Ok(file) => written.push(file),
            Err(error) => {
                written.iter().for_each(|file| drop(std::fs::remove_file(file)));
                return Err(error);
            }
        }
    }
    Ok(written)
}

/// A name no file of the folder has: the filled sheet of last time may lie there.
fn free_name(folder: &Path, unit: &str, title: &str) -> PathBuf {
    let named = |addition: &str| folder.join(file_name::propose(unit, &format!("{title}{addition}"), "", "xlsx"));
    let numbered = (2..1000).map(|number| named(&format!("（{number}）")));
    std::iter::once(named("")).chain(numbered).find(|path| !path.exists()).unwrap_or_else(|| named(""))
}
