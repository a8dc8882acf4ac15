use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::audit::{self, AuditKind};
use super::backup::{beside, check_new, publish, remove_leftover};
use super::lock::{self, Lock, Locking};
use super::{
    NewProgramme, Passphrase, StoreError, connection, details, digest, migrate, programme, section,
    tally, undo_log, weakness,
};
use crate::model::{Details, Template};
use crate::wall::Key;

/// An open file. Closing it (dropping it) releases the lock; everything was saved before.
pub struct Store {
    // Dropped in this order: the database is closed before another window may write.
    pub(super) connection: Connection,
    pub(super) mode: Mode,
    pub(super) path: PathBuf,
    pub(super) who: String,
    pub(super) passphrase: Passphrase,
    /// What opens partners’ files, while women’s safety work’s lock is open.
    pub(super) key: Option<Key>,
    _lock: Option<Lock>,
}

/// Whether edits can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mode {
    ReadWrite,
    /// Why not, to stand after “read only: ”: "open on LAPTOP-7 in another window, since 10:32 on 4 May 2026".
    ReadOnly(String),
}

/// What a new file begins with.
#[derive(Debug, Clone, PartialEq)]
pub struct NewFile {
    /// Kept in the file, so that later changes of guidance never change this review.
    pub template: Template,
    pub details: Details,
}

impl Store {
    /// Makes a new file and opens it. `who` stands in the audit trail beside everything done until it is closed.
    ///
    /// The file appears only when it is whole; an existing file is never replaced.
    pub fn create(
        path: &Path,
        passphrase: &Passphrase,
        new: &NewFile,
        who: &str,
    ) -> Result<Self, StoreError> {
        Self::create_with(path, passphrase, who, "Create the review", |connection| {
            details::start(connection, &new.template, &new.details)?;
            section::start(connection, &new.template.sections)?;
            weakness::start(connection, &new.template)
        })
    }

    /// The same for a perpetrator programme.
    pub fn create_programme(
        path: &Path,
        passphrase: &Passphrase,
        new: &NewProgramme,
        who: &str,
    ) -> Result<Self, StoreError> {
        Self::create_with(
            path,
            passphrase,
            who,
            "Create the programme’s file",
            |connection| programme::start(connection, new),
        )
    }

    fn create_with(
        path: &Path,
        passphrase: &Passphrase,
        who: &str,
        what: &str,
        start: impl FnOnce(&Connection) -> Result<(), StoreError>,
    ) -> Result<Self, StoreError> {
        if passphrase.is_empty() {
            return Err(StoreError::EmptyPassphrase);
        }
        if passphrase.has_nul() {
            return Err(StoreError::NulInPassphrase);
        }
        check_new(path)?;
        let lock = match lock::take(path) {
            Locking::Held(lock) => lock,
            Locking::Elsewhere(_) => {
                return Err(StoreError::Busy {
                    path: path.to_owned(),
                });
            }
            Locking::Impossible(error) => return Err(StoreError::disk(path, "written", error)),
        };
        let part = beside(path, ".part");
        let made = make(&part, passphrase, (who, what), start)
            .map_err(|error| error.at(path))
            .and_then(|()| publish(&part, path));
        if let Err(error) = made {
            // The error that matters is the first one.
            let _ = remove_leftover(&part);
            return Err(error);
        }
        Self::open_as(path, passphrase, who, (Mode::ReadWrite, false), Some(lock))
    }

    /// Opens a file, for reading only where it cannot be written or is being written elsewhere (see [`Store::mode`]).
    ///
    /// A file that cannot be opened is left as it was, byte for byte.
    pub fn open(path: &Path, passphrase: &Passphrase, who: &str) -> Result<Self, StoreError> {
        connection::check_kind(path)?;
        if passphrase.is_empty() || passphrase.has_nul() {
            return Err(StoreError::WrongPassphrase {
                path: path.to_owned(),
            });
        }
        let (mode, lock, still) = mode(path);
        Self::open_as(path, passphrase, who, (mode, still), lock)
    }

    fn open_as(
        path: &Path,
        passphrase: &Passphrase,
        who: &str,
        (mode, still): (Mode, bool),
        lock: Option<Lock>,
    ) -> Result<Self, StoreError> {
        let connect = || {
            let mut connection = match &mode {
                Mode::ReadWrite => {
                    connection::keyed(path, OpenFlags::SQLITE_OPEN_READ_WRITE, passphrase)?
                }
                Mode::ReadOnly(_) => connection::keyed_for_reading(path, passphrase, still)?,
            };
            let version = connection::identify(&connection, path, migrate::current())?;
            if version < migrate::current() {
                if let Mode::ReadOnly(reason) = &mode {
                    return Err(StoreError::OlderReadOnly {
                        path: path.to_owned(),
                        reason: reason.clone(),
                    });
                }
                connection::set_up(&connection, true)?;
                migrate::migrate(&mut connection, version, migrate::STEPS)?;
            } else {
                connection::set_up(&connection, mode == Mode::ReadWrite)?;
            }
            Ok(connection)
        };
        let connection = connect().map_err(|error: StoreError| error.at(path))?;
        Ok(Self {
            connection,
            mode,
            path: path.to_owned(),
            who: who.to_owned(),
            passphrase: passphrase.clone(),
            key: None,
            _lock: lock,
        })
    }

    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Who works with the file, as given when it was opened.
    pub fn who(&self) -> &str {
        &self.who
    }

    /// Reads in one snapshot, whatever another window writes meanwhile.
    pub(super) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let run = || {
            let transaction = self.connection.unchecked_transaction()?;
            let value = work(&transaction)?;
            transaction.commit()?;
            Ok(value)
        };
        run().map_err(|error: StoreError| error.at(&self.path))
    }
}

/// Whether the file at `path` can be written, the lock if so, and if not, whether it stays as it is meanwhile.
fn mode(path: &Path) -> (Mode, Option<Lock>, bool) {
    let only = |reason: String| (Mode::ReadOnly(reason), None, true);
    match fs::metadata(path) {
        Ok(about) if about.permissions().readonly() => {
            return only("the file is marked as read-only".to_owned());
        }
        _ => {}
    }
    if let Err(error) = OpenOptions::new().read(true).write(true).open(path) {
        return only(format!("the file may not be written ({error})"));
    }
    match lock::take(path) {
        Locking::Held(lock) => (Mode::ReadWrite, Some(lock), false),
        Locking::Elsewhere(words) => (Mode::ReadOnly(words), None, false),
        Locking::Impossible(error) => {
            only(format!("the folder it is in may not be written ({error})"))
        }
    }
}

/// Writes a whole new file at `part` and closes it.
fn make(
    part: &Path,
    passphrase: &Passphrase,
    said: (&str, &str),
    start: impl FnOnce(&Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    remove_leftover(part)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut connection = connection::keyed(part, flags, passphrase)?;
    connection::set_up(&connection, true)?;
    connection.pragma_update(None, "application_id", connection::APPLICATION_ID)?;
    migrate::migrate(&mut connection, 0, migrate::STEPS)?;
    let transaction = connection.transaction()?;
    start(&transaction)?;
    // What a file begins with is not an edit that could be undone.
    let all = undo_log::Range {
        first: 0,
        last: undo_log::last(&transaction)?,
    };
    let changes = tally::changes(&transaction, all)?;
    let digest = digest::of_step(&transaction, all, &changes)?;
    let tally = tally::advance(&transaction, &changes)?;
    undo_log::forget(&transaction, all)?;
    audit::append(&transaction, said, AuditKind::Create, (digest, tally))?;
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}
