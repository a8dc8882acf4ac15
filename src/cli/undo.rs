use clap::Args;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::programme::SafetyKey;
use super::review_file::ReviewFile;

/// Take back the last edit
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status 1 where there is nothing to undo.\n\nExample:\n  lantern undo anna.lantern"
)]
pub(super) struct Undo {
    #[command(flatten)]
    review: ReviewFile,
    #[command(flatten)]
    safety: SafetyKey,
}

impl Undo {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let mut store = self.safety.open(&self.review, true)?;
        match store.undo()? {
            Some(outcome) => {
                console.say(&format!("Undone: {}", outcome.value))?;
                Ok(Ending::Done)
            }
            None => {
                console.tell("There is nothing to undo.");
                Ok(Ending::No)
            }
        }
    }
}
