//! 推进小组 under the 专班, by the domain of the ideas they push: who leads, which units and people belong
//! ([`members`]), which projects they have. Verbs: [`edit`]; reading: [`list`].

pub mod edit;
pub mod list;
pub mod members;
