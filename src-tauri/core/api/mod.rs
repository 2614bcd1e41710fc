//! What a window, the command line or a test may ask: one list of names, requests and answers ([`requests`]). From it come
//! the dispatcher ([`Host::call`]), `changwu-cli call --list` and the TypeScript types ([`contract`]).
//!
//! A handler is five lines: it unwraps the request, calls the noun's verb, and hands back the answer. Reads go
//! through [`Context::read`], changes through [`Context::transact`], which notes what changed so that the window
//! refreshes just that.

mod attachments;
mod board;
mod context;
pub mod contract;
mod demands;
mod departments;
mod dictionaries;
mod enterprises;
mod figures;
mod gantt;
mod host;
mod landings;
mod ledgers;
mod library;
mod light_rules;
pub mod list;
mod meetings;
mod outcomes;
mod overview;
mod papers;
mod plan_versions;
mod plans;
mod projects;
mod reminders;
mod requests;
mod reviews;
mod sample;
mod sent_sheets;
mod session_day;
mod sessions;
mod sheets;
mod submissions;
mod supervisions;
mod tasks;
mod work_groups;
mod workbook;

pub use context::{CallOptions, Context};
pub use host::{Answer, Host};
pub use requests::REQUESTS;
use requests::{dispatch, visit_requests};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request that says nothing but its name, or an answer that says nothing but “done”.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}
