//! 导入日历: a file that states days off and make-up days is read ([`file`]), shown with the deadlines it moves
//! ([`preview`]), and written in one action ([`apply`]).

pub mod apply;
pub mod file;
pub mod preview;
