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
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use chrono::NaiveDate;

pub use against::{Against, AgainstMark, LetPass};
pub use folder::edition_of;
pub use manifest::{Manifest, ManifestFile};

use super::{Edition, Options, Output, PublishError};
use crate::checks::{self, Case};
use crate::identities::{self, Disguise};
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
    let scanner = (asked.edition == Edition::Publication).then(|| Scanner::of_review(review));
    let scanner = scanner.as_ref();
    let documents = write_documents(shown, asked, &folder, scanner, (&mut notes, progress))?;
    let (mut files, leaks): (Vec<_>, Vec<_>) = documents
        .into_iter()
        .map(|document| (document.file, document.leaks))
        .unzip();
    let mut leaks: Vec<FileLeak> = leaks.into_iter().flatten().collect();
    let printable = Printable::of(review, asked.edition);
    let report = check_report::text(review, asked, &printable, &found, leaks.len());
    let name = format!(
        "{} - check report.txt",
        asked.edition.beginning(&shown.details)
    );
    leaks.extend(looked_through(scanner, &name, report.as_bytes())?);
    files.push(keep(&folder, name, report.as_bytes())?);
    let passed = match asked.edition {
        Edition::Working => 0,
        Edition::Publication => Against::of(&found, leaks).passed(&asked.let_pass)?,
    };
    let reason = match passed {
        0 => String::new(),
        _ => asked.let_pass.reason(),
    };
    let told = printable.words(&reason);
    let manifest = Manifest::of(shown, asked, &found, (passed, &told), &files).text();
    let leaks = looked_through(scanner, manifest::NAME, manifest.as_bytes())?;
    Against::of(&Default::default(), leaks).passed(&asked.let_pass)?;
    let kept = keep(&folder, manifest::NAME.to_owned(), manifest.as_bytes())?;
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

/// Makes words of the chair’s such as may stand in a file of an edition.
struct Printable<'a>(Option<Disguise<'a>>);

impl<'a> Printable<'a> {
    fn of(review: &'a Review, edition: Edition) -> Self {
        Self((edition == Edition::Publication).then(|| Disguise::of(review)))
    }

    fn words(&self, words: &str) -> String {
        match &self.0 {
            None => words.to_owned(),
            Some(disguise) => disguise.text(words).text,
        }
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

/// A document that stands in the folder that is not in its place yet.
struct Document {
    file: ManifestFile,
    leaks: Vec<FileLeak>,
}

/// Every document, in the order of the manifest; several at once where the computer can.
fn write_documents(
    shown: &Review,
    asked: &SetOptions,
    folder: &Folder,
    scanner: Option<&Scanner>,
    (notes, progress): (&mut Vec<String>, &dyn Progress),
) -> Result<Vec<Document>, SetError> {
    let outputs = outputs(shown, asked.edition);
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(&output) = outputs.get(at) else {
                return made;
            };
            let document = document(shown, output, asked, (folder, scanner), progress);
            let failed = document.is_err();
            made.push((at, document));
            if failed {
                next.store(outputs.len(), Ordering::Relaxed);
            }
        }
    };
    let mut made: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers.min(MOST_AT_ONCE))
            .map(|_| scope.spawn(work))
            .collect();
        let made = workers.into_iter();
        made.flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)))
            .collect()
    });
    made.sort_by_key(|(at, _)| *at);
    let mut documents = Vec::new();
    for (_, document) in made {
        let (document, said) = document?;
        notes.extend(said);
        documents.extend(document);
    }
    Ok(documents)
}

/// Each document that is laid out takes memory.
const MOST_AT_ONCE: usize = 3;

/// One document, read again and looked through, with what is to be said of it; none where it cannot hold so much.
fn document(
    shown: &Review,
    output: Output,
    asked: &SetOptions,
    (folder, scanner): (&Folder, Option<&Scanner>),
    progress: &dyn Progress,
) -> Result<(Option<Document>, Vec<String>), SetError> {
    let options = Options {
        edition: asked.edition,
        ..Options::new(asked.today)
    };
    let name = output.file_name(&shown.details, asked.edition);
    let path = folder.path().join(&name);
    let made = match super::write(shown, output, &options, &path, progress) {
        Ok(made) => made,
        // A set without the one document that nobody could open is better than none.
        Err(error @ PublishError::TooMany { .. }) => return Ok((None, vec![error.to_string()])),
        Err(error) => return Err(error.into()),
    };
    let bytes = fs::read(&path).map_err(|error| super::error::from_io(&path, error))?;
    let document = Document {
        leaks: looked_through(scanner, &name, &bytes)?,
        file: ManifestFile::of(name, &bytes, made.pages),
    };
    let said = made.notes.into_iter();
    let said = said.map(|note| format!("{}: {note}", output.title()));
    Ok((Some(document), said.collect()))
}

/// What still tells who somebody is in a finished file.
fn looked_through(
    scanner: Option<&Scanner>,
    name: &str,
    bytes: &[u8],
) -> Result<Vec<FileLeak>, SetError> {
    let Some(scanner) = scanner else {
        return Ok(Vec::new());
    };
    leaks::scan_file(scanner, name, bytes).map_err(|error| SetError::Unread {
        file: name.to_owned(),
        why: error.to_string(),
    })
}

fn keep(folder: &Folder, name: String, bytes: &[u8]) -> Result<ManifestFile, SetError> {
    super::save(&folder.path().join(&name), bytes)?;
    Ok(ManifestFile::of(name, bytes, None))
}
