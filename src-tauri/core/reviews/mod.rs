//! 评审论证: experts, rounds, opinions, and the conclusion that moves a project on.

pub mod conclusion;
