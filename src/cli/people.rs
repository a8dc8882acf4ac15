use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::ReviewFile;
use super::words::counted;
use crate::{edits, returns};

/// Enter the people the records speak of
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern people anna.lantern import people.csv")]
pub(super) struct People {
    #[command(flatten)]
    review: ReviewFile,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Add everybody in a list: a CSV file (or a spreadsheet) with headings
    #[command(
        after_help = "Columns: name, role (victim, perpetrator, child, family, professional, other), aliases (separated by ;), \
            and where wanted date_of_birth (1988-03-14 or 14/03/1988) and pseudonym.\n\
            One edit: `lantern undo` takes all of them back.\n\n\
            Example:\n  lantern people anna.lantern import people.csv"
    )]
    Import { csv: PathBuf },
}

impl People {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let What::Import { csv } = &self.what;
        // The list first: a fault in it should not cost typing a passphrase.
        let people = returns::people(csv)?;
        let mut store = self.review.open_to_change()?;
        edits::import_people(&mut store, &people)?;
        console.say(&format!(
            "{} entered from {}. One undo takes them all back.",
            counted(people.len(), "person was", "people were"),
            csv.display()
        ))?;
        Ok(Ending::Done)
    }
}
