//! 调度会: what it goes through in order of urgency, what is decided, and what becomes of it (screens.md §2).
//!
//! [`queue`] proposes the items, [`create`] opens a meeting with them, [`items`] adds, drops and skips, [`settle`] keeps
//! what was decided on one, [`close`] ends it, [`minutes`] is its paper. [`week`] tells what changed since the last one,
//! [`groups`] how the 推进小组 stand. Reading: [`list`]. States: [`status`].

pub mod close;
pub mod create;
pub mod groups;
pub mod items;
pub mod list;
pub mod minutes;
pub mod queue;
pub mod set;
pub mod settle;
pub mod status;
pub mod trash;
pub mod week;
