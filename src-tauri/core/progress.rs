//! Long jobs tell how far they are, and ask whether to go on. The window shows a bar and a 取消 button; the
//! command line prints; tests pass [`Unwatched`].

use crate::{Code, Error, Result, texts};

/// Who watches a long job.
pub trait Watch: Sync {
    /// `done` of `total` steps (rows, files, bytes) of the phase named `what` (Chinese) are finished.
    fn progress(&self, done: u64, total: u64, what: &str);

    /// The person asked to stop. The job ends with [`Code::Cancelled`] and changes nothing.
    fn cancelled(&self) -> bool;

    /// Fails with [`Code::Cancelled`] once the person asked to stop.
    fn check(&self) -> Result<()> {
        if self.cancelled() { Err(Error::new(Code::Cancelled, texts::cancelled())) } else { Ok(()) }
    }
}

/// Nobody watches, nobody stops it.
pub struct Unwatched;

impl Watch for Unwatched {
    fn progress(&self, _done: u64, _total: u64, _what: &str) {}

    fn cancelled(&self) -> bool {
        false
    }
}
