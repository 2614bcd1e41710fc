//! Reference lists staff may edit: chains, industries, formats, districts, time limits, the calendar.

pub mod list;
