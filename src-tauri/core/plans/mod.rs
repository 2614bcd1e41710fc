//! 实施方案 of a project (一项目一策) or an enterprise (一企一策): sections as rows, tables from the data. What stands in
//! it by default: [`outline`]; its states: [`status`]. Verbs: [`create`], [`set`], [`opinions`] (征求意见), [`issue`] (印发), [`versions`] (送审, 修订,
//! 作废), [`trash`], [`export`]. Reading: [`data`] gathers what a plan is about, [`content`] makes the paper of it,
//! [`check`] says what is missing, [`frozen`] is what an issued version keeps, [`compare`] sets two versions side
//! by side.

pub mod check;
pub mod compare;
pub mod content;
pub mod create;
pub mod data;
pub mod diff;
pub mod export;
pub mod frozen;
pub mod issue;
pub mod opinions;
pub mod outline;
pub mod page;
pub mod set;
pub mod status;
mod tables;
pub mod trash;
pub mod versions;
pub mod words;
