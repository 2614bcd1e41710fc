//! 引述数: a figure somebody stated, as printed, with what it covers and where it stands. Listed apart; never summed,
//! divided or sorted as a number (domain.md §1.5). Verbs: [`create`], [`set`], [`trash`]; reading: [`list`].

pub mod create;
pub mod list;
pub mod set;
pub mod trash;
