//! Reference lists staff may edit: chains, industries, formats, districts, time limits ([`list`]). What is
//! [`shipped`], how a list is [`read`] and [`edit`]ed; [`limits`] of sources; the [`calendar`] file of an office.

pub mod calendar;
pub mod edit;
pub mod limits;
pub mod list;
pub mod read;
pub mod shipped;
