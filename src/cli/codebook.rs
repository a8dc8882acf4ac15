use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::review_file::{ReviewFile, today};
use super::words::counted;
use crate::analysis::what_is_hidden;
use crate::edits;
use crate::exchange::refi;
use crate::publish;

/// Exchange the list of weaknesses, and what is tagged, with other tools (REFI-QDA)
///
/// NVivo, ATLAS.ti, MAXQDA, QualCoder and others read and write codebooks (.qdc: the list of weaknesses) and projects (.qdpx: also the
/// records, and who tagged which words of them). A project is not encrypted and holds the agencies' words with all names. On the
/// entries of an open blind coding, only your own tags are written.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  lantern codebook anna.lantern export anna.qdpx\n  lantern codebook anna.lantern import coded.qdpx --json"
)]
pub(super) struct Codebook {
    #[command(flatten)]
    review: ReviewFile,
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write a codebook (PATH ends in .qdc) or a project (.qdpx)
    #[command(after_help = "Example:\n  lantern codebook anna.lantern export weaknesses.qdc")]
    Export {
        /// A file that is there is replaced once the new one is whole
        path: PathBuf,
    },
    /// Take in the codes of a codebook or a project, and the tags of a project's coders
    ///
    /// Codes that the review has already, by their mark or their name, stay as they are; tags that are there stay. The same file
    /// twice adds nothing. One edit: `lantern undo` takes it back.
    #[command(after_help = "Example:\n  lantern codebook anna.lantern import coded.qdpx")]
    Import {
        path: PathBuf,
        /// {added, known, tags, left_out, displaced, unknown_texts: [text]}
        #[arg(long)]
        json: bool,
    },
}

#[derive(Serialize)]
struct Taken<'a> {
    /// Weaknesses that the review did not have.
    added: usize,
    known: usize,
    /// New tags, and tags that got a memo or passages.
    tags: usize,
    /// Codings of texts that are no records of this review.
    left_out: usize,
    /// Marked passages that are not in their record as it is worded now.
    displaced: usize,
    unknown_texts: &'a [String],
}

impl Codebook {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        match &self.what {
            What::Export { path } => self.export(path, console),
            What::Import { path, json } => self.import(path, *json, console),
        }
    }

    fn export(&self, path: &Path, console: &mut Console) -> Result<Ending, Fault> {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_project = match ending.map(str::to_ascii_lowercase).as_deref() {
            Some("qdc") => false,
            Some("qdpx") => true,
            _ => {
                return Err(Fault::said(format!(
                    "“{}” ends neither in .qdc (the list of weaknesses) nor in .qdpx (with the records and their tags). Nothing was written.",
                    path.display()
                )));
            }
        };
        let review = self.review.load()?;
        let bytes = match is_project {
            true => refi::project(&review, today())?,
            false => refi::codebook(&review),
        };
        publish::save(path, &bytes)?;
        let written = match is_project {
            true => format!(
                "{} and {}",
                counted(review.weaknesses.len(), "weakness", "weaknesses"),
                counted(review.taggings.len(), "tag", "tags")
            ),
            false => counted(review.weaknesses.len(), "weakness", "weaknesses"),
        };
        console.say(&format!("{written} written to {}.", path.display()))?;
        if let Some(hidden) = what_is_hidden(&review).filter(|_| is_project) {
            console.tell(&hidden);
        }
        Ok(Ending::Done)
    }

    fn import(&self, path: &Path, json: bool, console: &mut Console) -> Result<Ending, Fault> {
        let name = path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy();
        let bytes = std::fs::read(path).map_err(|error| {
            Fault::said(format!(
                "“{name}” could not be read ({error}). Nothing was taken in."
            ))
        })?;
        let mut store = self.review.open_to_change()?;
        let project = refi::read(&store.load()?, &name, &bytes)?;
        let taken = edits::take_codes(&mut store, &project)?.value;
        if json {
            console.json(&Taken {
                added: taken.added,
                known: taken.known,
                tags: taken.tags,
                left_out: project.left_out,
                displaced: project.displaced,
                unknown_texts: &project.unknown_texts,
            })?;
            return Ok(Ending::Done);
        }
        console.say(&format!(
            "{} of {} new in the review; {} added or completed.",
            taken.added,
            counted(taken.added + taken.known, "code is", "codes are"),
            counted(taken.tags, "tag was", "tags were")
        ))?;
        if project.left_out > 0 {
            console.tell(&format!(
                "{} left out: their texts are no records of this review ({}).",
                counted(project.left_out, "coding was", "codings were"),
                project.unknown_texts.join(", ")
            ));
        }
        if project.displaced > 0 {
            console.tell(&format!(
                "{} not in the record as it is worded now; the words stand in the memo of the tag.",
                counted(
                    project.displaced,
                    "marked passage is",
                    "marked passages are"
                )
            ));
        }
        Ok(Ending::Done)
    }
}
