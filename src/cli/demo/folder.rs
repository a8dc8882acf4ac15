use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::ending::Fault;
use crate::cli::publish::make_folder;
use crate::sample;
use crate::store::{Mode, Passphrase, Store};

/// The folder of a demonstration, known by a note in it.
pub(super) struct Folder {
    path: PathBuf,
}

const NOTE: &str = "made-by-lantern-demo.txt";
const REVIEW: &str = "sample review.lantern";
const PROGRAMME: &str = "sample programme.lantern";

impl Folder {
    /// Makes the folder, or clears away the sample of an earlier run. A folder with anything else in it is refused.
    pub(super) fn prepare(path: &Path, passphrase: &Passphrase) -> Result<Self, Fault> {
        let folder = Self {
            path: path.to_owned(),
        };
        if path.exists() {
            folder.check_own()?;
        }
        make_folder(path)?;
        folder.write_note()?;
        folder.remove_sample(&folder.review(), passphrase)?;
        folder.remove_sample(&folder.programme(), passphrase)?;
        Ok(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn review(&self) -> PathBuf {
        self.path.join(REVIEW)
    }

    pub(super) fn programme(&self) -> PathBuf {
        self.path.join(PROGRAMME)
    }

    fn check_own(&self) -> Result<(), Fault> {
        let refused = |why: String| {
            Err(Fault::said(format!(
                "{} {why}. Nothing was written; name another folder with --out.",
                self.path.display()
            )))
        };
        if !self.path.is_dir() {
            return refused("is a file".to_owned());
        }
        let mut content = match fs::read_dir(&self.path) {
            Ok(content) => content,
            Err(error) => return refused(format!("could not be looked into ({error})")),
        };
        if content.next().is_none() || self.path.join(NOTE).is_file() {
            Ok(())
        } else {
            refused("holds files that no demonstration has written".to_owned())
        }
    }

    fn write_note(&self) -> Result<(), Fault> {
        let note = format!(
            "`lantern demo` made this folder and writes it anew each time.\n\
             Everything in it is fictional. Passphrase of “{REVIEW}” and “{PROGRAMME}”: {}\n",
            sample::PASSPHRASE
        );
        let path = self.path.join(NOTE);
        fs::write(&path, note).map_err(|error| {
            Fault::said(format!(
                "{} could not be written ({error}). Name another folder with --out.",
                path.display()
            ))
        })
    }

    /// A sample of an earlier run, unless it is open somewhere or is something else.
    fn remove_sample(&self, path: &Path, passphrase: &Passphrase) -> Result<(), Fault> {
        if !path.exists() {
            return Ok(());
        }
        let kept = |why: String| {
            Fault::said(format!(
                "{} was left as it is: {why}. Close or move it, or name another folder with --out.",
                path.display()
            ))
        };
        let store = Store::open(path, passphrase, super::WHO)
            .map_err(|_| kept("it does not open as a sample".to_owned()))?;
        if let Mode::ReadOnly(reason) = store.mode() {
            return Err(kept(reason.clone()));
        }
        drop(store);
        fs::remove_file(path).map_err(|error| kept(error.to_string()))
    }
}
