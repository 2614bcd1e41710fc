//! Which task a row is: by its identity; without one by title (without its number), project and lead unit (domain.md §1.8).

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::read::BackSheet;
use crate::error::Result;
use crate::ids::{DepartmentId, Id, TaskId};
use crate::ledgers::rows::{Line, without_number};
use crate::sheets::assigned::Assigned;
use crate::sheets::columns::SheetColumn;
use crate::sheets::mark::Mark;
use crate::storage::assigned as stored;
use crate::texts::sheets as texts;
use crate::typed::compact;

/// What a row is.
pub(super) enum Found {
    Task(TaskId),
    /// None that we know; why, and whether it can be added as a new task.
    Unknown {
        why: String,
        new: bool,
    },
}

/// Finds the tasks of a file's rows. A task is one row only.
pub(super) struct Finder<'f> {
    connection: &'f Connection,
    today: chrono::NaiveDate,
    mark: Option<&'f Mark>,
    /// Every task found or looked at, as it stands here now.
    pub tasks: HashMap<TaskId, Assigned>,
    /// Where the row of a task stands: sheet and row as Excel numbers it.
    taken: HashMap<TaskId, (String, u32)>,
    led: HashMap<Option<DepartmentId>, Vec<TaskId>>,
}

impl<'f> Finder<'f> {
    pub fn new(connection: &'f Connection, today: chrono::NaiveDate, mark: Option<&'f Mark>) -> Self {
        Self { connection, today, mark, tasks: HashMap::new(), taken: HashMap::new(), led: HashMap::new() }
    }

    /// The task of each row of each sheet. Rows that carry an identity first, whatever sheet they stand on: a copied row
    /// carries that of another, and the one that kept the title is the task.
    pub fn find(&mut self, sheets: &[BackSheet<'_>], units: &[Option<DepartmentId>]) -> Result<Vec<Vec<Found>>> {
        let ids: HashSet<TaskId> = sheets.iter().flat_map(ids_of).collect();
        let ids: Vec<TaskId> = ids.into_iter().collect();
        self.know(&ids)?;
        for keeps_title in [true, false] {
            for sheet in sheets {
                for line in &sheet.lines {
                    let Some(id) = id_of(sheet, line).filter(|id| self.tasks.contains_key(id)) else { continue };
                    let as_sent = self.title_of(id, sheet, line);
                    if !self.taken.contains_key(&id) && as_sent == keeps_title {
                        self.taken.insert(id, (sheet.name.to_owned(), line.row as u32 + 1));
                    }
                }
            }
        }
        let mut found = Vec::new();
        for (sheet, unit) in sheets.iter().zip(units) {
            let rows = sheet.lines.iter().map(|line| self.row(sheet, line, *unit));
            found.push(rows.collect::<Result<Vec<_>>>()?);
        }
        Ok(found)
    }

    fn know(&mut self, ids: &[TaskId]) -> Result<()> {
        let tasks = stored::of(self.connection, ids, self.today)?;
        self.tasks.extend(tasks.into_iter().map(|task| (task.id, task)));
        Ok(())
    }

    /// Does the row still say the title of this task, as it is or as it was sent?
    fn title_of(&self, id: TaskId, sheet: &BackSheet<'_>, line: &Line) -> bool {
        if sheet.place(SheetColumn::Title).is_none() {
            return true;
        }
        let typed = key(&sheet.text(line, SheetColumn::Title));
        let sent = self.mark.and_then(|mark| mark.tasks.get(&id)?.get(&SheetColumn::Title));
        self.tasks.get(&id).is_some_and(|task| key(&task.title) == typed) || sent.is_some_and(|sent| key(sent) == typed)
    }

    fn row(&mut self, sheet: &BackSheet<'_>, line: &Line, unit: Option<DepartmentId>) -> Result<Found> {
        let id = id_of(sheet, line);
        let here = (sheet.name.to_owned(), line.row as u32 + 1);
        if let Some(id) = id.filter(|id| self.taken.get(id) == Some(&here)) {
            return Ok(Found::Task(id));
        }
        let title = sheet.text(line, SheetColumn::Title);
        if title.is_empty() {
            return Ok(Found::Unknown { why: texts::row_without_title(), new: false });
        }
        let mut same = self.like(sheet, line, unit)?;
        same.retain(|id| !self.taken.contains_key(id));
        if let [only] = same.as_slice() {
            self.taken.insert(*only, here);
            return Ok(Found::Task(*only));
        }
        // A row that was copied and given another title is new work; with the same title it is the same twice.
        let copied = id.and_then(|id| Some((id, self.taken.get(&id)?)));
        Ok(match (same.len(), copied, id) {
            (0, Some((id, (name, row))), _) if self.title_of(id, sheet, line) => {
                Found::Unknown { why: texts::same_row_twice(name, *row), new: false }
            }
            (0, None, Some(_)) => Found::Unknown { why: texts::task_not_here(), new: true },
            (0, ..) => Found::Unknown { why: texts::row_added(), new: true },
            (several, ..) => Found::Unknown { why: texts::several_tasks(several), new: false },
        })
    }

    /// The tasks with the row's title: of its project, if any are; of the unit that led them when they were sent or leads
    /// them now.
    fn like(&mut self, sheet: &BackSheet<'_>, line: &Line, unit: Option<DepartmentId>) -> Result<Vec<TaskId>> {
        let title = key(&sheet.text(line, SheetColumn::Title));
        let owner = owner_key(&sheet.text(line, SheetColumn::Owner));
        let mut led = match self.led.get(&unit) {
            Some(led) => led.clone(),
            None => {
                let tasks =
                    if unit.is_some() { stored::led_by(self.connection, unit, self.today)? } else { Vec::new() };
                let led: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
                self.tasks.extend(tasks.into_iter().map(|task| (task.id, task)));
                self.led.insert(unit, led.clone());
                led
            }
        };
        let sent: Vec<TaskId> = self.mark.map(|mark| mark.tasks.keys().copied().collect()).unwrap_or_default();
        let unknown: Vec<TaskId> = sent.iter().copied().filter(|id| !self.tasks.contains_key(id)).collect();
        self.know(&unknown)?;
        led.extend(sent);
        led.sort();
        led.dedup();
        let mut same: Vec<TaskId> = Vec::new();
        let mut of_owner: Vec<TaskId> = Vec::new();
        for id in led {
            let Some(task) = self.tasks.get(&id) else { continue };
            let sent = |column| self.mark.and_then(|mark| mark.tasks.get(&id)?.get(&column));
            let titled = key(&task.title) == title || sent(SheetColumn::Title).is_some_and(|sent| key(sent) == title);
            if titled {
                same.push(id);
                let owned = owner_key(&task.owner) == owner
                    || sent(SheetColumn::Owner).is_some_and(|sent| owner_key(sent) == owner);
                if owned {
                    of_owner.push(id);
                }
            }
        }
        Ok(if of_owner.is_empty() && owner.is_empty() { same } else { of_owner })
    }
}

fn ids_of<'s>(sheet: &'s BackSheet<'_>) -> impl Iterator<Item = TaskId> + use<'s> {
    sheet.lines.iter().filter_map(|line| id_of(sheet, line))
}

fn id_of(sheet: &BackSheet<'_>, line: &Line) -> Option<TaskId> {
    Id::parse(&sheet.text(line, SheetColumn::Id)).map(TaskId)
}

fn key(title: &str) -> String {
    compact(without_number(title))
}

fn owner_key(owner: &str) -> String {
    compact(owner.trim().trim_end_matches(texts::SAMPLE_MARK))
}
