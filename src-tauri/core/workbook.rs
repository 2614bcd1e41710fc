//! An open workbook: the file, the clock, and who sits here. [`Workbook::transact`] is the one door for every change.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::{Action, Kind, Verb};
use crate::calendar::Calendar;
use crate::clock::Clock;
use crate::error::{Code, Error, Result};
use crate::light_rules::bounds::LightRules;
use crate::storage::check::CheckReport;
use crate::storage::journal::{self, Origin, Stamp};
use crate::storage::open::{self, Access};
use crate::storage::session::Session;
use crate::storage::{calendar, changeset, check, derived, light_rules, meta, rows, sample};
use crate::texts;

/// Who sits at this laptop; stands on every journal entry (domain.md §1.8).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Identity {
    /// 姓名.
    pub author: String,
    /// 电脑名.
    pub laptop: String,
}

/// An open workbook file. Shared between threads: one connection writes, a few read.
pub struct Workbook {
    path: PathBuf,
    identity: Identity,
    clock: Arc<dyn Clock>,
    /// What was imported on top of the shipped calendar; looked up anew after a change of it.
    calendar: Mutex<Option<Arc<Calendar>>>,
    /// The rules of lights, likewise.
    rules: Mutex<Option<Arc<LightRules>>>,
    // Dropped in this order: the writer goes last, because only it can empty the write-ahead log into the file.
    readers: Mutex<Vec<Connection>>,
    writer: Option<Mutex<Connection>>,
    _lock: Option<File>,
}

/// A transaction: reads like a connection, and knows today.
pub struct Tx<'c> {
    connection: &'c Connection,
    /// The day the action is done.
    pub today: NaiveDate,
}

impl Deref for Tx<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection
    }
}

/// What came of an action.
#[derive(Debug)]
pub struct Done<T> {
    pub value: T,
    /// The kinds of thing it changed; empty if it changed nothing.
    pub changed: Vec<Kind>,
}

/// What came of an undo or a redo.
#[derive(Debug, Serialize, TS)]
pub struct TakenBack {
    /// The action taken back (or done again), in words.
    pub label: String,
    /// Cells that were left alone because they had been changed since.
    #[ts(type = "number")]
    pub kept: usize,
}

impl Workbook {
    /// Creates a workbook with the shipped lists in it. Refuses to overwrite a file.
    pub fn create(path: &Path, identity: Identity, clock: Arc<dyn Clock>) -> Result<Self> {
        Self::create_with(path, identity, clock, crate::departments::found)
    }

