//! The only folder with SQL.
//!
//! [`open`] opens, creates and upgrades a workbook file. [`rows`] declares every travelling table through
//! [`table`]; files named after nouns hold the queries lists need. [`session`] records what an action changed,
//! [`changeset`] reads it, [`journal`] keeps it, [`fold`] makes rows of it again. [`derived`] keeps tasks as they
//! stand and the search index. [`check`] is 检查工作簿.

pub mod assigned;
pub mod attachments;
pub mod board;
pub mod calendar;
pub mod changeset;
pub mod check;
pub mod coordinations;
pub mod decisions;
pub mod demand_trace;
pub mod demands;
pub mod department_merge;
pub mod departments;
pub mod dependencies;
pub mod derived;
pub mod dictionaries;
pub mod enterprises;
pub mod figures;
pub mod fold;
pub mod gantt;
pub mod handover;
pub mod journal;
pub mod landings;
pub mod ledgers;
pub mod library;
pub mod light_rules;
pub mod meeting_items;
pub mod meetings;
pub mod meta;
pub mod milestones;
pub mod names;
pub mod open;
pub mod outcomes;
pub mod overview;
pub mod papers;
pub mod people;
pub mod plan_versions;
pub mod plans;
pub mod projects;
pub mod reminders;
pub mod reviews;
pub mod rows;
pub mod sample;
pub mod sent_sheets;
pub mod session;
pub mod session_parts;
pub mod sessions;
pub mod shown;
pub mod stage_facts;
pub mod stated;
pub mod submissions;
pub mod supervisions;
pub mod table;
pub mod task_list;
pub mod task_rows;
pub mod tasks;
pub mod week;
pub mod work_groups;

/// The version of the schema this program writes.
pub const SCHEMA_VERSION: i32 = 4;
