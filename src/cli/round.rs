mod collect;
mod send;
mod status;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::ReviewFile;

/// Send the draft to the panel for comments, and collect what comes back
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  lantern round anna.lantern send 1 --out round-1\n  lantern round anna.lantern collect replies/*.docx\n  lantern round anna.lantern status --json"
)]
pub(super) struct Round {
    #[command(flatten)]
    review: ReviewFile,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write a Word file for each member of a round, marked with name, round and “confidential”
    ///
    /// A round that has not gone out yet goes out by this: the draft is put aside as it stands. For one that has, the files are written again as
    /// they were.
    #[command(
        after_help = "Example:\n  lantern round anna.lantern send 2 --out round-2 --overriding \"The objection is on the agenda of 3 June\""
    )]
    Send {
        /// Its number
        round: u32,
        /// The folder; made where there is none. Files of the same names are replaced
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Why it goes out although an objection was not heard
        #[arg(long, value_name = "REASON", default_value = "")]
        overriding: String,
        /// Write packs for members who have Lantern as well, encrypted with the first line of this file
        #[arg(long, value_name = "PATH")]
        packs: Option<PathBuf>,
        /// {round, files: [{file, member, paragraphs, notes: [text]}]}
        #[arg(long)]
        json: bool,
    },
    /// Take in what members sent back: Word files with comments or changes, and packs
    ///
    /// The same file twice adds nothing; a newer one adds what is new. One edit: `lantern undo` takes all of it back.
    #[command(
        after_help = "Exit status 1 where a file could not be taken; the others are.\n\nExample:\n  lantern round anna.lantern collect replies/*.docx"
    )]
    Collect {
        #[arg(required = true, value_name = "PATH")]
        paths: Vec<PathBuf>,
        /// Open packs with the first line of this file
        #[arg(long, value_name = "PATH")]
        packs: Option<PathBuf>,
        /// {files: [{file, problem, member, round, added, known, unanchored, again, notes: [text]}]}
        #[arg(long)]
        json: bool,
    },
    /// Show who was asked, who has replied, and what waits for an answer
    #[command(after_help = "Example:\n  lantern round anna.lantern status --json")]
    Status {
        /// {rounds: [{round, sent, deadline, overridden, members: [{member, agency, sees, replied, comments, unanswered}]}],
        /// unanchored, not_heard: [{comment, member, why}]}
        #[arg(long)]
        json: bool,
    },
}

impl Round {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        match self.what {
            What::Send {
                round,
                out,
                overriding,
                packs,
                json,
            } => {
                let sending = send::Sending {
                    round,
                    out: &out,
                    overriding: &overriding,
                    packs: packs.as_deref(),
                };
                send::run(&self.review, &sending, json, console)
            }
            What::Collect { paths, packs, json } => {
                collect::run(&self.review, &paths, packs.as_deref(), json, console)
            }
            What::Status { json } => status::run(&self.review.load()?, json, console),
        }
    }
}
