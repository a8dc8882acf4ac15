use std::path::PathBuf;

use clap::Args;

use super::safety::SafetyKey;
use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::passphrase;
use crate::cli::review_file::ReviewFile;

/// Set the passphrase of women’s safety work, or give it another one
///
/// What partners say is kept under this passphrase alone; that of the file does not open it. It cannot be recovered: without it nobody can read what
/// was kept. To give it another one, the present one is needed.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  lantern programme pilot.lantern lock --new-passphrase-file hers.txt\n  lantern programme pilot.lantern lock --safety-passphrase-file hers.txt --new-passphrase-file new.txt"
)]
pub(super) struct Lock {
    /// The first line of this file becomes the passphrase
    #[arg(long, value_name = "PATH")]
    new_passphrase_file: PathBuf,
    #[command(flatten)]
    present: SafetyKey,
}

impl Lock {
    pub(super) fn run(self, file: &ReviewFile, console: &mut Console) -> Result<Ending, Fault> {
        let new = passphrase::of_file(&self.new_passphrase_file)?;
        let mut store = file.open_to_change()?;
        // So that a review is told from a programme.
        store.programme()?;
        let had = store.has_safety_lock()?;
        if had && let Some(present) = self.present.given()? {
            store.unlock(&present)?;
        }
        store.set_safety_lock(&new)?;
        console.say(match had {
            true => "Women’s safety work has another passphrase now.",
            false => "Women’s safety work has its passphrase. It cannot be recovered: keep it where the file is not.",
        })?;
        Ok(Ending::Done)
    }
}
