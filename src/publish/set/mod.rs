//! The set that goes out: every document in one folder, with a manifest and the check report.
//!
//! What is published is made of the review without identities, and every finished file is read again and looked through before any of them
//! stands in the folder. Something found stops it; only a reason lets it pass. The folder is there whole or not at all. The same review on
//! the same day makes the same bytes.

mod against;
mod check_report;
mod folder;
mod manifest;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

pub use against::{Against, AgainstMark, LetPass};
pub use folder::edition_of;
pub use manifest::{Manifest, ManifestFile};

use super::{Edition, Options, Output, PublishError};
use crate::checks::{self, Case};
use crate::identities::{self, Disguise, Register};
use crate::jobs::Progress;
use crate::leaks::{self, FileLeak, Scanner};
use crate::model::{Details, Review};
use folder::Folder;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct SetOptions {
    pub edition: Edition,
    /// The date that stands on everything.
    pub today: NaiveDate,
    pub let_pass: LetPass,
}

/// A set that stands in its folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetMade {
    pub edition: Edition,
    pub folder: PathBuf,
    /// The manifest is not among them.
    pub files: Vec<ManifestFile>,
    /// SHA-256 of the manifest, in hexadecimal digits.
    pub manifest: String,
    /// How much stood against it and was let pass, and why.
    pub passed: usize,
    pub reason: String,
    pub dated: NaiveDate,
    /// Sentences for the chair.
    pub notes: Vec<String>,
}

