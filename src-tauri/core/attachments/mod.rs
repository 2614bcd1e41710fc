//! 附件: files of any record. The bytes lie in the workbook file, once per content, cut in chunks, outside the journal;
//! the row that names them is journaled like any other. Verbs: [`add`], [`set`], [`trash`], [`take_out`] (save as, open);
//! [`picture`] makes the small copies; [`file_name`] keeps names that every system takes; reading: [`list`].

pub mod add;
pub mod file_name;
pub mod list;
pub mod picture;
pub mod set;
pub mod take_out;
pub mod trash;
