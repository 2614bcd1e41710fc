//! 创意项目: what an enterprise wants to build. Stages ([`stage`]), how projects are classified
//! ([`classification`]) and the phases of their 路线图 ([`phase`]).

pub mod classification;
pub mod phase;
pub mod stage;
