//! The records behind a figure.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::Kind;
use crate::api::list::Paging;
use crate::figures::name::FigureName;
use crate::ids::Id;
use crate::tasks::list::Named;

codes! {
    /// Which of the records behind a rate.
    pub enum FigurePart {
        All => "all", "全部";
        /// In the numerator.
        Counted => "counted", "计入";
        /// In the denominator alone.
        Rest => "rest", "未计入";
    }
}

/// A page of the records behind a figure.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FigureRowsQuery {
    pub name: FigureName,
    /// All if left out.
    #[serde(default)]
    #[ts(optional)]
    pub part: Option<FigurePart>,
    /// The day; that of the request if left out.
    #[serde(default)]
    #[ts(optional)]
    pub as_of: Option<NaiveDate>,
    #[serde(flatten)]
    pub paging: Paging,
}

/// One record behind a figure.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FigureRow {
    pub id: Id,
    pub record: Kind,
    pub title: String,
    /// What it belongs to …
    pub about: Option<Named>,
    /// … and which kind that is.
    pub about_kind: Option<Kind>,
    /// Is it in the numerator?
    pub counted: bool,
    /// The day that decides, as printed.
    pub day: String,
    /// Why it counts, or how it stands.
    pub note: String,
}
