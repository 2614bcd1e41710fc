//! What a handler works with: the host, the day asked for, who watches, and what was changed.

use std::cell::RefCell;
use std::sync::Arc;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::action::{Action, Kind};
use crate::api::Host;
use crate::error::Result;
use crate::progress::{Unwatched, Watch};
use crate::workbook::{Done, Tx, Workbook};

/// How a request is to be answered.
pub struct CallOptions<'w> {
    /// 数据截至: the day figures and lights are told for; today if `None`.
    pub as_of: Option<NaiveDate>,
    /// Who watches a long job.
    pub watch: &'w dyn Watch,
}

impl Default for CallOptions<'_> {
    fn default() -> Self {
        Self { as_of: None, watch: &Unwatched }
    }
}

/// One request being answered.
pub struct Context<'h> {
    pub host: &'h Host,
    options: CallOptions<'h>,
    changed: RefCell<Vec<Kind>>,
}

impl<'h> Context<'h> {
    pub(super) fn new(host: &'h Host, options: CallOptions<'h>) -> Self {
        Self { host, options, changed: RefCell::new(Vec::new()) }
    }

    /// The open workbook.
    pub fn workbook(&self) -> Result<Arc<Workbook>> {
        self.host.workbook()
    }

    /// The day figures and lights are told for.
    pub fn as_of(&self) -> NaiveDate {
        self.options.as_of.unwrap_or_else(|| match self.workbook() {
            Ok(workbook) => workbook.today(),
            Err(_) => self.host.clock().today(),
        })
    }

    /// This moment by the clock, for the properties of a paper.
    pub fn now(&self) -> chrono::DateTime<chrono::Utc> {
        let ms = self.host.clock().now_ms();
        chrono::DateTime::from_timestamp_millis(ms).unwrap_or(chrono::DateTime::UNIX_EPOCH)
    }

    /// Who watches this job.
    pub fn watch(&self) -> &dyn Watch {
        self.options.watch
    }

    /// Reads, everything as of one moment.
    pub fn read<T>(&self, f: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        self.workbook()?.read(f)
    }

    /// Changes: one action, one transaction, one journal entry.
    pub fn transact<T>(&self, action: Action, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<T> {
        Ok(self.note(self.workbook()?.transact(action, f)?))
    }

    /// As [`Self::transact`], for an action whose subject is looked up on the way.
    pub fn transact_named<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<(Action, T)>) -> Result<T> {
        Ok(self.note(self.workbook()?.transact_named(f)?))
    }

    /// As [`Self::transact_named`], for a paper that leaves the room and cannot be undone.
    pub fn transact_final<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<(Action, T)>) -> Result<T> {
        Ok(self.note(self.workbook()?.transact_final(f)?))
    }

    /// Notes what an action changed and hands out its value.
    pub fn note<T>(&self, done: Done<T>) -> T {
        self.changed.borrow_mut().extend(done.changed);
        done.value
    }

    pub(super) fn changed(self) -> Vec<Kind> {
        let mut changed = self.changed.into_inner();
        changed.sort();
        changed.dedup();
        changed
    }
}
