//! One writer per file: an operating-system lock on `NAME.lantern.lock`, which goes when its holder ends, however
//! it ends. The lock file holds only which computer took it and when; nothing of the review.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Local};

/// Held as long as the file is open for writing.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    // Dropping it releases the lock.
    _file: File,
}

/// What became of the wish to write.
#[derive(Debug)]
pub(super) enum Locking {
    Held(Lock),
    /// Somebody else writes; in words, where and since when.
    Elsewhere(String),
    /// No lock can be taken here: the folder cannot be written.
    Impossible(io::Error),
}

/// Tries for the lock of the file at `path`, without waiting.
pub(super) fn take(path: &Path) -> Locking {
    match attempt(&beside(path)) {
        Ok(locking) => locking,
        Err(error) => Locking::Impossible(error),
    }
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}

fn attempt(path: &Path) -> io::Result<Locking> {
    // A holder that ends removes its lock file. When that happens between our opening and our locking, we hold a
    // lock on a file that nobody else will ever see; then we begin again.
    loop {
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(Locking::Elsewhere(holder(&mut file))),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let mark = format!(
            "{}\n{}\n{}\n",
            computer(),
            Local::now().to_rfc3339(),
            std::process::id()
        );
        file.set_len(0)?;
        file.rewind()?;
        file.write_all(mark.as_bytes())?;
        if same_file(&file, path)? {
            return Ok(Locking::Held(Lock {
                path: path.to_owned(),
                _file: file,
            }));
        }
    }
}

#[cfg(unix)]
fn same_file(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let held = file.metadata()?;
    match fs::metadata(path) {
        Ok(named) => Ok(held.dev() == named.dev() && held.ino() == named.ino()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Elsewhere an open file keeps its name until it is closed.
#[cfg(not(unix))]
fn same_file(_file: &File, path: &Path) -> io::Result<bool> {
    path.try_exists()
}

/// "on LAPTOP-7 in another window, since 10:32 on 4 May 2026"; less where the lock file cannot be read.
fn holder(file: &mut File) -> String {
    let mut mark = String::new();
    // Where it cannot be read (some systems lock against reading too), the short form must do.
    let _ = file.rewind().and_then(|()| file.read_to_string(&mut mark));
    let mut lines = mark.lines();
    match (lines.next(), lines.next().and_then(since)) {
        (Some(computer), Some(since)) => {
            format!("open on {computer} in another window, since {since}")
        }
        _ => "open in another window".to_owned(),
    }
}

fn since(text: &str) -> Option<String> {
    let at = DateTime::parse_from_rfc3339(text).ok()?;
    Some(
        at.with_timezone(&Local)
            .format("%H:%M on %-d %B %Y")
            .to_string(),
    )
}

fn computer() -> String {
    let named = ["COMPUTERNAME", "HOSTNAME"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok())
        .or_else(|| fs::read_to_string("/etc/hostname").ok());
    named
        .and_then(|name| name.lines().next().map(|line| line.trim().to_owned()))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "this computer".to_owned())
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Left behind, it does no harm: the lock itself goes with the file handle.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_told_where_and_since_when() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("case.lantern");
        let first = take(&path);
        assert!(matches!(first, Locking::Held(_)));
        let Locking::Elsewhere(words) = take(&path) else {
            panic!("two writers");
        };
        assert!(words.starts_with("open on "), "{words}");
        assert!(words.contains(" in another window, since "), "{words}");
        drop(first);
        assert!(!beside(&path).exists());
        assert!(matches!(take(&path), Locking::Held(_)));
    }

    #[test]
    fn a_lock_file_left_by_a_crash_does_not_hold() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("case.lantern");
        fs::write(beside(&path), "OLD-PC\nnever\n1\n").expect("written");
        assert!(matches!(take(&path), Locking::Held(_)));
    }

    #[test]
    fn without_a_place_for_the_lock_there_is_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("case.lantern");
        fs::create_dir(beside(&path)).expect("a folder in its place");
        assert!(matches!(take(&path), Locking::Impossible(_)));
    }
}
