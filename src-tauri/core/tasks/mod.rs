//! 任务.

pub mod status;
