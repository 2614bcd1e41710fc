//! Back: the filled 责任分工表, however it was filled. [`read`] the file → rows; [`value`] one cell → what it says; [`find`]
//! which task a row is; [`compare`] what was sent, what came back and what stands here now → a preview; [`apply`] what was
//! chosen there, in one action. Nothing is changed before.

pub mod apply;
pub mod compare;
pub mod draft;
mod find;
mod read;
mod value;
