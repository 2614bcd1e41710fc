//! Finding things by Chinese words, pinyin and near names.

pub mod text;
