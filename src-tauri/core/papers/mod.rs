//! 文书: every paper the group sends, each defined once (issue of decisions: docs/decisions.md).
//!
//! - [`kind`]: the papers by name, what each is of, and its layout in `layouts/`, a light text with placeholders
//!   ([`crate::documents::markup`]) that also declares the fields a template may name.
//! - [`gather`]: the values of a paper, from the workbook as of a day; what they say is in the noun's own folder.
//! - [`produce`]: values and layout, or the bureau's own template, to the bytes of a file.
//! - [`templates`]: the bureau's templates, kept in the workbook.
//! - [`words`]: what values are made of.

pub mod gather;
pub mod kind;
pub mod produce;
pub mod templates;
pub mod words;

pub use gather::{Gathered, Subject};
pub use kind::{PaperFormat, PaperKind, PaperOf, PaperSheet};
