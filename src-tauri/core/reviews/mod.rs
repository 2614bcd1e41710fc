//! 评审论证: experts, rounds, opinions by the three criteria (创意好, 论证实, 可落地), and the conclusion that moves a
//! project on.

pub mod conclude;
pub mod conclusion;
pub mod create;
pub mod experts;
pub mod list;
pub mod notice;
pub mod opinions;
pub mod said;
pub mod set;
mod stage;
pub mod trash;
