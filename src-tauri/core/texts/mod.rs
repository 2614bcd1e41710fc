//! Every sentence the core says to a person, in Chinese, one file for each folder that says them. A function
//! per sentence, named after what it says; code elsewhere holds no Chinese prose. (Words for enumerations stand
//! beside their codes, see [`crate::codes`].)

pub mod attachments;
pub mod board;
pub mod chase;
mod cli;
mod demands;
mod departments;
mod dictionaries;
pub mod dispatch;
pub mod documents;
mod enterprises;
pub mod figures;
pub mod gantt;
mod input;
pub mod ledgers;
pub mod light_rules;
pub mod papers;
pub mod plans;
mod projects;
pub mod reminders;
pub mod results;
mod reviews;
pub mod sent_sheets;
pub mod sessions;
pub mod sheets;
mod submissions;
pub mod supervisions;
pub mod tasks;
pub mod templates;
pub mod values;
pub mod window;
mod workbook;

pub use cli::*;
pub use demands::*;
pub use departments::*;
pub use dictionaries::*;
pub use enterprises::*;
pub use input::*;
pub use projects::*;
pub use reviews::*;
pub use sessions::*;
pub use submissions::*;
pub use workbook::*;
