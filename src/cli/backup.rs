use std::path::PathBuf;

use clap::Args;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::progress::Telling;
use super::review_file::ReviewFile;
use super::words::size;

/// Copy a review, undo history and audit trail included, while it may be open elsewhere
///
/// The copy has the same passphrase. An existing file is never replaced.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern backup anna.lantern backups/anna-2026-05-04.lantern")]
pub(super) struct Backup {
    #[command(flatten)]
    review: ReviewFile,
    /// Where the copy shall be
    dest: PathBuf,
}

impl Backup {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let store = self.review.open()?;
        store.backup(&self.dest, &Telling::new())?;
        let bytes = std::fs::metadata(&self.dest).map_or(0, |about| about.len());
        console.say(&format!("{}  {}", self.dest.display(), size(bytes)))?;
        Ok(Ending::Done)
    }
}
