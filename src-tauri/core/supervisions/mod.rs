//! 督办单: one matter, one paper (domain.md §3.2, §3.5). Levels and states: [`status`].

pub mod status;
