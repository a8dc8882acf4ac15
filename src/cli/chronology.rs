use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::console::Console;
use super::ending::{Ending, Fault};
use super::publish::write_one;
use super::review_file::{ReviewFile, today};
use super::words::size;
use crate::analysis::what_is_hidden;
use crate::model::Review;
use crate::publish::{self, Options, Output};

mod json;
mod pseudonyms;

/// Write the combined chronology, in order of time
///
/// Without --out, JSON goes to standard output.
#[derive(Debug, Args)]
#[command(
    after_help = "JSON: {entries: [{id, agency, sector, file, place, row, date_wording, earliest, latest, time, precision, certainty, \
        edtf, flags, text, response, seen, recorder, document, comment, basis, enquiry, disclosure, other, people, event, tags, claim, \
        withdrawn}], hidden}\n\n\
        Example:\n  lantern chronology anna.lantern --format xlsx --out chronology.xlsx"
)]
pub(super) struct Chronology {
    #[command(flatten)]
    review: ReviewFile,
    /// [default: by the ending of --out; without --out json]
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where it shall be; a file that is there is replaced once the new one is whole
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// As what is published speaks: pseudonyms, and no date to the day. Nothing is written that still tells who somebody is
    #[arg(long)]
    pseudonyms: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Json,
    Csv,
    Xlsx,
    Docx,
    Pdf,
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?;
        <Self as ValueEnum>::from_str(ending, true).ok()
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// `None`: written here, as JSON.
    fn output(self) -> Option<Output> {
        match self {
            Self::Json => None,
            Self::Csv => Some(Output::ChronologyCsv),
            Self::Xlsx => Some(Output::ChronologyXlsx),
            Self::Docx => Some(Output::ChronologyDocx),
            Self::Pdf => Some(Output::ChronologyPdf),
        }
    }
}

impl Chronology {
    pub(super) fn run(self, console: &mut Console) -> Result<Ending, Fault> {
        let format = self.format()?;
        // Before a passphrase is asked for in vain.
        if self.out.is_none() && !matches!(format, Format::Json | Format::Csv) {
            return Err(Fault::said(
                "This format is a file, not text: say with --out where it shall be. Nothing was written.",
            ));
        }
        let review = self.review.load()?;
        if self.pseudonyms {
            return pseudonyms::write(&review, format, self.out.as_deref(), console);
        }
        match (format.output(), self.out) {
            (Some(output), Some(path)) => write_one(&review, output, &path, console)?,
            (Some(_), None) => csv_to_standard_output(&review, console)?,
            (None, Some(path)) => json_to_file(&review, &path, console)?,
            (None, None) => {
                json::write(&review, console.out())?;
            }
        }
        if let Some(hidden) = what_is_hidden(&review).filter(|_| format == Format::Json) {
            console.tell(&hidden);
        }
        Ok(Ending::Done)
    }

    fn format(&self) -> Result<Format, Fault> {
        match (self.format, &self.out) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Format::Json),
            (None, Some(path)) => Format::of(path).ok_or_else(|| {
                Fault::said(format!(
                    "The ending of {} names no format that is known. Give --format json, csv, xlsx, docx or pdf.",
                    path.display()
                ))
            }),
        }
    }
}

fn csv_to_standard_output(review: &Review, console: &mut Console) -> Result<(), Fault> {
    let notes = publish::chronology_csv(review, &Options::new(today()), console.out())?;
    for note in notes {
        console.tell(&note);
    }
    Ok(())
}

/// The file appears whole or not at all.
fn json_to_file(review: &Review, path: &Path, console: &mut Console) -> Result<(), Fault> {
    let fault = |error: std::io::Error| {
        Fault::said(format!(
            "{} could not be written ({error}). Name another place with --out.",
            path.display()
        ))
    };
    let mut part = path.as_os_str().to_owned();
    part.push(format!(".{}.part", std::process::id()));
    let part = PathBuf::from(part);
    let mut options = File::options();
    options.write(true).create_new(true);
    // It holds real names: for its owner only.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(&part).and_then(|file| {
        let mut out = BufWriter::new(file);
        json::write(review, &mut out)?;
        out.flush()?;
        std::fs::rename(&part, path)
    });
    if let Err(error) = written {
        // The error that matters is the first one.
        let _ = std::fs::remove_file(&part);
        return Err(fault(error));
    }
    let bytes = std::fs::metadata(path).map_or(0, |about| about.len());
    console.say(&format!("{}  {}", path.display(), size(bytes)))
}
