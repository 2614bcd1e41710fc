//! Finding things by Chinese words, pinyin and near names.

pub mod pinyin;
pub mod similar;
pub mod text;
