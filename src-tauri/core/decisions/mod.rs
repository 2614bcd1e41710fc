//! 决定: what a 调度会 or a 协调 decides, one line each. [`read`] shows what a line would be understood as, [`record`] keeps
//! it and makes the task of it, [`change`] mends it, [`list`] is how pages show it.

pub mod change;
pub mod list;
pub mod read;
pub mod record;
