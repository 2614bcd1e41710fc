//! An Excel or CSV ledger, as an office keeps it, read into a draft a person can check before it is applied.
//!
//! The parts, in the order they are used: [`read`] the file → rows of cells; [`header`] finds the head; [`columns`]
//! what each column means.

pub mod cells;
pub mod columns;
pub mod header;
pub mod questions;
pub mod read;
pub mod rows;

pub use read::{Book, Cell, Sheet, column_letter, read_file};
