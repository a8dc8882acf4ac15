//! A second file with everything in it, under the same passphrase.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;
use rusqlite::backup::{Backup, StepResult};

use super::{Store, StoreError, connection};
use crate::jobs::Progress;

/// Pages copied between two looks at the progress.
const PAGES: i32 = 256;

impl Store {
    /// Copies the review to a new file `dest`, undo history and audit trail included, while it stays open.
    ///
    /// `dest` appears only when it is whole; an existing file is never replaced.
    pub fn backup(&self, dest: &Path, progress: &dyn Progress) -> Result<(), StoreError> {
        check_new(dest)?;
        let part = beside(dest, ".part");
        let result = self.copy_to(&part, progress).and_then(|()| {
            check_new(dest)?;
            publish(&part, dest)
        });
        if result.is_err() {
            // What is left of it is worth nothing; that it cannot be removed changes nothing about the error.
            let _ = remove_leftover(&part);
        }
        result
    }

    fn copy_to(&self, part: &Path, progress: &dyn Progress) -> Result<(), StoreError> {
        remove_leftover(part)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let copy = || {
            let mut target = connection::keyed(part, flags, &self.passphrase)?;
            {
                let backup = Backup::new(&self.connection, &mut target)?;
                loop {
                    let step = backup.step(PAGES)?;
                    let pages = backup.progress();
                    let total = u64::try_from(pages.pagecount).unwrap_or(0);
                    let left = u64::try_from(pages.remaining).unwrap_or(0);
                    progress.report(total.saturating_sub(left), Some(total), "Copying")?;
                    match step {
                        StepResult::Done => break,
                        StepResult::More => {}
                        _ => std::thread::sleep(std::time::Duration::from_millis(20)),
                    }
                }
            }
            connection::identify(&target, part, super::migrate::current())?;
            connection::set_up(&target, true)?;
            target.close().map_err(|(_, error)| error)?;
            Ok(())
        };
        copy().map_err(|error: StoreError| error.at(part))
    }
}

/// Fails where a new file cannot be made at `path`: something is there, or its folder is not.
pub(super) fn check_new(path: &Path) -> Result<(), StoreError> {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(StoreError::NoFolder {
            folder: folder.to_owned(),
        });
    }
    // A write-ahead log left by a file that was deleted would be taken for the new file's own.
    for path in [path.to_owned(), beside(path, "-wal")] {
        if fs::symlink_metadata(&path).is_ok() {
            return Err(StoreError::Exists { path });
        }
    }
    Ok(())
}

/// `path` with `ending` after its whole name.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Removes what an earlier attempt at the same file left behind.
pub(super) fn remove_leftover(part: &Path) -> Result<(), StoreError> {
    for path in [part.to_owned(), beside(part, "-wal"), beside(part, "-shm")] {
        match fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(StoreError::disk(&path, "written", error));
            }
            _ => {}
        }
    }
    Ok(())
}

/// Gives the finished `part` its name, so that it is either wholly there or not at all.
pub(super) fn publish(part: &Path, dest: &Path) -> Result<(), StoreError> {
    let written = |source| StoreError::disk(dest, "written", source);
    OpenOptions::new()
        .write(true)
        .open(part)
        .and_then(|file| file.sync_all())
        .map_err(written)?;
    fs::rename(part, dest).map_err(written)?;
    sync_folder(dest);
    Ok(())
}

/// Makes the new name last through a power cut, where the system offers it; where it does not, the file is there all the same.
fn sync_folder(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = path;
}
