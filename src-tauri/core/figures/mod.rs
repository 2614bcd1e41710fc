//! 统计: every derived figure of domain.md §1.7 with its 口径, its numerator and denominator, and the rows behind it.
//!
//! [`name`] is the list of figures and their definitions, [`value`] what a figure says on a day, [`rows`] the records
//! behind one, [`breakdown`] how projects and tasks spread. [`snapshot`] keeps figures as they were reported,
//! [`compare`] sets two days side by side, [`export`] writes them to Excel.

pub mod breakdown;
pub mod compare;
pub mod export;
pub mod name;
pub mod paper;
pub mod rows;
pub mod snapshot;
pub mod value;

/// The version of the definitions in [`name`]; goes up whenever one of them counts differently. Snapshots keep theirs.
pub const DEFINITION_VERSION: i64 = 1;
