//! The rules as the page of 设置 shows them.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::ids::LightRuleId;
use crate::light_rules::bounds::Bounds;

/// Every rule, the latest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LightRulesPage {
    pub rows: Vec<LightRuleRow>,
    /// What holds before the first of them.
    pub shipped: Bounds,
    /// What holds on the day asked.
    pub now: Bounds,
}

/// A rule.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LightRuleRow {
    pub id: LightRuleId,
    pub valid_from: NaiveDate,
    pub bounds: Bounds,
    pub note: String,
    /// It decides the lights of the day asked.
    pub in_force: bool,
}
