mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::passphrase::Key;
use super::review_file::ReviewFile;
use super::words::counted;
use crate::identities::{self, Register};
use crate::leaks::{self, FileLeak, LeakKind, LeakSeverity, Scanner};
use crate::model::Review;

/// Search finished files for anything that tells who somebody is
///
/// With a review: its texts as they are published, without names; with --file finished outputs of it. Without one: --text and a list
/// of who must not be known. Files are searched whole: what is seen and what is not (properties, comments, tracked changes, hidden
/// sheets, bookmarks, attachments, files within files). Found are every identity in any writing, and identifiers of anybody: NHS and
/// National Insurance numbers, telephone numbers, postcodes, e-mail addresses, vehicles, exact dates of birth and death. What cannot be
/// searched whole is told, and the answer is “no” as if something had been found.
#[derive(Debug, Args)]
#[command(
    after_help = "Columns: identities real, pseudonym, role, variants (separated by ;), date_of_birth; allow allowed, why.\n\n\
        Example:\n  lantern leaks anna.lantern --file set/overview-report.pdf\n  \
        lantern leaks --text report.docx --identities people.csv --allow helplines.csv --json"
)]
pub(super) struct Leaks {
    /// The review, NAME.lantern
    review: Option<PathBuf>,
    #[command(flatten)]
    key: Key,
    /// A finished output of the review; again for each further one
    #[arg(long = "file", value_name = "OUTPUT", requires = "review", num_args = 1..)]
    outputs: Vec<PathBuf>,
    /// A file to search without a review, of any kind; again for each further one
    #[arg(long, value_name = "PATH", requires = "identities", conflicts_with = "review", num_args = 1..)]
    text: Vec<PathBuf>,
    /// Who must not be known (CSV)
    #[arg(long, value_name = "CSV", requires = "text")]
    identities: Option<PathBuf>,
    /// What may stand (CSV)
    #[arg(long, value_name = "CSV")]
    allow: Option<PathBuf>,
    /// {leaks: [{file, place, start, end, text, identity, kind, severity, why}], unread: [{file, place, why}]}
    #[arg(long)]
    json: bool,
}

#[derive(Default, Serialize)]
struct Answer {
    leaks: Vec<Row>,
    /// Whatever could not be searched.
    unread: Vec<UnreadRow>,
}

#[derive(Serialize)]
struct Row {
    file: String,
    place: String,
    /// In Unicode characters of the text at `place`.
    start: usize,
    end: usize,
    text: String,
    /// Null: nobody of the list.
    identity: Option<String>,
    kind: LeakKind,
    severity: LeakSeverity,
    why: String,
}

#[derive(Serialize)]
struct UnreadRow {
    file: String,
    place: String,
    why: String,
}

impl Leaks {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let mut answer = Answer::default();
        let files = match self.review.clone() {
            Some(path) => {
                let review = ReviewFile::at(path.clone(), self.key.clone()).load()?;
                let scanner = self.scanner_of_review(&review)?;
                if self.outputs.is_empty() {
                    answer.search_review(&scanner, &review, &path);
                }
                answer.search_files(&scanner, &self.outputs)?;
                self.outputs.len().max(1)
            }
            None => {
                let Some(list) = &self.identities else {
                    return Err(Fault::said(
                        "Say what to search: a review, or --text PATH with --identities CSV. See `lantern leaks --help`.",
                    ));
                };
                let register = leaks::identities(&name(list), &bytes(list)?)?;
                let scanner = Scanner::of(&register, &self.allowed()?);
                answer.search_files(&scanner, &self.text)?;
                self.text.len()
            }
        };
        if self.json {
            console.json(&answer)?;
        } else {
            answer.tell(files, console)?;
        }
        Ok(if answer.leaks.is_empty() && answer.unread.is_empty() {
            Ending::Done
        } else {
            Ending::No
        })
    }

    fn scanner_of_review(&self, review: &Review) -> Result<Scanner, Fault> {
        let mut allowed = review.publishing.allowed.clone();
        allowed.extend(self.allowed()?);
        Ok(Scanner::of(&Register::of(review), &allowed).with_rulings(&review.publishing.rulings))
    }

    fn allowed(&self) -> Result<Vec<crate::model::Allowed>, Fault> {
        match &self.allow {
            Some(list) => Ok(leaks::allowed(&name(list), &bytes(list)?)?),
            None => Ok(Vec::new()),
        }
    }
}

impl Answer {
    fn search_files(&mut self, scanner: &Scanner, files: &[PathBuf]) -> Result<(), Fault> {
        for path in files {
            let file = path.display().to_string();
            let contents = leaks::read(&name(path), &bytes(path)?);
            for leak in leaks::scan_stretches(scanner, &name(path), &contents.stretches) {
                self.leaks.push(row(&file, leak));
            }
            self.unread
                .extend(contents.unread.into_iter().map(|part| UnreadRow {
                    file: file.clone(),
                    place: part.place,
                    why: part.why,
                }));
        }
        Ok(())
    }

    fn search_review(&mut self, scanner: &Scanner, review: &Review, path: &Path) {
        let published = identities::disguised(review).review;
        let file = path.display().to_string();
        for stretch in texts::texts_of(&published) {
            for leak in scanner.scan(&stretch.text) {
                let found = FileLeak {
                    file: file.clone(),
                    place: stretch.place.clone(),
                    leak,
                };
                self.leaks.push(row(&file, found));
            }
        }
    }

    fn tell(&self, files: usize, console: &mut Console) -> Result<(), Fault> {
        for leak in &self.leaks {
            let place = if leak.place.is_empty() {
                format!("character {}", leak.start + 1)
            } else {
                format!("{}, character {}", leak.place, leak.start + 1)
            };
            console.say(&format!(
                "{}: {place}: “{}” ({}, {}). {}",
                leak.file,
                leak.text,
                leak.kind.words(),
                leak.severity.words(),
                leak.why
            ))?;
        }
        for part in &self.unread {
            console.say(&format!(
                "{}: {} could not be searched: {}.",
                part.file, part.place, part.why
            ))?;
        }
        let searched = counted(files, "file was", "files were");
        match (self.leaks.len(), self.unread.len()) {
            (0, 0) => console.say(&format!("{searched} searched; nothing was found.")),
            (0, _) => console.say("Nothing was found in what could be searched, but not all of it could."),
            (found, _) => console.say(&format!(
                "{} found. Nothing was changed: take each out and make the file anew, or put words that may stand on the list of allowed words.",
                counted(found, "leak was", "leaks were")
            )),
        }
    }
}

fn row(file: &str, found: FileLeak) -> Row {
    let leak = found.leak;
    Row {
        file: file.to_owned(),
        place: found.place,
        start: leak.start,
        end: leak.end,
        text: leak.text,
        identity: leak.identity,
        kind: leak.kind,
        severity: leak.severity,
        why: leak.why,
    }
}

fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn bytes(path: &Path) -> Result<Vec<u8>, Fault> {
    fs::read(path).map_err(|error| {
        Fault::said(format!(
            "{} could not be read ({error}). Nothing was searched.",
            path.display()
        ))
    })
}
