//! 单位 and 责任人: who is responsible. The shipped units ([`reference`]), the ten 区市 ([`districts`]) and how a
//! typed name finds its unit ([`resolve`]). Verbs: [`found`], [`create`], [`set`], [`merge`] (and 更名), [`trash`], [`list`],
//! and [`people`].

pub mod create;
pub mod districts;
mod found;
pub mod kind;
pub mod list;
pub mod merge;
pub mod people;
pub mod person_role;
pub mod reference;
pub mod resolve;
pub mod set;
pub mod trash;

pub use found::found;
