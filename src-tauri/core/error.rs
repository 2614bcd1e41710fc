//! One error for the whole core: words for the person, a code for the window, a cause for the log.
//!
//! The sentence (Chinese, from [`crate::texts`]) says what is wrong, where, and what to do next. The code is
//! what the window and the command line branch on: nobody matches on words. The cause goes to the log and never
//! holds what a user typed.

use std::fmt;

use serde::Serialize;
use ts_rs::TS;

use crate::texts;

/// What kind of refusal this is, for the window to branch on. Add one only when something branches on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The input breaks a rule; the sentence names it. The typed text must stay where it was typed.
    Invalid,
    /// A step that must say why (延期, 暂缓, 取消, 退回 …) did not; the same again with a reason will do.
    ReasonNeeded,
    /// 申请销号 without words or a file that show the work is done.
    EvidenceNeeded,
    /// The record does not exist (any more).
    NotFound,
    /// No workbook is open.
    NoWorkbook,
    /// Another program holds the workbook; it can still be opened for reading.
    Locked,
    /// The workbook was opened for reading only.
    ReadOnly,
    /// The file is a workbook, but it is broken.
    Damaged,
    /// The file is not a workbook of this program.
    Foreign,
    /// The workbook was written by a newer version of the program.
    Newer,
    /// The workbook is encrypted and the passphrase is missing or wrong.
    Passphrase,
    /// First start: who sits here is not known yet (姓名, 电脑名).
    NoIdentity,
    /// The person stopped a long job; nothing was changed.
    Cancelled,
    /// There is nothing to undo or redo.
    NothingToUndo,
    /// The disk is full, read-only or failing.
    Disk,
    /// Our own mistake; the log has the cause.
    Internal,
}

/// A refusal or a failure.
pub struct Error {
    code: Code,
    message: String,
    cause: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// The core's result: `Result<T>` fails with [`Error`].
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A refusal with its code and its sentence.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), cause: None }
    }

    /// The input breaks a rule.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(Code::Invalid, message)
    }

    /// A record is not there (any more); `what` is its kind in Chinese, such as 任务.
    pub fn not_found(what: &str) -> Self {
        Self::new(Code::NotFound, texts::not_found(what))
    }

    /// Our own mistake: the person reads a general sentence, the log reads `context`.
    pub fn internal(context: impl fmt::Display) -> Self {
        Self::new(Code::Internal, texts::internal()).because(context.to_string())
    }

    /// Adds the cause, for the log.
    pub fn because(mut self, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// What the window branches on.
    pub fn code(&self) -> Code {
        self.code
    }

    /// The sentence for the person.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to write to the log: code and cause, never the sentence (it may quote what was typed).
    pub fn log_line(&self) -> String {
        match &self.cause {
            Some(cause) => format!("{:?}: {cause}", self.code),
            None => format!("{:?}", self.code),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}「{}」", self.code, self.message)?;
        match &self.cause {
            Some(cause) => write!(f, " because {cause}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.cause.as_deref().map(|cause| cause as _)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Sqlite;
        let (code, message) = match error.sqlite_error_code() {
            Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => (Code::Locked, texts::workbook_busy()),
            Some(Sqlite::DatabaseCorrupt) => (Code::Damaged, texts::workbook_damaged()),
            Some(Sqlite::NotADatabase) => (Code::Foreign, texts::workbook_foreign()),
            Some(Sqlite::DiskFull) => (Code::Disk, texts::disk_full()),
            Some(Sqlite::ReadOnly) => (Code::ReadOnly, texts::workbook_read_only()),
            Some(Sqlite::SystemIoFailure | Sqlite::CannotOpen) => (Code::Disk, texts::disk_failing()),
            _ => (Code::Internal, texts::internal()),
        };
        Self::new(code, message).because(error)
    }
}
