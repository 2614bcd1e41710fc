//! SQLite's session extension, which records what an action changed. rusqlite's own wrapper needs libclang at
//! build time, so the four calls needed are made here, in the only `unsafe` of the program; reading the recorded
//! bytes is plain Rust ([`super::changeset`]).

use std::ffi::{CString, c_int, c_void};
use std::marker::PhantomData;
use std::ptr;

use rusqlite::{Connection, ffi};

use crate::error::{Error, Result};

/// A recording of all changes made through one connection to the tables attached, from creation to drop.
pub struct Session<'c> {
    raw: *mut ffi::sqlite3_session,
    connection: PhantomData<&'c Connection>,
}

impl<'c> Session<'c> {
    /// Starts recording changes to `tables` of the main database. Tables are attached by name: attaching all would
    /// also record the shadow tables of the search index (merge.md §2).
    pub fn start(connection: &'c Connection, tables: &[&str]) -> Result<Self> {
        let mut raw = ptr::null_mut();
        // SAFETY: the handle is used only here, while `connection` is borrowed, and never closed through it; the
        // session is deleted before the borrow ends.
        check(unsafe { ffi::sqlite3session_create(connection.handle(), c"main".as_ptr(), &mut raw) }, "create")?;
        let session = Self { raw, connection: PhantomData };
        for table in tables {
            let name = CString::new(*table).map_err(Error::internal)?;
            // SAFETY: `raw` was just created; SQLite copies the name.
            check(unsafe { ffi::sqlite3session_attach(session.raw, name.as_ptr()) }, "attach")?;
        }
        Ok(session)
    }

    /// The net changes so far, as a changeset.
    pub fn changeset(&self) -> Result<Vec<u8>> {
        let mut length: c_int = 0;
        let mut bytes: *mut c_void = ptr::null_mut();
        // SAFETY: on success SQLite hands over a buffer of `length` bytes, which is copied and freed here.
        unsafe {
            check(ffi::sqlite3session_changeset(self.raw, &mut length, &mut bytes), "changeset")?;
            if bytes.is_null() {
                return Ok(Vec::new());
            }
            let copy = std::slice::from_raw_parts(bytes as *const u8, length as usize).to_vec();
            ffi::sqlite3_free(bytes);
            Ok(copy)
        }
    }
}

impl Drop for Session<'_> {
    fn drop(&mut self) {
        // SAFETY: `raw` came from sqlite3session_create and is deleted once.
        unsafe { ffi::sqlite3session_delete(self.raw) }
    }
}

fn check(code: c_int, step: &str) -> Result<()> {
    match code {
        ffi::SQLITE_OK => Ok(()),
        _ => Err(Error::internal(format!("sqlite3session {step}: code {code}"))),
    }
}
