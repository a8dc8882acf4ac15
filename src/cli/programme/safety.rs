//! The second passphrase, and looks at what is partners’.

use std::cell::RefCell;
use std::path::PathBuf;

use clap::Args;

use crate::cli::ending::Fault;
use crate::cli::passphrase;
use crate::cli::review_file::ReviewFile;
use crate::model::programme::Man;
use crate::store::{Passphrase, Store};
use crate::wall::{CaseFile, Ledger, Look, View, WomensSafety};

/// Where the passphrase of women’s safety work may be found.
const VARIABLE: &str = "LANTERN_SAFETY_PASSPHRASE";

#[derive(Debug, Args)]
pub(in crate::cli) struct SafetyKey {
    /// Open the lock of women’s safety work with the first line of this file
    ///
    /// Without it: with the variable LANTERN_SAFETY_PASSPHRASE; without both the lock stays closed.
    #[arg(long, value_name = "PATH")]
    safety_passphrase_file: Option<PathBuf>,
}

impl SafetyKey {
    pub(super) fn given(&self) -> Result<Option<Passphrase>, Fault> {
        Ok(match &self.safety_passphrase_file {
            Some(path) => Some(passphrase::of_file(path)?),
            None => std::env::var(VARIABLE)
                .ok()
                .filter(|words| !words.is_empty())
                .map(Passphrase::new),
        })
    }

    /// Opens the file and, where its passphrase is given, the lock of women’s safety work. Looks at what is hers are written down, so that the file is
    /// then opened to be changed.
    pub(in crate::cli) fn open(&self, file: &ReviewFile, to_change: bool) -> Result<Store, Fault> {
        let given = self.given()?;
        let mut store = match to_change || given.is_some() {
            true => file.open_to_change()?,
            false => file.open()?,
        };
        if let Some(given) = given {
            store.unlock(&given)?;
        }
        Ok(store)
    }
}

/// Keeps looks until they can be written down.
#[derive(Default)]
struct Looks(RefCell<Vec<Look>>);

impl Ledger for Looks {
    fn note(&self, look: Look) {
        self.0.borrow_mut().push(look);
    }
}

/// What `ask` learns in women’s safety work; `None` while the lock is closed. Every look is written down.
pub(super) fn asked<T>(
    store: &mut Store,
    ask: impl FnOnce(&View<'_, WomensSafety>) -> Result<T, Fault>,
) -> Result<Option<T>, Fault> {
    let Some(clearance) = store.clearance() else {
        return Ok(None);
    };
    let file = CaseFile::of(store.programme()?, store.partners()?)
        .map_err(|wrong| Fault::said(wrong.to_string()))?;
    let looks = Looks::default();
    let answer = ask(&file.view(&clearance, &looks))?;
    store.note_looks(&looks.0.into_inner())?;
    Ok(Some(answer))
}

/// His case number; where he has none, the number of his file.
pub(super) fn called(man: &Man) -> String {
    match man.reference.trim() {
        "" => format!("no. {}", man.id),
        reference => reference.to_owned(),
    }
}
