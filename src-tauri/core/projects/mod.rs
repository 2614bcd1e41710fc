//! 创意项目: what an enterprise wants to build. Stages ([`stage`]), how projects are classified ([`classification`]),
//! the phases of their 路线图 ([`phase`]) and its nodes ([`milestones`]). Which stage may follow which and what it needs:
//! [`transitions`]. Verbs: [`create`], [`set`], [`advance`] (the stage), [`stage_days`], [`enterprises`] (who takes part),
//! [`trash`]; reading: [`list`].

pub mod advance;
pub mod brief;
pub mod classification;
pub mod create;
pub mod enterprises;
pub mod list;
pub mod milestones;
pub mod phase;
pub mod set;
pub mod stage;
pub mod stage_days;
pub mod transitions;
pub mod trash;
