//! 亮灯规则: from which day on which bounds hold ([`bounds`]). What stands in force on the day asked decides every light,
//! list and figure; before the first rule of the workbook the shipped one holds. Verbs: [`edit`]; reading: [`list`],
//! [`preview`].

pub mod bounds;
pub mod edit;
pub mod list;
pub mod preview;
