//! An Excel or CSV ledger, as an office keeps it, read into a draft a person can check before it is applied.
//!
//! The parts, in the order they are used: [`read`] the file → rows of cells; [`header`] finds the head; [`columns`]
//! what each column means; [`rows`] which rows are work; [`cells`] one cell → a value or a doubt; [`questions`]
//! doubts → what a person decides; [`draft`] (put together by `assemble`, `nouns`, `task_row` and `compare`) what each row
//! would do to what is [`known`].

pub mod apply;
mod assemble;
pub mod cells;
pub mod columns;
mod compare;
pub mod draft;
pub mod header;
pub mod known;
mod nouns;
pub mod questions;
pub mod read;
pub mod rows;
mod task_row;

pub use apply::apply;
pub use columns::Mapping;
pub use draft::{LedgerDraft, draft, likely_sheet, propose};
pub use known::Known;
pub use questions::Answers;
pub use read::{Book, Cell, Sheet, column_letter, read_file};
