//! What other bounds would change, before anybody saves them.

use serde::Serialize;
use ts_rs::TS;

use crate::ids::TaskId;
use crate::light_rules::bounds::Bounds;
use crate::tasks::light::LightKind;

/// The lights of the day asked under other bounds.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LightPreview {
    /// What was typed, read.
    pub bounds: Bounds,
    /// Open tasks, …
    pub open: usize,
    /// … and how many of them would show another light.
    pub changed: usize,
    /// From which light to which, the most frequent first.
    pub moves: Vec<LightMove>,
    /// Some of them.
    pub examples: Vec<LightExample>,
}

/// So many tasks would go from one light to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LightMove {
    pub from: LightKind,
    pub to: LightKind,
    pub count: usize,
}

/// A task that would show another light.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LightExample {
    pub id: TaskId,
    pub title: String,
    pub from: LightKind,
    pub to: LightKind,
    /// Why, under the other bounds.
    pub reason: String,
}
