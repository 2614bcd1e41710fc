//! 协调: from the 专班 up to 顶格协调 (domain.md §1.5). [`create`] raises one, [`decide`] keeps what was decided and makes the
//! tasks of it, [`set`] mends it. Reading: [`list`]. Levels and states: [`status`].

pub mod create;
pub mod decide;
pub mod list;
pub mod minutes;
pub mod set;
pub mod status;
pub mod trash;
