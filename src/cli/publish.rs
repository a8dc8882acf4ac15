use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;

use super::console::Console;
use super::ending::{Ending, Fault};
use super::progress::Telling;
use super::review_file::{ReviewFile, today};
use super::table;
use super::words::size;
use crate::model::Review;
use crate::publish::{self, Made, Options, Output};

/// Write every output into a folder: report, combined chronology and action plan in all their formats
///
/// They say what the file says: the records keep the names that agencies wrote. They are for the panel, not for the public.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  lantern publish anna.lantern --out outputs")]
pub(super) struct Publish {
    #[command(flatten)]
    review: ReviewFile,
    /// The folder; made where there is none. Files of the same names are replaced
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

impl Publish {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let review = self.review.load()?;
        make_folder(&self.out)?;
        let made = write_all(&review, &self.out, today())?;
        tell_all(&made, console)?;
        console.tell("The outputs hold the records as agencies wrote them, real names included.");
        Ok(Ending::Done)
    }
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

/// Writes all outputs into `folder`, dated `date`.
pub(super) fn write_all(
    review: &Review,
    folder: &Path,
    date: NaiveDate,
) -> Result<Vec<(Output, Made)>, Fault> {
    let progress = Telling::new();
    let options = Options::new(date);
    let mut all = Vec::new();
    for output in Output::ALL {
        let path = folder.join(output.file_name(&review.details, options.edition));
        all.push((
            output,
            publish::write(review, output, &options, &path, &progress)?,
        ));
    }
    Ok(all)
}

/// Files with their sizes, and after them what is to be known of each.
pub(super) fn tell_all(all: &[(Output, Made)], console: &mut Console) -> Result<(), Fault> {
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|(output, made)| {
            vec![
                output.title().to_owned(),
                extent(made),
                made.path.display().to_string(),
            ]
        })
        .collect();
    for line in table::lines(&["Output", "Size", "File"], &rows, &[]) {
        console.say(&line)?;
    }
    for (output, made) in all {
        for note in &made.notes {
            console.say(&format!("  {}: {note}", output.title()))?;
        }
    }
    Ok(())
}

fn extent(made: &Made) -> String {
    match made.pages {
        Some(1) => format!("{}, 1 page", size(made.bytes)),
        Some(pages) => format!("{}, {pages} pages", size(made.bytes)),
        None => size(made.bytes),
    }
}
