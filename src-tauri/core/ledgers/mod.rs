//! An Excel or CSV ledger, as an office keeps it, read into a draft a person can check before it is applied.
//!
//! [`read`]: the file → rows of cells.

pub mod read;

pub use read::{Book, Cell, Sheet, column_letter, read_file};
