//! 成效 and 落地认定: what came of a project, and when it counts as landed.

pub mod kind;
