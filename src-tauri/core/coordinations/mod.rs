//! 协调: from the 专班 up to 顶格协调 (domain.md §1.5). Levels and states: [`status`].

pub mod status;
