//! 任务: who does what until when. A task's status and due date are dated facts, its percent stands in its progress
//! notes, so every list can be told as of any day. Rules without a database: [`status`], [`light`], [`due`].
//! Verbs: [`create`], [`set`] (one field, many tasks, or a block of cells), [`note`], [`order`], [`handover`],
//! [`trash`]; reading: [`list`], [`record`], [`chase`].

pub mod chase;
pub mod create;
pub mod dependencies;
pub mod due;
pub mod duties;
pub(crate) mod facts;
pub mod gantt;
pub mod handover;
pub mod light;
mod links;
pub mod list;
pub mod note;
pub mod order;
pub mod record;
pub mod reschedule;
pub mod set;
pub mod status;
pub mod trash;
