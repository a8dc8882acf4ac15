use std::path::PathBuf;

use chrono::NaiveDate;
use clap::Args;

use super::ending::Fault;
use super::passphrase::Key;
use crate::analysis;
use crate::model::Review;
use crate::store::{Mode, Store};

/// The file a command works on.
#[derive(Debug, Args)]
pub(super) struct ReviewFile {
    /// The file of the review or programme, NAME.lantern
    pub(super) file: PathBuf,
    #[command(flatten)]
    key: Key,
}

impl ReviewFile {
    /// For a command that works without a review, too.
    pub(super) fn at(file: PathBuf, key: Key) -> Self {
        Self { file, key }
    }

    pub(super) fn open(&self) -> Result<Store, Fault> {
        // Before a passphrase is asked for in vain.
        if !self.file.exists() {
            return Err(crate::store::StoreError::Missing {
                path: self.file.clone(),
            }
            .into());
        }
        let passphrase = self.key.to_open(&self.file)?;
        Ok(Store::open(&self.file, &passphrase, &self.key.who())?)
    }

    /// For a command that changes the file: refused at once where it can only be read.
    pub(super) fn open_to_change(&self) -> Result<Store, Fault> {
        let store = self.open()?;
        match store.mode() {
            Mode::ReadWrite => Ok(store),
            Mode::ReadOnly(reason) => Err(Fault::said(format!(
                "{} can only be read: {reason}. Nothing was changed.",
                self.file.display()
            ))),
        }
    }

    /// Who does it, for the audit trail.
    pub(super) fn who(&self) -> String {
        self.key.who()
    }

    /// As whoever asks may see it: in an open coding, only their own tags.
    pub(super) fn load(&self) -> Result<Review, Fault> {
        let store = self.open()?;
        let mut review = store.load()?;
        analysis::hide_from(&mut review, store.who());
        Ok(review)
    }
}

/// Where the computer is.
pub(super) fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}
