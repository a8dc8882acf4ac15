use std::path::PathBuf;

use clap::Args;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::publish::write_one;
use super::review_file::ReviewFile;
use crate::publish::Output;

/// Typeset the overview report as a tagged PDF, chronology and action plan appended
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern report anna.lantern --out report.pdf")]
pub(super) struct Report {
    #[command(flatten)]
    review: ReviewFile,
    /// Where it shall be; a file that is there is replaced once the new one is whole
    #[arg(long, value_name = "PATH")]
    out: PathBuf,
}

impl Report {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let review = self.review.load()?;
        write_one(&review, Output::ReportPdf, &self.out, console)?;
        Ok(Ending::Done)
    }
}
