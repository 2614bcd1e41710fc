//! The product, without a window. A tour, one line a room:
//!
//! - [`workbook`]: an open workbook file; `transact` is the only way to change it. [`action`] names what people do.
//! - [`error`], [`texts`]: refusals and the sentences they are told in. [`codes`], [`ids`]: how words and identities are kept.
//! - [`amount`], [`partial_date`], [`calendar`], [`uscc`], [`phone`], [`typed`], [`place`]: the small values, pure and property-tested.
//! - [`enterprises`], [`projects`], [`demands`], [`tasks`], [`departments`], [`plans`], [`attachments`]: one folder per thing staff
//!   name, one file per verb.
//! - [`submissions`], [`reviews`]: 征集 with the form there and back, and 评审论证 in rounds, likewise.
//! - [`library`], [`landings`], [`outcomes`], [`stated`]: 重点项目库, 落地认定, 成效 and 引述数, likewise.
//! - [`work_groups`]: 推进小组. [`dictionaries`]: the reference lists staff edit, and the calendar file of an office.
//! - [`board`]: 挂图作战, months and projects under red and black flags.
//! - [`light_rules`]: from when on which bounds the lights have. [`sent_sheets`]: 报送.
//! - [`meetings`], [`supervisions`], [`coordinations`]: 调度会, 督办单 and 协调; [`decisions`]: what is decided there.
//! - [`figures`]: every derived figure with its definition, the rows behind it, and snapshots.
//! - [`overview`]: the figures of the first page and what to do today.
//! - [`search`]: Chinese text and pinyin. [`documents`]: papers as data, then Word or the preview.
//!   [`papers`]: every paper the group sends. [`ledgers`]: an office's ledger in. [`sheets`]: Excel out, and the filled sheet back. [`sample`]: the article's workbook and synthetic data.
//! - [`storage`]: the only folder with SQL. [`api`]: the one list of what a window may ask.

#[macro_use]
pub mod codes;

pub mod action;
pub mod amount;
pub mod api;
pub mod attachments;
pub mod board;
pub mod calendar;
pub mod clock;
pub mod coordinations;
pub mod decisions;
pub mod demands;
pub mod departments;
pub mod dictionaries;
pub mod documents;
pub mod enterprises;
pub mod error;
pub mod figures;
pub mod files;
pub mod history;
pub mod ids;
pub mod input;
pub mod landings;
pub mod ledgers;
pub mod library;
pub mod light_rules;
pub mod meetings;
pub mod outcomes;
pub mod overview;
pub mod papers;
pub mod partial_date;
pub mod phone;
pub mod place;
pub mod plans;
pub mod progress;
pub mod projects;
pub mod reminders;
pub mod reviews;
pub mod sample;
pub mod search;
pub mod sent_sheets;
pub mod sessions;
pub mod sheets;
pub mod stated;
pub mod storage;
pub mod submissions;
pub mod supervisions;
pub mod tasks;
pub mod texts;
pub mod typed;
pub mod uscc;
pub mod work_groups;
pub mod workbook;

pub use error::{Code, Error, Result};
