use clap::{Args, Subcommand};
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::ReviewFile;
use super::words::counted;

/// Check that the audit trail is whole and that no other program changed the review
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status 1 where a row was changed, removed or inserted, or the review was changed by another program.\n\nExample:\n  lantern audit anna.lantern verify"
)]
pub(super) struct Audit {
    #[command(flatten)]
    review: ReviewFile,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Follow the whole trail and say what does not fit
    #[command(after_help = "Example:\n  lantern audit anna.lantern verify --json")]
    Verify {
        /// {whole, rows, last_hash, faults: [text]}
        #[arg(long)]
        json: bool,
    },
}

#[derive(Serialize)]
struct Report {
    whole: bool,
    rows: i64,
    last_hash: String,
    faults: Vec<String>,
}

impl Audit {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let What::Verify { json } = self.what;
        let found = self.review.open()?.verify_audit()?;
        let report = Report {
            whole: found.is_whole(),
            rows: found.rows,
            last_hash: found.last_hash,
            faults: found.faults.iter().map(ToString::to_string).collect(),
        };
        if json {
            console.json(&report)?;
        } else {
            tell(&report, console)?;
        }
        Ok(if report.whole {
            Ending::Done
        } else {
            Ending::No
        })
    }
}

fn tell(report: &Report, console: &mut Console) -> Result<(), Fault> {
    let rows = counted(usize::try_from(report.rows).unwrap_or(0), "row", "rows");
    if report.whole {
        console.say(&format!("The audit trail is whole: {rows}."))?;
    } else {
        console.say(&format!("The audit trail is not whole ({rows}):"))?;
        for fault in &report.faults {
            console.say(&format!("  {fault}"))?;
        }
    }
    console.say(&format!(
        "Hash of the last row, to be kept elsewhere: {}",
        report.last_hash
    ))
}
