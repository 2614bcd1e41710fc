//! Reminders while the program runs, and what was missed while it did not. They go by the clock's day, never by
//! 数据截至. [`schedule`] says when it is time, [`due`] what there is to say; when it was said last stays on this laptop.

pub mod due;
pub mod schedule;
