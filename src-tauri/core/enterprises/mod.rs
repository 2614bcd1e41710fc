//! 企业: whose ideas these are, and whom to talk to there. How they are classified: [`classification`]. Verbs:
//! [`create`], [`set`], [`contacts`], [`merge`], [`trash`]; [`duplicates`] warns of a firm that is there already.

pub mod classification;
pub mod contacts;
pub mod create;
pub mod duplicates;
pub mod list;
pub mod merge;
pub mod set;
pub mod trash;
