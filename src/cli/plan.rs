use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::publish::write_one;
use super::review_file::ReviewFile;
use crate::publish::Output;

/// Write the action plan: recommendations and the actions that answer them
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern plan anna.lantern --format docx --out plan.docx")]
pub(super) struct Plan {
    #[command(flatten)]
    review: ReviewFile,
    #[arg(long, value_enum)]
    format: Format,
    /// Where it shall be; a file that is there is replaced once the new one is whole
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Pdf,
    Docx,
    Xlsx,
}

impl Plan {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let output = match self.format {
            Format::Pdf => Output::PlanPdf,
            Format::Docx => Output::PlanDocx,
            Format::Xlsx => Output::PlanXlsx,
        };
        let review = self.review.load()?;
        write_one(&review, output, &self.out, console)?;
        Ok(Ending::Done)
    }
}
