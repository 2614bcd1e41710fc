//! Finding things by Chinese words, pinyin and near names.

pub mod similar;
pub mod text;

mod find;
pub mod pinyin;
pub use find::{Hit, find};
