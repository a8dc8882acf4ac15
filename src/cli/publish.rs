use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::progress::Telling;
use super::review_file::{ReviewFile, today};
use super::table;
use super::words::{counted, size};
use crate::edits;
use crate::leaks::{FileLeak, Leak};
use crate::model::{Publication, PublicationId, Review};
use crate::publish::{
    self, Against, Edition, LetPass, Made, Options, Output, SetError, SetMade, SetOptions,
    publish_set,
};
use crate::store::Store;

/// Publish: write the set into a folder, with names, places, days and ages made safe
///
/// Report and executive summary, action plan, combined chronology, response to the letter, data record, check report and a manifest. Every
/// finished file is read again and looked through for whoever and whatever is in the register, and for identifiers of anybody. Where
/// anything is found, or a rule that must hold is broken, nothing is published: the list says what, where and why, and the command ends
/// with 1. An override is kept in the audit trail. The folder is there whole or not at all.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  lantern publish anna.lantern --out publication\n  lantern publish anna.lantern --out for-the-panel --working"
)]
pub(super) struct Publish {
    #[command(flatten)]
    review: ReviewFile,
    /// The folder: one that is not there yet, is empty, or holds an earlier set of the same kind, which is replaced
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// A working version for the panel instead: with names as the agencies wrote them, confidential on every page
    #[arg(long, conflicts_with = "override_reason")]
    working: bool,
    /// Publish although something was found, for this reason
    #[arg(long, value_name = "TEXT")]
    override_reason: Option<String>,
    /// {edition, folder, files: [{name, bytes, pages, sha256}], manifest, let_pass, reason, notes}; where something stands against it
    /// {leaks: [{file, place, start, end, text, identity, kind, severity, why}], marks: [{rule, what}]}
    #[arg(long)]
    json: bool,
}

impl Publish {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let asked = SetOptions {
            edition: match self.working {
                true => Edition::Working,
                false => Edition::Publication,
            },
            today: today(),
            let_pass: LetPass::everything(self.override_reason.as_deref().unwrap_or_default()),
        };
        let mut store = match asked.edition {
            Edition::Working => self.review.open()?,
            // That it went out is kept in the file.
            Edition::Publication => self.review.open_to_change()?,
        };
        let review = store.load()?;
        let made = match publish_set(&review, &asked, &self.out, &Telling::new()) {
            Ok(made) => made,
            Err(SetError::Against(against)) => {
                tell_against(&against, self.json, console)?;
                return Ok(Ending::No);
            }
            Err(error) => return Err(Fault::said(error.to_string())),
        };
        if made.edition == Edition::Publication {
            record(&mut store, &made)?;
        }
        match self.json {
            true => console.say(&serde_json::to_string_pretty(&MadeRecord::of(&made))?)?,
            false => tell_set(&made, console)?,
        }
        if made.edition == Edition::Working {
            console.tell("The files hold the records as agencies wrote them, real names included.");
        }
        Ok(Ending::Done)
    }
}

/// Keeps in the review that the set went out.
pub(super) fn record(store: &mut Store, made: &SetMade) -> Result<(), Fault> {
    let publication = Publication {
        id: PublicationId(0),
        at: String::new(),
        by: String::new(),
        manifest: made.manifest.clone(),
        overridden: u32::try_from(made.passed).unwrap_or(u32::MAX),
        reason: made.reason.clone(),
        dated: made.dated,
    };
    edits::record_publication(store, &publication).map_err(|error| {
        Fault::said(format!(
            "The set stands in {}, but that it went out could not be kept in the review: {error}",
            made.folder.display()
        ))
    })?;
    Ok(())
}

#[derive(Serialize)]
struct MadeRecord<'a> {
    edition: &'static str,
    folder: String,
    files: &'a [publish::ManifestFile],
    manifest: &'a str,
    let_pass: usize,
    reason: &'a str,
    notes: &'a [String],
}

impl<'a> MadeRecord<'a> {
    fn of(made: &'a SetMade) -> Self {
        Self {
            edition: made.edition.key(),
            folder: made.folder.display().to_string(),
            files: &made.files,
            manifest: &made.manifest,
            let_pass: made.passed,
            reason: &made.reason,
            notes: &made.notes,
        }
    }
}

