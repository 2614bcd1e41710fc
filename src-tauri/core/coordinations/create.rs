//! 提请协调.

use chrono::NaiveDate;
use serde::Deserialize;
use ts_rs::TS;

use crate::coordinations::set::CoordinationField;
use crate::coordinations::status::{CoordinationLevel, CoordinationStatus};
use crate::error::{Error, Result};
use crate::ids::{CoordinationId, DemandId, MeetingId, ProjectId, TaskId};
use crate::input;
use crate::storage::rows::{Coordination, Demand, Meeting, Project, Task};
use crate::storage::table::{insert, live};
use crate::workbook::Tx;

/// What is to be coordinated.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RaiseCoordination {
    pub level: CoordinationLevel,
    pub issue: String,
    #[serde(default)]
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[serde(default)]
    #[ts(optional)]
    pub task: Option<TaskId>,
    #[serde(default)]
    #[ts(optional)]
    pub demand: Option<DemandId>,
    #[serde(default)]
    #[ts(optional)]
    pub meeting: Option<MeetingId>,
    /// 提请日期 as typed; today when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub raised_on: String,
    #[serde(default)]
    #[ts(optional, as = "Option<_>")]
    pub convener: String,
}

/// Raises it.
pub fn create(tx: &Tx<'_>, request: &RaiseCoordination) -> Result<Coordination> {
    let raised_on = input::day(&request.raised_on, CoordinationField::RaisedOn.label(), tx.today)?.unwrap_or(tx.today);
    if raised_on > tx.today {
        return Err(Error::invalid(crate::texts::tasks::not_yet("协调", raised_on, tx.today)));
    }
    let task = request.task.map(|id| live::<Task>(tx, id)).transpose()?;
    let demand = request.demand.map(|id| live::<Demand>(tx, id)).transpose()?;
    if let Some(meeting) = request.meeting {
        live::<Meeting>(tx, meeting)?;
    }
    let of_task = task.as_ref().and_then(|task| task.project_id);
    let of_demand = demand.as_ref().and_then(|demand| demand.project_id);
    let project_id = request.project.or(of_task).or(of_demand);
    if let Some(project) = project_id {
        live::<Project>(tx, project)?;
    }
    let issue = input::text(&request.issue, CoordinationField::Issue.label(), input::LONG)?;
    if issue.is_empty() {
        return Err(Error::invalid(crate::texts::must_not_be_empty(CoordinationField::Issue.label())));
    }
    let row = Coordination {
        level: request.level,
        project_id,
        task_id: request.task,
        demand_id: request.demand.or_else(|| task.and_then(|task| task.demand_id)),
        meeting_id: request.meeting,
        convener: input::line(&request.convener, CoordinationField::Convener.label())?,
        ..blank(raised_on, issue)
    };
    insert(tx, &row)?;
    Ok(row)
}

/// A 协调 of which only the issue is known.
pub fn blank(raised_on: NaiveDate, issue: String) -> Coordination {
    Coordination {
        id: CoordinationId::new(),
        level: CoordinationLevel::Office,
        project_id: None,
        task_id: None,
        demand_id: None,
        meeting_id: None,
        raised_on,
        held_on: None,
        convener: String::new(),
        attendees: String::new(),
        issue,
        decision: String::new(),
        status: CoordinationStatus::Raised,
        note: String::new(),
        sample: false,
        deleted: false,
    }
}
