//! 创意会: the year's plan ([`year`]), the agenda ([`agenda`]), preparation ([`preparation`], [`guests`], [`papers`]), the day
//! itself ([`line`] reads what is said, [`said`] keeps it), and what follows from it ([`afterwards`]). Verbs on a
//! session as a whole: [`create`], [`set`], [`advance`] (its status), [`order`], [`trash`]; reading: [`list`].

pub mod advance;
pub mod afterwards;
pub mod agenda;
pub mod clock;
pub mod create;
pub mod guests;
pub mod handbook;
pub mod line;
pub mod list;
pub mod order;
pub mod papers;
pub mod preparation;
pub mod said;
pub mod set;
pub mod status;
pub mod trash;
pub mod year;
