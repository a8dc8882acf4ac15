mod folder;
mod found;
mod panel;
mod programme;
mod told;

use std::path::PathBuf;

use clap::Args;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::progress::Telling;
use super::publish;
use super::words::counted;
use crate::model::Review;
use crate::sample;
use crate::store::{Passphrase, Store};
use folder::Folder;

/// Do the main job on the sample review, end to end, without a window
///
/// Builds the sample (a made-up case) from eleven agencies' returns, takes every step back and does it again, checks the audit
/// trail, and writes a working version and a publication of everything, and what the panel got in its last round. Then it reads the spreadsheets of a made-up programme and writes its evaluation. Says how much it finds of what is known to be in the sample. A second run replaces what the first one wrote, and nothing else.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern demo --out sample-review")]
pub(super) struct Demo {
    /// The folder for the sample and its outputs
    #[arg(long, value_name = "DIR", default_value = DEFAULT_FOLDER)]
    out: PathBuf,
}

const DEFAULT_FOLDER: &str = "lantern-demo";
/// Why the sample may be published although its rules find it unfinished: it is.
const WHY_IT_MAY: &str =
    "The sample is a made-up review in the middle of its work; this shows what is published.";
/// Stands in the audit trail.
const WHO: &str = "Lantern demonstration";

impl Default for Demo {
    fn default() -> Self {
        Self {
            out: PathBuf::from(DEFAULT_FOLDER),
        }
    }
}

impl Demo {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let today = sample::today()?;
        let passphrase = Passphrase::new(sample::PASSPHRASE.to_owned());
        let folder = Folder::prepare(&self.out, &passphrase)?;
        console.say_now("The sample is a made-up case; nobody in it has lived.\n")?;
        console.say_now("Reading the returns, importing, tagging, recommending …")?;
        let mut store = sample::build(&folder.review(), &passphrase, WHO, today, &Telling::new())?;
        let review = store.load()?;
        told::returns(&review, console)?;
        told::not_understood(&review, console)?;
        found::dates(&review, console)?;
        found::same_events(&review, console)?;
        told::contacts(&review, console)?;
        let same = undo_and_redo(&mut store, &review, console)?;
        let whole = verify(&store, console)?;
        console.say_now("\nWriting the outputs …")?;
        let safe = publish::write_both(&mut store, folder.path(), today, WHY_IT_MAY, console)?;
        let known = panel::rounds(&review, folder.path(), today, console)?;
        let evaluated = programme::evaluate(&folder, console)?;
        told::places(&folder, console)?;
        programme::place(&folder, console)?;
        Ok(if same && whole && known && safe && evaluated {
            Ending::Done
        } else {
            Ending::No
        })
    }
}

/// Takes every step back to the empty review and does all of them again; whether the review is the same as before.
fn undo_and_redo(store: &mut Store, review: &Review, console: &mut Console) -> Result<bool, Fault> {
    console.say_now("\nTaking every step back, and doing all of them again …")?;
    let mut steps = 0;
    while store.undo()?.is_some() {
        steps += 1;
    }
    let left = store.load()?.entries.len();
    while store.redo()?.is_some() {}
    let mut again = store.load()?;
    again.revision = review.revision;
    let same = again == *review;
    console.say(&format!(
        "  {} undone: {} left. All redone: {}, {}.",
        counted(steps, "step", "steps"),
        counted(left, "entry", "entries"),
        counted(again.entries.len(), "entry", "entries"),
        if same {
            "the review is the same as before"
        } else {
            "but the review is NOT the same as before"
        }
    ))?;
    Ok(same && left == 0)
}

fn verify(store: &Store, console: &mut Console) -> Result<bool, Fault> {
    let report = store.verify_audit()?;
    let rows = counted(usize::try_from(report.rows).unwrap_or(0), "row", "rows");
    if report.is_whole() {
        console.say(&format!("  The audit trail is whole: {rows}."))?;
    } else {
        console.say(&format!("  The audit trail is NOT whole ({rows}):"))?;
        for fault in &report.faults {
            console.say(&format!("    {fault}"))?;
        }
    }
    Ok(report.is_whole())
}
