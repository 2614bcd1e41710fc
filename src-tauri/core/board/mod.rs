//! 挂图作战: months × projects, a red flag where everything due that month was 销号 in time, a black one where anything
//! was late. The rule: [`flag`]; what the board holds: [`list`].

pub mod flag;
pub mod list;
pub mod paper;
