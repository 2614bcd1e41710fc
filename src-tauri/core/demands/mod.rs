//! 需求: what an enterprise asks for. Categories ([`category`]), statuses ([`status`]) and which may follow which
//! ([`transitions`]), where needs come from ([`source`]) and the chain of steps a category usually takes ([`steps`]).
//! Verbs: [`create`], [`set`], [`advance`] (the status), [`visit`] (回访), [`split`] (into tasks), [`order`], [`trash`];
//! reading: [`list`], [`page`], [`trace`].

pub mod advance;
pub mod category;
pub mod create;
pub mod list;
pub mod order;
pub mod page;
pub mod paper;
pub mod set;
pub mod source;
pub mod split;
pub mod status;
pub mod steps;
pub mod trace;
pub mod transitions;
pub mod trash;
pub mod visit;
