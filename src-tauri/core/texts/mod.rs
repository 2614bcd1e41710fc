//! Every sentence the core says to a person, in Chinese, one file for each folder that says them. A function
//! per sentence, named after what it says; code elsewhere holds no Chinese prose. (Words for enumerations stand
//! beside their codes, see [`crate::codes`].)

pub mod documents;
pub mod ledgers;
pub mod values;
mod departments;
mod input;
mod workbook;

pub use departments::*;
pub use input::*;
pub use workbook::*;
