//! The sample workbook: the article's five enterprises and what is made up around them ([`fixture`],
//! written by [`write`]), and the words
//! synthetic workbooks are made of ([`names`], [`texts`])
//! by [`generate`].

mod dispatch;
pub mod fixture;
pub mod generate;
pub mod names;
pub mod plans;
mod results;
mod reviews;
mod sessions;
mod sheets;
pub mod texts;
pub mod write;
