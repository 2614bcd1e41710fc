//! 新增任务.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::Result;
use crate::ids::{DemandId, EnterpriseId, MilestoneId, ProjectId, TaskId};
use crate::input;
use crate::storage::rows::{Demand, Task};
use crate::storage::table::{insert, live, update};
use crate::tasks::facts::{self, Step};
use crate::tasks::order;
use crate::tasks::set::{self, TaskField, Typed};
use crate::tasks::status::TaskStatus;
use crate::workbook::Tx;

/// A new task as filled in: what it belongs to, and its fields as typed.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct NewTask {
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[ts(optional)]
    pub enterprise: Option<EnterpriseId>,
    #[ts(optional)]
    pub demand: Option<DemandId>,
    #[ts(optional)]
    pub milestone: Option<MilestoneId>,
    pub title: String,
    #[ts(optional, as = "Option<_>")]
    pub measure: String,
    #[ts(optional, as = "Option<_>")]
    pub deliverable: String,
    #[ts(optional, as = "Option<_>")]
    pub lead: String,
    #[ts(optional, as = "Option<_>")]
    pub assisting: String,
    #[ts(optional, as = "Option<_>")]
    pub persons: String,
    #[ts(optional, as = "Option<_>")]
    pub start_on: String,
    #[ts(optional, as = "Option<_>")]
    pub due: String,
    #[ts(optional, as = "Option<_>")]
    pub percent: String,
    #[ts(optional, as = "Option<_>")]
    pub note: String,
    /// 交办日期; today if left out. Working days are counted from it.
    #[ts(optional)]
    pub assigned_on: Option<NaiveDate>,
    /// The status it comes in with; 未启动 if left out.
    #[ts(optional)]
    pub status: Option<TaskStatus>,
}

/// A task that was made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CreatedTask {
    pub id: TaskId,
    /// What was done besides, in sentences: a person added to a unit.
    pub notices: Vec<String>,
}

/// A new task, last in its project. A demand brings its project (or enterprise) and, if none was typed, its lead unit.
pub fn create(tx: &Tx<'_>, new: &NewTask) -> Result<CreatedTask> {
    let demand = new.demand.map(|id| live::<Demand>(tx, id)).transpose()?;
    let of_demand = demand.as_ref();
    let assigned_on = new.assigned_on.unwrap_or(tx.today);
    let project_id = new.project.or(of_demand.and_then(|demand| demand.project_id));
    let mut task = Task {
        id: TaskId::new(),
        project_id,
        enterprise_id: match project_id {
            // The enterprise of a project's task is the project's own.
            Some(_) => None,
            None => new.enterprise.or(of_demand.and_then(|demand| demand.enterprise_id)),
        },
        demand_id: new.demand,
        milestone_id: None,
        title: input::required(&new.title, TaskField::Title.label())?,
        measure: String::new(),
        deliverable: String::new(),
        lead_department_id: of_demand
            .filter(|_| new.lead.trim().is_empty())
            .and_then(|demand| demand.lead_department_id),
        start_on: None,
        due_rule: String::new(),
        weight: 1,
        assigned_on: Some(assigned_on),
        submitted_on: None,
        closed_on: None,
        note: String::new(),
        position: String::new(),
        sample: false,
        deleted: false,
        source: None,
    };
    set::check_belongs(tx, &task)?;
    task.position = order::last_place(tx, &task)?;
    insert(tx, &task)?;
    if let Some(status) = new.status.filter(|status| *status != TaskStatus::NotStarted) {
        let before = task.clone();
        facts::record_status(tx, &mut task, None, &Step::plain(status, assigned_on.min(tx.today)))?;
        update(tx, &before, &task)?;
    }
    let milestone = new.milestone.map(|id| id.to_string()).unwrap_or_default();
    let fields = [
        (TaskField::Measure, &new.measure),
        (TaskField::Deliverable, &new.deliverable),
        (TaskField::Milestone, &milestone),
        (TaskField::Lead, &new.lead),
        (TaskField::Assisting, &new.assisting),
        (TaskField::Persons, &new.persons),
        (TaskField::StartOn, &new.start_on),
        (TaskField::Due, &new.due),
        (TaskField::Percent, &new.percent),
        (TaskField::Note, &new.note),
    ];
    let mut notices = Vec::new();
    for (field, text) in fields {
        if !text.trim().is_empty() {
            // The first due date counts from the day of assignment, so that an as-of day before today finds it.
            let on = (field == TaskField::Due).then(|| assigned_on.min(tx.today));
            let typed = Typed { text: text.as_str(), on, ..Typed::default() };
            set::set(tx, task.id, field, &typed, &mut notices)?;
        }
    }
    Ok(CreatedTask { id: task.id, notices })
}
