//! Opening the encrypted database: the key, what the file must be, and how the connection is set up.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{Passphrase, StoreError};

/// "Lant" in ASCII: in the header of every Lantern file.
pub(super) const APPLICATION_ID: i64 = 0x4C61_6E74;

/// Pages kept in memory, in KiB. Large enough that an import of 100,000 entries need not write pages twice,
/// small enough for the whole program to stay below 500 MB.
const CACHE_KIB: i64 = 96 * 1024;

/// Pages of the write-ahead log from which on it is folded into the file (128 MiB): the imports of a whole review are then not written to
/// the disk twice while the user waits. What is left is folded in when the file is closed.
const LOG_PAGES: i64 = 32_768;

/// Opens with the key; nothing is read from the file yet, nothing is written to it.
pub(super) fn keyed(
    path: &Path,
    flags: OpenFlags,
    passphrase: &Passphrase,
) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // A connection with a wrong key must not fold a write-ahead log into the file when it closes.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    connection.execute_batch(&passphrase.key_statement())?;
    Ok(connection)
}

/// As [`keyed`], for a file that may not be written.
///
/// Where no write-ahead log lies beside it and nobody writes to it, nothing at all is made in its folder, which may be a
/// read-only medium.
pub(super) fn keyed_for_reading(
    path: &Path,
    passphrase: &Passphrase,
    still: bool,
) -> Result<Connection, StoreError> {
    let log = super::backup::beside(path, "-wal");
    if still
        && !log.exists()
        && let Some(address) = address(path)
    {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        return keyed(Path::new(&address), flags, passphrase);
    }
    keyed(path, OpenFlags::SQLITE_OPEN_READ_ONLY, passphrase)
}

/// The path as SQLite's `file:` address of a file that nobody changes.
fn address(path: &Path) -> Option<String> {
    let path = std::path::absolute(path).ok()?;
    let mut address = String::from("file://");
    if cfg!(windows) {
        address.push('/');
    }
    for character in path.to_str()?.chars() {
        match character {
            '%' | '?' | '#' => address.push_str(&format!("%{:02X}", u32::from(character))),
            '\\' if cfg!(windows) => address.push('/'),
            _ => address.push(character),
        }
    }
    address.push_str("?immutable=1");
    Some(address)
}

/// What can be said without the passphrase.
///
/// A Lantern file looks like noise from its first byte; whatever is recognisable as something else is not one.
pub(super) fn check_kind(path: &Path) -> Result<(), StoreError> {
    let not_lantern = |why: &str| StoreError::NotLantern {
        path: path.to_owned(),
        why: why.to_owned(),
    };
    let mut start = Vec::new();
    let read = |start: &mut Vec<u8>| -> io::Result<bool> {
        let file = File::open(path)?;
        if file.metadata()?.is_dir() {
            return Ok(false);
        }
        file.take(PAGE).read_to_end(start)?;
        Ok(true)
    };
    match read(&mut start) {
        Ok(true) => {}
        Ok(false) => return Err(not_lantern("it is a folder")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(StoreError::Missing {
                path: path.to_owned(),
            });
        }
        Err(error) => return Err(StoreError::disk(path, "read", error)),
    }
    if start.is_empty() {
        return Err(not_lantern("it is empty"));
    }
    if start.starts_with(b"SQLite format 3\0") {
        return Err(not_lantern("it is an ordinary database without encryption"));
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(not_lantern(
            "it is an office document or an archive. To take in a return, open your review and choose Import",
        ));
    }
    if start.starts_with(b"%PDF") {
        return Err(not_lantern("it is a PDF document"));
    }
    if is_text(&start) {
        return Err(not_lantern("it is plain text"));
    }
    if (start.len() as u64) < PAGE {
        return Err(not_lantern(
            "it is too short; it may have been cut off while being copied",
        ));
    }
    Ok(())
}

/// Size of the smallest part of an encrypted file.
const PAGE: u64 = 4096;

/// Noise of this length is never valid UTF-8 (a cut character at the end aside).
fn is_text(start: &[u8]) -> bool {
    match std::str::from_utf8(start) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none() && error.valid_up_to() + 4 > start.len(),
    }
}

/// Reads the first page, which only the right key can do, and the version. Nothing is written.
pub(super) fn identify(
    connection: &Connection,
    path: &Path,
    known: i64,
) -> Result<i64, StoreError> {
    let application: i64 =
        match connection.pragma_query_value(None, "application_id", |row| row.get(0)) {
            Ok(id) => id,
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
                return Err(StoreError::WrongPassphrase {
                    path: path.to_owned(),
                });
            }
            Err(error) => return Err(error.into()),
        };
    if application != APPLICATION_ID {
        return Err(StoreError::NotLantern {
            path: path.to_owned(),
            why: "it is an encrypted database of another program".to_owned(),
        });
    }
    let version = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if version > known {
        return Err(StoreError::Newer {
            path: path.to_owned(),
            version,
            known,
        });
    }
    Ok(version)
}

/// After the key was right: how this connection behaves.
pub(super) fn set_up(connection: &Connection, writes: bool) -> Result<(), StoreError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, true)?;
    connection.set_prepared_statement_cache_capacity(256);
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update(None, "cache_size", -CACHE_KIB)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "recursive_triggers", true)?;
    if writes {
        // Answers with the mode it chose; every committed edit is on the disk before it is said to be saved.
        let _: String =
            connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        let _: i64 =
            connection
                .pragma_update_and_check(None, "wal_autocheckpoint", LOG_PAGES, |row| row.get(0))?;
    } else {
        connection.pragma_update(None, "query_only", true)?;
    }
    Ok(())
}
