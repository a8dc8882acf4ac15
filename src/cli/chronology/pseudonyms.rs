//! The chronology as what is published speaks. Nothing is written that still tells who somebody is.

use std::fs;
use std::path::Path;

use super::{Format, json};
use crate::cli::console::Console;
use crate::cli::ending::{Ending, Fault};
use crate::cli::progress::Telling;
use crate::cli::review_file::today;
use crate::cli::words::{counted, size};
use crate::identities;
use crate::leaks::{Scanner, scan_file};
use crate::model::Review;
use crate::publish::{self, Edition, Options, Output};

/// [`Ending::No`] where something was found; then there is no file.
pub(super) fn write(
    review: &Review,
    format: Format,
    out: Option<&Path>,
    console: &mut Console,
) -> Result<Ending, Fault> {
    let published = identities::disguised(review);
    let bytes = made(&published.review, format, out)?;
    let name = format!("chronology.{}", format.ending());
    let leaks = scan_file(&Scanner::of_review(review), &name, &bytes)
        .map_err(|error| Fault::said(format!("{error} Nothing was written.")))?;
    for found in &leaks {
        console.tell(&format!(
            "{}: “{}”. {}",
            found.place, found.leak.text, found.leak.why
        ));
    }
    if !leaks.is_empty() {
        let places = counted(leaks.len(), "place", "places");
        console.tell(&format!(
            "In {places} it still tells who somebody is. Nothing was written."
        ));
        return Ok(Ending::No);
    }
    if !published.doubtful.is_empty() {
        let places = counted(published.doubtful.len(), "place", "places");
        console.tell(&format!("In {places} it is not certain whether a word is a name. It was taken for one and replaced."));
    }
    match out {
        Some(path) => {
            let bytes = publish::save(path, &bytes)?;
            console.say(&format!("{}  {}", path.display(), size(bytes)))?;
        }
        None => console.out().write_all(&bytes).map_err(Fault::Output)?,
    }
    Ok(Ending::Done)
}

fn made(review: &Review, format: Format, out: Option<&Path>) -> Result<Vec<u8>, Fault> {
    let options = Options {
        edition: Edition::Publication,
        ..Options::new(today())
    };
    let mut bytes = Vec::new();
    match (format.output(), out) {
        (None, _) => json::write(review, &mut bytes).map_err(Fault::Output)?,
        (Some(Output::ChronologyCsv), _) | (Some(_), None) => {
            publish::chronology_csv(review, &options, &mut bytes).map_err(Fault::Output)?;
        }
        (Some(output), Some(path)) => return document(review, output, &options, path),
    }
    Ok(bytes)
}

/// Made beside its place and taken away from there again: it is written when it was looked through.
fn document(
    review: &Review,
    output: Output,
    options: &Options,
    path: &Path,
) -> Result<Vec<u8>, Fault> {
    let name = format!(".chronology.{}.part", std::process::id());
    let beside = path.with_file_name(name);
    publish::write(review, output, options, &beside, &Telling::new())?;
    let bytes = fs::read(&beside).and_then(|bytes| fs::remove_file(&beside).map(|()| bytes));
    bytes.map_err(|error| {
        Fault::said(format!(
            "{} could not be read again and removed ({error}). It was not looked through: please remove it.",
            beside.display()
        ))
    })
}
