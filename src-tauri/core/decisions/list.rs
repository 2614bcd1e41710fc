//! A decision as a page shows it, with what became of it.

use serde::Serialize;
use ts_rs::TS;

use crate::ids::{DecisionId, TaskId};
use crate::sessions::said::NamedUnit;
use crate::tasks::light::Light;
use crate::tasks::status::TaskStatus;

/// A decision.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecisionRow {
    pub id: DecisionId,
    /// The line as it was typed.
    pub typed: String,
    pub unit: Option<NamedUnit>,
    pub text: String,
    /// As a page says it: 2021年3月5日; empty without one.
    pub due: String,
    /// The task it became.
    pub task: Option<DecidedTask>,
}

/// The task of a decision as it stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecidedTask {
    pub id: TaskId,
    pub title: String,
    pub status: TaskStatus,
    pub light: Light,
}
