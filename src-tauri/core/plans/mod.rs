//! 实施方案: 一企一策 and 一项目一策. States ([`status`]) and the sections a plan has ([`outline`]).

pub mod outline;
pub mod status;
