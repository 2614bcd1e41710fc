//! 任务.

pub mod light;
pub mod status;
