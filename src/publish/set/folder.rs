//! The folder of a set: made beside its place, moved there when it is whole.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::SetError;
use super::manifest::{Manifest, NAME};
use crate::publish::Edition;

/// Which edition stands in a folder; `None` where it holds no set.
pub fn edition_of(folder: &Path) -> Option<Edition> {
    let manifest = manifest_of(folder)?;
    let editions = [Edition::Working, Edition::Publication];
    editions
        .into_iter()
        .find(|edition| edition.key() == manifest.edition)
}

fn manifest_of(folder: &Path) -> Option<Manifest> {
    let text = fs::read_to_string(folder.join(NAME)).ok()?;
    serde_json::from_str(&text).ok()
}

/// Not in its place yet; removed when dropped.
pub(super) struct Folder {
    place: PathBuf,
    temporary: PathBuf,
}

impl Folder {
    /// Refuses a place where anything stands but an earlier set of this edition.
    pub(super) fn prepare(out: &Path, edition: Edition) -> Result<Self, SetError> {
        let place = std::path::absolute(out).map_err(|error| not_made(out, &error))?;
        let place: PathBuf = place.components().collect();
        let (Some(parent), Some(name)) = (place.parent(), place.file_name()) else {
            return Err(SetError::Folder(format!(
                "{} cannot be the folder of a set. Nothing was written; name a folder in it.",
                out.display()
            )));
        };
        if place.exists() {
            check(&place, edition)?;
        }
        if let Some(other) = edition_of(parent) {
            return Err(SetError::Folder(format!(
                "The folder {} lies in one that holds a {}. Nothing was written; name a folder elsewhere.",
                out.display(),
                other.words()
            )));
        }
        fs::create_dir_all(parent).map_err(|error| not_made(out, &error))?;
        let name: String = name.to_string_lossy().chars().take(48).collect();
        let temporary = made_beside(parent, &name).map_err(|error| not_made(out, &error))?;
        Ok(Self { place, temporary })
    }

    pub(super) fn path(&self) -> &Path {
        &self.temporary
    }

    /// Moves it to its place. An earlier set there goes only when this one stands.
    pub(super) fn into_place(self) -> Result<PathBuf, SetError> {
        let not_moved = |error: io::Error| {
            SetError::Folder(format!(
                "The set could not be moved to {} ({error}). What was there before is unchanged. Close its files in other programs, or \
                 name another folder.",
                self.place.display()
            ))
        };
        if !self.place.exists() {
            fs::rename(&self.temporary, &self.place).map_err(not_moved)?;
            return Ok(self.place.clone());
        }
        let aside = self.temporary.with_extension("before");
        fs::rename(&self.place, &aside).map_err(not_moved)?;
        if let Err(error) = fs::rename(&self.temporary, &self.place) {
            fs::rename(&aside, &self.place).map_err(|_| {
                SetError::Folder(format!(
                    "The set could not be moved to {} ({error}). The earlier set stands in {}.",
                    self.place.display(),
                    aside.display()
                ))
            })?;
            return Err(not_moved(error));
        }
        fs::remove_dir_all(&aside).map_err(|error| {
            SetError::Folder(format!(
                "The set stands in {}, but the earlier one could not be removed and lies in {} ({error}). Remove it yourself.",
                self.place.display(),
                aside.display()
            ))
        })?;
        Ok(self.place.clone())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // After moving there is nothing left; before, there is nobody to tell.
        let _ = fs::remove_dir_all(&self.temporary);
    }
}

fn made_beside(parent: &Path, name: &str) -> io::Result<PathBuf> {
    let process = std::process::id();
    for attempt in 0..100 {
        let path = parent.join(format!(".{name}-{process}-{attempt}.part"));
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(&path) {
            Ok(()) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::from(ErrorKind::AlreadyExists))
}

fn not_made(out: &Path, error: &io::Error) -> SetError {
    SetError::Folder(format!(
        "The folder {} could not be made ({error}). Nothing was written; name another one.",
        out.display()
    ))
}

fn check(place: &Path, edition: Edition) -> Result<(), SetError> {
    let refused = |why: String| {
        Err(SetError::Folder(format!(
            "{} {why}. Nothing was written; name another folder.",
            place.display()
        )))
    };
    if !place.is_dir() {
        return refused("is a file".to_owned());
    }
    let content = match fs::read_dir(place) {
        Ok(content) => content,
        Err(error) => return refused(format!("could not be looked into ({error})")),
    };
    let names: Vec<String> = content
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    if names.is_empty() {
        return Ok(());
    }
    let Some(manifest) = manifest_of(place) else {
        return refused("holds files that are no set".to_owned());
    };
    if manifest.edition != edition.key() {
        let other = edition_of(place).map_or("another edition", Edition::words);
        return refused(format!(
            "holds a {other}, and a {} never shares a folder with one",
            edition.words()
        ));
    }
    let is_of_the_set =
        |name: &&String| *name == NAME || manifest.files.iter().any(|file| file.name == **name);
    match names.iter().find(|name| !is_of_the_set(name)) {
        Some(other) => refused(format!("holds “{other}” beside an earlier set")),
        None => Ok(()),
    }
}
