use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

use crate::jobs::Cancelled;
use crate::wall::LockFault;

/// Why a file could not be opened, read or changed. In every case nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(
        "The passphrase does not open {path}. Check capitals, spaces and the keyboard layout, and try again. \
         If you are sure of it, the file may be damaged (the two cannot be told apart): try your latest backup. \
         The file was not changed."
    )]
    WrongPassphrase { path: PathBuf },

    #[error("{path} is not a Lantern file: {why}. It was not changed.")]
    NotLantern { path: PathBuf, why: String },

    #[error(
        "{path} was saved by a newer Lantern (file version {version}; this program knows {known}). \
         Install the newer program to open it. The file was not changed."
    )]
    Newer {
        path: PathBuf,
        version: i64,
        known: i64,
    },

    #[error(
        "{path} was saved by an older Lantern and must be brought up to date before it can be read, but it cannot be written: \
         {reason}. Copy it to a folder of your own and open the copy."
    )]
    OlderReadOnly { path: PathBuf, reason: String },

    #[error("There is no file {path}. It may have been moved or renamed.")]
    Missing { path: PathBuf },

    #[error("There is no folder {folder}. Choose another one, or make it first.")]
    NoFolder { folder: PathBuf },

    #[error("There is already a file {path}. Nothing was written; choose another name.")]
    Exists { path: PathBuf },

    #[error(
        "An empty passphrase would leave the file open to everybody. Choose at least a few words."
    )]
    EmptyPassphrase,

    #[error("A passphrase cannot contain the character NUL. Choose other words.")]
    NulInPassphrase,

    #[error("The file can only be read: {reason}. Nothing was changed.")]
    ReadOnly { reason: String },

    #[error(
        "The disk that holds {path} is full. This change was not made; everything saved before is safe. \
         Free some space and do it again."
    )]
    DiskFull { path: PathBuf },

    #[error(
        "{path} is in use by another program (a backup or a virus scanner, perhaps). Nothing was changed; try again in a moment."
    )]
    Busy { path: PathBuf },

    #[error("{path} is damaged ({detail}). Nothing was changed. Restore your latest backup.")]
    Damaged { path: PathBuf, detail: String },

    #[error("{path} could not be {what}: {source}.")]
    Disk {
        path: PathBuf,
        /// "read", "written", "locked".
        what: &'static str,
        source: io::Error,
    },

    /// Women’s safety work’s own passphrase is needed for this.
    #[error(
        "This is kept by women’s safety work, behind a passphrase of its own. Open that lock first; nothing was changed."
    )]
    BehindTheWall,

    #[error(transparent)]
    Lock(#[from] LockFault),

    #[error(
        "{path} holds a perpetrator programme, not a review. Use “lantern programme”, or open it in the window."
    )]
    IsProgramme { path: PathBuf },

    #[error(
        "{path} holds a review, not a perpetrator programme. Make a file for the programme with “lantern new --kind programme”."
    )]
    IsReview { path: PathBuf },

    /// A precondition of an edit does not hold: a whole sentence for the chair.
    #[error("{0}")]
    Refused(String),

    #[error(transparent)]
    Cancelled(#[from] Cancelled),

    #[error("The file could not be used ({0}). Nothing was changed.")]
    Database(#[from] rusqlite::Error),
}

impl StoreError {
    /// Somebody removed what was to be changed.
    pub fn gone(what: &str) -> Self {
        Self::Refused(format!(
            "{what} is no longer in the review; perhaps it was removed or undone. Nothing was changed."
        ))
    }

    /// The same of any file.
    pub fn gone_from_file(what: &str) -> Self {
        Self::Refused(format!(
            "{what} is no longer in the file; perhaps it was removed or undone. Nothing was changed."
        ))
    }

    /// Names the file, and turns what the database says into the chair's words.
    pub(super) fn at(self, path: &Path) -> Self {
        let Self::Database(error) = self else {
            return self;
        };
        let path = path.to_owned();
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged {
                path,
                detail: error.to_string(),
            },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly {
                reason: format!("{} cannot be written", path.display()),
            },
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::Disk {
                path,
                what: "read or written",
                source: io::Error::other(error),
            },
            _ => Self::Database(error),
        }
    }

    pub(super) fn disk(path: &Path, what: &'static str, source: io::Error) -> Self {
        if source.kind() == io::ErrorKind::StorageFull {
            return Self::DiskFull {
                path: path.to_owned(),
            };
        }
        Self::Disk {
            path: path.to_owned(),
            what,
            source,
        }
    }
}
