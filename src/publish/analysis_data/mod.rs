//! A cohort’s data for whoever analyses it: one line for a man under a number drawn afresh, and nothing by which he could be known.
//!
//! No name, case number, word or day goes out: days are counted from his referral, ages stand in bands, and a category that fewer share than the
//! template’s threshold is joined with others ([`rare`]). Missing values are coded apart. Every column stands in a dictionary. What is partners’ goes
//! into a folder of its own, and only through a view for women’s safety work.

mod codes;
mod dictionary;
mod events;
mod hers;
mod his;
mod rare;
mod table;

use std::fs;
use std::path::{Path, PathBuf};

use super::error::{Fault, PublishError, from_io};
use super::{save, saving};
use crate::model::ManId;
use crate::model::programme::{Man, Programme};
use crate::stats::Chance;
use crate::wall::{View, WomensSafety};
use table::DataTable;

pub use codes::{NONE, NOT_ASKED, NOT_KNOWN, OTHER};

/// Folder of what is partners’.
const HERS: &str = "womens-safety";

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysisData {
    pub folder: PathBuf,
    /// Paths from the folder on, with the number of their lines below the headings.
    pub files: Vec<(String, usize)>,
    pub men: usize,
    /// Men of whom only monitoring data are kept: they are left out.
    pub left_out: usize,
}

/// Writes the data into `folder`, which must be new or empty. With `seed` study numbers are drawn; a new one each time gives new numbers, and none leads
/// back. Partners’ data go out with `hers` only.
pub fn write_analysis_data(
    programme: &Programme,
    hers: Option<&View<'_, WomensSafety>>,
    seed: u64,
    folder: &Path,
) -> Result<AnalysisData, PublishError> {
    let cohort = Cohort::of(programme, seed);
    let mut made = AnalysisData {
        folder: folder.to_owned(),
        files: Vec::new(),
        men: cohort.men.len(),
        left_out: programme.men.len() - cohort.men.len(),
    };
    empty_folder(folder)?;
    let threshold = programme.template.disclosure_control.threshold as usize;
    let tables = his::tables(&cohort, threshold);
    write_folder(folder, "", &tables, &mut made)?;
    if let Some(view) = hers {
        let inner = folder.join(HERS);
        empty_folder(&inner)?;
        let tables = hers::tables(&cohort, view, seed, threshold);
        write_folder(&inner, HERS, &tables, &mut made)?;
    }
    Ok(made)
}

fn write_folder(
    folder: &Path,
    name: &str,
    tables: &[DataTable],
    made: &mut AnalysisData,
) -> Result<(), PublishError> {
    let mut say = |file: &str, lines: usize| {
        let path = match name {
            "" => file.to_owned(),
            name => format!("{name}/{file}"),
        };
        made.files.push((path, lines));
    };
    for table in tables {
        let file = format!("{}.csv", table.name);
        write_csv(&folder.join(&file), &table.lines(), "")?;
        say(&file, table.rows.len());
    }
    let lines = dictionary::lines(tables);
    write_csv(&folder.join("dictionary.csv"), &lines, "\u{FEFF}")?;
    say("dictionary.csv", lines.len() - 1);
    let text = dictionary::readable(tables, name == HERS);
    save(&folder.join("DICTIONARY.md"), text.as_bytes())?;
    say("DICTIONARY.md", text.lines().count());
    Ok(())
}

fn write_csv(path: &Path, lines: &[Vec<String>], beginning: &str) -> Result<(), PublishError> {
    saving::replace(path, |file| {
        use std::io::Write;
        file.write_all(beginning.as_bytes())?;
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(file);
        for line in lines {
            writer.write_record(line)?;
        }
        Ok::<(), Fault>(writer.flush()?)
    })?;
    Ok(())
}

fn empty_folder(folder: &Path) -> Result<(), PublishError> {
    let fault = |error| from_io(folder, error);
    fs::create_dir_all(folder).map_err(fault)?;
    match fs::read_dir(folder).map_err(fault)?.next() {
        None => Ok(()),
        Some(_) => Err(PublishError::NotEmpty {
            folder: folder.to_owned(),
        }),
    }
}

/// The men whose data go out, in the order of their study numbers.
struct Cohort<'a> {
    programme: &'a Programme,
    men: Vec<&'a Man>,
}

impl<'a> Cohort<'a> {
    fn of(programme: &'a Programme, seed: u64) -> Self {
        let men = programme.men.iter();
        let mut men: Vec<&Man> = men.filter(|man| man.destroyed.is_none()).collect();
        shuffle(&mut men, seed);
        Self { programme, men }
    }

    fn number(&self, man: ManId) -> Option<String> {
        let place = self.men.iter().position(|known| known.id == man)?;
        Some(format!("S{:03}", place + 1))
    }

    /// Each with his study number.
    fn numbered(&self) -> impl Iterator<Item = (String, &'a Man)> {
        let men = self.men.iter().enumerate();
        men.map(|(place, man)| (format!("S{:03}", place + 1), *man))
    }
}

fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut chance = Chance::with_seed(seed);
    for last in (1..items.len()).rev() {
        items.swap(last, chance.below(last + 1));
    }
}