/// Why a set was not made. The folder is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SetError {
    #[error(transparent)]
    Publish(#[from] PublishError),
    #[error(transparent)]
    Cancelled(#[from] crate::jobs::Cancelled),
    #[error("{0}")]
    Folder(String),
    /// The finished file could not be looked through, so nobody knows what is in it.
    #[error("{file} could not be looked through for names ({why}). Nothing was published.")]
    Unread { file: String, why: String },
    #[error("{0}")]
    Against(Box<Against>),
}

/// The documents of an edition, in the order of the manifest.
fn outputs(review: &Review, edition: Edition) -> Vec<Output> {
    let has_summary = review.template.sections.iter().any(|one| one.summary);
    let has_letter = !review.publishing.letter.is_empty();
    let all = Output::ALL.into_iter();
    all.filter(|output| match output {
        Output::SummaryPdf | Output::SummaryDocx => has_summary,
        Output::LetterPdf | Output::LetterDocx => has_letter,
        // Cut in commas, a chronology is for working with.
        Output::ChronologyCsv => edition == Edition::Working,
        _ => true,
    })
    .collect()
}

/// Writes the set into `out`: a folder that is not there yet, is empty, or holds an earlier set of this edition and nothing else, which is
/// replaced.
pub fn publish_set(
    review: &Review,
    asked: &SetOptions,
    out: &Path,
    progress: &dyn Progress,
) -> Result<SetMade, SetError> {
    let folder = Folder::prepare(out, asked.edition)?;
    let found = checks::preflight(&Case::of(review, asked.today));
    let mut notes = Vec::new();
    let safe;
    let shown = match asked.edition {
        Edition::Working => review,
        Edition::Publication => {
            progress.report(0, None, "Taking identities out")?;
            let pseudonymised = identities::disguised(review);
            notes.extend(in_doubt(&pseudonymised));
            safe = pseudonymised.review;
            &safe
        }
    };
    let mut files = write_documents(shown, asked, &folder, (&mut notes, progress))?;
    let mut leaks = match asked.edition {
        Edition::Working => Vec::new(),
        Edition::Publication => looked_through(review, &folder, &files, progress)?,
    };
    let against = Against::of(&found, leaks.clone());
    let report = check_report::text(review, asked, &found, leaks.len());
    let name = format!(
        "{} - check report.txt",
        asked.edition.beginning(&shown.details)
    );
    files.push(keep(&folder, name, report.as_bytes())?);
    if asked.edition == Edition::Publication {
        leaks.extend(looked_through(
            review,
            &folder,
            &files[files.len() - 1..],
            progress,
        )?);
    }
    let against = Against { leaks, ..against };
    let passed = match asked.edition {
        Edition::Working => 0,
        Edition::Publication => against.passed(&asked.let_pass)?,
    };
    let reason = match passed {
        0 => String::new(),
        _ => asked.let_pass.reason(),
    };
    let manifest = Manifest::of(
        shown,
        asked,
        &found,
        (passed, &printable(review, asked, &reason)),
        &files,
    );
    let kept = keep(
        &folder,
        manifest::NAME.to_owned(),
        manifest.text().as_bytes(),
    )?;
    if asked.edition == Edition::Publication {
        let leaks = looked_through(review, &folder, std::slice::from_ref(&kept), progress)?;
        Against {
            leaks,
            marks: Vec::new(),
        }
        .passed(&asked.let_pass)?;
    }
    // Last moment to stop before it stands in the folder.
    progress.report(1, Some(1), "Moving the set into its folder")?;
    let folder = folder.into_place()?;
    Ok(SetMade {
        edition: asked.edition,
        folder,
        files,
        manifest: kept.sha256,
        passed,
        reason,
        dated: asked.today,
        notes,
    })
}

/// What the folder of a set is called in one that somebody chose.
pub fn set_folder(review: &Review, edition: Edition) -> String {
    let mut details = Details {
        title: review.details.title.clone(),
        ..Details::default()
    };
    if edition == Edition::Publication {
        details.title = Disguise::of(review).text(&details.title).text;
    }
    edition.folder_name(&details)
}

/// Words of the chair’s as they may stand in a file of this edition.
fn printable(review: &Review, asked: &SetOptions, words: &str) -> String {
    match asked.edition {
        Edition::Working => words.to_owned(),
        Edition::Publication => Disguise::of(review).text(words).text,
    }
}

fn in_doubt(pseudonymised: &identities::Pseudonymised) -> Vec<String> {
    let mut notes = Vec::new();
    let count = pseudonymised.doubtful.len();
    if count > 0 {
        notes.push(format!(
            "In {} it is not certain whether a word is a name. It was taken for one and replaced; look through them under People & agencies.",
            super::characters::counted(count, "place", "places")
        ));
    }
    let count = pseudonymised.unnamed.len();
    if count > 0 {
        notes.push(format!(
            "For {} no pseudonym was chosen; words such as “a relative” stand in the place of a name.",
            super::characters::counted(count, "person", "people")
        ));
    }
    notes
}

/// Every document, in the folder that is not in its place yet.
fn write_documents(
    shown: &Review,
    asked: &SetOptions,
    folder: &Folder,
    (notes, progress): (&mut Vec<String>, &dyn Progress),
) -> Result<Vec<ManifestFile>, SetError> {
    let options = Options {
        edition: asked.edition,
        ..Options::new(asked.today)
    };
    let mut files = Vec::new();
    for output in outputs(shown, asked.edition) {
        let name = output.file_name(&shown.details, asked.edition);
        let path = folder.path().join(&name);
        let made = match super::write(shown, output, &options, &path, progress) {
            Ok(made) => made,
            // A set without the one document that nobody could open is better than none.
            Err(error @ PublishError::TooMany { .. }) => {
                notes.push(error.to_string());
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        let said = made.notes.into_iter();
        notes.extend(said.map(|note| format!("{}: {note}", output.title())));
        let bytes = read(&path)?;
        files.push(ManifestFile::of(name, &bytes, made.pages));
    }
    Ok(files)
}

/// What still tells who somebody is in the finished files.
fn looked_through(
    review: &Review,
    folder: &Folder,
    files: &[ManifestFile],
    progress: &dyn Progress,
) -> Result<Vec<FileLeak>, SetError> {
    let publishing = &review.publishing;
    let scanner = Scanner::of(&Register::of(review), &publishing.allowed);
    let scanner = scanner.with_rulings(&publishing.rulings);
    let mut found = Vec::new();
    for (done, file) in (0..).zip(files) {
        let what = format!("Looking for names in {}", file.name);
        progress.report(done, Some(files.len() as u64), &what)?;
        let bytes = read(&folder.path().join(&file.name))?;
        let leaks = leaks::scan_file(&scanner, &file.name, &bytes);
        found.extend(leaks.map_err(|error| SetError::Unread {
            file: file.name.clone(),
            why: error.to_string(),
        })?);
    }
    Ok(found)
}

fn keep(folder: &Folder, name: String, bytes: &[u8]) -> Result<ManifestFile, SetError> {
    super::save(&folder.path().join(&name), bytes)?;
    Ok(ManifestFile::of(name, bytes, None))
}

fn read(path: &Path) -> Result<Vec<u8>, SetError> {
    fs::read(path).map_err(|error| super::error::from_io(path, error).into())
}
