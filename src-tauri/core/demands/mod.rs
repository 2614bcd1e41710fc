//! 需求: what an enterprise asks for. Categories ([`category`]), states ([`status`]), where needs come from
//! ([`source`]) and the chain of steps a category usually takes ([`steps`]). Verbs: [`create`], [`set`], [`advance`]
//! (the state), [`split`] (into tasks), [`order`], [`trash`]; reading: [`list`].

pub mod advance;
pub mod category;
pub mod create;
pub mod list;
pub mod order;
pub mod set;
pub mod source;
pub mod split;
pub mod status;
pub mod steps;
pub mod trash;
