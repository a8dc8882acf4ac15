mod destroy;
mod due;
mod export;
mod import;
mod lock;
mod report;
mod safety;
mod sheet;

use clap::{Args, Subcommand};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::ReviewFile;
pub(super) use safety::SafetyKey;

/// Evaluate a programme for men who have used violence
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  lantern programme pilot.lantern import cohort.xlsx --dry-run\n  lantern programme pilot.lantern due --json\n  lantern programme pilot.lantern report --out evaluation --json"
)]
pub(super) struct Programme {
    #[command(flatten)]
    file: ReviewFile,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Import(import::Import),
    Lock(lock::Lock),
    Export(export::Export),
    Due(due::Due),
    Destroy(destroy::Destroy),
    Report(report::Report),
    Sheet(sheet::Sheet),
}

impl Programme {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        match self.what {
            What::Import(import) => import.run(&self.file, console),
            What::Lock(lock) => lock.run(&self.file, console),
            What::Export(export) => export.run(&self.file, console),
            What::Due(due) => due.run(&self.file, console),
            What::Destroy(destroy) => destroy.run(&self.file, console),
            What::Report(report) => report.run(&self.file, console),
            What::Sheet(sheet) => sheet.run(&self.file, console),
        }
    }
}
