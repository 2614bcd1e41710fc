//! 报送: which sheet went to which unit, when it is due back, and whether it came. Verbs: [`edit`]; reading: [`list`].

pub mod edit;
pub mod list;
