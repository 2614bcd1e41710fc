//! 单位 and 责任人: who is responsible. The shipped units ([`reference`]), the ten 区市 ([`districts`]) and how a
//! typed name finds its unit ([`resolve`]).

pub mod districts;
pub mod kind;
pub mod person_role;
pub mod reference;
pub mod resolve;
