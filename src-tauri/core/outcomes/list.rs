//! Outcomes as a list, of one project or of all, and their totals by what the money is worth.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::amount::Certainty;
use crate::api::list::Paging;
use crate::ids::{DemandId, OutcomeId, ProjectId};
use crate::outcomes::kind::OutcomeKind;

/// Which outcomes.
#[derive(Debug, Default, Clone, Deserialize, TS)]
#[serde(default)]
pub struct OutcomeQuery {
    #[serde(flatten)]
    pub paging: Paging,
    #[ts(optional)]
    pub project: Option<ProjectId>,
    #[ts(optional)]
    pub kind: Option<OutcomeKind>,
    /// Only those with something 待核实.
    #[ts(optional, as = "Option<_>")]
    pub verify: bool,
}

/// A line of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutcomeRow {
    pub id: OutcomeId,
    pub project_id: ProjectId,
    pub project: String,
    pub kind: OutcomeKind,
    /// As stated, with 超 and 约; empty without an amount.
    pub amount: String,
    pub certainty: Option<Certainty>,
    pub counterparty: String,
    pub on_day: Option<NaiveDate>,
    pub source_text: String,
    pub demand_id: Option<DemandId>,
    pub demand: String,
    pub verify: String,
    pub note: String,
}

/// Amounts of one certainty added up; another certainty is never among them.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OutcomeTotal {
    /// None: not said.
    pub certainty: Option<Certainty>,
    /// 超3000万元，另有1项未量化.
    pub text: String,
}