#[derive(Serialize)]
struct AgainstRecord<'a> {
    leaks: Vec<LeakRecord<'a>>,
    marks: Vec<MarkRecord<'a>>,
}

#[derive(Serialize)]
struct LeakRecord<'a> {
    file: &'a str,
    place: &'a str,
    #[serde(flatten)]
    leak: &'a Leak,
}

#[derive(Serialize)]
struct MarkRecord<'a> {
    rule: &'a str,
    what: &'a str,
}

fn tell_against(against: &Against, json: bool, console: &mut Console) -> Result<(), Fault> {
    if json {
        let leaks = against.leaks.iter();
        let marks = against.marks.iter();
        let record = AgainstRecord {
            leaks: leaks
                .map(|FileLeak { file, place, leak }| LeakRecord { file, place, leak })
                .collect(),
            marks: marks
                .map(|mark| MarkRecord {
                    rule: &mark.rule,
                    what: &mark.what,
                })
                .collect(),
        };
        return console.say(&serde_json::to_string_pretty(&record)?);
    }
    for FileLeak { file, place, leak } in &against.leaks {
        console.say(&format!("{file}, {place}: “{}”. {}", leak.text, leak.why))?;
    }
    for mark in &against.marks {
        console.say(&format!("{}: {}", mark.rule, mark.what))?;
    }
    console.tell(&against.to_string());
    Ok(())
}

/// The files of a set, and after them what is to be known of it.
pub(super) fn tell_set(made: &SetMade, console: &mut Console) -> Result<(), Fault> {
    let rows: Vec<Vec<String>> = made
        .files
        .iter()
        .map(|file| vec![file.name.clone(), in_words(file.bytes, file.pages)])
        .collect();
    for line in table::lines(&["File", "Size"], &rows, &[]) {
        console.say(&line)?;
    }
    for note in &made.notes {
        console.say(&format!("  {note}"))?;
    }
    if made.passed > 0 {
        console.say(&format!(
            "  {} let pass, because: {}",
            counted(made.passed, "finding was", "findings were"),
            made.reason
        ))?;
    }
    console.say(&format!("In {}", made.folder.display()))
}

pub(super) fn make_folder(path: &Path) -> Result<(), Fault> {
    std::fs::create_dir_all(path).map_err(|error| {
        Fault::said(format!(
            "The folder {} could not be made ({error}). Nothing was written; name another one.",
            path.display()
        ))
    })
}

/// Writes one output and says where it is.
pub(super) fn write_one(
    review: &Review,
    output: Output,
    path: &Path,
    console: &mut Console,
) -> Result<(), Fault> {
    let made = publish::write(
        review,
        output,
        &Options::new(today()),
        path,
        &Telling::new(),
    )?;
    console.say(&format!("{}  {}", made.path.display(), extent(&made)))?;
    for note in &made.notes {
        console.tell(note);
    }
    Ok(())
}

/// Both editions of the set, dated `date`, each in a folder of its own; whether nothing in what is published tells who somebody is. What
/// the rules find may stand for `reason`.
pub(super) fn write_both(
    store: &mut Store,
    folder: &Path,
    date: NaiveDate,
    reason: &str,
    console: &mut Console,
) -> Result<bool, Fault> {
    let review = store.load()?;
    for edition in [Edition::Working, Edition::Publication] {
        let asked = SetOptions {
            edition,
            today: date,
            let_pass: LetPass {
                leaks: String::new(),
                marks: reason.to_owned(),
            },
        };
        let place = folder.join(edition.words());
        console.say(&format!("\nThe {}:", edition.words()))?;
        match publish_set(&review, &asked, &place, &Telling::new()) {
            Ok(made) => {
                tell_set(&made, console)?;
                if edition == Edition::Publication {
                    record(store, &made)?;
                }
            }
            Err(SetError::Against(against)) => {
                tell_against(&against, false, console)?;
                return Ok(false);
            }
            Err(error) => return Err(Fault::said(error.to_string())),
        }
    }
    Ok(true)
}

fn extent(made: &Made) -> String {
    in_words(made.bytes, made.pages)
}

fn in_words(bytes: u64, pages: Option<usize>) -> String {
    match pages {
        Some(1) => format!("{}, 1 page", size(bytes)),
        Some(pages) => format!("{}, {pages} pages", size(bytes)),
        None => size(bytes),
    }
}
