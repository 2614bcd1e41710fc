//! Stated figures as a list.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::api::list::Paging;
use crate::ids::{ProjectId, StatedFigureId};

/// Which stated figures: of a project, or without one those of the whole work.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct StatedQuery {
    #[serde(flatten)]
    pub paging: Paging,
    #[ts(optional)]
    pub project: Option<ProjectId>,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StatedRow {
    pub id: StatedFigureId,
    pub name: String,
    /// As printed: 超200亿元.
    pub text: String,
    pub unit: String,
    /// What it covers.
    pub scope: String,
    pub as_of: Option<NaiveDate>,
    pub source: String,
    pub note: String,
}
