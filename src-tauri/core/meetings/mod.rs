//! 调度会: what it goes through in order of urgency, what is decided, and what becomes of it (screens.md §2). States:
//! [`status`].

pub mod status;
