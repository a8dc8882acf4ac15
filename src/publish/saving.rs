//! Files that appear whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::error::{Fault, Kept, PublishError, from_io};

/// Writes a new file and puts it in the place of `path` in one step; returns its size in bytes.
///
/// `write` gets a temporary file in the same folder, which is flushed to the disk and renamed when `write`
/// succeeds and removed when it fails or panics. On Unix only its owner may read it: outputs hold what
/// agencies wrote about people.
pub(super) fn replace<T>(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<T, Fault>,
) -> Result<(T, u64), PublishError> {
    check(path)?;
    let (mut file, temporary) = Temporary::beside(path).map_err(|error| from_io(path, error))?;
    let value = write(&mut file).map_err(|fault| fault.at(path))?;
    let bytes = file
        .sync_all()
        .and_then(|()| file.metadata())
        .map_err(|error| from_io(path, error))?
        .len();
    drop(file);
    temporary.rename_to(path)?;
    Ok((value, bytes))
}

/// Folder of `path`; that of the program where `path` is a bare name.
fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// What can be known before any work is done.
fn check(path: &Path) -> Result<(), PublishError> {
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(PublishError::NoFolder {
            path: path.to_owned(),
            folder: folder.to_owned(),
        });
    }
    let Ok(metadata) = fs::metadata(path) else {
        return Ok(());
    };
    if metadata.is_dir() {
        return Err(PublishError::IsFolder {
            path: path.to_owned(),
        });
    }
    if metadata.permissions().readonly() {
        return Err(in_use(path));
    }
    Ok(())
}

fn in_use(path: &Path) -> PublishError {
    PublishError::InUse {
        path: path.to_owned(),
        kept: Kept::Unchanged,
    }
}

/// Removed when dropped.
struct Temporary {
    path: PathBuf,
    renamed: bool,
}

impl Temporary {
    fn beside(path: &Path) -> io::Result<(File, Self)> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let process = std::process::id();
        for attempt in 0..100 {
            let temporary =
                folder_of(path).join(format!(".{}-{process}-{attempt}.part", short(&name)));
            let mut options = OpenOptions::new();
            options.read(true).write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            match options.open(&temporary) {
                Ok(file) => {
                    return Ok((
                        file,
                        Self {
                            path: temporary,
                            renamed: false,
                        },
                    ));
                }
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::Error::from(ErrorKind::AlreadyExists))
    }

    fn rename_to(mut self, path: &Path) -> Result<(), PublishError> {
        fs::rename(&self.path, path).map_err(|error| {
            // Windows refuses to replace a file that is open elsewhere.
            if error.kind() == ErrorKind::PermissionDenied && path.exists() {
                in_use(path)
            } else {
                from_io(path, error)
            }
        })?;
        self.renamed = true;
        #[cfg(unix)]
        if let Ok(folder) = File::open(folder_of(path)) {
            // The new name is on the disk too; a file system that cannot do this has done its best.
            let _ = folder.sync_all();
        }
        Ok(())
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.renamed {
            // It may never have come to be; there is nobody left to tell.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// File systems allow names of 255 bytes; ours needs some of them.
fn short(name: &str) -> String {
    name.chars().take(48).collect()
}
