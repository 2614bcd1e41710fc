//! 落地认定: that a project counts as landed is decided by people, dated, on a named ground and with evidence; it is
//! never derived from tasks (domain.md §0.1). Verbs: [`decide`], [`revoke`], [`set`], [`evidence`]; reading: [`list`].

pub mod decide;
pub mod evidence;
pub mod list;
pub mod paper;
pub mod revoke;
pub mod set;
