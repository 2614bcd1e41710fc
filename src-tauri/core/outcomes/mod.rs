//! 成效: what came of a project, with amounts as stated; 意向 is never added to 合同 (domain.md §1.7). Kinds and the
//! grounds of a landing: [`kind`]. Verbs: [`create`], [`set`], [`trash`]; reading: [`list`].

pub mod create;
pub mod kind;
pub mod list;
pub mod set;
pub mod trash;
