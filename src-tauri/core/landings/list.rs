//! The landings of a project as its page shows them.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::ids::{EvidenceId, LandingId};
use crate::outcomes::kind::LandingBasis;

/// One landing with its evidence.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LandingRow {
    pub id: LandingId,
    pub basis: LandingBasis,
    pub landed_on: NaiveDate,
    pub decided_by: String,
    pub note: String,
    pub revoked_on: Option<NaiveDate>,
    pub revoke_reason: String,
    pub evidence: Vec<EvidenceRow>,
}

/// One piece of evidence.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EvidenceRow {
    pub id: EvidenceId,
    pub text: String,
    /// How many files it has.
    pub files: i64,
}
