//! 重点项目库: in it from a day until a day, apart from the stage (domain.md §1.6). Verbs: [`enter`], [`leave`], [`set`],
//! [`trash`]; reading: [`list`].

pub mod enter;
pub mod leave;
pub mod list;
pub mod set;
pub mod trash;
