//! Everything that leaves the program as a file: the typeset report, the combined chronology and the action plan as PDF,
//! Word, Excel and comma-separated text.
//!
//! A file appears whole or not at all; wording is carried word for word, and whatever a format or a font cannot hold is
//! shown in another form and told in [`Made::notes`]. Layouts of pages stand in `export/` and read nothing but the data
//! they are given.

mod about;
mod again;
mod analysis_data;
mod cells;
mod certificate;
mod chain_words;
mod characters;
mod chronology_columns;
mod chronology_data;
mod comma_separated;
mod data_record;
mod draft_data;
mod draft_pages;
mod draft_text;
mod edition;
mod entry_words;
mod error;
mod evaluation;
mod glossary;
mod group_sheet;
mod layouts;
mod letter_data;
mod lookup;
mod matter;
mod output;
mod plan_columns;
mod plan_data;
mod preview;
mod recommendation_data;
mod report_data;
mod saving;
mod set;
mod sheet_frame;
mod sheet_rows;
mod single;
mod spreadsheet;
mod tables;
mod timeline_data;
mod timeline_lanes;
mod timeline_words;
mod typesetting;
mod word;
pub(crate) mod word_house;
mod word_letter;
mod word_parts;
mod word_picture;
mod word_report;
mod word_style;
mod word_tables;
mod word_text;

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

pub use analysis_data::{AnalysisData, NONE, NOT_ASKED, NOT_KNOWN, OTHER, write_analysis_data};
pub use certificate::{certificate_text, write_certificate};
pub use data_record::{NOT_INDICATED, RecordLine, RecordSource, data_record};
pub use draft_pages::{DraftPages, Place};
pub use edition::Edition;
pub use error::{Kept, PublishError};
pub use evaluation::{EvaluationOutput, evaluation_data, write_evaluation};
pub use group_sheet::{SHEET_SESSIONS, group_sheet_data, write_group_sheet};
pub use layouts::PAGES_ENTRY_LIMIT;
pub use output::Output;
pub use preview::{PageImage, Preview};
pub use set::{
    Against, AgainstMark, LetPass, Manifest, ManifestFile, SetError, SetMade, SetOptions,
    edition_of, publish_set, set_folder,
};
pub use typesetting::{Layout, LayoutFault, Typeset};

use crate::analysis::what_is_hidden;
use crate::chronology;
use crate::jobs::{Progress, Silent};
use crate::model::Review;
use error::Fault;

/// What an output is made with besides the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The date of this version.
    pub today: NaiveDate,
    /// What is published is made of a review without identities; nothing here takes them out.
    pub edition: Edition,
    /// What the chronology outputs show, as indices into `review.entries` in the order of printing; `None`: every
    /// entry in order of time. The report always shows every entry.
    pub rows: Option<Vec<u32>>,
    /// Says above the chronology what is shown of it (“Police; 42 of 368 entries, sorted by agency”); empty: its
    /// number of entries does.
    pub note: String,
    /// Headings of the chronology, each before the row at its place in `rows`; `None`: by year.
    pub headings: Option<Vec<(usize, String)>>,
}

impl Options {
    pub fn new(today: NaiveDate) -> Self {
        Self {
            today,
            edition: Edition::Working,
            rows: None,
            note: String::new(),
            headings: None,
        }
    }

    /// The same for a document that shows every entry.
    fn of_every_entry(&self) -> Self {
        Self {
            edition: self.edition,
            ..Self::new(self.today)
        }
    }

    fn rows_of(&self, review: &Review) -> Vec<u32> {
        self.rows.clone().unwrap_or_else(|| in_print(review))
    }
}

/// The entries that stand, in order of time: what a corrected return has withdrawn is not printed.
fn in_print(review: &Review) -> Vec<u32> {
    chronology::without_withdrawn(review, &chronology::in_order(review))
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// `None` where the format has no pages of its own.
    pub pages: Option<usize>,
    /// Sentences for the chair: what was shown in another form, what is not written yet.
    pub notes: Vec<String>,
}

/// Keeps `bytes` as a file, whole or not at all; returns its size.
pub fn save(path: &Path, bytes: &[u8]) -> Result<u64, PublishError> {
    let ((), size) = saving::replace(path, |file| Ok(file.write_all(bytes)?))?;
    Ok(size)
}

