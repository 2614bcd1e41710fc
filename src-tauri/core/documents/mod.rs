//! Papers: what is written on them as data, then Word or the preview in the window.
//!
//! - [`model`]: a [`Document`] is a list of blocks; nothing in it knows fonts, twips or markup. Whoever has
//!   something to print builds one of these, and gets both renderers.
//! - [`layout`]: the measures of GB/T 9704-2012 (domain.md §3.6) and what follows from them: where a title
//!   breaks, where a signature stands. Both renderers read them here, so screen and Word agree.
//! - [`word`]: a document as the bytes of a .docx.
//! - [`template`]: any .docx with placeholders, filled with any values.
//! - `preview` (cargo feature `pdf`): a document as pages, through typst: SVG for the window, PDF, a picture.
//! - [`markup`]: the layout of a paper as a light text with placeholders, from which documents and Word templates
//!   are made; [`grid`]: tables whose cells span.
//! - [`fonts`]: the typefaces the paper wants, and which of them this computer lacks.
//! - [`file_name`]: what the save dialog proposes.
//!
//! ```
//! use changwu_core::documents::{Align, Column, Document, Level, Table, word};
//!
//! let mut paper = Document::new("关于推进示例项目落地的实施方案");
//! paper.heading(Level::One, "基本情况"); // 一、基本情况
//! paper.heading(Level::Two, "企业概况"); // （一）企业概况
//! paper.text("示例企业成立于2012年。");
//! paper.attachment_note(["责任分工表"]);
//! paper.attachment("责任分工表");
//! let mut table = Table::new([Column::new("序号", 1, Align::Centre), Column::new("重点任务", 4, Align::Left)]);
//! table.row(["1", "用地预审"]);
//! paper.table(table);
//! let bytes = word::render(&paper, chrono::Utc::now())?;
//! # assert!(!bytes.is_empty());
//! # Ok::<(), changwu_core::Error>(())
//! ```

pub mod file_name;
pub mod fonts;
pub mod grid;
pub mod layout;
pub mod markup;
pub mod model;
#[cfg(feature = "pdf")]
pub mod preview;
#[cfg(test)]
mod specimens;
pub mod template;
pub mod word;

pub use grid::{Grid, GridCell, GridRow};
pub use model::{Align, Block, Column, Document, Emphasis, Level, PageNumbers, PageSetup, Picture, Run, Sheet, Table};
