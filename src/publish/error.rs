use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::jobs::Cancelled;

/// Why an output could not be made. Whatever happens, a file that already stood at the path is as it was.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    #[error(transparent)]
    Cancelled(#[from] Cancelled),

    #[error(
        "“{}” could not be saved, because the folder “{}” does not exist. Nothing was written. \
         Choose another folder, or make this one first.",
        path.display(), folder.display()
    )]
    NoFolder { path: PathBuf, folder: PathBuf },

    #[error(
        "“{}” is a folder, so nothing can be saved under that name. Nothing was written. \
         Choose a file name inside it.",
        path.display()
    )]
    IsFolder { path: PathBuf },

    #[error(
        "“{}” could not be replaced. It is write-protected, or open in another program. {kept} \
         Close it there, or save under another name.",
        path.display()
    )]
    InUse { path: PathBuf, kept: Kept },

    #[error(
        "“{}” could not be saved, because this folder does not let you write in it. {kept} \
         Choose another folder.",
        path.display()
    )]
    NotAllowed { path: PathBuf, kept: Kept },

    #[error(
        "“{}” could not be saved, because the disk is full. {kept} \
         Make room, or save on another disk.",
        path.display()
    )]
    DiskFull { path: PathBuf, kept: Kept },

    #[error("“{}” could not be saved ({source}). {kept} Try another folder.", path.display())]
    Io {
        path: PathBuf,
        kept: Kept,
        source: io::Error,
    },

    #[error(
        "The {output} would have {rows} rows, and {limit} is the most it can hold: {why} \
         Nothing was written. {instead}"
    )]
    TooMany {
        output: &'static str,
        rows: usize,
        limit: usize,
        why: &'static str,
        instead: &'static str,
    },

    #[error(
        "The folder “{}” is not empty, and data of an earlier export must not be mixed with these: their study numbers differ. Nothing was written. \
         Choose a new folder.",
        folder.display()
    )]
    NotEmpty { folder: PathBuf },

    #[error(
        "The folder “{}” holds a publication, and a working version with names never stands beside one. Nothing was written. \
         Choose another folder.",
        folder.display()
    )]
    Published { folder: PathBuf },

    #[error(
        "The page layout of the {output} could not be made, so nothing was written. \
         The chronology as a spreadsheet does not need it. What went wrong: {what}"
    )]
    Layout { output: String, what: String },

    #[error(
        "The {output} is not made of pages, so there is no preview of it. Save it and open it."
    )]
    NoPages { output: &'static str },
}

/// What is to be said of the file that stood at the path before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// There was one.
    Unchanged,
    /// There was none.
    Nothing,
}

impl Kept {
    pub(super) fn at(path: &Path) -> Self {
        if path.exists() {
            Self::Unchanged
        } else {
            Self::Nothing
        }
    }
}

impl std::fmt::Display for Kept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Unchanged => "The file that was there before is unchanged.",
            Self::Nothing => "Nothing was written.",
        })
    }
}

/// What can go wrong while the content of a file is written; the file itself is named by whoever opened it.
#[derive(Debug)]
pub(super) enum Fault {
    Io(io::Error),
    Publish(PublishError),
}

impl Fault {
    pub(super) fn at(self, path: &Path) -> PublishError {
        match self {
            Self::Publish(error) => error,
            Self::Io(error) => from_io(path, error),
        }
    }
}

pub(super) fn from_io(path: &Path, source: io::Error) -> PublishError {
    let path = path.to_owned();
    let kept = Kept::at(&path);
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            PublishError::DiskFull { path, kept }
        }
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
            PublishError::NotAllowed { path, kept }
        }
        _ => PublishError::Io { path, kept, source },
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Cancelled> for Fault {
    fn from(cancelled: Cancelled) -> Self {
        Self::Publish(cancelled.into())
    }
}

impl From<PublishError> for Fault {
    fn from(error: PublishError) -> Self {
        Self::Publish(error)
    }
}

impl From<csv::Error> for Fault {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Io(error),
            other => Self::Io(io::Error::other(format!("{other:?}"))),
        }
    }
}

impl From<zip::result::ZipError> for Fault {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Io(match error {
            zip::result::ZipError::Io(error) => error,
            other => io::Error::other(other),
        })
    }
}

impl From<rust_xlsxwriter::XlsxError> for Fault {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        use rust_xlsxwriter::XlsxError;
        match error {
            XlsxError::IoError(error) => error.into(),
            XlsxError::ZipError(zip::result::ZipError::Io(error)) => error.into(),
            other => Self::Io(io::Error::other(other)),
        }
    }
}
