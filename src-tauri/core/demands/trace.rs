//! 追溯: from needs to the tasks that serve them and to what came of it, and backwards.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::demands::category::DemandCategory;
use crate::demands::status::DemandStatus;
use crate::ids::{DemandId, EnterpriseId, OutcomeId, ProjectId, ReplyId, SessionId, TaskId};
use crate::outcomes::kind::OutcomeKind;
use crate::tasks::light::Light;
use crate::tasks::status::TaskStatus;

/// Where to trace from: everything of a project or an enterprise, or what hangs on one demand, task or outcome.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TraceFrom {
    Project(ProjectId),
    Enterprise(EnterpriseId),
    Demand(DemandId),
    Task(TaskId),
    Outcome(OutcomeId),
}

/// What hangs together. Links are told by identity: a task names its demand, an outcome its task and its demand.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct Trace {
    pub demands: Vec<TraceDemand>,
    pub replies: Vec<TraceReply>,
    pub tasks: Vec<TraceTask>,
    pub outcomes: Vec<TraceOutcome>,
}

/// A need.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TraceDemand {
    pub id: DemandId,
    pub category: DemandCategory,
    pub name: String,
    pub quantity: String,
    pub status: DemandStatus,
}

/// What a unit answered at a 创意会.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TraceReply {
    pub id: ReplyId,
    pub demand_id: Option<DemandId>,
    pub task_id: Option<TaskId>,
    pub unit: String,
    pub text: String,
    pub session_id: SessionId,
    pub session: String,
}

/// A task.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TraceTask {
    pub id: TaskId,
    pub demand_id: Option<DemandId>,
    pub title: String,
    pub lead: String,
    pub due_text: String,
    pub status: TaskStatus,
    pub light: Light,
}

/// What came of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TraceOutcome {
    pub id: OutcomeId,
    pub project_id: ProjectId,
    pub demand_id: Option<DemandId>,
    pub task_id: Option<TaskId>,
    pub kind: OutcomeKind,
    /// As stated; empty without one.
    pub amount: String,
    pub counterparty: String,
    pub on_day: Option<NaiveDate>,
    pub source_text: String,
    pub verify: String,
}
