//! 企业: whose ideas these are. How they are classified ([`classification`]).

pub mod classification;