    /// Creates a workbook with what `found` writes in it, which is not offered to undo. A file that could not be
    /// filled is taken away again.
    pub fn create_with(
        path: &Path,
        identity: Identity,
        clock: Arc<dyn Clock>,
        found: impl FnOnce(&Tx<'_>) -> Result<()>,
    ) -> Result<Self> {
        let lock = hold(path, &identity)?;
        let connection = open::create(path)?;
        let workbook = Self::around(path, identity, clock, Some(connection), Some(lock));
        let action = Action::new(Verb::Create, Kind::Workbook, "");
        match workbook.write(&action, Origin::Final, found) {
            Ok(_) => Ok(workbook),
            Err(error) => {
                drop(workbook);
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    /// Opens a workbook. With [`Access::Write`] no other program may hold it.
    pub fn open(path: &Path, access: Access, identity: Identity, clock: Arc<dyn Clock>) -> Result<Self> {
        match access {
            Access::Read => {
                let reader = open::open(path, access)?;
                let workbook = Self::around(path, identity, clock, None, None);
                workbook.give_back(reader);
                Ok(workbook)
            }
            Access::Write => {
                if !path.exists() {
                    return Err(Error::new(Code::NotFound, texts::file_missing(&open::file_name(path))));
                }
                let lock = hold(path, &identity)?;
                let connection = open::open(path, access)?;
                Ok(Self::around(path, identity, clock, Some(connection), Some(lock)))
            }
        }
    }

    fn around(
        path: &Path,
        identity: Identity,
        clock: Arc<dyn Clock>,
        writer: Option<Connection>,
        lock: Option<File>,
    ) -> Self {
        let readers = Mutex::new(Vec::new());
        let (path, calendar, rules) = (path.to_path_buf(), Mutex::new(None), Mutex::new(None));
        Self { path, identity, clock, calendar, rules, writer: writer.map(Mutex::new), readers, _lock: lock }
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Who writes here.
    pub fn identity(&self) -> &Identity {
        &self.identity
    }

    /// Was it opened for reading only?
    pub fn is_read_only(&self) -> bool {
        self.writer.is_none()
    }

    /// Today for the workbook: the clock's day, or the day its sample records are told for while it holds them.
    pub fn today(&self) -> NaiveDate {
        let sample_day = self.read(sample::sample_day).unwrap_or_default();
        sample_day.unwrap_or_else(|| self.clock.today())
    }

    /// Reads, everything as of one moment.
    pub fn read<T>(&self, f: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let pooled = locked(&self.readers).pop();
        let mut connection = match pooled {
            Some(connection) => connection,
            None => open::reader(&self.path)?,
        };
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Deferred)?;
        let result = self.surrounded(&transaction, || f(&transaction));
        transaction.finish()?;
        self.give_back(connection);
        result
    }

    /// Which days are worked, as this workbook knows it.
    fn calendar(&self, connection: &Connection) -> Result<Arc<Calendar>> {
        if let Some(calendar) = locked(&self.calendar).clone() {
            return Ok(calendar);
        }
        let calendar = calendar::load(connection)?;
        *locked(&self.calendar) = Some(calendar.clone());
        Ok(calendar)
    }

    /// Does something with the calendar and the rules of this workbook as the current ones.
    fn surrounded<T>(&self, connection: &Connection, f: impl FnOnce() -> Result<T>) -> Result<T> {
        let (calendar, rules) = (self.calendar(connection)?, self.rules(connection)?);
        calendar.within(|| rules.within(f))
    }

    /// The rules of lights of this workbook.
    fn rules(&self, connection: &Connection) -> Result<Arc<LightRules>> {
        if let Some(rules) = locked(&self.rules).clone() {
            return Ok(rules);
        }
        let rules = light_rules::load(connection)?;
        *locked(&self.rules) = Some(rules.clone());
        Ok(rules)
    }

    fn give_back(&self, connection: Connection) {
        let mut readers = locked(&self.readers);
        if readers.len() < 3 {
            readers.push(connection);
        }
    }

    /// The one door for every change: one action, one transaction, one journal entry. If `f` refuses, nothing is
    /// changed.
    pub fn transact<T>(&self, action: Action, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<Done<T>> {
        self.write(&action, Origin::Action, f)
    }

    /// As [`Self::transact`], for an action whose subject is known only once `f` has looked it up.
    pub fn transact_named<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<(Action, T)>) -> Result<Done<T>> {
        self.write_named(Origin::Action, f)
    }

    /// As [`Self::transact_named`], for a paper that leaves the room: it is not offered to undo, and neither is any
    /// more what wrote the rows that `f` lets go through [`journal::let_go`] (domain.md §1.8).
    pub fn transact_final<T>(&self, f: impl FnOnce(&Tx<'_>) -> Result<(Action, T)>) -> Result<Done<T>> {
        self.write_named(Origin::Final, f)
    }

    fn write<T>(&self, action: &Action, origin: Origin, f: impl FnOnce(&Tx<'_>) -> Result<T>) -> Result<Done<T>> {
        self.write_named(origin, |tx| Ok((action.clone(), f(tx)?)))
    }

    fn write_named<T>(&self, origin: Origin, f: impl FnOnce(&Tx<'_>) -> Result<(Action, T)>) -> Result<Done<T>> {
        let mut connection = self.writer()?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let session = Session::start(&transaction, &rows::names())?;
        let today = sample::sample_day(&transaction)?.unwrap_or_else(|| self.clock.today());
        let tx = Tx { connection: &transaction, today };
        let (action, value) = self.surrounded(&transaction, || f(&tx))?;
        let changes = session.changeset()?;
        drop(session);
        if changes.is_empty() {
            return Ok(Done { value, changed: Vec::new() });
        }
        let stamp = Stamp {
            author: self.identity.author.clone(),
            laptop: self.identity.laptop.clone(),
            wall_ms: self.clock.now_ms(),
        };
        let ops = journal::record(&transaction, &changes, &action, &stamp, origin)?;
        derived::refresh(&transaction, &ops)?;
        transaction.commit()?;
        let changed = kinds(&ops);
        if changed.contains(&Kind::Calendar) {
            *locked(&self.calendar) = None;
        }
        if changed.contains(&Kind::LightRule) {
            *locked(&self.rules) = None;
        }
        Ok(Done { value, changed })
    }

    /// Writes more of a workbook's first content, which is not offered to undo.
    pub fn found(&self, found: impl FnOnce(&Tx<'_>) -> Result<()>) -> Result<()> {
        let action = Action::new(Verb::Create, Kind::Workbook, "");
        self.write(&action, Origin::Final, found).map(drop)
    }

    /// Takes back this laptop's last action, cell by cell, keeping what was changed since.
    pub fn undo(&self) -> Result<Done<TakenBack>> {
        self.take_back(false)
    }

    /// Does again what was undone last.
    pub fn redo(&self) -> Result<Done<TakenBack>> {
        self.take_back(true)
    }

    fn take_back(&self, redo: bool) -> Result<Done<TakenBack>> {
        let nothing = if redo { texts::nothing_to_redo() } else { texts::nothing_to_undo() };
        let next = journal::next(&*self.writer()?, redo)?.ok_or_else(|| Error::new(Code::NothingToUndo, nothing))?;
        let (verb, origin) = match redo {
            false => (Verb::Undo, Origin::Undo(next.position)),
            true => (Verb::Redo, Origin::Redo(next.position)),
        };
        let label = next.action.label();
        let action = Action { verb, kind: next.action.kind, part: label.clone(), subject: String::new() };
        let done = self.write(&action, origin, |tx| {
            let kept = journal::take_back(tx, next.first_seq, next.last_seq)?;
            Ok(TakenBack { label, kept })
        })?;
        if done.changed.is_empty() {
            journal::forget(&*self.writer()?, next.position)?;
            return Err(Error::new(Code::NothingToUndo, texts::all_changed_since()));
        }
        Ok(done)
    }

    /// What undo and redo would take back, in words.
    pub fn undo_labels(&self) -> Result<(Option<String>, Option<String>)> {
        self.read(|connection| {
            let label = |redo| journal::next(connection, redo).map(|next| next.map(|next| next.action.label()));
            Ok((label(false)?, label(true)?))
        })
    }

    /// 检查工作簿.
    pub fn check(&self) -> Result<CheckReport> {
        let mut connection = self.writer()?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let report = check::run(&transaction)?;
        transaction.commit()?;
        Ok(report)
    }

    /// Keeps a setting of this laptop, which never travels.
    pub fn keep_setting(&self, key: &str, value: Option<&str>) -> Result<()> {
        meta::keep_setting(&*self.writer()?, key, value)
    }

    fn writer(&self) -> Result<MutexGuard<'_, Connection>> {
        let writer = self.writer.as_ref().ok_or_else(|| Error::new(Code::ReadOnly, texts::workbook_read_only()))?;
        Ok(locked(writer))
    }
}

fn kinds(ops: &[changeset::RowOp]) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = ops.iter().map(|op| rows::kind_of(&op.table)).collect();
    // Another calendar or rule gives tasks other lights.
    if kinds.iter().any(|kind| matches!(kind, Kind::Calendar | Kind::LightRule)) {
        kinds.push(Kind::Task);
    }
    kinds.sort();
    kinds.dedup();
    kinds
}

/// A panic while a lock was held has rolled its transaction back; the data behind the lock is sound.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Holds the workbook for this program through a file beside it (locking the workbook itself would lock SQLite out on
/// Windows); refuses if another program holds it, naming who.
fn hold(path: &Path, identity: &Identity) -> Result<File> {
    let mut beside = path.as_os_str().to_owned();
    beside.push("-lock");
    let options = || File::options().read(true).write(true).create(true).truncate(false).open(&beside);
    let mut file = options()
        .map_err(|error| Error::new(Code::Disk, texts::cannot_create(&open::file_name(path))).because(error))?;
    if file.try_lock().is_err() {
        let mut who = String::new();
        let _ = file.read_to_string(&mut who);
        return Err(Error::new(Code::Locked, texts::workbook_held(who.trim())));
    }
    let _ = file.set_len(0).and_then(|()| file.seek(SeekFrom::Start(0)));
    let _ = write!(file, "{} · {}", identity.author, identity.laptop);
    Ok(file)
}
