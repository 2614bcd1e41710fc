//! 督办单: one matter, one paper (domain.md §3.2, §3.5). [`issue`] proposes and issues, [`advance`] takes one through
//! 签收, 反馈, 复核 to 销号 or 退回 or 作废, [`set`] mends it, [`paper`] is what leaves the room. Reading: [`list`]. Levels
//! and states: [`status`].

pub mod advance;
pub mod export;
pub mod issue;
pub mod list;
pub mod paper;
pub mod set;
pub mod status;
pub mod trash;
