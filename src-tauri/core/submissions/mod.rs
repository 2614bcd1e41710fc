//! 征集: ideas as they come in, by hand or on the form ([`form`]), and the first look at them (初筛). What comes in is a
//! project at 征集登记 from the first moment; a [`crate::storage::rows::Submission`] says how it came.

pub mod create;
pub mod form;
pub mod list;
pub mod screen;
pub mod screening;
pub mod set;
pub mod trash;
pub mod whose;
