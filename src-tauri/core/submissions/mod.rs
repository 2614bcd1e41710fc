//! 征集: ideas as they come in on the form, and the first look at them (初筛).

pub mod screening;
