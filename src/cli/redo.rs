use clap::Args;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::programme::SafetyKey;
use super::review_file::ReviewFile;

/// Do again what was last taken back
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status 1 where there is nothing to redo.\n\nExample:\n  lantern redo anna.lantern"
)]
pub(super) struct Redo {
    #[command(flatten)]
    review: ReviewFile,
    #[command(flatten)]
    safety: SafetyKey,
}

impl Redo {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let mut store = self.safety.open(&self.review, true)?;
        match store.redo()? {
            Some(outcome) => {
                console.say(&format!("Redone: {}", outcome.value))?;
                Ok(Ending::Done)
            }
            None => {
                console.tell("There is nothing to redo.");
                Ok(Ending::No)
            }
        }
    }
}
