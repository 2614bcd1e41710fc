//! 实施方案 of a project (一项目一策) or an enterprise (一企一策): sections as rows, tables from the data. What stands in
//! it by default: [`outline`]; its states: [`status`]. Verbs: [`create`], [`set`], [`trash`], [`export`]. Reading:
//! [`data`] gathers what a plan is about, [`content`] makes the paper of it, [`check`] says what is missing.

pub mod check;
pub mod content;
pub mod create;
pub mod data;
pub mod export;
pub mod outline;
pub mod page;
pub mod set;
pub mod status;
mod tables;
pub mod trash;
mod words;
