use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::publish::write_one;
use super::review_file::ReviewFile;
use crate::publish::Output;

mod json;

/// Write the action plan: recommendations and the actions that answer them
///
/// With --json, the whole chain from the questions of the review to what changed goes to standard output.
#[derive(Debug, Args)]
#[command(
    after_help = "JSON: {questions: [{number, text, findings}], findings: [{number, text, analysis, good_practice, questions, weaknesses, \
        entries, paragraphs, recommendations}], recommendations: [{number, text, reach, scope, early_learning, weakness, agencies, \
        findings, entries, measure, achievable, due, missing, actions: [{number, text, lead_agency, owner, milestones, target, \
        completed, outcome, outcome_sought, outputs, resources, review, related_plans, status, missing}]}], \
        loose_ends: [{step, number, why}]}\n\n\
        Examples:\n  lantern plan anna.lantern --format docx --out plan.docx\n  lantern plan anna.lantern --json"
)]
pub(super) struct Plan {
    #[command(flatten)]
    review: ReviewFile,
    #[arg(long, value_enum, required_unless_present = "json")]
    format: Option<Format>,
    /// Where it shall be; a file that is there is replaced once the new one is whole
    #[arg(long, value_name = "PATH", required_unless_present = "json")]
    out: Option<PathBuf>,
    /// The chain, for machines
    #[arg(long, conflicts_with_all = ["format", "out"])]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Pdf,
    Docx,
    Xlsx,
}

impl Plan {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let review = self.review.load()?;
        if let (Some(format), Some(out)) = (self.format, self.out) {
            let output = match format {
                Format::Pdf => Output::PlanPdf,
                Format::Docx => Output::PlanDocx,
                Format::Xlsx => Output::PlanXlsx,
            };
            write_one(&review, output, &out, console)?;
        } else {
            console.json(&json::plan(&review))?;
        }
        Ok(Ending::Done)
    }
}