/// Writes `output` to `path`, replacing a file that is there only when the new one is complete.
///
/// Progress is reported per row and per stage. Laying out pages cannot be interrupted: cancelling meanwhile takes effect
/// when it is done, and its result is dropped.
pub fn write(
    review: &Review,
    output: Output,
    options: &Options,
    path: &Path,
    progress: &dyn Progress,
) -> Result<Made, PublishError> {
    progress.report(0, None, "Preparing the file")?;
    let folder = path.parent().unwrap_or(path);
    if options.edition == Edition::Working && edition_of(folder) == Some(Edition::Publication) {
        return Err(PublishError::Published {
            folder: folder.to_owned(),
        });
    }
    let ((pages, mut notes), bytes) = saving::replace(path, |file| {
        let rows = || options.rows_of(review);
        let notes = match output {
            Output::ReportPdf
            | Output::SummaryPdf
            | Output::ChronologyPdf
            | Output::PlanPdf
            | Output::LetterPdf => {
                return write_pages(review, output, options, file, progress);
            }
            Output::ReportDocx | Output::SummaryDocx => {
                word_report::write_report(review, output, options, file, progress)
            }
            Output::ChronologyDocx => {
                word_tables::write_chronology(review, &rows(), options, file, progress)
            }
            Output::ChronologyXlsx => {
                tables::write_chronology(review, &rows(), options, file, progress)
            }
            Output::ChronologyCsv => {
                let notes = comma_separated::write_chronology(review, &rows(), file, progress);
                notes.map(|notes| with_unsaid(notes, options))
            }
            Output::PlanDocx => word_tables::write_plan(review, options, file, progress),
            Output::PlanXlsx => tables::write_plan(review, options, file, progress),
            Output::LetterDocx => word_letter::write(review, options, file, progress),
            Output::RecordCsv => data_record::write_csv(review, &mut *file),
            Output::RecordJson => data_record::write_json(review, &mut *file),
        }?;
        // Last moment to stop before the new file takes the old one's place.
        progress.report(1, Some(1), "Saving the file")?;
        Ok((None, notes))
    })?;
    if output.shows_tags() {
        notes.extend(what_is_hidden(review));
    }
    Ok(Made {
        path: path.to_owned(),
        bytes,
        pages,
        notes,
    })
}

/// The combined chronology as comma-separated text, as [`write`] puts it into a file, for where there is none: a pipe.
/// Returns notes for the chair.
pub fn chronology_csv(
    review: &Review,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<Vec<String>> {
    let written = comma_separated::write_chronology(review, &options.rows_of(review), out, &Silent);
    let mut notes = written.map_err(|fault| match fault {
        Fault::Io(error) => error,
        Fault::Publish(error) => io::Error::other(error),
    })?;
    notes.extend(what_is_hidden(review));
    Ok(notes)
}

/// A table of commas has no place for words above it.
fn with_unsaid(mut notes: Vec<String>, options: &Options) -> Vec<String> {
    if !options.note.is_empty() {
        notes.push(format!(
            "A CSV file has no place for what it shows, which is: {}.",
            options.note
        ));
    }
    notes
}

fn write_pages(
    review: &Review,
    output: Output,
    options: &Options,
    file: &mut File,
    progress: &dyn Progress,
) -> Result<(Option<usize>, Vec<String>), Fault> {
    let prepared = layouts::prepare(review, output, options)?;
    let what = format!("Typesetting the {}", output.subject());
    progress.report(1, Some(3), &what)?;
    let typeset = prepared.typeset(output)?;
    progress.report(2, Some(3), "Making the PDF")?;
    let mut notes = prepared.notes;
    let pdf = match typeset.pdf(options.today) {
        Ok(pdf) => pdf,
        Err(fault) => {
            notes.push(format!(
                "This PDF is tagged, but not to the standards PDF/UA-1 and PDF/A-3a, which refuse something in it: {fault}."
            ));
            typeset
                .pdf_without_standard(options.today)
                .map_err(|fault| layouts::refused(output, &fault))?
        }
    };
    progress.report(3, Some(3), "Saving the file")?;
    file.write_all(&pdf)?;
    Ok((Some(typeset.pages()), notes))
}

/// What the layout of the report is given: for benchmarks and for whoever works on `export/report`.
pub fn report_data(review: &Review, options: &Options) -> Result<serde_json::Value, PublishError> {
    layouts::prepare(review, Output::ReportPdf, options).map(|prepared| prepared.data)
}
