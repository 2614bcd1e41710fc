//! 创意会: the year's plan, preparation, the day itself, and what follows from it.

pub mod line;
pub mod status;
