//! Out: [`list`] writes any list over typed columns, [`lists`] says which lists there are, [`list_columns`] what
//! their columns show, [`task_columns`] those of 任务台账; [`assignment`] writes the 责任分工表 of a unit, [`send`] sends them out.

pub mod assignment;
pub mod list;
mod list_columns;
pub mod lists;
pub mod send;
pub mod task_columns;
