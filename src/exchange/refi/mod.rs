//! Weaknesses and what was tagged with them, exchanged with the tools of qualitative researchers by the REFI-QDA standard: a codebook
//! (`.qdc`) or a project (`.qdpx`, a zip file of `project.qde` and the records as plain texts).
//!
//! In the project each record is a text of its own; a tag is a coding of the passages that were marked, or of the whole text; who set it is a
//! user, its memo a note. The standard: REFI-QDA 1.5 with Codebook.xsd and Project.xsd of 18 March 2019, <https://www.qdasoftware.org>.
//!
//! The marks (GUIDs) come from what a thing is, so that writing twice gives the same file, and what comes back is known again.

mod codes;
mod error;
mod guid;
mod packing;
mod project;
mod reading;
mod record_text;
mod tree;

use chrono::NaiveDate;

pub use error::RefiError;

use crate::model::{CodedProject, Review};

/// The list of weaknesses as a codebook, the content of a `.qdc` file.
pub fn codebook(review: &Review) -> Vec<u8> {
    codes::codebook(review).written("urn:QDA-XML:codebook:1.0")
}

/// The list of weaknesses, the records that stand or are tagged, and their tags: the content of a `.qdpx` file. `review` holds what may be
/// seen ([`crate::analysis::hide_from`]); what is hidden in it is not written either.
pub fn project(review: &Review, today: NaiveDate) -> Result<Vec<u8>, RefiError> {
    packing::packed(&project::project(review, today), &project::texts(review))
}

/// Reads a codebook or a project; which, is told by its content. `file`: its name, for errors.
pub fn read(review: &Review, file: &str, bytes: &[u8]) -> Result<CodedProject, RefiError> {
    reading::read(review, file, bytes)
}
