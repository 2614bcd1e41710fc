//! 需求: what an enterprise asks for. Categories ([`category`]), states ([`status`]) and where needs come from
//! ([`source`]).

pub mod category;
pub mod source;
pub mod status;
pub mod steps;
