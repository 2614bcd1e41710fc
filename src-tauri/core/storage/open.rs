//! The one place where a workbook file is opened, created or upgraded. What the file is gets decided from its first
//! bytes, before SQLite may touch it.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::{Code, Error, Result};
use crate::storage::{SCHEMA_VERSION, check, journal};
use crate::texts;

/// "CWWB" in the file's header says whose file it is.
const APPLICATION_ID: i32 = 0x4357_5742;
/// The schema, one step a version; a step only adds.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/v1.sql"),
    include_str!("migrations/v2.sql"),
    include_str!("migrations/v3.sql"),
    include_str!("migrations/v4.sql"),
];

/// How a file is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To read and to write; makes the file ready (upgrade) if it is older.
    Write,
    /// To read only.
    Read,
}

/// What the first bytes of a file say.
#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Absent,
    Empty,
    Workbook { version: i32 },
    Foreign,
}

/// Creates a new workbook file, ready but empty. An existing file is never overwritten.
pub fn create(path: &Path) -> Result<Connection> {
    match File::options().write(true).create_new(true).open(path) {
        Ok(_) => {}
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            return Err(Error::new(Code::Invalid, texts::file_exists(&file_name(path))));
        }
        Err(error) => return Err(Error::new(Code::Disk, texts::cannot_create(&file_name(path))).because(error)),
    }
    // Before the write-ahead log is switched on, so that the file's own header says whose it is from the first moment.
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate(&connection, MIGRATIONS, 0)?;
    drop(connection);
    let connection = connect(path, Access::Write)?;
    journal::new_stream(&connection)?;
    Ok(connection)
}

/// Opens an existing workbook file, upgrading an older one after copying it.
pub fn open(path: &Path, access: Access) -> Result<Connection> {
    let version = match look(path)? {
        Kind::Workbook { version } => version,
        Kind::Absent => return Err(Error::new(Code::NotFound, texts::file_missing(&file_name(path)))),
        Kind::Empty | Kind::Foreign => return Err(Error::new(Code::Foreign, texts::workbook_foreign())),
    };
    refuse_newer(version)?;
    let connection = connect(path, access)?;
    // The header on disk may be behind the write-ahead log; ask SQLite itself, too.
    let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    refuse_newer(version)?;
    if version < SCHEMA_VERSION {
        if access == Access::Read {
            return Err(Error::new(Code::ReadOnly, texts::older_needs_writing()));
        }
        copy_before_upgrade(&connection, path, version)?;
        migrate(&connection, MIGRATIONS, version)?;
        check::rebuild_derived(&connection)?;
    }
    Ok(connection)
}

fn refuse_newer(version: i32) -> Result<()> {
    match version > SCHEMA_VERSION {
        true => Err(Error::new(Code::Newer, texts::workbook_newer())),
        false => Ok(()),
    }
}

fn look(path: &Path) -> Result<Kind> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Kind::Absent),
        Err(error) => return Err(Error::new(Code::Disk, texts::cannot_read(&file_name(path))).because(error)),
    };
    let mut header = [0u8; 100];
    let mut length = 0;
    while length < header.len() {
        match file.read(&mut header[length..]) {
            Ok(0) => break,
            Ok(read) => length += read,
            Err(error) => return Err(Error::new(Code::Disk, texts::cannot_read(&file_name(path))).because(error)),
        }
    }
    let number = |at: usize| i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    Ok(match length {
        0 => Kind::Empty,
        100 if header.starts_with(b"SQLite format 3\0") && number(68) == APPLICATION_ID => {
            Kind::Workbook { version: number(60) }
        }
        _ => Kind::Foreign,
    })
}

/// A further connection for reading, beside the one that writes.
pub fn reader(path: &Path) -> Result<Connection> {
    connect(path, Access::Read)
}

fn connect(path: &Path, access: Access) -> Result<Connection> {
    let flags = match access {
        Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.set_prepared_statement_cache_capacity(256);
    // Otherwise SQLite prepares a statement anew for every binding that an index range could use: 40 % of an import.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    if access == Access::Write {
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
    }
    connection.pragma_update(None, "cache_size", -64_000)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "foreign_keys", false)?;
    // Reading the schema is what tells a broken file from a whole one.
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

/// All steps above `from`, or none.
fn migrate(connection: &Connection, steps: &[&str], from: i32) -> Result<()> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let done = (|| {
        for (step, sql) in steps.iter().enumerate().skip(from as usize) {
            connection.execute_batch(sql)?;
            connection.pragma_update(None, "user_version", step as i32 + 1)?;
        }
        connection.execute_batch("COMMIT")
    })();
    if done.is_err() {
        let _ = connection.execute_batch("ROLLBACK");
    }
    Ok(done?)
}

/// A copy beside the file, named for the version it still has. An earlier copy of the same version stays.
fn copy_before_upgrade(connection: &Connection, path: &Path, version: i32) -> Result<PathBuf> {
    let mut copy = path.with_extension(format!("v{version}.changwu"));
    let mut n = 1;
    while copy.exists() {
        n += 1;
        copy = path.with_extension(format!("v{version}-{n}.changwu"));
    }
    connection.execute("VACUUM INTO ?", [copy.to_string_lossy()])?;
    Ok(copy)
}

/// The name of a file for a sentence.
pub fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_upgrade_copies_the_file_first_and_is_all_or_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("专班.changwu");
        let connection = create(&path).unwrap();
        let copy = copy_before_upgrade(&connection, &path, SCHEMA_VERSION).unwrap();
        assert!(
            matches!(look(&copy).unwrap(), Kind::Workbook { version: SCHEMA_VERSION }),
            "the copy is a workbook of the old version"
        );

        let good = "ALTER TABLE task ADD COLUMN extra TEXT NOT NULL DEFAULT ''";
        let broken = "ALTER TABLE task ADD COLUMN more TEXT; ALTER TABLE no_such_table ADD COLUMN x TEXT";
        let steps: Vec<&str> = MIGRATIONS.iter().copied().chain([good, broken]).collect();
        assert!(migrate(&connection, &steps, SCHEMA_VERSION).is_err());
        let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
        assert_eq!(version, SCHEMA_VERSION, "a failed step leaves the version");
        assert!(connection.prepare("SELECT extra FROM task").is_err(), "and no column of the step before it");
    }
}
