//! Excel out and back. [`out`]: any list as filtered and sorted, and the 责任分工表 that units fill in; [`back`]: the filled
//! sheet, compared cell by cell with what was sent and with what stands here now. [`columns`] and [`assigned`] are what
//! both sides mean by a column and a row of the 责任分工表, [`mark`] what a sent workbook remembers of itself.

pub mod assigned;
pub mod back;
pub mod columns;
pub mod mark;
pub mod out;
