//! A task as the 责任分工表 says it, as of a day.

use crate::ids::{DepartmentId, TaskId};
use crate::partial_date::PartialDate;
use crate::sheets::columns::SheetColumn;
use crate::tasks::status::TaskStatus;
use crate::texts::sheets as texts;

/// A task as a row of the 责任分工表.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    pub id: TaskId,
    /// The project, else the enterprise.
    pub owner: String,
    pub title: String,
    pub measure: String,
    pub lead: Option<DepartmentId>,
    pub lead_name: String,
    /// Names in their order, 、 between them.
    pub assisting: String,
    pub persons: String,
    pub due: Option<PartialDate>,
    pub percent: Option<i64>,
    /// The latest 进展情况.
    pub done: String,
    /// 存在问题 of the latest note that has words.
    pub problem: String,
    pub coordination: bool,
    pub note: String,
    pub status: TaskStatus,
    pub sample: bool,
}

impl Assigned {
    /// What a column says, in the one form in which values are compared: dates and their precision encoded, names
    /// between 、, a percent as a whole number.
    pub fn said(&self, column: SheetColumn) -> String {
        match column {
            SheetColumn::Number => String::new(),
            SheetColumn::Owner => self.owner.clone(),
            SheetColumn::Title => self.title.clone(),
            SheetColumn::Measure => self.measure.clone(),
            SheetColumn::Lead => self.lead_name.clone(),
            SheetColumn::Assisting => self.assisting.clone(),
            SheetColumn::Persons => self.persons.clone(),
            SheetColumn::Due => self.due.map(|due| due.encode()).unwrap_or_default(),
            SheetColumn::Percent => self.percent.map(|percent| percent.to_string()).unwrap_or_default(),
            SheetColumn::Done => self.done.clone(),
            SheetColumn::Problem => self.problem.clone(),
            SheetColumn::Coordination => if self.coordination { texts::YES } else { "" }.to_owned(),
            SheetColumn::Note => self.note.clone(),
            SheetColumn::Id => self.id.to_string(),
        }
    }
}

/// A compared value as people read it: 3月底前 instead of 2021-03-31~month, 45% instead of 45.
pub fn shown(column: SheetColumn, said: &str) -> String {
    match column {
        SheetColumn::Due => PartialDate::decode(said).map_or_else(|| said.to_owned(), |due| due.prose()),
        SheetColumn::Percent if !said.is_empty() => format!("{said}%"),
        _ => said.to_owned(),
    }
}
