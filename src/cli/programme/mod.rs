mod report;

use clap::{Args, Subcommand};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::ReviewFile;

/// Evaluate a programme for men who have used violence
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  lantern programme pilot.lantern report --out evaluation --json"
)]
pub(super) struct Programme {
    #[command(flatten)]
    file: ReviewFile,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Report(report::Report),
}

impl Programme {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        match self.what {
            What::Report(report) => report.run(&self.file, console),
        }
    }
}
